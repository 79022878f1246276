import { expect, test } from 'vitest';
import { type CaseStory, calendar, caseStory, handed, nineOn, person } from '../../test/case-story.ts';
import { supplyCorrection, supplyTolerated } from '../application/application.ts';
import { deadline } from '../calendar/calendar.ts';
import { type AcceptanceOutcome, viewAcceptance } from './acceptance.ts';

const monday = { at: nineOn('2025-03-03'), actor: person('clerk-1') };
const wednesday = { ...monday, at: nineOn('2025-03-05') };
const party = { at: nineOn('2025-03-04'), actor: { kind: 'applicant', id: 'applicant-1' } } as const;
const accept: AcceptanceOutcome = { outcome: 'ACCEPT', tolerated: [] };
const defect = (code: string) => ({ code, what: '缺少', need: '提交' });
const correct = (...codes: string[]): AcceptanceOutcome => ({ outcome: 'CORRECT', defects: codes.map(defect) });
const paper = (code: string) => ({ code, source: 'file', reference: 'f' }) as const;

/** Received without the floor plan, which is required, and without the business licence, which may follow. */
function lacking(application: object = {}): CaseStory {
  const story = caseStory('MK-05');
  story.receive({ without: ['m.floor', 'm.bl'], application }, monday);
  return story;
}

function answer(
  story: CaseStory,
  { brought, promised, untilOn = '2025-03-12' }: { brought: string[]; promised?: string[]; untilOn?: string },
  change: object = {},
): unknown {
  const { dueOn } = deadline(calendar, { value: 8, unit: 'W' }, '2025-03-04');
  const promise = { latestOn: dueOn, unrepairedFalsePromise: false };
  const { owed } = viewAcceptance(story.events());
  const supply = { materials: brought.map(paper), form: {} };
  const command = promised === undefined ? supply : { ...supply, deferral: { codes: promised, untilOn } };
  return story.take(supplyCorrection, command, { version: story.version, owed, handed, promise, ...change }, party);
}

test('R25: a paper that may follow and that nobody promised stands in the one notice too', () => {
  expect(lacking().settle(correct('m.floor'), monday)).toBe('defects-missing');
  expect(lacking().settle(correct('m.floor', 'm.bl'), monday)).toBe('ok');
  const promised = { deferral: { codes: ['m.bl'], untilOn: '2025-03-12' } };
  expect(lacking(promised).settle(correct('m.floor'), monday)).toBe('ok');
  // R6: what can be fetched now is no defect of the applicant's, and no notice may list it.
  expect(lacking().settle(correct('m.floor'), monday, { obtainable: ['m.bl'] })).toBe('ok');
});

test('R26: who brought all that the notice listed is accepted, whatever else it might have listed', () => {
  const story = lacking();
  story.settle(correct('m.floor'), monday, { obtainable: ['m.bl'] });
  expect(answer(story, { brought: ['m.floor'] })).toBe('ok');
  expect(story.settle(correct('m.bl'), wednesday)).toBe('second-correction');
  const judged = { byWindowClerk: false };
  expect(story.settle({ outcome: 'NOT_NEEDED', reason: '无需' }, wednesday, judged)).toBe('must-accept');
  expect(story.settle(accept, wednesday)).toBe('ok');
  expect(viewAcceptance(story.events()).owed).toEqual([]);
});

test('R32: what was promised with the application stays owed after a notice about something else', () => {
  const story = lacking({ deferral: { codes: ['m.bl'], untilOn: '2025-03-12' } });
  story.settle(correct('m.floor'), monday);
  expect(answer(story, { brought: ['m.floor'] })).toBe('ok');
  expect(story.settle(accept, wednesday)).toBe('materials-incomplete');
  const tolerate: AcceptanceOutcome = { outcome: 'ACCEPT', tolerated: ['m.bl'], toleratedUntilOn: '2025-03-12' };
  expect(story.settle(tolerate, wednesday)).toBe('ok');
  expect(viewAcceptance(story.events()).owed).toEqual(['m.bl']);
});

test('R32: a notice is answered with a promise for what may follow; acceptance then tolerates it until that day', () => {
  const story = lacking();
  story.settle(correct('m.floor', 'm.bl'), monday);
  expect(answer(story, { brought: ['m.floor'] })).toBe('nothing-supplied');
  expect(answer(story, { brought: ['m.floor'], promised: ['m.bl'] })).toBe('ok');
  // What was asked for and promised is tolerated by name, for the day that was signed.
  expect(story.settle(accept, wednesday)).toBe('materials-incomplete');
  const tolerate: AcceptanceOutcome = { outcome: 'ACCEPT', tolerated: ['m.bl'], toleratedUntilOn: '2025-03-13' };
  expect(story.settle(tolerate, wednesday)).toBe('promise-missing');
  expect(story.settle({ ...tolerate, toleratedUntilOn: '2025-03-12' }, wednesday)).toBe('ok');
  expect(viewAcceptance(story.events()).owed).toEqual(['m.bl']);
});

test('R32: nothing but what may follow is promised, within the promised limit, without an unrepaired false promise', () => {
  const told = (given: Parameters<typeof answer>[1], change: object = {}): unknown => {
    const story = lacking();
    story.settle(correct('m.floor', 'm.bl'), monday);
    return answer(story, given, change);
  };
  expect(told({ brought: ['m.bl'], promised: ['m.floor'] })).toBe('deferral-not-allowed');
  expect(told({ brought: ['m.floor'], promised: ['m.bl'], untilOn: '2025-03-14' })).toBe('ok');
  expect(told({ brought: ['m.floor'], promised: ['m.bl'], untilOn: '2025-03-15' })).toBe('deferral-not-allowed');
  expect(told({ brought: ['m.floor'], promised: ['m.bl'], untilOn: '2025-03-03' })).toBe('deferral-not-allowed');
  const broken = { promise: { latestOn: '2025-03-14', unrepairedFalsePromise: true } };
  expect(told({ brought: ['m.floor'], promised: ['m.bl'] }, broken)).toBe('deferral-not-allowed');
});

test('R32: what was promised is brought and not promised again', () => {
  const story = lacking();
  story.settle(correct('m.floor', 'm.bl'), monday);
  answer(story, { brought: ['m.floor'], promised: ['m.bl'] });
  story.settle({ outcome: 'ACCEPT', tolerated: ['m.bl'], toleratedUntilOn: '2025-03-12' }, wednesday);
  const facts = { version: story.version, owed: ['m.bl'], handed };
  const again = { materials: [], form: {}, deferral: { codes: ['m.bl'], untilOn: '2025-03-14' } };
  expect(story.take(supplyTolerated, again, facts, wednesday)).toBe('deferral-not-allowed');
  expect(story.take(supplyTolerated, { materials: [paper('m.bl')], form: {} }, facts, wednesday)).toBe('ok');
});
