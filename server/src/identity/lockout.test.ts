import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charge, defaultLockout, isLocked, NO_ATTEMPTS } from './lockout.ts';

const at = '2025-03-03T01:00:00.000Z';
const chargeTimes = (times: number) =>
  Array.from({ length: times }).reduce<typeof NO_ATTEMPTS>(
    (attempts) => charge(attempts, at, defaultLockout),
    NO_ATTEMPTS,
  );

test('five attempts lock for fifteen minutes, and the instant of release is free', () => {
  expect(isLocked(chargeTimes(4), at)).toBe(false);
  const locked = chargeTimes(5);
  expect(locked).toEqual({ failedCount: 5, lockedUntilAt: '2025-03-03T01:15:00.000Z' });
  expect(isLocked(locked, '2025-03-03T01:14:59.999Z')).toBe(true);
  expect(isLocked(locked, '2025-03-03T01:15:00.000Z')).toBe(false);
});

test('each further round doubles the lock, up to a day', () => {
  const minutes = (times: number) => (Date.parse(chargeTimes(times).lockedUntilAt ?? at) - Date.parse(at)) / 60_000;
  expect([5, 10, 15, 20, 45, 5000].map(minutes)).toEqual([15, 30, 60, 120, 1440, 1440]);
});

test('the account is locked exactly after every fifth attempt', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (times) => {
      expect(isLocked(chargeTimes(times), at)).toBe(times % 5 === 0);
    }),
  );
});
