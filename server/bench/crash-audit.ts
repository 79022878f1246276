import type pg from 'pg';
import type { ActRecord } from '../src/journal/act-record.ts';
import { sm3Hex } from '../src/kernel/digest.ts';
import type { Ack } from './crash-clients.ts';

export interface Audit {
  /** Acknowledged acts that are not in the journal as they were acknowledged. */
  readonly lost: number;
  /** Acts that did what an earlier act of their stream had done: no act of these cases writes a type of event again. */
  readonly doubled: number;
  /** Streams with a gap, a broken hash chain, or more than one end. */
  readonly broken: number;
}

interface ActRow {
  readonly stream: string;
  readonly from_seq: number;
  readonly to_seq: number;
  readonly request_id: string;
  readonly hash: Buffer;
  readonly body: string;
}

interface ReadAct extends ActRow {
  readonly record: ActRecord;
}

/** Reads the whole journal as it survived and compares it with everything that clients were told. */
export async function audit(admin: pg.Client, acks: ReadonlyMap<string, Ack>): Promise<Audit> {
  const { rows } = await admin.query<ActRow>(
    `select stream, from_seq, to_seq, request_id, hash, body from journal.act
     where stream like 'case/%' order by stream, from_seq`,
  );
  const acts = rows.map((row): ReadAct => ({ ...row, record: JSON.parse(row.body) }));
  const byRequest = new Map(acts.map((act) => [act.request_id, act]));
  const streams = [...Map.groupBy(acts, ({ stream }) => stream).values()];
  return {
    lost: [...acks].filter(([id, ack]) => !isThere(byRequest.get(id), ack)).length,
    doubled: streams.reduce((sum, stream) => sum + countDoubled(stream), 0),
    broken: streams.filter((stream) => !isWhole(stream)).length,
  };
}

function isThere(act: ReadAct | undefined, ack: Ack): boolean {
  return act?.stream === ack.stream && act.to_seq === ack.seq;
}

function countDoubled(stream: readonly ReadAct[]): number {
  const seen = new Set<string>();
  return stream.filter(({ record }) => {
    const types = record.events.map(({ type }) => type);
    const again = types.some((type) => seen.has(type)) || new Set(types).size < types.length;
    for (const type of types) seen.add(type);
    return again;
  }).length;
}

function isWhole(stream: readonly ReadAct[]): boolean {
  let prev = '';
  let seq = 0;
  return stream.every(({ from_seq: from, to_seq: to, request_id: requestId, hash, body, record }) => {
    const follows = from === seq + 1 && record.seq === from && record.events.length === to - seq;
    const isChained = record.prev === prev && record.requestId === requestId && sm3Hex(body) === hash.toString('hex');
    prev = hash.toString('hex');
    seq = to;
    return follows && isChained;
  });
}
