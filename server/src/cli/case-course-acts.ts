import { review } from '../review/actions.ts';
import { type Finding, type PointResult, type ReviewAct, specialProcedures } from '../review/review.ts';
import type { InputValue } from '../catalogue/catalogue.ts';
import type { Acts } from './case-acts.ts';
import { findingsFor } from './case-findings.ts';
import { colleagueOf, presiderOf } from './case-people.ts';
import type { Answer, Scene, Situation } from './case-scene.ts';
import type { StepOf } from './case-file.ts';

/** Everything between acceptance and signing: findings, visits, procedures, hearings, other organs' opinions. */
export const courseActs = {
  review: (scene, { findings, points, evidence = '申请材料及核验记录' }) =>
    reviewWith(scene, {
      act: 'recordFindings',
      findings: findingsOf(findings ?? findingsFor(scene.run, scene.situation, 'review'), evidence),
      points: [...(points ?? allMet(scene.situation, evidence))],
    }),
  visit: (scene, step) => reviewWith(scene, visitOf(scene, step)),
  assignInspectors: (scene, { officers }) => reviewWith(scene, { act: 'assignInspectors', officers }),
  specialProcedure: (scene, step) => {
    const { procedure, workingDays } = step;
    const { stopsClock = specialProcedures[procedure].stopsClock } = step;
    const basis = step.basis ?? (stopsClock ? '《中华人民共和国行政许可法》第四十五条' : '本事项实施清单');
    return reviewWith(scene, { act: 'startSpecialProcedure', procedure, workingDays, stopsClock, basis });
  },
  endSpecialProcedure: (scene, { procedure, result, furtherAnalysis }) => {
    const more = furtherAnalysis === undefined ? {} : { furtherAnalysis };
    return reviewWith(scene, { act: 'endSpecialProcedure', procedure, result, ...more });
  },
  suspendClock: (scene, { reason }) => reviewWith(scene, { act: 'suspendClock', reason }),
  resumeClock: (scene, { reason }) => reviewWith(scene, { act: 'resumeClock', reason }),
  notifyInterestedParty: (scene, { party, matter }) =>
    reviewWith(scene, { act: 'notifyInterestedParty', party, matter }),
  hearInterestedParty: (scene, { party, statement }) =>
    reviewWith(scene, { act: 'hearInterestedParty', party, statement }),
  tellHearingRight: (scene, { to }) => reviewWith(scene, { act: 'tellHearingRight', to }),
  requestHearing: (scene) => reviewWith(scene, { act: 'requestHearing', by: applicantOf(scene.situation) }),
  scheduleHearing: (scene, { onDate, place, presider = presiderOf(scene.run, scene.situation) }) =>
    reviewWith(scene, { act: 'scheduleHearing', onDate, place, presider }),
  recordHearing: (scene, { heldOn, transcript, signedBy, presider = presiderOf(scene.run, scene.situation) }) =>
    reviewWith(scene, {
      act: 'recordHearing',
      heldOn,
      presider,
      transcript,
      signedBy: signedBy ?? [applicantOf(scene.situation), presider],
    }),
  askOpinion: (scene, { organ, dueInDays }) => reviewWith(scene, { act: 'askJointOpinion', organ, dueInDays }),
  giveOpinion: (scene, { organ, opinion, findings }) =>
    reviewWith(scene, {
      act: 'giveJointOpinion',
      organ,
      opinion,
      findings: findingsOf(findings ?? findingsFor(scene.run, scene.situation, 'joint'), '书面意见'),
    }),
  extend: (scene, { workingDays, reason }) => reviewWith(scene, { act: 'extendLimit', workingDays, reason }),
} as const satisfies Partial<Acts>;

function reviewWith({ run, call, caseNo }: Scene, act: ReviewAct): Answer {
  return review(run.world.platform, call, caseNo, act);
}

function findingsOf(values: Readonly<Record<string, InputValue>>, evidence: string): Finding[] {
  return Object.entries(values).map(([name, value]) => ({ name, value, evidence }));
}

function allMet({ item }: Situation, evidence: string): readonly PointResult[] {
  return item.reviewPoints.map((_text, point) => ({ point, result: 'met', evidence }));
}

function applicantOf({ view }: Situation): string {
  return view.review.acceptance.application.received?.applicant.name ?? '';
}

/** Two officers on site in the hour before the record was made, unless the file says otherwise. */
function visitOf(scene: Scene, step: StepOf<'visit'>): ReviewAct {
  const { run, situation, call } = scene;
  const officers = step.officers ?? [call.actor.id, colleagueOf(run, situation, call.actor.id)];
  const before = (minutes: number) => new Date(Date.parse(call.at) - minutes * 60_000).toISOString();
  return {
    act: 'recordSiteVisit',
    address: step.address ?? situation.view.review.acceptance.application.received?.applicant.address ?? '经营场所',
    place: { latitude: 39.9042, longitude: 116.7042 },
    fromAt: step.fromAt ?? before(90),
    toAt: step.toAt ?? before(30),
    officers,
    signedBy: step.signedBy ?? officers,
    record: step.record ?? '现场核查记录',
    findings: findingsOf(step.findings ?? findingsFor(run, situation, 'review'), '现场核查记录'),
  };
}
