import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Policy } from '@liangqian/verify/policy.ts';
import type { Trust } from '@liangqian/verify/trust.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cuttingSocket } from '../../test/cutting-socket.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { type Journal, openJournal, perform } from '../journal/actions.ts';
import type { Step } from '../journal/journal.ts';
import { connectOnce, inTransaction, openDatabase } from '../kernel/database.ts';
import {
  atOneMoment,
  auditLog,
  beginLog,
  findCheckpoint,
  findHead,
  type Ledger,
  logVerifierKeys,
  openLedger,
  proveAct,
  publicKeysOf,
} from './actions.ts';
import { fileLogKeys } from './log-keys.ts';
import { type LogPorts, openSequencer } from './sequencer.ts';

/** Whatever dies, and wherever: no fork, no entry lost, none twice. The audit recomputes all of it each time. */

const realm = '110198';
const at = '2026-03-04T01:30:00.000Z';
let now = at;
let db: TestDatabase;
let journal: Journal;
let directory: string;
let ports: LogPorts;
let trust: Trust;
const open: Ledger[] = [];
beforeAll(async () => {
  db = await testDatabase();
  journal = openJournal(db.database);
  directory = mkdtempSync(join(tmpdir(), 'liangqian-dying-'));
  const keys = fileLogKeys({ directory, passphrase: 'development' });
  ports = { pool: db.database, realm, keys, clock: { now: () => now }, signaturesOf: () => [] };
  trust = { policy: alone(), submitKeys: [keys.submitKey], sm2Keys: [logVerifierKeys(keys)[1]] };
});
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
  rmSync(directory, { recursive: true, force: true });
  await db.drop();
});

function alone(): Policy {
  return { logs: [logVerifierKeys(ports.keys)[0]], witnesses: [], groups: [], quorum: 'none' };
}

function ledger(): Ledger {
  const opened = openLedger({ ...ports, policy: alone() });
  open.push(opened);
  return opened;
}

const write: Step<undefined, number, undefined, never> = {
  name: 'writeNote',
  view: (events) => events.length,
  decide: () => ({ events: [{ type: 'NoteWritten', data: {} }] }),
};

let acts = 0;
async function act(stream = `note/${acts % 5}`): Promise<string> {
  acts += 1;
  const asked = { realm, stream, actor: { kind: 'operator', id: 'test' }, requestId: `act-${acts}`, at } as const;
  const done = await perform(journal, write, { ...asked, command: undefined, facts: () => undefined });
  expect(done).toMatchObject({ stream });
  return stream;
}

/** A sequencer that nobody disturbs takes up everything that waits, as soon as the lock of the dead one is gone. */
async function finish(): Promise<void> {
  const healthy = openSequencer(ports);
  await expect.poll(async () => (await healthy.turn(), healthy.holds()), { timeout: 10_000, interval: 5 }).toBe(true);
  while ((await healthy.turn()) > 0);
  await healthy.stop();
}

async function expectWhole(): Promise<void> {
  const report = await atOneMoment(db.database, realm, (source) =>
    auditLog({ source, realm, trust, signaturesOf: () => [], witnessed: [] }),
  );
  expect(report).toMatchObject({ state: 'whole', tally: { entries: acts, waiting: 0 } });
}

test.each(['before', 'after'] as const)(
  'a sequencer killed at any of its messages, %s the database has done it: another goes on, with no fork and nothing lost or doubled',
  async (side) => {
    let reached = 0;
    for (let cutAt = 0; reached >= cutAt - 1; cutAt += 1) {
      await act();
      await act();
      const socket = await cuttingSocket(db.url('liangqian_app'), cutAt, side);
      const pool = openDatabase({ url: socket.url, role: 'liangqian_app' });
      const dying = openSequencer({ ...ports, pool });
      // Two turns: the second finds the head that the first has moved.
      await dying.turn().catch(() => 0);
      await act();
      await dying.turn().catch(() => 0);
      reached = socket.sent();
      await dying.stop().catch(() => undefined);
      await socket.close();
      await pool.end();
      await finish();
    }
    expect(reached).toBeGreaterThan(10);
    await expectWhole();
  },
  60_000,
);

test('two sequencers, and one that thinks it still holds the log: only one of them ever writes', async () => {
  const pools = [0, 1].map(() => openDatabase({ url: db.url('liangqian_app'), role: 'liangqian_app' }));
  const both = pools.map((pool) => openSequencer({ ...ports, pool }));
  for (let round = 0; round < 30; round += 1) {
    await Promise.all([act(), act(), ...both.map((one) => one.turn().catch(() => 0))]);
    expect(both.filter((one) => one.holds()).length).toBeLessThanOrEqual(1);
    // The lock falls to the other while this one has not heard of it yet.
    if (round % 5 === 4)
      await db.asOwner(`select pg_terminate_backend(l.pid) from pg_locks l where l.locktype = 'advisory'
        and l.database = (select oid from pg_database where datname = current_database())`);
  }
  await Promise.all(both.map((one) => one.stop()));
  await Promise.all(pools.map((pool) => pool.end()));
  await finish();
  await expectWhole();
});

test('a backlog goes in commits of a thousand: broken off in its midst the rest follows, under one checkpoint', async () => {
  const running = openSequencer(ports);
  while ((await running.turn()) > 0);
  const before = (await findHead(db.database, { realm, generation: 1 }))?.size ?? 0;
  // The same streams three times: an act finds the salt of the one before it in its own commit, in another, or in another turn.
  for (let wave = 0; wave < 3; wave += 1)
    await Promise.all(Array.from({ length: 900 }, (_, nth) => act(`bulk/${nth}`)));
  await db.asOwner(`create function public.no_more() returns trigger language plpgsql as $$
    begin raise exception 'no more'; end $$;
    create trigger no_more before insert on ledger.entry for each row when (new.idx >= ${before + 1500})
      execute function public.no_more()`);
  await expect(running.turn()).rejects.toThrow('no more');
  await db.asOwner('drop function public.no_more() cascade');
  expect(running.holds()).toBe(false);
  expect((await findHead(db.database, { realm, generation: 1 }))?.size).toBe(before + 1024);
  expect(await running.turn()).toBe(2700 - 1024);
  const { rows } = await db.database.query('select size from ledger.checkpoint where realm = $1 and size > $2', [
    realm,
    before,
  ]);
  expect(rows).toEqual([{ size: before + 2700 }]);
  await running.stop();
  await expectWhole();
}, 60_000);

test('the database restarted under the log: it is told, and goes on by itself', async () => {
  const running = ledger();
  await act();
  await running.turn();
  const connections = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${db.name}' and pid <> pg_backend_pid()`;
  await db.asOwner(`alter database "${db.name}" connection limit 0; ${connections}`);
  await expect(running.turn()).rejects.toThrow();
  await db.asOwner(`alter database "${db.name}" connection limit -1`);
  await act();
  await expect.poll(() => running.turn().catch(() => 0), { timeout: 10_000, interval: 5 }).toBeGreaterThan(0);
  expect((await running.status()).alarms).toEqual([]);
  await running.close();
  await finish();
  await expectWhole();
});

/** As PostgreSQL says it when a file cannot grow (disk_full). */
function full(table: string): string {
  return `create function public.no_space() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
  create trigger no_space before insert on ${table} for each row execute function public.no_space()`;
}
const room = 'drop function public.no_space() cascade';

test('disk full while the log grows: it says so plainly, acts go on, and nothing is lost or doubled', async () => {
  const running = ledger();
  for (const table of ['ledger.entry', 'ledger.checkpoint']) {
    await db.asOwner(full(table));
    await act();
    await expect(running.turn()).rejects.toMatchObject({ code: '53100' });
    expect((await running.status()).alarms).toMatchObject([{ code: 'disk-full', about: '53100' }]);
    await act();
    await db.asOwner(room);
    await expect.poll(() => running.turn().catch(() => 0), { timeout: 10_000, interval: 5 }).toBeGreaterThan(0);
    expect((await running.status()).alarms).toEqual([]);
  }
  await running.close();
  await expectWhole();
});

test('disk full in mid-append: the act is not done, and done again it is done once', async () => {
  await db.asOwner(full('journal.act'));
  const before = acts;
  await expect(act('note/full')).rejects.toMatchObject({ code: '53100' });
  await db.asOwner(room);
  acts = before;
  await act('note/full');
  await finish();
  await expectWhole();
});

/** A question that only the superuser may ask. */
async function admin(sql: string): Promise<{ readonly rows: readonly { readonly data_directory: string }[] }> {
  const client = await connectOnce(db.adminUrl);
  return client.query<{ data_directory: string }>(sql).finally(() => client.end());
}

test('disk full for real: a file system without room under the entries', async () => {
  const place = join(directory, 'small');
  const { rows } = await admin('show data_directory');
  const postgres = spawnSync('stat', ['-c', '%u:%g', rows[0]?.data_directory ?? ''], {
    encoding: 'utf8',
  }).stdout.trim();
  const mounted =
    process.getuid?.() === 0 &&
    spawnSync('sh', [
      '-c',
      `mkdir "$1" && chmod 755 "$2" && mount -t tmpfs -o size=2m tmpfs "$1" && mkdir "$1/space" && chown ${postgres} "$1" "$1/space"`,
      'sh',
      place,
      directory,
    ]).status === 0;
  if (!mounted) return console.warn('SKIPPED: a small file system can be mounted by root only');
  const space = `small_${db.name}`;
  try {
    await db.asOwner(`create tablespace "${space}" location '${place}/space'`);
    await db.asOwner(`alter table ledger.entry set tablespace "${space}"`);
    const running = ledger();
    // Whatever else lies there takes all the room that is left.
    spawnSync('dd', ['if=/dev/zero', `of=${place}/filler`, 'bs=4096']);
    let failed: unknown;
    for (let nth = 0; failed === undefined && nth < 3000; nth += 1) {
      await act();
      await running.turn().catch((error: unknown) => (failed = error));
    }
    expect(failed).toMatchObject({ code: '53100' });
    expect((await running.status()).alarms).toMatchObject([{ code: 'disk-full' }]);
    await act();
    rmSync(join(place, 'filler'));
    await running.close();
    await finish();
    await expectWhole();
  } finally {
    await db.asOwner('alter table ledger.entry set tablespace pg_default');
    await db.asOwner(`drop tablespace if exists "${space}"`);
    spawnSync('umount', [place]);
  }
}, 60_000);

test('a clock that jumps ahead while an act is on its way loses nothing', async () => {
  const running = ledger();
  await inTransaction(db.asRole('liangqian_migrator'), async (late) => {
    await late.query(`insert into journal.act (realm, stream, from_seq, to_seq, request_id, digest, hash, body)
      select realm, 'late/1', 1, 1, 'late', digest, hash, body from journal.act limit 1`);
    await act();
    expect(await running.turn()).toBe(1);
    now = '2027-03-04T01:30:00.000Z';
    await act();
    expect(await running.turn()).toBe(1);
  });
  expect(await running.turn()).toBe(1);
  expect(await proveAct(running, 'late/1', 1)).toBeDefined();
  now = at;
  // A place that nobody will ever fill is settled as soon as nobody writes any more, without waiting for any clock.
  await expect(
    inTransaction(db.asRole('liangqian_migrator'), async (failing) => {
      await failing.query(`insert into journal.act (realm, stream, from_seq, to_seq, request_id, digest, hash, body)
        select realm, 'failed/1', 1, 1, 'failed', digest, hash, body from journal.act limit 1`);
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  await act();
  await running.turn();
  await running.turn();
  const { rows } = await db
    .asRole('liangqian_auditor')
    .query<{ open: number }>(
      "select max(e.place) - (select h.settled from ledger.head h where h.realm = e.realm) as open from ledger.entry e where e.realm = '110198' group by e.realm",
    );
  expect(rows).toEqual([{ open: 0 }]);
  await running.close();
});

test('a log that a newer one follows never grows again; the newer says nothing before its first entry, and whoever has the old one is told', async () => {
  const running = ledger();
  await running.turn();
  const first = { generation: 1, ...publicKeysOf(ports.keys), at };
  await beginLog(db.database, realm, first);
  const keys = fileLogKeys({ directory: join(directory, 'second'), passphrase: 'development' });
  await beginLog(db.database, realm, { generation: 2, ...publicKeysOf(keys), at });
  const before = await findHead(db.database, { realm, generation: 1 });
  await act();
  expect([await running.turn(), await running.turn()]).toEqual([0, 0]);
  expect(await findHead(db.database, { realm, generation: 1 })).toEqual(before);
  expect((await running.status()).alarms).toMatchObject([{ code: 'log-ended' }]);
  const next = openSequencer({ ...ports, keys, generation: 2 });
  expect(await next.turn()).toBe(0);
  expect(await findCheckpoint(db.database, { realm, generation: 2 })).toBeUndefined();
  await next.stop();
});
