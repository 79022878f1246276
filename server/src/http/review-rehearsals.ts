import { listPersons } from '../identity/actions.ts';
import { holdsPost } from '../identity/identity.ts';
import type { Performed } from '../journal/journal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { addDays, dateInChina, type Instant } from '../kernel/time.ts';
import { review } from '../review/actions.ts';
import { type ReviewAct, specialProcedures, SpecialProcedure, viewReview } from '../review/review.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import type { OpenedCase } from './case-access.ts';

/** The acts of review that have a form of their own; findings and visits stand behind `reviewCase` itself. */
export const rehearsedActs = [
  'assignInspectors',
  'startSpecialProcedure',
  'endSpecialProcedure',
  'suspendClock',
  'resumeClock',
  'notifyInterestedParty',
  'hearInterestedParty',
  'tellHearingRight',
  'requestHearing',
  'scheduleHearing',
  'recordHearing',
  'askJointOpinion',
  'giveJointOpinion',
  'extendLimit',
] as const satisfies readonly ReviewAct['act'][];
export type RehearsedAct = (typeof rehearsedActs)[number];

/** A party to the case does one act of review only: he asks for the hearing that he was told of. */
export const actsOfParty = ['requestHearing'] as const satisfies readonly RehearsedAct[];

export interface ReviewTry {
  readonly platform: Platform;
  readonly opened: OpenedCase;
  readonly caller: Caller;
  readonly at: Instant;
}

/** Tries the plainest command of `act` that this case and this moment can carry. */
export function tryReview(asked: ReviewTry, act: RehearsedAct): Promise<Performed | Refusal> {
  const { platform, opened, caller, at } = asked;
  const call = { actor: caller.actor, requestId: 'rehearsal', at };
  return review(platform, call, opened.caseNo, commandOf(asked, act));
}

const WORDS = '说明文字';
/** 许可法48: a hearing is announced seven days before. */
const NOTICE_DAYS = 7;

function commandOf(asked: ReviewTry, act: RehearsedAct): ReviewAct {
  const { platform, opened, caller, at } = asked;
  const { procedures, hearing } = viewReview(opened.events);
  const party = opened.received.applicant.name;
  const open = procedures.filter(({ endedAt }) => endedAt === undefined).map(({ procedure }) => procedure);
  switch (act) {
    case 'assignInspectors':
      return { act, officers: inspectorsFor(asked) };
    case 'startSpecialProcedure': {
      const procedure = SpecialProcedure.options.find((one) => !open.includes(one)) ?? 'consultation';
      return { act, procedure, workingDays: 1, stopsClock: specialProcedures[procedure].stopsClock, basis: WORDS };
    }
    case 'endSpecialProcedure':
      return { act, procedure: open[0] ?? 'hearing', result: WORDS };
    case 'suspendClock':
    case 'resumeClock':
      return { act, reason: WORDS };
    case 'notifyInterestedParty':
      return { act, party, matter: WORDS };
    case 'hearInterestedParty':
      return { act, party, statement: WORDS };
    case 'tellHearingRight':
      return { act, to: party };
    case 'requestHearing':
      return { act, by: party };
    case 'scheduleHearing':
      return { act, onDate: addDays(dateInChina(at), NOTICE_DAYS), place: WORDS, presider: presiderFor(asked) };
    case 'recordHearing': {
      const { scheduledOn = dateInChina(at), presider = presiderFor(asked) } = hearing;
      return { act, heldOn: scheduledOn, presider, transcript: WORDS, signedBy: [party] };
    }
    case 'askJointOpinion':
      return { act, organ: platform.centre, dueInDays: 1 };
    case 'giveJointOpinion':
      return { act, organ: caller.kind === 'staff' ? caller.person.organ : '', opinion: WORDS, findings: [] };
    case 'extendLimit':
      return { act, workingDays: 1, reason: WORDS };
    default:
      return act satisfies never;
  }
}

function inspectorsFor({ platform, opened, at }: ReviewTry): string[] {
  return listPersons(platform.identity)
    .filter((person) => person.status === 'active' && holdsPost(person, 'postedOfficer', opened.organ, at))
    .map(({ personId }) => personId)
    .slice(0, 2);
}

/** Somebody of the organ's own staff who has not judged this case. */
function presiderFor({ platform, opened, caller }: ReviewTry): string {
  const { reviewers, recused } = viewReview(opened.events);
  const free = listPersons(platform.identity).find(
    ({ personId, organ, status, employment }) =>
      organ === opened.organ &&
      status === 'active' &&
      employment !== 'contract' &&
      personId !== caller.actor.id &&
      !reviewers.has(personId) &&
      !recused.has(personId),
  );
  return free?.personId ?? '';
}
