import { createPrivateKey, createPublicKey, createSign, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { concat, uint64, utf8 } from './bytes.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import {
  checkSignature,
  cosignedMessage,
  type KeyKind,
  readNote,
  readVerifierKey,
  type VerifierKey,
  verifierKey,
  writeNote,
  writeVerifierKey,
} from './note.ts';
import { sm2IdentityHash } from './sm2-identity.ts';

/** Keys and signatures come from Node's OpenSSL: what verifies them here is another implementation. */
function signer(name: string, kind: KeyKind): { readonly key: VerifierKey; readonly secret: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return { key: verifierKey(name, kind, new Uint8Array(spki.subarray(-32))), secret: privateKey };
}

const log = signer('yunhe.example/log', 'ed25519');
const audit = signer('audit.example', 'cosignature');
const text = writeCheckpoint({ origin: log.key.name, size: 3, root: new Uint8Array(32).fill(7), extension: [] });
const byLog = { name: log.key.name, keyId: log.key.id, signature: sign(null, utf8(text), log.secret) };
const at = 1_790_000_000n;
const byAudit = {
  name: audit.key.name,
  keyId: audit.key.id,
  signature: concat(uint64(at), sign(null, cosignedMessage(text, at), audit.secret)),
};
const whole = writeNote({ text, signatures: [byLog, byAudit] });

test('a note is read back as it was written, with the signature of the log and the cosignature of a witness', () => {
  const note = readNote(whole);
  expect(note?.text).toBe(text);
  expect(note === undefined ? undefined : writeNote(note)).toBe(whole);
  expect(note === undefined ? undefined : checkSignature(note, log.key)).toEqual({ state: 'signed' });
  expect(note === undefined ? undefined : checkSignature(note, audit.key)).toEqual({ state: 'signed', at });
});

test('a signature over another text, or under another time, condemns the note', () => {
  const other = { ...byAudit, signature: concat(uint64(at + 1n), byAudit.signature.subarray(8)) };
  const note = readNote(writeNote({ text: text.replace('\n3\n', '\n4\n'), signatures: [byLog, other] }));
  expect(note === undefined ? undefined : checkSignature(note, log.key)).toEqual({ state: 'forged' });
  const later = readNote(writeNote({ text, signatures: [other] }));
  expect(later === undefined ? undefined : checkSignature(later, audit.key)).toEqual({ state: 'forged' });
});

test('a key that shares only its name or only its id says nothing', () => {
  const note = readNote(whole);
  const namesake = signer(log.key.name, 'ed25519').key;
  expect(note === undefined ? undefined : checkSignature(note, namesake)).toEqual({ state: 'absent' });
  const renamed = { ...log.key, name: 'other.example' };
  expect(note === undefined ? undefined : checkSignature(note, renamed)).toEqual({ state: 'absent' });
});

test('a good signature does not hide a forged one by the same key', () => {
  const note = readNote(writeNote({ text, signatures: [byLog, { ...byLog, signature: new Uint8Array(64) }] }));
  expect(note === undefined ? undefined : checkSignature(note, log.key)).toEqual({ state: 'forged' });
});

test('a verifier key is read back; a wrong id, an unknown kind or a short key is refused', () => {
  expect(readVerifierKey(writeVerifierKey(log.key))).toEqual(log.key);
  expect(readVerifierKey(writeVerifierKey({ ...log.key, name: 'other.example' }))).toBeUndefined();
  expect(readVerifierKey(writeVerifierKey(log.key).slice(0, -4))).toBeUndefined();
  expect(readVerifierKey('a b+00000000+AAAA')).toBeUndefined();
});

test('what is no note is refused', () => {
  const bad = [
    '',
    text,
    `${text}\n`,
    whole.slice(0, -1),
    whole.replace('\u2014', '-'),
    whole.replace(text, `${text}\u0007`),
    `${text}\n${'\u2014 a AAAAAAAAAA==\n'.repeat(101)}`,
    `${text}\n\u2014 a AAAA\n`,
    `${text}\ud800\n\n\u2014 a AAAAAAAAAA==\n`,
  ];
  expect(bad.filter((one) => readNote(one) !== undefined)).toEqual([]);
});

test('a checkpoint is read back; a size with zeros, signs or beyond exact numbers is refused', () => {
  expect(readCheckpoint(whole)?.checkpoint).toEqual({
    origin: log.key.name,
    size: 3,
    root: new Uint8Array(32).fill(7),
    extension: [],
  });
  const sized = (size: string): string => whole.replace('\n3\n', `\n${size}\n`);
  for (const size of ['03', '-1', '+3', '3.0', '9007199254740992', '99999999999999999999', '', ' 3'])
    expect(readCheckpoint(sized(size))).toBeUndefined();
  expect(readCheckpoint(sized('9007199254740991'))?.checkpoint.size).toBe(Number.MAX_SAFE_INTEGER);
});

test('an SM2 signature of the log is checked beside the others, and passed over by whoever does not know its kind', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' });
  // Read back from its file the key signs SM2; straight out of the generator it would sign ECDSA.
  const secret = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const point = new Uint8Array(createPublicKey(secret).export({ type: 'spki', format: 'der' }).subarray(-65));
  const key = verifierKey(log.key.name, 'sm2', point);
  expect(readVerifierKey(writeVerifierKey(key))).toEqual(key);
  const signature = createSign('sm3').update(sm2IdentityHash(point)).update(text).sign(secret);
  const note = readNote(writeNote({ text, signatures: [byLog, { name: key.name, keyId: key.id, signature }] }));
  expect(note === undefined ? undefined : checkSignature(note, key)).toEqual({ state: 'signed' });
  expect(note === undefined ? undefined : checkSignature(note, log.key)).toEqual({ state: 'signed' });
  const other = note === undefined ? undefined : { ...note, text: text.replace('\n3\n', '\n4\n') };
  expect(other === undefined ? undefined : checkSignature(other, key)).toEqual({ state: 'forged' });
});
