import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { connectOnce, type Database, openDatabase, type Role } from '../src/kernel/database.ts';

export interface TestServer {
  readonly adminUrl: string;
  readonly template: string;
  readonly roleUrls: readonly (readonly [Role, string])[];
  readonly runId: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer;
  }
}

export const ROLES = ['liangqian_migrator', 'liangqian_app', 'liangqian_reader', 'liangqian_auditor'] as const;

/** A fresh, migrated database for one test file. Call `drop` in `afterAll`: a database left behind fails the run. */
export interface TestDatabase {
  readonly name: string;
  /** As `liangqian_app`, the role that the program runs as. */
  readonly database: Database;
  readonly url: (role: Role) => string;
  /** A pool as another role; closed by `drop`. */
  readonly asRole: (role: Role) => Database;
  /** As the server's superuser, for what no role of ours may do. */
  readonly adminUrl: string;
  /** Runs `sql` as the superuser. */
  readonly asOwner: (sql: string) => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** Clones the migrated template. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('server');
  const name = newName(server);
  await asAdmin(server.adminUrl, `create database "${name}" template "${server.template}"`);
  const adminUrl = withDatabase(server.adminUrl, name);
  await asAdmin(adminUrl, 'select kernel.grant_database()');
  const url = (role: Role) => withDatabase(urlOf(server, role), name);
  const pools = new Map<Role, Database>();
  const asRole = (role: Role) => {
    const pool = pools.get(role) ?? openDatabase({ url: url(role), role });
    pools.set(role, pool);
    return pool;
  };
  return {
    name,
    database: asRole('liangqian_app'),
    url,
    asRole,
    adminUrl,
    asOwner: (sql) => asAdmin(adminUrl, sql),
    async drop() {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
      // Fails after five seconds while a test still holds a connection: that is the leak.
      await asAdmin(server.adminUrl, `drop database "${name}"`);
    },
  };
}

/** A database without any migration, and the superuser's URL of it. */
export async function emptyDatabase(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const server = inject('server');
  const name = newName(server);
  await asAdmin(server.adminUrl, `create database "${name}"`);
  return {
    url: withDatabase(server.adminUrl, name),
    drop: () => asAdmin(server.adminUrl, `drop database "${name}"`),
  };
}

function newName(server: TestServer): string {
  return `test_${server.runId}_${randomBytes(6).toString('hex')}`;
}

function urlOf(server: TestServer, role: Role): string {
  const url = server.roleUrls.find(([name]) => name === role)?.[1];
  if (url === undefined) throw new Error(`no login for ${role}`);
  return url;
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const admin = await connectOnce(url);
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
