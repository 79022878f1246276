import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { TestProject } from 'vitest/node';
import { holdDataDir } from '../src/kernel/data-dir.ts';
import { connectOnce, type Role } from '../src/kernel/database.ts';
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
    for (const role of ROLES) await admin.query(`drop role ${loginName(role, server.runId)}`);
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
  const roleUrls =
    postgres === undefined ? await createLogins(admin, adminUrl, runId) : await ownLogins(admin, postgres);
  await admin.end();
  return { adminUrl, template, roleUrls, runId };
}

type RoleUrls = TestServer['roleUrls'];

async function ownLogins(admin: pg.Client, postgres: EmbeddedPostgres): Promise<RoleUrls> {
  await grantEmbeddedLogins(admin, postgres);
  return ROLES.map((role) => [role, postgres.url(role)] as const);
}

/** On somebody's server our roles stay as they are; logins of this run are members of them. */
async function createLogins(admin: pg.Client, adminUrl: string, runId: string): Promise<RoleUrls> {
  const password = randomBytes(16).toString('hex');
  const urls: (readonly [Role, string])[] = [];
  for (const role of ROLES) {
    const login = loginName(role, runId);
    await admin.query(`create role ${login} login password '${password}' in role ${role}`);
    const url = new URL(adminUrl);
    url.username = login;
    url.password = password;
    urls.push([role, url.href]);
  }
  return urls;
}

function loginName(role: Role, runId: string): string {
  return `test_${runId}_${role}`;
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
