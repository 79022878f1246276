import { randomBytes } from 'node:crypto';
import { type Act, catchUp, type Journal, perform } from '../journal/actions.ts';
import type { Actor, Performed, Step } from '../journal/journal.ts';
import { createRegister, type Register } from '../journal/register.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { AppointHead, DissolveOrgan, EstablishOrgan, Organ } from './organ.ts';
import * as organSteps from './organ.ts';
import type { Person } from './person.ts';
import { normalIdNo, personStream, viewPerson } from './person.ts';
import type * as commands from './person-steps.ts';
import * as personSteps from './person-steps.ts';
import type { IdentityRefusalCode } from './refusals.ts';
import type { Roster } from './roster.ts';
import { setStaffClosed } from './store.ts';
import { defaultIdentitySettings, type Door, type IdentitySettings } from './sign-in.ts';

/** Everything that identity's verbs work with; `openIdentity` makes one for a realm. */
export interface Identity extends Door {
  readonly journal: Journal;
  readonly persons: Register<Person | undefined>;
  readonly organs: Register<Organ | undefined>;
}

export interface IdentityOptions {
  readonly realm: string;
  readonly journal: Journal;
  readonly settings?: IdentitySettings;
}

/** Loads the staff and organs of a realm into registers, which the journal keeps fresh. */
export async function openIdentity({
  realm,
  journal,
  settings = defaultIdentitySettings,
}: IdentityOptions): Promise<Identity> {
  const persons = createRegister(journal.pool, realm, personStream(''), viewPerson);
  const organs = createRegister(journal.pool, realm, organSteps.organStream(''), organSteps.viewOrgan);
  journal.registers.push(persons, organs);
  await Promise.all([persons.catchUp(), organs.catchUp()]);
  return { realm, journal, database: journal.pool, persons, organs, settings, random: (size) => randomBytes(size) };
}

/** One act on a person or organ. */
export interface IdentityAct<Command> {
  readonly command: Command;
  readonly actor: Actor;
  readonly requestId: string;
  readonly at: Instant;
}

export type PersonAct<Command> = IdentityAct<Command> & { readonly personId: string };
export type OrganAct<Command> = IdentityAct<Command> & { readonly organ: string };
export type IdentityAnswer = Promise<Performed | Refusal>;

export function findPerson(identity: Identity, personId: string): Person | undefined {
  return identity.persons.get(personStream(personId))?.view;
}

export function findOrgan(identity: Identity, code: string): Organ | undefined {
  return identity.organs.get(organSteps.organStream(code))?.view;
}

export function listOrgans(identity: Identity): readonly Organ[] {
  return identity.organs.list().flatMap(({ view }) => (view === undefined ? [] : [view]));
}

export function listPersons(identity: Identity): readonly Person[] {
  return identity.persons.list().flatMap(({ view }) => (view === undefined ? [] : [view]));
}

/** The people who hold or held a post in the organ, or are on its staff. */
export function rosterOf(identity: Identity, organ: string): Roster {
  return listPersons(identity).filter(
    (person) => person.organ === organ || person.posts.some((post) => post.organ === organ),
  );
}

export function establishOrgan(identity: Identity, act: IdentityAct<EstablishOrgan>): IdentityAnswer {
  return performOn(identity, organSteps.establishOrgan, act, {
    stream: organSteps.organStream(act.command.code),
    facts: () => undefined,
  });
}

export function appointHead(identity: Identity, act: OrganAct<AppointHead>): IdentityAnswer {
  const facts = () => ({ person: findPerson(identity, act.command.personId) });
  return performOn(identity, organSteps.appointHead, act, { stream: organSteps.organStream(act.organ), facts });
}

export function dissolveOrgan(identity: Identity, act: OrganAct<DissolveOrgan>): IdentityAnswer {
  return performOn(identity, organSteps.dissolveOrgan, act, {
    stream: organSteps.organStream(act.organ),
    facts: () => undefined,
  });
}

export function enrolPerson(identity: Identity, act: IdentityAct<commands.EnrolPerson>): IdentityAnswer {
  const idNo = normalIdNo(act.command.idNo);
  const facts = () => ({
    organ: findOrgan(identity, act.command.organ),
    servesAs: listPersons(identity).find((person) => person.idNo === idNo && person.status !== 'left')?.personId,
  });
  return performOn(identity, personSteps.enrolPerson, act, { stream: personStream(act.command.personId), facts });
}

export function assignPost(identity: Identity, act: PersonAct<commands.AssignPost>): IdentityAnswer {
  const facts = () => ({ organ: findOrgan(identity, act.command.post.organ) });
  return performOn(identity, personSteps.assignPost, act, { stream: personStream(act.personId), facts });
}

export function endPost(identity: Identity, act: PersonAct<commands.EndPost>): IdentityAnswer {
  return performOnPerson(identity, personSteps.endPost, act);
}

export function declareRelation(identity: Identity, act: PersonAct<commands.DeclareRelation>): IdentityAnswer {
  return performOnPerson(identity, personSteps.declareRelation, act);
}

export function declareAbsence(identity: Identity, act: PersonAct<commands.DeclareAbsence>): IdentityAnswer {
  return performOnPerson(identity, personSteps.declareAbsence, act);
}

export function endAbsence(identity: Identity, act: PersonAct<commands.EndAbsence>): IdentityAnswer {
  return performOnPerson(identity, personSteps.endAbsence, act);
}

export function issueCertificate(identity: Identity, act: PersonAct<commands.IssueCertificate>): IdentityAnswer {
  return performOnPerson(identity, personSteps.issueCertificate, act);
}

export function revokeCertificate(identity: Identity, act: PersonAct<commands.RevokeCertificate>): IdentityAnswer {
  return performOnPerson(identity, personSteps.revokeCertificate, act);
}

export function suspendPerson(identity: Identity, act: PersonAct<commands.Reason>): IdentityAnswer {
  return closing(identity, act, performOnPerson(identity, personSteps.suspendPerson, act));
}

export function recordLeaving(identity: Identity, act: PersonAct<commands.RecordLeaving>): IdentityAnswer {
  return closing(identity, act, performOnPerson(identity, personSteps.recordLeaving, act));
}

export function reinstatePerson(identity: Identity, act: PersonAct<commands.Reason>): IdentityAnswer {
  return closing(identity, act, performOnPerson(identity, personSteps.reinstatePerson, act));
}

/**
 * Closes or reopens the accounts of a member of staff to match his state now. The fence already stopped his acts; this
 * stops reading. Idempotent: the robot that reads `PERSON_BARRED_TOPIC` calls it again after a crash.
 */
export async function matchAccounts(identity: Identity, personId: string, at: Instant): Promise<void> {
  await catchUp(identity.journal, personStream(personId));
  const status = findPerson(identity, personId)?.status ?? 'left';
  await setStaffClosed(identity.database, identity.realm, personId, status === 'active' ? null : at);
}

async function closing(identity: Identity, act: PersonAct<unknown>, answer: IdentityAnswer): IdentityAnswer {
  const answered = await answer;
  if (!isRefusal(answered)) await matchAccounts(identity, act.personId, act.at);
  return answered;
}

function performOnPerson<Command>(
  identity: Identity,
  step: Step<Command, Person | undefined, undefined, IdentityRefusalCode>,
  act: PersonAct<Command>,
): IdentityAnswer {
  return performOn(identity, step, act, { stream: personStream(act.personId), facts: () => undefined });
}

function performOn<Command, View, Facts>(
  identity: Identity,
  step: Step<Command, View, Facts, IdentityRefusalCode>,
  { command, actor, requestId, at }: IdentityAct<Command>,
  { stream, facts }: Pick<Act<Command, Facts>, 'stream' | 'facts'>,
): IdentityAnswer {
  return perform(identity.journal, step, { realm: identity.realm, stream, command, facts, actor, requestId, at });
}
