import type { Instant } from '../kernel/time.ts';

/** Figures of the lock-out: configuration, our own design. */
export interface LockoutPolicy {
  readonly failures: number;
  readonly lockMinutes: number;
  /** The lock doubles with every further round of failures, up to this. */
  readonly longestLockMinutes: number;
}

export const defaultLockout: LockoutPolicy = { failures: 5, lockMinutes: 15, longestLockMinutes: 24 * 60 };

export interface Attempts {
  readonly failedCount: number;
  readonly lockedUntilAt: Instant | null;
}

export const NO_ATTEMPTS: Attempts = { failedCount: 0, lockedUntilAt: null };

/** The lock ends at `lockedUntilAt`: that instant itself is free. */
export function isLocked({ lockedUntilAt }: Attempts, at: Instant): boolean {
  return lockedUntilAt !== null && at < lockedUntilAt;
}

/**
 * Charges one attempt, before the password is looked at. Charging first is what bounds guesses sent in parallel: a hundred
 * requests at once still get no more than five looks.
 */
export function charge(attempts: Attempts, at: Instant, policy: LockoutPolicy): Attempts {
  const failedCount = attempts.failedCount + 1;
  const rounds = failedCount / policy.failures;
  if (!Number.isInteger(rounds)) return { failedCount, lockedUntilAt: null };
  const minutes = Math.min(policy.lockMinutes * 2 ** (rounds - 1), policy.longestLockMinutes);
  return { failedCount, lockedUntilAt: new Date(Date.parse(at) + minutes * 60_000).toISOString() };
}
