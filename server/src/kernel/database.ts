import pg from 'pg';
import { errorCode, StartFault } from './start-fault.ts';

/**
 * A pool of connections that act as one of our roles. Names in SQL are always schema-qualified: the search path is empty.
 * `date` arrives as `YYYY-MM-DD`, `timestamptz` as an instant in UTC, `int8` as a number.
 */
export type Database = pg.Pool;

/** One connection out of the pool, for a transaction. */
export type Connection = pg.PoolClient;

export type Role = 'liangqian_migrator' | 'liangqian_app' | 'liangqian_reader' | 'liangqian_auditor';

export interface DatabaseOptions {
  readonly url: string;
  /** The role that every statement runs as; the login of `url` is that role or a member of it. */
  readonly role: Role;
  readonly maxConnections?: number;
  readonly statementTimeoutMs?: number;
}

const OLDEST_SUPPORTED = 150000;

/** Opens a pool. Nothing is connected before the first query. */
export function openDatabase(options: DatabaseOptions): Database {
  const { url, role, maxConnections = 10, statementTimeoutMs = 10_000 } = options;
  const settings = { role, search_path: 'pg_catalog', statement_timeout: String(statementTimeoutMs), timezone: 'UTC' };
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    application_name: 'liangqian',
    types: { getTypeParser: typeParser },
  });
  // A connection lost while idle is replaced at the next query, which reports the fault if it lasts; unheard, it would end the process.
  pool.on('error', () => undefined);
  // The same for a connection that is lost while somebody holds it between two queries: his next query reports it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Runs `work` in one transaction on one connection; a throw rolls back. */
export async function inTransaction<T>(database: Database, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await database.connect();
  try {
    await connection.query('begin');
    const result = await work(connection);
    await connection.query('commit');
    connection.release();
    return result;
  } catch (error) {
    // A connection that cannot roll back is thrown away with its transaction.
    await connection.query('rollback').then(
      () => connection.release(),
      (lost: Error) => connection.release(lost),
    );
    throw error;
  }
}

/** One plain connection as the login of `url`, for bring-up and migration. Says in one sentence why the database cannot serve. */
export async function connectOnce(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    options: '-c search_path=pg_catalog -c timezone=UTC',
    application_name: 'liangqian',
    types: { getTypeParser: typeParser },
  });
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(url, error);
  }
  client.on('error', () => undefined);
  const version = await client.query<{ number: number; name: string }>(
    "select current_setting('server_version_num')::int4 as number, current_setting('server_version') as name",
  );
  const { number = 0, name = '' } = version.rows[0] ?? {};
  if (number >= OLDEST_SUPPORTED) return client;
  await client.end();
  throw new StartFault({
    zh: `数据库版本过低（PostgreSQL ${name}），需要 PostgreSQL 15 以上。`,
    en: `The database is too old (PostgreSQL ${name}): PostgreSQL 15 or later is needed.`,
  });
}

/** The version of the server behind `url`, as it names itself. */
export async function serverVersion(url: string): Promise<string> {
  const client = await connectOnce(url);
  try {
    const { rows } = await client.query<{ name: string }>("select current_setting('server_version') as name");
    return rows[0]?.name ?? '';
  } finally {
    await client.end();
  }
}

/** `error` as one sentence. The password in the URL is never shown. */
function unreachable(url: string, error: unknown): StartFault {
  const place = placeOf(url);
  const reason = error instanceof Error ? error.message || errorCode(error) : String(error);
  return new StartFault(
    { zh: `无法连接数据库 ${place}（${reason}）。`, en: `The database ${place} cannot be reached (${reason}).` },
    error,
  );
}

function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

const { builtins } = pg.types;

function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (format === 'binary') return pg.types.getTypeParser(oid, 'binary');
  switch (oid) {
    case builtins.DATE:
      return (value) => value;
    case builtins.TIMESTAMPTZ:
      return (value) => new Date(value).toISOString();
    case builtins.INT8:
      return safeInteger;
    default:
      return pg.types.getTypeParser(oid, 'text');
  }
}

function safeInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`${value} does not fit a number exactly`);
  return number;
}
