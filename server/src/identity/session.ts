import { createHmac, timingSafeEqual } from 'node:crypto';
import { sha256Hex } from '../kernel/digest.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { identityRefusals } from './refusals.ts';

/** Figures of a session: configuration. */
export interface SessionPolicy {
  readonly idleMinutes: number;
  readonly longestHours: number;
  /** Use is noted at most this often, so that reading a page does not write a row. */
  readonly noteEverySeconds: number;
}

export const defaultSessionPolicy: SessionPolicy = { idleMinutes: 30, longestHours: 12, noteEverySeconds: 60 };

export type AccountKind = 'staff' | 'applicant';

/** One sign-in of one account. The holder is a personId for staff and an applicantId otherwise. */
export interface Session {
  readonly realm: string;
  readonly tokenHash: string;
  readonly login: string;
  readonly kind: AccountKind;
  readonly holderId: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  /** Signed in from outside the hall (T18). */
  readonly isOffSite: boolean;
}

/** The cookie that carries the token. `__Host-` binds it to this host, to `/` and to TLS (RFC 6265bis §4.1.3.2). */
export function sessionCookie(isSecure: boolean) {
  return {
    name: isSecure ? '__Host-liangqian' : 'liangqian',
    // Lax: a link in a notice opens signed in; every change needs the token of `requestToken` anyway.
    options: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' },
  } as const;
}

/** The token of a session from 32 fresh random bytes. Only its hash is stored: a copy of the table opens no session. */
export function sessionToken(random: Uint8Array): string {
  if (random.length < 32) throw new Error('a session token has at least 32 random bytes');
  return Buffer.from(random).toString('base64url');
}

export function tokenHash(token: string): string {
  return sha256Hex(token);
}

/**
 * The synchroniser token against forged requests, derived from the secret session token: another site can send the
 * cookie but can never read this, and it ends with its session. Nothing more needs to be stored.
 */
export function requestToken(token: string): string {
  return createHmac('sha256', token).update('liangqian request token').digest('base64url');
}

/** Refuses a change whose request token is absent or belongs to another session. */
export function checkRequestToken(token: string, given: string | undefined): Refusal<'request-forged'> | undefined {
  const expected = Buffer.from(requestToken(token));
  const presented = Buffer.from(given ?? '');
  const isEqual = presented.length === expected.length && timingSafeEqual(presented, expected);
  return isEqual ? undefined : refuse(identityRefusals, 'request-forged');
}

/** A session ends at the instant itself when it has been idle too long, or has lasted its longest. */
export function isEnded(
  session: Pick<Session, 'createdAt' | 'lastSeenAt'>,
  at: Instant,
  policy: SessionPolicy,
): boolean {
  const now = Date.parse(at);
  const isIdle = now >= Date.parse(session.lastSeenAt) + policy.idleMinutes * 60_000;
  const isOld = now >= Date.parse(session.createdAt) + policy.longestHours * 3_600_000;
  return isIdle || isOld;
}

/** Whether this use is to be noted. */
export function isNoteDue(session: Pick<Session, 'lastSeenAt'>, at: Instant, policy: SessionPolicy): boolean {
  return Date.parse(at) >= Date.parse(session.lastSeenAt) + policy.noteEverySeconds * 1000;
}
