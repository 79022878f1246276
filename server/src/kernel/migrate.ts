import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { connectOnce } from './database.ts';
import { sha256Hex } from './digest.ts';
import { StartFault } from './start-fault.ts';

export interface MigrateOptions {
  /** A login that may create roles at the first run, and is a member of `liangqian_migrator` afterwards. */
  readonly url: string;
  readonly directory?: string;
  /** Breaking migrations of a database in use wait for this word of the operator. */
  readonly allowBreaking?: boolean;
  /** What else the start has to do on the database; done on the same connection, because connecting takes time. */
  readonly afterwards?: (client: pg.Client) => Promise<void>;
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  readonly isBreaking: boolean;
  /** Only the first one, which creates the roles, cannot run as one of them. */
  readonly runsAsLogin: boolean;
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
}

export const MIGRATIONS_DIRECTORY = fileURLToPath(new URL('../../../db/migrations', import.meta.url));

/** Any constant: one migration at a time per database. */
const LOCK_KEY = 7_302_419;

/** Brings the database forward to this program's migrations, each in one transaction. Returns the names applied now. */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const known = readMigrations(options.directory ?? MIGRATIONS_DIRECTORY);
  const client = await connectOnce(options.url);
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    const applied = await readApplied(client);
    requireSameHistory(known, applied);
    const names = new Set(applied.map((migration) => migration.name));
    const pending = known.filter((migration) => !names.has(migration.name));
    const breaking =
      applied.length > 0 && options.allowBreaking !== true && pending.find((migration) => migration.isBreaking);
    if (breaking) throw needsWord(breaking.name);
    for (const migration of pending) await apply(client, migration);
    await options.afterwards?.(client);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/**
 * Brings an empty database exactly as far as the migrations named, inside the transaction that `client` is in; what is restored into it
 * was written under these. Each must be known here as it was.
 */
export async function migrateTo(
  client: pg.Client,
  wanted: readonly { readonly name: string; readonly checksum: string }[],
): Promise<void> {
  const known = readMigrations(MIGRATIONS_DIRECTORY);
  requireSameHistory(known, wanted);
  await client.query(HISTORY_TABLE);
  const names = new Set(wanted.map(({ name }) => name));
  for (const migration of known.filter(({ name }) => names.has(name))) await run(client, migration);
}

/** The migrations of a directory in the order of their numbers. */
export function readMigrations(directory: string): readonly Migration[] {
  return readdirSync(directory)
    .filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file))
    .toSorted()
    .map((file) => {
      const sql = readFileSync(join(directory, file), 'utf8');
      return {
        name: file.slice(0, -'.sql'.length),
        sql,
        checksum: sha256Hex(sql),
        isBreaking: /^--! breaking-change\b/m.test(sql),
        runsAsLogin: /^--! login-role\b/m.test(sql),
      };
    });
}

async function readApplied(client: pg.Client): Promise<readonly Applied[]> {
  const { rows } = await client.query<{ present: boolean }>(
    "select to_regclass('kernel.migration') is not null as present",
  );
  if (rows[0]?.present !== true) await createHistory(client);
  return (await client.query<Applied>('select name, checksum from kernel.migration order by name')).rows;
}

async function createHistory(client: pg.Client): Promise<void> {
  await client.query(`begin; ${HISTORY_TABLE} commit;`);
}

const HISTORY_TABLE = `
  create schema if not exists kernel;
  create table if not exists kernel.migration (
    name text primary key,
    checksum text not null,
    is_breaking boolean not null,
    applied_at timestamptz not null default now()
  );`;

function requireSameHistory(known: readonly Migration[], applied: readonly Applied[]): void {
  const checksums = new Map(known.map((migration) => [migration.name, migration.checksum]));
  for (const { name, checksum } of applied) {
    const expected = checksums.get(name);
    if (expected === undefined) {
      throw new StartFault({
        zh: `数据库比本程序新：其中已有本程序不认识的迁移 ${name}，请使用更新的版本。`,
        en: `The database is newer than this program: it holds the migration ${name}, unknown here. Use a newer version.`,
      });
    }
    if (expected !== checksum) {
      throw new StartFault({
        zh: `迁移 ${name} 在应用之后被修改（校验和不符），迁移文件不得修改。`,
        en: `The migration ${name} was changed after it had been applied (its checksum differs); migrations are never edited.`,
      });
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await run(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartFault(
      {
        zh: `迁移 ${migration.name} 失败，数据库未改变：${reason}`,
        en: `The migration ${migration.name} failed and changed nothing: ${reason}`,
      },
      error,
    );
  }
}

async function run(client: pg.Client, { name, sql, checksum, isBreaking, runsAsLogin }: Migration): Promise<void> {
  if (!runsAsLogin) await client.query('set local role liangqian_migrator');
  await client.query(sql);
  await client.query('reset role');
  await client.query('insert into kernel.migration (name, checksum, is_breaking) values ($1, $2, $3)', [
    name,
    checksum,
    isBreaking,
  ]);
}

function needsWord(name: string): StartFault {
  return new StartFault({
    zh: `迁移 ${name} 与旧版本不兼容：请先备份，再运行 liangqian migrate --allow-breaking。`,
    en: `The migration ${name} breaks older programs: back up first, then run liangqian migrate --allow-breaking.`,
  });
}
