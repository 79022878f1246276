import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { verifyByKey } from '@liangqian/verify/public-key.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmWith, PIN, proofBy, register, reviewedCase, show, sign, site } from '../../test/confirming.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { type SoftwareAuthenticator, softwareAuthenticator } from '../../test/software-authenticator.ts';
import { caseStream } from '../application/actions.ts';
import { viewAcceptance } from '../acceptance/acceptance.ts';
import { challengeText, Confirmation } from '../confirmation/confirmation.ts';
import { signatureOf } from '../decision/decision.ts';
import { readStream } from '../journal/actions.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { readCertificate } from '../seal/actions.ts';

let district: HttpDistrict;
let clerk: Visitor;
let officer: Visitor;
let device: SoftwareAuthenticator;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z', undefined, { pinAlone: false });
  clerk = await district.signIn('clerk-1');
  officer = await district.signIn('ps-officer-1');
}, 60_000);
afterAll(() => district.close());

function code(answer: { readonly status: number; readonly body: { readonly code?: string } }) {
  return [answer.status, answer.body.code];
}

test('R72: where it is in earnest the PIN alone signs nothing', async () => {
  const shown = await show(officer, await reviewedCase(clerk, officer));
  expect(code(await sign(officer, shown, { pin: PIN }))).toEqual([422, 'confirmation-missing']);
  expect(code(await sign(officer, shown, {}))).toEqual([422, 'confirmation-missing']);
  expect(code(await sign(officer, shown, { pin: PIN, code: '123456' }))).toEqual([422, 'codes-not-enabled']);
  expect((await officer.get('/confirmation')).body).toMatchObject({ passkeys: [], codes: false, pinAlone: false });
});

test('R72: a passkey is registered with the right PIN, soon after signing in, at our address', async () => {
  const elsewhere = await register(officer, { at: { origin: 'https://evil.example' } });
  expect(elsewhere.answer.body).toMatchObject({ code: 'passkey-refused', detail: { why: 'origin' } });
  const made = await register(officer);
  expect(made.answer.body).toEqual({ done: true });
  expect(code((await register(officer, { pin: '000000' })).answer)).toEqual([422, 'pin-wrong']);
  ({ device } = made);
  expect(code((await register(officer, { device, by: device })).answer)).toEqual([409, 'passkey-taken']);
  const ways = await officer.get('/confirmation');
  expect(ways.body).toMatchObject({
    passkeys: [{ credentialId: device.credentialId, label: '工作手机', backedUp: false }],
    addressFits: true,
  });
  district.setNow('2025-03-03T01:10:00.000Z');
  expect(code((await register(officer)).answer)).toEqual([403, 'sign-in-not-fresh']);
  const removal = { credentialId: device.credentialId, reason: 'lost' };
  expect(code(await officer.post('/confirmation/passkeys/removal', removal))).toEqual([403, 'sign-in-not-fresh']);
});

test('R71, R72: the passkey confirms the exact decision, the certificate signs over both, and anybody can verify it from the record', async () => {
  const caseNo = await reviewedCase(clerk, officer);
  const shown = await show(officer, caseNo);
  const passkey = await confirmWith(officer, device, [shown]);
  const signed = await sign(officer, shown, { passkey });
  expect(signed.body.events.map(({ type }: { readonly type: string }) => type)).toEqual([
    'DecisionMade',
    'DecisionSealed',
  ]);
  const events = await readStream(district.platform.journal, district.platform.realm, caseStream(caseNo));
  const made = events.find(({ type }) => type === 'DecisionMade');
  const { received } = viewAcceptance(events).application;
  if (made === undefined || received === undefined) throw new Error('no decision');
  const data: unknown = made.data;
  const { signature: declared } = JSON.parse(JSON.stringify(data));
  const confirmation = Confirmation.parse(declared.confirmation);
  if (confirmation.way !== 'passkey') throw new Error('no passkey');

  // The challenge is the hash of what the record says was decided: case, document, mandate with its hash, declaration.
  const { signature: _certificate, confirmation: _confirmation, ...words } = declared;
  const { itemId, itemVersion, itemHash } = received;
  const bytes = canonicalJson({
    caseNo,
    itemId,
    itemVersion,
    itemHash,
    signer: 'ps-officer-1',
    mandate: made.mandate,
    declaration: words,
  });
  expect(made.mandate).toMatchObject({
    mandateNo: 'YH-B-PS-2025',
    version: 1,
    hash: expect.stringMatching(/^[\da-f]{64}$/),
  });
  expect(words).toMatchObject({ recusal: 'none', documentHash: expect.anything(), evidenceHash: expect.anything() });
  expect(confirmation.asked.decisions).toEqual([sm3Hex(bytes)]);
  const challenge = Buffer.from(sm3Hex(challengeText('110198', 'ps-officer-1', confirmation.asked)), 'hex');
  const client = Buffer.from(confirmation.clientDataJSON, 'base64url');
  expect(JSON.parse(client.toString())).toMatchObject({
    origin: site.origin,
    challenge: challenge.toString('base64url'),
  });

  // WebAuthn §7.2: the signature is over the authenticator data and the hash of the client data; checked without our code.
  const cose = Buffer.from(confirmation.publicKey, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: cose.subarray(10, 42).toString('base64url'),
    y: cose.subarray(45, 77).toString('base64url'),
  };
  const authenticator = Buffer.from(confirmation.authenticatorData, 'base64url');
  const over = Buffer.concat([authenticator, createHash('sha256').update(client).digest()]);
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  expect(verify('sha256', over, key, Buffer.from(confirmation.signature, 'base64url'))).toBe(true);
  expect(authenticator.subarray(0, 32)).toEqual(createHash('sha256').update('localhost').digest());
  expect(authenticator.readUInt8(32) & 0x05).toBe(0x05);

  // The officer's certificate signs the confirmation with the rest: neither can be put beside another.
  const record = signatureOf(received, made);
  if (record?.certificate === undefined) throw new Error('no certificate');
  const { spki } = readCertificate(record.certificate);
  expect(verifyByKey(spki, Buffer.from(record.text), record.value)).toBe(true);
  expect(record.text).toContain(confirmation.signature);
  const other = record.text.replace(confirmation.signature, `A${confirmation.signature.slice(1)}`);
  expect(verifyByKey(spki, Buffer.from(other), record.value)).toBe(false);
  expect((await officer.get(`/cases/${caseNo}`)).body.signatures).toMatchObject([{ confirmedBy: 'passkey' }]);
});

test('R72: a confirmation is good once, for five minutes, in its own session, and for its own decision', async () => {
  const shown = await show(officer, await reviewedCase(clerk, officer));
  const passkey = await confirmWith(officer, device, [shown]);

  const other = await show(officer, await reviewedCase(clerk, officer));
  expect(code(await sign(officer, other, { passkey }))).toEqual([422, 'confirmation-other-decision']);
  // That attempt has used it up, also for what it was asked for.
  expect(code(await sign(officer, shown, { passkey }))).toEqual([409, 'challenge-used']);

  const reworded = await show(officer, shown.caseNo, '符合全部条件');
  const forFirst = await confirmWith(officer, device, [shown]);
  expect(code(await sign(officer, reworded, { passkey: forFirst }))).toEqual([422, 'confirmation-other-decision']);

  const inThisSession = await confirmWith(officer, device, [shown]);
  const secondSession = await district.signIn('ps-officer-1');
  expect(code(await sign(secondSession, shown, { passkey: inThisSession }))).toEqual([422, 'challenge-unknown']);
  const deputy = await district.signIn('ps-officer-2');
  expect(code(await sign(deputy, shown, { passkey: inThisSession }))).toEqual([422, 'challenge-unknown']);

  district.setNow('2025-03-03T01:14:59.999Z');
  const early = await confirmWith(officer, device, [other]);
  district.setNow('2025-03-03T01:19:59.999Z');
  expect(code(await sign(officer, other, { passkey: early }))).toEqual([422, 'challenge-expired']);
  const again = await confirmWith(officer, device, [shown]);
  expect((await sign(officer, shown, { passkey: again })).status).toBe(200);
  expect(code(await sign(officer, other, { passkey: again }))).toEqual([409, 'challenge-used']);
});

test('R72: another person’s passkey, another address, no user verification, a counter that went back: all refused', async () => {
  const shown = await show(officer, await reviewedCase(clerk, officer));
  const deputy = await district.signIn('ps-officer-2');
  const theirs = await register(deputy);
  expect(theirs.answer.status).toBe(200);
  const attempts = [
    ['passkey-unknown', undefined, await confirmWith(officer, theirs.device, [shown])],
    ['passkey-unknown', undefined, await confirmWith(officer, softwareAuthenticator(), [shown])],
    [
      'passkey-refused',
      'origin',
      await confirmWith(officer, device, [shown], { at: { origin: 'http://localhost:81' } }),
    ],
    ['passkey-refused', 'signature', await confirmWith(officer, device, [shown], { at: { rpId: 'evil.example' } })],
    [
      'passkey-refused',
      'challenge',
      await confirmWith(officer, device, [shown], { at: { challenge: 'x'.repeat(43) } }),
    ],
    [
      'passkey-refused',
      'userVerification',
      await confirmWith(officer, device, [shown], { lie: { userVerified: false } }),
    ],
    ['passkey-refused', 'counter', await confirmWith(officer, device, [shown], { lie: { counter: 1 } })],
  ] as const;
  for (const [expected, why, passkey] of attempts) {
    const { body } = await sign(officer, shown, { passkey });
    expect([body.code, body.detail.why]).toEqual([expected, why]);
  }
  expect((await officer.get(`/cases/${shown.caseNo}`)).body.signatures).toEqual([]);
});

test('R71: what changes after the document was shown stops the signature, also a confirmed one', async () => {
  const shown = await show(officer, await reviewedCase(clerk, officer));
  const passkey = await confirmWith(officer, device, [shown]);
  const deputy = await district.signIn('ps-officer-2');
  const points = [{ point: 1, result: 'notMet', evidence: '照片与本人不符' }];
  await deputy.post(`/cases/${shown.caseNo}/review`, { act: 'recordFindings', points });
  expect(code(await sign(officer, shown, { passkey }))).toEqual([409, 'evidence-changed']);
  // The question itself is refused too: nobody is asked to confirm what cannot be signed.
  expect(code(await officer.post('/decisions/challenge', { decisions: [shown] }))).toEqual([409, 'evidence-changed']);
});

test('R72: password and PIN change nothing for whoever holds a passkey: only its answer to that very change does', async () => {
  const thief = await district.signIn('ps-officer-1');
  expect(code((await register(thief)).answer)).toEqual([403, 'way-unproved']);
  expect(code(await thief.post('/confirmation/codes', { pin: PIN }))).toEqual([403, 'way-unproved']);
  const removal = { credentialId: device.credentialId, reason: 'lost' };
  expect(code(await thief.post('/confirmation/passkeys/removal', removal))).toEqual([403, 'way-unproved']);
  const guessed = { ...removal, proof: { code: '123456' } };
  expect(code(await thief.post('/confirmation/passkeys/removal', guessed))).toEqual([422, 'codes-not-enabled']);
  const own = softwareAuthenticator();
  expect(code((await register(thief, { device: own, by: own })).answer)).toEqual([422, 'passkey-unknown']);
  // The owner's answer to another change, or to a decision, is none to this.
  const other = { ...removal, proof: await proofBy(thief, device, 'addCodes') };
  expect(code(await thief.post('/confirmation/passkeys/removal', other))).toEqual([403, 'way-unproved']);
  const shown = await show(officer, await reviewedCase(clerk, officer));
  const signing = { ...removal, proof: { passkey: await confirmWith(thief, device, [shown]) } };
  expect(code(await thief.post('/confirmation/passkeys/removal', signing))).toEqual([422, 'challenge-unknown']);
  expect((await thief.get('/confirmation')).body).toMatchObject({
    passkeys: [{ credentialId: device.credentialId }],
    codes: false,
  });
});

test('R72: outside the demonstration an officer is given a key, makes its PIN his own, and then registers', async () => {
  const given = { personId: 'mk-officer-2', name: '陆', organ: '云河区市场监督管理局', pin: '70318852' };
  const key = { ...given, fromAt: '2025-03-01T01:00:00.000Z', isInitial: true };
  await district.platform.authority.createStaffKey(key);
  const owner = await district.signIn('mk-officer-2');
  expect(code((await register(owner, { pin: given.pin })).answer)).toEqual([422, 'pin-initial']);
  expect(code(await owner.post('/confirmation/codes', { pin: given.pin }))).toEqual([422, 'pin-initial']);
  const change = { pin: given.pin, newPin: '918273' };
  // The key lies under the new PIN, and then the database is away: the same request again completes it and counts no wrong PIN.
  const asked = { 'request-id': randomUUID() };
  const { journal } = district.platform;
  const { append } = journal;
  Object.assign(journal, { append: () => Promise.reject(new Error('the database is away')) });
  expect((await owner.post('/confirmation/pin', change, asked)).status).toBe(500);
  Object.assign(journal, { append });
  const other = await owner.post('/confirmation/pin', { ...change, newPin: '918274' }, asked);
  expect([...code(other), other.body.detail?.attemptsLeft]).toEqual([422, 'pin-wrong', 5]);
  for (const _again of [1, 2]) {
    expect((await owner.post('/confirmation/pin', change, asked)).body).toEqual({ done: true });
  }
  // Since when its owner alone knows the PIN stands on record; neither PIN does.
  const stream = await readStream(district.platform.journal, district.platform.realm, 'confirmation/mk-officer-2');
  expect(stream.map(({ type, data, actor }) => [type, data, actor.id])).toEqual([['PinChanged', {}, 'mk-officer-2']]);
  expect(code(await owner.post('/confirmation/pin', change))).toEqual([422, 'pin-wrong']);
  expect((await register(owner, { pin: '918273' })).answer.status).toBe(200);
});

test('R72: codes that were begun before the first passkey are not started after it', async () => {
  const early = await district.signIn('mk-officer-1');
  const begun = await early.post('/confirmation/codes', { pin: PIN });
  expect(begun.status).toBe(200);
  expect((await register(await district.signIn('mk-officer-1'))).answer.status).toBe(200);
  expect(code(await early.post('/confirmation/codes/start', { code: '123456' }))).toEqual([422, 'codes-not-enabled']);
});

test('R72: a passkey that was lost confirms nothing from that commit on; one that was reset neither', async () => {
  const fresh = await district.signIn('ps-officer-1');
  const second = await register(fresh, { by: device });
  expect(second.answer.status).toBe(200);
  const shown = await show(fresh, await reviewedCase(clerk, fresh));
  const passkey = await confirmWith(fresh, second.device, [shown]);
  const lost = { credentialId: second.device.credentialId, reason: 'lost' };
  const proof = await proofBy(fresh, device, 'removePasskey');
  expect((await fresh.post('/confirmation/passkeys/removal', { ...lost, proof })).status).toBe(200);
  const again = { ...lost, proof: await proofBy(fresh, device, 'removePasskey') };
  expect(code(await fresh.post('/confirmation/passkeys/removal', again))).toEqual([422, 'passkey-unknown']);
  expect(code(await sign(fresh, shown, { passkey }))).toEqual([422, 'passkey-unknown']);

  const personId = 'ps-officer-1';
  const foreign = await district.signIn('mk-head');
  expect(code(await foreign.post('/confirmation/reset', { personId }))).toEqual([403, 'reset-not-head']);
  const head = await district.signIn('ps-head');
  expect(code(await head.post('/confirmation/reset', { personId: 'ps-head' }))).toEqual([403, 'reset-not-head']);
  expect((await head.post('/confirmation/reset', { personId })).status).toBe(200);
  expect((await fresh.get('/confirmation')).body).toMatchObject({ passkeys: [], pinAlone: false });
  expect(code(await fresh.post('/decisions/challenge', { decisions: [shown] }))).toEqual([422, 'passkey-unknown']);
  // What opens the signing key after a verified passkey went with the last one.
  expect(await district.platform.keys.openEntrusted(personId)).toMatchObject({ code: 'signing-key-not-entrusted' });
});
