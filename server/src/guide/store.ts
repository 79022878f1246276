import type { Database } from '../kernel/database.ts';
import type { PlainDate } from '../kernel/time.ts';

export interface CountedSearch {
  readonly realm: string;
  readonly on: PlainDate;
  readonly query: string;
  readonly found: number;
}

/** Different questions that are kept of one day: more is somebody who fills the table, not people who search. */
const MOST_A_DAY = 5_000;

/** Counts a question of a day; `found` is what the latest one found. */
export async function countSearch(database: Database, { realm, on, query, found }: CountedSearch): Promise<void> {
  await database.query({
    name: 'guide.countSearch',
    text: `insert into guide.search as s (realm, searched_on, query, found, times)
           select $1, $2, $3, $4, 1
           where exists (select 1 from guide.search where realm = $1 and searched_on = $2 and query = $3)
             or (select count(*) from guide.search where realm = $1 and searched_on = $2) < ${MOST_A_DAY}
           on conflict (realm, searched_on, query) do update
           set times = s.times + 1, found = excluded.found`,
    values: [realm, on, query, found],
  });
}

export interface CountedChoice {
  readonly realm: string;
  readonly on: PlainDate;
  readonly query: string;
  readonly itemId: string;
}

/** Counts an item that was opened after a question of that day; a question that was never counted counts nothing. */
export async function countChoice(database: Database, { realm, on, query, itemId }: CountedChoice): Promise<void> {
  await database.query({
    name: 'guide.countChoice',
    text: `insert into guide.search_choice as c (realm, searched_on, query, item_id, times)
           select $1, $2, $3, $4, 1
           where exists (select 1 from guide.search where realm = $1 and searched_on = $2 and query = $3)
           on conflict (realm, searched_on, query, item_id) do update
           set times = c.times + 1`,
    values: [realm, on, query, itemId],
  });
}

/** A question that found nothing when it was last asked. */
export interface UnmetSearch {
  readonly query: string;
  readonly times: number;
  readonly lastOn: PlainDate;
  /** What people opened afterwards, most often first. */
  readonly chosen: readonly { readonly itemId: string; readonly times: number }[];
}

/** Questions since `since` that were asked at least `least` times and whose latest day found nothing. */
export async function readUnmet(
  database: Database,
  { realm, since, least }: { readonly realm: string; readonly since: PlainDate; readonly least: number },
): Promise<readonly UnmetSearch[]> {
  const { rows } = await database.query<UnmetSearch>({
    name: 'guide.readUnmet',
    text: `with asked as (
             select query, sum(times)::integer as times, max(searched_on) as last_on,
               (array_agg(found order by searched_on desc))[1] as found
             from guide.search
             where realm = $1 and searched_on >= $2
             group by query
             having sum(times) >= $3
           ), opened as (
             select query, item_id, sum(times)::integer as times
             from guide.search_choice
             where realm = $1 and searched_on >= $2
             group by query, item_id
           )
           select a.query, a.times, a.last_on as "lastOn", coalesce((
             select json_agg(json_build_object('itemId', o.item_id, 'times', o.times) order by o.times desc, o.item_id)
             from opened o where o.query = a.query), '[]'::json) as chosen
           from asked a
           where a.found = 0
           order by a.times desc, a.query
           limit 200`,
    values: [realm, since, least],
  });
  return rows;
}
