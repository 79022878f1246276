import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { readAct, type ReadAct } from './bundle-act.ts';
import { checkConfirmed } from './bundle-passkey.ts';
import { toBase64, toHex, utf8 } from './bytes.ts';
import { canonicalText } from './canonical.ts';
import { sm3 } from './digest.ts';

/** Whose passkey it was, over two logs and with content that the bundle withholds. */

const [NEWEST, OLD] = ['log.example/2', 'log.example/1'];
const SIGNER = 'mk-officer-1';
const REALM = '110198';
const DECISION = '{"said":"准予"}';
const device = generateKeyPairSync('ed25519');
const point = Buffer.from(device.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
const publicKey = Buffer.concat([Buffer.from('a4010103272006215820', 'hex'), point]).toString('base64url');
const confirmation = confirmed();

function confirmed() {
  const asked = { askedAt: '2025-03-03T01:00:00.000Z', decisions: [toHex(sm3(utf8(DECISION)))], nonce: 'n' };
  const text = canonicalText({ purpose: 'liangqian sign decisions', realm: REALM, signer: SIGNER, ...asked });
  const challenge = Buffer.from(sm3(utf8(text))).toString('base64url');
  const origin = 'https://sp.yunhe.example';
  const client = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin, crossOrigin: false }));
  const relying = createHash('sha256').update('sp.yunhe.example').digest();
  const data = Buffer.concat([relying, Buffer.from([0x05, 0, 0, 0, 1])]);
  const over = Buffer.concat([data, createHash('sha256').update(client).digest()]);
  return {
    way: 'passkey',
    credentialId: 'c',
    publicKey,
    authenticatorData: data.toString('base64url'),
    clientDataJSON: client.toString('base64url'),
    signature: sign(undefined, over, device.privateKey).toString('base64url'),
    rpId: 'sp.yunhe.example',
    origin,
    asked,
  };
}

type Place = readonly [log: string, index: number];

function read(stream: string, [origin, index]: Place, record: object, events?: readonly object[]): ReadAct {
  const checkpoint = `${origin}\n1000\n${toBase64(new Uint8Array(32))}\n\n\u2014 ${origin} AAAAAAAA\n`;
  const proof = `c2sp.org/tlog-proof@v1\nindex ${index}\n\n${checkpoint}`;
  const [nothing, body] = [new Uint8Array(), events === undefined ? undefined : utf8(JSON.stringify({ events }))];
  const act = { stream, record: utf8(JSON.stringify(record)), leaf: nothing, salt: nothing, proof };
  return readAct({ ...act, ...(body === undefined ? {} : { body }) }, { newestFirst: [NEWEST, OLD] });
}

const WAYS = `confirmation/${SIGNER}`;
const registered = (place: Place) =>
  read(WAYS, place, {}, [{ type: 'PasskeyRegistered', data: { credentialId: 'c', publicKey } }]);
const removed = (place: Place) => read(WAYS, place, {}, [{ type: 'PasskeyRemoved', data: { credentialId: 'c' } }]);
const withheld = (place: Place, types?: readonly string[]) => read(WAYS, place, { types });

function judged(ways: readonly ReadAct[], at: Place): string | undefined {
  const act = read('case/1', at, {}, []);
  const signed = { act, realm: REALM, signer: SIGNER, at: '', signature: {}, confirmation };
  const texts = { signedText: '', confirmedText: DECISION };
  return checkConfirmed({ ...signed, ...texts }, [...ways, act])[0]?.state;
}

test('R72: a passkey registered in the old log counts in the new one, whatever the numbers there, and not the other way round', () => {
  expect(judged([registered([OLD, 900])], [NEWEST, 3])).toBe('true');
  expect(judged([registered([NEWEST, 3])], [OLD, 900])).toBe('false');
  expect(judged([registered([OLD, 2]), removed([OLD, 900])], [NEWEST, 3])).toBe('false');
  expect(judged([registered([OLD, 2]), removed([NEWEST, 3])], [OLD, 900])).toBe('true');
  expect(judged([registered(['log.example/9', 2])], [NEWEST, 3])).toBe('undecided');
});

test('R72: a removal whose content is withheld does not count as none', () => {
  const at: Place = [NEWEST, 9];
  const own = registered([OLD, 2]);
  expect(judged([own, withheld([NEWEST, 4])], at)).toBe('undecided');
  expect(judged([own, withheld([NEWEST, 4], ['PasskeyRemoved', 'CodesRemoved'])], at)).toBe('undecided');
  expect(judged([own, withheld([NEWEST, 4], ['PinChanged'])], at)).toBe('true');
  // Withheld before the registration, or after the signature, it removes nothing that is in question.
  expect(judged([withheld([OLD, 1]), own], at)).toBe('true');
  expect(judged([own, withheld([NEWEST, 10])], at)).toBe('true');
  expect(judged([own, removed([NEWEST, 3]), withheld([NEWEST, 4])], at)).toBe('false');
  // The registration itself may be what is withheld.
  expect(judged([withheld([OLD, 1], ['PasskeyRegistered']), removed([NEWEST, 3])], at)).toBe('undecided');
});
