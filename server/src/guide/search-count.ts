import type { Database } from '../kernel/database.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import { countChoice, countSearch } from './store.ts';
import { fold } from './words.ts';

/**
 * What people search for, counted by day and by nothing else: no account, no address, no session. It shows staff which
 * words lead nowhere. Words that may name somebody are not kept: numbers, addresses and long sentences never, anything
 * else is shown only once it was asked several times.
 */

/** Asked fewer times, it may be one person's own affair. */
export const ASKED_BY_SEVERAL = 3;
const LONGEST_KEPT = 24;
/** Days over which suggestions look back. */
export const LOOK_BACK_DAYS = 90;

/** The form in which a question is counted; undefined when it must not be kept. */
export function countableForm(text: string): string | undefined {
  if (/[@＠]/.test(text)) return undefined;
  const folded = fold(text);
  const isKept = folded.length > 1 && [...folded].length <= LONGEST_KEPT && !/\d{5,}|(\d[ -]?){8,}/.test(folded);
  return isKept ? folded : undefined;
}

/** Counts one question with the number of its hits. */
export async function noteSearch(
  { database, realm }: { readonly database: Database; readonly realm: string },
  { q, found, at }: { readonly q: string; readonly found: number; readonly at: Instant },
): Promise<void> {
  const query = countableForm(q);
  if (query !== undefined) await countSearch(database, { realm, on: dateInChina(at), query, found });
}

/** Counts what somebody opened after his questions. */
export async function noteChoice(
  { database, realm }: { readonly database: Database; readonly realm: string },
  { queries, itemId, at }: { readonly queries: readonly string[]; readonly itemId: string; readonly at: Instant },
): Promise<void> {
  const kept = new Set(queries.flatMap((query) => countableForm(query) ?? []));
  for (const query of kept) await countChoice(database, { realm, on: dateInChina(at), query, itemId });
}
