import type pg from 'pg';
import { sm3Hex } from '../src/kernel/digest.ts';
import type { Ack } from './crash-clients.ts';

export interface Audit {
  /** Acknowledged acts that are not in the journal as they were acknowledged. */
  readonly lost: number;
  /** Requests whose events stand in the journal twice, in one stream or in two. */
  readonly doubled: number;
  /** Streams with a gap, a broken hash chain, or an act of which only a part is there. */
  readonly broken: number;
}

interface EventRow {
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly hash: Buffer;
  readonly body: string;
}

interface RequestRow {
  readonly id: string;
  readonly stream: string;
  readonly from_seq: number;
  readonly to_seq: number;
}

/** Reads the whole journal as it survived and compares it with everything that clients were told. */
export async function audit(admin: pg.Client, acks: ReadonlyMap<string, Ack>): Promise<Audit> {
  const events = await admin.query<EventRow>(
    "select stream, seq, type, hash, body from journal.event where stream like 'case/%' order by stream, seq",
  );
  const requests = await admin.query<RequestRow>('select id, stream, from_seq, to_seq from journal.request');
  const byRequest = Map.groupBy(events.rows, (row) => requestIdOf(row));
  const known = new Map(requests.rows.map((row) => [row.id, row]));
  let lost = 0;
  for (const [requestId, ack] of acks) {
    const row = known.get(requestId);
    const written = byRequest.get(requestId) ?? [];
    const isThere = row?.stream === ack.stream && row.to_seq === ack.seq;
    const isWhole = row !== undefined && written.length === row.to_seq - row.from_seq + 1;
    if (!isThere || !isWhole) lost += 1;
  }
  let doubled = 0;
  for (const [requestId, written] of byRequest) {
    const row = known.get(requestId);
    const streams = new Set(written.map(({ stream }) => stream));
    // No act of these cases writes the same type of event twice: a second one is a second performance.
    const types = new Set(written.map(({ type }) => type));
    const beyond = row === undefined || written.some(({ seq }) => seq < row.from_seq || seq > row.to_seq);
    if (streams.size !== 1 || types.size !== written.length || beyond) doubled += 1;
  }
  return { lost, doubled, broken: countBroken(events.rows) };
}

function countBroken(rows: readonly EventRow[]): number {
  let broken = 0;
  for (const [, stream] of Map.groupBy(rows, (row) => row.stream)) {
    let prev = '';
    const isWhole = stream.every((row, index) => {
      const linked = row.seq === index + 1 && prevOf(row) === prev && sm3Hex(row.body) === row.hash.toString('hex');
      prev = row.hash.toString('hex');
      return linked;
    });
    const decided = stream.filter(({ type }) => type === 'DecisionMade').length;
    const delivered = stream.filter(({ type }) => type === 'CaseDelivered').length;
    if (!isWhole || decided > 1 || delivered > 1) broken += 1;
  }
  return broken;
}

function requestIdOf({ body }: EventRow): string {
  return JSON.parse(body).requestId;
}

function prevOf({ body }: EventRow): string {
  return JSON.parse(body).prev;
}
