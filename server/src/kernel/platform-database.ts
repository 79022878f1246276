import type pg from 'pg';
import { existsSync, realpathSync } from 'node:fs';
import type { Config } from './config.ts';
import { holdDataDir, isHeld } from './data-dir.ts';
import { connectOnce, type Role } from './database.ts';
import { type EmbeddedPostgres, findRunningPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { requirePort } from './lifetime.ts';
import { migrate } from './migrate.ts';
import { errorCode, StartFault } from './start-fault.ts';

/** The migrated database of this installation, outside or embedded. */
export interface PlatformDatabase {
  readonly url: (role: Role) => string;
  /** Names of the migrations applied during this bring-up. */
  readonly migrated: readonly string[];
  /** Settles when the embedded server ends, asked or not; never for an outside one. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface PlatformDatabaseOptions {
  /** Absent means the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** The login that migrates; absent means the same as `databaseUrl`. */
  readonly migratorUrl?: string | undefined;
  readonly dataDir: string;
  readonly say: (line: string) => void;
  readonly allowBreaking?: boolean;
  /** Only data that is thrown away may give up durability for speed; an outside server decides that for itself. */
  readonly durable?: boolean;
  /** Called, perhaps more than once, when nothing is left to do but wait for a server: the time to load the rest of the program. */
  readonly onWait?: () => void;
}

/** Our database in the embedded server. */
export const DATABASE_NAME = 'liangqian';
/** invalid_catalog_name (PostgreSQL documentation, appendix A). */
const MISSING_DATABASE = '3D000';
const SERVING_ROLES = ['liangqian_app', 'liangqian_reader', 'liangqian_auditor'] as const;
const LOGIN_ROLES = [...SERVING_ROLES, 'liangqian_migrator'] as const;

/** Brings up the database of `config` for a program that will listen on its port. */
export async function startDatabase(
  config: Config,
  say: (line: string) => void,
  onWait: () => void = () => undefined,
): Promise<PlatformDatabase> {
  await requirePort(config);
  say('正在启动数据库 starting the database …');
  return bringUpDatabase({ ...databaseOf(config, say), onWait });
}

/** The database that the settings name, for the program and for every command. */
export function databaseOf(config: Config, say: (line: string) => void): PlatformDatabaseOptions {
  const { DATABASE_URL: databaseUrl, DATABASE_MIGRATOR_URL: migratorUrl, DATA_DIR: dataDir } = config;
  return { databaseUrl, migratorUrl, dataDir, say };
}

/** Brings the database up: holds the data directory, starts the embedded server unless a URL names one, and migrates. */
export async function bringUpDatabase(options: PlatformDatabaseOptions): Promise<PlatformDatabase> {
  const held = await holdDataDir(options.dataDir);
  try {
    const { say, durable = true, onWait = () => undefined } = options;
    if (options.databaseUrl !== undefined) {
      onWait();
      return await outside(options, options.databaseUrl, held.release);
    }
    const server = await startEmbeddedPostgres({ dataDir: held.path, say, durable, onWait });
    return await embedded(options, server, held.release);
  } catch (error) {
    await held.release();
    throw error;
  }
}

/**
 * For a command beside a running program: its embedded server when one runs on the data directory, else the database is
 * brought up for the command alone.
 */
export async function reachDatabase(options: PlatformDatabaseOptions): Promise<PlatformDatabase> {
  // An outside server serves many programs at once; only the embedded one belongs to the holder of the data directory.
  if (options.databaseUrl !== undefined) return outside(options, options.databaseUrl, () => Promise.resolve());
  const running = findRunning(options.dataDir);
  if (running === undefined) return bringUpDatabase(options);
  const url = (role: Role) => running.url(role, DATABASE_NAME);
  return { url, migrated: [], ended: new Promise(() => undefined), stop: () => Promise.resolve() };
}

function findRunning(dataDir: string): ReturnType<typeof findRunningPostgres> {
  // Only a live holder counts: what a killed program left behind is stopped and started afresh.
  return existsSync(dataDir) && isHeld(dataDir) ? findRunningPostgres(realpathSync(dataDir)) : undefined;
}

/**
 * On the embedded server every role is a login with its own password; on an outside one the operator decides that. A role
 * that may log in has its password already: all of them, the administrator's too, follow from one secret of the data
 * directory, and hashing them anew (SCRAM, RFC 5802) would hold up every start.
 */
export async function grantEmbeddedLogins(admin: pg.Client, server: EmbeddedPostgres): Promise<void> {
  const { rows } = await admin.query<{ rolname: string }>('select rolname from pg_roles where rolcanlogin');
  const ready = new Set(rows.map(({ rolname }) => rolname));
  const logins = LOGIN_ROLES.filter((role) => !ready.has(role)).map(
    (role) => `alter role ${role} login password '${new URL(server.url(role)).password}'`,
  );
  if (logins.length > 0) await admin.query(logins.join(';'));
}

async function outside(
  options: PlatformDatabaseOptions,
  databaseUrl: string,
  release: () => Promise<void>,
): Promise<PlatformDatabase> {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl) || !URL.canParse(databaseUrl)) throw notAUrl();
  await requireWrites(options.migratorUrl ?? databaseUrl);
  const migrated = await migrate({
    url: options.migratorUrl ?? databaseUrl,
    allowBreaking: options.allowBreaking ?? false,
  });
  await requireRoles(databaseUrl);
  return { url: () => databaseUrl, migrated, ended: new Promise(() => undefined), stop: release };
}

/** A replica, or a restore that is not done, would answer every question and take no act. */
async function requireWrites(databaseUrl: string): Promise<void> {
  const client = await connectOnce(databaseUrl);
  try {
    const { rows } = await client.query<{ recovers: boolean }>('select pg_is_in_recovery() as recovers');
    if (rows[0]?.recovers === true) throw stillRecovers();
  } finally {
    await client.end();
  }
}

/** The login of the URL acts in the three roles that write, read and audit; who may not is told which grant is missing. */
async function requireRoles(databaseUrl: string): Promise<void> {
  const login = decodeURIComponent(new URL(databaseUrl).username) || 'LOGIN';
  try {
    const client = await connectOnce(databaseUrl);
    try {
      const { rows } = await client.query<{ name: string }>(
        "select rolname as name from pg_roles where rolname = any($1) and not pg_has_role(oid, 'member')",
        [SERVING_ROLES],
      );
      if (rows.length > 0) throw notMember(login);
    } finally {
      await client.end();
    }
  } catch (error) {
    // Only members of the roles may connect at all.
    const isDenied = error instanceof StartFault && errorCode(error.cause) === '42501';
    throw isDenied ? notMember(login) : error;
  }
}

function notMember(login: string): StartFault {
  const grant = `grant ${SERVING_ROLES.join(', ')} to "${login}"`;
  return new StartFault({
    zh: `DATABASE_URL 的登录名不是所需角色的成员，请由角色的创建者执行：${grant}。`,
    en: `The login of DATABASE_URL is not a member of the roles it acts in; their creator must run: ${grant}`,
  });
}

async function embedded(
  options: PlatformDatabaseOptions,
  server: EmbeddedPostgres,
  release: () => Promise<void>,
): Promise<PlatformDatabase> {
  try {
    const migrated = await migrateOrCreate(options, server);
    return {
      url: (role) => server.url(role, DATABASE_NAME),
      migrated,
      ended: server.ended,
      async stop() {
        await server.stop();
        await release();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Every start but the first finds its database: it is created when it turns out to be missing. */
async function migrateOrCreate(options: PlatformDatabaseOptions, server: EmbeddedPostgres): Promise<readonly string[]> {
  const migration = {
    url: server.url('postgres', DATABASE_NAME),
    allowBreaking: options.allowBreaking ?? false,
    afterwards: (client: pg.Client) => grantEmbeddedLogins(client, server),
  };
  try {
    return await migrate(migration);
  } catch (error) {
    if (!(error instanceof StartFault) || errorCode(error.cause) !== MISSING_DATABASE) throw error;
    await createDatabase(server);
    return migrate(migration);
  }
}

async function createDatabase(server: EmbeddedPostgres): Promise<void> {
  const admin = await connectOnce(server.url('postgres'));
  try {
    await admin.query(`create database ${DATABASE_NAME}`);
  } finally {
    await admin.end();
  }
}

function stillRecovers(): StartFault {
  return new StartFault({
    zh: 'DATABASE_URL 所指的数据库仍在恢复中，或者是只读的副本：请等恢复完成（必要时执行 select pg_wal_replay_resume()），再启动。',
    en: 'The database of DATABASE_URL is still recovering, or is a replica that takes no writes: wait for the end of its recovery (select pg_wal_replay_resume() where it is paused) and start again.',
  });
}

function notAUrl(): StartFault {
  return new StartFault({
    zh: 'DATABASE_URL 不是有效的 postgres:// 地址。',
    en: 'DATABASE_URL is not a valid postgres:// address.',
  });
}
