import { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { type RefusalCode, statuses } from './statuses.ts';

export const Text = z.object({ zh: z.string(), en: z.string() });

const Detail = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

/** A refusal as every answer shows it: what, by which rule and article, and what one can do. */
export const RefusalBody = z
  .object({
    code: z.string(),
    rule: z.string(),
    article: z.string(),
    message: Text,
    remedy: Text,
    detail: z.record(z.string(), Detail),
  })
  .meta({
    id: 'Refusal',
    description: 'The law, or the door, says no. Codes are listed in docs/reference/refusals.md.',
  });
export type RefusalBody = z.input<typeof RefusalBody>;

/** The body of every answer that is no success (RFC 9457 with the members of a refusal). */
export const Problem = RefusalBody.extend({
  type: z.string(),
  status: z.int(),
  requestId: z.string().meta({ description: 'Number of this request, for the duty desk' }),
  paths: z.array(z.object({ path: z.string(), message: z.string() })).exactOptional(),
}).meta({ id: 'Problem', description: 'Why the request was not done' });
export type Problem = z.input<typeof Problem>;

/** The members of a refusal that leave the program. */
export function refusalBody({ code, rule, article, message, remedy, detail }: Refusal): RefusalBody {
  const shown = Object.entries(detail).map(([name, value]) => [
    name,
    typeof value === 'object' && value !== null ? [...value] : value,
  ]);
  return { code, rule, article, message, remedy, detail: Object.fromEntries(shown) };
}

export function problemOf(refusal: Refusal, requestId: string, paths?: Problem['paths']): Problem {
  const body = refusalBody(refusal);
  const type = `/docs/reference/refusals.md#${body.code}`;
  return { type, status: statusOf(body.code), ...body, requestId, ...(paths === undefined ? {} : { paths }) };
}

/** The status of a refusal. A code that no table knows is a fault of ours. */
export function statusOf(code: string): number {
  if (!isKnown(code)) throw new Error(`refusal ${code} has no status`);
  return statuses[code];
}

function isKnown(code: string): code is RefusalCode {
  return Object.hasOwn(statuses, code);
}
