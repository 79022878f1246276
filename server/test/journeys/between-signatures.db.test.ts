import { afterAll, beforeAll, expect, test } from 'vitest';
import { escalate } from '../../src/decision/actions.ts';
import { signatureOf, viewDecision } from '../../src/decision/decision.ts';
import { demoSealId } from '../../src/demo-district.ts';
import { reinstatePerson, suspendPerson } from '../../src/identity/actions.ts';
import { catchUp } from '../../src/journal/actions.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { mandates } from '../../src/mandate/actions.ts';
import { readCertificate } from '../../src/seal/certificate.ts';
import { sealActs } from '../../src/seal/seal-acts.ts';
import { importSm2PublicKey, sm2Operations, sm2Verify } from '../../src/seal/sm2.ts';
import { approving, findItem } from '../case-story.ts';
import type { ReviewAct } from '../../src/review/review.ts';
import { type Acting, actingIn, applicants, caseNoOf, type Findings, told } from '../district-story.ts';
import { type TestDistrict, testDistrict } from '../platform.ts';

let district: TestDistrict;
let acting: Acting;
beforeAll(async () => {
  district = await testDistrict('2025-03-03T01:00:00.000Z');
  acting = actingIn(district);
}, 60_000);
afterAll(() => district.close());

const GRANT = { outcome: 'GRANT' } as const;

/** A class 2 case of WA, GR or AG, reviewed and proposed by the organ's first officer. */
async function proposed(itemId: string, dept: string, findings: Findings): Promise<string> {
  const caseNo = caseNoOf(await acting.atWindow({ itemId, form: formOf(itemId) }, '2025-03-03T01:30:00.000Z'));
  const pair = [`${dept}-officer-1`, `${dept}-officer-2`];
  await acting.visitBy(pair, caseNo, { fromAt: '2025-03-04T02:00:00.000Z', toAt: '2025-03-04T03:00:00.000Z' });
  expect(told(await acting.findBy(`${dept}-officer-1`, caseNo, findings, '2025-03-05T02:00:00.000Z'))).toEqual([
    'FindingsRecorded',
  ]);
  expect(told(await acting.signBy(`${dept}-officer-1`, caseNo, GRANT, '2025-03-05T02:10:00.000Z'))).toEqual([
    'DecisionProposed',
  ]);
  return caseNo;
}

const water = { outletOk: true, pretreatment: true, waterOk: true, siteChecked: true };

test('R72: a signature verifies from the record alone under the officer’s certificate, and a flipped bit breaks it', async () => {
  const caseNo = await proposed('WA-01', 'wa', water);
  expect(told(await acting.signBy('wa-chief', caseNo, GRANT, '2025-03-05T03:00:00.000Z'))).toEqual([
    'DecisionMade',
    'DecisionSealed',
  ]);
  const events = await acting.eventsOf(caseNo);
  const { received } = viewDecision(events).review.acceptance.application;
  if (received === undefined) throw new Error('not received');
  const signed = events.filter(({ type }) => type === 'DecisionProposed' || type === 'DecisionMade');
  expect(signed).toHaveLength(2);
  for (const event of signed) {
    const record = signatureOf(received, event);
    if (record?.certificate === undefined) throw new Error('unsigned');
    const certificate = readCertificate(record.certificate);
    const key = importSm2PublicKey(certificate.spki);
    const text = Buffer.from(record.text);
    expect(certificate.serial).toBe(record.certificateSerial);
    expect(sm2Verify(key, text, record.value)).toBe(true);
    expect(record.text).toContain(caseNo);
    for (const place of [0, Math.floor(text.length / 2), text.length - 1]) {
      const flipped = Buffer.from(text);
      flipped[place] = (flipped[place] ?? 0) ^ 1;
      expect(sm2Verify(key, flipped, record.value)).toBe(false);
    }
    // A recorded word that changes afterwards is noticed as well.
    const altered = signatureOf(received, { ...event, at: '2025-03-05T02:10:00.001Z' });
    expect(sm2Verify(key, Buffer.from(altered?.text ?? ''), record.value)).toBe(false);
  }
});

test('a two-signature case costs four SM2 operations', async () => {
  // The first case makes the officers' keys; what follows is what every case costs.
  await proposed('WA-01', 'wa', water);
  const before = sm2Operations();
  const caseNo = await proposed('WA-01', 'wa', water);
  const made = await acting.signBy('wa-chief', caseNo, GRANT, '2025-03-05T03:00:00.000Z');
  expect(told(made)).toEqual(['DecisionMade', 'DecisionSealed']);
  const { signed, verified } = sm2Operations();
  // Two signatures, the sealed notice of acceptance and the sealed decision; its OFD twin is sealed when somebody asks for it.
  expect([signed - before.signed, verified - before.verified]).toEqual([4, 0]);
});

test('R72: without his PIN nobody signs with an officer’s key, and nothing is recorded', async () => {
  const caseNo = await proposed('WA-01', 'wa', water);
  const before = await acting.eventsOf(caseNo);
  const answer = await acting.signBy('wa-chief', caseNo, { ...GRANT, pin: '000000' }, '2025-03-05T03:00:00.000Z');
  expect(told(answer)).toBe('pin-wrong');
  expect(await acting.eventsOf(caseNo)).toEqual(before);
});

test('R80, R30: contract staff of the window sign nothing', async () => {
  const caseNo = await proposed('WA-01', 'wa', water);
  expect(isRefusal(await acting.signBy('clerk-2', caseNo, GRANT, '2025-03-05T03:00:00.000Z'))).toBe(true);
  expect((await acting.eventsOf(caseNo)).at(-1)?.type).toBe('DecisionProposed');
});

test('promise 6: a second signer suspended after the first signature signs nothing; the head of the organ takes over, due dates unchanged', async () => {
  const caseNo = await proposed('WA-01', 'wa', water);
  const due = await dueOf(caseNo);
  const errand = (actor: string) => ({
    actor: { kind: 'person' as const, id: actor },
    requestId: district.requestId(),
    at: '2025-03-05T02:30:00.000Z',
  });
  const stop = { ...errand('wa-head'), personId: 'wa-chief', command: { reason: '停职检查' } };
  expect(isRefusal(await suspendPerson(district.platform.identity, stop))).toBe(false);
  const refused = await acting.signBy('wa-chief', caseNo, GRANT, '2025-03-05T03:00:00.000Z');
  expect(isRefusal(refused)).toBe(true);
  expect((await acting.eventsOf(caseNo)).at(-1)?.type).toBe('DecisionProposed');
  expect(told(await acting.signBy('wa-head', caseNo, GRANT, '2025-03-05T03:10:00.000Z'))).toEqual([
    'DecisionMade',
    'DecisionSealed',
  ]);
  expect(viewDecision(await acting.eventsOf(caseNo)).signatures.map(({ role }) => role)).toEqual(['handler', 'head']);
  expect(await dueOf(caseNo)).toEqual(due);
  await reinstatePerson(district.platform.identity, {
    ...errand('wa-head'),
    personId: 'wa-chief',
    command: { reason: '复职' },
  });
});

test('T09: of two visits at the same hour in distant places, recorded at the same moment, no two carry a grant', async () => {
  const at = '2025-03-03T01:30:00.000Z';
  const cases = [
    caseNoOf(await acting.atWindow({ itemId: 'GR-01', form: formOf('GR-01') }, at)),
    caseNoOf(await acting.atWindow({ itemId: 'GR-01', form: formOf('GR-01'), applicant: applicants.tang }, at)),
  ];
  const visit = (latitude: number): ReviewAct => ({
    act: 'recordSiteVisit',
    address: '现场',
    place: { latitude, longitude: 116.4 },
    record: '记录',
    findings: [],
    fromAt: '2025-03-04T02:00:00.000Z',
    toAt: '2025-03-04T03:00:00.000Z',
    officers: ['gr-officer-1', 'gr-officer-2'],
    signedBy: ['gr-officer-1', 'gr-officer-2'],
  });
  await Promise.all(
    cases.map((caseNo, n) => acting.reviewBy('gr-officer-1', caseNo, visit(39.9 + n), '2025-03-04T04:00:00.000Z')),
  );
  const answers = [];
  for (const caseNo of cases) {
    await acting.findBy(
      'gr-officer-1',
      caseNo,
      Object.fromEntries(namesOf('GR-01', 'review')),
      '2025-03-05T02:00:00.000Z',
    );
    answers.push(told(await acting.signBy('gr-officer-1', caseNo, GRANT, '2025-03-05T02:10:00.000Z')));
  }
  // Whichever way the race went: either the second visit was refused, or both grants are.
  expect(answers.filter((answer) => typeof answer !== 'string').length).toBeLessThan(2);
  expect(
    answers
      .filter((answer) => typeof answer === 'string')
      .every((code) => ['site-check-impossible', 'procedure-skipped'].includes(String(code))),
  ).toBe(true);
});

test('T12, R85: a seal that was stopped seals nothing: the second signature is refused whole', async () => {
  const caseNo = await proposed('AG-01', 'ag', Object.fromEntries(namesOf('AG-01', 'review')));
  const place = 14;
  for (const kind of ['approvalSeal', 'organSeal'] as const) {
    const sealId = demoSealId(district.platform.realm, place, kind);
    const actor = { kind: 'person', id: 'ag-head' } as const;
    const errand = { sealId, actor, requestId: district.requestId(), at: '2025-03-05T02:30:00.000Z' };
    await sealActs.stopSeal(district.platform, errand, { reason: 'other', explanation: '印章遗失' });
  }
  await catchUp(district.platform.journal);
  const before = await acting.eventsOf(caseNo);
  expect(told(await acting.signBy('ag-chief', caseNo, GRANT, '2025-03-05T03:00:00.000Z'))).toBe('seal-not-in-use');
  expect(await acting.eventsOf(caseNo)).toEqual(before);
});

test('promise 2: of two who sign one case at the same moment exactly one decides', async () => {
  const nurse = { itemId: 'HL-03', applicant: applicants.tang, form: { trained3m: true } };
  const caseNo = caseNoOf(await acting.atWindow(nurse, '2025-03-04T03:06:00.000Z'));
  await acting.findBy('hl-officer-1', caseNo, { healthOk: true }, '2025-03-04T03:15:00.000Z');
  const at = '2025-03-04T03:20:00.000Z';
  const answers = await Promise.all([
    acting.signBy('hl-officer-1', caseNo, GRANT, at),
    acting.signBy('hl-chief', caseNo, GRANT, at),
  ]);
  expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
  const types = (await acting.eventsOf(caseNo)).map(({ type }) => type);
  expect(types.filter((type) => type === 'DecisionMade')).toHaveLength(1);
  expect(types.filter((type) => type === 'DecisionSealed')).toHaveLength(1);
});

test('promise 1, T01: a mandate revoked between the signatures carries no second one; the case goes to the head, due dates unchanged', async () => {
  const caseNo = await proposed('WA-01', 'wa', water);
  const open = caseNoOf(await acting.atWindow({ itemId: 'WA-01' }, '2025-03-05T01:30:00.000Z'));
  const due = await dueOf(caseNo);
  const room = {
    journal: district.platform.journal,
    realm: district.platform.realm,
    facts: district.platform.mandateFacts,
  };
  const errand = {
    mandateNo: 'YH-B-WA-2025',
    actor: { kind: 'person', id: 'wa-head' },
    at: '2025-03-05T02:30:00.000Z',
    requestId: district.requestId(),
  } as const;
  expect(isRefusal(await mandates.revoke(room, errand, { reason: '机构调整' }))).toBe(false);
  const before = await acting.eventsOf(caseNo);
  expect(told(await acting.signBy('wa-chief', caseNo, GRANT, '2025-03-05T03:00:00.000Z'))).toBe('mandate-revoked');
  expect(await acting.eventsOf(caseNo)).toEqual(before);
  expect(told(await acting.signBy('wa-head', caseNo, GRANT, '2025-03-05T03:10:00.000Z'))).toEqual([
    'DecisionMade',
    'DecisionSealed',
  ]);
  expect(await dueOf(caseNo)).toEqual(due);

  // A case not yet proposed is taken back by the organ: its own officers prepare by office, its head decides.
  const officer = acting.call('wa-officer-1', '2025-03-05T03:20:00.000Z');
  expect(told(await escalate(district.platform, officer, open, { reason: '授权已撤销' }))).toBe('mandate-revoked');
  const openDue = await dueOf(open);
  const head = acting.call('wa-head', '2025-03-05T03:30:00.000Z');
  expect(told(await escalate(district.platform, head, open, { reason: '授权已撤销,收回本机关办理' }))).toEqual([
    'CaseEscalated',
  ]);
  await acting.visitBy(['wa-officer-1', 'wa-officer-2'], open, {
    fromAt: '2025-03-06T02:00:00.000Z',
    toAt: '2025-03-06T03:00:00.000Z',
  });
  expect(told(await acting.findBy('wa-officer-1', open, water, '2025-03-06T04:00:00.000Z'))).toEqual([
    'FindingsRecorded',
  ]);
  expect(told(await acting.signBy('wa-officer-1', open, GRANT, '2025-03-06T05:00:00.000Z'))).toEqual([
    'DecisionProposed',
  ]);
  expect(told(await acting.signBy('wa-head', open, GRANT, '2025-03-06T06:00:00.000Z'))).toEqual([
    'DecisionMade',
    'DecisionSealed',
  ]);
  expect(await dueOf(open)).toEqual(openDue);
});

function formOf(itemId: string) {
  return Object.fromEntries(namesOf(itemId, 'form'));
}

function namesOf(itemId: string, source: string) {
  const item = findItem(itemId);
  return item.inputs.flatMap((input) =>
    input.source === source ? [[input.name, approving(item)[input.name] ?? true] as const] : [],
  );
}

async function dueOf(caseNo: string): Promise<string | undefined> {
  const { rows } = await district.database.database.query<{ due: string }>(
    'select statutory_due_on as due from desk.work where case_no = $1',
    [caseNo],
  );
  return rows[0]?.due;
}
