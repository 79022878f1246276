import type { Recorded } from './journal.ts';

/** Streams that this process has lately written, as it left them. A hint that spares a read, never a source of truth. */
export interface RecentStreams {
  readonly get: (key: string) => readonly Recorded[] | undefined;
  readonly set: (key: string, events: readonly Recorded[]) => void;
}

/** A case of ordinary length takes about 30 kB; this many fill some 60 MB. */
const STREAMS = 2_000;

/** Keeps the streams used last. */
export function recentStreams(limit = STREAMS): RecentStreams {
  const kept = new Map<string, readonly Recorded[]>();
  return {
    get(key) {
      const events = kept.get(key);
      if (events === undefined) return undefined;
      // The map remembers the order of insertion: what was used goes to the young end.
      kept.delete(key);
      kept.set(key, events);
      return events;
    },
    set(key, events) {
      kept.delete(key);
      kept.set(key, events);
      if (kept.size <= limit) return;
      const [oldest] = kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
    },
  };
}
