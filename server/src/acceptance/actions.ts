import { deadline } from '../calendar/calendar.ts';
import { type Effect, type ItemVersion, promisedLimitOf } from '../catalogue/catalogue.ts';
import { caseStream, findBar, handedFor, receive, type ReceivePorts } from '../application/actions.ts';
import {
  type Application,
  type Authority,
  authorityFor,
  authorityOf,
  type Call,
  type CasePorts,
  findPerson,
  getPinnedVersion,
  intakeAct,
  isHeadOf,
  isWindowClerk,
  type LetterBody,
  personFence,
  type ReceivedApplication,
  type SealedLetter,
} from '../application/application.ts';
import { type Part, part, perform } from '../journal/actions.ts';
import { toleranceCredit } from './credit.ts';
import { obtainableFor } from './obtainable.ts';
import type { Actor, Performed, Recorded, StepContext } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { addDays, dateInChina, type Instant } from '../kernel/time.ts';
import {
  type AcceptanceFacts,
  acceptedFrom,
  type AcceptanceOutcome,
  type AcceptanceView,
  certainAnswer,
  decideAcceptance,
  deemAccepted,
  intakeFacts,
  type IntakeLine,
  intakeLines,
  isRegistry,
  knownEffects,
  remindDeferral,
  statutoryDeadline,
  viewAcceptance,
} from './acceptance.ts';
import { letterRequest, type LetterOccasion, nameOf, recordOf } from './letter-request.ts';

export { letterRequest, recordOf } from './letter-request.ts';
export { promisable } from './promise.ts';
export { supplyCorrections, supplyDeferred } from './supplying.ts';

/** The robots that act at intake; their acts carry their own names, never a person's. */
export const intakeRobot: Actor = { kind: 'robot', id: 'robot/intake' };
export const deemingRobot: Actor = { kind: 'robot', id: 'robot/deemed-acceptance' };

/** One of the five outcomes on a received case. */
export function settleAcceptance(
  ports: CasePorts,
  call: Call,
  caseNo: string,
  outcome: AcceptanceOutcome,
): Promise<Performed | Refusal> {
  return perform(ports.journal, decideAcceptance, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command: outcome,
    facts: (events, context) => acceptanceFacts(ports, { outcome, call }, events, context),
  });
}

/** Receipt and outcome in one moment, as at a window while the applicant waits. */
export function receiveAndSettle(
  ports: ReceivePorts,
  call: Call,
  application: Application,
  outcome: AcceptanceOutcome,
): Promise<Performed | Refusal> {
  const asked = { application, outcome };
  return receive(ports, call, application, { asked, parts: [acceptancePart(ports, call, outcome)] });
}

/** Acceptance as part of a larger moment; `actor` is the intake robot where no person stands at the window. */
export function acceptancePart(ports: CasePorts, call: Call, outcome: AcceptanceOutcome, actor?: Actor): Part {
  const asked = { outcome, call };
  return part(decideAcceptance, outcome, (events, context) => acceptanceFacts(ports, asked, events, context), actor);
}

/** R25, R29: the robot that lets silence have exactly the effect that statute gives it. */
export function deemCaseAccepted(
  ports: CasePorts,
  call: Pick<Call, 'requestId' | 'at'>,
  caseNo: string,
): Promise<Performed | Refusal> {
  return perform(ports.journal, deemAccepted, {
    realm: ports.realm,
    ...call,
    actor: deemingRobot,
    stream: caseStream(caseNo),
    command: undefined,
    facts: async (events, context) => {
      const view = viewAcceptance(events);
      const { received, letters } = view.application;
      if (received === undefined) return undefined;
      const version = getPinnedVersion(ports, received.itemId, received.itemVersion);
      const facts = { version, calendar: ports.calendar(), letter: undefined };
      if (isRefusal(deemAccepted.decide(view, undefined, facts, context))) return facts;
      const body = deemedAcceptanceLetter(ports, view, version);
      return {
        ...facts,
        letter: await ports.letters.seal(letterRequest({ received, letters, version, at: context.at }, body, [])),
      };
    },
  });
}

/** The notice of an acceptance by silence, once more as it would have gone out. */
export function deemedAcceptanceLetter(ports: CasePorts, view: AcceptanceView, version: ItemVersion): LetterBody {
  const acceptedAt = view.accepted?.acceptedAt ?? view.application.completeSinceAt;
  const clockStartsOn = view.accepted?.clockStartsOn ?? dateInChina(acceptedAt);
  return acceptanceBody(ports, { view, version, acceptedAt, deemed: true, clockStartsOn, tolerated: [] });
}

export const deferralRobot: Actor = { kind: 'robot', id: 'robot/deferred-materials' };

/** R32: reminds an applicant whose promised day is over. */
export function remindOwing(
  ports: CasePorts,
  call: Pick<Call, 'requestId' | 'at'>,
  caseNo: string,
): Promise<Performed | Refusal> {
  return perform(ports.journal, remindDeferral, {
    realm: ports.realm,
    ...call,
    actor: deferralRobot,
    stream: caseStream(caseNo),
    command: undefined,
    facts: () => ({ calendar: ports.calendar() }),
  });
}

async function acceptanceFacts(
  ports: CasePorts,
  { outcome, call }: { readonly outcome: AcceptanceOutcome; readonly call: Call },
  events: readonly Recorded[],
  context: StepContext,
): Promise<AcceptanceFacts | undefined> {
  const view = viewAcceptance(events);
  const { received } = view.application;
  if (received === undefined) return undefined;
  const version = getPinnedVersion(ports, received.itemId, received.itemVersion);
  const authority = intakeAuthority(ports, outcome, received, context);
  const answer = certainAnswer(version.item, intakeFacts(view.application, version.item));
  const person = findPerson(ports, context.actor);
  // Who is received and accepted in one act was asked about at receipt, in the same moment.
  const asksForBar = outcome.outcome === 'ACCEPT' && events.at(0)?.requestId !== call.requestId;
  const facts: AcceptanceFacts = {
    version,
    calendar: ports.calendar(),
    bar: asksForBar ? await findBar(ports, version.item, received, call.at) : undefined,
    ...(await toleranceCredit(ports, { outcome, received, version }, context)),
    authority,
    proposed: isRefusal(answer) ? undefined : answer.outcome,
    waitsBeforeAcceptance: !isRefusal(answer) && answer.outcome === 'DEFER' && answer.clock === 'notStarted',
    byWindowClerk: person !== undefined && isWindowClerk(ports, person, context.at),
    byHeadOfOrgan: isHeadOf(ports, context.actor, version.item.dept),
    correctionWaitDays: ports.correctionWaitDays,
    obtainable: outcome.outcome === 'CORRECT' ? await obtainableFor(ports, call, received, version) : [],
    handed: await handedFor(ports, call, outcome.outcome === 'FIX_ON_SPOT' ? outcome.materials : []),
    letter: undefined,
  };
  // Nothing is rendered and sealed for an outcome that is refused anyway.
  if (isRefusal(authority) || isRefusal(decideAcceptance.decide(view, outcome, facts, context))) return facts;
  const occasion = { received, letters: view.application.letters, version, at: context.at };
  return { ...facts, letter: await noticeFor(ports, { ...occasion, view, outcome, authority }) };
}

/** R30: the lines that this caller answers before he accepts the case; none where no agreement confines him. */
export function linesToAnswer(
  ports: CasePorts,
  { actor, at }: Pick<Call, 'actor' | 'at'>,
  events: readonly Recorded[],
): readonly IntakeLine[] {
  const view = viewAcceptance(events);
  const { received } = view.application;
  if (received === undefined) return [];
  const authority = intakeAuthority(ports, { outcome: 'ACCEPT', tolerated: [] }, received, { actor, at });
  return intakeLines(view, authority) ?? [];
}

const powerOf = {
  NOT_NEEDED: 'refuseAcceptance',
  NOT_OURS: 'refuseAcceptance',
  FIX_ON_SPOT: 'checkForm',
  CORRECT: 'correct',
  ACCEPT: 'accept',
} as const satisfies Record<AcceptanceOutcome['outcome'], string>;

function intakeAuthority(
  ports: CasePorts,
  outcome: AcceptanceOutcome,
  received: ReceivedApplication,
  { actor, at }: Pick<Call, 'actor' | 'at'>,
): Authority | Refusal {
  const asked = intakeAct(powerOf[outcome.outcome], received);
  // R27: what only the head may do rests on the office; no letter gives the organ its own power back.
  const organ = getPinnedVersion(ports, received.itemId, received.itemVersion).item.dept;
  if (isHeadOf(ports, actor, organ)) return { office: organ, fences: [personFence(ports, actor.id)] };
  if (actor.kind !== 'robot') return authorityFor(ports, { actor, at }, asked);
  // The intake robot works at the centre, under the same agreement as its clerks.
  return authorityOf(ports, { ...asked, at, holder: ports.centre, role: 'clerk' });
}

interface Notice extends LetterOccasion {
  readonly view: AcceptanceView;
  readonly outcome: AcceptanceOutcome;
  readonly authority: Authority;
}

/** R28: acceptance and non-acceptance go out in writing, dated and sealed; what is mended on the spot needs no letter. */
async function noticeFor(ports: CasePorts, notice: Notice): Promise<SealedLetter | Refusal | undefined> {
  const body = noticeBody(ports, notice);
  if (body === undefined) return undefined;
  return ports.letters.seal(letterRequest(notice, body, recordOf(notice.authority)));
}

function noticeBody(ports: CasePorts, { view, version, outcome, at }: Notice): LetterBody | undefined {
  const receivedOn = dateInChina(view.application.receivedAt);
  switch (outcome.outcome) {
    case 'ACCEPT': {
      const until = outcome.toleratedUntilOn ?? dateInChina(at);
      const tolerated = outcome.tolerated.map((code) => ({ name: nameOf(version, code), untilOn: until }));
      const from = acceptedFrom(view, outcome, { version, calendar: ports.calendar() }, at);
      return acceptanceBody(ports, { view, version, ...from, tolerated });
    }
    case 'CORRECT':
      return {
        kind: 'correctionNotice',
        receivedOn,
        correctBy: addDays(dateInChina(at), ports.correctionWaitDays),
        defects: outcome.defects.map((defect) => ({
          what: `${nameOf(version, defect.code)}:${defect.what}`,
          need: defect.need,
        })),
      };
    case 'NOT_NEEDED':
      return { kind: 'nonAcceptanceNotice', outcome: 'NOT_NEEDED', receivedOn, reason: outcome.reason };
    case 'NOT_OURS': {
      const { reason, competentOrgan } = outcome;
      return { kind: 'nonAcceptanceNotice', outcome: 'NOT_OURS', receivedOn, reason, competentOrgan };
    }
    case 'FIX_ON_SPOT':
      return undefined;
    default:
      return outcome satisfies never;
  }
}

function acceptanceBody(
  ports: CasePorts,
  given: {
    readonly view: AcceptanceView;
    readonly version: ItemVersion;
    readonly acceptedAt: Instant;
    readonly deemed: boolean;
    readonly clockStartsOn: string;
    readonly tolerated: readonly { readonly name: string; readonly untilOn: string }[];
  },
): LetterBody {
  const { view, version, acceptedAt, deemed, clockStartsOn, tolerated } = given;
  const acceptedOn = dateInChina(acceptedAt);
  const effects: readonly Effect[] = knownEffects(version.item, intakeFacts(view.application, version.item));
  const statutory = statutoryDeadline(ports.calendar(), { item: version.item, effects }, clockStartsOn);
  const promised = deadline(ports.calendar(), promisedLimitOf(version.item), clockStartsOn);
  return {
    kind: 'acceptanceNotice',
    receivedOn: dateInChina(view.application.receivedAt),
    acceptedOn,
    deemed,
    ...(isRegistry(version) ? { byRegistry: true } : {}),
    statutoryDueOn: statutory.dueOn,
    promisedDueOn: promised.dueOn,
    provisional: statutory.provisional || promised.provisional,
    tolerated,
    materials: view.application.materials.map((material) => nameOf(version, material.code)),
  };
}
