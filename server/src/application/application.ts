import { z } from 'zod';
import { InputValue, type ItemVersion } from '../catalogue/catalogue.ts';
import {
  type Decided,
  type FenceUse,
  type MandateRef,
  type NewEvent,
  type Recorded,
  rememberFold,
  type Step,
} from '../journal/journal.ts';
import type { IntakeCheck } from '../mandate/mandate.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { normalIdNo } from '../identity/identity.ts';
import { checkApplication, checkDoor, checkSupplied } from './checks.ts';
import { type CaseEventType, type CaseState, caseStateAfter, requireState } from './case-state.ts';
import { Application, FetchedMaterial, PrintedName, SuppliedMaterial } from './form.ts';
import { type Handed, handedIn } from './handed-files.ts';
import { checkWithdrawal, type Withdrawal } from './withdrawal.ts';

/** A fact that the platform asked for itself; `receipt` proves the answer (R20, R46). */
export interface GatheredFact {
  readonly name: string;
  readonly value: InputValue;
  readonly source: 'share' | 'rule' | 'config';
  readonly verified: boolean;
  readonly receipt: string;
}

/** The power that an act of staff rests on: the mandate version, and the fences that keep it exact. */
export interface Authority {
  /** Absent where the act rests on office, as for the head of the organ: then `office` names it. */
  readonly ref?: MandateRef;
  readonly office?: string;
  /** R30: the formal checks to which the agreement of a window confines it. */
  readonly checklist?: readonly IntakeCheck[];
  readonly fences: readonly FenceUse[];
}

export interface ReceiveFacts {
  /** The version in force now, with its fence; undefined when the item is unknown. */
  readonly item: PinnedItem | undefined;
  readonly gathered: readonly GatheredFact[];
  /** Materials that the platform fetched itself from licences and shares, so that nobody has to bring them (R6). */
  readonly fetched: readonly FetchedMaterial[];
  readonly credit: CreditRecord;
  /** The characters of the name, as letters would write it, that no face has. */
  readonly unprintable: readonly string[];
  /** The uploads that the application names. */
  readonly handed: Handed;
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

export interface ReceivedApplication extends Application {
  readonly caseNo: string;
  readonly itemVersion: number;
  readonly itemHash: string;
}

/** The application as the stream tells it now. */
export interface ApplicationView {
  readonly state: CaseState;
  readonly caseNo: string;
  readonly received: ReceivedApplication | undefined;
  readonly receivedAt: string;
  readonly receivedBy: string;
  /** The instant from which the five days of R25 run: first receipt, then the receipt of the corrections. */
  readonly completeSinceAt: string;
  readonly form: Readonly<Record<string, InputValue>>;
  readonly materials: readonly (SuppliedMaterial | FetchedMaterial)[];
  readonly gathered: readonly GatheredFact[];
  /** The kinds of the letters that have gone out, in order. */
  readonly letters: readonly string[];
  /** Letters that a robot could not make when statute decided, with the reason; they stay owed until they go out. */
  readonly owedLetters: readonly OwedLetter[];
}

export type OwedLetter = z.infer<typeof OwedLetter>;
const OwedLetter = z.object({ documentKind: z.string(), code: z.string() });

export type CaseReceived = ReceivedApplication;

/** Folds the application's own events; the state covers the whole case. */
export const viewApplication = rememberFold<ApplicationView>(
  {
    state: 'new',
    caseNo: '',
    received: undefined,
    receivedAt: '',
    receivedBy: '',
    completeSinceAt: '',
    form: {},
    materials: [],
    gathered: [],
    letters: [],
    owedLetters: [],
  },
  (view, event) => ({ ...view, ...changeOf(view, event), state: caseStateAfter(view.state, event.type) }),
);

const ReceivedData = Application.extend({ caseNo: z.string(), itemVersion: z.int(), itemHash: z.string() });
const Supplied = z.object({ materials: z.array(SuppliedMaterial), form: z.record(z.string(), InputValue) });
const Gathered = z.object({
  materials: z.array(FetchedMaterial),
  facts: z.array(
    z.object({
      name: z.string(),
      value: InputValue,
      source: z.enum(['share', 'rule', 'config']),
      verified: z.boolean(),
      receipt: z.string(),
    }),
  ),
});
const Sealed = z.object({ documentKind: z.string() });
const Written = z.object({ printedAs: PrintedName });

function changeOf(view: ApplicationView, event: Recorded): Partial<ApplicationView> {
  switch (event.type) {
    case 'CaseReceived': {
      const received = ReceivedData.parse(event.data);
      const { caseNo, form, materials } = received;
      const since = { receivedAt: event.at, completeSinceAt: event.at, receivedBy: event.actor.id };
      return { received, caseNo, form, materials, ...since };
    }
    case 'FactsGathered': {
      const { facts, materials } = Gathered.parse(event.data);
      return { gathered: [...view.gathered, ...facts], materials: [...view.materials, ...materials] };
    }
    case 'CorrectionSupplied':
    case 'ToleratedMaterialsSupplied':
    case 'StatementCorrected': {
      const supplied = Supplied.parse(event.data);
      const merged = {
        form: { ...view.form, ...supplied.form },
        materials: [...view.materials, ...supplied.materials],
      };
      return event.type === 'CorrectionSupplied' ? { ...merged, completeSinceAt: event.at } : merged;
    }
    case 'LetterSealed':
    case 'DecisionSealed': {
      const { documentKind } = Sealed.parse(event.data);
      const owedLetters = view.owedLetters.filter((owed) => owed.documentKind !== documentKind);
      return { letters: [...view.letters, documentKind], owedLetters };
    }
    case 'LetterNotMade':
      return { owedLetters: [...view.owedLetters, OwedLetter.parse(event.data)] };
    case 'PrintedNameRecorded': {
      const { printedAs } = Written.parse(event.data);
      const { received } = view;
      return received === undefined
        ? {}
        : { received: { ...received, applicant: { ...received.applicant, printedAs } } };
    }
    default:
      return {};
  }
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
    if (facts.gathered.length + facts.fetched.length > 0) {
      const basis = '《国务院关于在线政务服务的若干规定》第七条;《政务数据共享条例》';
      events.push({
        type: 'FactsGathered',
        data: { facts: facts.gathered, materials: facts.fetched, purpose: '办理本政务服务事项', basis },
      });
    }
    return { events, fences: [facts.item.fence, ...fencesOf(facts.authority)] };
  },
};

/** What is supplied after a correction notice, for tolerated materials, or to correct a statement (R26, R32, R47). */
export const Supply = z.strictObject({
  materials: z.array(SuppliedMaterial).max(200).default([]),
  form: z.record(z.string().max(60), InputValue).default({}),
});
export type Supply = z.infer<typeof Supply>;

export interface SupplyFacts {
  /** Undefined for a case that does not exist. */
  readonly version: ItemVersion | undefined;
  /** What the correction notice or the tolerance promise still waits for. */
  readonly owed: readonly string[];
  /** The uploads that the command names. */
  readonly handed: Handed;
  /** Needed when staff take it in at a window; the applicant acts for himself. */
  readonly authority?: Authority | Refusal | undefined;
}

/** The applicant answers the one-time notice; all of it, so that the window must then accept (R26). */
export const supplyCorrection: Step<Supply, ApplicationView, SupplyFacts> = {
  name: 'supplyCorrection',
  view: viewApplication,
  decide: (view, command, facts) => supply('CorrectionSupplied', view, command, facts),
};

/** Deferred materials arrive after tolerant acceptance (R32). */
export const supplyTolerated: Step<Supply, ApplicationView, SupplyFacts> = {
  name: 'supplyTolerated',
  view: viewApplication,
  decide: (view, command, facts) => supply('ToleratedMaterialsSupplied', view, command, facts),
};

/** The applicant corrects a statement of his own, for instance where shared data disagree with it (R47, 个保法46). */
export const correctStatement: Step<Supply, ApplicationView, SupplyFacts> = {
  name: 'correctStatement',
  view: viewApplication,
  decide: (view, command, facts) => supply('StatementCorrected', view, command, { ...facts, owed: [] }),
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
  view: ApplicationView,
  command: Supply,
  facts: SupplyFacts,
): Decided | Refusal {
  const refusal = requireState(view.state, type) ?? checkSupplied(command, facts);
  if (refusal !== undefined) return refusal;
  const handed = handedIn(command, facts.handed, view.materials);
  return isRefusal(handed) ? handed : takenIn(type, handed, facts.authority);
}

/** What a party does himself rests on nothing but his being the party; what a clerk takes in for him rests on the mandate. */
function takenIn(type: CaseEventType, data: object, authority: Authority | Refusal | undefined): Decided | Refusal {
  if (isRefusal(authority)) return authority;
  return { events: [{ type, data, ...mandateOf(authority) }], fences: fencesOf(authority) };
}

export { checkSupplied } from './checks.ts';
export { type Handed, uploadsIn, withFiles } from './handed-files.ts';
export { PrintedName } from './form.ts';
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

/** Names the holder of a number in lists and sums without the number. */
export function holderKey(realm: string, idNo: string): string {
  const holder = `${realm}\n${idNo}`;
  const known = holderKeys.get(holder);
  if (known !== undefined) return known;
  const key = sm3Hex(`applicant\n${realm}\n${normalIdNo(idNo)}`);
  if (holderKeys.size >= HOLDER_KEYS) holderKeys.clear();
  holderKeys.set(holder, key);
  return key;
}

/** Every act on a case asks for the same few keys. */
const holderKeys = new Map<string, string>();
const HOLDER_KEYS = 5_000;
