import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLockout, locksFrom, sourceOf } from './lockout.ts';

const at = '2025-03-03T01:00:00.000Z';
const minutesOf = (locks: readonly string[]) => locks.map((until) => (Date.parse(until) - Date.parse(at)) / 60_000);

test('the first lock lasts fifteen minutes, each further round doubles it, up to an hour: nobody is shut out for the day', () => {
  expect(minutesOf(locksFrom(at, defaultLockout.address))).toEqual([15, 30, 60]);
  expect(minutesOf(locksFrom(at, defaultLockout.strangers))).toEqual([15, 30, 60]);
});

test('an address counts for one account alone, however it is written, and an IPv6 network of one holder counts as one', () => {
  const from = (address: string, login = 'mk-officer-1') => sourceOf('110198', login, address);
  expect(from('192.0.2.7')).toBe(from('::ffff:192.0.2.7'));
  expect(from('192.0.2.7')).not.toBe(from('192.0.2.8'));
  expect(from('192.0.2.7')).not.toBe(from('192.0.2.7', 'mk-officer-2'));
  expect(from('2001:db8:1:2::1')).toBe(from('2001:0DB8:1:2:ffff:ffff:ffff:ffff'));
  expect(from('2001:db8:1:2::1')).not.toBe(from('2001:db8:1:3::1'));
  expect(from('::1')).toBe(from('0:0:0:0:0:0:0:1'));
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
