import { expect, test } from 'vitest';
import { type CaseStory, caseStory, nineOn, person } from '../../test/case-story.ts';
import { Recuse, recuseOfficer } from '../decision/decision.ts';
import { refuse } from '../kernel/refusal.ts';
import { checkRefusals } from '../mandate/refusals.ts';
import { type ReviewAct, SpecialProcedure, specialProcedures, viewReview } from './review.ts';
import { reviewRefusals } from './refusals.ts';

const monday = { at: nineOn('2025-03-03'), actor: person('clerk-1') };
const officer = { at: nineOn('2025-03-06'), actor: person('officer-1') };

function onDay(on: string, actor = officer.actor) {
  return { at: nineOn(on), actor };
}

function accepted(itemId = 'WA-01'): CaseStory {
  const story = caseStory(itemId);
  story.receive({}, monday);
  expect(story.settle({ outcome: 'ACCEPT', tolerated: [] }, monday, { byWindowClerk: false })).toBe('ok');
  return story;
}

type Visit = Extract<ReviewAct, { act: 'recordSiteVisit' }>;
const visit: Visit = {
  act: 'recordSiteVisit',
  address: '云桥街道1号',
  place: { latitude: 39.9, longitude: 116.4 },
  fromAt: '2025-03-05T02:00:00.000Z',
  toAt: '2025-03-05T03:00:00.000Z',
  officers: ['officer-1', 'officer-2'],
  signedBy: ['officer-1', 'officer-2'],
  record: '记录1',
  findings: [],
};

test('R38: findings and points are those of the pinned guide, of the right type, each with its evidence', () => {
  const record = (findings: readonly [string, boolean | number, string][], points: readonly [number, string][] = []) =>
    accepted().review(
      {
        act: 'recordFindings',
        findings: findings.map(([name, value, evidence]) => ({ name, value, evidence })),
        points: points.map(([point, evidence]) => ({ point, result: 'met', evidence })),
      },
      officer,
    );
  expect(record([['outletOk', true, '照片']], [[0, '材料']])).toBe('ok');
  expect(record([['beauty', true, '照片']])).toBe('unknown-finding');
  expect(record([['outletOk', 1, '照片']])).toBe('unknown-finding');
  expect(record([['outletOk', true, '']])).toBe('evidence-missing');
  expect(record([], [[99, '材料']])).toBe('unknown-finding');
  expect(record([], [[0, '']])).toBe('evidence-missing');
});

test('R38: what a share or the applicant has said is not the officer’s to find', () => {
  const story = accepted('MK-05');
  const findings = [{ name: 'area', value: 100, evidence: '测量' }];
  expect(story.review({ act: 'recordFindings', findings, points: [] }, officer)).toBe('unknown-finding');
});

test('R38: a point carries who found it', () => {
  const story = accepted();
  story.review(
    { act: 'recordFindings', findings: [], points: [{ point: 1, result: 'met', evidence: '材料' }] },
    officer,
  );
  expect(viewReview(story.events()).points.get(1)).toMatchObject({ by: 'officer-1', evidence: '材料' });
});

test('R39, T09: substance is verified by two officers, both of whom sign', () => {
  const record = (change: Partial<Visit>) => accepted().review({ ...visit, ...change }, officer);
  expect(record({})).toBe('ok');
  expect(record({ officers: ['officer-1'] })).toBe('too-few-inspectors');
  expect(record({ officers: ['officer-1', 'officer-1'] })).toBe('too-few-inspectors');
  expect(record({ signedBy: ['officer-1'] })).toBe('too-few-inspectors');
});

test('R39: who inspects is on the organ’s duty list', () => {
  const story = accepted();
  expect(story.review(visit, officer, { onDuty: new Set(['officer-1']) })).toBe('not-on-duty-list');
  expect(story.refused()?.detail).toEqual({ officers: ['officer-2'] });
});

test('T09: a visit lies between acceptance and now, and ends after it began', () => {
  const record = (fromAt: string, toAt: string) => accepted().review({ ...visit, fromAt, toAt }, officer);
  expect(record('2025-03-05T03:00:00.000Z', '2025-03-05T02:00:00.000Z')).toBe('impossible-visit');
  expect(record('2025-03-06T00:30:00.000Z', '2025-03-06T02:00:00.000Z')).toBe('impossible-visit');
  expect(record('2025-03-02T02:00:00.000Z', '2025-03-02T03:00:00.000Z')).toBe('impossible-visit');
});

test('T09: nobody is at two places at once, nor travels faster than anybody can; one visit may serve two cases', () => {
  const record = (change: Partial<Visit>) =>
    accepted().review(visit, officer, { otherVisits: [{ ...visit, ...change }] });
  const far = { latitude: 40.9, longitude: 116.4 };
  const tenLater = { fromAt: '2025-03-05T03:10:00.000Z', toAt: '2025-03-05T04:00:00.000Z' };
  expect(record({ place: far })).toBe('impossible-visit');
  expect(record({ place: far, ...tenLater })).toBe('impossible-visit');
  expect(record({ place: far, fromAt: '2025-03-05T05:00:00.000Z', toAt: '2025-03-05T06:00:00.000Z' })).toBe('ok');
  expect(record({ place: far, officers: ['officer-3', 'officer-4'] })).toBe('ok');
  expect(record({})).toBe('ok');
});

test('R40: two inspectors are named, both on duty', () => {
  const assign = (officers: string[], onDuty = officers) =>
    accepted().review({ act: 'assignInspectors', officers }, officer, { onDuty: new Set(onDuty) });
  expect(assign(['officer-1', 'officer-2'])).toBe('ok');
  expect(assign(['officer-1'])).toBe('too-few-inspectors');
  expect(assign(['officer-1', 'stranger'], ['officer-1'])).toBe('not-on-duty-list');
});

test('R41: a notified party counts as unheard until his statement is recorded', () => {
  const story = accepted();
  story.review({ act: 'notifyInterestedParty', party: '邻居甲', matter: '排水影响' }, officer);
  expect(viewReview(story.events()).interested.get('邻居甲')).toEqual({ heard: false });
  story.review({ act: 'hearInterestedParty', party: '邻居甲', statement: '同意' }, officer);
  expect(viewReview(story.events()).interested.get('邻居甲')).toEqual({ heard: true });
  story.review({ act: 'notifyInterestedParty', party: '邻居甲', matter: '补充' }, officer);
  expect(viewReview(story.events()).interested.get('邻居甲')).toEqual({ heard: true });
});

test('R42: a hearing is asked for within five working days of being told', () => {
  const told = (): CaseStory => {
    const story = accepted();
    story.review({ act: 'tellHearingRight', to: '常源浩' }, officer);
    return story;
  };
  const own = { kind: 'applicant', id: 'applicant-1' } as const;
  expect(accepted().review({ act: 'requestHearing', by: '常源浩' }, onDay('2025-03-07'))).toBe('hearing-out-of-time');
  expect(told().review({ act: 'requestHearing', by: '常源浩' }, { ...onDay('2025-03-13'), actor: own })).toBe('ok');
  expect(told().review({ act: 'requestHearing', by: '常源浩' }, { ...onDay('2025-03-14'), actor: own })).toBe(
    'hearing-out-of-time',
  );
});

test('R42: it is notified seven days before, held within twenty working days, and presided by nobody who reviewed', () => {
  const schedule = (onDate: string, presider = 'presider-1') => {
    const story = accepted();
    story.review({ act: 'recordFindings', findings: [], points: [] }, officer);
    story.review({ act: 'tellHearingRight', to: '常源浩' }, officer);
    story.review({ act: 'requestHearing', by: '常源浩' }, onDay('2025-03-07'));
    return story.review({ act: 'scheduleHearing', onDate, place: '会议室', presider }, onDay('2025-03-10'));
  };
  expect(schedule('2025-03-16')).toBe('hearing-out-of-time');
  expect(schedule('2025-03-17')).toBe('ok');
  // Twenty working days after the request of 2025-03-07, Qingming skipped.
  expect(schedule('2025-04-07')).toBe('ok');
  expect(schedule('2025-04-08')).toBe('hearing-out-of-time');
  expect(schedule('2025-03-17', 'officer-1')).toBe('hearing-presider-reviewed');
});

test('R42, R43: a hearing counts as held on the day for which it was notified, with a signed transcript', () => {
  const story = accepted();
  const held = (heldOn: string): ReviewAct => ({
    act: 'recordHearing',
    heldOn,
    presider: 'presider-1',
    transcript: '听证笔录1',
    signedBy: ['常源浩'],
  });
  expect(story.review(held('2025-03-06'), officer)).toBe('hearing-out-of-time');
  const plan = { act: 'scheduleHearing', onDate: '2025-03-17', place: '会议室', presider: 'presider-1' } as const;
  expect(story.review(plan, officer)).toBe('ok');
  expect(story.review(held('2025-03-17'), onDay('2025-03-14'))).toBe('hearing-out-of-time');
  expect(story.review(held('2025-03-17'), onDay('2025-03-17'))).toBe('ok');
});

test('R44: who stands aside takes no part in the review, neither by his own hand nor as inspector', () => {
  const story = accepted();
  const ground = Recuse.parse({ personId: 'officer-2', ground: 'affinity' });
  expect(story.take(recuseOfficer, ground, { byHeadOfOrgan: false }, onDay('2025-03-05', person('officer-2')))).toBe(
    'ok',
  );
  expect(story.review(visit, officer)).toBe('reviewer-recused');
  const own = onDay('2025-03-06', person('officer-2'));
  expect(story.review({ act: 'recordFindings', findings: [], points: [] }, own)).toBe('reviewer-recused');
});

test('R48: only the organ that was asked gives a joint opinion, with findings that are its to make', () => {
  const story = accepted('UM-01');
  const opinion = (organ: string, name = 'policeOk'): ReviewAct => ({
    act: 'giveJointOpinion',
    organ,
    opinion: '同意',
    findings: [{ name, value: true, evidence: '复函' }],
  });
  const police = { organOfActor: 'PS' };
  expect(story.review(opinion('PS'), officer, police)).toBe('opinion-not-asked');
  expect(story.review({ act: 'askJointOpinion', organ: 'UM', dueInDays: 5 }, officer)).toBe('opinion-not-asked');
  expect(story.review({ act: 'askJointOpinion', organ: 'PS', dueInDays: 5 }, officer)).toBe('ok');
  expect(story.review(opinion('PS'), officer, { organOfActor: 'UM' })).toBe('opinion-not-asked');
  expect(story.review(opinion('PS', 'planOk'), officer, police)).toBe('unknown-finding');
  expect(story.review(opinion('PS'), officer, police)).toBe('ok');
});

test('R55, R81: only the head of the organ extends a limit, once, by ten working days at most, before it is over', () => {
  const extend = (story: CaseStory, workingDays: number, on = '2025-03-31', actorIsHead = true) =>
    story.review({ act: 'extendLimit', workingDays, reason: '情况复杂' }, onDay(on, person('wa-head')), {
      actorIsHead,
    });
  expect(extend(accepted(), 10, '2025-03-31', false)).toBe('extension-not-by-head');
  expect(extend(accepted(), 11)).toBe('extension-refused');
  expect(extend(accepted(), 10, '2025-04-01')).toBe('extension-refused');
  const story = accepted();
  expect(extend(story, 10)).toBe('ok');
  expect(extend(story, 1)).toBe('extension-refused');
});

test('R58: the clock stops for the procedures of article 45 and for no other', () => {
  for (const [procedure, { stopsClock }] of Object.entries(specialProcedures)) {
    const start = (stops: boolean) =>
      accepted().review(
        {
          act: 'startSpecialProcedure',
          procedure: SpecialProcedure.parse(procedure),
          workingDays: 5,
          stopsClock: stops,
          basis: '标准',
        },
        officer,
      );
    expect([procedure, start(stopsClock)]).toEqual([procedure, 'ok']);
    expect([procedure, start(!stopsClock)]).toEqual([procedure, 'clock-may-not-stop']);
  }
  const stopping = Object.entries(specialProcedures).flatMap(([name, { stopsClock }]) => (stopsClock ? [name] : []));
  expect(stopping).toEqual([
    'hearing',
    'tender',
    'auction',
    'inspection',
    'testing',
    'quarantine',
    'appraisal',
    'expertReview',
  ]);
});

test('R58: the clock stops only with the sealed notice of the time needed', () => {
  const story = accepted();
  const start = {
    act: 'startSpecialProcedure',
    procedure: 'testing',
    workingDays: 5,
    stopsClock: true,
    basis: '标准',
  } as const;
  const letter = refuse(reviewRefusals, 'clock-may-not-stop');
  expect(story.review(start, officer, { letter })).toBe('clock-may-not-stop');
  expect(viewReview(story.events()).procedures).toEqual([]);
});

test('R58: a limit is suspended only where the statute of the matter says so', () => {
  const suspend = { act: 'suspendClock', reason: '等待司法结论' } as const;
  expect(accepted().review(suspend, officer)).toBe('suspension-without-statute');
  const injury = accepted('HR-05');
  const pending = [{ name: 'pendingJudicial', value: true, evidence: '传票' }];
  const byEmployer = [{ name: 'clearFacts', value: false, evidence: '调查' }];
  injury.review({ act: 'recordFindings', findings: [...pending, ...byEmployer], points: [] }, officer);
  expect(injury.review(suspend, officer)).toBe('ok');
});

test('promise 1: no act of review without the mandate that carries it, and a refusal leaves the stream untouched', () => {
  const story = accepted();
  const before = story.events();
  expect(story.review(visit, officer, { authority: refuse(checkRefusals, 'mandate-suspended') })).toBe(
    'mandate-suspended',
  );
  expect(story.events()).toBe(before);
});

test('nothing is reviewed before acceptance or after the proposal', () => {
  const story = caseStory('WA-01');
  story.receive({}, monday);
  expect(story.review(visit, officer)).toBe('wrong-state');
});

test('R80: contract staff neither review, nor give an opinion, nor preside over a hearing', () => {
  const hired = { contractStaff: ['hired-1'], organOfActor: 'PS' };
  const story = accepted('UM-01');
  story.review({ act: 'askJointOpinion', organ: 'PS', dueInDays: 5 }, officer);
  const opinion: ReviewAct = { act: 'giveJointOpinion', organ: 'PS', opinion: '同意', findings: [] };
  expect(story.review(opinion, onDay('2025-03-06', person('hired-1')), hired)).toBe('contract-staff');
  expect(story.refused()).toMatchObject({ rule: 'R80', detail: { personId: 'hired-1', act: 'giveJointOpinion' } });
  const plan = { act: 'scheduleHearing', onDate: '2025-03-17', place: '会议室', presider: 'hired-1' } as const;
  expect(story.review(plan, officer, hired)).toBe('contract-staff');
  expect(story.review(opinion, onDay('2025-03-06', person('ps-1')), { organOfActor: 'PS' })).toBe('ok');
});
