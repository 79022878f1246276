import type { Instant } from '../kernel/time.ts';

/** Figures of the lock-out: configuration, our own design. */
export interface LockoutPolicy {
  readonly failures: number;
  readonly lockMinutes: number;
  /** The lock doubles with every further round of failures, up to this. */
  readonly longestLockMinutes: number;
}

export const defaultLockout: LockoutPolicy = { failures: 5, lockMinutes: 15, longestLockMinutes: 24 * 60 };

/** Until when a lock that begins at `at` lasts: after the first round of failures, the second, …; the last for all later ones. */
export function locksFrom(at: Instant, { lockMinutes, longestLockMinutes }: LockoutPolicy): readonly Instant[] {
  const doublings = Math.max(0, Math.ceil(Math.log2(longestLockMinutes / lockMinutes)));
  return Array.from({ length: doublings + 1 }, (_, round) => {
    const minutes = Math.min(lockMinutes * 2 ** round, longestLockMinutes);
    return new Date(Date.parse(at) + minutes * 60_000).toISOString();
  });
}
