import { act } from './client.ts';
import { randomRequestId } from './request-id.ts';

/** Questions of this visit that nothing was opened for yet; they live in this page only and name nobody. */
let asked: readonly string[] = [];

const REMEMBERED = 3;

/** Tells that somebody asked `q`. Counting is for us: when it fails, the person loses nothing. */
export async function countSearch(q: string): Promise<void> {
  asked = [...asked.filter((one) => one !== q), q].slice(-REMEMBERED);
  await send('/searches', { q });
}

/** Tells which item was opened after the questions of this visit. */
export async function countChoice(itemId: string): Promise<void> {
  const queries = asked;
  asked = [];
  if (queries.length > 0) await send('/searches/choices', { queries, itemId });
}

async function send(path: string, body: unknown): Promise<void> {
  const counted = { method: 'POST', path, body, requestId: randomRequestId(), csrfToken: undefined } as const;
  await act(counted).catch(() => undefined);
}
