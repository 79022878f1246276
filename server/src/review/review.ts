import { z } from 'zod';
import { type AcceptanceView, viewAcceptance, withLetter } from '../acceptance/acceptance.ts';
import {
  type Authority,
  type CaseEventType,
  fencesOf,
  mandateOf,
  requireState,
  type SealedLetter,
} from '../application/application.ts';
import { applicationRefusals } from '../application/refusals.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Effect, InputValue, ItemVersion } from '../catalogue/catalogue.ts';
import { type Recorded, remember, rememberFold, type Step } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant, PlainDate } from '../kernel/time.ts';
import { checkReviewAct } from './checks.ts';
import { Finding, PointResult, type ReviewAct, type ReviewActName, SpecialProcedure } from './review-act.ts';

export {
  clocksOf,
  dueDatesOf,
  type DueDates,
  type Clock,
  type Clocks,
  deliveryDueOn,
  firstReviewDueOn,
  hearingRequestLastOn,
  isSuspended,
} from './clock.ts';
export { failedByStandard, isExamined } from './examination.ts';
export { Finding, PointResult, ReviewAct, SpecialProcedure, specialProcedures } from './review-act.ts';
export type { ReviewRefusalCode } from './refusals.ts';

export interface RecordedFinding {
  readonly name: string;
  readonly value: InputValue;
  readonly source: 'review' | 'joint';
  readonly by: string;
  readonly evidence: string;
}

export interface ProcedureRun {
  readonly procedure: SpecialProcedure;
  readonly stopsClock: boolean;
  readonly startedAt: Instant;
  /** The last day of the time that the notice stated; later days count again (R58). */
  readonly noticedWorkingDays: number;
  readonly endedAt: Instant | undefined;
  /** The result needs more technical analysis before anything can be concluded from it (R40). */
  readonly furtherAnalysis: boolean;
}

export interface SiteVisit {
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly officers: readonly string[];
  readonly place: { readonly latitude: number; readonly longitude: number };
}

export interface ReviewView {
  readonly acceptance: AcceptanceView;
  readonly findings: ReadonlyMap<string, RecordedFinding>;
  readonly points: ReadonlyMap<number, PointResult & { readonly by: string }>;
  readonly visits: readonly SiteVisit[];
  readonly inspectorsAssignedAt: Instant | undefined;
  readonly procedures: readonly ProcedureRun[];
  readonly suspensions: readonly { readonly fromAt: Instant; readonly toAt: Instant | undefined }[];
  readonly interested: ReadonlyMap<string, { readonly heard: boolean }>;
  readonly hearing: {
    readonly toldAt?: Instant;
    readonly requestedAt?: Instant;
    readonly scheduledOn?: PlainDate;
    readonly presider?: string;
    readonly heldOn?: PlainDate;
  };
  readonly joint: ReadonlyMap<
    string,
    { readonly askedAt: Instant; readonly dueInDays: number; readonly opinion: string | undefined }
  >;
  readonly extension: { readonly workingDays: number; readonly at: Instant; readonly by: string } | undefined;
  /** Everybody who judged the merits; who presides over a hearing may not be among them (R42). */
  readonly reviewers: ReadonlySet<string>;
  /** Officers who stand aside in this case take no part in its review either (R44). */
  readonly recused: ReadonlySet<string>;
  /** Handed back to the organ, outside the sign lists. */
  readonly escalated: boolean;
}

export interface ReviewFacts {
  readonly version: ItemVersion;
  readonly calendar: WorkCalendar;
  readonly authority: Authority | Refusal | undefined;
  readonly organOfActor: string | undefined;
  readonly actorIsHead: boolean;
  /** Of those who act or are to preside, contract staff, who judge nothing and preside over nothing (R80). */
  readonly contractStaff: readonly string[];
  /** Of the officers named in the act, those in post at the item's organ: its duty list (R39). */
  readonly onDuty: ReadonlySet<string>;
  /** The effects that are certain on the facts so far; they say which limit runs. */
  readonly effects: readonly Effect[];
  /** Visits of the same officers in other cases (T09). */
  readonly otherVisits: readonly SiteVisit[];
  /** A statute suspends the limit on the facts of this case (effect SUSPEND of the decision table). */
  readonly statuteSuspends: boolean;
  readonly letter: SealedLetter | Refusal | undefined;
}

/** Folds review on top of acceptance. */
export const viewReview = remember((events): ReviewView => ({
  ...ownView(events),
  acceptance: viewAcceptance(events),
}));

type OwnView = Omit<ReviewView, 'acceptance'>;

const nothingYet: OwnView = {
  findings: new Map(),
  points: new Map(),
  visits: [],
  inspectorsAssignedAt: undefined,
  procedures: [],
  suspensions: [],
  interested: new Map(),
  hearing: {},
  joint: new Map(),
  extension: undefined,
  reviewers: new Set(),
  recused: new Set(),
  escalated: false,
};

const ownView = rememberFold<OwnView>(nothingYet, (view, event) => {
  const fold = folds[event.type];
  return fold === undefined ? view : { ...view, ...fold(view, event) };
});

type Fold = (view: OwnView, event: Recorded) => Partial<OwnView>;

const VisitData = z.object({
  fromAt: z.string(),
  toAt: z.string(),
  officers: z.array(z.string()),
  place: z.object({ latitude: z.number(), longitude: z.number() }),
});
const ProcedureData = z.object({ procedure: SpecialProcedure, stopsClock: z.boolean(), workingDays: z.number() });
const ProcedureEnd = z.object({ procedure: SpecialProcedure, furtherAnalysis: z.boolean().default(false) });
const ScheduleData = z.object({ onDate: z.string(), presider: z.string() });
const HeldData = z.object({ heldOn: z.string(), presider: z.string() });
const JointAsked = z.object({ organ: z.string(), dueInDays: z.number() });
const JointGiven = z.object({ organ: z.string(), opinion: z.string() });
const RecusedData = z.object({ personId: z.string() });
const ExtensionData = z.object({ workingDays: z.number() });
const WithPoints = z.object({ points: z.array(PointResult) });
const PartyData = z.object({ party: z.string() });
const WithFindings = z.object({ findings: z.array(Finding) });

const folds: Readonly<Record<string, Fold>> = {
  FindingsRecorded: (view, event) => ({
    ...withFindings(view, event, 'review'),
    points: withPoints(view, event),
  }),
  // R38: a point was found on what the applicant had stated; once he corrects it (R47) the officer looks anew, so that
  // nobody signs evidence that changed behind his back.
  StatementCorrected: () => ({ points: new Map() }),
  SiteVisited: (view, event) => {
    const visit = VisitData.parse(event.data);
    return { ...withFindings(view, event, 'review'), visits: [...view.visits, visit] };
  },
  InspectorsAssigned: (_view, event) => ({ inspectorsAssignedAt: event.at }),
  SpecialProcedureStarted: (view, event) => {
    const data = ProcedureData.parse(event.data);
    const { procedure, stopsClock, workingDays } = data;
    const run = {
      procedure,
      stopsClock,
      startedAt: event.at,
      noticedWorkingDays: workingDays,
      endedAt: undefined,
      furtherAnalysis: false,
    };
    return { procedures: [...view.procedures, run] };
  },
  SpecialProcedureEnded: (view, event) => {
    const { procedure, furtherAnalysis } = ProcedureEnd.parse(event.data);
    return {
      procedures: view.procedures.map((run) =>
        run.procedure === procedure && run.endedAt === undefined ? { ...run, endedAt: event.at, furtherAnalysis } : run,
      ),
    };
  },
  ClockSuspended: (view, event) => ({ suspensions: [...view.suspensions, { fromAt: event.at, toAt: undefined }] }),
  ClockResumed: (view, event) => ({
    suspensions: view.suspensions.map((one) => (one.toAt === undefined ? { ...one, toAt: event.at } : one)),
  }),
  InterestedPartyNotified: (view, event) => withInterested(view, event, false),
  InterestedPartyHeard: (view, event) => withInterested(view, event, true),
  HearingRightTold: (view, event) => ({ hearing: { ...view.hearing, toldAt: event.at } }),
  HearingRequested: (view, event) => ({ hearing: { ...view.hearing, requestedAt: event.at } }),
  HearingScheduled: (view, event) => {
    const { onDate, presider } = ScheduleData.parse(event.data);
    return { hearing: { ...view.hearing, scheduledOn: onDate, presider } };
  },
  HearingHeld: (view, event) => {
    const { heldOn, presider } = HeldData.parse(event.data);
    return { hearing: { ...view.hearing, heldOn, presider } };
  },
  JointOpinionAsked: (view, event) => {
    const { organ, dueInDays } = JointAsked.parse(event.data);
    return { joint: new Map(view.joint).set(organ, { askedAt: event.at, dueInDays, opinion: undefined }) };
  },
  JointOpinionGiven: (view, event) => {
    const { organ, opinion } = JointGiven.parse(event.data);
    const asked = view.joint.get(organ);
    const given = { askedAt: asked?.askedAt ?? event.at, dueInDays: asked?.dueInDays ?? 0, opinion };
    return {
      ...withFindings(view, event, 'joint'),
      joint: new Map(view.joint).set(organ, given),
      reviewers: view.reviewers,
    };
  },
  CaseEscalated: () => ({ escalated: true }),
  OfficerRecused: (view, event) => {
    const { personId } = RecusedData.parse(event.data);
    return { recused: new Set([...view.recused, personId]) };
  },
  LimitExtended: (_view, event) => {
    const { workingDays } = ExtensionData.parse(event.data);
    return { extension: { workingDays, at: event.at, by: event.actor.id } };
  },
};

const eventOf = {
  recordFindings: 'FindingsRecorded',
  recordSiteVisit: 'SiteVisited',
  assignInspectors: 'InspectorsAssigned',
  startSpecialProcedure: 'SpecialProcedureStarted',
  endSpecialProcedure: 'SpecialProcedureEnded',
  suspendClock: 'ClockSuspended',
  resumeClock: 'ClockResumed',
  notifyInterestedParty: 'InterestedPartyNotified',
  hearInterestedParty: 'InterestedPartyHeard',
  tellHearingRight: 'HearingRightTold',
  requestHearing: 'HearingRequested',
  scheduleHearing: 'HearingScheduled',
  recordHearing: 'HearingHeld',
  askJointOpinion: 'JointOpinionAsked',
  giveJointOpinion: 'JointOpinionGiven',
  extendLimit: 'LimitExtended',
} as const satisfies Record<ReviewActName, CaseEventType>;

/** One act of review 审查. It rests on the mandate of the officer, or on his being asked as another organ (R39, R48). */
export const reviewCase: Step<ReviewAct, ReviewView, ReviewFacts | undefined> = {
  name: 'reviewCase',
  view: viewReview,
  decide(view, command, facts, { at, actor }) {
    const type = eventOf[command.act];
    const misplaced = requireState(view.acceptance.application.state, type);
    if (misplaced !== undefined) return misplaced;
    if (facts === undefined) return refuse(applicationRefusals, 'unknown-case');
    const refusal = checkReviewAct(view, command, facts, { at, actor });
    if (refusal !== undefined) return refusal;
    if (isRefusal(facts.authority)) return facts.authority;
    if (isRefusal(facts.letter)) return facts.letter;
    const { act: _act, ...done } = command;
    const data = { ...done, ...(facts.authority?.office === undefined ? {} : { office: facts.authority.office }) };
    const decided = { events: [{ type, data, ...mandateOf(facts.authority) }], fences: fencesOf(facts.authority) };
    return withLetter(decided, facts.letter);
  },
};

function withFindings(view: OwnView, event: Recorded, source: 'review' | 'joint'): Partial<OwnView> {
  const { findings } = WithFindings.parse(event.data);
  const merged = new Map(view.findings);
  for (const one of findings) merged.set(one.name, { ...one, source, by: event.actor.id });
  return { findings: merged, reviewers: new Set([...view.reviewers, event.actor.id]) };
}

function withPoints(view: OwnView, event: Recorded): ReviewView['points'] {
  const { points } = WithPoints.parse(event.data);
  const merged = new Map(view.points);
  for (const one of points) merged.set(one.point, { ...one, by: event.actor.id });
  return merged;
}

function withInterested(view: OwnView, event: Recorded, heard: boolean): Partial<OwnView> {
  const { party } = PartyData.parse(event.data);
  const before = view.interested.get(party)?.heard ?? false;
  return { interested: new Map(view.interested).set(party, { heard: heard || before }) };
}
