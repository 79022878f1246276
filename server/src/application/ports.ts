import type { WorkCalendar } from '../calendar/calendar.ts';
import { type Item, type ItemVersion, type ItemView, itemStream, versionInForce } from '../catalogue/catalogue.ts';
import { type Organ, organStream, isAbsentAt, type Person, personStream, postsAt } from '../identity/identity.ts';
import type { ConsentPolicy, Paper } from '../consent/consent.ts';
import type { Journal } from '../journal/actions.ts';
import type { Actor, FenceUse } from '../journal/journal.ts';
import type { Register } from '../journal/register.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Act, Granted, Power, Role } from '../mandate/mandate.ts';
import type { UploadLimits } from '../material/material.ts';
import type { Applicant, Application, Authority, CreditRecord, GatheredFact, PinnedItem } from './application.ts';
import type { GatedFacts } from './gate.ts';
import type { LetterPort } from './letter-port.ts';
import type { SourceAnswer } from './prefill.ts';
import { applicationRefusals } from './refusals.ts';

/** What every use case of a case needs; `main.ts` wires one object that has it all. */
export interface CasePorts {
  readonly journal: Journal;
  readonly realm: string;
  readonly items: Register<ItemView>;
  readonly people: Register<Person | undefined>;
  readonly organs: Register<Organ | undefined>;
  readonly mandates: { readonly find: (act: Act) => Granted | Refusal };
  readonly calendar: () => WorkCalendar;
  readonly facts: GatedFacts;
  readonly letters: LetterPort;
  /** How much may be handed in with one case. */
  readonly uploadLimits: UploadLimits;
  readonly consentPolicy: ConsentPolicy;
  /** Organ code of the service centre that receives for the departments (construct A). */
  readonly centre: string;
  /** Natural days that an applicant has for answering a correction notice, unless the notice told him another figure. */
  readonly correctionWaitDays: number;
}

/**
 * Shared data and e-licences as their sources have them; the demo district answers from a file. Nobody asks a source past the
 * gate (gate.ts), which says what is wanted and hands out nothing else.
 */
export interface FactSource {
  /** The facts of a case that shares, rules and parameters answer. */
  readonly gather: (query: FactQuery & Wanted) => Promise<readonly GatheredFact[]>;
  /** The credit library, for the uses that are wanted (`credit:…`). */
  readonly credit: (query: KnownQuery & Wanted) => Promise<CreditRecord>;
  /** What licences and shares answer to the questions of the item's form, each with its receipt. */
  readonly known: (query: KnownQuery & Wanted) => Promise<readonly SourceAnswer[]>;
  /** The licences and shares that can stand for materials of the item, with their state now (R46). */
  readonly papers: (query: KnownQuery & Wanted) => Promise<readonly Paper[]>;
}

/** The claims that a source is asked for, by their keys (`claimKey`), and as of when. */
export interface Wanted {
  readonly wanted: ReadonlySet<string>;
  readonly at: Instant;
}

/** R20: asked by the person whom it concerns, for this item and purpose. */
export interface KnownQuery {
  readonly applicant: Applicant;
  readonly item: Item;
  readonly operator: string;
  readonly purpose: string;
}

/** R20: a query carries the case, the item, the purpose and who asks for it. */
export interface FactQuery {
  readonly caseNo: string;
  readonly item: Item;
  readonly application: Application;
  readonly operator: string;
}

/** Who calls, with which request id, when. */
export interface Call {
  readonly actor: Actor;
  readonly requestId: string;
  readonly at: Instant;
}

/** The version of an item in force at `at` with its fence; undefined when the library does not know the item. */
export function pinnedItem(ports: Pick<CasePorts, 'items'>, itemId: string, at: Instant): PinnedItem | undefined {
  const held = ports.items.get(itemStream(itemId));
  if (held === undefined) return undefined;
  return { inForce: versionInForce(held.view, at), fence: { key: held.key, epoch: held.epoch, mode: 'pass' } };
}

/** The version that the case pinned at receipt (R13); a fault when the library lost it, which it never may. */
export function getPinnedVersion(ports: Pick<CasePorts, 'items'>, itemId: string, version: number): ItemVersion {
  const found = ports.items.get(itemStream(itemId))?.view.versions.find((one) => one.version === version);
  if (found === undefined) throw new Error(`item ${itemId} has no version ${version}`);
  return found;
}

export function findPerson(ports: Pick<CasePorts, 'people'>, actor: Actor): Person | undefined {
  return actor.kind === 'person' ? ports.people.get(personStream(actor.id))?.view : undefined;
}

/** The fence that closes when the person leaves, is suspended or loses the key (R105). */
export function personFence(ports: Pick<CasePorts, 'people'>, personId: string): FenceUse {
  const key = personStream(personId);
  const epoch = ports.people.get(key)?.epoch;
  return { key, mode: 'pass', ...(epoch === undefined ? {} : { epoch }) };
}

export function findOrgan(ports: Pick<CasePorts, 'organs'>, code: string): Organ | undefined {
  return ports.organs.get(organStream(code))?.view;
}

/** Whether the actor is the head of the organ now: what no mandate can give, the office gives (R55, R81). */
export function isHeadOf(ports: Pick<CasePorts, 'organs'>, actor: Actor, organ: string): boolean {
  return actor.kind === 'person' && findOrgan(ports, organ)?.headPersonId === actor.id;
}

/** An act put to the mandates, with what the caller knows of the case. */
export type AskedAct = Omit<Act, 'at' | 'holder' | 'role' | 'employment' | 'standIn'> & {
  /** Officers who stand aside in this case; their named deputies may then act (R101). */
  readonly recused?: ReadonlySet<string>;
};

/**
 * The authority of `actor` for an act: under construct A as a clerk of the centre, under B as the person whom the letter
 * names, under C for the organ that the letter names. The first that carries the act wins; else the most telling refusal.
 */
export function authorityFor(ports: CasePorts, call: Pick<Call, 'actor' | 'at'>, asked: AskedAct): Authority | Refusal {
  const person = findPerson(ports, call.actor);
  if (person === undefined) return refuse(applicationRefusals, 'not-staff', { actor: call.actor.id });
  let refusal: Refusal | undefined;
  for (const capacity of capacitiesOf(ports, person, call.at, asked.recused)) {
    const { recused: _recused, ...act } = asked;
    const answer = authorityOf(ports, { ...act, ...capacity, at: call.at, employment: employmentOf(person) });
    if (!isRefusal(answer)) return { ...answer, fences: [...answer.fences, personFence(ports, person.personId)] };
    refusal = refusal === undefined || refusal.code === 'no-mandate' ? answer : refusal;
  }
  return refusal ?? refuse(applicationRefusals, 'not-staff', { actor: call.actor.id });
}

/** The authority of a given holder, such as a rule set or the centre's robot. */
export function authorityOf(ports: Pick<CasePorts, 'mandates'>, act: Act): Authority | Refusal {
  const answer = ports.mandates.find(act);
  if (isRefusal(answer)) return answer;
  const { ref, fence, checklist, asksCredit } = answer;
  return {
    ref,
    fences: [fence],
    ...(checklist === undefined ? {} : { checklist }),
    ...(asksCredit === undefined ? {} : { asksCredit }),
  };
}

/** Whether the person serves at the centre's window now. */
export function isWindowClerk(ports: Pick<CasePorts, 'centre'>, person: Person, at: Instant): boolean {
  return postsAt(person, at).some(
    (post) => post.kind === 'windowClerk' && (post.centre ?? post.organ) === ports.centre,
  );
}

interface Capacity {
  readonly holder: string;
  readonly role: Role;
  readonly standIn?: NonNullable<Act['standIn']>;
}

/** A deputy (AB岗) acts while the officer whom the letter names is away, gone, or stands aside in this case. */
function standInOf(
  ports: Pick<CasePorts, 'people'>,
  deputyOf: string | undefined,
  at: Instant,
  recused: ReadonlySet<string>,
): Pick<Capacity, 'standIn'> {
  if (deputyOf === undefined) return {};
  if (recused.has(deputyOf)) return { standIn: { for: deputyOf, because: 'recused' } };
  const principal = ports.people.get(personStream(deputyOf))?.view;
  const isAway = principal === undefined || principal.status !== 'active' || isAbsentAt(principal, at);
  return isAway ? { standIn: { for: deputyOf, because: 'absent' } } : {};
}

function capacitiesOf(
  ports: CasePorts,
  person: Person,
  at: Instant,
  recused: ReadonlySet<string> = new Set(),
): readonly Capacity[] {
  const { personId } = person;
  return postsAt(person, at).flatMap((post): readonly Capacity[] => {
    const { kind, organ } = post;
    const standIn = standInOf(ports, post.deputyOf, at, recused);
    switch (kind) {
      case 'windowClerk':
        return (post.centre ?? organ) === ports.centre ? [{ holder: ports.centre, role: 'clerk' }] : [];
      case 'postedOfficer':
        return [
          { holder: personId, role: 'handler', ...standIn },
          { holder: organ, role: 'organ' },
        ];
      case 'chiefRepresentative':
        return [{ holder: personId, role: 'chief', ...standIn }];
      case 'sealKeeper':
        return [{ holder: personId, role: 'keeper' }];
      case 'departmentHead':
        return [{ holder: organ, role: 'organ' }];
      case 'departmentStaff':
      case 'legalReviewer':
      case 'supervisor':
      case 'centreManager':
      case 'operator':
        return [];
      default:
        return kind satisfies never;
    }
  });
}

function employmentOf(person: Person): 'establishment' | 'contract' {
  return person.employment === 'contract' ? 'contract' : 'establishment';
}

/**
 * The same act before anything is measured: review is what finds the figures out, so a cap on them binds the decision.
 * What the applicant has stated counts all the same.
 */
export function unmeasured(asked: AskedAct): AskedAct {
  const nothingYet = { amount: 0, area: 0, headcount: 0, riskGrade: 0, cumulativeAmount: 0, cumulativeCount: 0 };
  return { ...asked, scope: { ...nothingYet, ...asked.scope } };
}

/** The act on an item at intake: nothing is adverse there, and no signature is counted. */
export function intakeAct(power: Power, application: Pick<Application, 'itemId' | 'applicant' | 'scope'>): AskedAct {
  const { project: _project, ...scope } = application.scope;
  return {
    power,
    itemId: application.itemId,
    adverse: false,
    scope: { applicantKind: application.applicant.kind, ...scope },
    flags: [],
    signatureNo: 1,
  };
}
