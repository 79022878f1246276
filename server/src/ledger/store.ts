import type { Pool, PoolClient } from 'pg';
import { byteaArray, intArray, longArray, textArray } from '../kernel/binary-array.ts';
import type { LoggedAct, LogId } from './ledger.ts';
import { emptyRoot, openWidth, TILE, type Tile } from './merkle.ts';

/** Where the log stands, as the one sequencer that holds it knows. */
export interface Head {
  readonly size: number;
  readonly root: Buffer;
  readonly epoch: number;
  readonly settled: number;
}

/** A place of the journal; with an act when that is of this realm. */
export interface SeenPlace {
  readonly place: number;
  readonly act?: LoggedAct;
}

export interface NewEntry {
  readonly place: number;
  readonly leaf: Buffer;
  /** Canonical JSON as UTF-8. */
  readonly record: Buffer;
  readonly subject: Buffer;
}

/** A lock on the log that ends with the connection, whatever becomes of the process; undefined while another holds it. */
export async function tryHold(pool: Pool, realm: string): Promise<PoolClient | undefined> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ held: boolean }>(
      "select pg_try_advisory_lock(hashtextextended('ledger/' || $1, 0)) as held",
      [realm],
    );
    if (rows[0]?.held === true) return client;
  } catch (error) {
    client.release(true);
    throw error;
  }
  client.release();
  return undefined;
}

/** Gives the lock back. A connection that cannot say so is closed, which gives it back as well. */
export async function letGo(client: PoolClient): Promise<void> {
  await client.query('select pg_advisory_unlock_all()').then(
    () => client.release(),
    (lost: Error) => client.release(lost),
  );
}

/** Takes the log over: whoever held it before writes nothing more. Undefined: a newer log has begun, and this one has ended. */
export async function takeOver(pool: Pool, { realm, generation }: LogId): Promise<Head | undefined> {
  const { rows } = await pool.query<Head>({
    name: 'ledger.takeOver',
    text: 'select size, root, epoch, settled from ledger.take_over($1, $2, $3)',
    values: [realm, emptyRoot(), generation],
  });
  return rows[0];
}

export async function findHead(
  pool: Pool,
  { realm, generation }: LogId,
): Promise<Omit<Head, 'epoch' | 'settled'> | undefined> {
  const { rows } = await pool.query<Omit<Head, 'epoch' | 'settled'>>({
    name: 'ledger.head',
    text: 'select size, root from ledger.head where realm = $1 and generation = $2',
    values: [realm, generation],
  });
  return rows[0];
}

interface PlaceRow extends Omit<LoggedAct, 'body'> {
  readonly body: string | null;
}

/** The places after `after`, and those `gaps` that meanwhile became visible, in order; at most `limit` places on. */
export async function listPlaces(
  pool: Pool,
  realm: string,
  { after, gaps, limit }: { readonly after: number; readonly gaps: readonly number[]; readonly limit: number },
): Promise<readonly SeenPlace[]> {
  const { rows } = await pool.query<PlaceRow>({
    name: 'ledger.places',
    text: `select a.place, a.stream, a.from_seq as "fromSeq", a.to_seq as "toSeq", a.hash,
             case when a.realm = $1 then a.body end as body
           from journal.v_act a
           where a.place > $2 and a.place <= $2 + $4 or a.place = any($3)
           order by a.place`,
    values: [realm, after, gaps, limit],
  });
  return rows.map(({ body, ...act }) =>
    body === null ? { place: act.place } : { place: act.place, act: { ...act, body } },
  );
}

/** Places after `settled` that have their entry already: behind a gap the log goes on. */
export async function listLogged(pool: Pool, realm: string, settled: number): Promise<readonly number[]> {
  const { rows } = await pool.query<{ place: number }>({
    name: 'ledger.logged',
    text: 'select e.place from ledger.entry e where e.realm = $1 and e.place > $2',
    values: [realm, settled],
  });
  return rows.map(({ place }) => place);
}

/** The salts of those of the streams that have one. */
export async function listSalts(
  pool: Pick<Pool, 'query'>,
  realm: string,
  streams: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  if (streams.length === 0) return new Map();
  const { rows } = await pool.query<{ stream: string; salt: Buffer }>({
    name: 'ledger.salts',
    text: 'select s.stream, s.salt from ledger.salt s where s.realm = $1 and s.stream = any($2::text[])',
    values: [realm, textArray(streams)],
  });
  return new Map(rows.map(({ stream, salt }) => [stream, salt]));
}

/** The highest place that any act has; 0 before the first. */
export async function lastPlace(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ place: number }>({
    name: 'ledger.lastPlace',
    text: 'select coalesce(max(a.place), 0)::bigint as place from journal.v_act a',
  });
  return rows[0]?.place ?? 0;
}

export interface Extension {
  readonly head: Head;
  readonly root: Buffer;
  readonly settled: number;
  readonly entries: readonly NewEntry[];
  readonly salts: readonly { readonly stream: string; readonly salt: Buffer }[];
  readonly tiles: readonly Tile[];
}

/** Adds entries in one commit. False: another sequencer holds the log now. */
export async function extendLog(pool: Pool, { realm, generation }: LogId, extension: Extension): Promise<boolean> {
  const { head, root, settled, entries, salts, tiles } = extension;
  const { rows } = await pool.query<{ added: boolean }>({
    name: 'ledger.add',
    text: `select ledger.add($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) as added`,
    values: [
      realm,
      generation,
      head.epoch,
      head.size,
      root,
      settled,
      longArray(entries.map(({ place }) => place)),
      byteaArray(entries.map(({ leaf }) => leaf)),
      textArray(entries.map(({ record }) => record)),
      byteaArray(entries.map(({ subject }) => subject)),
      textArray(salts.map(({ stream }) => stream)),
      byteaArray(salts.map(({ salt }) => salt)),
      intArray(tiles.map(({ level }) => level)),
      longArray(tiles.map(({ n }) => n)),
      byteaArray(tiles.map((tile) => tile.root)),
      byteaArray(tiles.map(({ hashes }) => hashes)),
    ],
  });
  return rows[0]?.added === true;
}

/** Says where the log stands; false when another sequencer holds it. */
export async function sayCheckpoint(
  pool: Pool,
  { realm, generation }: LogId,
  said: { readonly head: Head; readonly note: string; readonly at: string },
): Promise<boolean> {
  const { head, note, at } = said;
  const { rows } = await pool.query<{ said: boolean }>({
    name: 'ledger.say',
    text: 'select ledger.say($1, $2, $3, $4, $5, $6, $7) as said',
    values: [realm, head.epoch, head.size, head.root, note, at, generation],
  });
  return rows[0]?.said === true;
}

/** The leaves of the tile that is not full, to grow on from. */
export async function listLeaves(
  pool: Pool,
  { realm, generation }: LogId,
  from: number,
  to: number,
): Promise<readonly Buffer[]> {
  const { rows } = await pool.query<{ leaf: Buffer }>({
    name: 'ledger.leaves',
    text: 'select leaf from ledger.entry where realm = $1 and generation = $4 and idx >= $2 and idx < $3 order by idx',
    values: [realm, from, to, generation],
  });
  return rows.map(({ leaf }) => leaf);
}

/** The hashes that stand for full tiles of a level, in a range of places. */
export async function listTileRoots(
  pool: Pool,
  { realm, generation }: LogId,
  level: number,
  range: { readonly from: number; readonly to: number },
): Promise<readonly Buffer[]> {
  const { rows } = await pool.query<{ root: Buffer }>({
    name: 'ledger.tileRoots',
    text: `select root from ledger.tile
           where realm = $1 and generation = $5 and level = $2 and n >= $3 and n < $4 order by n`,
    values: [realm, level, range.from, range.to, generation],
  });
  return rows.map(({ root }) => root);
}

/** A full tile; undefined while it is not full. */
export async function findTile(
  pool: Pool,
  { realm, generation }: LogId,
  level: number,
  n: number,
): Promise<Buffer | undefined> {
  const { rows } = await pool.query<{ hashes: Buffer }>({
    name: 'ledger.tile',
    text: 'select hashes from ledger.tile where realm = $1 and generation = $4 and level = $2 and n = $3',
    values: [realm, level, n, generation],
  });
  return rows[0]?.hashes;
}

/** How wide the open tile of a level is, and where in the level below its hashes come from. */
export function openRange(size: number, level: number): { readonly from: number; readonly to: number } {
  const to = Math.floor(size / TILE ** level);
  return { from: to - openWidth(size, level), to };
}

export interface EntryRow {
  /** Which log of the realm has it. */
  readonly generation: number;
  readonly idx: number;
  readonly place: number;
  readonly leaf: Buffer;
  readonly record: string;
  readonly salt: Buffer | null;
  readonly stream: string;
  readonly fromSeq: number;
  readonly toSeq: number;
}

const ENTRY = `select e.generation, e.idx, e.place, e.leaf, e.record, s.salt, a.stream, a.from_seq as "fromSeq", a.to_seq as "toSeq"
  from journal.v_act a
  join ledger.entry e on e.realm = a.realm and e.place = a.place
  left join ledger.salt s on s.realm = a.realm and s.stream = a.stream`;

/** The entry of the act that holds an event. */
export async function findEntry(pool: Pool, realm: string, stream: string, seq: number): Promise<EntryRow | undefined> {
  const { rows } = await pool.query<EntryRow>({
    name: 'ledger.entryOf',
    text: `${ENTRY} where a.realm = $1 and a.stream = $2 and a.from_seq <= $3 and a.to_seq >= $3`,
    values: [realm, stream, seq],
  });
  return rows[0];
}

/** Every entry of a stream, oldest first. */
export async function listEntries(pool: Pool, realm: string, stream: string): Promise<readonly EntryRow[]> {
  const { rows } = await pool.query<EntryRow>({
    name: 'ledger.entriesOf',
    text: `${ENTRY} where a.realm = $1 and a.stream = $2 order by e.generation, e.idx`,
    values: [realm, stream],
  });
  return rows;
}
