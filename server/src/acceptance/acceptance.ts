import {
  creditAsked,
  fencesOf,
  mandateOf,
  requireState,
  type SealedLetter,
  withFiles,
} from '../application/application.ts';
import { applicationRefusals } from '../application/refusals.ts';
import type { Decided, NewEvent, Step } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { addDays, dateInChina, type Instant, instantInChina } from '../kernel/time.ts';
import { checklistAnswers } from './checklist.ts';
import { checkOutcome } from './checks.ts';
import { DEFERRED_TOPIC } from './deferral.ts';
import { acceptanceRefusals } from './refusals.ts';
import {
  type Accepted,
  type AcceptanceFacts,
  type AcceptanceOutcome,
  type AcceptanceView,
  deemedAfterOn,
  isDeemed,
  isRegistry,
  viewAcceptance,
} from './view.ts';

const eventOf = {
  NOT_NEEDED: 'NotNeededTold',
  NOT_OURS: 'NotOursTold',
  FIX_ON_SPOT: 'DefectsFixedOnSpot',
  CORRECT: 'CorrectionRequested',
  ACCEPT: 'CaseAccepted',
} as const satisfies Record<AcceptanceOutcome['outcome'], string>;

/** Acceptance 受理: every submission yields exactly one of the five outcomes (R23), under a mandate that holds intake. */
export const decideAcceptance: Step<AcceptanceOutcome, AcceptanceView, AcceptanceFacts | undefined> = {
  name: 'decideAcceptance',
  view: viewAcceptance,
  decide(view, command, facts, { at, actor }) {
    const refusal = requireState(view.application.state, eventOf[command.outcome]);
    if (refusal !== undefined) return refusal;
    if (facts === undefined) return refuse(applicationRefusals, 'unknown-case');
    if (isRefusal(facts.authority)) return facts.authority;
    const wrong = checkOutcome(view, command, facts, { at, actor });
    if (wrong !== undefined) return wrong;
    if (isRefusal(facts.letter)) return facts.letter;
    const mandate = mandateOf(facts.authority);
    const asked = creditAsked(facts.creditGrounds);
    const events: NewEvent[] = [
      ...asked,
      { type: eventOf[command.outcome], data: dataOf(view, command, facts, at), ...mandate },
    ];
    if (command.outcome === 'FIX_ON_SPOT') {
      const { form } = command;
      const materials = withFiles(command.materials, facts.handed, view.application.materials);
      if (isRefusal(materials)) return materials;
      events.push({ type: 'StatementCorrected', data: { materials, form }, ...mandate });
    }
    return withLetter({ events, fences: fencesOf(facts.authority), ...laterWork(view, command) }, facts.letter);
  },
};

/** R32: when the promised day is over and materials are still owed, a robot reminds, and later ends the case. */
function laterWork({ application }: AcceptanceView, command: AcceptanceOutcome): Pick<Decided, 'outbox'> {
  if (command.outcome !== 'ACCEPT' || command.tolerated.length === 0) return {};
  const { toleratedUntilOn } = command;
  if (toleratedUntilOn === undefined) return {};
  const dueAt = instantInChina(addDays(toleratedUntilOn, 1));
  return { outbox: [{ topic: DEFERRED_TOPIC, payload: { caseNo: application.caseNo }, dueAt }] };
}

/** Deemed acceptance 视为受理 by a robot: the effect of statute, not of power, so it rests on no mandate (R25, R29). */
export const deemAccepted: Step<
  undefined,
  AcceptanceView,
  Pick<AcceptanceFacts, 'version' | 'calendar' | 'letter'> | undefined
> = {
  name: 'deemAccepted',
  view: viewAcceptance,
  decide(view, _command, facts, { at }) {
    const { application } = view;
    const refusal = requireState(application.state, 'CaseAccepted');
    if (refusal !== undefined) return refusal;
    if (facts === undefined) return refuse(applicationRefusals, 'unknown-case');
    const since = dateInChina(application.completeSinceAt);
    if (!isDeemed(view, facts, at))
      return refuse(acceptanceRefusals, 'not-yet-due', { untilOn: deemedAfterOn(view, facts) });
    const basis = isRegistry(facts.version)
      ? '《不动产登记暂行条例》第十七条'
      : '《行政许可法》第三十二条第一款第(四)项';
    const acceptedAt = application.completeSinceAt;
    const data = { acceptedAt, deemed: true, tolerated: [], clockStartsOn: since, basis };
    return withLetterOrReason({ events: [{ type: 'CaseAccepted', data }] }, facts.letter, 'acceptanceNotice');
  },
};

/** Adds a sealed letter to the act that it belongs to; the seal is used under the same mandate (R82). */
export function withLetter(decided: Decided, letter: SealedLetter | undefined): Decided {
  if (letter === undefined) return decided;
  const mandate = decided.events.find((event) => event.mandate !== undefined)?.mandate;
  const sealed: NewEvent = mandate === undefined ? letter.event : { ...letter.event, mandate };
  return { ...decided, events: [...decided.events, sealed], fences: [...(decided.fences ?? []), ...letter.fences] };
}

/** Refusals of a letter that pass by themselves: the robot comes again. */
const passing = new Set(['documents-queue-full']);

/**
 * What statute decides by silence stands, whether its letter can be made or not (R25, R63): where a name cannot be printed
 * or no seal is in use, the act records why no letter went out, and the letter stays owed.
 */
export function withLetterOrReason(
  decided: Decided,
  letter: SealedLetter | Refusal | undefined,
  documentKind: 'acceptanceNotice' | 'grantDecision',
): Decided | Refusal {
  if (!isRefusal(letter)) return withLetter(decided, letter);
  if (passing.has(letter.code)) return letter;
  const { code, detail } = letter;
  return { ...decided, events: [...decided.events, { type: 'LetterNotMade', data: { documentKind, code, detail } }] };
}

/** From when an acceptance that is given now counts: from receipt, once silence has had its effect (R25). */
export function acceptedFrom(
  view: AcceptanceView,
  command: Extract<AcceptanceOutcome, { outcome: 'ACCEPT' }>,
  facts: Pick<AcceptanceFacts, 'version' | 'calendar'>,
  at: Instant,
): Pick<Accepted, 'acceptedAt' | 'deemed' | 'clockStartsOn'> {
  const deemed = isDeemed(view, facts, at);
  const acceptedAt = deemed ? view.application.completeSinceAt : at;
  return { acceptedAt, deemed, clockStartsOn: command.windowEndsOn ?? dateInChina(acceptedAt) };
}

function dataOf(view: AcceptanceView, command: AcceptanceOutcome, facts: AcceptanceFacts, at: Instant): object {
  switch (command.outcome) {
    case 'ACCEPT': {
      const { tolerated, toleratedUntilOn, promiseReference, checked = [] } = command;
      return {
        ...acceptedFrom(view, command, facts, at),
        tolerated,
        ...checklistAnswers(view, checked, facts.authority),
        ...(toleratedUntilOn === undefined ? {} : { toleratedUntilOn }),
        ...(promiseReference === undefined ? {} : { promiseReference }),
      };
    }
    case 'CORRECT':
      return { defects: command.defects, answerWithinDays: facts.correctionWaitDays };
    case 'NOT_NEEDED':
    case 'NOT_OURS':
    case 'FIX_ON_SPOT': {
      const { outcome: _outcome, ...data } = command;
      return data;
    }
    default:
      return command satisfies never;
  }
}

export { DEFERRED_TOPIC, graceEndsOn, remindDeferral } from './deferral.ts';
export { type IntakeLine, intakeLines, isAnsweredByHand } from './checklist.ts';
export {
  certainAnswer,
  intakeFacts,
  knownEffects,
  longestExtension,
  rulesAnswer,
  type RulesAnswer,
  statutoryDeadline,
  statutoryLimit,
} from './rules.ts';
export type { AcceptanceRefusalCode } from './refusals.ts';
export {
  type Accepted,
  type AcceptanceFacts,
  AcceptanceOutcome,
  type AcceptanceView,
  Defect,
  deemedAfterOn,
  isDeemed,
  isRegistry,
  missingMaterials,
  viewAcceptance,
} from './view.ts';
