import type { ClientBase, Pool } from 'pg';
import { listSalts } from '../store.ts';
import type { SaidCheckpoint } from '../witnessed/store.ts';
import type { LogId } from '../ledger.ts';
import type { AuditAct, AuditFence, AuditRow, AuditSource, LogSource } from './source.ts';

const BATCH = 512;

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

/** What `client` sees now, inside the transaction that it is in. One connection answers one question after the other. */
export function sourceOf(client: ClientBase, realm: string): AuditSource {
  const inTurn = oneByOne();
  return {
    logs: () =>
      inTurn(async () => {
        const { rows } = await client.query<{ generation: number; origin: string }>(
          'select l.generation, l.origin from ledger.log l where l.realm = $1 order by l.generation',
          [realm],
        );
        return rows;
      }),
    log: (generation) => logSource(client, { realm, generation }, inTurn),
    unlogged: () => inTurn(() => listUnlogged(client, realm)),
    fences: (prefix) =>
      inTurn(async () => {
        const { rows } = await client.query<AuditFence>(
          'select f.key, f.open, f.epoch from journal.v_fence f where f.realm = $1 and starts_with(f.key, $2) order by f.key',
          [realm, prefix],
        );
        return rows;
      }),
  };
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

function oneByOne(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

function logSource(client: ClientBase, log: LogId, inTurn: InTurn): LogSource {
  return {
    head: () => inTurn(() => findHead(client, log)),
    entries: (after) => inTurn(() => listEntries(client, log, after)),
    checkpoints: (after) => inTurn(() => listCheckpoints(client, log, after)),
    tile: (level, n) => inTurn(() => findTile(client, log, level, n)),
    tileCount: () => inTurn(() => countTiles(client, log)),
  };
}

async function findHead(client: ClientBase, { realm, generation }: LogId): ReturnType<LogSource['head']> {
  const { rows } = await client.query<{ size: number; root: Buffer; settled: number }>(
    'select size, root, settled from ledger.head where realm = $1 and generation = $2',
    [realm, generation],
  );
  return rows[0];
}

async function findTile(
  client: ClientBase,
  { realm, generation }: LogId,
  level: number,
  n: number,
): ReturnType<LogSource['tile']> {
  const { rows } = await client.query<{ root: Buffer; hashes: Buffer }>({
    name: 'audit.tile',
    text: 'select root, hashes from ledger.tile where realm = $1 and generation = $4 and level = $2 and n = $3',
    values: [realm, level, n, generation],
  });
  return rows[0];
}

async function countTiles(client: ClientBase, { realm, generation }: LogId): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*) as count from ledger.tile where realm = $1 and generation = $2',
    [realm, generation],
  );
  return Number(rows[0]?.count ?? 0);
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

/**
 * Three plain questions for a batch instead of one that joins: places stand close together, and a join over the block ranges of
 * places is planned as one search for each row while the tables have no statistics yet.
 */
async function listEntries(
  client: ClientBase,
  { realm, generation }: LogId,
  after: number,
): Promise<readonly AuditRow[]> {
  const { rows: entries } = await client.query<Omit<AuditRow, 'act' | 'salt'>>({
    name: 'audit.entries',
    text: `select e.idx, e.place, e.leaf, e.record, e.subject from ledger.entry e
           where e.realm = $1 and e.generation = $4 and e.idx > $2 order by e.idx limit $3`,
    values: [realm, after, BATCH, generation],
  });
  const places = entries.map(({ place }) => place);
  const acts = await listActs(client, realm, places);
  const salts = await listSalts(client, realm, [...new Set([...acts.values()].map(({ stream }) => stream))]);
  return entries.map((entry) => {
    const act = acts.get(entry.place) ?? null;
    return { ...entry, act, salt: act === null ? null : (salts.get(act.stream) ?? null) };
  });
}

async function listActs(
  client: ClientBase,
  realm: string,
  places: readonly number[],
): Promise<ReadonlyMap<number, AuditAct>> {
  if (places.length === 0) return new Map();
  const wanted = new Set(places);
  const { rows } = await client.query<AuditAct & { readonly place: number }>({
    name: 'audit.acts',
    text: `select a.place, a.stream, a.from_seq as "fromSeq", a.to_seq as "toSeq", a.hash, a.body from journal.v_act a
           where a.realm = $1 and a.place >= $2 and a.place <= $3`,
    values: [
      realm,
      places.reduce((one, other) => Math.min(one, other)),
      places.reduce((one, other) => Math.max(one, other)),
    ],
  });
  return new Map(rows.filter(({ place }) => wanted.has(place)).map(({ place, ...act }) => [place, act]));
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
