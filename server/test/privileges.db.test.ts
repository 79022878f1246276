import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction, type Role } from '../src/kernel/database.ts';
import { type ROLES, type TestDatabase, testDatabase } from './database.ts';

const WORKING_ROLES = ['liangqian_app', 'liangqian_reader', 'liangqian_auditor'] as const;

/** The only tables from which the program may take a row away. */
const DELETABLE = [
  'application.draft',
  'confirmation.challenge',
  'consent.attempt',
  'consent.code',
  'consent.sharing_letter',
  'identity.attempt',
  'identity.session',
  'journal.outbox',
  'material.upload',
  'matter.draft',
];

const FORBIDDEN = '42501';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.asOwner(`
    insert into journal.act (realm, stream, from_seq, to_seq, request_id, digest, hash, body)
    values ('110198', 'case/1', 1, 1, 'r-1', '', decode(repeat('00', 32), 'hex'), '{}')`);
});
afterAll(() => db.drop());

describe('the journal is append-only', () => {
  const changes = [
    ['update', "update journal.act set body = '[]'"],
    ['delete', 'delete from journal.act'],
    ['truncate', 'truncate journal.act'],
    ['truncate', 'truncate journal.fence'],
    ['delete', 'delete from journal.fence'],
    ['direct update', 'update journal.fence set open = true'],
    ['direct insert', "insert into journal.fence (realm, key, open, epoch) values ('110198', 'mandate/1', true, 1)"],
    ['truncate', 'truncate journal.outbox'],
  ] as const;

  for (const role of WORKING_ROLES) {
    test.each(changes)(`${role} may not %s: %s`, async (_, sql) => {
      expect(await refusalOf(role, sql)).toBe(FORBIDDEN);
    });
  }

  test.each(changes.slice(0, 3))('the trigger refuses the %s even to the owner', async (_, sql) => {
    expect(await refusalOf('liangqian_migrator', sql)).toBe(FORBIDDEN);
  });

  test.each(changes.slice(0, 3))('the trigger refuses the %s even to the superuser', async (_, sql) => {
    await expect(db.asOwner(sql)).rejects.toThrow('append-only');
  });

  test('no working role inserts an event past the one function that appends', async () => {
    const sql = `insert into journal.act (realm, stream, from_seq, to_seq, request_id, digest, hash, body)
      values ('110198', 'case/1', 2, 2, 'r-2', '', decode(repeat('00', 32), 'hex'), '{}')`;
    for (const role of WORKING_ROLES) expect(await refusalOf(role, sql)).toBe(FORBIDDEN);
  });

  test('the recorded event is unchanged after all of this', async () => {
    const { rows } = await db.database.query('select stream, from_seq, body from journal.act');
    expect(rows).toEqual([{ stream: 'case/1', from_seq: 1, body: '{}' }]);
  });
});

describe('no working role reaches beyond its grants', () => {
  const reaches = [
    'create table journal.more (a text)',
    'create table public.more (a text)',
    'create temp table more (a text)',
    'create schema more',
    'create role more',
    'alter table journal.act disable trigger act_append_only',
    'drop table journal.act',
    'alter role liangqian_app superuser',
    'set role liangqian_migrator',
    'insert into kernel.migration (name, checksum, is_breaking) values (1, 1, false)',
    'select kernel.grant_database()',
  ];
  for (const role of WORKING_ROLES) {
    test.each(reaches)(`${role} may not: %s`, async (sql) => {
      expect(await refusalOf(role, sql)).toBe(FORBIDDEN);
    });
  }

  test('the reader and the auditor write nothing anywhere', async () => {
    const written = await grants(['liangqian_reader', 'liangqian_auditor'], ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']);
    expect(written).toEqual([]);
  });

  test('nobody may truncate', async () => {
    expect(await grants(WORKING_ROLES, ['TRUNCATE', 'TRIGGER', 'REFERENCES'])).toEqual([]);
  });

  test('the application takes rows away only from sessions, attempts to sign in and done work', async () => {
    const deleted = await grants(['liangqian_app'], ['DELETE']);
    expect(deleted.map((grant) => grant.table)).toEqual(DELETABLE);
  });

  test('nothing is granted to everybody', async () => {
    const { rows } = await db.database.query<{ place: string }>(`
      select n.nspname || '.' || c.relname as place
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      cross join lateral aclexplode(c.relacl) acl
      where acl.grantee = 0 and ${OURS}`);
    expect(rows).toEqual([]);
  });
});

describe('every table', () => {
  test('belongs to the migrator, so that no login owns what it uses', async () => {
    const { rows } = await db.database.query(`
      select n.nspname || '.' || c.relname as place
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm', 'p') and ${OURS} and n.nspname <> 'kernel'
      and pg_get_userbyid(c.relowner) <> 'liangqian_migrator'`);
    expect(rows).toEqual([]);
  });

  test('has a primary key that begins with the realm, so that the schema distributes by realm', async () => {
    const { rows } = await db.database.query(`
      select n.nspname || '.' || c.relname as place
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relkind in ('r', 'p') and ${OURS} and n.nspname <> 'kernel' and a.attname is distinct from 'realm'`);
    expect(rows).toEqual([]);
  });

  test('has the realm in every unique constraint', async () => {
    const { rows } = await db.database.query(`
      select i.indexrelid::regclass::text as place
      from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace
      where i.indisunique and ${OURS} and n.nspname <> 'kernel'
      and not exists (
        select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'realm' and a.attnum = any(i.indkey)
      )`);
    expect(rows).toEqual([]);
  });
});

test('a function that runs with its owner’s rights fixes its search path', async () => {
  const { rows } = await db.database.query(`
    select n.nspname || '.' || p.proname as place
    from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and ${OURS} and not coalesce(array_to_string(p.proconfig, ',') like '%search_path=%', false)`);
  expect(rows).toEqual([]);
});

test('no role of ours is a superuser, creates roles or databases, or inherits another one', async () => {
  const { rows } = await db.database.query(`
    select rolname from pg_roles
    where starts_with(rolname, 'liangqian_') and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)
    union all
    select pg_get_userbyid(member) from pg_auth_members where starts_with(pg_get_userbyid(member), 'liangqian_')`);
  expect(rows).toEqual([]);
});

const OURS = "n.nspname not in ('public', 'information_schema') and not starts_with(n.nspname, 'pg_')";

interface Grant {
  readonly table: string;
  readonly role: string;
  readonly privilege: string;
}

/** Rights on whole tables or on any of their columns. */
async function grants(roles: readonly Role[], privileges: readonly string[]): Promise<readonly Grant[]> {
  const { rows } = await db.asRole('liangqian_migrator').query<Grant>(
    `
      select n.nspname || '.' || c.relname as table, r.role, p.privilege
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      cross join unnest($1::text[]) as r(role)
      cross join unnest($2::text[]) as p(privilege)
      where c.relkind in ('r', 'p') and ${OURS}
      and (
        has_table_privilege(r.role, c.oid, p.privilege)
        or p.privilege in ('INSERT', 'UPDATE') and has_any_column_privilege(r.role, c.oid, p.privilege)
      )
      order by 1, 2, 3`,
    [roles, privileges],
  );
  return rows;
}

/** The SQLSTATE with which the database refuses `sql` to `role`; `''` when it does not. Changes nothing either way. */
async function refusalOf(role: (typeof ROLES)[number], sql: string): Promise<string> {
  const undo = new Error('undo');
  try {
    await inTransaction(db.asRole(role), async (connection) => {
      await connection.query(sql);
      throw undo;
    });
  } catch (error) {
    if (error === undo) return '';
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
  return '';
}
