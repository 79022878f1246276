import type { StaffSigner } from '../confirmation/confirmation.ts';
import {
  type AskedAct,
  type Authority,
  authorityFor,
  type CasePorts,
  findPerson,
  getPinnedVersion,
  holderKey,
  isHeadOf,
  PURPOSE,
  type ReceivedApplication,
} from '../application/application.ts';
import { knownEffects, rulesAnswer } from '../acceptance/acceptance.ts';
import { type Effect, type ItemVersion, signingNeed } from '../catalogue/catalogue.ts';
import { holdsPost, type Person, personStream } from '../identity/identity.ts';
import { type Actor, type FenceUse, type Recorded, remember } from '../journal/journal.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { addDays, dateInChina, type Instant, instantInChina } from '../kernel/time.ts';
import type { Power, SignFacts } from '../mandate/mandate.ts';
import { signingPlan } from './checks.ts';
import type { SignDecision, SignerRole, SigningFacts, SigningPlan } from './decision.ts';
import { factsOf } from './evaluation.ts';
import { redFacts } from './red-facts.ts';
import { type History, historyKeys, readHistory } from './store.ts';
import { visitsOf } from '../review/actions.ts';
import { type SiteVisit, viewReview } from '../review/review.ts';
import { decisionRefusals } from './refusals.ts';
import { type DecisionOutcome, type DecisionView, viewDecision } from './view.ts';

export interface DecisionPorts extends CasePorts {
  readonly signer: StaffSigner;
  /** What mandates on the item count over cases, so that earlier ones must be looked at (T04, R71). */
  readonly counts: (itemId: string) => {
    readonly sums: boolean;
    readonly perDay: boolean;
    readonly priorRefusal: boolean;
    /** The longest window of a cumulative cap; a year where none says. */
    readonly windowDays?: number;
    /** A cap adds up over a project, whoever applies. */
    readonly perProject?: boolean;
  };
  /** Who keeps the decision seal of the organ. */
  readonly sealKeeper: (organ: string) => string | undefined;
  /** Hours in which seals are used on the day of `at`, null on days without any (T12). */
  readonly sealHours: (at: Instant) => { readonly from: string; readonly to: string } | null;
}

/** Everything about a case that a decision looks at, read once from its events. */
export interface CaseFile {
  readonly events: readonly Recorded[];
  readonly view: DecisionView;
  readonly received: ReceivedApplication;
  readonly letters: readonly string[];
  readonly version: ItemVersion;
  readonly rules: SigningFacts['rules'];
  readonly effects: readonly Effect[];
  readonly need: SigningFacts['need'];
}

export function caseFile(ports: CasePorts, events: readonly Recorded[]): CaseFile | undefined {
  const view = viewDecision(events);
  const { received, letters } = view.review.acceptance.application;
  if (received === undefined) return undefined;
  const version = getPinnedVersion(ports, received.itemId, received.itemVersion);
  const facts = factsOf(view.review, version.item);
  const rules = rulesAnswer(version.item, facts);
  const effects = isRefusal(rules) ? knownEffects(version.item, facts) : rules.effects;
  // While facts are missing nobody can decide; the need shown is that of the expected grant.
  const need = signingNeed(version.item, isRefusal(rules) ? { outcome: 'APPROVE', effects } : rules);
  return { events, view, received, letters, version, rules, effects, need };
}

/** In which capacity the person signs in this case; the most senior post in the organ counts. */
export function signerRole(ports: CasePorts, actor: Actor, organ: string, at: Instant): SignerRole {
  if (isHeadOf(ports, actor, organ)) return 'head';
  const person = findPerson(ports, actor);
  return person !== undefined && holdsPost(person, 'chiefRepresentative', organ, at) ? 'chief' : 'handler';
}

export interface SignerFacts {
  readonly role: SignerRole;
  readonly plan: SigningPlan | Refusal;
  readonly authority: Authority | Refusal;
  readonly history: readonly FenceUse[];
}

/** The power on which this signature rests, with what earlier cases add to the mandate's sums. */
export async function signerFacts(
  ports: DecisionPorts,
  file: CaseFile,
  command: Pick<SignDecision, 'outcome' | 'forwardToHead' | 'handlingReason' | 'exceptionCode'>,
  when: { readonly actor: Actor; readonly at: Instant },
): Promise<SignerFacts> {
  const organ = file.version.item.dept;
  const role = signerRole(ports, when.actor, organ, when.at);
  const plan = signingPlan(file.view, command, { role, need: file.need });
  const person = findPerson(ports, when.actor);
  if (isRefusal(plan) || person === undefined) return { role, plan, authority: notStaff(when.actor), history: [] };
  const byOffice = officeAuthority(ports, file, person, role);
  if (byOffice !== undefined) return { role, plan, authority: byOffice, history: [] };
  const { history, fences } = await historyOf(ports, file, person.personId, when.at);
  const asked = askedAct(ports, file, { command, plan, history, at: when.at });
  const authority = await creditChecked(ports, file, when, (flags) =>
    authorityFor(ports, when, { ...asked, flags: [...asked.flags, ...flags] }),
  );
  return { role, plan, authority, history: fences };
}

/**
 * The authority for an act on the case. The applicant's credit is asked only where the letter that would carry the act leaves out
 * applicants of bad credit (R71), so that who reads the act's mandate knows that it was asked; then another letter may carry it.
 */
export async function creditChecked(
  ports: CasePorts,
  { received, version }: Pick<CaseFile, 'received' | 'version'>,
  { actor, at }: { readonly actor: Actor; readonly at: Instant },
  authorityWith: (flags: AskedAct['flags']) => Authority | Refusal,
): Promise<Authority | Refusal> {
  const bare = authorityWith([]);
  if (isRefusal(bare) || bare.asksCredit === undefined) return bare;
  const { applicant } = received;
  const query = { applicant, item: version.item, operator: actor.id, purpose: PURPOSE, at };
  const { credit } = await ports.facts.credit({ ...query, uses: ['mandate'] });
  return credit.unrepairedFalsePromise ? authorityWith(['creditRestricted']) : bare;
}

/** What leaves the sign lists is decided by the head, and prepared by the organ's own officers, by office (R76, R81). */
function officeAuthority(ports: CasePorts, file: CaseFile, person: Person, role: SignerRole): Authority | undefined {
  const organ = file.version.item.dept;
  const fence = ports.people.get(personStream(person.personId));
  const fences = fence === undefined ? [] : [{ key: fence.key, epoch: fence.epoch, mode: 'pass' as const }];
  if (role === 'head') return { office: organ, fences };
  const outside = file.need.signatures === 'EX' || file.view.escalated;
  const own = person.organ === organ && person.employment !== 'contract' && person.status === 'active';
  return outside && own && role === 'handler' ? { office: organ, fences } : undefined;
}

function notStaff(actor: Actor): Refusal {
  return refuse(decisionRefusals, 'not-in-sign-lists', { actor: actor.id });
}

const powerOf = { propose: 'propose', endorse: 'grant', decide: 'grant' } as const satisfies Record<SigningPlan, Power>;

function askedAct(
  ports: CasePorts,
  file: CaseFile,
  given: {
    readonly command: Pick<SignDecision, 'outcome' | 'handlingReason' | 'exceptionCode'>;
    readonly plan: SigningPlan;
    readonly history: History | undefined;
    readonly at: Instant;
  },
): AskedAct {
  const { command, plan, history, at } = given;
  const adverse = command.outcome === 'REFUSE';
  const acceptedAt = file.view.review.acceptance.accepted?.acceptedAt ?? at;
  const months =
    history?.lastRefusedAt === undefined ? undefined : (Date.parse(at) - Date.parse(history.lastRefusedAt)) / MONTH_MS;
  return {
    power: plan !== 'propose' && adverse ? 'refuse' : powerOf[plan],
    itemId: file.version.itemId,
    adverse,
    scope: scopeOf(ports, file, history),
    flags: flagsOf(file, months),
    ...(months === undefined ? {} : { priorRefusalMonths: months }),
    signatureNo: file.view.signatures.length + 1,
    recused: file.view.recused,
    ...(command.exceptionCode === undefined ? {} : { exceptionCode: command.exceptionCode }),
    decisionsToday: history?.decisionsToday ?? 0,
    handlingSeconds: (Date.parse(at) - Date.parse(acceptedAt)) / 1000,
    ...(command.handlingReason === undefined ? {} : { handlingReason: command.handlingReason }),
  };
}

const MONTH_MS = 30 * 86_400_000;
/** Form and review inputs that measure a mandate's scope. The larger of what was stated and found counts (T03, T04). */
const measures = { amount: ['amount'], area: ['area'], headcount: ['people', 'headcount'] } as const;

function scopeOf(_ports: CasePorts, file: CaseFile, history: History | undefined): AskedAct['scope'] {
  const { project: _project, ...stated } = file.received.scope;
  const facts = factsOf(file.view.review, file.version.item);
  const found = Object.entries(measures).flatMap(([name, inputs]) => {
    const values = inputs.flatMap((input) => (typeof facts[input]?.value === 'number' ? [facts[input].value] : []));
    return values.length === 0 ? [] : [[name, Math.max(...values)] as const];
  });
  const largest = new Map<string, number>(found);
  for (const name of ['amount', 'area', 'headcount'] as const) {
    const value = stated[name];
    if (value !== undefined) largest.set(name, Math.max(value, largest.get(name) ?? value));
  }
  const figures = Object.fromEntries(largest);
  const sums =
    history === undefined || history.unknownProject
      ? {}
      : {
          cumulativeAmount: history.cumulativeAmount + (largest.get('amount') ?? 0),
          cumulativeCount: history.cumulativeCount + 1,
        };
  return { applicantKind: file.received.applicant.kind, ...stated, ...figures, ...sums };
}

function flagsOf(file: CaseFile, monthsSinceRefusal: number | undefined): AskedAct['flags'] {
  const { review } = file.view;
  return [
    ...(review.hearing.requestedAt !== undefined || review.hearing.heldOn !== undefined ? (['hearing'] as const) : []),
    ...(review.interested.size > 0 ? (['thirdPartyInterest'] as const) : []),
    ...(monthsSinceRefusal === undefined ? [] : (['priorRefusal'] as const)),
  ];
}

async function historyOf(
  ports: DecisionPorts,
  file: CaseFile,
  personId: string,
  at: Instant,
): Promise<{ readonly history: History | undefined; readonly fences: readonly FenceUse[] }> {
  const counts = ports.counts(file.version.itemId);
  if (!counts.sums && !counts.perDay && !counts.priorRefusal) return { history: undefined, fences: [] };
  const question = {
    realm: ports.realm,
    personId,
    applicantKey: holderKey(ports.realm, file.received.applicant.idNo),
    itemId: file.version.itemId,
    dayStartAt: instantInChina(dateInChina(at)),
    windowStartAt: instantInChina(addDays(dateInChina(at), -(counts.windowDays ?? 365))),
    project: counts.perProject === true ? (file.received.scope.project ?? '') : undefined,
  };
  const history = await readHistory(ports.journal.pool, question);
  const keys = historyKeys(question);
  return {
    history,
    // Only what adds up must go in one line; an earlier refusal is a fact of the past.
    fences: [
      ...(counts.perDay ? [{ key: keys.person, epoch: history.personEpoch, mode: 'bump' as const }] : []),
      ...(counts.sums ? [{ key: keys.sum, epoch: history.sumEpoch, mode: 'bump' as const }] : []),
    ],
  };
}

/**
 * The evidence of a case as its events show it: what a signer looks at, what his signature covers and must find unchanged.
 * Remembered, because one signature asks for it as shown and as signed.
 */
export const evidenceOf = remember((events): string => {
  const review = viewReview(events);
  const { application } = review.acceptance;
  return sm3Hex(
    canonicalJson({
      form: application.form,
      materials: application.materials,
      gathered: application.gathered,
      findings: [...review.findings.values()],
      points: [...review.points.values()],
      visits: review.visits,
      procedures: review.procedures,
      hearing: review.hearing,
      interested: [...review.interested],
      joint: [...review.joint].map(([organ, one]) => ({ organ, opinion: one.opinion ?? null })),
    }),
  );
});

/** Where the inspectors of this case were in other cases; nobody asks when nobody inspected. */
export function otherVisitsOf(ports: DecisionPorts, file: CaseFile): Promise<readonly SiteVisit[]> {
  const officers = file.view.review.visits.flatMap((visit) => visit.officers);
  return officers.length === 0 ? Promise.resolve([]) : visitsOf(ports, file.received.caseNo, officers);
}

/** The red-line facts of a signature or of a rule's decision. */
export function redFactsOf(
  ports: DecisionPorts,
  file: CaseFile,
  given: {
    readonly outcome: DecisionOutcome;
    readonly signer: Person | undefined;
    readonly declared: string | undefined;
    readonly at: Instant;
    readonly seal: SignFacts['seal'];
    readonly otherVisits?: readonly SiteVisit[];
  },
): SignFacts {
  const people = (personId: string) => ports.people.get(personStream(personId))?.view;
  const keeper = ports.sealKeeper(file.version.item.dept);
  return redFacts({
    ...given,
    view: file.view,
    version: file.version,
    effects: file.effects,
    people,
    keeper: keeper === undefined ? undefined : people(keeper),
    otherVisits: given.otherVisits ?? [],
  });
}
