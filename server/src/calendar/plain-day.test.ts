import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../kernel/time.ts';
import { daysInMonth, isWeekend, nextDay, requireDate, yearOf } from './plain-day.ts';

test('R52: every day of 1990–2100 has its weekday and its next day as the machine’s own calendar knows them', () => {
  let on = '1990-01-01';
  for (let place = 0; place < 40_542; place += 1) {
    const weekday = new Date(`${on}T00:00:00.000Z`).getUTCDay();
    if (isWeekend(on) !== (weekday === 0 || weekday === 6)) expect.unreachable(on);
    if (requireDate(on) !== on || nextDay(on) !== addDays(on, 1)) expect.unreachable(on);
    on = nextDay(on);
  }
  expect(on).toBe('2101-01-01');
});

test('R53: February has 29 days in leap years only', () => {
  expect([2024, 2025, 2000, 2100].map((year) => daysInMonth(year, 2))).toEqual([29, 28, 29, 28]);
});

test('R52: what is no date is refused, not read as another one', () => {
  for (const on of [
    '2025-02-29',
    '2100-02-29',
    '2025-04-31',
    '2025-00-10',
    '2025-13-10',
    '2025-1-01',
    '20250101',
    ' 2025-01-01',
    '',
  ]) {
    expect(() => requireDate(on), on).toThrow(`${on} is not a date`);
  }
  expect(() => yearOf('1989-12-31')).toThrow('1989-12-31 is outside the calendar, which covers 1990 to 2100');
  expect(() => yearOf('2101-01-01')).toThrow(RangeError);
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const exists =
        /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`)) && addDays(text, 0) === text;
      if (exists) expect(requireDate(text)).toBe(text);
      else expect(() => requireDate(text)).toThrow(RangeError);
    }),
  );
});
