import { addDays, type PlainDate } from '../kernel/time.ts';

/** Arithmetic on single plain dates. Every deadline walks over tens of days, so the walk itself makes no `Date`. */

/** Outside these years the festivals are not known, and a date there is far more often a typing error than a deadline. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

/** The year of `on`; a RangeError for what is no date or lies outside the calendar. */
export function yearOf(on: PlainDate): number {
  const year = Number(requireDate(on).slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) throw outsideCalendar(on);
  return year;
}

export function outsideCalendar(what: string): RangeError {
  return new RangeError(`${what} is outside the calendar, which covers ${FIRST_YEAR} to ${LAST_YEAR}`);
}

/** `on`, if it exists. JavaScript itself reads 2025-02-30 as 2 March. */
export function requireDate(on: PlainDate): PlainDate {
  if (!SHAPE.test(on) || Number(on.slice(8)) > daysInMonth(Number(on.slice(0, 4)), Number(on.slice(5, 7)))) {
    throw new RangeError(`${on} is not a date`);
  }
  return on;
}

/** The day after `on`. */
export function nextDay(on: PlainDate): PlainDate {
  const day = Number(on.slice(8));
  // Every month has a 28th: most steps need no knowledge of the month.
  return day < 28 ? on.slice(0, 8) + TWO_DIGITS[day + 1] : addDays(on, 1);
}

/** Saturday or Sunday: the ordinary rest days (国务院关于职工工作时间的规定第七条). */
export function isWeekend(on: PlainDate): boolean {
  const month = Number(on.slice(5, 7));
  const year = Number(on.slice(0, 4)) - (month < 3 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  // Sakamoto's rule; 0 is Sunday.
  const weekday = (year + leapDays + (MONTH_SHIFT[month - 1] ?? 0) + Number(on.slice(8))) % 7;
  return weekday === 0 || weekday === 6;
}

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return MONTH_LENGTH[month - 1] ?? 0;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

const SHAPE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

const TWO_DIGITS = Array.from({ length: 32 }, (_, day) => String(day).padStart(2, '0'));

const MONTH_LENGTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const MONTH_SHIFT = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4] as const;
