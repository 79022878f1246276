import { existsSync, readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { readCheckpoint } from '@liangqian/verify/checkpoint.ts';
import type { Trust } from '@liangqian/verify/trust.ts';
import { sigsumChecksum, sigsumEntry, sigsumMessage } from '@liangqian/verify/sigsum.ts';
import { sealAct } from '../src/journal/act-record.ts';
import { sha256Hex } from '../src/kernel/digest.ts';
import type { Clock } from '../src/kernel/time.ts';
import { logVerifierKeys } from '../src/ledger/checkpoint.ts';
import type { AppendOptions, Entry, SignedRecord } from '../src/ledger/engine/engine.ts';
import { consistencyPath, leafHash, type LogKeys, type ReadTile, recordOf, writeRecord } from '../src/ledger/ledger.ts';
import { judgeAddCheckpoint, type WitnessKey } from '../src/ledger/witness.ts';
import type { WitnessFiles } from '../src/ledger/witness-files.ts';

/** A second engine, so that the contract is not shaped by one: a single process over two files that only grow. */
export interface FileEnginePorts {
  readonly directory: string;
  readonly keys: LogKeys;
  readonly witnesses: readonly WitnessFiles[];
  readonly trust: () => Trust;
  readonly isAway: (name: string) => boolean;
  readonly clock: Clock;
}

/** One record as it is kept. */
export interface Line {
  readonly key: string;
  readonly asked: string;
  readonly body: string;
  readonly hash: string;
  readonly salt: string;
  readonly logged: string;
  readonly leaf: string;
}

const REALM = '110198';

/** What a new line is made of. */
interface Making {
  readonly options: AppendOptions;
  readonly asked: string;
  readonly before: readonly Entry[];
  readonly lines: readonly Line[];
}

export async function lineOf(
  { keys, clock }: FileEnginePorts,
  record: SignedRecord,
  { options, asked, before, lines }: Making,
): Promise<Line> {
  const last = before.at(-1);
  const seq = (last?.id.seq ?? 0) + 1;
  const stream = `record/${record.subject}`;
  const { body, hash } = sealAct({
    realm: REALM,
    stream,
    seq,
    at: clock.now(),
    actor: { kind: 'operator', id: record.org },
    requestId: options.idempotencyKey,
    events: [{ type: 'RecordAppended', data: { record } }],
    prev: last?.hash ?? '',
  });
  const known = lines.find((line) => line.hash === last?.hash)?.salt;
  const salt = known === undefined ? randomBytes(32) : Buffer.from(known, 'hex');
  const act = {
    place: lines.length,
    stream,
    fromSeq: seq,
    toSeq: seq,
    hash: Buffer.from(hash, 'hex'),
    body: body.toString('utf8'),
  };
  const logged = writeRecord(recordOf(act, salt, () => []));
  const checksum = sigsumChecksum(Buffer.from(logged));
  const [signature = new Uint8Array()] = await keys.signLeaves([sigsumMessage(checksum)]);
  const leaf = sigsumEntry({ checksum, signature, keyHash: Buffer.from(sha256Hex(keys.submitKey), 'hex') });
  return {
    key: options.idempotencyKey,
    asked,
    body: act.body,
    hash,
    salt: salt.toString('hex'),
    logged,
    leaf: Buffer.from(leaf).toString('hex'),
  };
}

/** The checkpoint with the signature of every witness that is there and has not signed it yet. */
export async function witnessed(
  { witnesses, keys, isAway, clock }: FileEnginePorts,
  lines: readonly Line[],
  note: string,
): Promise<string> {
  let whole = note;
  const signed = readCheckpoint(note);
  if (signed === undefined) throw new Error('no checkpoint');
  for (const { key, last, remember } of witnesses) {
    if (isAway(key.key.name) || whole.includes(`\u2014 ${key.key.name} `)) continue;
    const oldSize = last(keys.origin)?.size ?? 0;
    const path = await consistencyPath(tilesOf(lines), oldSize, signed.checkpoint.size);
    const logs = [logVerifierKeys(keys)[0]];
    const at = Math.floor(Date.parse(clock.now()) / 1000);
    const answer = judgeAddCheckpoint({ oldSize, path, signed }, { logs, last }, key satisfies WitnessKey, at);
    if (answer.status !== 200) throw new Error(`the witness answered ${answer.status}`);
    await remember(keys.origin, answer.remember);
    whole += answer.lines;
  }
  return whole;
}

export function leavesOf(lines: readonly Line[]): readonly Buffer[] {
  return lines.map(({ leaf }) => leafHash(Buffer.from(leaf, 'hex')));
}

/** Few lines: one tile holds them all. */
export function tilesOf(lines: readonly Line[]): ReadTile {
  return (level, n, width) => {
    if (level > 0 || lines.length > 256) throw new Error('more lines than this engine is for');
    return Promise.resolve(Buffer.concat(leavesOf(lines).slice(n * 256, n * 256 + width)));
  };
}

export function readLines(file: string): readonly string[] {
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}
