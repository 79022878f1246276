import type { Pool } from 'pg';
import type { LogId } from '../ledger.ts';

export interface LineRow {
  readonly idx: number;
  readonly leaf: Buffer;
  readonly stream: string;
  readonly fromSeq: number;
  readonly hash: Buffer;
  readonly body: string;
}

/** Entries of a log after a place, with the acts that they stand for, in order. */
export async function listLines(
  pool: Pool,
  { realm, generation }: LogId,
  after: number,
  limit: number,
): Promise<readonly LineRow[]> {
  const { rows } = await pool.query<LineRow>({
    name: 'ledger.lines',
    text: `select e.idx, e.leaf, a.stream, a.from_seq as "fromSeq", a.hash, a.body
           from (
             select l.realm, l.idx, l.leaf, l.place from ledger.entry l
             where l.realm = $1 and l.generation = $2 and l.idx > $3 order by l.idx limit $4
           ) e
           join journal.v_act a on a.realm = e.realm and a.place = e.place
           order by e.idx`,
    values: [realm, generation, after, limit],
  });
  return rows;
}

/** Checkpoints of a log beyond `size`, smallest first, some hundreds at once. */
export async function listSaid(
  pool: Pool,
  { realm, generation }: LogId,
  size: number,
): Promise<readonly { readonly size: number; readonly note: string }[]> {
  const { rows } = await pool.query<{ size: number; note: string }>({
    name: 'ledger.notes',
    text: `select c.size, c.note || coalesce((
             select string_agg(w.line, '' order by w.witness) from ledger.cosignature w
             where w.realm = c.realm and w.generation = c.generation and w.size = c.size
           ), '') as note
           from ledger.checkpoint c
           where c.realm = $1 and c.generation = $2 and c.size > $3 order by c.size limit 500`,
    values: [realm, generation, size],
  });
  return rows;
}
