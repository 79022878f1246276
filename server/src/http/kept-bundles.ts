import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { httpRefusals } from './refusals.ts';

/** What people ask for must not keep officials waiting: more bundles than this are not in work at once. */
const MOST_BUNDLES = 4;
/** A bundle is as it was for this long, unless what it is about has moved on: who asks for it over and over costs nothing. */
const KEPT_MS = 60_000;
const MOST_KEPT = 32;
const MOST_KEPT_BYTES = 64 * 2 ** 20;

export interface AskedBundle {
  /** What the bundle is about and who may read what of it, and how far that has come: another head is another bundle. */
  readonly head: string;
  /** Who asks, where each has his own: one at a time is made for him. Absent for what anybody may have. */
  readonly asker?: string;
  readonly at: Instant;
  readonly make: () => Promise<MadeBundle | Refusal>;
}

export interface MadeBundle {
  readonly bytes: Uint8Array;
  /** Whether the quorum has witnessed all of it; what still waits for a witness is made anew. */
  readonly isWitnessed: boolean;
}

interface Kept {
  readonly madeAt: number;
  readonly bundle: Promise<MadeBundle | Refusal>;
  /** Zero while it is in work. */
  size: number;
}

/** Bundles, made once for all who ask for the same within a minute. Beyond the few in work the next is refused. */
export function keptBundles(): (asked: AskedBundle) => Promise<Uint8Array | Refusal> {
  const kept = new Map<string, Kept>();
  const askers = new Set<string>();
  let inWork = 0;

  async function making({ head, asker, make }: AskedBundle): Promise<MadeBundle | Refusal> {
    inWork += 1;
    if (asker !== undefined) askers.add(asker);
    let made: MadeBundle | Refusal | undefined;
    try {
      return (made = await make());
    } finally {
      inWork -= 1;
      if (asker !== undefined) askers.delete(asker);
      // What failed, or waits for its place in the log or for its witnesses, is asked anew.
      if (made === undefined || isRefusal(made) || !made.isWitnessed) kept.delete(head);
      else keep(head, made.bytes.length);
    }
  }

  function keep(head: string, size: number): void {
    const own = kept.get(head);
    if (own !== undefined) own.size = size;
    let all = [...kept.values()].reduce((sum, one) => sum + one.size, 0);
    for (const [oldest, one] of kept) {
      if (all <= MOST_KEPT_BYTES) return;
      all -= one.size;
      kept.delete(oldest);
    }
  }

  function against({ asker }: AskedBundle): Refusal | undefined {
    if (asker !== undefined && askers.has(asker)) return refuse(httpRefusals, 'evidence-in-work');
    return inWork >= MOST_BUNDLES ? refuse(httpRefusals, 'evidence-queue-full', { waiting: inWork }) : undefined;
  }

  return async (asked) => {
    const now = Date.parse(asked.at);
    for (const [head, { madeAt }] of kept) if (now - madeAt >= KEPT_MS || now < madeAt) kept.delete(head);
    const before = kept.get(asked.head);
    if (before !== undefined) return bytesOf(await before.bundle);
    const refusal = against(asked);
    if (refusal !== undefined) return refusal;
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    const bundle = making(asked);
    kept.set(asked.head, { madeAt: now, bundle, size: 0 });
    return bytesOf(await bundle);
  };
}

function bytesOf(made: MadeBundle | Refusal): Uint8Array | Refusal {
  return isRefusal(made) ? made : made.bytes;
}
