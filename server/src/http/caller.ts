import { findApplicant, findPerson, findSession } from '../identity/actions.ts';
import {
  type Applicant,
  checkInOffice,
  type Person,
  type Post,
  type PostKind,
  postsAt,
  type Session,
} from '../identity/identity.ts';
import { holderKey } from '../desk/desk.ts';
import type { Actor } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import { httpRefusals } from './refusals.ts';

/** What somebody is, as far as the door is concerned: an applicant, or staff with his posts. Power is not decided here. */
export type Role = 'applicant' | PostKind;

/** Who may knock at a route: anybody, anybody signed in, or the holders of the roles named. */
export type Access = 'anybody' | 'signedIn' | readonly Role[];

interface SignedIn {
  readonly session: Session;
  /** The secret of the session, from which tokens of its own are derived; never logged, never sent. */
  readonly token: string;
  readonly actor: Actor;
  readonly roles: readonly Role[];
}

export interface StaffCaller extends SignedIn {
  readonly kind: 'staff';
  readonly person: Person;
  readonly posts: readonly Post[];
}

export interface ApplicantCaller extends SignedIn {
  readonly kind: 'applicant';
  readonly applicant: Applicant;
  /** Finds his cases in the work lists without his number. */
  readonly key: string;
}

export type Caller = StaffCaller | ApplicantCaller;

/** Who holds the session of `token` now, with the posts of this very moment. */
export async function findCaller(platform: Platform, token: string, at: Instant): Promise<Caller | Refusal> {
  const session = await findSession(platform.identity, token, at);
  if (isRefusal(session)) return session;
  return callerOf(platform, session, token, at);
}

/** Whoever holds `session`; a suspended or departed person is nobody. */
export async function callerOf(
  platform: Platform,
  session: Session,
  token: string,
  at: Instant,
): Promise<Caller | Refusal> {
  if (session.kind === 'applicant') {
    const applicant = await findApplicant(platform.identity, session.holderId);
    if (applicant === undefined) return refuse(httpRefusals, 'not-signed-in');
    const actor = { kind: 'applicant' as const, id: session.holderId };
    const key = holderKey(platform.realm, applicant.idNo);
    return { kind: 'applicant', session, token, actor, roles: ['applicant'], applicant, key };
  }
  const person = findPerson(platform.identity, session.holderId);
  if (person === undefined) return refuse(httpRefusals, 'not-signed-in');
  const barred = checkInOffice(person);
  // A lost key stops signing, not reading.
  if (barred !== undefined && barred.code !== 'certificate-revoked') return barred;
  const posts = postsAt(person, at);
  const roles = [...new Set(posts.map((post) => post.kind))];
  return { kind: 'staff', session, token, actor: { kind: 'person', id: person.personId }, roles, person, posts };
}

/** Whether `caller` may come in; the refusal never says what lies behind. */
export function checkAccess(access: Access, caller: Caller | undefined): Refusal | undefined {
  if (access === 'anybody') return undefined;
  if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
  if (access === 'signedIn' || access.some((role) => caller.roles.includes(role))) return undefined;
  return refuse(httpRefusals, 'not-permitted');
}
