import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCheckpoint } from '@liangqian/verify/checkpoint.ts';
import { verifierKey } from '@liangqian/verify/note.ts';
import { sigsumChecksum, sigsumEntry, sigsumMessage } from '@liangqian/verify/sigsum.ts';
import type { Trust } from '@liangqian/verify/trust.ts';
import { sealAct } from '../src/journal/act-record.ts';
import { sha256Hex } from '../src/kernel/digest.ts';
import type { AuditRow, AuditSource, LogSource } from '../src/ledger/audit/source.ts';
import { logVerifierKeys, signCheckpoint } from '../src/ledger/checkpoint.ts';
import { leafHash, recordOf, writeRecord } from '../src/ledger/ledger.ts';
import { fileLogKeys } from '../src/ledger/log-keys.ts';
import type { LogKeys } from '../src/ledger/ledger.ts';
import { emptyEdge, emptyRoot, grow, type Tile } from '../src/ledger/merkle.ts';
import type { SaidCheckpoint } from '../src/ledger/witnessed/store.ts';
import { judgeAddCheckpoint, type WitnessKey } from '../src/ledger/witness.ts';

/** A whole log in memory, made by the code that makes the real one: what an attacker with the database could change. */
export interface Model {
  rows: AuditRow[];
  head: { size: number; root: Buffer; settled: number };
  checkpoints: SaidCheckpoint[];
  tiles: Tile[];
}

export interface World {
  readonly keys: LogKeys;
  readonly witness: WitnessKey;
  readonly trust: Trust;
  /** A key with which nobody signs any more. */
  readonly oldKeys: LogKeys;
}

export const REALM = '110198';
const AT = '2026-03-04T01:30:00.000Z';
const SECONDS = 1_772_587_800;

export function openWorld(): World {
  const directory = mkdtempSync(join(tmpdir(), 'liangqian-tamper-'));
  try {
    const [keys, oldKeys] = ['now', 'old'].map((name) =>
      fileLogKeys({ directory: join(directory, name), passphrase: 'development' }),
    );
    if (keys === undefined || oldKeys === undefined) throw new Error('no keys');
    const witness = newWitness();
    const [log, sm2] = logVerifierKeys(keys);
    const policy = {
      logs: [log],
      witnesses: [{ name: 'audit', key: witness.key }],
      groups: [],
      quorum: 'audit',
    };
    return { keys, oldKeys, witness, trust: { policy, submitKeys: [keys.submitKey], sm2Keys: [sm2] } };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function newWitness(): WitnessKey {
  const { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  return { key: verifierKey('audit.example', 'cosignature', new Uint8Array(raw)), secret: privateKey };
}

export type Written = Omit<AuditRow, 'leaf' | 'record' | 'subject' | 'idx'>;

/** Acts in several streams; the last act of each fourth stream revokes what it is about. */
export function writeActs(count: number, streams: number, kind = 'note'): readonly Written[] {
  const heads = new Map<string, { readonly seq: number; readonly hash: string; readonly salt: Buffer }>();
  return Array.from({ length: count }, (_, nth) => {
    const stream = `${kind}/${nth % streams}`;
    const { seq, hash: prev, salt } = heads.get(stream) ?? { seq: 0, hash: '', salt: randomBytes(32) };
    const type = nth + streams >= count && nth % 4 === 0 ? 'NoteRevoked' : 'NoteWritten';
    const sealed = sealAct({
      realm: REALM,
      stream,
      seq: seq + 1,
      at: AT,
      actor: { kind: 'operator', id: 'bench' },
      requestId: `${kind}-${nth}`,
      events: [{ type, data: { text: `text ${nth}` } }],
      prev,
    });
    heads.set(stream, { seq: seq + 1, hash: sealed.hash, salt });
    const hash = Buffer.from(sealed.hash, 'hex');
    const act = { stream, fromSeq: seq + 1, toSeq: seq + 1, hash, body: sealed.body.toString('utf8') };
    return { place: nth + 1, salt, act };
  });
}

/** Logs the acts, with checkpoints at the sizes; whoever has the keys can do the same again with other acts. */
export async function logActs(world: World, written: readonly Written[], sizes: readonly number[]): Promise<Model> {
  const rows = await Promise.all(written.map((one, idx) => rowOf(world.keys, one, idx)));
  const tiles: Tile[] = [];
  const checkpoints: SaidCheckpoint[] = [];
  let edge = emptyEdge;
  let root = emptyRoot();
  for (const size of [...sizes, rows.length]) {
    const grown = grow(
      edge,
      rows.slice(edge.size, size).map(({ leaf }) => leafHash(leaf)),
    );
    ({ edge, root } = grown);
    tiles.push(...grown.tiles);
    const note = signCheckpoint(world.keys, { size, root });
    checkpoints.push({ size, root, note, signedAt: AT, cosignatures: [] });
  }
  return { rows, head: { size: rows.length, root, settled: rows.length }, checkpoints, tiles };
}

async function rowOf(keys: LogKeys, written: Written, idx: number): Promise<AuditRow> {
  const { act, salt, place } = written;
  if (act === null || salt === null) throw new Error('nothing to log');
  const record = recordOf({ ...act, place }, salt, () => []);
  const text = writeRecord(record);
  const leaf = await leafOf(keys, text);
  return { ...written, idx, record: text, subject: Buffer.from(record.subject, 'hex'), leaf };
}

export async function leafOf(keys: LogKeys, record: string): Promise<Buffer> {
  const checksum = sigsumChecksum(Buffer.from(record));
  const [signature = new Uint8Array()] = await keys.signLeaves([sigsumMessage(checksum)]);
  return Buffer.from(sigsumEntry({ checksum, signature, keyHash: Buffer.from(sha256Hex(keys.submitKey), 'hex') }));
}

/** The real witness cosigns each checkpoint as it comes; only the newest is remembered. */
export function witnessAll({ witness, trust }: World, model: Model, pathOf: PathOf): Model {
  let last = { size: 0, root: new Uint8Array(emptyRoot()), note: '' };
  const checkpoints = model.checkpoints.map((said) => {
    const signed = readCheckpoint(said.note);
    const asked = signed === undefined ? undefined : { oldSize: last.size, path: pathOf(last.size, said.size), signed };
    const answer = judgeAddCheckpoint(asked, { logs: trust.policy.logs, last: () => last }, witness, SECONDS);
    if (answer.status !== 200) throw new Error(`the witness answered ${answer.status}`);
    last = { ...answer.remember, root: new Uint8Array(answer.remember.root) };
    return { ...said, cosignatures: [{ witness: 'audit', line: answer.lines }] };
  });
  return { ...model, checkpoints };
}

export type PathOf = (oldSize: number, newSize: number) => readonly Uint8Array[];

/** One log, or several that follow each other. */
export function memorySource(model: Model, later: readonly Model[] = [], origins: readonly string[] = []): AuditSource {
  const models = [model, ...later];
  return {
    logs: () => Promise.resolve(origins.map((origin, nth) => ({ generation: nth + 1, origin }))),
    log: (generation) => logSource(models[generation - 1] ?? model),
    unlogged: () => Promise.resolve([]),
    fences: () => Promise.resolve([]),
  };
}

function logSource(model: Model): LogSource {
  return {
    head: () => Promise.resolve(model.head),
    entries: (after) => Promise.resolve(model.rows.filter(({ idx }) => idx > after)),
    checkpoints: (after) => Promise.resolve(model.checkpoints.filter(({ size }) => size > after)),
    tile: (level, n) => Promise.resolve(model.tiles.find((tile) => tile.level === level && tile.n === n)),
    tileCount: () => Promise.resolve(model.tiles.length),
  };
}
