import { setTimeout } from 'node:timers/promises';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Database } from '../kernel/database.ts';
import type { Applicant } from './applicant.ts';
import { defaultLockout, locksFrom, type LockoutPolicy, sourceOf } from './lockout.ts';
import { checkPassword, defaultPasswordCost, hashPassword, isPassword, type PasswordCost } from './password.ts';
import { identityRefusals } from './refusals.ts';
import type { AccountKind, Session, SessionPolicy } from './session.ts';
import { defaultSessionPolicy, isEnded, isNoteDue, sessionToken, tokenHash } from './session.ts';
import {
  type Account,
  type Attempt,
  chargeAttempt,
  clearAttempts,
  deleteEndedSessions,
  deleteOldAttempts,
  deleteSession,
  findStoredApplicant,
  findStoredSession,
  insertAccount,
  insertApplicant,
  insertSession,
  noteSession,
  replacePassword,
} from './store.ts';

/** Figures that an installation may set. */
export interface IdentitySettings {
  readonly lockout: LockoutPolicy;
  readonly session: SessionPolicy;
  readonly passwordCost: PasswordCost;
  /** A refused sign-in is answered no sooner, so that its time does not tell a known login from an unknown one. */
  readonly refusalTakesMs: number;
}

export const defaultIdentitySettings: IdentitySettings = {
  lockout: defaultLockout,
  session: defaultSessionPolicy,
  passwordCost: defaultPasswordCost,
  refusalTakesMs: 400,
};

/** What signing in works with; a part of `Identity`. */
export interface Door {
  readonly realm: string;
  readonly database: Database;
  readonly settings: IdentitySettings;
  /** Fresh random bytes. */
  readonly random: (size: number) => Uint8Array;
}

export interface OpenAccount {
  readonly login: string;
  readonly kind: AccountKind;
  readonly holderId: string;
  readonly password: string;
  readonly at: Instant;
}

/** Opens an account for a member of staff or an applicant. */
export async function openAccount(
  door: Door,
  { password, at, ...account }: OpenAccount,
): Promise<{ readonly login: string } | Refusal<'password-weak' | 'login-taken'>> {
  const weak = checkPassword(account.login, password);
  if (weak !== undefined) return weak;
  const passwordHash = await hashPassword(password, door.random(16), door.settings.passwordCost);
  const isNew = await insertAccount(door.database, { realm: door.realm, ...account, passwordHash }, at);
  return isNew ? { login: account.login } : refuse(identityRefusals, 'login-taken', { login: account.login });
}

/**
 * Opens many accounts with one password that is no secret (the demonstration's), and so hashes it once. Logins that exist
 * stay as they are.
 */
export async function openAccounts(
  door: Door,
  accounts: readonly Omit<OpenAccount, 'password' | 'at'>[],
  { password, at }: Pick<OpenAccount, 'password' | 'at'>,
): Promise<void> {
  const passwordHash = await hashPassword(password, door.random(16), door.settings.passwordCost);
  await Promise.all(
    accounts.map((account) => insertAccount(door.database, { realm: door.realm, ...account, passwordHash }, at)),
  );
}

export interface SignIn {
  readonly login: string;
  readonly password: string;
  readonly at: Instant;
  /** The address of the client, as the door sees it; wrong passwords are counted for each. */
  readonly address: string;
  /** Outside the networks of the hall (T18). */
  readonly isOffSite: boolean;
}

/** The token goes into the cookie and is nowhere else. */
export interface SignedIn {
  readonly token: string;
  readonly session: Session;
}

/** Opens a session. Wrong password, unknown login, closed and locked account get one answer, after the same work. */
export async function signIn(
  door: Door,
  { login, password, at, address, isOffSite }: SignIn,
): Promise<SignedIn | Refusal<'sign-in-refused'>> {
  const slowest = setTimeout(door.settings.refusalTakesMs);
  const attempt = attemptOf(door, { login, address, at });
  const account = await charged(door, attempt);
  const isRight = await isPassword(password, account?.passwordHash, door.settings.passwordCost);
  if (account === undefined || !isRight) {
    await slowest;
    return refuse(identityRefusals, 'sign-in-refused');
  }
  const token = sessionToken(door.random(32));
  const { realm, kind, holderId } = account;
  const session = {
    realm,
    tokenHash: tokenHash(token),
    login,
    kind,
    holderId,
    createdAt: at,
    lastSeenAt: at,
    isOffSite,
  };
  if (!(await insertSession(door.database, session))) return refuse(identityRefusals, 'sign-in-refused');
  await clearAttempts(door.database, attempt, knownUntil(door, at));
  return { token, session };
}

/** The living session of a token, and notes its use. */
export async function findSession(door: Door, token: string, at: Instant): Promise<Session | Refusal<'session-ended'>> {
  const session = await findStoredSession(door.database, door.realm, tokenHash(token));
  if (session === undefined) return refuse(identityRefusals, 'session-ended');
  if (isEnded(session, at, door.settings.session)) {
    await deleteSession(door.database, door.realm, session.tokenHash);
    return refuse(identityRefusals, 'session-ended');
  }
  if (!isNoteDue(session, at, door.settings.session)) return session;
  await noteSession(door.database, session, at);
  return { ...session, lastSeenAt: at };
}

/** Ends a session; ending one that has ended changes nothing. */
export async function signOut(door: Door, token: string): Promise<void> {
  await deleteSession(door.database, door.realm, tokenHash(token));
}

/** Changes the password of the signed-in account and ends its other sessions. The old password is asked again. */
export async function changePassword(
  door: Door,
  token: string,
  {
    oldPassword,
    newPassword,
    at,
    address,
  }: { readonly oldPassword: string; readonly newPassword: string; readonly at: Instant; readonly address: string },
): Promise<{ readonly login: string } | Refusal<'session-ended' | 'sign-in-refused' | 'password-weak'>> {
  const session = await findSession(door, token, at);
  if (isRefusal(session)) return session;
  const weak = checkPassword(session.login, newPassword);
  if (weak !== undefined) return weak;
  // A stolen session is no better place to guess the password than the front door: attempts are charged here too.
  const account = await charged(door, attemptOf(door, { login: session.login, address, at }));
  const isRight = await isPassword(oldPassword, account?.passwordHash, door.settings.passwordCost);
  if (account === undefined || !isRight) return refuse(identityRefusals, 'sign-in-refused');
  const passwordHash = await hashPassword(newPassword, door.random(16), door.settings.passwordCost);
  await replacePassword(door.database, { ...account, passwordHash }, session.tokenHash, at);
  return { login: account.login };
}

/**
 * Sets the password of one who forgot it, after a clerk or operator has identified him in person. Ends every session and
 * every lock of the account; an unknown login changes nothing.
 */
export async function resetPassword(
  door: Door,
  { login, newPassword, at }: { readonly login: string; readonly newPassword: string; readonly at: Instant },
): Promise<{ readonly login: string } | Refusal<'password-weak'>> {
  const weak = checkPassword(login, newPassword);
  if (weak !== undefined) return weak;
  const passwordHash = await hashPassword(newPassword, door.random(16), door.settings.passwordCost);
  await replacePassword(door.database, { realm: door.realm, login, passwordHash }, '', at);
  return { login };
}

/** One guess at a secret of a signed-in account, such as a one-time code. */
export interface Guess {
  readonly login: string;
  readonly address: string;
  readonly at: Instant;
}

/**
 * Charges a guess to the account before it is looked at, with those at its password; false when it is locked or closed. A
 * stolen session is no better place to guess than the front door.
 */
export async function chargeGuess(door: Door, guess: Guess): Promise<boolean> {
  return (await charged(door, attemptOf(door, guess))) !== undefined;
}

/** Forgets the guesses of somebody who then was right. */
export function forgiveGuesses(door: Door, guess: Guess): Promise<void> {
  return clearAttempts(door.database, attemptOf(door, guess), knownUntil(door, guess.at));
}

/** Deletes the rows of ended sessions and of attempts long past; housekeeping, for they are dead already. */
export async function sweepSessions({ database, realm, settings }: Door, at: Instant): Promise<number> {
  const now = Date.parse(at);
  const createdBefore = new Date(now - settings.session.longestHours * 3_600_000).toISOString();
  const seenBefore = new Date(now - settings.session.idleMinutes * 60_000).toISOString();
  const before = new Date(now - ATTEMPTS_KEPT_MS).toISOString();
  await deleteOldAttempts(database, realm, { before, at });
  return deleteEndedSessions(database, realm, { createdBefore, seenBefore });
}

/** A day: a guesser who waits it out has lost more than forgetting his rounds gives him. */
const ATTEMPTS_KEPT_MS = 86_400_000;

/** Keeps an applicant; false when the id or the identity number is known already. */
export function registerApplicant({ database, realm }: Door, applicant: Applicant): Promise<boolean> {
  return insertApplicant(database, realm, applicant);
}

export function findApplicant({ database, realm }: Door, applicantId: string): Promise<Applicant | undefined> {
  return findStoredApplicant(database, realm, applicantId);
}

function attemptOf(
  { realm }: Door,
  { login, address, at }: { readonly login: string; readonly address: string; readonly at: Instant },
): Attempt {
  return { realm, login, source: sourceOf(realm, login, address), at };
}

function knownUntil({ settings }: Door, at: Instant): Instant {
  return new Date(Date.parse(at) + settings.lockout.knownDays * 86_400_000).toISOString();
}

/**
 * Charges one attempt before the password is looked at. Charging first is what bounds guesses sent in parallel: forty
 * requests at once from one address still get no more than five looks.
 */
function charged({ database, settings }: Door, attempt: Attempt): Promise<Account | undefined> {
  const { address, strangers } = settings.lockout;
  return chargeAttempt(database, attempt, {
    address: { failures: address.failures, locks: locksFrom(attempt.at, address) },
    strangers: { failures: strangers.failures, locks: locksFrom(attempt.at, strangers) },
  });
}
