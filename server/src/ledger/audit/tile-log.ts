import { readCheckpoint } from '@liangqian/verify/checkpoint.ts';
import type { Trust } from '@liangqian/verify/trust.ts';
import { leafHash, type Pins } from '../ledger.ts';
import { TILE, type Tile } from '../merkle.ts';
import type { SaidCheckpoint } from '../witnessed/store.ts';
import { checkLeaves, type SubmitKeys, submitKeysOf } from './act-check.ts';
import { type Difference, different } from './difference.ts';
import { beyondEnd } from './generations.ts';
import { checkCheckpoint, checkWitnessed, type Growing, growing, type WitnessedHead } from './tree-check.ts';

/** A file of the log by its path under `/log` (C2SP tlog-tiles); undefined when there is none. */
export type ReadLogFile = (path: string) => Promise<Buffer | undefined>;

export interface TileTally {
  entries: number;
  checkpoints: number;
  cosignatures: number;
  tiles: number;
  bytes: number;
}

export interface TileLogPorts {
  readonly read: ReadLogFile;
  readonly trust: Trust;
  /** What witnesses have seen of this log. */
  readonly witnessed: readonly WitnessedHead[];
  readonly origin: string;
  /** The newest checkpoint, empty where the log never said one. */
  readonly note: string;
  /** Where the log after it says that this one ended; undefined for the newest. */
  readonly pinned: Pins | undefined;
  /** Of all logs together. */
  readonly tally: TileTally;
}

/** What one log comes to. */
export interface TileLog {
  readonly size: number;
  readonly root: Buffer;
  /** Its first leaf; undefined in an empty log. */
  readonly first: Buffer | undefined;
}

interface Walk extends TileLogPorts {
  readonly said: SaidCheckpoint | undefined;
  readonly size: number;
  readonly tree: Growing;
  readonly submitKeys: SubmitKeys;
  first: Buffer | undefined;
}

/** Recomputes one log from its files, up to its checkpoint or, when it has ended, up to its pinned end. */
export async function auditTileLog(ports: TileLogPorts): Promise<TileLog | Difference> {
  const { note, pinned, trust, witnessed, tally } = ports;
  const said = note === '' ? undefined : saidIn(note, trust);
  if (note !== '' && said === undefined)
    return different('checkpoint', '检查点不可读', 'the checkpoint cannot be read');
  const size = pinned?.size ?? said?.size ?? 0;
  if (said !== undefined && said.size > size) return cutOff(said.size);
  const tree = growing();
  const submitKeys = submitKeysOf(trust.submitKeys);
  const walk: Walk = { ...ports, said, size, tree, submitKeys, first: undefined };
  const atNothing = checkHeads(walk);
  if (atNothing !== undefined) return atNothing;
  for (let n = 0; n * TILE < size; n += 1) {
    const found = await checkBundle(walk, n);
    if (found !== undefined) return found;
  }
  const beyond = beyondEnd(witnessed, size, pinned?.lost);
  if (beyond !== undefined) return cutOff(beyond.size);
  tally.cosignatures += said?.cosignatures.length ?? 0;
  return { size, root: tree.root(), first: walk.first };
}

/** The checkpoint with the witnesses that signed it; what they signed is checked where the tree has come so far. */
function saidIn(note: string, { policy }: Trust): SaidCheckpoint | undefined {
  const signed = readCheckpoint(note);
  if (signed === undefined) return undefined;
  const { size, root } = signed.checkpoint;
  const cosignatures = policy.witnesses
    .filter(({ key }) => signed.note.signatures.some(({ name }) => name === key.name))
    .map(({ name }) => ({ witness: name, line: '' }));
  return { size, root: Buffer.from(root), note, signedAt: '', cosignatures };
}

function cutOff(size: number): Difference {
  return different(`checkpoint ${size}`, '末尾被截断', 'its end was cut off');
}

/** One bundle of up to 256 entries, and the tiles that it fills. */
async function checkBundle(walk: Walk, n: number): Promise<Difference | undefined> {
  const { size, tree, tally, submitKeys, said, witnessed } = walk;
  const width = Math.min(TILE, size - n * TILE);
  const bytes = await walk.read(`tile/entries/${tilePath(n, width)}`);
  const leaves = bytes === undefined ? undefined : entriesOf(bytes);
  if (leaves?.length !== width)
    return different(`entries ${n}`, '条目文件缺失或不完整', 'the bundle of entries is missing or not whole');
  walk.first ??= leaves[0];
  const found = await checkLeaves(n * TILE, leaves, submitKeys);
  if (found !== undefined) return found;
  tally.bytes += leaves.length * 128;
  const heads = [...witnessed, ...(said === undefined ? [] : [said])].map((head) => head.size - n * TILE);
  const stops = heads.filter((stop) => stop > 0 && stop < width);
  let done = 0;
  for (const stop of [...new Set([...stops, width])].toSorted((one, other) => one - other)) {
    const tiles = tree.add(leaves.slice(done, stop).map(leafHash));
    const differs = (await checkTiles(walk, tiles)) ?? checkHeads(walk);
    if (differs !== undefined) return differs;
    done = stop;
  }
  tally.entries += width;
  return undefined;
}

/** Compares what is said about the tree as it is now. */
function checkHeads({ tree, said, trust, origin, witnessed, tally }: Walk): Difference | undefined {
  const [size, root] = [tree.size(), tree.root()];
  if (said?.size === size) {
    const differs = checkCheckpoint(said, root, trust, origin);
    if (differs !== undefined) return differs;
    tally.checkpoints += 1;
  }
  // Files hold the newest checkpoint alone: that others were said is not to be seen from them.
  return checkWitnessed(witnessed, size, root, true);
}

async function checkTiles({ read, tally }: Walk, tiles: readonly Tile[]): Promise<Difference | undefined> {
  for (const { level, n, hashes } of tiles) {
    const kept = await read(`tile/${level}/${tilePath(n, TILE)}`);
    if (kept?.equals(hashes) !== true)
      return different(`tile ${level}/${n}`, '瓦片与重算结果不符', 'the tile is not what the entries come to');
    tally.tiles += 1;
  }
  return undefined;
}

/** Entries with their lengths before them; undefined when the bytes are no such thing, or a leaf is none of ours. */
function entriesOf(bytes: Buffer): readonly Buffer[] | undefined {
  if (bytes.length % 130 !== 0) return undefined;
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 130) {
    const entry = bytes.subarray(at + 2, at + 130);
    if (bytes.readUInt16BE(at) !== 128) return undefined;
    entries.push(entry);
  }
  return entries;
}

/** The place in groups of three digits, and how wide a tile is that is not full. */
export function tilePath(n: number, width: number): string {
  const digits = String(n);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const path = groups.map((group, nth) => (nth === groups.length - 1 ? group : `x${group}`)).join('/');
  return width === TILE ? path : `${path}.p/${width}`;
}
