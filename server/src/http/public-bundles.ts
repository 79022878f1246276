import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { httpRefusals } from './refusals.ts';

/** What anybody may ask for must not keep officials waiting: more bundles than this are not in work at once. */
const MOST_BUNDLES = 4;
/** A bundle is as it was for this long, unless what it is about has moved on: who asks for it over and over costs nothing. */
const KEPT_MS = 60_000;
const MOST_KEPT = 32;

export interface AskedBundle {
  /** What the bundle is about, and how far that has come: another head is another bundle. */
  readonly head: string;
  readonly at: Instant;
  readonly make: () => Promise<Uint8Array | Refusal>;
}

/** Bundles that are the same for everybody, made once for all who ask within a minute. Beyond the few in work the next is refused. */
export function publicBundles(): (asked: AskedBundle) => Promise<Uint8Array | Refusal> {
  const kept = new Map<string, { readonly madeAt: number; readonly bundle: Promise<Uint8Array | Refusal> }>();
  let inWork = 0;

  async function making({ head, make }: AskedBundle): Promise<Uint8Array | Refusal> {
    inWork += 1;
    let made: Uint8Array | Refusal | undefined;
    try {
      return (made = await make());
    } finally {
      inWork -= 1;
      // What failed, or waits for its place in the log, is asked anew.
      if (made === undefined || isRefusal(made)) kept.delete(head);
    }
  }

  return async (asked) => {
    const now = Date.parse(asked.at);
    for (const [head, { madeAt }] of kept) if (now - madeAt >= KEPT_MS || now < madeAt) kept.delete(head);
    const before = kept.get(asked.head);
    if (before !== undefined) return before.bundle;
    if (inWork >= MOST_BUNDLES) return refuse(httpRefusals, 'evidence-queue-full', { waiting: inWork });
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    const bundle = making(asked);
    kept.set(asked.head, { madeAt: now, bundle });
    return bundle;
  };
}
