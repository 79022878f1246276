import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AcceptanceOutcome } from '../../src/acceptance/acceptance.ts';
import { deemCaseAccepted, supplyCorrections } from '../../src/acceptance/actions.ts';
import { apply, recuse } from '../../src/decision/actions.ts';
import { viewDecision } from '../../src/decision/decision.ts';
import { clocksOf, viewReview } from '../../src/review/review.ts';
import { findSealedByNumber } from '../../src/seal/actions.ts';
import { SealApplied } from '../../src/seal/seal.ts';
import { knownEffects } from '../../src/acceptance/acceptance.ts';
import { type Acting, actingIn, applicants, caseNoOf, told, whole } from '../district-story.ts';
import { approving, calendar, findItem } from '../case-story.ts';
import { type TestDistrict, testDistrict } from '../platform.ts';

let district: TestDistrict;
let acting: Acting;
beforeAll(async () => {
  district = await testDistrict('2025-03-03T01:00:00.000Z');
  acting = actingIn(district);
}, 60_000);
afterAll(() => district.close());

const chang = { kind: 'applicant', id: 'applicant-1' } as const;

function own(at: string) {
  district.setNow(at);
  return { actor: chang, requestId: district.requestId(), at };
}

test('zero signatures: four verified facts, and the rule set that the head signed registers a shop at once', async () => {
  const application = whole({
    itemId: 'MK-02',
    channel: 'online',
    form: { scopeStandard: true, preNeeded: false },
    materials: [],
  });
  const answer = await apply(district.platform, own('2025-03-03T02:04:11.000Z'), application);
  expect(told(answer)).toEqual([
    'CaseReceived',
    'FactsGathered',
    'CaseAccepted',
    'LetterSealed',
    'DecisionMade',
    'DecisionSealed',
  ]);
  const events = await acting.eventsOf(caseNoOf(answer));
  const made = events.find(({ type }) => type === 'DecisionMade');
  // Promise 4: the machine's decision carries the machine's name, the rule set's mandate, and what it decided on.
  expect(made).toMatchObject({
    actor: { kind: 'robot' },
    mandate: { mandateNo: expect.stringContaining('MK') },
    data: { outcome: 'GRANT', ruleSetHash: expect.stringMatching(/^[0-9a-f]{64}$/u), inputHash: expect.any(String) },
  });
  expect(viewDecision(events).signatures).toEqual([]);
  expect(events.every(({ actor }) => actor.kind !== 'person')).toBe(true);
});

test('zero signatures, but the address is not verified: the case falls to the posted officer and his one signature', async () => {
  district.setShares({ unverified: ['addressVerified'] });
  const application = whole({
    itemId: 'MK-02',
    channel: 'online',
    form: { scopeStandard: true, preNeeded: false },
    materials: [],
  });
  const answer = await apply(district.platform, own('2025-03-03T02:10:00.000Z'), application);
  district.setShares({});
  expect(told(answer)).toEqual(['CaseReceived', 'FactsGathered']);
  const caseNo = caseNoOf(answer);
  expect(
    told(
      await acting.settleBy(
        'clerk-1',
        caseNo,
        { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
        '2025-03-03T02:20:00.000Z',
      ),
    ),
  ).toEqual(['CaseAccepted', 'LetterSealed']);
  await acting.findBy('mk-officer-1', caseNo, {}, '2025-03-03T02:30:00.000Z');
  expect(told(await acting.signBy('mk-officer-1', caseNo, { outcome: 'GRANT' }, '2025-03-03T03:00:00.000Z'))).toEqual([
    'DecisionMade',
    'DecisionSealed',
  ]);
});

test('R79: who asks for a person gets one, although the rules could have granted', async () => {
  const application = whole({
    itemId: 'MK-02',
    channel: 'online',
    form: { scopeStandard: true, preNeeded: false },
    materials: [],
    humanDecision: true,
  });
  expect(told(await apply(district.platform, own('2025-03-03T02:40:00.000Z'), application))).toEqual([
    'CaseReceived',
    'FactsGathered',
  ]);
});

test('one signature on the spot: corrected once, accepted the next day, signed and sealed within the session', async () => {
  district.setShares({ facts: { yearsSinceExam: 4 } });
  const nurse = { itemId: 'HL-03', applicant: applicants.tang, form: { trained3m: false } };
  const defect = { code: 'trained3m', what: '通过考试已逾三年', need: '提交三个月临床培训证明' };
  expect(told(await acting.atWindow(nurse, '2025-03-03T03:00:00.000Z'))).toBe('rules-say-otherwise');
  const answer = await acting.atWindow(nurse, '2025-03-03T03:01:00.000Z', { outcome: 'CORRECT', defects: [defect] });
  district.setShares({});
  expect(told(answer)).toEqual(['CaseReceived', 'FactsGathered', 'CorrectionRequested', 'LetterSealed']);
  const caseNo = caseNoOf(answer);
  const corrected = { materials: [], form: { trained3m: true } };
  const supplied = await supplyCorrections(
    district.platform,
    acting.call('clerk-1', '2025-03-04T03:00:00.000Z'),
    caseNo,
    corrected,
  );
  expect(told(supplied)).toEqual(['CorrectionSupplied', 'FactsGathered']);
  // R27: a second notice for an old defect is not to be had at the window; R26: only acceptance is left.
  const again: AcceptanceOutcome = { outcome: 'CORRECT', defects: [{ ...defect, code: 'm.phys' }] };
  expect(told(await acting.settleBy('clerk-1', caseNo, again, '2025-03-04T03:05:00.000Z'))).toBe('second-correction');
  const accepted = await acting.settleBy(
    'clerk-1',
    caseNo,
    { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
    '2025-03-04T03:06:00.000Z',
  );
  expect(told(accepted)).toEqual(['CaseAccepted', 'LetterSealed']);
  await acting.findBy('hl-officer-1', caseNo, { healthOk: true }, '2025-03-04T03:15:00.000Z');
  expect(told(await acting.signBy('hl-officer-1', caseNo, { outcome: 'GRANT' }, '2025-03-04T03:20:00.000Z'))).toEqual([
    'DecisionMade',
    'DecisionSealed',
  ]);
});

test('R27: the head of the organ may send a second notice, by office', async () => {
  const shop = {
    itemId: 'MK-05',
    form: { area: 200, chain: false, onlyPrepacked: false, hasRawOrCold: true },
    materials: [],
  };
  const defects = ['m.floor', 'm.flow', 'm.rule'].map((code) => ({ code, what: '缺', need: '补交' }));
  const caseNo = caseNoOf(await acting.atWindow(shop, '2025-03-04T01:00:00.000Z', { outcome: 'CORRECT', defects }));
  const materials = defects.map(({ code }) => ({ code, source: 'paper' as const }));
  const again: AcceptanceOutcome = { outcome: 'CORRECT', defects: [{ code: 'm.rule', what: '未签字', need: '签字' }] };
  await supplyCorrections(district.platform, acting.call('clerk-1', '2025-03-05T01:00:00.000Z'), caseNo, {
    materials,
    form: {},
  });
  expect(told(await acting.settleBy('mk-officer-1', caseNo, again, '2025-03-05T02:00:00.000Z'))).not.toEqual([
    'CorrectionRequested',
    'LetterSealed',
  ]);
  expect(told(await acting.settleBy('mk-head', caseNo, again, '2025-03-05T02:00:00.000Z'))).toEqual([
    'CorrectionRequested',
    'LetterSealed',
  ]);
});

test('deemed acceptance: received on 30 April and forgotten, accepted from that day when the fifth working day has ended', async () => {
  const at = '2025-04-30T07:00:00.000Z';
  const application = whole({ itemId: 'WA-01', channel: 'online' });
  const caseNo = caseNoOf(await apply(district.platform, own(at), application));
  const deem = (now: string) => {
    district.setNow(now);
    return deemCaseAccepted(district.platform, { requestId: district.requestId(), at: now }, caseNo);
  };
  expect(told(await deem('2025-05-12T15:59:59.000Z'))).toBe('not-yet-due');
  expect(told(await deem('2025-05-12T16:00:00.000Z'))).toEqual(['CaseAccepted', 'LetterSealed']);
  const events = await acting.eventsOf(caseNo);
  expect(events.find(({ type }) => type === 'CaseAccepted')).toMatchObject({
    actor: { kind: 'robot', id: 'robot/deemed-acceptance' },
    data: { acceptedAt: at, deemed: true },
  });
  expect(clocks(events, 'WA-01', '2025-05-13')).toMatchObject({ statutory: { dueOn: '2025-06-03' } });
});

test('stopped clock: testing under a sealed notice from 10 to 17 March moves 31 March to 8 April', async () => {
  const caseNo = caseNoOf(await acting.atWindow({ itemId: 'WA-01' }, '2025-03-03T01:30:00.000Z'));
  await acting.visitBy(['wa-officer-1', 'wa-officer-2'], caseNo, {
    fromAt: '2025-03-05T02:00:00.000Z',
    toAt: '2025-03-05T03:00:00.000Z',
    findings: { siteChecked: true },
  });
  expect(clocks(await acting.eventsOf(caseNo), 'WA-01', '2025-03-05').statutory.dueOn).toBe('2025-03-31');
  // 许可法55: who examines is named first; until then that is what the list reminds of.
  const inspectors = ['wa-officer-1', 'wa-officer-2'];
  await acting.reviewBy(
    'wa-officer-1',
    caseNo,
    { act: 'assignInspectors', officers: inspectors },
    '2025-03-06T02:00:00.000Z',
  );
  const start = {
    act: 'startSpecialProcedure',
    procedure: 'testing',
    workingDays: 5,
    stopsClock: true,
    basis: '《行政许可法》第四十五条',
  } as const;
  expect(told(await acting.reviewBy('wa-officer-1', caseNo, start, '2025-03-10T02:00:00.000Z'))).toEqual([
    'SpecialProcedureStarted',
    'LetterSealed',
  ]);
  expect(await rowOf(caseNo)).toMatchObject({
    waits_for: 'handler',
    statutory_due_on: '2025-04-08',
    due_on: '2025-03-20',
  });
  const end = { act: 'endSpecialProcedure', procedure: 'testing', result: '合格' } as const;
  await acting.reviewBy('wa-officer-1', caseNo, end, '2025-03-17T02:00:00.000Z');
  expect(clocks(await acting.eventsOf(caseNo), 'WA-01', '2025-03-17').statutory.dueOn).toBe('2025-04-08');
});

test('R103: two special procedures begun on one day have two numbers, and each is found under its own', async () => {
  const caseNo = caseNoOf(await acting.atWindow({ itemId: 'WA-01' }, '2025-03-03T02:00:00.000Z'));
  const act = {
    act: 'startSpecialProcedure',
    workingDays: 5,
    stopsClock: true,
    basis: '《行政许可法》第四十五条',
  } as const;
  const begin = (procedure: 'testing' | 'expertReview') =>
    acting.reviewBy('wa-officer-1', caseNo, { ...act, procedure }, '2025-03-10T02:00:00.000Z');
  for (const procedure of ['testing', 'expertReview'] as const)
    expect(told(await begin(procedure))).toEqual(['SpecialProcedureStarted', 'LetterSealed']);
  const events = await acting.eventsOf(caseNo);
  const sealed = events.filter(({ type }) => type === 'LetterSealed').map(({ data }) => SealApplied.parse(data));
  const notices = sealed.filter(({ documentKind }) => documentKind === 'specialProcedureNotice');
  const numbers = notices.map(({ docNo }) => docNo);
  expect(numbers).toEqual([numbers[0], numbers[0]?.replace(/号$/, '-2号')]);
  const { journal, realm } = district.platform;
  const found = await Promise.all(numbers.map((docNo) => findSealedByNumber(journal, realm, docNo)));
  expect(found.map((one) => one?.applied.sealedHash)).toEqual(notices.map(({ sealedHash }) => sealedHash));
});

test('amount cap: the street grants 3,000 yuan in the district bureau’s name, and may not grant 30,000', async () => {
  const help = {
    itemId: 'CV-03',
    scope: { region: '110198001' },
    materials: [
      { code: 'm.event', source: 'paper' as const },
      { code: 'm.income', source: 'form' as const },
    ],
  };
  const small = caseNoOf(await acting.atWindow(help, '2025-03-03T01:40:00.000Z'));
  const findings = { emergency: false, eventReal: true };
  expect(
    told(await acting.findBy('yq-officer-1', small, { ...findings, amount: 3000 }, '2025-03-03T02:00:00.000Z')),
  ).toEqual(['FindingsRecorded']);
  const granted = await acting.signBy('yq-officer-1', small, { outcome: 'GRANT' }, '2025-03-03T03:00:00.000Z');
  expect(told(granted)).toEqual(['DecisionMade', 'DecisionSealed']);
  const events = await acting.eventsOf(small);
  expect(events.at(-2)).toMatchObject({
    actor: { id: 'yq-officer-1' },
    mandate: { mandateNo: 'YH-C-CV-110198001-2025' },
  });
  // R103: the document goes out in the grantor's name, under the grantor's seal.
  expect(JSON.stringify(events.at(-1)?.data)).toContain('民政');

  const large = caseNoOf(await acting.atWindow(help, '2025-03-04T01:40:00.000Z'));
  await acting.findBy('yq-officer-1', large, { ...findings, amount: 30_000 }, '2025-03-04T02:00:00.000Z');
  expect(told(await acting.signBy('yq-officer-1', large, { outcome: 'GRANT' }, '2025-03-04T03:00:00.000Z'))).toBe(
    'amount-over',
  );

  district.setShares({ facts: { timesYear: 2 } });
  const third = caseNoOf(await acting.atWindow(help, '2025-03-05T01:40:00.000Z'));
  district.setShares({});
  await acting.findBy('yq-officer-1', third, { ...findings, amount: 30_000 }, '2025-03-05T02:00:00.000Z');
  expect(told(await acting.signBy('yq-officer-1', third, { outcome: 'GRANT' }, '2025-03-05T03:00:00.000Z'))).toBe(
    'amount-over',
  );
  // ESCALATE: the bureau's own officer prepares, its head decides by office.
  expect(told(await acting.signBy('cv-officer-1', third, { outcome: 'GRANT' }, '2025-03-05T03:10:00.000Z'))).toEqual([
    'DecisionProposed',
  ]);
  expect(told(await acting.signBy('cv-chief', third, { outcome: 'GRANT' }, '2025-03-05T03:20:00.000Z'))).toBe(
    'not-in-sign-lists',
  );
  expect(told(await acting.signBy('cv-head', third, { outcome: 'GRANT' }, '2025-03-05T03:30:00.000Z'))).toEqual([
    'DecisionMade',
    'DecisionSealed',
  ]);
});

test('recusal: the agent is the officer’s declared sister-in-law, so another officer signs and nobody learns why', async () => {
  const agent = { name: '蒋敏玉', idNo: '110198198801259147' };
  const principal = { name: applicants.chang.name, idNo: applicants.chang.idNo };
  const letter = {
    principal,
    agent,
    matters: ['MK-03'],
    powers: ['apply' as const],
    fromAt: '2025-01-01T00:00:00.000Z',
    untilAt: '2025-12-31T00:00:00.000Z',
    signedAt: '2025-01-01T00:00:00.000Z',
    withdrawnAt: null,
  };
  const company = {
    kind: 'legalPerson',
    name: '云河区禾木餐饮有限公司',
    idType: 'uscc',
    idNo: '91110198MAYH00012J',
    legalRepresentative: principal,
  } as const;
  const change = {
    itemId: 'MK-03',
    applicant: company,
    form: findForm('MK-03'),
    agent: { ...agent, letter: { ...letter, principal: { name: company.name, idNo: company.idNo } } },
  };
  const caseNo = caseNoOf(await acting.atWindow(change, '2025-03-03T01:50:00.000Z'));
  await acting.findBy('mk-officer-1', caseNo, reviewFindings('MK-03'), '2025-03-03T02:00:00.000Z');
  const before = await acting.eventsOf(caseNo);
  const refused = await acting.signBy('mk-officer-1', caseNo, { outcome: 'GRANT' }, '2025-03-03T03:00:00.000Z');
  expect(refused).toMatchObject({ code: 'conflict-of-interest', rule: 'T05', detail: { conflicts: ['agent'] } });
  expect(JSON.stringify(refused)).not.toContain('affinity');
  expect(await acting.eventsOf(caseNo)).toEqual(before);
  const stand = { personId: 'mk-officer-1', ground: 'affinity', note: '' } as const;
  expect(
    told(await recuse(district.platform, acting.call('mk-officer-1', '2025-03-03T03:05:00.000Z'), caseNo, stand)),
  ).toEqual(['OfficerRecused']);
  expect(told(await acting.signBy('mk-officer-1', caseNo, { outcome: 'GRANT' }, '2025-03-03T03:06:00.000Z'))).toBe(
    'officer-recused',
  );
  // The named deputy stands in, and finds for himself.
  await acting.findBy('mk-officer-2', caseNo, reviewFindings('MK-03'), '2025-03-03T03:10:00.000Z');
  expect(told(await acting.signBy('mk-officer-2', caseNo, { outcome: 'GRANT' }, '2025-03-03T03:20:00.000Z'))).toEqual([
    'DecisionMade',
    'DecisionSealed',
  ]);
});

test('promise route: complete and promised, the fire check is granted on the promise at once; with a broken promise the route is shut', async () => {
  const materials = ['m.floor', 'm.fire', 'm.commit'].map((code) => ({ code, source: 'paper' as const }));
  const place = { itemId: 'FR-01', route: 'promise' as const, form: { byPromise: true }, materials };
  const caseNo = caseNoOf(await acting.atWindow(place, '2025-03-03T01:55:00.000Z'));
  await acting.findBy('fr-officer-1', caseNo, { complete: true, siteOk: false }, '2025-03-03T02:00:00.000Z');
  expect(told(await acting.signBy('fr-officer-1', caseNo, { outcome: 'GRANT' }, '2025-03-03T03:00:00.000Z'))).toBe(
    'rules-forbid-grant',
  );
  expect(
    told(await acting.signBy('fr-officer-1', caseNo, { outcome: 'GRANT_ON_PROMISE' }, '2025-03-03T03:00:00.000Z')),
  ).toEqual(['DecisionMade', 'DecisionSealed']);
  district.setShares({ credit: { unrepairedFalsePromise: true } });
  expect(told(await acting.atWindow(place, '2025-03-04T01:55:00.000Z'))).toBe('promise-route-closed');
  district.setShares({});
});

test('R84: a marriage is accepted at the counter, but nobody drafts or signs its certificate electronically', async () => {
  const answer = await acting.atWindow(
    { itemId: 'CV-01', form: { kin: false }, materials: [{ code: 'm.marstat', source: 'paper' }] },
    '2025-03-03T02:00:00.000Z',
  );
  const caseNo = caseNoOf(answer);
  await acting.findBy('cv-officer-1', caseNo, { bothPresent: true, voluntary: true }, '2025-03-03T02:10:00.000Z');
  const before = await acting.eventsOf(caseNo);
  const refused = await acting.signBy('cv-officer-1', caseNo, { outcome: 'GRANT' }, '2025-03-03T02:20:00.000Z');
  expect(refused).toMatchObject({ refused: true, rule: 'R84' });
  expect(await acting.eventsOf(caseNo)).toEqual(before);
});

function findForm(itemId: string) {
  return Object.fromEntries(namesOf(itemId, 'form').map((name) => [name, approving(findItem(itemId))[name] ?? true]));
}

function reviewFindings(itemId: string) {
  return Object.fromEntries(namesOf(itemId, 'review').map((name) => [name, approving(findItem(itemId))[name] ?? true]));
}

function namesOf(itemId: string, source: string): readonly string[] {
  return findItem(itemId).inputs.flatMap((input) => (input.source === source ? [input.name] : []));
}

function clocks(events: Awaited<ReturnType<Acting['eventsOf']>>, itemId: string, todayOn: string) {
  const view = viewReview(events);
  const item = findItem(itemId);
  const found = clocksOf(view, item, knownEffects(item, {}), { calendar, todayOn });
  if (found === undefined) throw new Error('no clock runs');
  return found;
}

async function rowOf(caseNo: string): Promise<object | undefined> {
  const { rows } = await district.database.database.query<object>('select * from desk.work where case_no = $1', [
    caseNo,
  ]);
  return rows[0];
}
