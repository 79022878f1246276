import type { Pool } from 'pg';
import type { Recorded } from './journal.ts';
import { listFences, readStreams } from './store.ts';

/** An object that acts rely on, as it was at `epoch`. Acts pass the fence with that epoch, so a stale copy cannot commit. */
export interface Held<View> {
  readonly key: string;
  readonly view: View;
  readonly epoch: number;
}

/**
 * The objects of one kind (mandates, items, persons, seals) held in memory for all acts to read without a query.
 * Exact because of fences: an act that decided on a stale copy is turned back by the journal and decides again.
 */
export interface Register<View> {
  readonly prefix: string;
  readonly get: (key: string) => Held<View> | undefined;
  readonly list: () => readonly Held<View>[];
  /** Raised whenever anything changed, so that an index built on the register knows when to build again. */
  readonly generation: () => number;
  /** Applies what this process has just appended. */
  readonly apply: (events: readonly Recorded[]) => void;
  /** Fetches what other processes have appended. */
  readonly catchUp: () => Promise<void>;
}

/** A register over the streams of `realm` that start with `prefix`; call `catchUp` once before the first use. */
export function createRegister<View>(
  pool: Pool,
  realm: string,
  prefix: string,
  view: (events: readonly Recorded[]) => View,
): Register<View> {
  const events = new Map<string, readonly Recorded[]>();
  const held = new Map<string, Held<View>>();
  let generation = 0;

  function keep(key: string, stream: readonly Recorded[]): void {
    events.set(key, stream);
    held.set(key, heldOf(key, stream, view));
    generation += 1;
  }

  return {
    prefix,
    get: (key) => held.get(key),
    list: () => [...held.values()],
    generation: () => generation,
    apply(appended) {
      const stream = appended[0]?.stream;
      if (stream === undefined || appended[0]?.realm !== realm || !stream.startsWith(prefix)) return;
      const known = events.get(stream) ?? [];
      // Two acts of one process may come back in either order; a gap is left for catchUp.
      if (known.length + 1 === appended[0]?.seq) keep(stream, [...known, ...appended]);
    },
    async catchUp() {
      const fences = await listFences(pool, realm, prefix);
      const moved = fences.filter((fence) => held.get(fence.key)?.epoch !== fence.epoch);
      if (moved.length === 0) return;
      // Few moved: read just those; otherwise (the first time) read the whole kind in one go.
      const prefixes = moved.length > 8 ? [prefix] : moved.map((fence) => fence.key);
      for (const name of prefixes) {
        for (const [key, stream] of byStream(await readStreams(pool, realm, name))) {
          if (stream.length > (events.get(key)?.length ?? 0)) keep(key, stream);
        }
      }
    },
  };
}

/** Folded when it is first asked for: a start reads thousands of objects, and the acts after it rely on few of them. */
function heldOf<View>(
  key: string,
  stream: readonly Recorded[],
  view: (events: readonly Recorded[]) => View,
): Held<View> {
  let folded: { readonly view: View } | undefined;
  return {
    key,
    epoch: stream.at(-1)?.seq ?? 0,
    get view() {
      folded ??= { view: view(stream) };
      return folded.view;
    },
  };
}

function byStream(recorded: readonly Recorded[]): Map<string, Recorded[]> {
  const streams = new Map<string, Recorded[]>();
  for (const event of recorded) {
    const stream = streams.get(event.stream);
    if (stream === undefined) streams.set(event.stream, [event]);
    else stream.push(event);
  }
  return streams;
}
