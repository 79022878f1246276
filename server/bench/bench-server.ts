import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdDataDir } from '../src/kernel/data-dir.ts';
import { connectOnce, type Database } from '../src/kernel/database.ts';
import { type EmbeddedRole, startEmbeddedPostgres } from '../src/kernel/embedded-postgres.ts';
import { migrate } from '../src/kernel/migrate.ts';
import { grantEmbeddedLogins } from '../src/kernel/platform-database.ts';
import { stopLeftover } from '../src/kernel/postgres-process.ts';

const PREFIX = 'liangqian-bench-';

/** The durable embedded PostgreSQL of one run, with a migrated template that every measurement clones. */
export interface BenchServer {
  readonly dir: string;
  readonly url: (role: EmbeddedRole, database: string) => string;
  /** The postmaster, root of all processes of the server. */
  readonly pid: () => number;
  /** A fresh migrated database, on a server without pending checkpoint work. */
  readonly freshDatabase: () => Promise<string>;
  /** The same for the second time: a copy of a database that nobody is connected to. */
  readonly copyOf: (database: string) => Promise<string>;
  readonly drop: (database: string) => Promise<void>;
  readonly version: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the server in a directory of its own; a run that was killed before is swept first. With `flushDelay` (microseconds) it
 * waits before each flush of its log, for all alike, so that a fast disk stands for a slower one.
 */
export async function startBenchServer(flushDelay: number): Promise<BenchServer> {
  await sweep();
  const dir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // PostgreSQL's own account has to pass through.
  chmodSync(dir, 0o755);
  const held = await holdDataDir(dir);
  const postgres = await startEmbeddedPostgres({ dataDir: held.path, say: () => undefined });
  const adminUrl = postgres.url('postgres');
  await asAdmin(adminUrl, 'create database bench_template');
  await migrate({ url: postgres.url('postgres', 'bench_template'), allowBreaking: true });
  const admin = await connectOnce(adminUrl);
  await grantEmbeddedLogins(admin, postgres);
  await delayFlushes(admin, flushDelay);
  const { rows } = await admin.query<{ version: string }>("select current_setting('server_version') as version");
  await admin.end();
  async function cloneOf(template: string): Promise<string> {
    const name = `bench_${randomBytes(4).toString('hex')}`;
    await asAdmin(adminUrl, `create database ${name} template ${template}`);
    await asAdmin(postgres.url('postgres', name), 'select kernel.grant_database()');
    await asAdmin(adminUrl, 'checkpoint');
    return name;
  }
  return {
    dir,
    url: (role, database) => postgres.url(role, database),
    pid: () => postmasterPid(dir),
    freshDatabase: () => cloneOf('bench_template'),
    copyOf: cloneOf,
    drop: (database) => asAdmin(adminUrl, `drop database ${database} with (force)`),
    version: rows[0]?.version ?? '',
    async stop() {
      await postgres.stop();
      await held.release();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/**
 * For every role, since the server was started with a delay of its own, which no other setting replaces. `commit_siblings` at zero:
 * a lone commit waits too. A setting takes a number and no parameter.
 */
async function delayFlushes(admin: Pick<Database, 'query'>, microseconds: number): Promise<void> {
  if (microseconds === 0) return;
  await admin.query(`alter role all set commit_delay = ${Math.trunc(microseconds)}`);
  await admin.query('alter role all set commit_siblings = 0');
}

/** The postmaster of the cluster in `dir`. */
export function postmasterPid(dir: string): number {
  return Number(readFileSync(pidFile(dir), 'utf8').split('\n')[0]);
}

/** When the server in `dir` was ready, in milliseconds since 1970: it writes its state into its file then, and not again. */
export function postgresReadyAt(dir: string): number {
  return statSync(pidFile(dir)).mtimeMs;
}

function pidFile(dir: string): string {
  const pointer = join(dir, 'postgres-location');
  const cluster = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(dir, 'postgres');
  return join(cluster, 'cluster', 'postmaster.pid');
}

export async function asAdmin(url: string, sql: string): Promise<void> {
  const admin = await connectOnce(url);
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
    const dir = join(tmpdir(), name);
    await stopLeftover({ dir: join(dir, 'postgres'), home: '', account: undefined }, () => undefined);
    rmSync(dir, { recursive: true, force: true });
  }
}
