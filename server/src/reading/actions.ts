import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { type Journal, perform } from '../journal/actions.ts';
import { gather, takeAll } from '../journal/group.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import {
  type KeptReading,
  noteReadings,
  type Reading,
  readingDigest,
  readingStream,
  REASON_HOURS,
  SAME_READING_MINUTES,
} from './reading.ts';
import { readingRefusals } from './refusals.ts';
import { findReason, forgetReadings, insertReadings, listBroken, listReadings, type NewReading } from './store.ts';
import { takeReadings } from './store.ts';

export interface ReadingPorts {
  readonly journal: Journal;
  readonly pool: Pool;
  readonly realm: string;
  /** Fresh UUIDs for batches. */
  readonly batchId: () => string;
}

/** Readings of one district as this process notes them. */
export interface Readings {
  /** Notes a reading before what was asked for is shown. One round trip; those of the same moment share it, and its commit. */
  readonly note: (reading: Reading) => Promise<void>;
  /** The same for one who must have said why; his reason goes into every reading that follows from it. */
  readonly noteWithReason: (reading: Reading) => Promise<Refusal | undefined>;
  /** Newest first; of one subject or of one reader where they are named. */
  readonly list: (of: Pick<Partial<Reading>, 'subject' | 'reader'>) => Promise<readonly KeptReading[]>;
  /** Puts the digests of what waits into the journal; returns how many. */
  readonly turn: (at: Instant) => Promise<number>;
  readonly forget: (at: Instant) => Promise<number>;
}

const MOST_SHOWN = 200;
const MOST_IN_A_BATCH = 1_000;
const MOST_REMEMBERED = 20_000;
const ROBOT = { kind: 'robot', id: 'robot/readings' } as const;

export function openReadings(ports: ReadingPorts): Readings {
  const { pool, realm } = ports;
  const write = gather(takeAll<NewReading, undefined>, async (items) => {
    await insertReadings(pool, realm, items);
    return items.map(() => undefined);
  });
  /** When somebody read something last, by this process. Forgetting it notes one reading more, never one fewer. */
  const recent = new Map<string, number>();
  let isWhole = false;

  async function note(reading: Reading): Promise<void> {
    const key = [reading.reader, reading.post, reading.subject, reading.what, reading.reason ?? ''].join('\n');
    const now = Date.parse(reading.readAt);
    const before = recent.get(key);
    if (before !== undefined && now - before < SAME_READING_MINUTES * 60_000 && now >= before) return;
    const salt = randomBytes(32);
    await write({ ...reading, salt, digest: readingDigest(reading, salt) });
    if (recent.size >= MOST_REMEMBERED) recent.clear();
    recent.set(key, now);
  }

  return {
    note,
    async noteWithReason(reading) {
      const { subject, reader, readAt } = reading;
      const since = new Date(Date.parse(readAt) - REASON_HOURS * 3_600_000).toISOString();
      const reason = reading.reason ?? (await findReason(pool, realm, { subject, reader, since }));
      if (reason === undefined) return refuse(readingRefusals, 'reading-needs-reason');
      await note({ ...reading, reason });
      return undefined;
    },
    list: (of) => listReadings(pool, realm, { ...of, limit: MOST_SHOWN }),
    async turn(at) {
      let count = isWhole ? 0 : await mend(ports, at);
      // Until the last act stands, a batch may be named whose act does not: a fault in between leaves it to the next turn.
      isWhole = false;
      for (;;) {
        const batch = ports.batchId();
        const digests = await takeReadings(pool, realm, { batch, limit: MOST_IN_A_BATCH });
        if (digests.length === 0) break;
        await putInJournal(ports, { batch, digests }, at);
        count += digests.length;
      }
      isWhole = true;
      return count;
    },
    forget: (at) => forgetReadings(pool, realm, at),
  };
}

/** Batches that were named and not written, because the process ended or the database failed in between. */
async function mend(ports: ReadingPorts, at: Instant): Promise<number> {
  const broken = await listBroken(ports.pool, ports.realm);
  for (const one of broken) await putInJournal(ports, one, at);
  return broken.reduce((sum, { digests }) => sum + digests.length, 0);
}

/** The batch is its own request id, so that it stands in the journal once whoever writes it. */
async function putInJournal(
  { journal, realm }: ReadingPorts,
  { batch, digests }: { readonly batch: string; readonly digests: readonly Buffer[] },
  at: Instant,
): Promise<void> {
  const stream = readingStream(batch);
  const command = digests.map((digest) => digest.toString('hex'));
  const act = { realm, stream, actor: ROBOT, requestId: stream, at, command, facts: () => undefined };
  const done = await perform(journal, noteReadings, act);
  if (isRefusal(done)) throw new Error(`the readings of ${batch} were refused: ${done.code}`);
}
