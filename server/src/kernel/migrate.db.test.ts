import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../test/database.ts';
import { connectOnce } from './database.ts';
import { migrate } from './migrate.ts';

const ROLES_FIRST =
  '-- Why: a test.\n--! login-role\ngrant usage on schema kernel to liangqian_migrator;\n' +
  "do $$ begin execute format('grant create on database %I to liangqian_migrator', current_database()); end $$;";

let directory: string;
let database: Awaited<ReturnType<typeof emptyDatabase>>;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'liangqian-migrations-'));
  database = await emptyDatabase();
  write('0001_kernel_roles', ROLES_FIRST);
});
afterEach(async () => {
  rmSync(directory, { recursive: true });
  await database.drop();
});

test('migrations are applied once, in the order of their numbers, as the migrator', async () => {
  write('0020_b_second', 'create table first.b (a text);');
  write('0010_a_first', 'create schema first;');
  expect(await run()).toEqual(['0001_kernel_roles', '0010_a_first', '0020_b_second']);
  expect(await run()).toEqual([]);
  const owner = "select pg_get_userbyid(relowner) as owner from pg_class where oid = 'first.b'::regclass";
  expect(await query(owner)).toEqual([{ owner: 'liangqian_migrator' }]);
});

test('a module’s later migration is applied although a higher number is there already', async () => {
  write('0100_z_last', 'create schema last;');
  await run();
  write('0041_m_more', 'create schema more;');
  expect(await run()).toEqual(['0041_m_more']);
});

test('a failing migration changes nothing and names itself', async () => {
  write('0010_a_first', 'create schema first; select 1 / 0;');
  await expect(run()).rejects.toThrow('0010_a_first failed and changed nothing: division by zero');
  expect(await query("select 1 from pg_namespace where nspname = 'first'")).toEqual([]);
  write('0010_a_first', 'create schema first;');
  expect(await run()).toEqual(['0010_a_first']);
});

test('a migration that was edited after it had been applied is refused', async () => {
  write('0010_a_first', 'create schema first;');
  await run();
  write('0010_a_first', 'create schema first; ');
  await expect(run()).rejects.toThrow('The migration 0010_a_first was changed after it had been applied');
});

test('a database that is newer than the program is refused', async () => {
  write('0010_a_first', 'create schema first;');
  await run();
  rmSync(join(directory, '0010_a_first.sql'));
  await expect(run()).rejects.toThrow('The database is newer than this program: it holds the migration 0010_a_first');
});

test('a breaking migration of a database in use waits for the operator’s word', async () => {
  await run();
  write('0010_a_first', '--! breaking-change\ncreate schema first;');
  await expect(run()).rejects.toThrow('back up first');
  expect(await migrate({ url: database.url, directory, allowBreaking: true })).toEqual(['0010_a_first']);
});

test('a breaking migration of an empty database needs no word', async () => {
  write('0010_a_first', '--! breaking-change\ncreate schema first;');
  expect(await run()).toEqual(['0001_kernel_roles', '0010_a_first']);
});

test('two programs that migrate at once apply each migration once', async () => {
  write('0010_a_first', 'create schema first; select pg_sleep(0.2);');
  const [one, other] = await Promise.all([run(), run()]);
  expect([...one, ...other].toSorted()).toEqual(['0001_kernel_roles', '0010_a_first']);
});

test('an unreachable database is one sentence without the password', async () => {
  const url = 'postgres://someone:secret@127.0.0.1:1/nowhere';
  await expect(migrate({ url, directory })).rejects.toThrow(
    'The database 127.0.0.1:1/nowhere cannot be reached (connect ECONNREFUSED 127.0.0.1:1).',
  );
});

function write(name: string, sql: string): void {
  writeFileSync(join(directory, `${name}.sql`), sql);
}

function run(): Promise<readonly string[]> {
  return migrate({ url: database.url, directory });
}

async function query(sql: string): Promise<readonly object[]> {
  const client = await connectOnce(database.url);
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}
