import type { Database } from '../kernel/database.ts';
import { addDays, dateInChina, type Instant, type PlainDate } from '../kernel/time.ts';
import type { Register } from '../journal/register.ts';
import type { ItemSearch } from './item-search.ts';
import { sayingStream, type SayingView } from './saying.ts';
import { ASKED_BY_SEVERAL, LOOK_BACK_DAYS } from './search-count.ts';
import { readUnmet } from './store.ts';

/** A saying that staff might add: people searched by it and found nothing. */
export interface Suggestion {
  readonly saying: string;
  readonly times: number;
  readonly lastOn: PlainDate;
  /** What people opened afterwards in place of it, most often first. */
  readonly chosen: readonly { readonly itemId: string; readonly times: number }[];
  /** What comes nearest in words, for when nobody opened anything. */
  readonly nearest: readonly string[];
}

/** Suggestions of the last 90 days, most asked first; without those that find something by now or were set aside. */
export async function readSuggestions(
  room: {
    readonly database: Database;
    readonly realm: string;
    readonly search: ItemSearch;
    readonly sayings: Register<SayingView>;
  },
  at: Instant,
): Promise<readonly Suggestion[]> {
  const since = addDays(dateInChina(at), -LOOK_BACK_DAYS);
  const unmet = await readUnmet(room.database, { realm: room.realm, since, least: ASKED_BY_SEVERAL });
  return unmet
    .filter(({ query }) => room.sayings.get(sayingStream(query))?.view.declined !== true)
    .filter(({ query }) => room.search.find(query, at).length === 0)
    .map(({ query, ...asked }) => ({
      saying: query,
      ...asked,
      nearest: room.search.nearest(query, at).map(({ itemId }) => itemId),
    }));
}
