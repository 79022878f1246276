import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import koffi from 'koffi';
import { afterAll, describe, expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { checkImport } from './certificate-import.ts';
import { issueCertificate, readCertificate } from './certificate.ts';
import { TokenFault } from './cryptoki.ts';
import { issueRoot } from './development-ca.ts';
import { fileKeyStore, type KeyStore } from './key-store.ts';
import { pkcs11KeyStore } from './pkcs11-key-store.ts';
import { generateKey, type SignatureKey, verifySignature } from './signature-key.ts';
import { encodeSigningRequest, readSigningRequest } from './signing-request.ts';

const fromAt = '2025-01-01T00:00:00.000Z';
const at = '2026-01-01T00:00:00.000Z';
const directory = mkdtempSync(join(tmpdir(), 'key-stores-'));
const token = { module: '/usr/lib/softhsm/libsofthsm2.so', token: 'liangqian', pin: '408217' };
let environment = process.env;
const isThere = initToken();
const message = Buffer.from('决定书的摘要');
const rootKey = generateKey('p256');
const root = await issueRoot(rootKey, fromAt);

afterAll(() => rmSync(directory, { recursive: true }));

/** What both drivers of the port do alike. */
function contract(store: KeyStore): void {
  test('a key is made once, signs what its certificate verifies, and is found again', async () => {
    const made = await store.ensure('seal-1', (key) => certify(key, 2), 'p256');
    const again = await store.ensure('seal-1', () => Promise.reject(new Error('certified twice')), 'p256');
    expect(Buffer.from(again.certificate).equals(made.certificate)).toBe(true);
    const opened = await store.open('seal-1');
    const signatures = await Promise.all([1, 2, 3, 4].map(() => opened.sign(message)));
    const { spki } = readCertificate(opened.certificate);
    expect(signatures.map((signature) => verifySignature(spki, message, signature))).toEqual([true, true, true, true]);
    expect(verifySignature(spki, Buffer.from('另一份'), signatures[0] ?? message)).toBe(false);
  });

  test('R73: a key waits for the certificate of a licensed authority, and opens when it has come', async () => {
    const key = await store.await('seal-2', 'p256');
    const request = readSigningRequest(await encodeSigningRequest(subject, key));
    expect(await store.find('seal-2')).toBeUndefined();
    await expect(store.open('seal-2')).rejects.toThrow('certificate');
    const same = await store.await('seal-2', 'p256');
    expect(Buffer.from(same.spki).equals(key.spki)).toBe(true);
    const certificate = await certify(request, 3);
    const taken = checkImport({ certificate, authorities: [root], spki: key.spki, purpose: 'seal', at });
    expect(isRefusal(taken)).toBe(false);
    await store.put('seal-2', certificate);
    const opened = await store.open('seal-2');
    expect(verifySignature(readCertificate(certificate).spki, message, await opened.sign(message))).toBe(true);
    const renewed = await certify(request, 4);
    await store.put('seal-2', renewed);
    expect(Buffer.from((await store.open('seal-2')).certificate).equals(renewed)).toBe(true);
  });

  test('what is not there is not made up', async () => {
    await expect(store.open('seal-404')).rejects.toThrow('no key');
    await expect(store.put('seal-404', await certify(generateKey('p256'), 5))).rejects.toThrow('no key');
    expect(await store.find('seal-404')).toBeUndefined();
  });
}

describe('encrypted files', () => {
  contract(fileKeyStore({ directory: join(directory, 'files'), passphrase: 'development' }));
});

// Not `runIf`: a test that is registered and does not run counts as a failure in the totals.
describe.each(isThere ? ['SoftHSM2'] : [])('PKCS#11, on %s', () => {
  const store = pkcs11KeyStore(token);
  afterAll(() => store.close());
  contract(store);

  test('the private key is in the token and in nothing that leaves it', async () => {
    await store.ensure('seal-3', (key) => certify(key, 6), 'p256');
    const said = execFileSync('softhsm2-util', ['--show-slots'], { encoding: 'utf8', env: environment });
    expect(said).toContain('liangqian');
    const files = readdirSync(join(directory, 'tokens'), { recursive: true, encoding: 'utf8' });
    const contents = files
      .filter((name) => name.endsWith('.object'))
      .map((name) => readFileSync(join(directory, 'tokens', name)));
    // An unencrypted PKCS#8 key would carry `02 01 01 04 20` before its scalar.
    expect(contents.some((bytes) => bytes.includes(Buffer.from('0201010420', 'hex')))).toBe(false);
  });

  test('OpenSC finds the same key and certificate in the token', () => {
    const said = outside('pkcs11-tool', [
      '--module',
      token.module,
      '--token-label',
      token.token,
      '-O',
      '--login',
      '--pin',
      token.pin,
    ]);
    if (said === undefined) return console.warn('NOT CHECKED: pkcs11-tool is not installed (apt-get install opensc)');
    expect(said).toMatch(/Private Key Object; EC[\s\S]*label: +seal-1/);
    expect(said).toMatch(/Certificate Object[\s\S]*label: +seal-1/);
    expect(said).toContain('never extractable');
  });

  test('SM2 is refused: its mechanisms are every maker’s own', async () => {
    await expect(store.await('seal-9', 'sm2')).rejects.toThrow('P-256');
  });

  test('a wrong PIN is a fault that names itself', async () => {
    const stranger = pkcs11KeyStore({ ...token, pin: '000000' });
    // SoftHSM2 knows one login for the whole process, so the stranger comes in another one.
    await store.close();
    await expect(stranger.open('seal-1')).rejects.toThrow(TokenFault);
    expect(await store.find('seal-1')).toBeDefined();
  });
});

const subject = { country: 'CN', organization: '云河区市场监督管理局', commonName: '行政审批专用章' };

function certify(key: Pick<SignatureKey, 'spki'>, serial: number): Promise<Uint8Array> {
  const validity = { notBeforeAt: fromAt, notAfterAt: '2035-01-01T00:00:00.000Z' };
  const about = { serial: Buffer.from([serial]), subject, subjectKey: key, ...validity, isAuthority: false };
  return issueCertificate(about, rootKey, readCertificate(root));
}

/** Makes a token of this test's own; says so loudly when SoftHSM2 is not installed. */
function initToken(): boolean {
  if (!existsSync(token.module)) {
    console.warn('NOT CHECKED: SoftHSM2 is not installed (apt-get install softhsm2); PKCS#11 was not tried');
    return false;
  }
  mkdirSync(join(directory, 'tokens'));
  const config = join(directory, 'softhsm2.conf');
  writeFileSync(config, `directories.tokendir = ${join(directory, 'tokens')}\nobjectstore.backend = file\n`);
  // The module reads the environment of the process in C, which the environment of a worker thread does not reach.
  koffi.load('libc.so.6').func('int setenv(const char *, const char *, int)')('SOFTHSM2_CONF', config, 1);
  environment = { ...process.env, SOFTHSM2_CONF: config };
  const { token: label, pin } = token;
  execFileSync('softhsm2-util', ['--init-token', '--free', '--label', label, '--pin', pin, '--so-pin', '715092'], {
    env: environment,
  });
  return true;
}

function outside(program: string, command: string[]): string | undefined {
  try {
    return execFileSync(program, command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: environment });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
