import { caseStream } from '../application/actions.ts';
import {
  type Authority,
  authorityFor,
  type Call,
  type CasePorts,
  findPerson,
  getPinnedVersion,
  intakeAct,
  isHeadOf,
  type LetterBody,
  personFence,
  type SealedLetter,
  unmeasured,
} from '../application/application.ts';
import { intakeFacts, knownEffects, longestExtension } from '../acceptance/acceptance.ts';
import { letterRequest } from '../acceptance/actions.ts';
import { addWorkingDays } from '../calendar/calendar.ts';
import type { Effect, ItemVersion } from '../catalogue/catalogue.ts';
import { postsAt } from '../identity/identity.ts';
import { type Part, part, perform } from '../journal/actions.ts';
import type { Performed, Recorded, StepContext } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina } from '../kernel/time.ts';
import { reviewRefusals } from './refusals.ts';
import {
  clocksOf,
  type ReviewAct,
  reviewCase,
  type ReviewFacts,
  type ReviewView,
  type SiteVisit,
  specialProcedures,
  viewReview,
} from './review.ts';
import { listVisits } from './store.ts';

/** One act of review on a case. */
export function review(ports: CasePorts, call: Call, caseNo: string, act: ReviewAct): Promise<Performed | Refusal> {
  const { actor, requestId, at } = call;
  return perform(ports.journal, reviewCase, {
    realm: ports.realm,
    actor,
    requestId,
    at,
    stream: caseStream(caseNo),
    command: act,
    facts: (events, context) => reviewFacts(ports, act, events, context),
  });
}

/** Review as part of a larger moment: the officer ticks the points and signs in one act. */
export function reviewPart(ports: CasePorts, act: ReviewAct): Part {
  return part(reviewCase, act, (events, context) => reviewFacts(ports, act, events, context));
}

async function reviewFacts(
  ports: CasePorts,
  act: ReviewAct,
  events: readonly Recorded[],
  context: StepContext,
): Promise<ReviewFacts | undefined> {
  const view = viewReview(events);
  const { received } = view.acceptance.application;
  if (received === undefined) return undefined;
  const version = getPinnedVersion(ports, received.itemId, received.itemVersion);
  const person = findPerson(ports, context.actor);
  const effects = effectsOf(view, version);
  const facts: ReviewFacts = {
    version,
    calendar: ports.calendar(),
    authority: authorityToReview(ports, act, view, context),
    organOfActor: person?.organ,
    actorIsHead: isHeadOf(ports, context.actor, version.item.dept),
    otherVisits: act.act === 'recordSiteVisit' ? await visitsOf(ports, received.caseNo, act.officers) : [],
    contractStaff: contractStaffOf(ports, [context.actor.id, ...('presider' in act ? [act.presider] : [])]),
    onDuty: dutyList(ports, 'officers' in act ? act.officers : [], version.item.dept, context.at),
    effects,
    statuteSuspends: effects.some((effect) => effect.kind === 'SUSPEND'),
    letter: undefined,
  };
  if (isRefusal(reviewCase.decide(view, act, facts, context))) return facts;
  return { ...facts, letter: await noticeFor(ports, { act, view, version, context }) };
}

/**
 * Review is for the posted officer or chief whose mandate names the item, in either list; another organ's opinion, the
 * applicant's request for a hearing and the head's extension rest on what they are, not on a mandate.
 */
function authorityToReview(
  ports: CasePorts,
  act: ReviewAct,
  view: ReviewView,
  context: StepContext,
): Authority | Refusal | undefined {
  const { received } = view.acceptance.application;
  if (received === undefined) return undefined;
  if (act.act === 'requestHearing' && context.actor.kind === 'applicant') return undefined;
  const person = findPerson(ports, context.actor);
  if (act.act === 'giveJointOpinion' || act.act === 'extendLimit') {
    if (person === undefined) return refuse(reviewRefusals, 'not-on-duty-list', { actor: context.actor.id });
    return { office: person.organ, fences: [personFence(ports, person.personId)] };
  }
  const asked = unmeasured({ ...intakeAct('propose', received), recused: view.recused });
  const byMandate = authorityFor(ports, context, asked);
  if (!isRefusal(byMandate)) return byMandate;
  const asChief = authorityFor(ports, context, { ...asked, power: 'grant', signatureNo: 2 });
  if (!isRefusal(asChief)) return asChief;
  // What is in no letter, or was handed back to the organ, its own officers prepare by office (R76); and where nobody holds
  // a mandate any more the work falls to the head, so that no case stands still (promise 6).
  const { dept: organ, signClass } = getPinnedVersion(ports, received.itemId, received.itemVersion).item;
  const outside = signClass === 'EX' || view.escalated;
  const ofOrgan = person?.organ === organ && person.employment !== 'contract' && person.status === 'active';
  return person !== undefined && ((ofOrgan && outside) || isHeadOf(ports, context.actor, organ))
    ? { office: organ, fences: [personFence(ports, person.personId)] }
    : byMandate;
}

/** Visits of these officers in other cases (T09); asked again at signing, since two may be recorded at the same moment. */
export function visitsOf(ports: CasePorts, caseNo: string, officers: readonly string[]): Promise<readonly SiteVisit[]> {
  return listVisits(ports.journal.pool, ports.realm, officers, caseNo);
}

/** Who of `officers` is in post at the organ now, away or not: a visit is recorded after it was made. */
function dutyList(ports: CasePorts, officers: readonly string[], organ: string, at: string): ReadonlySet<string> {
  const inPost = officers.filter((personId) => {
    const person = findPerson(ports, { kind: 'person', id: personId });
    if (person === undefined || person.status !== 'active' || person.employment === 'contract') return false;
    return person.organ === organ || postsAt(person, at).some((post) => post.organ === organ);
  });
  return new Set(inPost);
}

/** R80: of these persons, those whom no organ has on its establishment. */
function contractStaffOf(ports: CasePorts, personIds: readonly string[]): readonly string[] {
  return personIds.filter((id) => findPerson(ports, { kind: 'person', id })?.employment === 'contract');
}

function effectsOf(view: ReviewView, version: ItemVersion): readonly Effect[] {
  const found = [...view.findings].map(
    ([name, { value, source }]) => [name, { value, source, verified: true }] as const,
  );
  const facts = { ...intakeFacts(view.acceptance.application, version.item), ...Object.fromEntries(found) };
  return knownEffects(version.item, facts);
}

interface Notice {
  readonly act: ReviewAct;
  readonly view: ReviewView;
  readonly version: ItemVersion;
  readonly context: StepContext;
}

/** R55, R58: the applicant is told in writing of the time that a procedure takes, and of an extension and its reason. */
async function noticeFor(ports: CasePorts, given: Notice): Promise<SealedLetter | Refusal | undefined> {
  const { view, version, context } = given;
  const { received, letters } = view.acceptance.application;
  if (received === undefined) return undefined;
  const body = noticeBody(ports, given);
  return body === undefined
    ? undefined
    : ports.letters.seal(letterRequest({ received, letters, version, at: context.at }, body, []));
}

function noticeBody(ports: CasePorts, { act, view, version, context }: Notice): LetterBody | undefined {
  if (act.act === 'startSpecialProcedure') {
    const { workingDays, stopsClock, basis } = act;
    return {
      kind: 'specialProcedureNotice',
      procedure: specialProcedures[act.procedure].zh,
      workingDays,
      stopsClock,
      basis,
    };
  }
  if (act.act === 'scheduleHearing') {
    const presider = findPerson(ports, { kind: 'person', id: act.presider })?.name ?? act.presider;
    return { kind: 'hearingNotice', heldOn: act.onDate, place: act.place, presider };
  }
  if (act.act !== 'extendLimit') return undefined;
  const calendar = ports.calendar();
  const effects = effectsOf(view, version);
  const clocks = clocksOf(view, version.item, effects, { calendar, todayOn: dateInChina(context.at) });
  const dueOn = clocks?.statutory.dueOn ?? dateInChina(context.at);
  const workingDays = Math.min(act.workingDays, longestExtension(version.item, effects));
  return {
    kind: 'extensionNotice',
    reason: act.reason,
    workingDays,
    newDueOn: addWorkingDays(calendar, dueOn, workingDays),
  };
}
