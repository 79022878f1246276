import { z } from 'zod';
import { ItemId } from '../catalogue/catalogue.ts';
import { noteChoice, noteSearch } from '../guide/actions.ts';
import type { Platform } from '../platform.ts';
import { LONGEST_QUESTION } from './catalogue.ts';
import { route, type Route } from './route.ts';

const Question = z.string().trim().min(1).max(LONGEST_QUESTION);

/** Counts of searches, without any trace of who searched. Typing is not counted, only what somebody asked for. */
export function searchRoutes(platform: Platform): readonly Route[] {
  const room = () => ({ database: platform.journal.pool, realm: platform.realm });
  return [
    route({
      method: 'POST',
      path: '/searches',
      operationId: 'countSearch',
      summary: 'Counts a question by day, with the number of its hits; numbers and addresses are not kept',
      access: 'anybody',
      isAct: false,
      asks: z.strictObject({ body: z.strictObject({ q: Question }) }),
      answer: z.object({ found: z.int() }),
      async handle({ body, at }) {
        const found = platform.search.find(body.q, at).length;
        await noteSearch(room(), { q: body.q, found, at });
        return { found };
      },
    }),
    route({
      method: 'POST',
      path: '/searches/choices',
      operationId: 'countChoice',
      summary: 'Counts which item was opened after questions of the same day',
      access: 'anybody',
      isAct: false,
      asks: z.strictObject({
        body: z.strictObject({ queries: z.array(Question).min(1).max(3), itemId: ItemId }),
      }),
      answer: z.object({ counted: z.boolean() }),
      async handle({ body, at }) {
        const isKnown = platform.items.get(`item/${body.itemId}`) !== undefined;
        if (isKnown) await noteChoice(room(), { ...body, at });
        return { counted: isKnown };
      },
    }),
  ];
}
