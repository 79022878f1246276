import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLockout, locksFrom } from './lockout.ts';

const at = '2025-03-03T01:00:00.000Z';
const minutesOf = (locks: readonly string[]) => locks.map((until) => (Date.parse(until) - Date.parse(at)) / 60_000);

test('the first lock lasts fifteen minutes, each further round doubles it, up to a day', () => {
  expect(minutesOf(locksFrom(at, defaultLockout))).toEqual([15, 30, 60, 120, 240, 480, 960, 1440]);
});

test('locks only grow, and the last is the longest', () => {
  const policy = fc.record({
    failures: fc.constant(5),
    lockMinutes: fc.integer({ min: 1, max: 600 }),
    longestLockMinutes: fc.integer({ min: 600, max: 100_000 }),
  });
  fc.assert(
    fc.property(policy, (given) => {
      const minutes = minutesOf(locksFrom(at, given));
      expect(minutes[0]).toBe(given.lockMinutes);
      expect(minutes.at(-1)).toBe(given.longestLockMinutes);
      expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
    }),
  );
});
