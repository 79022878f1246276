import type { Pool, PoolClient } from 'pg';
import { canonicalJson } from '../kernel/canonical.ts';
import { CalendarYear } from './calendar.ts';

/** All years of `realm`, in order. */
export async function readYears(db: Pool | PoolClient, realm: string): Promise<readonly CalendarYear[]> {
  const { rows } = await db.query<{ readonly body: unknown }>({
    name: 'calendar-read-years',
    text: 'select body\nfrom calendar.year\nwhere realm = $1\norder by year',
    values: [realm],
  });
  return rows.map(({ body }) => CalendarYear.parse(body));
}

/** Keeps `year`; a later notice for the same year (2020: 春节假期延长) takes its place. */
export async function saveYear(db: Pool | PoolClient, realm: string, year: CalendarYear): Promise<void> {
  await db.query({
    name: 'calendar-save-year',
    text: `
      insert into calendar.year (realm, year, source, body)
      values ($1, $2, $3, $4)
      on conflict (realm, year) do update
      set source = excluded.source, body = excluded.body, loaded_at = now()
    `,
    values: [realm, year.year, year.source, canonicalJson(year)],
  });
}
