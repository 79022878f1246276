import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase } from '../../test/database.ts';
import { connectOnce, openDatabase } from './database.ts';
import { bringUpDatabase, type PlatformDatabase, reachDatabase } from './platform-database.ts';

let dataDir: string;
let running: PlatformDatabase;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'liangqian-platform-'));
  // PostgreSQL's own account has to pass through.
  chmodSync(dataDir, 0o755);
  running = await bringUpDatabase({ databaseUrl: undefined, dataDir, say: () => undefined });
});
afterAll(async () => {
  await running.stop();
  rmSync(dataDir, { recursive: true });
});

test('the first bring-up applies every migration, and each role signs in as itself', async () => {
  expect(running.migrated[0]).toBe('0001_kernel_roles');
  for (const role of ['liangqian_app', 'liangqian_reader', 'liangqian_auditor', 'liangqian_migrator'] as const) {
    expect(await whoIs(running.url(role), role)).toBe(role);
  }
});

test('a second program may not take the data directory, but a command beside it reaches the same server', async () => {
  const options = { databaseUrl: undefined, dataDir, say: () => undefined };
  await expect(bringUpDatabase(options)).rejects.toThrow('is using the data directory');
  const reached = await reachDatabase(options);
  expect(reached.url('liangqian_app')).toBe(running.url('liangqian_app'));
  await reached.stop();
  expect(await whoIs(running.url('liangqian_app'), 'liangqian_app')).toBe('liangqian_app');
});

test('a command reaches an outside server also while the platform holds the data directory', async () => {
  const other = await emptyDatabase();
  const reached = await reachDatabase({ databaseUrl: other.url, dataDir, say: () => undefined });
  expect(reached.migrated[0]).toBe('0001_kernel_roles');
  expect(await whoIs(reached.url('liangqian_app'), 'liangqian_app')).toBe('liangqian_app');
  await reached.stop();
  await other.drop();
});

test('an outside login that is in none of the roles is told which grant is missing', async () => {
  const other = await emptyDatabase();
  const admin = await connectOnce(other.url);
  const login = `stranger_${process.pid}`;
  await admin.query(`create role ${login} login password 'stranger'`);
  const url = new URL(other.url);
  url.username = login;
  url.password = 'stranger';
  try {
    await expect(
      reachDatabase({ databaseUrl: url.href, migratorUrl: other.url, dataDir, say: () => undefined }),
    ).rejects.toThrow(`must run: grant liangqian_app, liangqian_reader, liangqian_auditor to "${login}"`);
  } finally {
    await admin.query(`drop role ${login}`);
    await admin.end();
    await other.drop();
  }
});

async function whoIs(url: string, role: Parameters<PlatformDatabase['url']>[0]): Promise<string | undefined> {
  const database = openDatabase({ url, role, maxConnections: 1 });
  try {
    return (await database.query<{ name: string }>('select current_user as name')).rows[0]?.name;
  } finally {
    await database.end();
  }
}
