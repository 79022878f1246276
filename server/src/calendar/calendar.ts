import { z } from 'zod';
import { addDays, type Instant, instantInChina, type PlainDate } from '../kernel/time.ts';
import {
  daysInMonth,
  FIRST_YEAR,
  isWeekend,
  LAST_YEAR,
  nextDay,
  outsideCalendar,
  requireDate,
  yearOf,
} from './plain-day.ts';
import { statutoryDaysOff } from './statutory-holidays.ts';

/**
 * Working days, limits and the clocks that only statute stops. Everything here is arithmetic on plain China dates: no
 * clock, no time zone, no database.
 */

const DateOn = z.iso.date();

/** One year's days off and make-up working days; the last days of December and the first of January may be a neighbour's. */
export const CalendarYear = z.strictObject({
  year: z.int().min(FIRST_YEAR).max(LAST_YEAR),
  /** `notice`: the State Council's notice is known. `statute`: only what the law itself says, so provisional. */
  source: z.enum(['notice', 'statute']),
  offDays: z.array(DateOn).readonly(),
  workDays: z.array(DateOn).readonly(),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

/** S on the spot, W working days, N natural days, M months. */
export const Limit = z.strictObject({ value: z.int().min(0).max(3650), unit: z.enum(['S', 'W', 'N', 'M']) });
export type Limit = z.infer<typeof Limit>;

/** The clock stands still on every day s with fromOn ≤ s < toOn. Which grounds may stop it at all is R58's business. */
export const Pause = z
  .strictObject({ fromOn: DateOn, toOn: DateOn })
  .refine(({ fromOn, toOn }) => fromOn <= toOn, 'a pause cannot end before it begins');
export type Pause = z.infer<typeof Pause>;

/** `provisional`: a year on the way has no State Council notice yet, so the day may still move. */
export interface Deadline {
  readonly dueOn: PlainDate;
  readonly provisional: boolean;
}

/** Answers for single days. Immutable: a new notice makes a new calendar. */
export interface WorkCalendar {
  readonly isWorkingDay: (on: PlainDate) => boolean;
  /** Whether the year of `on` has no State Council notice loaded. */
  readonly isProvisional: (on: PlainDate) => boolean;
}

/**
 * The calendar made of `years`. A year that is not among them is never silently without holidays: it has those of the statute
 * and is provisional. Where two notices speak of one day (31 December), the later year's notice prevails.
 */
export function workCalendar(years: readonly CalendarYear[]): WorkCalendar {
  const moved = new Map<PlainDate, 'off' | 'work'>();
  for (const { offDays, workDays } of years.toSorted((a, b) => a.year - b.year)) {
    for (const on of offDays) moved.set(on, 'off');
    for (const on of workDays) moved.set(on, 'work');
  }
  const listed = new Set(years.map(({ year }) => year));
  if (listed.size !== years.length) throw new RangeError('a year stands twice in the calendar');
  const noticed = new Set(years.filter(({ source }) => source === 'notice').map(({ year }) => year));
  const statutory = new Map<number, ReadonlySet<PlainDate>>();

  function isStatutoryDayOff(year: number, on: PlainDate): boolean {
    if (listed.has(year)) return false;
    const known = statutory.get(year) ?? new Set(statutoryDaysOff(year));
    statutory.set(year, known);
    return known.has(on);
  }

  function worksOn(on: PlainDate): boolean {
    const year = yearOf(on);
    const day = moved.get(on);
    if (day !== undefined) return day === 'work';
    return !isWeekend(on) && !isStatutoryDayOff(year, on);
  }

  // Deadlines ask for the same few hundred days again and again; there are only so many days from 1990 to 2100.
  const answers = new Map<PlainDate, boolean>();
  return {
    isWorkingDay(on) {
      const known = answers.get(on);
      if (known !== undefined) return known;
      const answer = worksOn(on);
      answers.set(on, answer);
      return answer;
    },
    isProvisional: (on) => !noticed.has(yearOf(on)),
  };
}

const KNOWN_ENDS = 20_000;

/** Limits end on the same few days for all cases of a day; a calendar never changes, so neither do they. */
function remembering<Value>(): (calendar: WorkCalendar, key: string, count: () => Value) => Value {
  const ofCalendar = new WeakMap<WorkCalendar, Map<string, Value>>();
  return (calendar, key, count) => {
    const ends = ofCalendar.get(calendar) ?? new Map<string, Value>();
    const known = ends.get(key);
    if (known !== undefined) return known;
    const end = count();
    if (ends.size >= KNOWN_ENDS) ends.clear();
    ends.set(key, end);
    ofCalendar.set(calendar, ends);
    return end;
  };
}

const knownEnd = remembering<PlainDate>();
const knownDeadline = remembering<Deadline>();

/** The end of a limit that runs from `startOn`, its start day excluded (R52, R53; 许可法82, 民法典201–203). */
export function deadline(
  calendar: WorkCalendar,
  limit: Limit,
  startOn: PlainDate,
  pauses: readonly Pause[] = [],
): Deadline {
  return pauses.length > 0
    ? countDeadline(calendar, limit, startOn, pauses)
    : knownDeadline(calendar, `${limit.unit}${limit.value}/${startOn}`, () =>
        countDeadline(calendar, limit, startOn, pauses),
      );
}

function countDeadline(calendar: WorkCalendar, limit: Limit, startOn: PlainDate, pauses: readonly Pause[]): Deadline {
  const dueOn = END_OF[limit.unit](calendar, startOn, limit.value, pauses);
  return { dueOn, provisional: crossesProvisional(calendar, startOn, dueOn) };
}

/** The `days`-th working day after `startOn`; a working day inside a pause is not counted (R52). */
export function addWorkingDays(
  calendar: WorkCalendar,
  startOn: PlainDate,
  days: number,
  pauses: readonly Pause[] = [],
): PlainDate {
  return pauses.length > 0
    ? countWorkingDaysOn(calendar, startOn, days, pauses)
    : knownEnd(calendar, `W${days}/${startOn}`, () => countWorkingDaysOn(calendar, startOn, days, pauses));
}

function countWorkingDaysOn(
  calendar: WorkCalendar,
  startOn: PlainDate,
  days: number,
  pauses: readonly Pause[],
): PlainDate {
  const paused = pausedBy(pauses);
  const endOn = nthDayAfter(startOn, days, (on) => calendar.isWorkingDay(on) && !paused(on));
  return rollForward(calendar, endOn, paused);
}

/**
 * The `days`-th natural day after `startOn`, rolled forward to a working day (民法典203). A pause works as it does on working
 * days: a natural day inside it is not counted, and no limit ends inside it.
 */
export function addNaturalDays(
  calendar: WorkCalendar,
  startOn: PlainDate,
  days: number,
  pauses: readonly Pause[] = [],
): PlainDate {
  return pauses.length > 0
    ? countNaturalDaysOn(calendar, startOn, days, pauses)
    : knownEnd(calendar, `N${days}/${startOn}`, () => countNaturalDaysOn(calendar, startOn, days, pauses));
}

function countNaturalDaysOn(
  calendar: WorkCalendar,
  startOn: PlainDate,
  days: number,
  pauses: readonly Pause[],
): PlainDate {
  const paused = pausedBy(pauses);
  const endOn = nthDayAfter(startOn, days, (on) => !paused(on));
  return rollForward(calendar, endOn, paused);
}

/**
 * The corresponding day `months` later, or that month's last day (民法典202), rolled forward to a working day. A pause lengthens
 * the limit by the natural days on which the clock stood still.
 */
export function addMonths(
  calendar: WorkCalendar,
  startOn: PlainDate,
  months: number,
  pauses: readonly Pause[] = [],
): PlainDate {
  return addNaturalDays(calendar, startOn, daysFrom(startOn, correspondingDay(startOn, months)), pauses);
}

/** One limit read in working days and in natural days: which end binds the organ, and which the applicant may rely on. */
export interface Readings {
  readonly organ: Deadline & { readonly unit: 'W' | 'N' };
  readonly applicant: Deadline & { readonly unit: 'W' | 'N' };
}

/**
 * R65: a statute says "日" and leaves open which kind. The organ keeps the shorter reading, the applicant has the longer one.
 */
export function bothReadings(
  calendar: WorkCalendar,
  days: number,
  startOn: PlainDate,
  pauses: readonly Pause[] = [],
): Readings {
  const working = { unit: 'W', ...deadline(calendar, { value: days, unit: 'W' }, startOn, pauses) } as const;
  const natural = { unit: 'N', ...deadline(calendar, { value: days, unit: 'N' }, startOn, pauses) } as const;
  return natural.dueOn <= working.dueOn
    ? { organ: natural, applicant: working }
    : { organ: working, applicant: natural };
}

/**
 * Working days after `fromOn` up to and including `toOn`: 还剩 3 个工作日. Negative exactly when `toOn` has passed; a limit that ran out
 * on Friday is one day over on Saturday already.
 */
export function workingDaysBetween(calendar: WorkCalendar, fromOn: PlainDate, toOn: PlainDate): number {
  if (toOn < fromOn) return -Math.max(1, countWorkingDays(calendar, toOn, fromOn));
  return countWorkingDays(calendar, fromOn, toOn);
}

export type Light = 'green' | 'yellow' | 'red';

/** R61: red when the limit is over, yellow from 90 % of it, measured in working days. */
export function light(calendar: WorkCalendar, startOn: PlainDate, dueOn: PlainDate, todayOn: PlainDate): Light {
  return lightOfClock(calendar, { startOn, dueOn, pauses: [] }, todayOn);
}

/** As `light`, for a clock that stood still for a while: days inside a pause are neither in the limit nor used up. */
export function lightOfClock(
  calendar: WorkCalendar,
  clock: { readonly startOn: PlainDate; readonly dueOn: PlainDate; readonly pauses: readonly Pause[] },
  todayOn: PlainDate,
): Light {
  const { startOn, dueOn, pauses } = clock;
  if (todayOn > dueOn) return 'red';
  const used = countWorkingDays(calendar, startOn, todayOn, pauses);
  const whole = countWorkingDays(calendar, startOn, dueOn, pauses);
  // In whole numbers: 0.9 × 10 must be exactly 9.
  return used * 10 >= whole * 9 ? 'yellow' : 'green';
}

/** R25: the last day on which the one correction notice may be sent, the 5th working day after receipt (许可法32(4)). */
export function correctionDueOn(calendar: WorkCalendar, receivedOn: PlainDate): PlainDate {
  return addWorkingDays(calendar, receivedOn, 5);
}

/** R25: with no notice sent, the application counts as accepted on receipt, but only once the 5th working day has ended. */
export function isDeemedAccepted(calendar: WorkCalendar, receivedOn: PlainDate, todayOn: PlainDate): boolean {
  return todayOn > correctionDueOn(calendar, receivedOn);
}

/**
 * R63: the last day to ask for renewal, 30 natural days before expiry unless a special norm says otherwise (许可法50). Counted
 * backwards it never rolls: forward would break the 30 days, backward would take a day from the holder.
 */
export function renewalLastDayOn(expiryOn: PlainDate, daysBefore = 30): PlainDate {
  return addDays(requireDate(expiryOn), -daysBefore);
}

/** R63: asked for in time and undecided when the expiry day has ended: the renewal counts as granted (许可法50(2)). */
export function isDeemedRenewed(expiryOn: PlainDate, appliedOn: PlainDate, todayOn: PlainDate): boolean {
  return requireDate(appliedOn) <= renewalLastDayOn(expiryOn) && requireDate(todayOn) > expiryOn;
}

/** The last instant of `on` in China: online, a day ends at 24:00. */
export function endOf(on: PlainDate): Instant {
  return instantInChina(requireDate(on), '23:59:59').replace('.000Z', '.999Z');
}

const END_OF = {
  // On the spot: the same day, or the next working day when it came in on a rest day.
  S: (calendar, startOn, _value, pauses) => addWorkingDays(calendar, startOn, 0, pauses),
  W: addWorkingDays,
  N: addNaturalDays,
  M: addMonths,
} as const satisfies Record<
  Limit['unit'],
  (calendar: WorkCalendar, startOn: PlainDate, value: number, pauses: readonly Pause[]) => PlainDate
>;

function crossesProvisional(calendar: WorkCalendar, startOn: PlainDate, dueOn: PlainDate): boolean {
  // The start day is excluded, unless it is the day due.
  const first = yearOf(dueOn === startOn ? startOn : nextDay(startOn));
  for (let year = first; year <= yearOf(dueOn); year += 1) if (calendar.isProvisional(`${year}-01-01`)) return true;
  return false;
}

const LAST_DAY = `${LAST_YEAR}-12-31`;

function nthDayAfter(startOn: PlainDate, days: number, counts: (on: PlainDate) => boolean): PlainDate {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`a limit of ${days} days cannot be counted`);
  yearOf(startOn);
  let on = startOn;
  for (let left = days; left > 0;) {
    on = nextDay(on);
    if (on > LAST_DAY) throw outsideCalendar(on);
    if (counts(on)) left -= 1;
  }
  return on;
}

function rollForward(calendar: WorkCalendar, endOn: PlainDate, paused: (on: PlainDate) => boolean): PlainDate {
  let on = endOn;
  while (!calendar.isWorkingDay(on) || paused(on)) on = nextDay(on);
  return on;
}

function pausedBy(pauses: readonly Pause[]): (on: PlainDate) => boolean {
  for (const { fromOn, toOn } of pauses) {
    if (requireDate(toOn) < requireDate(fromOn))
      throw new RangeError(`a pause cannot end (${toOn}) before it begins (${fromOn})`);
  }
  return (on) => pauses.some(({ fromOn, toOn }) => fromOn <= on && on < toOn);
}

function countWorkingDays(
  calendar: WorkCalendar,
  afterOn: PlainDate,
  upToOn: PlainDate,
  pauses: readonly Pause[] = [],
): number {
  const paused = pausedBy(pauses);
  const lastOn = requireDate(upToOn);
  let count = 0;
  for (let on = nextDay(requireDate(afterOn)); on <= lastOn; on = nextDay(on)) {
    if (calendar.isWorkingDay(on) && !paused(on)) count += 1;
  }
  return count;
}

/** The same day of the month `months` later, or that month’s last (民法典 202). */
export function correspondingDay(on: PlainDate, months: number): PlainDate {
  if (!Number.isSafeInteger(months) || months < 0)
    throw new RangeError(`a limit of ${months} months cannot be counted`);
  const count = yearOf(on) * 12 + Number(on.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  if (year > LAST_YEAR) throw outsideCalendar(`${year}`);
  const day = Math.min(Number(on.slice(8)), daysInMonth(year, month));
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysFrom(fromOn: PlainDate, toOn: PlainDate): number {
  return (Date.parse(toOn) - Date.parse(fromOn)) / 86_400_000;
}
