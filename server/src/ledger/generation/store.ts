import type { ClientBase, Pool } from 'pg';
import type { LoggedAct, LogId } from '../ledger.ts';
import type { SeenPlace } from '../store.ts';

/** A log of the realm with the public keys under which it speaks. */
export interface KnownLog {
  readonly generation: number;
  readonly origin: string;
  readonly logKey: Buffer;
  readonly submitKey: Buffer;
  readonly sm2Key: Buffer;
}

/** Every log that the realm has begun, oldest first. */
export async function listLogs(pool: Pool, realm: string): Promise<readonly KnownLog[]> {
  const { rows } = await pool.query<KnownLog>({
    name: 'ledger.logs',
    text: `select generation, origin, log_key as "logKey", submit_key as "submitKey", sm2_key as "sm2Key"
           from ledger.log where realm = $1 order by generation`,
    values: [realm],
  });
  return rows;
}

/** Begins the log of a generation; done again it changes nothing. Whoever holds an older one writes nothing more. */
export async function beginLog(pool: Pool, realm: string, log: KnownLog & { readonly at: string }): Promise<void> {
  const { generation, origin, logKey, submitKey, sm2Key, at } = log;
  await pool.query({
    text: 'select ledger.begin_log($1, $2, $3, $4, $5, $6, $7)',
    values: [realm, generation, origin, logKey, submitKey, sm2Key, at],
  });
}

/** The act with which a log begins, as long as it has no entry. */
export async function findBeginning(
  pool: Pool,
  { realm, generation }: LogId,
  stream: string,
): Promise<SeenPlace | undefined> {
  const { rows } = await pool.query<LoggedAct>({
    name: 'ledger.beginning',
    text: `select a.place, a.stream, a.from_seq as "fromSeq", a.to_seq as "toSeq", a.hash, a.body
           from journal.v_act a
           where a.realm = $1 and a.stream = $2 and a.from_seq = $3
             and not exists (select 1 from ledger.entry e where e.realm = a.realm and e.place = a.place)`,
    values: [realm, stream, generation - 1],
  });
  const [act] = rows;
  return act === undefined ? undefined : { place: act.place, act };
}

/** The record with which a log after another begins, as it was hashed; undefined for the first log, and while it has no entry. */
export async function findBegunRecord(pool: Pool, { realm, generation }: LogId): Promise<string | undefined> {
  if (generation === 1) return undefined;
  const { rows } = await pool.query<{ record: string }>({
    name: 'ledger.begun',
    text: 'select record from ledger.entry where realm = $1 and generation = $2 and idx = 0',
    values: [realm, generation],
  });
  return rows[0]?.record;
}

/** The transactions that write the journal now, by names that nothing else ever has. */
export async function listWriters(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ writers: readonly string[] }>({
    name: 'ledger.writers',
    text: 'select ledger.writers() as writers',
  });
  return rows[0]?.writers ?? [];
}

export interface Backlog {
  /** Acts that have no place in the log yet; counted up to ten thousand. */
  readonly waiting: number;
  /** When the first of them was done; null when there is none. */
  readonly waitingSince: string | null;
  /** When the oldest checkpoint beyond `size` was signed; null when there is none. */
  readonly unwitnessedSince: string | null;
}

/** How far the log lags behind the journal, and how long there have been checkpoints beyond `size`. */
export async function findBacklog(pool: Pool, { realm, generation }: LogId, size: number): Promise<Backlog> {
  const { rows } = await pool.query<Backlog>({
    name: 'ledger.backlog',
    text: `with behind as (
             select a.place, a.body from journal.v_act a
             where a.realm = $1
               and a.place > coalesce((select max(h.settled) from ledger.head h where h.realm = $1), 0)
               and not exists (select 1 from ledger.entry e where e.realm = a.realm and e.place = a.place)
             order by a.place limit 10000
           )
           select (
             select min(c.signed_at) from ledger.checkpoint c
             where c.realm = $1 and c.generation = $2 and c.size > $3
           ) as "unwitnessedSince",
           (select count(*) from behind) as waiting,
           (select b.body::json ->> 'at' from behind b order by b.place limit 1) as "waitingSince"`,
    values: [realm, generation, size],
  });
  return rows[0] ?? { waiting: 0, waitingSince: null, unwitnessedSince: null };
}

/** The checkpoint that the log has said at exactly this size; undefined when it never did. */
export async function findRootSaid(
  pool: Pool,
  { realm, generation }: LogId,
  size: number,
): Promise<Buffer | undefined> {
  const { rows } = await pool.query<{ root: Buffer }>({
    name: 'ledger.rootSaid',
    text: 'select root from ledger.checkpoint where realm = $1 and generation = $2 and size = $3',
    values: [realm, generation, size],
  });
  return rows[0]?.root;
}

export interface SaidHead {
  readonly realm: string;
  readonly generation: number;
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
}

/** The newest checkpoint of every log, with its cosignatures, as the transaction that `client` is in sees them. */
export async function listSaidHeads(client: ClientBase): Promise<readonly SaidHead[]> {
  const { rows } = await client.query<SaidHead>(`
    select distinct on (l.realm, l.generation) l.realm, l.generation, l.origin, c.size, c.root, c.note || coalesce((
      select string_agg(w.line, '' order by w.witness) from ledger.cosignature w
      where w.realm = c.realm and w.generation = c.generation and w.size = c.size
    ), '') as note
    from ledger.log l join ledger.checkpoint c on c.realm = l.realm and c.generation = l.generation
    order by l.realm, l.generation, c.size desc`);
  return rows;
}
