import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type ApplicationRefusalCode, applicationRefusals } from './refusals.ts';

/**
 * The compact state machine of a case (domain §1.7) as one table. Later modules own their events; where an event may
 * happen and what the case is afterwards is said only here, so that no step can forget a neighbour's state.
 */
export const caseStates = [
  'new',
  'received',
  'correcting',
  'notAccepted',
  'accepted',
  'proposed',
  'decided',
  'sealed',
  'delivered',
  'withdrawn',
  'terminated',
] as const;

export type CaseState = (typeof caseStates)[number];

interface Transition {
  readonly from: readonly CaseState[];
  /** Absent: the case stays as it is. */
  readonly to?: CaseState;
}

const begun = caseStates.filter((state) => state !== 'new');
const beforeDecision = ['received', 'correcting', 'accepted', 'proposed'] as const satisfies readonly CaseState[];
const underReview = ['accepted', 'proposed'] as const satisfies readonly CaseState[];

const transitions = {
  CaseReceived: { from: ['new'], to: 'received' },
  FactsGathered: { from: ['received', 'accepted'] },
  DiscrepancyNoted: { from: ['received'] },
  CorrectionSupplied: { from: ['correcting'], to: 'received' },
  ToleratedMaterialsSupplied: { from: underReview },
  StatementCorrected: { from: ['received', 'correcting', 'accepted'] },
  ApplicationWithdrawn: { from: beforeDecision, to: 'withdrawn' },

  DefectsFixedOnSpot: { from: ['received'] },
  NotNeededTold: { from: ['received'], to: 'notAccepted' },
  NotOursTold: { from: ['received'], to: 'notAccepted' },
  CorrectionRequested: { from: ['received'], to: 'correcting' },
  CaseAccepted: { from: ['received'], to: 'accepted' },

  DeferralReminded: { from: underReview },
  FindingsRecorded: { from: ['accepted'] },
  InspectorsAssigned: { from: ['accepted'] },
  SiteVisited: { from: ['accepted'] },
  SpecialProcedureStarted: { from: ['accepted'] },
  SpecialProcedureEnded: { from: ['accepted'] },
  ClockSuspended: { from: ['accepted'] },
  ClockResumed: { from: ['accepted'] },
  InterestedPartyNotified: { from: ['accepted'] },
  InterestedPartyHeard: { from: ['accepted'] },
  HearingRightTold: { from: ['accepted'] },
  HearingRequested: { from: ['accepted'] },
  HearingScheduled: { from: ['accepted'] },
  HearingHeld: { from: ['accepted'] },
  JointOpinionAsked: { from: ['accepted'] },
  JointOpinionGiven: { from: ['accepted'] },

  OfficerRecused: { from: beforeDecision },
  RecusalRequested: { from: beforeDecision },
  RecusalRefused: { from: beforeDecision },
  CaseEscalated: { from: underReview, to: 'accepted' },
  LimitExtended: { from: underReview },
  DecisionProposed: { from: ['accepted'], to: 'proposed' },
  ProposalReturned: { from: ['proposed'], to: 'accepted' },
  DecisionEndorsed: { from: ['proposed'] },
  DecisionMade: { from: underReview, to: 'decided' },
  PaperDecisionRecorded: { from: ['accepted'], to: 'decided' },
  CaseTerminated: { from: beforeDecision, to: 'terminated' },

  FeeAssessed: { from: ['decided', 'sealed'] },
  FeeReduced: { from: ['decided', 'sealed'] },
  FeePaid: { from: ['decided', 'sealed'] },
  FeeRefunded: { from: ['decided', 'sealed', 'delivered'] },

  LetterSealed: { from: caseStates },
  LetterNotMade: { from: caseStates },
  MisconductFound: { from: begun },
  PrintedNameRecorded: { from: begun },
  DecisionSealed: { from: ['decided'], to: 'sealed' },
  CaseDelivered: { from: ['decided', 'sealed'], to: 'delivered' },
} as const satisfies Record<string, Transition>;

export type CaseEventType = keyof typeof transitions;

/** Every event type that a case stream may hold. */
export const caseEventTypes: readonly string[] = Object.keys(transitions);

/** The state after the given event types, in order. */
export function caseStateOf(types: readonly string[]): CaseState {
  return types.reduce<CaseState>(caseStateAfter, 'new');
}

/** The state after an event of `type`. An unknown type is a fault: the stream was not written by us. */
export function caseStateAfter(state: CaseState, type: string): CaseState {
  return transitionOf(type).to ?? state;
}

/** Refuses when an event of `type` cannot happen to a case in `state`. */
export function requireState(state: CaseState, type: CaseEventType): Refusal<ApplicationRefusalCode> | undefined {
  const { from } = transitionOf(type);
  if (from.includes(state)) return undefined;
  return refuse(applicationRefusals, state === 'new' ? 'unknown-case' : 'wrong-state', {
    state,
    act: type,
    allowedIn: [...from],
  });
}

function transitionOf(type: string): Transition {
  const table: Readonly<Record<string, Transition>> = transitions;
  const found = table[type];
  if (found === undefined) throw new Error(`unknown case event ${type}`);
  return found;
}
