import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalText } from './canonical.ts';
import { toHex, utf8 } from './bytes.ts';
import { sm3 } from './digest.ts';
import { judgePasskey, readPasskeyProof } from './passkey.ts';

const asked = { askedAt: '2025-03-03T01:00:00.000Z', decisions: ['a'.repeat(64)], nonce: 'n' };
const of = { realm: '110198', signer: 'mk-officer-1', decision: 'a'.repeat(64) };

/** A confirmation as it stands in a record, by this key. */
function confirmation(cose: Uint8Array, key: KeyObject, digest: 'sha256' | undefined, flags = 0x05) {
  const text = canonicalText({ purpose: 'liangqian sign decisions', realm: of.realm, signer: of.signer, ...asked });
  const challenge = Buffer.from(sm3(utf8(text))).toString('base64url');
  const origin = 'https://sp.yunhe.example';
  const client = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin, crossOrigin: false }));
  const data = Buffer.concat([
    createHash('sha256').update('sp.yunhe.example').digest(),
    Buffer.from([flags, 0, 0, 0, 1]),
  ]);
  const signature = sign(digest, Buffer.concat([data, createHash('sha256').update(client).digest()]), key);
  return {
    way: 'passkey',
    credentialId: 'c',
    publicKey: Buffer.from(cose).toString('base64url'),
    authenticatorData: data.toString('base64url'),
    clientDataJSON: client.toString('base64url'),
    signature: signature.toString('base64url'),
    rpId: 'sp.yunhe.example',
    origin,
    asked,
  };
}

function verdict(value: object) {
  const proof = readPasskeyProof(value);
  return proof === undefined ? 'unreadable' : judgePasskey(proof, of);
}

test('R72: an Ed25519 passkey is verified like a P-256 one, and a changed signature is none', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const point = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const cose = Buffer.concat([Buffer.from('a4010103272006215820', 'hex'), point]);
  const honest = confirmation(cose, privateKey, undefined);
  expect(verdict(honest)).toBe(true);
  expect(verdict({ ...honest, signature: `A${honest.signature.slice(1)}` })).toBe(false);
  expect(verdict({ ...honest, asked: { ...asked, decisions: ['b'.repeat(64)] } })).toBe(false);
  expect(verdict(confirmation(cose, privateKey, undefined, 0x01))).toBe(false);
});

test('R72: a kind of key that is not read here stays undecided, and half a record is unreadable', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const honest = confirmation(Buffer.from('a401030339010020590100', 'hex'), privateKey, 'sha256');
  expect(verdict(honest)).toBeUndefined();
  const { signature: _gone, ...half } = honest;
  expect(verdict(half)).toBe('unreadable');
  expect(verdict({ way: 'code', step: 1 })).toBe('unreadable');
});

test('RFC 8785: members are sorted by UTF-16 code units, and nothing stands between them', () => {
  const text = canonicalText({ '\u20ac': 1, '\r': [true, null], '\ud83d\ude00': 'é"', 1: { b: 1e21, a: undefined } });
  expect(text).toBe('{"\\r":[true,null],"1":{"b":1e+21},"\u20ac":1,"\ud83d\ude00":"é\\""}');
  expect(toHex(sm3(utf8('abc')))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
});
