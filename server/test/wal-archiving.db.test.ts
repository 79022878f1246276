import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeVerifierKey } from '@liangqian/verify/note.ts';
import { type Policy, readPolicy } from '@liangqian/verify/policy.ts';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { districtLedger, logKeyPlace } from '../src/district-ledger.ts';
import { openJournal, perform } from '../src/journal/actions.ts';
import type { Step } from '../src/journal/journal.ts';
import { connectOnce, type Database, openDatabase } from '../src/kernel/database.ts';
import { findRunningPostgres } from '../src/kernel/embedded-postgres.ts';
import { openLog } from '../src/kernel/log.ts';
import { postgresAccount } from '../src/kernel/postgres-account.ts';
import { postgresHome } from '../src/kernel/postgres-binaries.ts';
import { bringUpDatabase, type PlatformDatabase } from '../src/kernel/platform-database.ts';
import {
  fileLogKeys,
  findCheckpoint,
  type Ledger,
  logVerifierKeys,
  openWitness,
  proveAct,
  type RunningWitness,
} from '../src/ledger/actions.ts';

/**
 * What docs/operating/restoring.md says of archiving the write-ahead log, done as it stands there with the embedded server: base
 * backups hot and cold, archived WAL, the disk lost, and both ways back.
 */

const realm = '110198';
const at = '2026-03-04T01:30:00.000Z';
const clock = { now: () => at };
let folder: string;
let witnesses: readonly RunningWitness[] = [];
let policy: Policy;
let adminUrl = '';
/** How many entries the witnesses had seen when the disk was lost. */
let seen = 0;
const place = (...names: readonly string[]): string => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'liangqian-wal-'));
  // PostgreSQL’s own account has to pass through.
  chmodSync(folder, 0o755);
});
afterAll(async () => {
  await Promise.all(witnesses.map((one) => one.close()));
  rmSync(folder, { recursive: true, force: true });
});

interface Running {
  readonly database: PlatformDatabase;
  readonly pool: Database;
  readonly ledger: Ledger;
  /** A session of the superuser. */
  readonly admin: Client;
}

async function withPlatform(dataDir: string, work: (running: Running) => Promise<void>): Promise<void> {
  const database = await bringUpDatabase({ databaseUrl: undefined, dataDir, say: () => undefined, durable: false });
  try {
    const pool = openDatabase({ url: database.url('liangqian_app'), role: 'liangqian_app' });
    adminUrl = findRunningPostgres(dataDir)?.url('postgres') ?? '';
    const admin = await connectOnce(adminUrl);
    const logPolicy = Promise.resolve(policy);
    const ledger = await districtLedger({ pool, realm, clock, dataDir, keyPassphrase: 'development', logPolicy });
    try {
      await work({ database, pool, ledger, admin });
    } finally {
      await ledger.close();
      await admin.end();
      await pool.end();
    }
  } finally {
    await database.stop();
  }
}

async function startWitnesses(dataDir: string): Promise<void> {
  const [log] = logVerifierKeys(fileLogKeys(logKeyPlace(dataDir, 'development')));
  const shared = { passphrase: 'development', host: '127.0.0.1', port: 0, logs: [log], clock, log: openLog('silent') };
  witnesses = await Promise.all(
    ['market', 'audit', 'archive'].map((name) =>
      openWitness({ ...shared, name: `${name}.example`, folder: place(name) }),
    ),
  );
  const lines = witnesses.map(({ key, url }) => `witness ${key.name} ${writeVerifierKey(key)} ${url}`);
  const group = `group two 2 ${witnesses.map(({ key }) => key.name).join(' ')}`;
  const read = readPolicy([`log ${writeVerifierKey(log)}`, ...lines, group, 'quorum two'].join('\n'));
  if ('reason' in read) throw new Error(read.reason);
  policy = read;
}

const write: Step<undefined, number, undefined, never> = {
  name: 'writeNote',
  view: (events) => events.length,
  decide: () => ({ events: [{ type: 'NoteWritten', data: {} }] }),
};

async function act({ pool }: Running, stream: string): Promise<void> {
  const asked = { realm, stream, actor: { kind: 'operator', id: 'test' }, requestId: `act/${stream}`, at } as const;
  const done = await perform(openJournal(pool), write, { ...asked, command: undefined, facts: () => undefined });
  expect(done).toMatchObject({ stream });
}

async function witnessed({ ledger, pool }: Running): Promise<number> {
  while ((await ledger.turn()) > 0);
  await ledger.witnessing.turn();
  const said = await findCheckpoint(pool, { realm, generation: 1 });
  expect(said?.cosignatures).toHaveLength(3);
  return said?.size ?? 0;
}

/** A directory that PostgreSQL’s own account owns, as it owns `like`. */
function owned(path: string, like: string): void {
  const { uid, gid } = statSync(like);
  mkdirSync(path, { mode: 0o700 });
  chownSync(path, uid, gid);
}

function copyOf(from: string, to: string): void {
  expect(spawnSync('cp', ['-a', from, to]).status).toBe(0);
}

/** What PostgreSQL is to read must be its own. */
function put(cluster: string, name: string, text: string): void {
  const { uid, gid } = statSync(cluster);
  writeFileSync(join(cluster, name), text, { mode: 0o600 });
  chownSync(join(cluster, name), uid, gid);
}

/** pg_backup_start, a copy of the files, pg_backup_stop (PostgreSQL documentation, 25.3.4). */
async function baseBackup(admin: Client, into: string): Promise<void> {
  await admin.query("select pg_backup_start('weekly', fast => true)");
  copyOf(place('first', 'postgres', 'cluster'), into);
  const { rows } = await admin.query<{ labelfile: string; spcmapfile: string }>(
    'select labelfile, spcmapfile from pg_backup_stop()',
  );
  for (const name of readdirSync(join(into, 'pg_wal'))) rmSync(join(into, 'pg_wal', name), { recursive: true });
  rmSync(join(into, 'postmaster.pid'));
  rmSync(join(into, 'postmaster.opts'));
  put(into, 'backup_label', rows[0]?.labelfile ?? '');
}

/** An empty place with the files of the data directory, a base backup, and where the archive is. */
function prepare(name: string, base: string, ...settings: readonly string[]): string {
  const dataDir = place(name);
  mkdirSync(dataDir, { mode: 0o755 });
  for (const kept of ['keys', 'postgres-secret'])
    cpSync(place('first', kept), join(dataDir, kept), { recursive: true });
  owned(join(dataDir, 'postgres'), base);
  const cluster = join(dataDir, 'postgres', 'cluster');
  copyOf(base, cluster);
  const lines = [`restore_command = 'cp ${place('wal')}/%f %p'`, 'archive_mode = off', ...settings];
  appendFileSync(join(cluster, 'postgresql.auto.conf'), `${lines.join('\n')}\n`);
  put(cluster, 'recovery.signal', '');
  return dataDir;
}

test(
  'the WAL of the embedded server is archived, and a base backup is taken while acts go on',
  { timeout: 120_000 },
  async () => {
    await withPlatform(place('first'), async ({ admin }) => {
      await admin.query("alter system set archive_mode = 'on'");
      const command = `test ! -f ${place('wal')}/%f && cp %p ${place('wal')}/%f`;
      await admin.query(`alter system set archive_command = '${command}'`);
    });
    owned(place('wal'), place('first', 'postgres'));
    // While nothing runs a copy of the files is a base backup as it is.
    copyOf(place('first', 'postgres', 'cluster'), place('cold'));
    await startWitnesses(place('first'));
    await withPlatform(place('first'), async (running) => {
      await act(running, 'note/before');
      await witnessed(running);
      await baseBackup(running.admin, place('hot'));
      await act(running, 'note/after-base');
      await witnessed(running);
      await running.admin.query("select pg_create_restore_point('noon')");
      await act(running, 'note/after-noon');
      seen = await witnessed(running);
      await running.admin.query('select pg_switch_wal()');
      const { rows } = await running.admin.query<{ last: string }>(
        'select pg_walfile_name(pg_current_wal_lsn() - 1) as last',
      );
      await expect
        .poll(() => existsSync(place('wal', rows[0]?.last ?? '')), { timeout: 10_000, interval: 10 })
        .toBe(true);
    });
    // The disk of the database is lost; what is left is the archive, the base backup, and the files beside the database.
    rmSync(place('first', 'postgres'), { recursive: true });
    expect(seen).toBe(3);
  },
);

test(
  'recovered to a moment before the end, the log finds that its witnesses know more and signs nothing; acts go on',
  { timeout: 120_000 },
  async () => {
    const dataDir = prepare(
      'noon',
      place('hot'),
      "recovery_target_name = 'noon'",
      "recovery_target_action = 'promote'",
    );
    await withPlatform(dataDir, async (running) => {
      const { ledger, pool } = running;
      expect(await proveAct(ledger, 'note/after-base', 1)).toBeDefined();
      expect(await ledger.turn()).toBe(0);
      await act(running, 'note/new');
      expect(await ledger.turn()).toBe(0);
      const status = await ledger.status();
      expect(status).toMatchObject({ standing: { state: 'behind', size: 2, known: seen }, waiting: 1 });
      expect(status.alarms).toMatchObject([{ code: 'log-behind-witnesses' }]);
      expect((await findCheckpoint(pool, { realm, generation: 1 }))?.size).toBe(2);
    });
  },
);

test(
  'a server that waits at its moment is no database to start with: that is said in one sentence',
  { timeout: 120_000 },
  async () => {
    const dataDir = prepare('paused', place('hot'), "recovery_target_name = 'noon'");
    const account = postgresAccount(() => undefined);
    const home = postgresHome(account, () => undefined);
    const settings = ['-c', 'hot_standby=on', '-c', 'listen_addresses=', '-c', `unix_socket_directories=${dataDir}`];
    chownSync(dataDir, statSync(place('hot')).uid, statSync(place('hot')).gid);
    const cluster = join(dataDir, 'postgres', 'cluster');
    const server = spawn(join(home, 'bin/postgres'), ['-D', cluster, ...settings], { ...account, stdio: 'ignore' });
    const ended = new Promise((resolve) => server.once('exit', resolve));
    try {
      const url = new URL(adminUrl);
      url.search = `?host=${encodeURIComponent(dataDir)}`;
      url.port = '5432';
      url.pathname = '/liangqian';
      const bringUp = () => bringUpDatabase({ databaseUrl: url.href, dataDir: place('other'), say: () => undefined });
      const sentence = expect.objectContaining({ message: expect.stringContaining('is still recovering') });
      await expect.poll(() => bringUp().catch((error: unknown) => error), { timeout: 10_000 }).toEqual(sentence);
    } finally {
      server.kill('SIGINT');
      await ended;
    }
  },
);

test(
  'recovered to the end of the archive, nothing is lost, and the log goes on under its name',
  { timeout: 120_000 },
  async () => {
    const dataDir = prepare('end', place('cold'));
    await withPlatform(dataDir, async (running) => {
      await act(running, 'note/new');
      expect(await witnessed(running)).toBe(seen + 1);
      expect(running.ledger.witnessing.standing()).toEqual({ state: 'agrees' });
      for (const stream of ['note/before', 'note/after-base', 'note/after-noon', 'note/new'])
        expect((await proveAct(running.ledger, stream, 1))?.isWitnessed).toBe(true);
      expect((await running.ledger.status()).alarms).toEqual([]);
    });
  },
);
