import { addDays, type PlainDate } from '../kernel/time.ts';
import { type Festival, festivalOn } from './festivals.ts';
import { isWeekend, nextDay, outsideCalendar } from './plain-day.ts';

/**
 * The days that the law itself makes holidays (全国年节及纪念日放假办法, 全体公民放假的节日) in `year`, in order of date. Two holidays on
 * one day stand twice: 中秋 on 国庆 is still two days off.
 */
export function statutoryHolidays(year: number): readonly PlainDate[] {
  return HOLIDAYS.filter(({ since, until }) => since <= year && year <= until)
    .flatMap(({ anchor, days }) => days.map((shift) => addDays(anchorOn(anchor, year), shift)))
    .toSorted();
}

/**
 * The days off in `year` as far as the law alone says it, before the State Council's notice moves days around: the holidays,
 * and for each holiday on a Saturday, a Sunday or another holiday the next working day (办法第六条: 适逢周六、周日，应当在工作日补假).
 */
export function statutoryDaysOff(year: number): readonly PlainDate[] {
  const holidays = statutoryHolidays(year);
  const off = new Set(holidays);
  const lost = holidays.filter((on, place) => isWeekend(on) || holidays[place - 1] === on);
  for (const on of lost) off.add(nextFreeWeekday(on, off));
  return [...off].toSorted();
}

interface HolidayRule {
  /** `MM-DD`, or the festival that the days are counted from. */
  readonly anchor: string | Festival;
  readonly days: readonly number[];
  readonly since: number;
  readonly until: number;
}

const NOW = Number.POSITIVE_INFINITY;

/** Versions of the 办法: 1949; 1999-09-18; 2008-01-01; 2014-01-01; 2025-01-01. */
const HOLIDAYS: readonly HolidayRule[] = [
  { anchor: '01-01', days: [0], since: 1949, until: NOW },
  { anchor: 'spring', days: [0, 1, 2], since: 1949, until: 2007 },
  { anchor: 'spring', days: [-1, 0, 1], since: 2008, until: 2013 },
  { anchor: 'spring', days: [0, 1, 2], since: 2014, until: 2024 },
  { anchor: 'spring', days: [-1, 0, 1, 2], since: 2025, until: NOW },
  { anchor: 'qingming', days: [0], since: 2008, until: NOW },
  { anchor: '05-01', days: [0], since: 1949, until: 1999 },
  { anchor: '05-01', days: [0, 1, 2], since: 2000, until: 2007 },
  { anchor: '05-01', days: [0], since: 2008, until: 2024 },
  { anchor: '05-01', days: [0, 1], since: 2025, until: NOW },
  { anchor: 'dragonBoat', days: [0], since: 2008, until: NOW },
  { anchor: 'midAutumn', days: [0], since: 2008, until: NOW },
  { anchor: '10-01', days: [0, 1], since: 1949, until: 1998 },
  { anchor: '10-01', days: [0, 1, 2], since: 1999, until: NOW },
];

const FESTIVAL_NAMES = { spring: true, qingming: true, dragonBoat: true, midAutumn: true } as const satisfies Record<
  Festival,
  true
>;

function anchorOn(anchor: string, year: number): PlainDate {
  if (!isFestival(anchor)) return `${year}-${anchor}`;
  const on = festivalOn(anchor, year);
  if (on === undefined) throw outsideCalendar(`${year}`);
  return on;
}

function isFestival(anchor: string): anchor is Festival {
  return anchor in FESTIVAL_NAMES;
}

function nextFreeWeekday(after: PlainDate, off: ReadonlySet<PlainDate>): PlainDate {
  let on = nextDay(after);
  while (isWeekend(on) || off.has(on)) on = nextDay(on);
  return on;
}
