import { expect, test } from 'vitest';
import { officialNotices } from './actions.ts';
import { workCalendar } from './calendar.ts';
import { isWeekend } from './plain-day.ts';
import { statutoryDaysOff, statutoryHolidays } from './statutory-holidays.ts';

test('R52: every statutory holiday of 2004–2026 is a day off in the official notice of its year', () => {
  expect(officialNotices.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, place) => 2004 + place));
  const calendar = workCalendar(officialNotices);
  for (const { year } of officialNotices) {
    expect(
      statutoryHolidays(year).filter((on) => calendar.isWorkingDay(on)),
      String(year),
    ).toEqual([]);
  }
});

test('R52: the statute gives as many working days off as the notices do, which only move them', () => {
  const other = new Map([
    // Days moved over New Year: 31 December worked or off by the next year's notice.
    [2006, 9],
    [2007, 12],
    [2011, 10],
    [2012, 12],
    // 3 September 2015, the 70th anniversary of victory; the longer Spring Festival of 2020.
    [2015, 12],
    [2020, 13],
  ]);
  for (const { year, offDays, workDays } of officialNotices) {
    const net = offDays.filter((on) => !isWeekend(on)).length - workDays.length;
    const statutory = statutoryDaysOff(year).filter((on) => !isWeekend(on)).length;
    expect(net, `notice of ${year}`).toBe(other.get(year) ?? statutory);
    expect(statutory, `statute of ${year}`).toBe(year < 2008 ? 10 : year < 2025 ? 11 : 13);
  }
});

test('R52: the versions of the holiday statute hold from their years on', () => {
  expect(statutoryHolidays(1998)).toHaveLength(7);
  expect(statutoryHolidays(1999)).toHaveLength(8);
  expect(statutoryHolidays(2000)).toHaveLength(10);
  expect(statutoryHolidays(2013)).toContain('2013-02-09');
  expect(statutoryHolidays(2014)).not.toContain('2014-01-30');
  expect(statutoryHolidays(2024)).not.toContain('2024-02-09');
  expect(statutoryHolidays(2025)).toContain('2025-01-28');
  expect(statutoryHolidays(2025)).toContain('2025-05-02');
  expect(statutoryHolidays(2027)).toEqual([
    '2027-01-01',
    '2027-02-05',
    '2027-02-06',
    '2027-02-07',
    '2027-02-08',
    '2027-04-05',
    '2027-05-01',
    '2027-05-02',
    '2027-06-09',
    '2027-09-15',
    '2027-10-01',
    '2027-10-02',
    '2027-10-03',
  ]);
});

test('R52: a holiday on a weekend, or on another holiday, is made up on the next working day', () => {
  // 1 and 2 May 2027 are a Saturday and a Sunday.
  expect(statutoryDaysOff(2027)).toEqual(
    expect.arrayContaining(['2027-05-03', '2027-05-04', '2027-10-04', '2027-10-05']),
  );
  // 中秋 2031 is 1 October, a Wednesday: 1, 2, 3 October and one day more.
  expect(statutoryDaysOff(2031).filter((on) => on > '2031-09-20')).toEqual([
    '2031-10-01',
    '2031-10-02',
    '2031-10-03',
    '2031-10-06',
  ]);
});

test('R52: no year from 1990 to 2100 is without holidays, and beyond it the statute refuses to guess', () => {
  for (let year = 1990; year <= 2100; year += 1) {
    const free = statutoryDaysOff(year).filter((on) => !isWeekend(on));
    expect(free).toHaveLength(year < 1999 ? 7 : year === 1999 ? 8 : year < 2008 ? 10 : year < 2025 ? 11 : 13);
  }
  expect(() => statutoryHolidays(2101)).toThrow(RangeError);
});
