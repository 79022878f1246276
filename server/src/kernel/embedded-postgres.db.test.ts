import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdDataDir } from './data-dir.ts';
import { connectOnce } from './database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

const NODE = join(import.meta.dirname, '../../../node_modules/.bin/node');

let dataDir: string;
// One cluster for all tests: making it takes seconds, and each test leaves it stopped.
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'liangqian-embedded-'));
  // PostgreSQL's own account has to pass through.
  chmodSync(dataDir, 0o755);
  await withServer(() => Promise.resolve());
});
afterAll(() => {
  rmSync(dataDir, { recursive: true });
});

test('the embedded server keeps every commit on disk, speaks UTF-8 and listens on loopback only', async () => {
  await withServer(async (server) => {
    const settings = await query(
      server,
      `select name, setting from pg_settings
       where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'server_encoding', 'data_checksums')
       order by name`,
    );
    expect(settings).toEqual([
      { name: 'data_checksums', setting: 'on' },
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'server_encoding', setting: 'UTF8' },
      { name: 'synchronous_commit', setting: 'on' },
    ]);
    const locale = await query(server, "select datctype, datlocale from pg_database where datname = 'postgres'");
    expect(locale).toEqual([{ datctype: 'C.UTF-8', datlocale: 'C.UTF-8' }]);
    const wrong = server.url('postgres').replace(/:[0-9a-f]{64}@/, ':guess@');
    await expect(connectOnce(wrong)).rejects.toThrow('password authentication failed');
  });
});

test('what a killed program committed is there at the next start, and its server is not left running', async () => {
  const orphan = await killedProgram('create table public.kept as select 1 as a');
  expect(existsSync(`/proc/${orphan}`)).toBe(true);
  const said: string[] = [];
  await withServer(async (server) => {
    expect(await query(server, 'select a from public.kept')).toEqual([{ a: 1 }]);
    expect(postmasterPid()).not.toBe(orphan);
  }, said);
  expect(said).toEqual([`stopping the database server ${orphan} that an ended program left running`]);
});

test('a lock file that a power cut left with the number of a stranger does not hinder the start', async () => {
  writeFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), `${process.pid}\n`);
  await withServer(async (server) => {
    expect(await query(server, 'select 1 as a')).toEqual([{ a: 1 }]);
  });
});

test('a second program on the same data directory is told who has it', async () => {
  const held = await holdDataDir(dataDir);
  await expect(holdDataDir(dataDir)).rejects.toThrow(
    `Another Liangqian process (${process.pid}) is using the data directory ${dataDir}.`,
  );
  await held.release();
  await (await holdDataDir(dataDir)).release();
});

test('a cluster of another major version is refused in one sentence', async () => {
  writeFileSync(join(dataDir, 'postgres/cluster/PG_VERSION'), '17\n');
  await expect(withServer(() => Promise.resolve())).rejects.toThrow(
    'was made by PostgreSQL 17, but PostgreSQL 18 is built in: restore from a backup.',
  );
  writeFileSync(join(dataDir, 'postgres/cluster/PG_VERSION'), '18\n');
});

test('a clean stop leaves nothing running', async () => {
  let pid = 0;
  await withServer(() => {
    pid = postmasterPid();
    return Promise.resolve();
  });
  expect(pid).toBeGreaterThan(1);
  expect(existsSync(join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false);
});

async function withServer(work: (server: EmbeddedPostgres) => Promise<void>, said: string[] = []): Promise<void> {
  const say = (line: string) => void said.push(line);
  const held = await holdDataDir(dataDir);
  try {
    const server = await startEmbeddedPostgres({ dataDir: held.path, say });
    try {
      await work(server);
    } finally {
      await server.stop();
    }
  } finally {
    await held.release();
  }
}

async function query(server: EmbeddedPostgres, sql: string): Promise<readonly object[]> {
  const client = await connectOnce(server.url('postgres'));
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Runs a program that starts the server, commits `sql` and is then killed. Returns the server's process id. */
async function killedProgram(sql: string): Promise<number> {
  const script = `
    import { holdDataDir } from '${import.meta.dirname}/data-dir.ts';
    import { connectOnce } from '${import.meta.dirname}/database.ts';
    import { startEmbeddedPostgres } from '${import.meta.dirname}/embedded-postgres.ts';
    const held = await holdDataDir('${dataDir}');
    const server = await startEmbeddedPostgres({ dataDir: held.path, say: () => undefined });
    const client = await connectOnce(server.url('postgres'));
    await client.query('${sql}');
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(NODE, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'inherit'] });
  const signal = await new Promise((resolve) => child.once('exit', (_, by) => resolve(by)));
  expect(signal).toBe('SIGKILL');
  return postmasterPid();
}
