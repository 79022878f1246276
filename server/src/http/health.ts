import { z } from 'zod';
import type { LogStatus } from '../ledger/actions.ts';
import type { Platform } from '../platform.ts';
import { route, type Route } from './route.ts';

/**
 * Whether the platform answers, the database included: a stranger's question, so it tells nothing else but how far its public log has
 * been witnessed, for whoever watches over it.
 */
export function healthRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/health',
      operationId: 'getHealth',
      summary: 'Whether the platform and its database answer',
      access: 'anybody',
      asks: z.strictObject({}),
      answer: z.object({ ok: z.literal(true), at: z.string(), log: z.enum(['witnessed', 'late', 'stopped', 'alone']) }),
      async handle({ at }) {
        await platform.journal.read({ realm: platform.realm, stream: 'health', requestId: '' });
        return { ok: true as const, at, log: wordFor(await platform.ledger.status()) };
      },
    }),
  ];
}

/** `late`: acts go on and their evidence is still to be witnessed; `stopped`: the log signs nothing until somebody has looked. */
function wordFor({ standing, alarms, hasWitnesses }: LogStatus): 'witnessed' | 'late' | 'stopped' | 'alone' {
  if (standing.state === 'behind' || standing.state === 'forked') return 'stopped';
  if (alarms.length > 0) return 'late';
  return hasWitnesses ? 'witnessed' : 'alone';
}
