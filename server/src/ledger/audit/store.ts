import type { ClientBase, Pool } from 'pg';
import type { SaidCheckpoint } from '../witnessed/store.ts';
import type { LogId } from '../ledger.ts';
import type { AuditFence, AuditRow, AuditSource, LogSource } from './source.ts';

const BATCH = 2_000;

/** Lets an audit read one moment of the database, while the platform goes on writing. */
export async function atOneMoment<T>(pool: Pool, realm: string, work: (source: AuditSource) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const result = await work(sourceOf(client, realm));
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}

interface Row extends Omit<AuditRow, 'act'> {
  readonly stream: string | null;
  readonly from_seq: number;
  readonly to_seq: number;
  readonly hash: Buffer;
  readonly body: string;
}

/** What `client` sees now, inside the transaction that it is in. */
export function sourceOf(client: ClientBase, realm: string): AuditSource {
  return {
    async logs() {
      const { rows } = await client.query<{ generation: number; origin: string }>(
        'select l.generation, l.origin from ledger.log l where l.realm = $1 order by l.generation',
        [realm],
      );
      return rows;
    },
    log: (generation) => logSource(client, { realm, generation }),
    unlogged: () => listUnlogged(client, realm),
    async fences(prefix) {
      const { rows } = await client.query<AuditFence>(
        'select f.key, f.open, f.epoch from journal.v_fence f where f.realm = $1 and starts_with(f.key, $2) order by f.key',
        [realm, prefix],
      );
      return rows;
    },
  };
}

function logSource(client: ClientBase, log: LogId): LogSource {
  const { realm, generation } = log;
  return {
    async head() {
      const { rows } = await client.query<{ size: number; root: Buffer; settled: number }>(
        'select size, root, settled from ledger.head where realm = $1 and generation = $2',
        [realm, generation],
      );
      return rows[0];
    },
    entries: (after) => listEntries(client, log, after),
    checkpoints: (after) => listCheckpoints(client, log, after),
    async tile(level, n) {
      const { rows } = await client.query<{ root: Buffer; hashes: Buffer }>({
        name: 'audit.tile',
        text: 'select root, hashes from ledger.tile where realm = $1 and generation = $4 and level = $2 and n = $3',
        values: [realm, level, n, generation],
      });
      return rows[0];
    },
    async tileCount() {
      const { rows } = await client.query<{ count: number }>(
        'select count(*) as count from ledger.tile where realm = $1 and generation = $2',
        [realm, generation],
      );
      return Number(rows[0]?.count ?? 0);
    },
  };
}

async function listCheckpoints(
  client: ClientBase,
  { realm, generation }: LogId,
  after: number,
): Promise<readonly SaidCheckpoint[]> {
  const { rows } = await client.query<SaidCheckpoint>({
    name: 'audit.checkpoints',
    text: `select c.size, c.root, c.note, c.signed_at as "signedAt", coalesce((
             select json_agg(json_build_object('witness', w.witness, 'line', w.line) order by w.witness)
             from ledger.cosignature w where w.realm = c.realm and w.generation = c.generation and w.size = c.size
           ), '[]') as cosignatures
           from ledger.checkpoint c
           where c.realm = $1 and c.generation = $3 and c.size > $2 order by c.size limit 500`,
    values: [realm, after, generation],
  });
  return rows;
}

async function listEntries(
  client: ClientBase,
  { realm, generation }: LogId,
  after: number,
): Promise<readonly AuditRow[]> {
  const { rows } = await client.query<Row>({
    name: 'audit.entries',
    text: `select e.idx, e.place, e.leaf, e.record, e.subject, s.salt, a.stream, a.from_seq, a.to_seq, a.hash, a.body
           from (
             select * from ledger.entry l where l.realm = $1 and l.generation = $4 and l.idx > $2
             order by l.idx limit $3
           ) e
           left join journal.v_act a on a.realm = e.realm and a.place = e.place
           left join ledger.salt s on s.realm = a.realm and s.stream = a.stream
           order by e.idx`,
    values: [realm, after, BATCH, generation],
  });
  return rows.map(({ stream, from_seq: fromSeq, to_seq: toSeq, hash, body, ...entry }) => ({
    ...entry,
    act: stream === null ? null : { stream, fromSeq, toSeq, hash, body },
  }));
}

async function listUnlogged(
  client: ClientBase,
  realm: string,
): Promise<readonly { readonly place: number; readonly stream: string; readonly fromSeq: number }[]> {
  const { rows } = await client.query<{ place: number; stream: string; fromSeq: number }>(
    `select a.place, a.stream, a.from_seq as "fromSeq" from journal.v_act a
     where a.realm = $1
       and not exists (select 1 from ledger.entry e where e.realm = a.realm and e.place = a.place)
     order by a.place limit 100`,
    [realm],
  );
  return rows;
}
