import { expect, test } from 'vitest';
import { calendar, type CaseStory, caseStory, nineOn, person } from '../../test/case-story.ts';
import { knownEffects } from '../acceptance/acceptance.ts';
import { factsOf } from '../decision/decision.ts';
import type { ReviewAct } from './review.ts';
import { type Clocks, clocksOf, deliveryDueOn, firstReviewDueOn, viewReview } from './review.ts';

const clerk = person('clerk-1');
const officer = person('officer-1');

function accepted(itemId: string, on: string, form?: Readonly<Record<string, boolean | string>>): CaseStory {
  const story = caseStory(itemId);
  const when = { at: nineOn(on), actor: clerk };
  expect(story.receive(form === undefined ? {} : { application: { form } }, when)).toBe('ok');
  expect(story.settle({ outcome: 'ACCEPT', tolerated: [] }, when, { byWindowClerk: false })).toBe('ok');
  return story;
}

function act(story: CaseStory, on: string, command: ReviewAct, head = false): void {
  const answer = story.review(command, { at: nineOn(on), actor: officer }, { actorIsHead: head });
  expect([command.act, answer]).toEqual([command.act, 'ok']);
}

function clocks(story: CaseStory, todayOn: string): Clocks {
  const view = viewReview(story.events());
  const { item } = story.version;
  const found = clocksOf(view, item, knownEffects(item, factsOf(view, item)), { calendar, todayOn });
  if (found === undefined) throw new Error('no clock runs');
  return found;
}

const testing = {
  act: 'startSpecialProcedure',
  procedure: 'testing',
  workingDays: 5,
  stopsClock: true,
  basis: 'GB/T 31962',
} as const;
const endTesting = { act: 'endSpecialProcedure', procedure: 'testing', result: '合格' } as const;

test('R54: twenty working days from acceptance, the day itself not counted: 2025-03-03 to 2025-03-31', () => {
  expect(clocks(accepted('WA-01', '2025-03-03'), '2025-03-03').statutory).toMatchObject({
    startOn: '2025-03-03',
    dueOn: '2025-03-31',
    workingDaysLeft: 20,
    light: 'green',
  });
});

test('R25, R54: deemed accepted on 2025-04-30, due on 2025-06-03: the Dragon Boat days are skipped', () => {
  const story = caseStory('WA-01');
  story.receive({}, { at: nineOn('2025-04-30'), actor: clerk });
  expect(story.deem(nineOn('2025-05-13'))).toBe('ok');
  expect(clocks(story, '2025-05-13').statutory.dueOn).toBe('2025-06-03');
});

test('R58: a site visit stops nothing; testing from 03-10 to 03-17 under notice moves 03-31 to 04-08', () => {
  const story = accepted('WA-01', '2025-03-03');
  const visit = {
    act: 'startSpecialProcedure',
    procedure: 'siteVerification',
    workingDays: 3,
    stopsClock: false,
    basis: '核查',
  } as const;
  act(story, '2025-03-05', visit);
  expect(clocks(story, '2025-03-05').statutory.dueOn).toBe('2025-03-31');
  act(story, '2025-03-10', testing);
  expect(clocks(story, '2025-03-12').statutory).toMatchObject({ dueOn: '2025-04-08', paused: true });
  act(story, '2025-03-17', endTesting);
  expect(clocks(story, '2025-03-17').statutory).toMatchObject({ dueOn: '2025-04-08', paused: false });
  expect(clocks(story, '2025-03-17').promised.dueOn).toBe('2025-03-20');
});

test('R58: what takes longer than the notice said is the organ’s own time, what takes less is the applicant’s gain', () => {
  const late = accepted('WA-01', '2025-03-03');
  act(late, '2025-03-10', testing);
  act(late, '2025-03-24', endTesting);
  expect(clocks(late, '2025-03-24').statutory.dueOn).toBe('2025-04-08');
  const early = accepted('WA-01', '2025-03-03');
  act(early, '2025-03-10', testing);
  act(early, '2025-03-12', endTesting);
  expect(clocks(early, '2025-03-12').statutory.dueOn).toBe('2025-04-02');
});

test('R55: the extension lengthens the statutory clock, never the promise', () => {
  const story = accepted('WA-01', '2025-03-03');
  act(story, '2025-03-20', { act: 'extendLimit', workingDays: 10, reason: '情况复杂' }, true);
  expect(clocks(story, '2025-03-20').statutory.dueOn).toBe('2025-04-15');
  expect(clocks(story, '2025-03-20').promised.dueOn).toBe('2025-03-13');
});

test('R55, R58: a clock that stops within the extension stands still there too', () => {
  const story = accepted('WA-01', '2025-03-03');
  act(story, '2025-03-20', { act: 'extendLimit', workingDays: 10, reason: '情况复杂' }, true);
  act(story, '2025-04-07', testing);
  act(story, '2025-04-14', endTesting);
  expect(clocks(story, '2025-04-14').statutory.dueOn).toBe('2025-04-22');
});

test('R56: a joint matter has forty-five working days', () => {
  expect(clocks(accepted('UM-01', '2025-03-03'), '2025-03-03').statutory.dueOn).toBe('2025-05-08');
});

test('R57: the lower organ reviews first within twenty working days', () => {
  expect(firstReviewDueOn(calendar, '2025-03-03')).toBe('2025-03-31');
});

test('R40: where a standard is tested for, inspectors are named within five working days of acceptance', () => {
  const form = { category: '游泳场所', promiseSigned: true };
  const story = accepted('HL-01', '2025-03-03', { ...form, byPromise: false });
  expect(clocks(accepted('HL-01', '2025-03-03', { ...form, byPromise: true }), '2025-03-03')).not.toHaveProperty(
    'inspectors',
  );
  expect(clocks(story, '2025-03-03').inspectors).toMatchObject({ dueOn: '2025-03-10', light: 'green' });
  expect(clocks(story, '2025-03-11').inspectors).toMatchObject({ light: 'red', workingDaysLeft: -1 });
  const assign = { act: 'assignInspectors', officers: ['officer-1', 'officer-2'] } as const;
  act(story, '2025-03-06', { ...assign, officers: [...assign.officers] });
  expect(clocks(story, '2025-03-06')).not.toHaveProperty('inspectors');
  const plain = accepted('WA-01', '2025-03-03');
  expect(clocks(plain, '2025-03-03')).not.toHaveProperty('inspectors');
  act(plain, '2025-03-04', testing);
  expect(clocks(plain, '2025-03-04').inspectors).toMatchObject({ dueOn: '2025-03-10', paused: false });
});

test('R40: a result that needs no further analysis is decided on the spot, one that does is not', () => {
  const ended = (furtherAnalysis?: boolean): CaseStory => {
    const story = accepted('WA-01', '2025-03-03');
    act(story, '2025-03-04', testing);
    expect(clocks(story, '2025-03-04')).not.toHaveProperty('onTheSpot');
    act(story, '2025-03-07', { ...endTesting, ...(furtherAnalysis === undefined ? {} : { furtherAnalysis }) });
    return story;
  };
  expect(clocks(ended(), '2025-03-07').onTheSpot).toMatchObject({ dueOn: '2025-03-07', light: 'yellow' });
  expect(clocks(ended(false), '2025-03-10').onTheSpot).toMatchObject({ light: 'red' });
  expect(clocks(ended(true), '2025-03-10')).not.toHaveProperty('onTheSpot');
  const again = ended();
  act(again, '2025-03-10', testing);
  expect(clocks(again, '2025-03-10')).not.toHaveProperty('onTheSpot');
});

test('R60: the licence is delivered within ten working days of the decision', () => {
  expect(deliveryDueOn(calendar, '2025-03-31')).toBe('2025-04-15');
});

test('R61: the promise is yellow from nine tenths on and red when it is over', () => {
  const story = accepted('WA-01', '2025-03-03');
  expect(clocks(story, '2025-03-12').promised.light).toBe('green');
  expect(clocks(story, '2025-03-13').promised.light).toBe('yellow');
  expect(clocks(story, '2025-03-14').promised).toMatchObject({ light: 'red', workingDaysLeft: -1 });
  expect(clocks(story, '2025-03-14').statutory.light).toBe('green');
});

test('R62: a registration that is not made on the spot is made within three working days, or three more', () => {
  const story = accepted('MK-03', '2025-03-03');
  expect(clocks(story, '2025-03-03')).toMatchObject({
    statutory: { dueOn: '2025-03-06' },
    promised: { dueOn: '2025-03-03' },
  });
  act(story, '2025-03-06', { act: 'extendLimit', workingDays: 3, reason: '需要核实' }, true);
  expect(clocks(story, '2025-03-06').statutory.dueOn).toBe('2025-03-11');
});

test('R62: in Beijing the set-up of a company takes one working day where it is not made at once, or three more', () => {
  const story = accepted('MK-01', '2025-03-07');
  expect(clocks(story, '2025-03-07')).toMatchObject({
    statutory: { dueOn: '2025-03-10' },
    promised: { dueOn: '2025-03-07' },
  });
  const extend = (workingDays: number, on: string, actorIsHead = true) => {
    const command = { act: 'extendLimit', workingDays, reason: '需要核实' } as const;
    return story.review(command, { at: nineOn(on), actor: officer }, { actorIsHead });
  };
  expect(extend(4, '2025-03-10')).toBe('extension-refused');
  expect(extend(3, '2025-03-10', false)).toBe('extension-not-by-head');
  expect(extend(3, '2025-03-11')).toBe('extension-refused');
  expect(extend(3, '2025-03-10')).toBe('ok');
  expect(clocks(story, '2025-03-10').statutory.dueOn).toBe('2025-03-13');
});

test('R64: clear facts of an industrial injury shorten sixty natural days to fifteen', () => {
  const story = accepted('HR-05', '2025-03-03');
  expect(clocks(story, '2025-03-03').statutory.dueOn).toBe('2025-05-06');
  const found = (clearFacts: boolean) => [
    { name: 'clearFacts', value: clearFacts, evidence: '调查' },
    { name: 'pendingJudicial', value: false, evidence: '查询' },
  ];
  act(story, '2025-03-04', { act: 'recordFindings', findings: found(true), points: [] });
  expect(clocks(story, '2025-03-04').statutory.dueOn).toBe('2025-03-18');
});

test('R58: while a statute suspends the limit the clock stands still, and goes on when it is resumed', () => {
  const story = accepted('HR-05', '2025-03-03');
  const findings = [
    { name: 'clearFacts', value: false, evidence: '调查' },
    { name: 'pendingJudicial', value: true, evidence: '传票' },
  ];
  act(story, '2025-03-04', { act: 'recordFindings', findings, points: [] });
  act(story, '2025-03-04', { act: 'suspendClock', reason: '等待判决' });
  expect(clocks(story, '2025-04-03').statutory).toMatchObject({ paused: true, light: 'green', dueOn: '2025-06-03' });
  act(story, '2025-04-03', { act: 'resumeClock', reason: '判决生效' });
  expect(clocks(story, '2025-05-20').statutory).toMatchObject({ paused: false, dueOn: '2025-06-03' });
});

test('R64: the clock of a teacher’s qualification starts at the end of the window', () => {
  const story = caseStory('ED-01');
  const when = { at: nineOn('2025-03-03'), actor: clerk };
  story.receive({}, when);
  story.settle({ outcome: 'ACCEPT', tolerated: [], windowEndsOn: '2025-04-30' }, when);
  expect(clocks(story, '2025-03-03').statutory).toMatchObject({ startOn: '2025-04-30', dueOn: '2025-05-30' });
});

test('R65: of a "日" that the statute leaves open the organ keeps the shorter reading, and the longer stands beside it', () => {
  const permit = accepted('PS-03', '2025-03-03');
  expect(clocks(permit, '2025-03-03')).toMatchObject({
    statutory: { dueOn: '2025-03-18' },
    readings: { organ: { unit: 'N', dueOn: '2025-03-18' }, applicant: { unit: 'W', dueOn: '2025-03-24' } },
  });
  // Over the long holiday of May three working days are longer than three natural ones, which roll on to its end.
  expect(clocks(accepted('CT-01', '2025-04-29'), '2025-04-29').readings).toMatchObject({
    organ: { unit: 'N', dueOn: '2025-05-06' },
    applicant: { unit: 'W', dueOn: '2025-05-07' },
  });
  expect(clocks(permit, '2025-03-19').statutory.light).toBe('red');
});

test('R65: a pause and an extension move both readings', () => {
  const story = accepted('PS-03', '2025-03-03');
  act(story, '2025-03-04', testing);
  act(story, '2025-03-11', endTesting);
  act(story, '2025-03-12', { act: 'extendLimit', workingDays: 2, reason: '需要核实' }, true);
  expect(clocks(story, '2025-03-12')).toMatchObject({
    statutory: { dueOn: '2025-03-27' },
    readings: { organ: { unit: 'N', dueOn: '2025-03-27' }, applicant: { unit: 'W', dueOn: '2025-04-02' } },
  });
});

test('R65: where the statute says which days it counts, or both end on one day, there is one reading', () => {
  expect(clocks(accepted('WA-01', '2025-03-03'), '2025-03-03')).not.toHaveProperty('readings');
  expect(clocks(accepted('CV-02', '2025-03-03'), '2025-03-03')).not.toHaveProperty('readings');
  expect(clocks(accepted('CT-01', '2025-03-03'), '2025-03-03')).not.toHaveProperty('readings');
});

test('R66: both clocks run side by side, and none before acceptance', () => {
  const story = caseStory('WA-01');
  story.receive({}, { at: nineOn('2025-03-03'), actor: clerk });
  const { item } = story.version;
  expect(clocksOf(viewReview(story.events()), item, [], { calendar, todayOn: '2025-03-03' })).toBeUndefined();
  const { statutory, promised } = clocks(accepted('WA-01', '2025-03-03'), '2025-03-03');
  expect([statutory.dueOn, promised.dueOn]).toEqual(['2025-03-31', '2025-03-13']);
});

test('the clock is provisional where a year has no State Council notice yet', () => {
  expect(clocks(accepted('WA-01', '2027-12-20'), '2027-12-20').statutory.provisional).toBe(true);
  expect(clocks(accepted('WA-01', '2025-03-03'), '2025-03-03').statutory.provisional).toBe(false);
});
