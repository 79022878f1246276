import type { Pool } from 'pg';
import type { LogId } from '../ledger.ts';

export interface SaidCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  /** With the log's own signatures. */
  readonly note: string;
  readonly signedAt: string;
  /** Signature lines of witnesses, with their newlines. */
  readonly cosignatures: readonly { readonly witness: string; readonly line: string }[];
}

const SAID = `select c.size, c.root, c.note, c.signed_at as "signedAt",
    coalesce((
      select json_agg(json_build_object('witness', w.witness, 'line', w.line) order by w.witness)
      from ledger.cosignature w where w.realm = c.realm and w.generation = c.generation and w.size = c.size
    ), '[]') as cosignatures
  from ledger.checkpoint c`;

/** The newest checkpoint; with `witnesses`, the newest that at least so many of them have cosigned. */
export async function findCheckpoint(
  pool: Pool,
  { realm, generation }: LogId,
  witnesses = 0,
): Promise<SaidCheckpoint | undefined> {
  const { rows } = await pool.query<SaidCheckpoint>({
    name: 'ledger.checkpoint',
    text: `${SAID}
           where c.realm = $1 and c.generation = $3 and $2 <= (
             select count(*) from ledger.cosignature w where w.realm = c.realm and w.generation = c.generation and w.size = c.size
           )
           order by c.size desc limit 1`,
    values: [realm, witnesses, generation],
  });
  return rows[0];
}

/** The sizes that a witness has cosigned last; a witness without any is absent. */
export async function listWitnessed(pool: Pool, { realm, generation }: LogId): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ witness: string; size: number }>({
    name: 'ledger.witnessed',
    text: 'select witness, max(size) as size from ledger.cosignature where realm = $1 and generation = $2 group by witness',
    values: [realm, generation],
  });
  return new Map(rows.map(({ witness, size }) => [witness, size]));
}

/** Keeps what a witness has signed. */
export async function keepCosignature(
  pool: Pool,
  { realm, generation }: LogId,
  kept: { readonly size: number; readonly witness: string; readonly line: string; readonly at: string },
): Promise<void> {
  await pool.query({
    name: 'ledger.cosign',
    text: `insert into ledger.cosignature (realm, generation, size, witness, line, received_at) values ($1, $2, $3, $4, $5, $6)
           on conflict do nothing`,
    values: [realm, generation, kept.size, kept.witness, kept.line, kept.at],
  });
}
