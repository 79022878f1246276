import { isIPv6 } from 'node:net';
import { sha256Hex } from '../kernel/digest.ts';
import type { Instant } from '../kernel/time.ts';

/** After `failures` wrong passwords a lock; it doubles with every further round of them, up to `longestLockMinutes`. */
export interface Brake {
  readonly failures: number;
  readonly lockMinutes: number;
  readonly longestLockMinutes: number;
}

/**
 * Figures of the lock-out: configuration, our own design. Guessing is slowed down without a stranger being able to shut an
 * officer out (OWASP ASVS 5.0, 6.3.1 and 6.1.1).
 */
export interface LockoutPolicy {
  /** For one account from one address. */
  readonly address: Brake;
  /** For one account from all addresses from which it was never opened; it never holds up an address that is known. */
  readonly strangers: Brake;
  /** How long after a right password an address counts as known. */
  readonly knownDays: number;
}

export const defaultLockout: LockoutPolicy = {
  address: { failures: 5, lockMinutes: 15, longestLockMinutes: 60 },
  strangers: { failures: 20, lockMinutes: 15, longestLockMinutes: 60 },
  knownDays: 30,
};

/** Until when a lock that begins at `at` lasts: after the first round of failures, the second, …; the last for all later ones. */
export function locksFrom(at: Instant, { lockMinutes, longestLockMinutes }: Brake): readonly Instant[] {
  const doublings = Math.max(0, Math.ceil(Math.log2(longestLockMinutes / lockMinutes)));
  return Array.from({ length: doublings + 1 }, (_, round) => {
    const minutes = Math.min(lockMinutes * 2 ** round, longestLockMinutes);
    return new Date(Date.parse(at) + minutes * 60_000).toISOString();
  });
}

/**
 * Where an attempt comes from, as it is kept: one digest for each account, so that the table is no record of who was where.
 * Whoever has one IPv6 address has its whole /64 (RFC 6177), which therefore counts as one.
 */
export function sourceOf(realm: string, login: string, address: string): string {
  return sha256Hex([realm, login, networkOf(address)].join('\n'));
}

function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - front.length - back.length }, () => '0');
  const groups = [...front, ...zeros, ...back].map((group) => Number.parseInt(group, 16).toString(16));
  return groups.slice(0, 4).join(':');
}
