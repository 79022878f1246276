import { type ApplicationView, type CaseState, holderKey } from '../application/application.ts';
import { deemedAfterOn, viewAcceptance } from '../acceptance/acceptance.ts';
import { type ItemVersion, signingNeed } from '../catalogue/catalogue.ts';
import { addWorkingDays, type WorkCalendar } from '../calendar/calendar.ts';
import { factsOf, isLimited, type DecisionView, viewDecision } from '../decision/decision.ts';
import { knownEffects, rulesAnswer } from '../acceptance/acceptance.ts';
import type { Recorded } from '../journal/journal.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { addDays, dateInChina } from '../kernel/time.ts';
import { deliveryDueOn, dueDatesOf } from '../review/review.ts';
import { MANDATE_LETTERS, sealEvents, sealsLetter } from '../seal/seal.ts';

export { holderKey };

/** Whose turn it is. */
export type WaitsFor = 'window' | 'applicant' | 'handler' | 'chief' | 'head' | 'delivery' | 'nobody';

export interface DeskPorts {
  readonly realm: string;
  readonly calendar: () => WorkCalendar;
  readonly version: (itemId: string, version: number) => ItemVersion;
}

/** The work list's row of a case after its events, as JSON; null for a stream that is no case. */
export function projectCase(ports: DeskPorts, events: readonly Recorded[]): string | null {
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) return null;
  // A sealed letter of a mandate belongs to no case, and is found like every other.
  if (first.stream.startsWith(MANDATE_LETTERS)) return JSON.stringify({ ownLetters: knownLetters(events) });
  if (!first.stream.startsWith('case/')) return null;
  const view = viewDecision(events);
  const { application, accepted } = view.review.acceptance;
  const { received } = application;
  if (received === undefined) return null;
  const version = ports.version(received.itemId, received.itemVersion);
  const effects = knownEffects(version.item, factsOf(view.review, version.item));
  const todayOn = dateInChina(last.at);
  const due = dueDatesOf(view.review, version.item, effects, { calendar: ports.calendar(), todayOn });
  const waitsFor = waitsForOf(view, version);
  // What was decided on paper was decided on the day of the paper: a late record wins no time for the delivery (许可法44).
  const decidedOn =
    view.decided === undefined ? undefined : (view.decided.paper?.signedOn ?? dateInChina(view.decided.at));
  const deemedOn =
    application.state === 'received'
      ? deemedAfterOn(viewAcceptance(events), { version, calendar: ports.calendar() })
      : undefined;
  const made = events.filter(({ requestId }) => requestId === last.requestId);
  const rare = {
    ...visitPart(made),
    ...askedPart(ports, view),
    ...queuePart(view, isLimited(version.item, effects)),
  };
  return JSON.stringify({
    ...(made.length === events.length ? beginningPart(ports, application, version) : {}),
    caseNo: received.caseNo,
    itemId: received.itemId,
    state: application.state,
    waitsFor,
    updatedAt: last.at,
    acceptedOn: accepted === undefined ? undefined : dateInChina(accepted.acceptedAt),
    dueOn: dueOnOf(ports, {
      deemedOn,
      decidedOn,
      promisedOn: due?.promised.dueOn,
      statutoryOn: due?.statutory.dueOn,
      examinationOn: [due?.inspectors?.dueOn, due?.onTheSpot?.dueOn],
      todayOn,
      isLetterOwed: application.owedLetters.length > 0,
    }),
    statutoryDueOn: due?.statutory.dueOn,
    promisedDueOn: due?.promised.dueOn,
    provisional: due?.statutory.provisional === true || due?.promised.provisional === true,
    deemedAfterOn: deemedOn,
    renewsAfterOn: isOpen(application.state) ? received.renewal?.expiresOn : undefined,
    signatures: view.signatures.length,
    outcome: view.decided?.outcome,
    ...lettersPart(made),
    ...signedPart(ports, view, made),
    ...(Object.keys(rare).length === 0 ? {} : { hasRare: true, ...rare }),
  });
}

/** What the first act of a case writes into its row and no later act changes. */
function beginningPart(ports: DeskPorts, { received, receivedAt }: ApplicationView, { item }: ItemVersion): object {
  if (received === undefined) return {};
  return {
    isNew: true,
    itemName: item.name,
    organ: item.dept,
    applicantKey: holderKey(ports.realm, received.applicant.idNo),
    agentKey: received.agent === undefined ? '' : holderKey(ports.realm, received.agent.idNo),
    applicantName: received.applicant.name,
    receivedAt,
  };
}

const openStates: readonly CaseState[] = ['received', 'correcting', 'accepted', 'proposed'];

function isOpen(state: CaseState): boolean {
  return openStates.includes(state);
}

function waitsForOf(view: DecisionView, version: ItemVersion): WaitsFor {
  const { state } = view.review.acceptance.application;
  switch (state) {
    case 'received':
      return 'window';
    case 'correcting':
      return 'applicant';
    case 'accepted':
      return deciderOf(view) ?? 'handler';
    case 'proposed':
      return deciderOf(view) ?? (isOutsideLists(view, version) || view.signatures.length > 1 ? 'head' : 'chief');
    case 'decided':
    case 'sealed':
      return 'delivery';
    case 'new':
    case 'notAccepted':
    case 'delivered':
    case 'withdrawn':
    case 'terminated':
      return 'nobody';
    default:
      return state satisfies never;
  }
}

/** R44: until it is decided whether an officer stands aside, the case waits for who decides that. */
function deciderOf(view: DecisionView): 'chief' | 'head' | undefined {
  const asked = view.recusals.find(({ answer }) => answer === undefined);
  if (asked === undefined) return undefined;
  // The superior's decision about the head is recorded by the chief representative.
  return asked.decider === 'head' ? 'head' : 'chief';
}

function isOutsideLists(view: DecisionView, version: ItemVersion): boolean {
  if (view.escalated || version.item.signClass === 'EX') return true;
  const rules = rulesAnswer(version.item, factsOf(view.review, version.item));
  return !isRefusal(rules) && signingNeed(version.item, rules).signatures === 'EX';
}

function dueOnOf(
  ports: DeskPorts,
  dates: {
    readonly deemedOn: string | undefined;
    readonly decidedOn: string | undefined;
    readonly promisedOn: string | undefined;
    readonly statutoryOn: string | undefined;
    /** R40: inspectors to be named, a result to be decided on. */
    readonly examinationOn: readonly (string | undefined)[];
    readonly todayOn: string;
    readonly isLetterOwed: boolean;
  },
): string {
  // What silence decided has not been told yet: that comes before everything else in the case.
  if (dates.isLetterOwed) return dates.todayOn;
  if (dates.decidedOn !== undefined) return deliveryDueOn(ports.calendar(), dates.decidedOn);
  if (dates.deemedOn !== undefined) return dates.deemedOn;
  const clocks = [dates.promisedOn, dates.statutoryOn, ...dates.examinationOn]
    .filter((on) => on !== undefined)
    .toSorted();
  return clocks[0] ?? addDays(dates.todayOn, 5);
}

const signedTypes = ['DecisionProposed', 'DecisionEndorsed', 'DecisionMade', 'PaperDecisionRecorded'];

/** The signature that the newest act made, for the sums over a holder's cases. */
function signedPart(ports: DeskPorts, view: DecisionView, made: readonly Recorded[]): object {
  const event = made.findLast(({ type }) => signedTypes.includes(type));
  const signature = view.signatures.at(-1);
  const { received } = view.review.acceptance.application;
  if (event?.actor.kind !== 'person' || signature?.at !== event.at || received === undefined) return {};
  const found = view.review.findings.get('amount')?.value;
  const stated = received.scope.amount ?? 0;
  return {
    applicantKey: holderKey(ports.realm, received.applicant.idNo),
    signedBy: signature.personId,
    signedKind: signature.kind,
    signedOutcome: signature.outcome,
    project: received.scope.project ?? '',
    amount: Math.max(stated, typeof found === 'number' ? found : 0),
  };
}

const KnownOfLetter = sealEvents.SealApplied.pick({ docNo: true, sealedHash: true, signedHash: true }).strip();

/** The letters that the newest act sealed, by what their holders know of them. */
function lettersPart(made: readonly Recorded[]): object {
  const letters = knownLetters(made);
  return letters.length === 0 ? {} : { letters };
}

function knownLetters(made: readonly Recorded[]): readonly object[] {
  return made.filter(sealsLetter).map(({ data, seq }) => ({ ...KnownOfLetter.parse(data), seq }));
}

/** The organs whose opinion is still out, each with the day on which it is due (R48); none any more when the case is over. */
function askedPart({ calendar }: DeskPorts, { review }: DecisionView): object {
  if (review.joint.size === 0) return {};
  const isOver = !isOpen(review.acceptance.application.state);
  const asked = [...review.joint]
    .filter(([, { opinion }]) => opinion === undefined && !isOver)
    .map(([organ, { askedAt, dueInDays }]) => ({
      organ,
      dueOn: addWorkingDays(calendar(), dateInChina(askedAt), dueInDays),
    }));
  return { asked };
}

function visitPart(made: readonly Recorded[]): object {
  const visit = made.findLast(({ type }) => type === 'SiteVisited');
  if (visit === undefined || typeof visit.data !== 'object') return {};
  const { fromAt, toAt, officers, place } = JSON.parse(canonicalJson(visit.data));
  return { visit: { seq: visit.seq, fromAt, toAt, officers, latitude: place.latitude, longitude: place.longitude } };
}

function queuePart(view: DecisionView, limited: boolean): object {
  const { accepted, application } = view.review.acceptance;
  if (!limited || accepted === undefined) return {};
  const granted = view.decided !== undefined && view.decided.outcome !== 'REFUSE';
  return {
    queue: {
      acceptedAt: accepted.acceptedAt,
      open: isOpen(application.state),
      ...(granted ? { grantedAt: view.decided?.at } : {}),
    },
  };
}
