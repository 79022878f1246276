import type { Pool, PoolClient } from 'pg';
import type { Clock } from '../kernel/time.ts';
import { signCheckpoint } from './checkpoint.ts';
import { type Draft, draftsOf, sign, type Veils } from './entries.ts';
import { findBeginning, listWriters } from './generation/store.ts';
import { type LogId, type LogKeys, logStream, type SignaturesOf } from './ledger.ts';
import { type Edge, grow, leafHash, rootOfEdge } from './merkle.ts';
import {
  extendLog,
  type Head,
  lastPlace,
  listLeaves,
  listLogged,
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
  /** Takes up what waits, at most some thousands, and says where the log stands. Returns how many entries. */
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
  /** Places not looked at yet that have their entries: what the log took up behind a gap, or began with. */
  readonly logged: Set<number>;
}

/** Entries of one commit at most: so many are read, signed and written at the same time as those before and behind them. */
const MOST_AT_ONCE = 1024;
/** A turn begins with nothing to sign and ends with nothing to read: a long one wastes less of two cores. */
const COMMITS_OF_A_TURN = 32;
/** Whoever waits for a checkpoint does not wait for the end of a long turn. */
const COMMITS_OF_A_CHECKPOINT = 8;
/** Commits that have their records and are not yet written. */
const AHEAD = 2;
/** A turn that took up so many ended because it had enough, not because nothing waits. */
export const FULL_TURN = (MOST_AT_ONCE * COMMITS_OF_A_TURN) / 2;

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
      const logged = new Set(await listLogged(ports.pool, ports.realm, head.settled));
      // The lock ends with its connection: then another may hold the log already.
      const heard = (): void => void lose(taken);
      const taken: Hold = { client, heard, head, edge, said: -1, seen: head.settled, gaps: new Map(), logged };
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
        const added = await extend(ports, held, () => !isStopped && hold === held);
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

/**
 * While a thousand entries are written, the next are signed, those after them get their records, and those after these are read. They are
 * written in their order, each commit whole in itself; what the holder knows goes ahead of the database only until the turn ends, one way
 * or the other.
 */
async function extend(ports: LogPorts, held: Hold, isOn: () => boolean): Promise<Written> {
  const veils: Veils = new Map();
  let looked: Promise<Looked> | undefined = look(ports, held);
  let last = NOTHING;
  const underWay: Promise<Written>[] = [];
  try {
    for (let nth = 1; looked !== undefined; nth += 1) {
      const { places, settled, isMore }: Looked = await looked;
      looked = isMore && nth < COMMITS_OF_A_TURN && isOn() ? aside(look(ports, held)) : undefined;
      const drafts = await draftsOf(ports, places, veils);
      const isSaid = looked !== undefined && nth % COMMITS_OF_A_CHECKPOINT === 0;
      last = aside(write(ports, held, { settled, drafts, entries: sign(ports, drafts), after: last, isSaid }));
      underWay.push(last);
      // One is written, one is signed, and one waits, so that whoever signs never does.
      if (underWay.length > AHEAD && (await underWay.shift()) === 'lost') break;
    }
    return await last;
  } finally {
    // Nothing of this turn is under way any more when its end, or its fault, is told.
    await Promise.allSettled([looked, ...underWay]);
  }
}

/** What is waited for a little later may fail before that. */
function aside<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

/** How many entries were written up to here in this turn. */
type Written = number | 'lost';

const NOTHING: Promise<Written> = Promise.resolve(0);

interface Writing {
  readonly settled: number;
  readonly drafts: readonly Draft[];
  readonly entries: Promise<readonly NewEntry[]>;
  readonly after: Promise<Written>;
  /** Whether it is said where the log stands then; at its end every turn says so. */
  readonly isSaid: boolean;
}

async function write(
  ports: LogPorts,
  held: Hold,
  { settled, drafts, entries: signed, after, isSaid }: Writing,
): Promise<Written> {
  const [before, entries] = await Promise.all([after, signed]);
  if (before === 'lost') return 'lost';
  if (entries.length === 0 && settled === held.head.settled) return before;
  const { edge, root, tiles } = grow(
    held.edge,
    entries.map(({ leaf }) => leafHash(leaf)),
  );
  const salts = drafts.flatMap(({ stream, salt, isNew }) => (isNew ? [{ stream, salt }] : []));
  const extension = { head: held.head, root, settled, entries, salts, tiles };
  if (!(await extendLog(ports.pool, logOf(ports), extension))) return 'lost';
  held.edge = edge;
  held.head = { ...held.head, size: edge.size, root, settled };
  if (isSaid && !(await say(ports, held))) return 'lost';
  return before + entries.length;
}

interface Looked {
  /** With acts that have no entry yet. */
  readonly places: readonly SeenPlace[];
  /** Up to where all of them are accounted for. */
  readonly settled: number;
  /** Whether there were about as many as are read at once. */
  readonly isMore: boolean;
}

async function look(ports: LogPorts, held: Hold): Promise<Looked> {
  const { seen, head, logged } = held;
  // A log after another begins with the act that says so, whatever waits.
  if (head.size === 0 && (ports.generation ?? 1) > 1) {
    const beginning = await findBeginning(ports.pool, logOf(ports), logStream(ports.realm));
    if (beginning !== undefined) logged.add(beginning.place);
    return { places: beginning === undefined ? [] : [beginning], settled: head.settled, isMore: false };
  }
  const places = await lookAtPlaces(ports, held);
  const fresh = places.filter(({ place }) => !logged.delete(place));
  const settled = held.gaps.size === 0 ? held.seen : Math.min(...held.gaps.keys()) - 1;
  return { places: fresh, settled, isMore: held.seen - seen > MOST_AT_ONCE / 2 };
}

/** Looks at the places after the last one seen and at the gaps, and keeps account of both. */
async function lookAtPlaces(ports: LogPorts, held: Hold): Promise<readonly SeenPlace[]> {
  const { pool, realm } = ports;
  const { seen, gaps } = held;
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
