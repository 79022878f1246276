import { z } from 'zod';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { matterStream } from '../matter/matter.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { matterPost, type OpenedMatter, openMatter } from './matter-access.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';
import { noteReading, ReadingReason } from './staff-reading.ts';

export const MatterParams = z.strictObject({ matterNo: z.string().regex(/^\d{6,40}$/) });

export interface AskedMatter {
  readonly matterNo: string;
  readonly at: Instant;
  /** Why, of whoever has to say so. */
  readonly reason?: string;
}

/**
 * The matter for somebody who reads it, noted before it is shown: staff read the data of whoever began it. Who supervises handles
 * nothing in it, so he says why (个人信息保护法6, 51), as he does for a case.
 */
export async function readMatter(
  platform: Platform,
  caller: Caller | undefined,
  { matterNo, at, reason }: AskedMatter,
): Promise<OpenedMatter | Refusal> {
  const opened = await openMatter(platform, caller, matterNo);
  if (isRefusal(opened) || caller?.kind !== 'staff') return opened;
  const post = matterPost(platform, caller, opened);
  if (post === undefined) return refuse(httpRefusals, 'not-permitted');
  const reader = caller.person.personId;
  const reading = { subject: matterStream(matterNo), reader, post, what: 'matter', at, reason } as const;
  return (await noteReading(platform, reading)) ?? opened;
}

/** Where whoever supervises says why he reads a matter. */
export function matterReasonRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/matters/:matterNo/readings',
    operationId: 'stateMatterReason',
    summary: 'Says why one reads a matter that is not one’s own to handle; holds for twelve hours',
    access: ['supervisor'],
    asks: z.strictObject({
      params: MatterParams,
      body: z.strictObject({ reason: ReadingReason }),
    }),
    answer: z.object({ matterNo: z.string() }),
    async handle({ params: { matterNo }, body: { reason }, caller, at }) {
      const opened = await readMatter(platform, caller, { matterNo, at, reason });
      return isRefusal(opened) ? opened : { matterNo };
    },
  });
}
