import type { ActFrame } from '../src/journal/actions.ts';
import type { Decided, FenceSet, FenceUse, OutboxEntry, Recorded, Step } from '../src/journal/journal.ts';
import { refuse, type Refusal, type RefusalTable } from '../src/kernel/refusal.ts';

/** The smallest thing that can be done to a stream: add a number, up to a limit. */
export interface Add {
  readonly amount: number;
  readonly limit?: number;
  readonly fences?: readonly FenceUse[];
  readonly sets?: readonly FenceSet[];
  readonly outbox?: readonly OutboxEntry[];
}

export const countedRefusals = {
  'over-limit': {
    rule: 'house',
    article: '',
    message: { zh: '超过上限', en: 'Over the limit' },
    remedy: { zh: '减少', en: 'Add less' },
  },
} as const satisfies RefusalTable;

/** Adds `amount` to the stream's sum; refused beyond `limit`. */
export const add: Step<Add, number, readonly FenceUse[]> = {
  name: 'add',
  view: sumOf,
  decide(sum, command, relied): Decided | Refusal {
    const { amount, limit = Infinity, fences = [], sets = [], outbox = [] } = command;
    if (sum + amount > limit) return refuse(countedRefusals, 'over-limit', { sum });
    return {
      events: [{ type: 'Added', data: { amount, sum: sum + amount } }],
      fences: [...fences, ...relied],
      sets,
      outbox,
    };
  },
};

/** The sum that a stream has come to. */
export function sumOf(events: readonly Recorded[]): number {
  return events.reduce((sum, { data }) => sum + amountOf(data), 0);
}

/** The frame of an act in the test realm. */
export function frameOf(stream: string, requestId: string): ActFrame & { readonly stream: string } {
  return {
    realm: '110198',
    stream,
    actor: { kind: 'robot', id: 'robot/test' },
    requestId,
    at: '2025-03-03T01:00:00.000Z',
  };
}

function amountOf(data: unknown): number {
  return typeof data === 'object' && data !== null && 'amount' in data && typeof data.amount === 'number'
    ? data.amount
    : 0;
}
