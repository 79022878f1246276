import { expect, test } from 'vitest';
import { authority, calendar, type CaseStory, caseStory, nineOn, person } from '../../test/case-story.ts';
import { escalateCase } from '../decision/decision.ts';
import { projectCase } from './desk.ts';

const monday = { at: nineOn('2025-03-03'), actor: person('clerk-1') };
const officer = { at: nineOn('2025-03-06'), actor: person('officer-1') };

function row(story: CaseStory) {
  const version = () => story.version;
  return JSON.parse(projectCase({ realm: '110198', calendar: () => calendar, version }, story.events()) ?? 'null');
}

function received(itemId = 'WA-01'): CaseStory {
  const story = caseStory(itemId);
  story.receive({}, monday);
  return story;
}

function accepted(itemId = 'WA-01'): CaseStory {
  const story = received(itemId);
  expect(story.settle({ outcome: 'ACCEPT', tolerated: [] }, monday, { byWindowClerk: false })).toBe('ok');
  return story;
}

function reviewed(): CaseStory {
  const story = accepted();
  const place = { address: '云桥街道1号', place: { latitude: 39.9, longitude: 116.4 }, record: '记录' };
  const time = { fromAt: '2025-03-05T02:00:00.000Z', toAt: '2025-03-05T03:00:00.000Z' };
  const pair = { officers: ['officer-1', 'officer-2'], signedBy: ['officer-1', 'officer-2'] };
  story.review({ act: 'recordSiteVisit', ...place, ...time, ...pair, findings: [] }, officer);
  const findings = ['outletOk', 'pretreatment', 'waterOk', 'siteChecked'].map((name) => ({
    name,
    value: true,
    evidence: '记录',
  }));
  const points = [0, 1, 2, 3].map((point) => ({ point, result: 'met' as const, evidence: '材料' }));
  story.review({ act: 'recordFindings', findings, points }, officer);
  return story;
}

test('R25: a received case is due when silence would be acceptance', () => {
  expect(row(received())).toMatchObject({ waitsFor: 'window', dueOn: '2025-03-10', deemedAfterOn: '2025-03-10' });
  expect(row(accepted())).not.toHaveProperty('deemedAfterOn');
});

test('R66: an accepted case is due by the earlier of its two clocks, and the row shows both', () => {
  expect(row(accepted())).toMatchObject({
    waitsFor: 'handler',
    acceptedOn: '2025-03-03',
    dueOn: '2025-03-13',
    promisedDueOn: '2025-03-13',
    statutoryDueOn: '2025-03-31',
  });
});

test('R58: while a procedure stops the clock the row shows the date to which it moves', () => {
  const story = accepted();
  const start = {
    act: 'startSpecialProcedure',
    procedure: 'testing',
    workingDays: 5,
    stopsClock: true,
    basis: '标准',
  } as const;
  story.review({ act: 'assignInspectors', officers: ['officer-1', 'officer-2'] }, officer);
  story.review(start, { ...officer, at: nineOn('2025-03-10') });
  expect(row(story)).toMatchObject({ waitsFor: 'handler', dueOn: '2025-03-20', statutoryDueOn: '2025-04-08' });
});

test('a proposal waits for the chief, its return for the handler, and what left the lists for the head', () => {
  const story = reviewed();
  story.sign({ outcome: 'GRANT' }, { ...officer, role: 'handler' });
  expect(row(story)).toMatchObject({ waitsFor: 'chief', signatures: 1 });
  expect(story.take(escalateCase, { reason: '超出授权' }, { authority }, officer)).toBe('ok');
  expect(row(story)).toMatchObject({ waitsFor: 'handler', signatures: 0, statutoryDueOn: '2025-03-31' });
  story.sign({ outcome: 'GRANT' }, { ...officer, role: 'handler' });
  expect(row(story)).toMatchObject({ waitsFor: 'head' });
});

test('R75: what the chief passed on waits for the head', () => {
  const story = reviewed();
  story.sign({ outcome: 'GRANT' }, { ...officer, role: 'handler' });
  const chief = { at: officer.at, actor: person('chief-1'), role: 'chief' } as const;
  story.sign({ outcome: 'GRANT', forwardToHead: true, exceptionCode: 'EX-MAJOR' }, chief);
  expect(row(story)).toMatchObject({ waitsFor: 'head', signatures: 2 });
});

test('R60: a decided case is due for delivery ten working days later', () => {
  const story = reviewed();
  story.sign({ outcome: 'GRANT' }, { ...officer, role: 'handler' });
  story.sign({ outcome: 'GRANT' }, { at: officer.at, actor: person('chief-1'), role: 'chief' });
  expect(row(story)).toMatchObject({ waitsFor: 'delivery', outcome: 'GRANT', dueOn: '2025-03-20' });
});

test('R63: an open renewal carries the day after which silence grants it, a decided one does not', () => {
  const story = caseStory('WA-01');
  story.receive({ application: { renewal: { licenceNo: 'X', expiresOn: '2025-05-01' } } }, monday);
  expect(row(story)).toMatchObject({ renewsAfterOn: '2025-05-01' });
});

test('T04: the row of a signature carries what adds up, and no name', () => {
  const story = reviewed();
  story.sign({ outcome: 'GRANT' }, { ...officer, role: 'handler' });
  const { applicantKey, ...signed } = row(story);
  expect(signed).toMatchObject({
    signedBy: 'officer-1',
    signedKind: 'propose',
    signedOutcome: 'GRANT',
    amount: 0,
  });
  expect(applicantKey).toMatch(/^[0-9a-f]{64}$/u);
});

test('a stream that is no case has no row', () => {
  expect(projectCase({ realm: '110198', calendar: () => calendar, version: () => received().version }, [])).toBeNull();
});

test('R40: inspectors to be named and a result to be decided on come first in the list', () => {
  const story = caseStory('HL-01');
  story.receive({ application: { form: { category: '游泳场所', byPromise: false, promiseSigned: false } } }, monday);
  story.settle({ outcome: 'ACCEPT', tolerated: [] }, monday, { byWindowClerk: false });
  expect(row(story)).toMatchObject({ dueOn: '2025-03-10', promisedDueOn: '2025-03-13' });
  story.review({ act: 'assignInspectors', officers: ['officer-1', 'officer-2'] }, officer);
  expect(row(story)).toMatchObject({ dueOn: '2025-03-13' });
  const testing = { procedure: 'testing', workingDays: 5, stopsClock: true, basis: 'GB 37488' } as const;
  story.review({ act: 'startSpecialProcedure', ...testing }, officer);
  story.review({ act: 'endSpecialProcedure', procedure: 'testing', result: '合格' }, officer);
  expect(row(story)).toMatchObject({ dueOn: '2025-03-06' });
});
