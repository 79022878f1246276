import { z } from 'zod';
import { InputValue, type Item, type ItemVersion } from '../catalogue/catalogue.ts';
import type { UsedGround } from '../consent/consent.ts';
import { type Decided, type FenceUse, type MandateRef, type NewEvent, type Step } from '../journal/journal.ts';
import type { IntakeCheck } from '../mandate/mandate.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Instant, PlainDate } from '../kernel/time.ts';
import { checkApplication, checkDoor, checkPromised, checkSupplied } from './checks.ts';
import { type CaseEventType, requireState } from './case-state.ts';
import { type Application, Deferral, type FetchedMaterial, SuppliedMaterial } from './form.ts';
import { PURPOSE } from './gate.ts';
import { type Handed, handedIn } from './handed-files.ts';
import type { NamedLicence } from './licence-acts.ts';
import { type Discrepancy, discrepanciesIn, knownAnswers, type SourceAnswer } from './prefill.ts';
import { type ApplicationView, type GatheredFact, viewApplication } from './view.ts';
import { checkWithdrawal, type Withdrawal } from './withdrawal.ts';

/** The power that an act of staff rests on: the mandate version, and the fences that keep it exact. */
export interface Authority {
  /** Absent where the act rests on office, as for the head of the organ: then `office` names it. */
  readonly ref?: MandateRef;
  readonly office?: string;
  /** R30: the formal checks to which the agreement of a window confines it. */
  readonly checklist?: readonly IntakeCheck[];
  /** R71: the letter leaves out applicants of bad credit, so that their record has to be asked. */
  readonly asksCredit?: true;
  readonly fences: readonly FenceUse[];
}

export interface ReceiveFacts {
  /** The version in force now, with its fence; undefined when the item is unknown. */
  readonly item: PinnedItem | undefined;
  readonly gathered: readonly GatheredFact[];
  /** Materials that the platform fetched itself from licences and shares, so that nobody has to bring them (R6). */
  readonly fetched: readonly FetchedMaterial[];
  /** On which grounds each of them was fetched, for the record and for the holder's list (R20). */
  readonly grounds: readonly UsedGround[];
  readonly credit: CreditRecord;
  /** The bar that was entered against this application (R35). */
  readonly bar: Refusal | undefined;
  /** The characters of the name, as letters would write it, that no face has. */
  readonly unprintable: readonly string[];
  /** What licences and shares answer to the questions that the applicant answered. */
  readonly sources: readonly SourceAnswer[];
  /** The uploads that the application names. */
  readonly handed: Handed;
  /** The licence that the application is about, as the library has it (R46). */
  readonly licence: NamedLicence | undefined;
  /** The number under which the library has what the application says is on paper (R6). */
  readonly inLibraryAs: string | undefined;
  /** Needed when staff receive at a window; an applicant online acts for himself. */
  readonly authority: Authority | Refusal | undefined;
}

export interface PinnedItem {
  readonly inForce: ItemVersion | undefined;
  readonly fence: FenceUse;
}

/** What the credit library says of the applicant (R33, R35). */
export interface CreditRecord {
  readonly unrepairedFalsePromise: boolean;
  readonly barredUntilOn?: string;
  readonly barReason?: string;
}

/**
 * Receipt 收件 (R18): the instant at which the data enter the system. Checks who applies, for what, with which answers;
 * whether it is complete is acceptance's business.
 */
export const receiveCase: Step<Application, ApplicationView, ReceiveFacts> = {
  name: 'receiveCase',
  view: viewApplication,
  decide(view, command, facts, { at, actor, stream }) {
    const refusal =
      checkDoor(command, actor) ?? checkApplication(command, facts, at) ?? requireState(view.state, 'CaseReceived');
    if (refusal !== undefined) return refusal;
    if (isRefusal(facts.authority)) return facts.authority;
    const version = facts.item?.inForce;
    if (version === undefined || facts.item === undefined)
      throw new Error('checkApplication lets no unknown item pass');
    if (actor.kind === 'person' && facts.authority === undefined) throw new Error('staff receive under a mandate only');
    const handed = handedIn(command, facts.handed);
    if (isRefusal(handed)) return handed;
    const data = {
      ...handed,
      caseNo: stream.slice('case/'.length),
      itemVersion: version.version,
      itemHash: version.hash,
    };
    const events: NewEvent[] = [{ type: 'CaseReceived', data, ...mandateOf(facts.authority) }];
    if (facts.gathered.length + facts.fetched.length + facts.grounds.length > 0) {
      const basis = '《国务院关于在线政务服务的若干规定》第七条;《政务数据共享条例》';
      events.push({
        type: 'FactsGathered',
        data: { facts: facts.gathered, materials: facts.fetched, purpose: PURPOSE, basis, grounds: facts.grounds },
      });
    }
    const differing = differencesOf(command, version.item, facts);
    if (differing.length > 0) events.push({ type: 'DiscrepancyNoted', data: { discrepancies: differing } });
    const outbox =
      differing.length === 0 ? [] : [{ topic: DISCREPANCY_TOPIC, payload: { caseNo: data.caseNo }, dueAt: at }];
    // No child begins once its matter is withdrawn.
    const parent = command.matter === undefined ? [] : [`matter/${command.matter.matterNo}`];
    const fences = parent.map((key): FenceUse => ({ key, mode: 'pass' }));
    return { events, outbox, fences: [facts.item.fence, ...fencesOf(facts.authority), ...fences] };
  },
};

/** Work that a discrepancy leaves behind: the organ that keeps the source is told. */
export const DISCREPANCY_TOPIC = 'application.discrepancy';

/** R47: what the applicant says otherwise than the sources that answered his questions, or than a share that he disputes. */
function differencesOf({ form, disputes = [] }: Application, item: Item, facts: ReceiveFacts): readonly Discrepancy[] {
  const known = knownAnswers(item, facts.sources, []).flatMap((answer) => (answer.from === 'source' ? [answer] : []));
  const disputed = disputes.flatMap(({ name, value: stated }): readonly Discrepancy[] => {
    const fact = facts.gathered.find((one) => one.name === name);
    if (fact === undefined || fact.value === stated) return [];
    const { value, receipt } = fact;
    // Which share answered is in its receipt; the organ of the item asked it and passes the notice on.
    return [{ name, value, stated, source: fact.source, sourceName: '数据共享', organ: item.dept, receipt }];
  });
  return [...discrepanciesIn(form, known), ...disputed];
}

/** What is supplied after a correction notice, for tolerated materials, or to correct a statement (R26, R32, R47). */
export const Supply = z.strictObject({
  materials: z.array(SuppliedMaterial).max(200).default([]),
  form: z.record(z.string().max(60), InputValue).default({}),
  /** R32: in answer to a notice, what may follow is promised for a day instead of brought. */
  deferral: Deferral.exactOptional(),
});
export type Supply = z.infer<typeof Supply>;

export interface SupplyFacts {
  /** Undefined for a case that does not exist. */
  readonly version: ItemVersion | undefined;
  /** What the correction notice or the tolerance promise still waits for. */
  readonly owed: readonly string[];
  /** R32: whether this act may promise papers for later, and until when at the latest; absent where it may not. */
  readonly promise?: {
    readonly latestOn: PlainDate;
    readonly unrepairedFalsePromise: boolean;
    /** On which norm his credit was asked. */
    readonly grounds?: readonly UsedGround[];
  };
  /** The uploads that the command names. */
  readonly handed: Handed;
  /** Needed when staff take it in at a window; the applicant acts for himself. */
  readonly authority?: Authority | Refusal | undefined;
}

/** The applicant answers the one-time notice; all of it, so that the window must then accept (R26). */
export const supplyCorrection: Step<Supply, ApplicationView, SupplyFacts> = {
  name: 'supplyCorrection',
  view: viewApplication,
  decide: (view, command, facts, { at }) => supply('CorrectionSupplied', { view, command, at }, facts),
};

/** Deferred materials arrive after tolerant acceptance (R32). */
export const supplyTolerated: Step<Supply, ApplicationView, SupplyFacts> = {
  name: 'supplyTolerated',
  view: viewApplication,
  decide: (view, command, facts, { at }) => supply('ToleratedMaterialsSupplied', { view, command, at }, facts),
};

/** The applicant corrects a statement of his own, for instance where shared data disagree with it (R47, 个保法46). */
export const correctStatement: Step<Supply, ApplicationView, SupplyFacts> = {
  name: 'correctStatement',
  view: viewApplication,
  decide: (view, command, facts, { at }) => supply('StatementCorrected', { view, command, at }, { ...facts, owed: [] }),
};

/** The applicant withdraws the application 撤回申请; possible until the decision. */
export const withdrawApplication: Step<Withdrawal, ApplicationView, Pick<SupplyFacts, 'authority'> | undefined> = {
  name: 'withdrawApplication',
  view: viewApplication,
  decide(view, command, facts, context) {
    return (
      requireState(view.state, 'ApplicationWithdrawn') ??
      checkWithdrawal(command, view.received, context) ??
      takenIn('ApplicationWithdrawn', command, facts?.authority)
    );
  },
};

function supply(
  type: 'CorrectionSupplied' | 'ToleratedMaterialsSupplied' | 'StatementCorrected',
  { view, command, at }: { readonly view: ApplicationView; readonly command: Supply; readonly at: Instant },
  facts: SupplyFacts,
): Decided | Refusal {
  const refusal = requireState(view.state, type) ?? checkSupplied(command, facts) ?? checkPromised(command, facts, at);
  if (refusal !== undefined) return refusal;
  const handed = handedIn(command, facts.handed, view.materials);
  if (isRefusal(handed)) return handed;
  const taken = takenIn(type, handed, facts.authority);
  return isRefusal(taken) ? taken : { ...taken, events: [...taken.events, ...creditAsked(facts.promise?.grounds)] };
}

/** R20: that the credit library was asked is told to whom it concerns, with its norm. */
export function creditAsked(grounds: readonly UsedGround[] = []): readonly NewEvent[] {
  if (grounds.length === 0) return [];
  const data = { facts: [], materials: [], purpose: '核对容缺受理条件', basis: '依法查询信用记录', grounds };
  return [{ type: 'FactsGathered', data }];
}

/** What a party does himself rests on nothing but his being the party; what a clerk takes in for him rests on the mandate. */
function takenIn(type: CaseEventType, data: object, authority: Authority | Refusal | undefined): Decided | Refusal {
  if (isRefusal(authority)) return authority;
  return { events: [{ type, data, ...mandateOf(authority) }], fences: fencesOf(authority) };
}

export { checkRepresentation, checkSupplied } from './checks.ts';
export { type Handed, uploadsIn, withFiles } from './handed-files.ts';
export { actsOpenOn, isForNew, licenceActsOf, namedIn, type NamedLicence, type NamedLicences } from './licence-acts.ts';
export { PrintedName } from './form.ts';
export {
  type ApplicationView,
  type CaseReceived,
  GatheredFact,
  type OwedLetter,
  type ReceivedApplication,
  viewApplication,
} from './view.ts';
export { DraftBody } from './draft.ts';
export { isAnswerTo } from './form-answers.ts';
export { type HeldAnswer, whoApplies, withWhoApplies } from './who-applies.ts';
export { type Discrepancy, type KnownAnswer, knownAnswers, type SourceAnswer } from './prefill.ts';
export { type GatedFacts, gateFacts, PURPOSE } from './gate.ts';
export { Misconduct, MISCONDUCT_TOPIC } from './misconduct.ts';
export { Withdrawal, WithdrawalProof } from './withdrawal.ts';
export {
  type CaseEventType,
  type CaseState,
  caseEventTypes,
  caseStateOf,
  caseStates,
  requireState,
} from './case-state.ts';
export type { DraftLetter, LetterBody, LetterDefect, LetterPort, LetterRequest, SealedLetter } from './letter-port.ts';

/** The `mandate` member of an event that rests on `authority`. */
export function mandateOf(authority: Authority | undefined): { readonly mandate?: MandateRef } {
  return authority?.ref === undefined ? {} : { mandate: authority.ref };
}

export function fencesOf(authority: Authority | undefined): readonly FenceUse[] {
  return authority?.fences ?? [];
}

export {
  type AskedAct,
  authorityFor,
  authorityOf,
  type Call,
  type CasePorts,
  type FactQuery,
  type FactSource,
  findOrgan,
  findPerson,
  getPinnedVersion,
  intakeAct,
  isHeadOf,
  isWindowClerk,
  personFence,
  pinnedItem,
  unmeasured,
} from './ports.ts';
export {
  Agent,
  Applicant,
  Application,
  CaseScope,
  FetchedMaterial,
  Opposing,
  partiesOf,
  Party,
  SuppliedMaterial,
} from './form.ts';
export { type CaseNumbers, openCaseNumbers } from './case-numbers.ts';

export { holderKey } from '../identity/identity.ts';
