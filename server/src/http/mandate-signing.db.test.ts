import { verifyByKey } from '@liangqian/verify/public-key.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmAct, PIN, proofBy, register } from '../../test/confirming.ts';
import { type Answer, type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import type { SoftwareAuthenticator } from '../../test/software-authenticator.ts';
import { ActSigned, actHash, actText } from '../confirmation/confirmation.ts';
import { readStream } from '../journal/actions.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { readCertificate } from '../seal/actions.ts';

const NO = 'YH-B-MK-2025';
const path = `/mandates/${NO}`;

let district: HttpDistrict;
let head: Visitor;
let headKey: SoftwareAuthenticator;
let officer: Visitor;
let officerKey: SoftwareAuthenticator;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z', undefined, { pinAlone: false });
  head = await district.signIn('mk-head');
  headKey = (await register(head)).device;
  officer = await district.signIn('mk-officer-1');
  officerKey = (await register(officer)).device;
}, 60_000);
afterAll(() => district.close());

function code({ status, body }: Answer) {
  return [status, body.code];
}

/** The newest event of a type, with the signature that it keeps. */
async function signedEvent(stream: string, type: string) {
  const events = await readStream(district.platform.journal, district.platform.realm, stream);
  const event = events.findLast((one) => one.type === type);
  if (event === undefined) throw new Error(`no ${type}`);
  const data: unknown = event.data;
  const { signed, ...words } = JSON.parse(JSON.stringify(data));
  return { event, words, signed: ActSigned.parse(signed) };
}

/** Whether the record alone shows that this person confirmed exactly this act, and signed it with his own certificate. */
async function provedBy(stream: string, type: string, signer: string) {
  const { event, words, signed } = await signedEvent(stream, type);
  const { confirmation, signature } = signed;
  const place = { stream, type, signer };
  expect(event.actor.id).toBe(signer);
  expect(confirmation.way === 'passkey' && confirmation.asked.decisions).toEqual([
    actHash(place, { ...words, signed: {} }),
  ]);
  const certificate = readCertificate(Buffer.from(signature.certificate ?? '', 'base64'));
  const text = (at: string) => Buffer.from(actText({ ...place, at }, { ...words, signed: { confirmation } }));
  const value = Buffer.from(signature.value, 'base64');
  expect(certificate.subjectText).toContain(signer);
  return [
    verifyByKey(certificate.spki, text(event.at), value),
    verifyByKey(certificate.spki, text('2025-03-04T01:00:00.000Z'), value),
  ];
}

/** Writes and reviews the second version, once. */
async function prepared(): Promise<void> {
  const { letter } = (await head.get(path)).body.versions[0];
  const next = { ...letter, version: 2, scope: { ...letter.scope, areaMax: 66 } };
  expect((await officer.post(`${path}/amendment`, { letter: next })).status).toBe(200);
  const legal = await district.signIn('mk-legal');
  expect((await legal.post(`${path}/review`, { opinion: '合法', passed: true })).status).toBe(200);
}

test('R71, R72: the grantor’s head is shown the exact letter, confirms it with his passkey, and his certificate signs over both', async () => {
  await prepared();
  const { hash, documentHash, pdfUrl } = (await head.get(`${path}/versions/2/draft`)).body;
  const pdf = await head.get(pdfUrl.replace(/^\/api/, ''));
  expect(sm3Hex(pdf.body)).toBe(documentHash);
  const command = { hash, documentHash };
  expect(code(await head.post(`${path}/signature`, { command, pin: PIN }))).toEqual([422, 'confirmation-missing']);
  expect(code(await head.post(`${path}/signature`, { command }))).toEqual([422, 'confirmation-missing']);
  // Another letter than the printed one, another record, or no letter at all: neither asked about nor signed.
  for (const [other, expected] of [
    [{ ...command, documentHash: 'f'.repeat(64) }, 'letter-changed'],
    [{ hash }, 'letter-changed'],
    [{ ...command, hash: 'f'.repeat(64) }, 'hash-differs'],
  ] as const) {
    expect(code(await head.post(`${path}/signature/challenge`, { command: other }))).toEqual([409, expected]);
  }
  const passkey = await confirmAct(head, headKey, `${path}/signature`, command);
  expect((await head.post(`${path}/signature`, { command, passkey })).status).toBe(200);
  expect(code(await head.post(`${path}/signature`, { command, passkey }))).toEqual([409, 'wrong-stage']);
  const { words } = await signedEvent(`mandate/${NO}`, 'MandateSigned');
  expect(words).toEqual({ version: 2, organ: 'MK', hash, documentHash });
  expect(await provedBy(`mandate/${NO}`, 'MandateSigned', 'mk-head')).toEqual([true, false]);
});

test('R71, R72: who is named accepts the exact letter with his own passkey, and nobody with another’s or for another act', async () => {
  const { hash, documentHash } = (await officer.get(`${path}/versions/2/draft`)).body;
  const command = { hash, documentHash };
  expect(code(await officer.post(`${path}/acceptance`, { command, pin: PIN }))).toEqual([422, 'confirmation-missing']);
  const forged = await confirmAct(officer, headKey, `${path}/acceptance`, command);
  expect(code(await officer.post(`${path}/acceptance`, { command, passkey: forged }))).toEqual([
    422,
    'passkey-unknown',
  ]);
  const passkey = await confirmAct(officer, officerKey, `${path}/acceptance`, command);
  expect((await officer.post(`${path}/acceptance`, { command, passkey })).status).toBe(200);
  expect(await provedBy(`mandate/${NO}`, 'MandateAccepted', 'mk-officer-1')).toEqual([true, false]);
});

test('R72, R105, R108: suspension, resumption and revocation are confirmed too, each for itself and once', async () => {
  const suspension = { kind: 'department', reason: '核查', holders: ['mk-officer-1'] };
  expect(code(await head.post(`${path}/suspension`, { command: suspension, pin: PIN }))).toEqual([
    422,
    'confirmation-missing',
  ]);
  const forSuspension = await confirmAct(head, headKey, `${path}/suspension`, suspension);
  const all = { ...suspension, holders: [] };
  expect(code(await head.post(`${path}/suspension`, { command: all, passkey: forSuspension }))).toEqual([
    422,
    'confirmation-other-decision',
  ]);
  const again = await confirmAct(head, headKey, `${path}/suspension`, suspension);
  expect((await head.post(`${path}/suspension`, { command: suspension, passkey: again })).status).toBe(200);
  expect(await provedBy(`mandate/${NO}`, 'MandateSuspended', 'mk-head')).toEqual([true, false]);

  const resumption = { reason: '核查完毕', holders: ['mk-officer-1'] };
  const forResumption = await confirmAct(head, headKey, `${path}/resumption`, resumption);
  expect((await head.post(`${path}/resumption`, { command: resumption, passkey: forResumption })).status).toBe(200);
  expect(await provedBy(`mandate/${NO}`, 'MandateResumed', 'mk-head')).toEqual([true, false]);

  const revocation = { reason: '机构调整' };
  // A confirmation of one act is none of another.
  const other = await confirmAct(head, headKey, `${path}/suspension`, suspension);
  expect(code(await head.post(`${path}/revocation`, { command: revocation, passkey: other }))).toEqual([
    422,
    'confirmation-other-decision',
  ]);
  const passkey = await confirmAct(head, headKey, `${path}/revocation`, revocation);
  expect((await head.post(`${path}/revocation`, { command: revocation, passkey })).status).toBe(200);
  expect(await provedBy(`mandate/${NO}`, 'MandateRevoked', 'mk-head')).toEqual([true, false]);
});

test('R72, R78: the head confirms exactly the rules that he signs; a rule set decides on nothing less', async () => {
  const at = '/library/items/MK-02';
  await officer.post(`${at}/draft`, { from: 'inForce' });
  const { item, draft } = (await officer.get(at)).body;
  const decide = [{ when: 'preNeeded', outcome: 'SIGN1', why: '含前置许可转窗口' }, ...item.decide];
  await officer.post(`${at}/draft/content`, { revision: draft.revision, item: { ...draft.item, decide } });
  const { revision } = (await officer.get(at)).body.draft;
  await officer.post(`${at}/draft/submission`, { revision });
  const legal = await district.signIn('mk-legal');
  await legal.post(`${at}/draft/approval`, { revision, opinion: '同意' });
  district.setNow('2025-03-03T01:02:00.000Z');
  expect((await officer.post(`${at}/draft/publication`, {})).status).toBe(200);
  const { ruleSetHash } = (await head.get(at)).body;
  const command = { version: 2, ruleSetHash };
  const sign = `${at}/rule-set-signature`;
  expect(code(await head.post(sign, { command, pin: PIN }))).toEqual([422, 'confirmation-missing']);
  const forged = { version: 2, ruleSetHash: 'f'.repeat(64) };
  expect(code(await head.post(`${sign}/challenge`, { command: forged }))).toEqual([409, 'rule-set-changed']);
  const passkey = await confirmAct(head, headKey, sign, command);
  expect((await head.post(sign, { command, passkey })).status).toBe(200);
  expect(await provedBy('item/MK-02', 'RuleSetSigned', 'mk-head')).toEqual([true, false]);
});

test('R72: a way of confirming that was removed meanwhile confirms no act on a mandate', async () => {
  const other = await district.signIn('hr-head');
  const { device } = await register(other);
  const command = { kind: 'department', reason: '核查', holders: [] };
  const passkey = await confirmAct(other, device, '/mandates/YH-B-HR-2025/suspension', command);
  const proof = await proofBy(other, device, 'removePasskey');
  const removal = { credentialId: device.credentialId, reason: 'lost', proof };
  expect((await other.post('/confirmation/passkeys/removal', removal)).status).toBe(200);
  expect(code(await other.post('/mandates/YH-B-HR-2025/suspension', { command, passkey }))).toEqual([
    422,
    'passkey-unknown',
  ]);
});
