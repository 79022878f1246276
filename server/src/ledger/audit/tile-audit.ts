import { readCheckpoint } from '@liangqian/verify/checkpoint.ts';
import type { Trust } from '@liangqian/verify/trust.ts';
import { leafHash } from '../ledger.ts';
import { TILE, type Tile } from '../merkle.ts';
import { checkLeaf, submitKeysOf } from './act-check.ts';
import type { AuditReport, AuditTally } from './audit.ts';
import { type Difference, different } from './difference.ts';
import { checkCheckpoint, checkWitnessed, type Growing, growing, type WitnessedHead } from './tree-check.ts';

/** A file of the log by its path under `/log` (C2SP tlog-tiles); undefined when there is none. */
export type ReadLogFile = (path: string) => Promise<Buffer | undefined>;

export interface TileAuditPorts {
  readonly read: ReadLogFile;
  readonly trust: Trust;
  readonly witnessed: readonly WitnessedHead[];
}

/** Recomputes a log from its public files alone: for monitors and auditors who have no access to the database. */
export async function auditTiles({ read, trust, witnessed: heads }: TileAuditPorts): Promise<AuditReport> {
  const tally = { entries: 0, checkpoints: 0, cosignatures: 0, tiles: 0, bytes: 0, waiting: 0 };
  const note = (await read('checkpoint'))?.toString('utf8') ?? '';
  const signed = readCheckpoint(note);
  if (signed === undefined) return failed(different('checkpoint', '检查点不可读', 'there is no checkpoint'), tally);
  const { origin, size, root: said } = signed.checkpoint;
  const witnessed = heads.filter((head) => head.origin === undefined || head.origin === origin);
  const tree = growing();
  for (let n = 0; n * TILE < size; n += 1) {
    const found = await checkBundle({ read, trust, witnessed }, { n, size, tree, tally });
    if (found !== undefined) return failed(found, tally);
  }
  const cosignatures = trust.policy.witnesses
    .filter(({ key }) => signed.note.signatures.some(({ name }) => name === key.name))
    .map(({ name }) => ({ witness: name, line: '' }));
  tally.checkpoints = 1;
  tally.cosignatures = cosignatures.length;
  const row = { size, root: Buffer.from(said), note, signedAt: '', cosignatures };
  const beyond = witnessed.find((head) => head.size > size);
  const found =
    checkCheckpoint(row, tree.root(), trust) ??
    (beyond === undefined ? undefined : different(`checkpoint ${beyond.size}`, '末尾被截断', 'its end was cut off'));
  return found === undefined
    ? { state: 'whole', root: tree.root().toString('base64'), tally, ended: [] }
    : failed(found, tally);
}

function failed(difference: Difference, tally: AuditTally): AuditReport {
  return { state: 'different', difference, tally };
}

interface At {
  readonly n: number;
  readonly size: number;
  readonly tree: Growing;
  readonly tally: { entries: number; tiles: number; bytes: number };
}

/** One bundle of up to 256 entries, and the tiles that it fills. */
async function checkBundle(ports: TileAuditPorts, at: At): Promise<Difference | undefined> {
  const { n, size, tree, tally } = at;
  const width = Math.min(TILE, size - n * TILE);
  const bytes = await ports.read(`tile/entries/${tilePath(n, width)}`);
  const leaves = bytes === undefined ? undefined : entriesOf(bytes);
  if (leaves?.length !== width)
    return different(`entries ${n}`, '条目文件缺失或不完整', 'the bundle of entries is missing or not whole');
  const submitKeys = submitKeysOf(ports.trust.submitKeys);
  const signed = await Promise.all(leaves.map((leaf, nth) => checkLeaf(n * TILE + nth, leaf, submitKeys)));
  const found = signed.find((one) => one !== undefined);
  if (found !== undefined) return found;
  tally.bytes += leaves.length * 128;
  const stops = ports.witnessed.map((head) => head.size - n * TILE).filter((stop) => stop > 0 && stop < width);
  let done = 0;
  for (const stop of [...new Set([...stops, width])].toSorted((one, other) => one - other)) {
    const tiles = tree.add(leaves.slice(done, stop).map(leafHash));
    const differs = (await checkTiles(ports, at, tiles)) ?? checkHead(ports, tree);
    if (differs !== undefined) return differs;
    done = stop;
  }
  tally.entries += width;
  return undefined;
}

function checkHead({ witnessed }: TileAuditPorts, tree: Growing): Difference | undefined {
  return witnessed.some(({ size }) => size === tree.size())
    ? checkWitnessed(witnessed, tree.size(), tree.root(), true)
    : undefined;
}

async function checkTiles(
  { read }: TileAuditPorts,
  { tally }: At,
  tiles: readonly Tile[],
): Promise<Difference | undefined> {
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
