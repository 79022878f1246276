import { expect, test } from 'vitest';
import { circumstanceOf, defaultWorkplace } from './workplace.ts';

const hall = { ...defaultWorkplace, networks: ['10.98.0.0/16', 'fd98::/32'] };
const act = { at: '2025-03-03T02:00:00.000Z', address: '10.98.3.4', isWorkingDay: true };

test('T18: hours are those of the wall clock in China, closing time excluded', () => {
  const isLate = (at: string) => circumstanceOf({ ...act, at }, hall).isAfterHours;
  expect(isLate('2025-03-03T00:29:59.999Z')).toBe(true);
  expect(isLate('2025-03-03T00:30:00.000Z')).toBe(false);
  expect(isLate('2025-03-03T09:59:59.999Z')).toBe(false);
  expect(isLate('2025-03-03T10:00:00.000Z')).toBe(true);
  expect(circumstanceOf({ ...act, isWorkingDay: false }, hall).isAfterHours).toBe(true);
});

test('T18: an address outside the networks of the hall is off-site', () => {
  const isOffSite = (address: string) => circumstanceOf({ ...act, address }, hall).isOffSite;
  expect(['10.98.3.4', 'fd98::1', '10.99.0.1', '2001:db8::1', 'unknown'].map(isOffSite)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
  expect(circumstanceOf({ ...act, address: '203.0.113.9' }, defaultWorkplace).isOffSite).toBe(false);
});
