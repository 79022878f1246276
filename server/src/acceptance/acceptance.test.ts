import { expect, test } from 'vitest';
import {
  applicant,
  authority,
  calendar,
  type CaseStory,
  caseStory,
  nineOn,
  person,
  robot,
  handed,
} from '../../test/case-story.ts';
import { supplyCorrection, supplyTolerated } from '../application/application.ts';
import { letterRequest } from './actions.ts';
import { terminateCase } from '../decision/decision.ts';
import { refuse } from '../kernel/refusal.ts';
import { checkRefusals } from '../mandate/refusals.ts';
import {
  AcceptanceOutcome,
  type AcceptanceOutcome as Outcome,
  deemedAfterOn,
  longestExtension,
  remindDeferral,
  statutoryLimit,
  viewAcceptance,
  withLetter,
} from './acceptance.ts';

const monday = { at: nineOn('2025-03-03'), actor: person('clerk-1') };
const accept: Outcome = { outcome: 'ACCEPT', tolerated: [] };
const floorPlan = { code: 'm.floor', what: '缺平面布局图', need: '提交平面布局图' };
const correct: Outcome = { outcome: 'CORRECT', defects: [floorPlan] };

function onDay(on: string) {
  return { ...monday, at: nineOn(on) };
}

/** Received on Monday 2025-03-03 without the floor plan. */
function withoutFloorPlan(): CaseStory {
  const story = caseStory('MK-05');
  story.receive({ without: ['m.floor'] }, monday);
  return story;
}

function received(itemId = 'MK-05', when = monday): CaseStory {
  const story = caseStory(itemId);
  expect(story.receive({}, when)).toBe('ok');
  return story;
}

test('R23: there are five outcomes and no sixth, and a submission has exactly one', () => {
  const outcomes: readonly Outcome[] = [
    { outcome: 'NOT_NEEDED', reason: '无需办理' },
    { outcome: 'NOT_OURS', reason: '属市级', competentOrgan: '北京市市场监督管理局' },
    { outcome: 'FIX_ON_SPOT', fixed: [{ code: 'area', what: '笔误', need: '当场更正' }], materials: [], form: {} },
    correct,
    accept,
  ];
  expect(AcceptanceOutcome.options.map((option) => option.shape.outcome.value)).toEqual(
    outcomes.map(({ outcome }) => outcome),
  );
  for (const first of outcomes) {
    const story = first.outcome === 'CORRECT' ? withoutFloorPlan() : received();
    expect([first.outcome, story.settle(first, monday, { byWindowClerk: false })]).toEqual([first.outcome, 'ok']);
    // Mending on the spot goes before an outcome; after any other there is no second.
    for (const second of outcomes) {
      const answer = story.settle(second, monday, { byWindowClerk: false });
      if (first.outcome !== 'FIX_ON_SPOT') expect(answer).toBe('wrong-state');
    }
  }
});

test('R23: a window does not accept what the published rules, on certain facts, call another matter', () => {
  const story = caseStory('MK-05');
  story.receive(
    { application: { form: { area: 100, chain: false, onlyPrepacked: false, hasRawOrCold: false } } },
    monday,
  );
  expect(story.settle(accept, monday)).toBe('rules-say-otherwise');
  expect(story.settle(accept, monday, { byWindowClerk: false })).toBe('ok');
});

test('R24: who says that it is not ours names the competent organ and the reason', () => {
  const by = { byWindowClerk: false };
  const notOurs = { outcome: 'NOT_OURS', reason: '属市级事权', competentOrgan: '北京市教育委员会' } as const;
  expect(received().settle({ ...notOurs, competentOrgan: '' }, monday, by)).toBe('competent-organ-missing');
  expect(received().settle({ ...notOurs, reason: '' }, monday, by)).toBe('reason-missing');
  expect(received().settle(notOurs, monday, by)).toBe('ok');
});

test('R30: a window clerk says not-ours or not-needed only where the rules say so', () => {
  const notOurs = {
    outcome: 'NOT_OURS',
    reason: '高级中学资格由市教委认定',
    competentOrgan: '北京市教育委员会',
  } as const;
  expect(received('ED-01').settle(notOurs, monday)).toBe('clerk-judges-merits');
  const senior = caseStory('ED-01');
  senior.receive({ application: { form: { level: 'senior' } } }, monday);
  expect(senior.settle(notOurs, monday)).toBe('ok');
});

test('R30: the window acts under its agreement: what that does not give is refused, and nothing is recorded', () => {
  const story = received();
  const before = story.events();
  const refusal = refuse(checkRefusals, 'power-not-given');
  expect(story.settle(accept, monday, { authority: refusal })).toBe('power-not-given');
  expect(story.events()).toBe(before);
});

test('R25: one notice holds every defect: a required material that is missing now is not kept for later', () => {
  const story = caseStory('MK-05');
  story.receive({ without: ['m.floor', 'm.flow'] }, monday);
  expect(story.settle(correct, monday)).toBe('defects-missing');
  expect(story.refused()?.detail).toEqual({ alsoMissing: ['m.flow'] });
  const flow = { code: 'm.flow', what: '缺流程图', need: '提交' };
  expect(story.settle({ outcome: 'CORRECT', defects: [floorPlan, flow] }, monday)).toBe('ok');
});

test('R4: a notice asks only for what the guide lists', () => {
  const story = withoutFloorPlan();
  const other = { code: 'm.marriage', what: '缺婚姻证明', need: '提交' };
  expect(story.settle({ outcome: 'CORRECT', defects: [floorPlan, other] }, monday)).toBe('defect-not-in-guide');
});

test('R25: the notice may go out until the end of the fifth working day, and no later', () => {
  expect(withoutFloorPlan().settle(correct, onDay('2025-03-10'))).toBe('ok');
  expect(withoutFloorPlan().settle(correct, onDay('2025-03-11'))).toBe('correction-too-late');
});

test('R25: with no notice by then the case is accepted from receipt: received 2025-04-30, deemed after 2025-05-12', () => {
  const story = received('MK-05', onDay('2025-04-30'));
  expect(deemedAfterOn(viewAcceptance(story.events()), { version: story.version, calendar })).toBe('2025-05-12');
  expect(story.deem(nineOn('2025-05-12'))).toBe('not-yet-due');
  expect(story.deem(nineOn('2025-05-13'))).toBe('ok');
  expect(viewAcceptance(story.events()).accepted).toMatchObject({
    acceptedAt: nineOn('2025-04-30'),
    deemed: true,
    clockStartsOn: '2025-04-30',
    acceptedBy: 'robot/deemed-acceptance',
  });
  expect(story.deem(nineOn('2025-05-14'))).toBe('wrong-state');
});

test('R25: a window that accepts after the fifth day cannot give the organ days that statute has already counted', () => {
  const story = received('MK-05', onDay('2025-04-30'));
  expect(story.settle(accept, onDay('2025-05-13'))).toBe('ok');
  expect(viewAcceptance(story.events()).accepted).toMatchObject({
    acceptedAt: nineOn('2025-04-30'),
    deemed: true,
    clockStartsOn: '2025-04-30',
  });
});

test('R25: after deemed acceptance nobody says any more that it is not needed or not ours', () => {
  const story = received('MK-05', onDay('2025-04-30'));
  const late = onDay('2025-05-13');
  expect(story.settle({ outcome: 'NOT_NEEDED', reason: '无需' }, late, { byWindowClerk: false })).toBe(
    'correction-too-late',
  );
});

test('R26: once everything asked for is in, acceptance is the only outcome left', () => {
  const story = withoutFloorPlan();
  story.settle(correct, monday);
  const facts = { version: story.version, owed: viewAcceptance(story.events()).owed, handed };
  const own = { at: nineOn('2025-03-04'), actor: { kind: 'applicant', id: 'applicant-1' } } as const;
  expect(story.take(supplyCorrection, { materials: [], form: {} }, facts, own)).toBe('nothing-supplied');
  const supplied = [{ code: 'm.floor', source: 'file', reference: 'f' } as const];
  expect(story.take(supplyCorrection, { materials: supplied, form: {} }, facts, own)).toBe('ok');
  const judged = { byWindowClerk: false };
  expect(story.settle({ outcome: 'NOT_NEEDED', reason: '无需' }, onDay('2025-03-05'), judged)).toBe('must-accept');
  expect(story.settle(accept, onDay('2025-03-05'))).toBe('ok');
});

test('R26: what the rules still hold against an answered notice is for the decision, not for the window', () => {
  const story = caseStory('HL-03');
  story.receive({ shares: { yearsSinceExam: 4 }, application: { form: { trained3m: false } } }, monday);
  expect(story.settle(accept, monday)).toBe('rules-say-otherwise');
  const defect = { code: 'trained3m', what: '通过考试已逾三年,未见培训证明', need: '提交三个月临床培训证明' };
  expect(story.settle({ outcome: 'CORRECT', defects: [defect] }, monday)).toBe('ok');
  const own = { at: nineOn('2025-03-04'), actor: { kind: 'applicant', id: 'applicant-1' } } as const;
  const facts = { version: story.version, owed: ['trained3m'], handed };
  expect(story.take(supplyCorrection, { materials: [], form: { trained3m: false } }, facts, own)).toBe('ok');
  expect(story.settle(accept, onDay('2025-03-04'))).toBe('ok');
});

test('R27, T20: a second notice is for the head of the organ alone', () => {
  const story = withoutFloorPlan();
  story.settle(correct, monday);
  const facts = { version: story.version, owed: ['m.floor'], handed };
  const supplied = [{ code: 'm.floor', source: 'file', reference: 'f' } as const];
  story.take(supplyCorrection, { materials: supplied, form: {} }, facts, monday);
  const again: Outcome = { outcome: 'CORRECT', defects: [{ code: 'm.rule', what: '承诺书未签字', need: '签字' }] };
  expect(story.settle(again, onDay('2025-03-04'), { byWindowClerk: false })).toBe('second-correction');
  const head = { at: nineOn('2025-03-04'), actor: person('mk-head') };
  const office = { office: 'MK', fences: [] };
  expect(story.settle(again, head, { byWindowClerk: false, byHeadOfOrgan: true, authority: office })).toBe('ok');
});

test('R28: the sealed letter is part of the act: without it there is no acceptance', () => {
  const story = received();
  const before = story.events();
  expect(story.settle(accept, monday, { letter: refuse(checkRefusals, 'mandate-revoked') })).toBe('mandate-revoked');
  expect(story.events()).toBe(before);
  const fences = [{ key: 'seal/1', mode: 'pass' as const }];
  const event = { type: 'LetterSealed', data: { documentKind: 'acceptanceNotice' } };
  const decided = withLetter(
    { events: [{ type: 'CaseAccepted', data: {}, mandate: { mandateNo: 'M', version: 1, hash: 'h' } }] },
    { documentHash: '', docNo: '', event, fences },
  );
  expect(decided.events[1]).toEqual({ ...event, mandate: { mandateNo: 'M', version: 1, hash: 'h' } });
  expect(decided.fences).toEqual(fences);
});

test('R29: a real-estate registry that does not refuse on the spot has accepted from the day of receipt', () => {
  const story = received('RE-01');
  expect(story.deem(nineOn('2025-03-03'))).toBe('not-yet-due');
  expect(story.deem(nineOn('2025-03-04'))).toBe('ok');
  expect(viewAcceptance(story.events()).accepted).toMatchObject({ acceptedAt: monday.at, deemed: true });
  const query = received('RE-02');
  expect(query.deem(nineOn('2025-03-04'))).toBe('not-yet-due');
});

test('T06: nothing is accepted while a required material is missing', () => {
  const story = withoutFloorPlan();
  expect(story.settle(accept, monday)).toBe('materials-incomplete');
  expect(story.refused()?.detail).toEqual({ missing: ['m.floor'] });
});

test('R33: who chose the promise route has made his promise in writing', () => {
  const story = caseStory('FR-01');
  story.receive({ application: { route: 'promise' } }, monday);
  expect(story.settle(accept, monday)).toBe('materials-incomplete');
  expect(story.refused()?.detail).toEqual({ missing: ['m.commit'] });
});

test('R32: only deferrable materials, by a date within the promise, and not with unrepaired bad credit', () => {
  const lacking = (): CaseStory => {
    const story = caseStory('MK-05');
    story.receive({ without: ['m.bl'] }, monday);
    return story;
  };
  const tolerate = (change: Partial<Extract<Outcome, { outcome: 'ACCEPT' }>>): Outcome => ({
    outcome: 'ACCEPT',
    tolerated: ['m.bl'],
    toleratedUntilOn: '2025-03-13',
    promiseReference: '承诺书1',
    ...change,
  });
  expect(lacking().settle(accept, monday)).toBe('materials-incomplete');
  expect(lacking().settle(tolerate({}), monday)).toBe('ok');
  expect(lacking().settle(tolerate({ toleratedUntilOn: '2025-03-14' }), monday)).toBe('tolerance-not-allowed');
  expect(lacking().settle(tolerate({ toleratedUntilOn: '2025-03-02' }), monday)).toBe('tolerance-not-allowed');
  expect(lacking().settle({ outcome: 'ACCEPT', tolerated: ['m.bl'] }, monday)).toBe('tolerance-not-allowed');
  expect(lacking().settle(tolerate({ tolerated: ['m.bl', 'm.floor'] }), monday)).toBe('tolerance-not-allowed');
  const credit = { unrepairedFalsePromise: true };
  expect(lacking().settle(tolerate({}), monday, { credit })).toBe('tolerance-not-allowed');
});

test('R32: nothing is tolerated without a signed promise of these materials for this day, or where the item takes none', () => {
  const deferral = { codes: ['m.bl'], untilOn: '2025-03-12' };
  const tolerate = (change: Partial<Extract<Outcome, { outcome: 'ACCEPT' }>>): Outcome => ({
    outcome: 'ACCEPT',
    tolerated: ['m.bl'],
    toleratedUntilOn: '2025-03-12',
    ...change,
  });
  const story = (application: object = {}): CaseStory => {
    const told = caseStory('MK-05');
    told.receive({ without: ['m.bl'], application }, monday);
    return told;
  };
  expect(story().settle(tolerate({}), monday)).toBe('promise-missing');
  expect(story({ deferral }).settle(tolerate({}), monday)).toBe('ok');
  expect(story({ deferral }).settle(tolerate({ toleratedUntilOn: '2025-03-13' }), monday)).toBe('promise-missing');
  const other = story({ deferral: { ...deferral, codes: ['m.health'] } });
  expect(other.settle(tolerate({}), monday)).toBe('promise-missing');
  expect(story().settle(tolerate({ promiseReference: '承诺书1' }), monday)).toBe('ok');
  const { intake } = story().version.item;
  const strict = caseStory('MK-05', { intake: { ...intake, tolerant: false } });
  strict.receive({ without: ['m.bl'] }, monday);
  expect(strict.settle(tolerate({ promiseReference: '承诺书1' }), monday)).toBe('tolerance-not-allowed');
});

test('R32: who lets the promised day pass is reminded once, and told when the case ends', () => {
  const story = caseStory('MK-05');
  story.receive({ without: ['m.bl'] }, monday);
  const promised = { tolerated: ['m.bl'], toleratedUntilOn: '2025-03-06', promiseReference: '承诺书1' };
  story.settle({ outcome: 'ACCEPT', ...promised }, monday);
  const remind = (on: string) =>
    story.take(remindDeferral, undefined, { calendar }, { at: nineOn(on), actor: robot('robot/deferred-materials') });
  expect(remind('2025-03-06')).toBe('not-overdue');
  expect(remind('2025-03-07')).toBe('ok');
  expect(viewAcceptance(story.events()).reminded).toMatchObject({ endsAfterOn: '2025-03-14' });
  expect(remind('2025-03-10')).toBe('not-overdue');
});

test('R32: what was tolerated is owed until it is supplied, all of it', () => {
  const story = caseStory('MK-05');
  story.receive({ without: ['m.bl', 'm.health'] }, monday);
  story.settle(
    { outcome: 'ACCEPT', tolerated: ['m.bl', 'm.health'], toleratedUntilOn: '2025-03-13', promiseReference: '承诺书1' },
    monday,
  );
  expect(viewAcceptance(story.events()).owed).toEqual(['m.bl', 'm.health']);
  const facts = { version: story.version, owed: ['m.bl', 'm.health'], handed };
  const bl = { code: 'm.bl', source: 'file', reference: 'f' } as const;
  expect(story.take(supplyTolerated, { materials: [bl], form: {} }, facts, monday)).toBe('nothing-supplied');
  const health = { ...bl, code: 'm.health' };
  expect(story.take(supplyTolerated, { materials: [bl, health], form: {} }, facts, monday)).toBe('ok');
  expect(viewAcceptance(story.events()).owed).toEqual([]);
});

test('R64: a teacher’s application waits for its window, and its clock starts when the window ends', () => {
  const shut = caseStory('ED-01');
  shut.receive({ shares: { inWindow: false } }, monday);
  expect(shut.settle(accept, monday)).toBe('before-acceptance');
  const open = received('ED-01');
  expect(open.settle({ ...accept, windowEndsOn: '2025-04-30' }, monday)).toBe('ok');
  expect(viewAcceptance(open.events()).accepted?.clockStartsOn).toBe('2025-04-30');
});

test('R58, R64: nobody lets the clock of another matter start later, nor from a day that has passed', () => {
  expect(received().settle({ ...accept, windowEndsOn: '2025-04-30' }, monday)).toBe('clock-start-not-yours');
  expect(received('ED-01').settle({ ...accept, windowEndsOn: '2025-03-02' }, monday)).toBe('clock-start-not-yours');
});

test('R54, R56, R62, R64: the limit is the statute’s own for the matter and the facts', () => {
  const limit = (itemId: string, effects: Parameters<typeof statutoryLimit>[1] = []) =>
    statutoryLimit(caseStory(itemId).version.item, effects);
  expect(limit('MK-05')).toEqual({ value: 20, unit: 'W' });
  expect(limit('MK-03')).toEqual({ value: 3, unit: 'W' });
  expect(limit('MK-01')).toEqual({ value: 1, unit: 'W' });
  expect(limit('HR-05')).toEqual({ value: 60, unit: 'N' });
  const why = { why: '', toVerify: false };
  expect(limit('HR-05', [{ kind: 'LIMIT', value: 15, unit: 'N', ...why }])).toEqual({ value: 15, unit: 'N' });
  expect(limit('UM-01', [{ kind: 'JOINT', organ: 'PS', ...why }])).toEqual({ value: 45, unit: 'W' });
  expect(limit('CN-01')).toEqual({ value: 7, unit: 'N' });
});

test('R55, R56, R62: the longest extension is ten working days, fifteen in joint matters, three for registrations', () => {
  const why = { why: '', toVerify: false };
  expect(longestExtension(caseStory('MK-05').version.item, [])).toBe(10);
  expect(longestExtension(caseStory('UM-01').version.item, [{ kind: 'JOINT', organ: 'PS', ...why }])).toBe(15);
  expect(longestExtension(caseStory('MK-01').version.item, [])).toBe(3);
});

test('the intake robot judges nothing either: it accepts only what the rules do not hold up', () => {
  const story = caseStory('MK-02');
  const intake = { ...monday, actor: robot('robot/intake') };
  story.receive(
    { shares: { realName: false }, application: { channel: 'online' } },
    { ...monday, actor: { kind: 'applicant', id: 'applicant-1' } },
  );
  expect(story.settle(accept, intake, { byWindowClerk: false, authority })).toBe('rules-say-otherwise');
});

test('R30: mending at the counter cannot plant what only review may find, nor papers that the guide does not know', () => {
  const mend = (change: object): Outcome => ({
    outcome: 'FIX_ON_SPOT',
    fixed: [{ code: 'area', what: '笔误', need: '当场更正' }],
    materials: [],
    form: {},
    ...change,
  });
  expect(received().settle(mend({ form: { siteOk: true } }), monday)).toBe('form-invalid');
  expect(received().settle(mend({ form: { area: '很大' } }), monday)).toBe('form-invalid');
  expect(received().settle(mend({ materials: [{ code: 'm.gift', source: 'paper' }] }), monday)).toBe(
    'material-unknown',
  );
  expect(received().settle(mend({ form: { area: 210 } }), monday)).toBe('ok');
});

const agreement = { ...authority, checklist: ['completeness', 'form', 'validity', 'identity'] } as const;

test('R25: a notice tells by when it is answered, and a later change of the setting is nothing to its case', () => {
  const story = withoutFloorPlan();
  expect(story.settle(correct, monday, { correctionWaitDays: 45 })).toBe('ok');
  expect(story.events().at(-1)?.data).toMatchObject({ answerWithinDays: 45 });
  expect(viewAcceptance(story.events()).notices[0]?.answerByOn).toBe('2025-04-17');
  const end = (todayOn: string) => {
    const facts = { role: 'handler', authority, letter: undefined, todayOn } as const;
    return story.take(terminateCase, { ground: 'correctionNotSupplied', reason: '逾期未补正' }, facts, onDay(todayOn));
  };
  expect(end('2025-04-17')).toBe('ground-missing');
  expect(story.refused()?.detail).toMatchObject({ untilOn: '2025-04-17' });
  expect(end('2025-04-18')).toBe('ok');
});

test('R30: at the window every line of the agreement’s checklist is answered, by the record or by the clerk', () => {
  const story = received('MK-05');
  expect(story.settle(accept, monday, { authority: agreement })).toBe('checklist-open');
  expect(story.refused()).toMatchObject({ rule: 'R30', detail: { open: ['validity', 'identity'] } });
  expect(story.settle({ ...accept, checked: ['validity'] }, monday, { authority: agreement })).toBe('checklist-open');
  expect(story.settle({ ...accept, checked: ['validity', 'identity'] }, monday, { authority: agreement })).toBe('ok');
  expect(story.events().at(-1)?.data).toMatchObject({
    checklist: [
      { check: 'completeness', by: 'record' },
      { check: 'form', by: 'record' },
      { check: 'validity', by: 'window' },
      { check: 'identity', by: 'window' },
    ],
  });
});

test('R30: a paper fetched from its issuer and a person signed in under his name need nobody to look', () => {
  const story = caseStory('MK-05');
  const fetched = story.version.item.materials.map(
    ({ code }) => ({ code, source: 'licence', reference: 'x' }) as const,
  );
  const online = { ...monday, actor: { kind: 'applicant', id: 'applicant-1' } } as const;
  story.receive({ application: { channel: 'online', materials: [] } }, online, { fetched });
  expect(story.settle(accept, monday, { authority: agreement })).toBe('ok');
});

test('R30: the window judges nothing beyond the checklist, and asks for nothing that its checks cannot find', () => {
  const formal = { ...authority, checklist: ['completeness', 'identity'] } as const;
  const story = received('WA-01');
  const all = { ...accept, checked: ['validity', 'identity'] } as const;
  expect(story.settle({ ...all, checked: [...all.checked] }, monday, { authority: formal })).toBe(
    'outside-intake-checklist',
  );
  const ask = (defect: { code: string; check?: 'validity' | 'identity' }): Outcome => ({
    outcome: 'CORRECT',
    defects: [{ what: '不清楚', need: '重交', ...defect }],
  });
  const [paper] = story.version.item.materials.filter(({ kind }) => kind !== 'form');
  const code = paper?.code ?? '';
  expect(story.settle(ask({ code, check: 'validity' }), monday, { authority: formal })).toBe(
    'outside-intake-checklist',
  );
  expect(story.settle(ask({ code: 'outletOk' }), monday, { authority: agreement })).toBe('outside-intake-checklist');
  expect(
    story.settle(
      { outcome: 'FIX_ON_SPOT', fixed: [{ code: 'outletOk', what: 'x', need: 'y' }], materials: [], form: {} },
      monday,
      { authority: agreement },
    ),
  ).toBe('outside-intake-checklist');
  expect(story.settle(ask({ code, check: 'identity' }), monday, { authority: formal })).toBe('ok');
});

test('R30: an agreement without a checklist, and the organ’s own officers, are as before', () => {
  expect(received('MK-05').settle(accept, monday)).toBe('ok');
  expect(received('MK-05').settle({ ...accept, checked: ['identity'] }, monday)).toBe('ok');
});

test('R25: a letter writes the name as it was settled, and says that the document has it otherwise', () => {
  const story = caseStory('MK-05');
  story.receive({ application: { applicant: { ...applicant, name: '王\u{e000}', printedAs: 'WANG Long' } } }, monday);
  const { received: asked, letters } = viewAcceptance(story.events()).application;
  if (asked === undefined) throw new Error('not received');
  const occasion = { received: asked, letters, version: story.version, at: monday.at };
  const body = {
    kind: 'nonAcceptanceNotice',
    outcome: 'NOT_NEEDED',
    receivedOn: '2025-03-03',
    reason: '无需',
  } as const;
  const request = letterRequest(occasion, body, ['依据授权']);
  expect(request.addressee).toBe('WANG Long');
  expect(request.record).toEqual(['依据授权', expect.stringContaining('以证件所载为准,各字编码:U+E000')]);
});

test('R8: the report of an intermediary is demanded only where the service is listed, with its basis, and nobody is named', () => {
  const item = caseStory('HL-01').version.item;
  const report = item.materials.find(({ intermediary }) => intermediary !== null);
  if (report === undefined) throw new Error('the item asks for a report');
  const told = (change: object): string => {
    const services = {
      ...item.services,
      intermediaries: item.services.intermediaries.map((one) => ({ ...one, ...change })),
    };
    const story = caseStory('HL-01', { services });
    story.receive({ without: [report.code] }, monday);
    const defect = { code: report.code, what: '缺检测报告', need: '提交报告' };
    return story.settle({ outcome: 'CORRECT', defects: [defect] }, monday, { byWindowClerk: false });
  };
  expect(told({})).toBe('ok');
  expect(told({ listed: false })).toBe('intermediary-not-listed');
  expect(told({ provider: '某检测公司' })).toBe('intermediary-not-listed');
  expect(told({ code: 'z.other' })).toBe('intermediary-not-listed');
});
