import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { judgeLogProof, readLogProof } from '@liangqian/verify/log-proof.ts';
import { type VerifierKey, writeVerifierKey } from '@liangqian/verify/note.ts';
import { type Policy, readPolicy } from '@liangqian/verify/policy.ts';
import { leafHash } from '@liangqian/verify/tree.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase, type TestDatabase, testDatabase } from '../../test/database.ts';
import { districtLedger, keepTrust, logKeyPlace } from '../district-ledger.ts';
import { serveLog } from '../http/log-tiles.ts';
import { type Journal, openJournal, perform } from '../journal/actions.ts';
import type { Step } from '../journal/journal.ts';
import { makeBackup } from '../kernel/backup.ts';
import { connectOnce, type Database, openDatabase } from '../kernel/database.ts';
import { openLog } from '../kernel/log.ts';
import {
  atOneMoment,
  auditLog,
  auditTiles,
  fileLogKeys,
  type Ledger,
  listLogs,
  logVerifierKeys,
  openWitness,
  type Proved,
  proveAct,
  type ReadLogFile,
  type RunningWitness,
  type WitnessedHead,
} from '../ledger/actions.ts';
import { runCli } from './cli.ts';

/** One district, backed up, gone on, lost and restored; each test goes on where the one before it ended. */

const realm = '110198';
const at = '2026-03-04T01:30:00.000Z';
const clock = { now: () => at };
const NAMES = ['market', 'audit', 'archive'];
const letter = 'ab'.repeat(32);

let folder: string;
let db: TestDatabase;
let empty: { readonly url: string; readonly drop: () => Promise<void> };
let restored: Database;
let witnesses: readonly RunningWitness[] = [];
let ledger: Ledger;
let again: Ledger;
const open: Ledger[] = [];

const place = (name: string): string => join(folder, name);
const logKey = (dataDir: string, generation = 1): VerifierKey =>
  logVerifierKeys(fileLogKeys(logKeyPlace(dataDir, 'development', generation)))[0];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liangqian-restore-'));
  // PostgreSQL’s own account must get there, or the cluster would lie elsewhere and stay behind.
  chmodSync(folder, 0o755);
  db = await testDatabase();
  empty = await emptyDatabase();
  mkdirSync(join(place('first'), 'documents', 'ab'), { recursive: true });
  writeFileSync(join(place('first'), 'documents', 'ab', `${letter}.bin`), 'a letter');
  await startWitnesses([logKey(place('first'))]);
});
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
  await Promise.all(witnesses.map((one) => one.close()));
  await restored?.end();
  await db.drop();
  await empty.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function startWitnesses(logs: readonly VerifierKey[]): Promise<void> {
  await Promise.all(witnesses.map((one) => one.close()));
  const options = { passphrase: 'development', host: '127.0.0.1', port: 0, logs, clock, log: openLog('silent') };
  witnesses = await Promise.all(
    NAMES.map((name) => openWitness({ ...options, name: `${name}.example`, folder: place(`witness-${name}`) })),
  );
}

function policyOf(logs: readonly VerifierKey[]): Policy {
  const lines = witnesses.map(({ key, url }) => `witness ${key.name} ${writeVerifierKey(key)} ${url}`);
  const group = `group two 2 ${witnesses.map(({ key }) => key.name).join(' ')}`;
  const read = readPolicy(
    [...logs.map((key) => `log ${writeVerifierKey(key)}`), ...lines, group, 'quorum two'].join('\n'),
  );
  if ('reason' in read) throw new Error(read.reason);
  return read;
}

async function openAt(pool: Database, dataDir: string, policy: Policy): Promise<Ledger> {
  const logPolicy = Promise.resolve(policy);
  const opened = await districtLedger({ pool, realm, clock, dataDir, keyPassphrase: 'development', logPolicy });
  open.push(opened);
  return opened;
}

const write: Step<{ readonly text: string }, number, undefined, never> = {
  name: 'writeNote',
  view: (events) => events.length,
  decide: (_view, { text }) => ({ events: [{ type: 'NoteWritten', data: { text } }] }),
};

async function act(journal: Journal, stream: string): Promise<void> {
  const asked = { realm, stream, actor: { kind: 'operator', id: 'test' }, requestId: `note/${stream}`, at } as const;
  expect(await perform(journal, write, { ...asked, command: { text: stream }, facts: () => undefined })).toMatchObject({
    stream,
  });
}

/** An act for which the database itself writes a row, with a number of its own. */
const issue: Step<undefined, undefined, undefined, never> = {
  name: 'issue',
  view: () => undefined,
  decide: () => {
    const data = { holder: { key: 'ab'.repeat(32) }, typeId: 'T', organ: { code: 'MK' } };
    return { events: [{ type: 'LicenceIssued', data }] };
  },
};

async function issueIn(journal: Journal, stream: string): Promise<void> {
  const asked = { realm, stream, actor: { kind: 'operator', id: 'test' }, requestId: `issue/${stream}`, at } as const;
  await perform(journal, issue, { ...asked, command: undefined, facts: () => undefined });
}

async function connectAndTry(sql: string): Promise<void> {
  const client = await connectOnce(empty.url);
  await client.query(sql).finally(() => client.end());
}

async function holdings(url: string): Promise<readonly unknown[]> {
  const client = await connectOnce(url);
  const { rows } = await client
    .query('select stream, status_index, encode(holder_key, $1) as key from licence.holding order by stream', ['hex'])
    .finally(() => client.end());
  return rows;
}

async function command(
  environment: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', ''];
  const code = await runCli(words, environment, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

const here = () => ({ DATABASE_URL: db.adminUrl, DATA_DIR: place('first') });
const there = () => ({ DATABASE_URL: empty.url, DATA_DIR: place('second') });
let oldProof: Proved | undefined;
let oldPolicy: Policy;

test('a backup is one file with checksums and the head of the log, made while acts go on', async () => {
  oldPolicy = policyOf([logKey(place('first'))]);
  ledger = await openAt(db.database, place('first'), oldPolicy);
  const journal = openJournal(db.database);
  for (let nth = 0; nth < 7; nth += 1) await act(journal, `note/${nth}`);
  await issueIn(journal, 'licence/1');
  expect(await ledger.turn()).toBe(8);
  expect(await ledger.witnessing.turn()).toBe(3);
  keepTrust(ledger, place('first'));
  oldProof = await proveAct(ledger, 'note/3', 1);
  const [made] = await Promise.all([
    command(here(), 'backup', place('backup.tar'), '--json'),
    ...Array.from({ length: 20 }, (_, nth) => act(journal, `meanwhile/${nth}`)),
  ]);
  expect(made.code).toBe(0);
  expect(JSON.parse(made.out)).toMatchObject({ hasKeys: true, logs: [{ generation: 1, size: 8 }] });
  expect((await command(here(), 'backup', place('backup.tar'))).code).toBe(1);
});

test('a backup that was cut off or altered is refused with a sentence, and nothing is half restored', async () => {
  const whole = readFileSync(place('backup.tar'));
  const spoil = async (bytes: Uint8Array): Promise<void> => {
    writeFileSync(place('spoiled.tar'), bytes);
    const answer = await command(there(), 'restore', place('spoiled.tar'));
    expect(answer).toMatchObject({ code: 1, err: expect.stringContaining('nothing was restored') });
    expect(existsSync(place('second')) || existsSync(place('second.restoring'))).toBe(false);
  };
  for (const part of [0, 1, 511, 513, 4000, Math.floor(whole.length / 2), whole.length - 2500])
    await spoil(whole.subarray(0, part));
  // In a part, in a name, in the manifest, and in its sum.
  const manifest = whole.lastIndexOf('"madeAt"');
  for (const place of [515, 5, Math.floor(whole.length / 3), manifest + 12, whole.lastIndexOf('\n')]) {
    const spoiled = Buffer.from(whole);
    spoiled.writeUInt8(spoiled.readUInt8(place) ^ 1, place);
    await spoil(spoiled);
  }
  expect((await command(there(), 'restore', place('no-such.tar'))).code).toBe(1);
  // Bytes that only fill up change nothing that is restored; the sum of the whole file tells of them too.
  const filled = Buffer.from(whole);
  filled.writeUInt8(1, 530);
  writeFileSync(place('spoiled.tar'), filled);
  const sum = createHash('sha256').update(whole).digest('hex');
  const other = await command(there(), 'restore', place('spoiled.tar'), '--sha256', sum);
  expect(other).toMatchObject({ code: 1, err: expect.stringContaining('nothing was restored') });
});

test('a backup is restored into an empty place only', async () => {
  const full = await command({ ...there(), DATA_DIR: place('first') }, 'restore', place('backup.tar'));
  expect(full).toMatchObject({ code: 1, err: expect.stringContaining('not empty') });
  const used = await command({ ...there(), DATABASE_URL: db.adminUrl }, 'restore', place('backup.tar'));
  expect(used).toMatchObject({ code: 1, err: expect.stringContaining('holds data') });
  expect(existsSync(place('second')) || existsSync(place('second.restoring'))).toBe(false);
});

test('a place that cannot take a name is refused before anything is written, and the database stays empty', async () => {
  const place = join(folder, 'mounted');
  mkdirSync(place);
  if (spawnSync('mount', ['-t', 'tmpfs', 'none', place]).status !== 0) {
    console.warn('SKIPPED: nothing can be mounted here; a restore into a mount point is not tried');
    return;
  }
  try {
    const answer = await command({ ...there(), DATA_DIR: place }, 'restore', join(folder, 'backup.tar'));
    expect(answer).toMatchObject({ code: 1, err: expect.stringContaining('mount point') });
    expect(readdirSync(place)).toEqual([]);
  } finally {
    spawnSync('umount', [place]);
  }
  await connectAndTry("do $$ begin assert to_regnamespace('journal') is null; end $$");
});

test('a backup that brings the pointer to a cluster is refused, and what it points to stays', async () => {
  mkdirSync(place('hostile'));
  mkdirSync(place('victim'));
  writeFileSync(join(place('hostile'), 'postgres-location'), place('victim'));
  const made = { madeAt: at, hasKeys: false, passing: [], logHeads: async () => [], databaseUrl: db.adminUrl };
  await makeBackup({ ...made, file: place('hostile.tar'), dataDir: place('hostile'), files: ['postgres-location'] });
  expect((await command(there(), 'restore', place('hostile.tar'))).code).toBe(1);
  expect(existsSync(place('victim'))).toBe(true);
  expect(existsSync(place('second')) || existsSync(place('second.restoring'))).toBe(false);
});

test('what is restored is the district as it was, letters and keys with it', async () => {
  const journal = openJournal(db.database);
  await act(journal, 'note/lost');
  await ledger.turn();
  expect(await ledger.witnessing.turn()).toBe(3);
  const made = createHash('sha256')
    .update(readFileSync(place('backup.tar')))
    .digest('hex');
  const answer = await command(there(), 'restore', place('backup.tar'), '--json', '--sha256', made);
  expect(answer.err).not.toContain('不');
  expect(answer.code).toBe(0);
  restored = openDatabase({ url: empty.url, role: 'liangqian_app' });
  expect(readFileSync(join(place('second'), 'documents', 'ab', `${letter}.bin`), 'utf8')).toBe('a letter');
  const mine = await openJournal(restored).read({ realm, stream: 'note/6', requestId: '' });
  expect(mine.events).toEqual((await journal.read({ realm, stream: 'note/6', requestId: '' })).events);
  expect(logKey(place('second'))).toEqual(logKey(place('first')));
  // What the database wrote by itself came back once, and it goes on doing so, and refusing.
  expect(await holdings(empty.url)).toEqual(await holdings(db.adminUrl));
  await issueIn(openJournal(restored), 'licence/2');
  expect(await holdings(empty.url)).toMatchObject([{ stream: 'licence/1' }, { stream: 'licence/2', status_index: 2 }]);
  await expect(connectAndTry('delete from journal.act')).rejects.toThrow('append-only');
  expect((await command(there(), 'restore', place('backup.tar'))).code).toBe(1);
});

test('a restored log that witnesses are ahead of signs nothing, acts go on, and the state says why', async () => {
  again = await openAt(restored, place('second'), oldPolicy);
  expect(await again.turn()).toBe(0);
  await act(openJournal(restored), 'note/after');
  expect(await again.turn()).toBe(0);
  const status = await again.status();
  const known = (await ledger.status()).size;
  expect(status).toMatchObject({ size: 8, standing: { state: 'behind', size: 8, known } });
  expect(status.alarms).toMatchObject([{ code: 'log-behind-witnesses' }]);
  expect(status.waiting).toBeGreaterThan(0);
});

test('a new log pins the old head as its first entry, is witnessed, and old proofs hold under the old policy', async () => {
  expect((await command(there(), 'ledger', 'restart')).code).toBe(2);
  // Two of three away: they could have witnessed more than the third knows, and what is pinned is pinned for ever.
  const trust = readFileSync(join(place('second'), 'log-trust.txt'), 'utf8');
  writeFileSync(
    place('away'),
    witnesses.slice(1).reduce((text, { url }) => text.replaceAll(url, 'http://[::1]:9'), trust),
  );
  const hasty = ['--reason', '数据库从备份恢复', '--even-if-whole', '--trust', place('away')];
  const unheard = await command(there(), 'ledger', 'restart', ...hasty);
  expect(unheard).toMatchObject({ code: 1, out: expect.stringContaining('Too few witnesses') });
  const begun = await command(there(), 'ledger', 'restart', '--reason', '数据库从备份恢复', '--json');
  expect(begun.code).toBe(0);
  expect(JSON.parse(begun.out)).toMatchObject({ generation: 2, pins: { size: 8, lost: {} } });
  // Whoever still holds the old log is told; it never grows again.
  await again.turn();
  const keys = [logKey(place('second'), 2), logKey(place('first'))];
  await startWitnesses(keys);
  const next = await openAt(restored, place('second'), policyOf(keys.toReversed()));
  // Whatever order the policy file has, the trust names the newest first.
  expect(next.trust.policy.logs.map(({ name }) => name)).toEqual(keys.map(({ name }) => name));
  expect(await next.turn()).toBe(1);
  expect(await next.turn()).toBeGreaterThan(0);
  expect(await next.witnessing.turn()).toBe(3);
  const proved = await proveAct(next, 'note/after', 1);
  expect(proved).toMatchObject({ isWitnessed: true, entry: { generation: 2 } });
  const pin = await proveAct(next, `log/${realm}`, 1);
  expect(pin).toMatchObject({ entry: { idx: 0, generation: 2, record: expect.stringContaining('"pins":{') } });
  for (const old of [oldProof, await proveAct(next, 'note/3', 1)]) {
    const read = readLogProof(old?.proof ?? '');
    if (read === undefined || old === undefined) throw new Error('no proof');
    expect(judgeLogProof(read, leafHash(old.entry.leaf), oldPolicy)).toMatchObject({ state: 'trusted' });
  }
  keepTrust(next, place('second'));
  expect((await next.status()).alarms).toEqual([]);
  const more = await command(there(), 'ledger', 'restart', '--reason', '再来一次');
  expect(more).toMatchObject({ code: 1, out: expect.stringContaining('no need') });
});

test('the audit passes over both logs, tells the loss, and finds a larger one than was told', async () => {
  const { code, out } = await command(there(), 'ledger', 'audit', '--json');
  const report: { readonly ended?: readonly { readonly lost: number }[] } = JSON.parse(out);
  expect(report).toMatchObject({ state: 'whole', ended: [{ size: 8 }], tally: { waiting: 0 } });
  expect(code).toBe(0);
  const [old, newest] = await listLogs(restored, realm);
  const lost = report.ended?.[0]?.lost ?? 0;
  const opened = open.at(-1);
  if (opened === undefined || old === undefined || newest === undefined) throw new Error('no log');
  const seen = { witness: 'audit.example', origin: old.origin, size: lost + 1, root: new Uint8Array(32) };
  const beyond = await atOneMoment(restored, realm, (source) =>
    auditLog({ source, realm, trust: opened.trust, signaturesOf: () => [], witnessed: [seen] }),
  );
  expect(beyond).toMatchObject({ state: 'different', difference: { place: `checkpoint ${lost + 1}` } });
});

test('from the public files alone the audit passes over both logs, and finds what does not follow', async () => {
  const opened = open.at(-1);
  if (opened === undefined) throw new Error('no log');
  const app = fastify();
  serveLog(app, { ledger: opened });
  const read: ReadLogFile = async (path) => {
    const answer = await app.inject({ url: `/log/${path}` });
    return answer.statusCode === 200 ? answer.rawPayload : undefined;
  };
  const auditOf = (other: ReadLogFile, witnessed: readonly WitnessedHead[] = []) =>
    auditTiles({ read: other, trust: opened.trust, witnessed });
  const whole = await auditOf(read);
  const size = (await opened.status()).size;
  expect(whole).toMatchObject({ state: 'whole', ended: [{ size: 8 }], tally: { entries: 8 + size, checkpoints: 2 } });
  const without = (gone: RegExp) => (path: string) => (gone.test(path) ? Promise.resolve(undefined) : read(path));
  const changed = (file: string, from: RegExp, to: string) => async (path: string) => {
    const bytes = await read(path);
    return path === file && bytes !== undefined
      ? Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1')
      : bytes;
  };
  const beginning = 'beginning';
  const places = await Promise.all(
    [
      without(/beginning$/),
      changed(beginning, /"size":8/, '"size":7'),
      changed(beginning, /"at":"2026/, '"at":"2025'),
      changed('1/tile/entries/000.p/8', /./s, '\u0001'),
      without(/^1\//),
      without(/^\d\//),
      without(/^checkpoint$/),
      changed('checkpoint', /\n\d+\n/, '\n1\n'),
      (path: string) => read(`1/${path.replace(/^\d+\//, '')}`),
    ].map(async (other) => {
      const found = await auditOf(other);
      return found.state === 'different' ? found.difference.place : 'whole';
    }),
  );
  expect(places).toEqual([
    'end',
    'checkpoint 8',
    'log 2 entry 0',
    'entries 0',
    'log 0',
    'log 0',
    'checkpoint',
    'log 2 checkpoint 1',
    'log 2',
  ]);
  const [old] = await listLogs(restored, realm);
  const head = { witness: 'audit.example', origin: old?.origin ?? '', root: new Uint8Array(32) };
  const lost = whole.state === 'whole' ? (whole.ended[0]?.lost ?? 0) : 0;
  expect(lost).toBeGreaterThan(8);
  expect(await auditOf(read, [{ ...head, size: lost + 1 }])).toMatchObject({
    difference: { place: `checkpoint ${lost + 1}` },
  });
  // What was lost is told with its root: another one of the same size is no surprise that was told.
  expect(await auditOf(read, [{ ...head, size: lost }])).toMatchObject({ difference: { place: `checkpoint ${lost}` } });
  await app.close();
});

test('without the keys of its log the program does not begin another one silently', async () => {
  rmSync(join(place('second'), 'keys', 'log-2'), { recursive: true });
  await expect(openAt(restored, place('second'), oldPolicy)).rejects.toThrow('does not hold the keys');
});

test('the embedded database is restored with its place, and its log is found whole', async () => {
  const environment = { DATA_DIR: place('third') };
  expect((await command(environment, 'restore', place('backup.tar'))).code).toBe(0);
  await startWitnesses([]);
  const audited = await command(environment, 'ledger', 'audit', '--json');
  expect(JSON.parse(audited.out)).toMatchObject({ state: 'whole', tally: { checkpoints: 1 } });
  expect(existsSync(join(place('third'), 'postgres', 'cluster'))).toBe(true);
}, 60_000);
