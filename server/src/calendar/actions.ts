import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import notices from '../../../db/calendar/notices.json' with { type: 'json' };
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { CalendarYear, type WorkCalendar, workCalendar } from './calendar.ts';
import { parseNotice } from './notice.ts';
import type { CalendarRefusalCode } from './refusals.ts';
import { readYears, saveYear } from './store.ts';

/** The State Council's notices that came with this version (2004–2026); later ones are loaded into the database. */
export const officialNotices: readonly CalendarYear[] = z.array(CalendarYear).parse(notices.years);

/** The calendar of `realm`: the notices loaded there, and for the other years those that came with this version. */
export async function readWorkCalendar(db: Pool | PoolClient, realm: string): Promise<WorkCalendar> {
  const loaded = await readYears(db, realm);
  const years = new Set(loaded.map(({ year }) => year));
  return workCalendar([...officialNotices.filter(({ year }) => !years.has(year)), ...loaded]);
}

/** Tells one state of the calendar from another: work lists computed with another one must be computed again. */
export async function readCalendarMark(db: Pool | PoolClient, realm: string): Promise<string> {
  return sm3Hex(canonicalJson([...officialNotices, ...(await readYears(db, realm))]));
}

/** Takes a year's notice into the calendar of `realm`, or says what is wrong with it. A running platform sees it within a minute and counts its lists again. */
export async function loadCalendarNotice(
  db: Pool | PoolClient,
  realm: string,
  notice: unknown,
): Promise<CalendarYear | Refusal<CalendarRefusalCode>> {
  const year = parseNotice(notice);
  if (!isRefusal(year)) await saveYear(db, realm, year);
  return year;
}
