import { authorityFor, intakeAct, partiesOf, type ReceivedApplication } from '../application/application.ts';
import { conflictOf, holdsPost, type Person, personStream, type PostKind } from '../identity/identity.ts';
import type { Actor } from '../journal/journal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { CaseStep } from './case-file.ts';
import { type CaseRun, type Situation, stateOf } from './case-scene.ts';

/** Whom a step falls to when its file does not say: the person of the district who may lawfully do it. */
export function actorFor(run: CaseRun, step: CaseStep, situation: Situation): Actor {
  const id = step.by ?? defaultActor(run, step, situation);
  if (id === APPLICANT) return { kind: 'applicant', id };
  return { kind: id.startsWith('robot/') ? 'robot' : 'person', id };
}

export const APPLICANT = 'applicant';
const ROBOT = 'robot/case-run';
const CLERK = 'clerk-1';

function defaultActor(run: CaseRun, step: CaseStep, situation: Situation): string {
  const { platform } = run.world;
  const organ = situation.item.dept;
  switch (step.do) {
    case 'accept':
    case 'correct':
    case 'notNeeded':
    case 'notOurs':
    case 'fixOnSpot':
      return run.file.by;
    case 'supply':
    case 'supplyDeferred':
    case 'correctStatement':
    case 'withdraw':
    case 'requestHearing':
    case 'requestRecusal':
    case 'payFee':
      return APPLICANT;
    case 'decideRecusal':
      return recusalDecider(run, situation, step.personId);
    case 'sign':
    case 'return':
      return stateOf(situation) === 'proposed' ? secondSigner(run, situation) : officerFor(run, situation);
    case 'giveOpinion':
      return officersOf(platform, step.organ, run.now)[0]?.personId ?? '';
    case 'extend':
      return headOf(platform, organ);
    case 'deliver':
      return step.method === 'electronic' ? 'robot/delivery' : CLERK;
    case 'suspendMandate':
      return inPost(platform, 'supervisor', grantorOf(platform, step.mandateNo), run.now)[0]?.personId ?? '';
    case 'resumeMandate':
    case 'revokeMandate':
      return headOf(platform, grantorOf(platform, step.mandateNo));
    case 'suspendPerson':
    case 'reinstatePerson':
      return headOf(platform, platform.people.get(personStream(step.personId))?.view?.organ ?? '');
    case 'declareRelation':
      return step.personId;
    case 'robots':
    case 'finish':
      return ROBOT;
    default:
      return officerFor(run, situation);
  }
}

/** The posted officer who has the power and no relation to a party; for what is in no list, an officer of the organ. */
export function officerFor(run: CaseRun, situation: Situation): string {
  const { platform } = run.world;
  const { received } = situation.view.review.acceptance.application;
  const own = officersOf(platform, situation.item.dept, run.now);
  if (received === undefined) return own[0]?.personId ?? '';
  const free = [...own, ...officersOf(platform, undefined, run.now)].filter(
    (person) => isFree(person, received) && !situation.view.recused.has(person.personId),
  );
  const asked = { ...intakeAct('propose', received), recused: situation.view.recused };
  const able = free.find(({ personId }) => {
    const call = { actor: { kind: 'person' as const, id: personId }, at: run.now };
    return !isRefusal(authorityFor(platform, call, asked));
  });
  return (able ?? free[0])?.personId ?? '';
}

/** A second officer of the same organ, for what takes two (许可法34). */
export function colleagueOf(run: CaseRun, situation: Situation, personId: string): string {
  const { platform } = run.world;
  const organ = platform.people.get(personStream(personId))?.view?.organ ?? situation.item.dept;
  const others = [...officersOf(platform, organ, run.now), ...officersOf(platform, situation.item.dept, run.now)];
  return others.find((person) => person.personId !== personId)?.personId ?? '';
}

/** Who presides over a hearing: of the organ's legal office, who reviews no case (R42). */
export function presiderOf(run: CaseRun, situation: Situation): string {
  return inPost(run.world.platform, 'legalReviewer', situation.item.dept, run.now)[0]?.personId ?? '';
}

/** Who answers the open request about this officer (R44). */
function recusalDecider(run: CaseRun, { view, item }: Situation, personId: string): string {
  const asked = view.recusals.find((one) => one.personId === personId && one.answer === undefined);
  const chief = inPost(run.world.platform, 'chiefRepresentative', item.dept, run.now)[0]?.personId;
  return asked?.decider === 'head' || chief === undefined ? headOf(run.world.platform, item.dept) : chief;
}

function secondSigner(run: CaseRun, situation: Situation): string {
  const { platform } = run.world;
  const organ = situation.item.dept;
  const outside = situation.need.signatures === 'EX' || situation.view.escalated;
  if (outside) return headOf(platform, organ);
  return inPost(platform, 'chiefRepresentative', organ, run.now)[0]?.personId ?? headOf(platform, organ);
}

function headOf(platform: Platform, organ: string): string {
  return platform.mandateFacts.organ(organ)?.headPersonId ?? '';
}

function grantorOf(platform: Platform, mandateNo: string): string {
  return platform.mandateBook.get(mandateNo)?.versions.at(-1)?.letter.grantor.code ?? '';
}

function officersOf(platform: Platform, organ: string | undefined, at: Instant): readonly Person[] {
  return inPost(platform, 'postedOfficer', organ, at);
}

function inPost(platform: Platform, kind: PostKind, organ: string | undefined, at: Instant): readonly Person[] {
  return platform.people
    .list()
    .flatMap(({ view }) => (view === undefined || view.status !== 'active' ? [] : [view]))
    .filter((person) => holdsPost(person, kind, organ ?? person.organ, at))
    .toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
}

function isFree(person: Person, received: ReceivedApplication): boolean {
  const parties = partiesOf(received).map(({ idNo }) => ({ role: 'applicant' as const, idNo }));
  return conflictOf(person, parties).length === 0;
}
