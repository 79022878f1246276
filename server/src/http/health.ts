import { z } from 'zod';
import type { Platform } from '../platform.ts';
import { route, type Route } from './route.ts';

/** Whether the platform answers, the database included: a stranger's question, so it tells nothing else. */
export function healthRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/health',
      operationId: 'getHealth',
      summary: 'Whether the platform and its database answer',
      access: 'anybody',
      asks: z.strictObject({}),
      answer: z.object({ ok: z.literal(true), at: z.string() }),
      async handle({ at }) {
        await platform.journal.read({ realm: platform.realm, stream: 'health', requestId: '' });
        return { ok: true as const, at };
      },
    }),
  ];
}
