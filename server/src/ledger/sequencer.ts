import { randomBytes } from 'node:crypto';
import { sigsumChecksum, sigsumEntry, sigsumMessage } from '@liangqian/verify/sigsum.ts';
import type { Pool, PoolClient } from 'pg';
import { sha256Hex } from '../kernel/digest.ts';
import type { Clock } from '../kernel/time.ts';
import { signCheckpoint } from './checkpoint.ts';
import { findBeginning, listWriters } from './generation/store.ts';
import { type LogId, type LogKeys, logStream, recordOf, type SignaturesOf, writeRecord } from './ledger.ts';
import { type Edge, grow, leafHash, rootOfEdge } from './merkle.ts';
import {
  extendLog,
  type Head,
  lastPlace,
  listLeaves,
  listPlaces,
  letGo,
  listTileRoots,
  type NewEntry,
  openRange,
  sayCheckpoint,
  type SeenPlace,
  takeOver,
  tryHold,
} from './store.ts';

export interface LogPorts {
  readonly pool: Pool;
  readonly realm: string;
  /** Which log of the realm; absent means its first. */
  readonly generation?: number;
  readonly keys: LogKeys;
  readonly clock: Clock;
  readonly signaturesOf: SignaturesOf;
}

/** The log that the ports are about. */
export function logOf({ realm, generation = 1 }: Pick<LogPorts, 'realm' | 'generation'>): LogId {
  return { realm, generation };
}

/** Gives every act its place in the log. Of all processes one holds the log; the others wait for it to end. */
export interface Sequencer {
  /** Takes up what waits, in one commit for at most some thousands, and says where the log stands. Returns how many entries. */
  readonly turn: () => Promise<number>;
  /** Whether this process holds the log. */
  readonly holds: () => boolean;
  /** Whether a newer log has begun: then nothing is added to this one any more. */
  readonly isEnded: () => boolean;
  readonly stop: () => Promise<void>;
}

/** What the holder knows: the head it may move, the right edge of the tree, and how far it has looked. */
interface Hold {
  readonly client: PoolClient;
  /** Hears that the connection is lost. */
  readonly heard: () => void;
  head: Head;
  edge: Edge;
  /** The size that was said last. */
  said: number;
  seen: number;
  /** Places without a visible act, with those who wrote when it was first missed: one of them is on its way with it, or none. */
  readonly gaps: Map<number, ReadonlySet<string>>;
}

const MOST_AT_ONCE = 4096;

export function openSequencer(ports: LogPorts): Sequencer {
  let hold: Hold | undefined;
  let isStopped = false;
  let isEnded = false;

  async function take(): Promise<Hold | undefined> {
    const client = await tryHold(ports.pool, ports.realm);
    if (client === undefined) return undefined;
    try {
      const head = await takeOver(ports.pool, logOf(ports));
      isEnded = head === undefined;
      if (head === undefined) {
        await letGo(client);
        return undefined;
      }
      const edge = await loadEdge(ports, head);
      // The lock ends with its connection: then another may hold the log already.
      const heard = (): void => void lose(taken);
      const taken: Hold = { client, heard, head, edge, said: -1, seen: head.settled, gaps: new Map() };
      client.on('error', heard);
      return taken;
    } catch (error) {
      await letGo(client);
      throw error;
    }
  }

  async function lose(lost: Hold): Promise<void> {
    if (hold !== lost) return;
    hold = undefined;
    lost.client.off('error', lost.heard);
    await letGo(lost.client);
  }

  return {
    async turn() {
      if (isStopped) return 0;
      const held = (hold ??= await take());
      if (held === undefined) return 0;
      try {
        const added = await extend(ports, held);
        if (added !== 'lost' && (await say(ports, held))) return added;
      } catch (error) {
        // What was looked at and not written would be passed by: the next turn begins again at the head.
        await lose(held);
        throw error;
      }
      await lose(held);
      return 0;
    },
    holds: () => hold !== undefined,
    isEnded: () => isEnded,
    async stop() {
      isStopped = true;
      if (hold !== undefined) await lose(hold);
    },
  };
}

/** The right edge as the database has it. A root that differs from the head’s means that somebody changed the log. */
async function loadEdge(ports: LogPorts, head: Head): Promise<Edge> {
  const { pool } = ports;
  const log = logOf(ports);
  const { from, to } = openRange(head.size, 0);
  const levels: Buffer[][] = [(await listLeaves(pool, log, from, to)).map(leafHash)];
  for (let level = 1; openRange(head.size, level).to > 0; level += 1) {
    levels.push([...(await listTileRoots(pool, log, level - 1, openRange(head.size, level)))]);
  }
  const edge = { size: head.size, levels };
  if (!rootOfEdge(edge).equals(head.root))
    throw new Error(`the log of ${log.realm} does not have the root that its head says`);
  return edge;
}

async function extend(ports: LogPorts, held: Hold): Promise<number | 'lost'> {
  const places = await look(ports, held);
  const drafts = draftsOf(ports, places);
  const entries = await Promise.all(drafts.map((draft) => entryOf(ports, draft)));
  const settled = held.gaps.size === 0 ? held.seen : Math.min(...held.gaps.keys()) - 1;
  if (entries.length === 0 && settled === held.head.settled) return 0;
  const { edge, root, tiles } = grow(
    held.edge,
    entries.map(({ leaf }) => leafHash(leaf)),
  );
  const salts = drafts.flatMap(({ stream, salt, isNew }) => (isNew ? [{ stream, salt }] : []));
  const extension = { head: held.head, root, settled, entries, salts, tiles };
  if (!(await extendLog(ports.pool, logOf(ports), extension))) return 'lost';
  held.edge = edge;
  held.head = { ...held.head, size: edge.size, root, settled };
  return entries.length;
}

/** Looks at the places after the last one seen and at the gaps, and keeps account of both. */
async function look(ports: LogPorts, held: Hold): Promise<readonly SeenPlace[]> {
  const { pool, realm } = ports;
  const { seen, gaps } = held;
  // A log after another begins with the act that says so, whatever waits.
  const isBeginning = held.head.size === 0 && (ports.generation ?? 1) > 1;
  if (isBeginning) return [await findBeginning(pool, logOf(ports), logStream(realm))].flatMap((act) => act ?? []);
  // Asked before the places: whoever has ended by now has shown what he wrote.
  const writing = gaps.size === 0 ? [] : await listWriters(pool);
  const places = await listPlaces(pool, realm, { after: seen, gaps: [...gaps.keys()], limit: MOST_AT_ONCE });
  const found = new Set(places.map(({ place }) => place));
  for (const [place, writers] of gaps)
    if (found.has(place) || !writing.some((writer) => writers.has(writer))) gaps.delete(place);
  let last = places.at(-1)?.place ?? seen;
  // Nothing at all in so many places, and yet acts beyond them.
  if (last <= seen && (await lastPlace(pool)) > seen + MOST_AT_ONCE) last = seen + MOST_AT_ONCE;
  const missing: number[] = [];
  for (let place = seen + 1; place <= last; place += 1) if (!found.has(place)) missing.push(place);
  // Asked after the places: whoever is on his way with one of them still writes, or has just ended.
  const writers = missing.length === 0 ? undefined : new Set(await listWriters(pool));
  for (const place of missing) gaps.set(place, writers ?? new Set());
  held.seen = Math.max(seen, last);
  return places;
}

interface Draft {
  readonly place: number;
  readonly stream: string;
  readonly salt: Buffer;
  readonly isNew: boolean;
  readonly record: string;
  readonly subject: string;
}

function draftsOf({ signaturesOf }: LogPorts, places: readonly SeenPlace[]): readonly Draft[] {
  const fresh = new Map<string, Buffer>();
  return places.flatMap(({ place, waiting, salt: known }) => {
    if (waiting === undefined) return [];
    const { stream } = waiting;
    const isNew = known === undefined && !fresh.has(stream);
    const salt = known ?? fresh.get(stream) ?? randomBytes(32);
    fresh.set(stream, salt);
    const record = recordOf(waiting, salt, signaturesOf);
    return [{ place, stream, salt, isNew, record: writeRecord(record), subject: record.subject }];
  });
}

async function entryOf({ keys }: LogPorts, { place, record, subject }: Draft): Promise<NewEntry> {
  const checksum = sigsumChecksum(Buffer.from(record));
  const signature = await keys.signLeaf(sigsumMessage(checksum));
  const keyHash = Buffer.from(sha256Hex(keys.submitKey), 'hex');
  const leaf = Buffer.from(sigsumEntry({ checksum, signature, keyHash }));
  return { place, leaf, record, subject: Buffer.from(subject, 'hex') };
}

/** Says where the log stands, once for every size. False: another holds the log. */
async function say(ports: LogPorts, held: Hold): Promise<boolean> {
  // A log after another says nothing before its first entry says where the other ended.
  const isEmpty = held.head.size === 0 && (ports.generation ?? 1) > 1;
  if (held.said === held.head.size || isEmpty) return true;
  const note = signCheckpoint(ports.keys, held.head);
  const isSaid = await sayCheckpoint(ports.pool, logOf(ports), { head: held.head, note, at: ports.clock.now() });
  if (isSaid) held.said = held.head.size;
  return isSaid;
}
