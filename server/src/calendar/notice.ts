import { z } from 'zod';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { PlainDate } from '../kernel/time.ts';
import { CalendarYear } from './calendar.ts';
import { isWeekend } from './plain-day.ts';
import { type CalendarRefusalCode, calendarRefusals } from './refusals.ts';
import { statutoryHolidays } from './statutory-holidays.ts';

/** The State Council's notice as NateScarlet/holiday-cn publishes it. */
const HolidayCn = z.strictObject({
  $schema: z.string().exactOptional(),
  $id: z.string().exactOptional(),
  year: CalendarYear.shape.year,
  papers: z.array(z.string()),
  days: z.array(z.strictObject({ name: z.string(), date: z.iso.date(), isOffDay: z.boolean() })),
});

/**
 * Reads a notice in our own shape or in holiday-cn's. A real notice may reach over New Year, so the December before and the
 * January after its year are taken too; any other date is refused. An incomplete notice is refused: it would silently turn
 * holidays into working days.
 */
export function parseNotice(input: unknown): CalendarYear | Refusal<CalendarRefusalCode> {
  const notice = readShape(input);
  if (isRefusal(notice)) return notice;
  const days = [...notice.offDays, ...notice.workDays];
  return (
    refuseAny(
      'notice-day-of-other-year',
      days.filter((on) => !isArrangedBy(notice.year, on)),
    ) ??
    refuseAny(
      'notice-day-repeated',
      days.filter((on, place) => days.indexOf(on) !== place),
    ) ??
    refuseAny(
      'notice-workday-ordinary',
      notice.workDays.filter((on) => !isWeekend(on)),
    ) ??
    refuseAny(
      'notice-holiday-missing',
      statutoryHolidays(notice.year).filter((on) => !isDayOff(notice, on)),
    ) ??
    notice
  );
}

function readShape(input: unknown): CalendarYear | Refusal<CalendarRefusalCode> {
  const ours = CalendarYear.safeParse(input);
  if (ours.success && ours.data.source === 'notice') return inOrder(ours.data);
  const theirs = HolidayCn.safeParse(input);
  if (!theirs.success) return refuse(calendarRefusals, 'notice-unreadable');
  const { year, days } = theirs.data;
  return inOrder({
    year,
    source: 'notice',
    offDays: days.filter(({ isOffDay }) => isOffDay).map(({ date }) => date),
    workDays: days.filter(({ isOffDay }) => !isOffDay).map(({ date }) => date),
  });
}

function inOrder(notice: CalendarYear): CalendarYear {
  return { ...notice, offDays: notice.offDays.toSorted(), workDays: notice.workDays.toSorted() };
}

/** Notices do not always name a holiday that falls on a weekend (端午 2012). */
function isDayOff({ offDays, workDays }: CalendarYear, on: PlainDate): boolean {
  return offDays.includes(on) || (isWeekend(on) && !workDays.includes(on));
}

function isArrangedBy(year: number, on: PlainDate): boolean {
  return `${year - 1}-12-01` <= on && on <= `${year + 1}-01-31`;
}

function refuseAny(code: CalendarRefusalCode, days: readonly PlainDate[]): Refusal<CalendarRefusalCode> | undefined {
  return days.length === 0 ? undefined : refuse(calendarRefusals, code, { days });
}
