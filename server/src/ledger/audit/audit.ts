import type { Trust } from '@liangqian/verify/trust.ts';
import type { ActRecord } from '../../journal/act-record.ts';
import { leafHash, type SignaturesOf } from '../ledger.ts';
import type { SaidCheckpoint } from '../witnessed/store.ts';
import {
  type Chains,
  checkAct,
  checkLeaves,
  checkRecord,
  isDifference,
  type SubmitKeys,
  submitKeysOf,
} from './act-check.ts';
import { type Difference, different } from './difference.ts';
import { beyondEnd, checkOrigins, type EndedLog, inLog, pinnedBy } from './generations.ts';
import type { AuditAct, AuditFence, AuditRow, AuditSource, LogSource } from './source.ts';
import { checkCheckpoint, checkWitnessed, type Growing, growing, type WitnessedHead } from './tree-check.ts';

/** What other modules know of their own acts; they come past in the order of the log. */
export interface Follower {
  readonly follow: (act: AuditAct, body: ActRecord) => Difference | undefined;
  /** `waiting` are the streams with acts that the log has not taken up: their fences may be ahead of it. */
  readonly finish: (fences: readonly AuditFence[], waiting: ReadonlySet<string>) => Difference | undefined;
}

export interface AuditPorts {
  readonly source: AuditSource;
  readonly realm: string;
  readonly trust: Trust;
  readonly signaturesOf: SignaturesOf;
  readonly follower?: Follower;
  /** What the witnesses say that they have seen, asked before the source was opened. */
  readonly witnessed: readonly WitnessedHead[];
}

export interface AuditTally {
  readonly entries: number;
  readonly checkpoints: number;
  readonly cosignatures: number;
  readonly tiles: number;
  /** Bytes of acts that were hashed. */
  readonly bytes: number;
  /** Acts that the log has not yet taken up. */
  readonly waiting: number;
}

export type AuditReport =
  | {
      readonly state: 'whole';
      /** Of the newest log. */
      readonly root: string;
      readonly tally: AuditTally;
      /** The ended logs before it, oldest first, with what was lost of them as the log after each says. */
      readonly ended: readonly EndedLog[];
    }
  | { readonly state: 'different'; readonly difference: Difference; readonly tally: AuditTally };

interface Running extends Omit<AuditPorts, 'source'> {
  readonly source: LogSource;
  readonly submitKeys: SubmitKeys;
  readonly chains: Chains;
  readonly tree: Growing;
  /** Of all logs together. */
  readonly tally: { -readonly [Name in keyof AuditTally]: AuditTally[Name] };
  readonly origin: string | undefined;
  readonly generation: number;
  /** Entries and tiles of this log that were read. */
  entries: number;
  tiles: number;
  checkpoints: readonly SaidCheckpoint[];
  /** Size of the last checkpoint that was read. */
  read: number;
}

/**
 * Recomputes all logs of a realm from its journal, one after the other: every act hashed and chained, every record and leaf from its act,
 * every tile, root, signature and cosignature, and that each new log begins with where the one before it ended. Ends at the first
 * difference. Nothing is believed that the database merely says.
 */
export async function auditLog(ports: AuditPorts): Promise<AuditReport> {
  const { source, witnessed } = ports;
  const tally = { entries: 0, checkpoints: 0, cosignatures: 0, tiles: 0, bytes: 0, waiting: 0 };
  const chains: Chains = new Map();
  const submitKeys = submitKeysOf(ports.trust.submitKeys);
  const known = await source.logs();
  const logs = known.length === 0 ? [{ generation: 1, origin: undefined }] : known;
  const strange = checkOrigins(known, witnessed, ports.trust.policy);
  if (strange !== undefined) return { state: 'different', difference: strange, tally };
  const ended: EndedLog[] = [];
  let root = '';
  for (const { generation, origin } of logs) {
    const own = witnessed.filter((head) => origin === undefined || head.origin === undefined || head.origin === origin);
    const empty = { tree: growing(), entries: 0, tiles: 0, checkpoints: [], read: -1 };
    const run: Running = {
      ...ports,
      ...empty,
      source: source.log(generation),
      submitKeys,
      chains,
      tally,
      origin,
      generation,
      witnessed: own,
    };
    const next = logs.find((one) => one.generation === generation + 1);
    const difference =
      (await walk(run)) ?? (await checkEnd(run, next === undefined ? undefined : source.log(generation + 1), ended));
    if (difference !== undefined) return { state: 'different', difference: inLog(difference, generation), tally };
    root = run.tree.root().toString('base64');
  }
  const last = await checkJournal(ports, source.log(logs.at(-1)?.generation ?? 1), tally);
  return last === undefined ? { state: 'whole', root, tally, ended } : { state: 'different', difference: last, tally };
}

async function walk(run: Running): Promise<Difference | undefined> {
  const atNothing = await checkHeads(run);
  if (atNothing !== undefined) return atNothing;
  let reading = run.source.entries(-1);
  let signed: Signed = Promise.resolve(undefined);
  try {
    for (;;) {
      const rows = await reading;
      const last = rows.at(-1);
      if (last === undefined) return await signed;
      // The next are read, and the signatures of these are checked on the other cores, while these are recomputed.
      reading = run.source.entries(last.idx);
      const leaves = rows.map(({ leaf }) => leaf);
      const signing = checkLeaves(run.entries, leaves, run.submitKeys);
      const inRows = checkRows(run, rows);
      const inTree = inRows === undefined ? await checkTree(run, rows) : undefined;
      const before = await signed;
      signed = signing;
      // What is nearest to its cause is told: what is wrong further up, then an act before its signature, and both before the tree.
      if (before !== undefined) return before;
      if (inRows !== undefined || inTree !== undefined) return inRows ?? (await signing) ?? inTree;
    }
  } finally {
    await Promise.allSettled([reading, signed]);
  }
}

type Signed = Promise<Difference | undefined>;

function checkRows(run: Running, rows: readonly AuditRow[]): Difference | undefined {
  for (const row of rows) {
    const found = checkRow(run, row);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The tree over the rows, up to each checkpoint among them. */
async function checkTree(run: Running, rows: readonly AuditRow[]): Promise<Difference | undefined> {
  const first = run.entries - rows.length;
  let leaves: Buffer[] = [];
  for (const [nth, { leaf }] of rows.entries()) {
    leaves.push(leafHash(leaf));
    const isStop = nth === rows.length - 1 || (await isHead(run, first + nth + 1));
    if (!isStop) continue;
    const differs = (await checkTiles(run, leaves)) ?? (await checkHeads(run));
    if (differs !== undefined) return differs;
    leaves = [];
  }
  return undefined;
}

function checkRow(run: Running, row: AuditRow): Difference | undefined {
  const place = `entry ${run.entries}`;
  if (row.idx !== run.entries) return different(place, '存证条目缺失', 'an entry is missing');
  if (row.act === null)
    return different(place, '日志中有而账簿中没有的行为', 'the log has an act that the journal has not');
  run.entries += 1;
  run.tally.entries += 1;
  run.tally.bytes += Buffer.byteLength(row.act.body);
  const body = checkAct(run.realm, row.act, run.chains);
  if (isDifference(body)) return body;
  return checkRecord(row, { act: row.act, body }, run) ?? run.follower?.follow(row.act, body);
}

/** Whether something is said about the tree of this size. */
async function isHead(run: Running, size: number): Promise<boolean> {
  return (await nextCheckpoint(run))?.size === size || run.witnessed.some((head) => head.size === size);
}

async function nextCheckpoint(run: Running): Promise<SaidCheckpoint | undefined> {
  if (run.checkpoints.length === 0) {
    run.checkpoints = await run.source.checkpoints(run.read);
    run.read = run.checkpoints.at(-1)?.size ?? run.read;
  }
  return run.checkpoints[0];
}

/** Compares what is said about the tree as it is now. */
async function checkHeads(run: Running): Promise<Difference | undefined> {
  const [size, root] = [run.tree.size(), run.tree.root()];
  const said = await nextCheckpoint(run);
  const isSaid = said?.size === size;
  if (said !== undefined && isSaid) {
    const differs = checkCheckpoint(said, root, run.trust, run.origin);
    if (differs !== undefined) return differs;
    run.checkpoints = run.checkpoints.slice(1);
    run.tally.checkpoints += 1;
    run.tally.cosignatures += said.cosignatures.length;
  }
  return checkWitnessed(run.witnessed, size, root, isSaid);
}

async function checkTiles(run: Running, leaves: readonly Buffer[]): Promise<Difference | undefined> {
  for (const { level, n, root, hashes } of run.tree.add(leaves)) {
    const place = `tile ${level}/${n}`;
    const kept = await run.source.tile(level, n);
    if (kept === undefined) return different(place, '瓦片缺失', 'the tile is missing');
    if (!kept.hashes.equals(hashes) || !kept.root.equals(root))
      return different(place, '瓦片与重算结果不符', 'the tile is not what the entries come to');
    run.tiles += 1;
    run.tally.tiles += 1;
  }
  return undefined;
}

/** The end of one log; of an ended one, that the next pins exactly it. What was lost is no difference where it is said there. */
async function checkEnd(run: Running, next: LogSource | undefined, ended: EndedLog[]): Promise<Difference | undefined> {
  const { source, tree, witnessed } = run;
  const head = await source.head();
  const [size, root] = [tree.size(), tree.root()];
  if (head === undefined ? size > 0 : head.size !== size || !head.root.equals(root))
    return different('head', '日志头与条目不符', 'the head says something else than the entries come to');
  const pinned = await pinnedBy(next, { origin: run.origin ?? '', size, root });
  if ('difference' in pinned) return pinned.difference;
  const { lost } = pinned;
  if (next !== undefined) ended.push({ origin: run.origin ?? '', size, lost: lost?.size ?? size });
  const beyond = (await nextCheckpoint(run))?.size ?? beyondEnd(witnessed, size, lost)?.size;
  if (beyond !== undefined)
    return different(
      `checkpoint ${beyond}`,
      `日志曾有 ${beyond} 条，现仅 ${size} 条：末尾被截断`,
      `the log had ${beyond} entries and has ${size}: its end was cut off`,
    );
  if ((await source.tileCount()) !== run.tiles)
    return different('tiles', '瓦片多于条目所成', 'there are more tiles than the entries come to');
  return undefined;
}

/** What the journal has beside all logs. */
async function checkJournal(
  { source, follower }: AuditPorts,
  newest: LogSource,
  tally: Running['tally'],
): Promise<Difference | undefined> {
  const settled = (await newest.head())?.settled ?? 0;
  const unlogged = await source.unlogged();
  tally.waiting = unlogged.length;
  const passed = unlogged.find(({ place }) => place <= settled);
  if (passed !== undefined)
    return different(
      `act ${passed.stream} ${passed.fromSeq}`,
      '账簿中有而日志中没有的行为',
      'the log has passed this act by',
    );
  return follower?.finish(await source.fences(''), new Set(unlogged.map(({ stream }) => stream)));
}
