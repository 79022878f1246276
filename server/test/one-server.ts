import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { holdDataDir } from '../src/kernel/data-dir.ts';
import { connectOnce } from '../src/kernel/database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/kernel/embedded-postgres.ts';
import { migrate } from '../src/kernel/migrate.ts';
import { grantEmbeddedLogins } from '../src/kernel/platform-database.ts';
import { stopLeftover } from '../src/kernel/postgres-process.ts';
import { ROLES, type TestServer } from './database.ts';

const PREFIX = 'liangqian-test-';

/** One PostgreSQL per test run with one migrated database, which every test file clones. */
export default async function oneServer(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env['TEST_DATABASE_URL'];
  return outside === undefined ? onEmbedded(project) : onOutside(project, outside);
}

async function onEmbedded(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const dir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // PostgreSQL's own account has to pass through.
  chmodSync(dir, 0o755);
  const held = await holdDataDir(dir);
  const postgres = await startEmbeddedPostgres({ dataDir: held.path, say: () => undefined, durable: false });
  const server = await prepare(postgres.url('postgres'), postgres);
  project.provide('server', server);
  return async () => {
    const left = await leftDatabases(server);
    await postgres.stop();
    await held.release();
    rmSync(dir, { recursive: true, force: true });
    requireNone(left);
  };
}

async function onOutside(project: TestProject, url: string): Promise<() => Promise<void>> {
  const server = await prepare(url);
  project.provide('server', server);
  return async () => {
    const left = await leftDatabases(server);
    const admin = await connectOnce(server.adminUrl);
    for (const name of [...left, server.template]) await admin.query(`drop database "${name}" with (force)`);
    await admin.end();
    requireNone(left);
  };
}

async function prepare(adminUrl: string, postgres?: EmbeddedPostgres): Promise<TestServer> {
  const runId = randomBytes(4).toString('hex');
  const template = `liangqian_template_${runId}`;
  const admin = await connectOnce(adminUrl);
  await admin.query(`create database "${template}"`);
  const url = withDatabase(adminUrl, template);
  await migrate({ url, allowBreaking: true });
  if (postgres !== undefined) await grantEmbeddedLogins(admin, postgres);
  await admin.end();
  const roleUrls = ROLES.map((role) => [role, postgres?.url(role) ?? adminUrl] as const);
  return { adminUrl, template, roleUrls, runId };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function leftDatabases(server: TestServer): Promise<readonly string[]> {
  const admin = await connectOnce(server.adminUrl);
  const { rows } = await admin.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1) order by datname',
    [`test_${server.runId}_`],
  );
  await admin.end();
  return rows.map((row) => row.datname);
}

function requireNone(left: readonly string[]): void {
  if (left.length > 0) throw new Error(`${left.length} test database(s) were not dropped: ${left.join(', ')}`);
}

/** A killed test run leaves its server and its directory behind. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
    const dir = join(tmpdir(), name);
    await stopLeftover({ dir: join(dir, 'postgres'), home: '', account: undefined }, () => undefined);
    rmSync(dir, { recursive: true, force: true });
  }
}
