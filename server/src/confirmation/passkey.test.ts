import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { type Site, softwareAuthenticator } from '../../test/software-authenticator.ts';
import { isFreshSignIn, passkeyAddress } from './address.ts';
import { type MadePasskey, verifyAssertion, verifyNewPasskey } from './passkey.ts';
import { challengeOf } from './record.ts';

const site = { origin: 'https://sp.yunhe.example', rpId: 'sp.yunhe.example' };
const asked = { nonce: 'n'.repeat(43), askedAt: '2025-03-03T01:00:00.000Z', decisions: ['a'.repeat(64)] };
const challenge = challengeOf('110198', 'mk-officer-1', asked);
const here: Site = { ...site, challenge };

async function registered(device = softwareAuthenticator()): Promise<MadePasskey> {
  const made = await verifyNewPasskey({ nonce: 'n', credential: device.create(here) }, here);
  if (isRefusal(made)) throw new Error(made.code);
  return made;
}

test('R72: an answer of the registered passkey to this very question verifies, and counts on', async () => {
  const device = softwareAuthenticator();
  const known = await registered(device);
  expect(known).toMatchObject({ credentialId: device.credentialId, counter: 1, backedUp: false });
  const credential = device.get(here);
  expect(await verifyAssertion({ nonce: 'n', credential }, here, known)).toEqual({ counter: 2 });
});

test.each([
  ['challenge', { ...here, challenge: challengeOf('110198', 'mk-officer-1', { ...asked, nonce: 'm'.repeat(43) }) }, {}],
  ['origin', { ...here, origin: 'https://sp.yunhe.example.evil.example' }, {}],
  ['origin', { ...here, origin: 'http://sp.yunhe.example' }, {}],
  ['signature', { ...here, rpId: 'evil.example' }, {}],
  ['userVerification', here, { userVerified: false }],
  ['counter', here, { counter: 1 }],
  ['signature', here, { type: 'webauthn.create' }],
  ['frame', here, { crossOrigin: true }],
] as const)('R72: an answer with a false %s does not verify (%#)', async (why, answered, lie) => {
  const device = softwareAuthenticator();
  const known = await registered(device);
  const credential = device.get(answered, lie);
  expect(await verifyAssertion({ nonce: 'n', credential }, here, known)).toMatchObject({
    code: 'passkey-refused',
    detail: { why },
  });
});

test('R72: the answer of another device under the name of this one does not verify, nor one with any byte altered', async () => {
  const device = softwareAuthenticator();
  const known = await registered(device);
  const honest = device.get(here);
  const stranger = { ...honest, response: softwareAuthenticator().get(here, { counter: 9 }).response };
  expect(await verifyAssertion({ nonce: 'n', credential: stranger }, here, known)).toMatchObject({
    detail: { why: 'signature' },
  });
  for (const part of ['authenticatorData', 'clientDataJSON', 'signature'] as const) {
    const bytes = Buffer.from(honest.response[part], 'base64url');
    for (let index = 0; index < bytes.length; index += 7) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(index) ^ 0x20, index);
      const response = { ...honest.response, [part]: altered.toString('base64url') };
      const answer = await verifyAssertion({ nonce: 'n', credential: { ...honest, response } }, here, known);
      expect(isRefusal(answer), `${part} ${index}`).toBe(true);
    }
  }
});

test('R72: a passkey that verified nobody, or answered elsewhere, is not registered', async () => {
  const answers = [
    softwareAuthenticator().create(here, { userVerified: false }),
    softwareAuthenticator().create({ ...here, origin: 'https://evil.example' }),
    softwareAuthenticator().create({ ...here, challenge: 'x'.repeat(43) }),
    { ...softwareAuthenticator().create(here), id: 'other' },
  ];
  for (const credential of answers) {
    expect(await verifyNewPasskey({ nonce: 'n', credential }, here)).toMatchObject({ code: 'passkey-refused' });
  }
});

test('R72: the challenge changes with district, signer, moment, nonce, and with every decision and its place', () => {
  const other = 'b'.repeat(64);
  const two = { ...asked, decisions: [...asked.decisions, other] };
  const challenges = [
    challenge,
    challengeOf('110199', 'mk-officer-1', asked),
    challengeOf('110198', 'mk-officer-2', asked),
    challengeOf('110198', 'mk-officer-1', { ...asked, nonce: 'm'.repeat(43) }),
    challengeOf('110198', 'mk-officer-1', { ...asked, askedAt: '2025-03-03T01:00:00.001Z' }),
    challengeOf('110198', 'mk-officer-1', { ...asked, decisions: [other] }),
    challengeOf('110198', 'mk-officer-1', two),
    challengeOf('110198', 'mk-officer-1', { ...two, decisions: two.decisions.toReversed() }),
  ];
  expect(new Set(challenges).size).toBe(challenges.length);
});

test('passkeys are bound to the address that the operator set; without one to localhost alone', () => {
  expect(passkeyAddress('https://sp.yunhe.example/door', 'proxy.internal:8080')).toEqual(site);
  expect(passkeyAddress(undefined, 'localhost:8103')).toEqual({ origin: 'http://localhost:8103', rpId: 'localhost' });
  expect(passkeyAddress('http://localhost:9000', 'x')).toEqual({ origin: 'http://localhost:9000', rpId: 'localhost' });
  const unfit = [
    [undefined, '127.0.0.1:8080'],
    [undefined, 'sp.yunhe.example'],
    [undefined, 'not a host'],
    ['http://sp.yunhe.example', 'x'],
    ['https://10.0.0.5', 'x'],
    ['https://[::1]', 'x'],
  ] as const;
  for (const [url, host] of unfit) {
    expect(passkeyAddress(url, host), `${url} ${host}`).toMatchObject({ code: 'passkey-address-unfit' });
  }
});

test('a sign-in is fresh for ten minutes', () => {
  const signedInAt = '2025-03-03T01:00:00.000Z';
  expect(isFreshSignIn(signedInAt, '2025-03-03T01:09:59.999Z')).toBe(true);
  expect(isFreshSignIn(signedInAt, '2025-03-03T01:10:00.000Z')).toBe(false);
});
