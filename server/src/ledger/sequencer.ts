import { randomBytes } from 'node:crypto';
import { sigsumChecksum, sigsumEntry, sigsumMessage } from '@liangqian/verify/sigsum.ts';
import type { Pool, PoolClient } from 'pg';
import { sha256Hex } from '../kernel/digest.ts';
import type { Clock } from '../kernel/time.ts';
import { signCheckpoint } from './checkpoint.ts';
import { type LogKeys, recordOf, type SignaturesOf, writeRecord } from './ledger.ts';
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
  readonly keys: LogKeys;
  readonly clock: Clock;
  readonly signaturesOf: SignaturesOf;
}

/** Gives every act its place in the log. Of all processes one holds the log; the others wait for it to end. */
export interface Sequencer {
  /** Takes up what waits, in one commit for at most some thousands, and says where the log stands. Returns how many entries. */
  readonly turn: () => Promise<number>;
  /** Whether this process holds the log. */
  readonly holds: () => boolean;
  readonly stop: () => Promise<void>;
}

/** What the holder knows: the head it may move, the right edge of the tree, and how far it has looked. */
interface Hold {
  readonly client: PoolClient;
  head: Head;
  edge: Edge;
  /** The size that was said last. */
  said: number;
  seen: number;
  /** Places without a visible act, with the time since when: a transaction on its way, or one that came to nothing. */
  readonly gaps: Map<number, number>;
}

const MOST_AT_ONCE = 4096;
/** An append is cut off after ten seconds; whatever has not committed within ten minutes never will. */
const GAP_ENDS_MS = 600_000;

export function openSequencer(ports: LogPorts): Sequencer {
  let hold: Hold | undefined;
  let isStopped = false;

  async function take(): Promise<Hold | undefined> {
    const client = await tryHold(ports.pool, ports.realm);
    if (client === undefined) return undefined;
    try {
      const head = await takeOver(ports.pool, ports.realm);
      const edge = await loadEdge(ports, head);
      const taken = { client, head, edge, said: -1, seen: head.settled, gaps: new Map<number, number>() };
      // The lock ends with its connection: then another may hold the log already.
      client.once('error', () => void lose(taken));
      return taken;
    } catch (error) {
      await letGo(client);
      throw error;
    }
  }

  async function lose(lost: Hold): Promise<void> {
    if (hold !== lost) return;
    hold = undefined;
    await letGo(lost.client);
  }

  return {
    async turn() {
      if (isStopped) return 0;
      const held = (hold ??= await take());
      if (held === undefined) return 0;
      const added = await extend(ports, held);
      if (added === 'lost' || !(await say(ports, held))) {
        await lose(held);
        return 0;
      }
      return added;
    },
    holds: () => hold !== undefined,
    async stop() {
      isStopped = true;
      if (hold !== undefined) await lose(hold);
    },
  };
}

/** The right edge as the database has it. A root that differs from the head’s means that somebody changed the log. */
async function loadEdge({ pool, realm }: LogPorts, head: Head): Promise<Edge> {
  const { from, to } = openRange(head.size, 0);
  const levels: Buffer[][] = [(await listLeaves(pool, realm, from, to)).map(leafHash)];
  for (let level = 1; openRange(head.size, level).to > 0; level += 1) {
    levels.push([...(await listTileRoots(pool, realm, level - 1, openRange(head.size, level)))]);
  }
  const edge = { size: head.size, levels };
  if (!rootOfEdge(edge).equals(head.root))
    throw new Error(`the log of ${realm} does not have the root that its head says`);
  return edge;
}

async function extend(ports: LogPorts, held: Hold): Promise<number | 'lost'> {
  const now = Date.parse(ports.clock.now());
  const places = await look(ports, held, now);
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
  if (!(await extendLog(ports.pool, ports.realm, extension))) return 'lost';
  held.edge = edge;
  held.head = { ...held.head, size: edge.size, root, settled };
  return entries.length;
}

/** Looks at the places after the last one seen and at the gaps, and keeps account of both. */
async function look({ pool, realm }: LogPorts, held: Hold, now: number): Promise<readonly SeenPlace[]> {
  const { seen, gaps } = held;
  const places = await listPlaces(pool, realm, { after: seen, gaps: [...gaps.keys()], limit: MOST_AT_ONCE });
  const found = new Set(places.map(({ place }) => place));
  let last = places.at(-1)?.place ?? seen;
  // Nothing at all in so many places, and yet acts beyond them.
  if (last <= seen && (await lastPlace(pool)) > seen + MOST_AT_ONCE) last = seen + MOST_AT_ONCE;
  for (let place = seen + 1; place <= last; place += 1) if (!found.has(place)) gaps.set(place, now);
  for (const [place, since] of gaps) if (found.has(place) || now - since > GAP_ENDS_MS) gaps.delete(place);
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
  if (held.said === held.head.size) return true;
  const note = signCheckpoint(ports.keys, held.head);
  const isSaid = await sayCheckpoint(ports.pool, ports.realm, { head: held.head, note, at: ports.clock.now() });
  if (isSaid) held.said = held.head.size;
  return isSaid;
}
