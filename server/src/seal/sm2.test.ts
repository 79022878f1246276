import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import * as smCrypto from 'sm-crypto-v2';
import { expect, test } from 'vitest';
import { generateSm2Key, importSm2PrivateKey, importSm2PublicKey, sm2SelfTest, sm2Sign, sm2Verify } from './sm2.ts';

const { sm2 } = smCrypto;

test('the annex example of GB/T 32918.5 verifies, its identity hash is the printed one', () => {
  expect(() => sm2SelfTest()).not.toThrow();
});

test('an independent implementation accepts our signatures, and we accept its', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
      const key = generateSm2Key();
      const publicKey = Buffer.from(key.spki).toString('hex').slice(-130);
      const privateKey = privateScalar(key.key.export({ type: 'pkcs8', format: 'der' }));
      const ours = Buffer.from(sm2Sign(key, message)).toString('hex');
      const theirs = sm2.doSignature(message, privateKey, { der: true, hash: true, publicKey });
      return (
        sm2.doVerifySignature(message, ours, publicKey, { der: true, hash: true }) &&
        sm2Verify(importSm2PublicKey(key.spki), message, Buffer.from(theirs, 'hex'))
      );
    }),
    { numRuns: 25 },
  );
});

test('raw r‖s of 64 bytes, as some seals in the field carry it, verifies like the DER pair', () => {
  const key = generateSm2Key();
  const message = Buffer.from('盖章');
  const privateKey = privateScalar(key.key.export({ type: 'pkcs8', format: 'der' }));
  const publicKey = Buffer.from(key.spki).toString('hex').slice(-130);
  const raw = sm2.doSignature(message, privateKey, { hash: true, publicKey });
  expect(raw).toHaveLength(128);
  expect(sm2Verify(key, message, Buffer.from(raw, 'hex'))).toBe(true);
});

test('a signature over another message, by another key, or with bytes after it does not verify', () => {
  const [key, other] = [generateSm2Key(), generateSm2Key()];
  const signature = sm2Sign(key, Buffer.from('甲'));
  expect(sm2Verify(key, Buffer.from('甲'), signature)).toBe(true);
  expect(sm2Verify(key, Buffer.from('乙'), signature)).toBe(false);
  expect(sm2Verify(other, Buffer.from('甲'), signature)).toBe(false);
  expect(sm2Verify(key, Buffer.from('甲'), Buffer.concat([signature, Buffer.from([0])]))).toBe(false);
});

test('a key that was stored and read again signs as before', () => {
  const key = generateSm2Key();
  const again = importSm2PrivateKey(key.key.export({ type: 'pkcs8', format: 'der' }));
  expect(sm2Verify(key, Buffer.from('甲'), sm2Sign(again, Buffer.from('甲')))).toBe(true);
});

test('OpenSSL accepts our signature under the standard signer id', () => {
  const directory = mkdtempSync(join(tmpdir(), 'sm2-'));
  const key = generateSm2Key();
  const message = Buffer.from('message digest');
  writeFileSync(join(directory, 'key.der'), key.spki);
  writeFileSync(join(directory, 'message'), message);
  writeFileSync(join(directory, 'signature'), sm2Sign(key, message));
  const command = `dgst -sm3 -keyform DER -verify key.der -sigopt distid:1234567812345678 -signature signature message`;
  try {
    expect(execFileSync('openssl', command.split(' '), { cwd: directory, encoding: 'utf8' })).toContain('Verified OK');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    console.warn('NOT CHECKED: openssl is not installed');
  } finally {
    rmSync(directory, { recursive: true });
  }
});

/** The scalar follows `02 01 01 04 20` in the ECPrivateKey inside PKCS#8 (RFC 5915). */
function privateScalar(pkcs8: Uint8Array): string {
  const hex = Buffer.from(pkcs8).toString('hex');
  const at = hex.indexOf('0201010420') + 10;
  return hex.slice(at, at + 64);
}
