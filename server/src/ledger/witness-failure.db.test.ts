import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type VerifierKey, writeVerifierKey } from '@liangqian/verify/note.ts';
import { type Policy, readPolicy } from '@liangqian/verify/policy.ts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { type Behave, cosigned, lies, START } from '../../test/lying-witness.ts';
import { openLog } from '../kernel/log.ts';
import { watchLog } from '../robots/log-watch.ts';
import { type Ledger, logVerifierKeys, openLedger, openWitness, proveAct, type RunningWitness } from './actions.ts';
import { signCheckpoint } from './checkpoint.ts';
import { fileLogKeys } from './log-keys.ts';
import { openWitnessFiles } from './witness-files.ts';
import { findCheckpoint } from './witnessed/store.ts';

/** Witnesses that are down, slow, wrong or lying: the log and the acts go on, and somebody is told. */

const realm = '110198';
const log = { realm, generation: 1 };
let now = START;
const clock = { now: () => now };
let db: TestDatabase;
let folder: string;
let keys: ReturnType<typeof fileLogKeys>;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  db = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'liangqian-failing-'));
  keys = fileLogKeys({ directory: join(folder, 'log'), passphrase: 'development' });
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
  now = START;
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db.drop();
});

interface Asked {
  readonly name: string;
  readonly key: VerifierKey;
  readonly url: string;
}

async function honest(name: string, at = clock): Promise<Asked & { readonly running: RunningWitness }> {
  const options = { passphrase: 'development', host: '127.0.0.1', port: 0, clock: at, log: openLog('silent') };
  const logs = [logVerifierKeys(keys)[0]];
  const running = await openWitness({ ...options, name: `${name}.example`, folder: join(folder, name), logs });
  ends.push(running.close);
  return { name, key: running.key, url: running.url, running };
}

/** A witness with a key of its own that answers as it is told. */
async function rogue(behave: Behave): Promise<Asked> {
  const { key } = openWitnessFiles(join(folder, 'rogue'), 'rogue.example', 'development');
  const server: Server = createServer((request, response) => void Promise.resolve(behave(request, response, key)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { name: 'rogue', key: key.key, url: `http://127.0.0.1:${port}` };
}

/** Two of three must have signed. */
function open(witnesses: readonly Asked[], patienceMs = 5_000): Ledger {
  const lines = witnesses.map(({ key, url }) => `witness ${key.name} ${writeVerifierKey(key)} ${url}`);
  const group = `group two 2 ${witnesses.map(({ key }) => key.name).join(' ')}`;
  const logs = [`log ${writeVerifierKey(logVerifierKeys(keys)[0])}`];
  const policy: Policy | { reason: string } = readPolicy([...logs, ...lines, group, 'quorum two'].join('\n'));
  if ('reason' in policy) throw new Error(policy.reason);
  const ledger = openLedger({ pool: db.database, realm, keys, clock, signaturesOf: () => [], policy, patienceMs });
  ends.push(ledger.close);
  return ledger;
}

let acts = 0;
async function act(): Promise<string> {
  acts += 1;
  const body = `{"realm":"${realm}","at":"${START}","prev":"","events":[{"type":"NoteWritten","data":{}}]}`;
  await db.asOwner(`insert into journal.act (realm, stream, from_seq, to_seq, request_id, digest, hash, body)
    values ('${realm}', 'note/${acts}', 1, 1, 'f-${acts}', '', decode(repeat('11', 32), 'hex'), '${body}')`);
  return `note/${acts}`;
}

function stateOf(ledger: Ledger, name: string) {
  return ledger.witnessing.states().find((one) => one.name === `${name}.example`);
}

test.each<[string, Behave]>([
  ['answers 404 to everything', (_request, response) => void response.writeHead(404).end()],
  [
    'shows nothing and has seen five entries',
    (request, response) =>
      void (request.method === 'GET' ? response.writeHead(404).end() : response.writeHead(409).end('5\n')),
  ],
])('a log that has said nothing hears no witness that %s', async (_, behave) => {
  const nobody = {
    name: 'nobody',
    key: openWitnessFiles(join(folder, 'nobody'), 'nobody.example', 'development').key.key,
    url: 'http://127.0.0.1:9',
  };
  const ledger = open([await honest('market'), await rogue(behave), nobody]);
  expect(await ledger.turn()).toBe(0);
  expect(ledger.witnessing.standing()).toMatchObject({ state: 'open', unheard: ['rogue.example', 'nobody.example'] });
  expect(await findCheckpoint(db.database, log)).toBeUndefined();
});

test('a log that has said nothing hears those who have witnessed nothing: they cosign the empty log', async () => {
  const silent: Behave = (_request, response) => void response.writeHead(500).end();
  const ledger = open([await honest('market'), await honest('audit'), await rogue(silent)]);
  expect(await ledger.turn()).toBe(0);
  expect(ledger.witnessing.standing()).toEqual({ state: 'agrees' });
});

test('witnesses down at the start: nothing is said until enough are heard, acts go on, and it is told', async () => {
  const [market, audit] = [await honest('market'), await honest('audit')];
  const nobody = {
    name: 'nobody',
    key: openWitnessFiles(join(folder, 'nobody'), 'nobody.example', 'development').key.key,
    url: 'http://127.0.0.1:9',
  };
  await market.running.close();
  const stream = await act();
  const alone = open([market, audit, nobody]);
  expect(await alone.turn()).toBe(0);
  expect(alone.witnessing.standing()).toMatchObject({ state: 'open', unheard: ['market.example', 'nobody.example'] });
  expect((await alone.status()).alarms).toMatchObject([{ code: 'witnesses-unheard' }]);
  const back = await honest('market');
  const heard = open([back, audit, nobody]);
  expect(await heard.turn()).toBe(1);
  expect(await heard.witnessing.turn()).toBe(2);
  expect((await proveAct(heard, stream, 1))?.isWitnessed).toBe(true);
});

test('a slow witness holds up neither the log nor the others', async () => {
  let asked = 0;
  const waiting: ServerResponse[] = [];
  const slow = await rogue((_request, response) => {
    asked += 1;
    waiting.push(response);
  });
  const ledger = open([await honest('market'), await honest('audit'), slow], 2_000);
  await act();
  expect(await ledger.turn()).toBe(1);
  expect(await ledger.witnessing.turn()).toBe(2);
  expect(stateOf(ledger, 'rogue')).toMatchObject({ last: 'silent', lateSince: START });
  await ledger.close();
  // Patient this time: the others are asked about newer checkpoints while its answer is out.
  const patient = open([await honest('market'), await honest('audit'), slow], 30_000);
  const compared = patient.turn();
  await expect.poll(() => asked, { timeout: 5_000 }).toBe(3);
  waiting.at(-1)?.writeHead(404).end();
  await expect.poll(() => asked, { timeout: 5_000 }).toBe(4);
  waiting.at(-1)?.writeHead(500).end();
  await compared;
  for (const round of [1, 2]) {
    await act();
    expect(await patient.turn()).toBe(1);
    await patient.witnessing.nudge();
    await expect.poll(async () => (await patient.status()).lateSince, { timeout: 5_000 }).toBeUndefined();
    expect([asked, round]).toEqual([5, round]);
  }
  for (const response of waiting) response.destroy();
});

test.each(lies)('a lying witness stops nothing: %s', async (_, state, behave) => {
  const answer: Behave = (request, response, key) =>
    request.method === 'GET' ? void response.writeHead(404).end() : behave(request, response, key);
  const ledger = open([await honest('market'), await honest('audit'), await rogue(answer)]);
  await act();
  await ledger.turn();
  await ledger.witnessing.turn();
  const stream = await act();
  expect(await ledger.turn()).toBe(1);
  expect(await ledger.witnessing.turn()).toBeGreaterThanOrEqual(2);
  expect(stateOf(ledger, 'rogue')).toMatchObject({ last: state, lateSince: START });
  expect(ledger.witnessing.standing()).toEqual({ state: 'agrees' });
  const proved = await proveAct(ledger, stream, 1);
  expect(proved?.isWitnessed).toBe(true);
  expect(proved?.proof).not.toContain('rogue.example');
  const { alarms } = await ledger.status();
  expect(alarms.map(({ code }) => code)).toEqual(state === 'refused' ? ['witness-refused'] : []);
});

test('a witness that shows a head which this log never said stops the log: another has used its key', async () => {
  const said = await findCheckpoint(db.database, log);
  const forked = signCheckpoint(keys, { size: said?.size ?? 0, root: Buffer.alloc(32, 7) });
  const witness = await rogue((_request, response, key) => {
    const line = cosigned(`old 0\n\n${forked}`, key, (text) => text);
    response.end(`${forked}${line}`);
  });
  const ledger = open([await honest('market'), await honest('audit'), witness]);
  await act();
  expect(await ledger.turn()).toBe(0);
  expect(ledger.witnessing.standing()).toMatchObject({ state: 'forked', witness: 'rogue.example', size: said?.size });
  expect((await ledger.status()).alarms).toMatchObject([{ code: 'log-forked' }]);
  expect((await findCheckpoint(db.database, log))?.size).toBe(said?.size);
});

test('clocks that differ, ours or theirs, change no order, and the difference is told', async () => {
  const future = { now: () => '2026-03-06T00:00:00.000Z' };
  const ledger = open([await honest('market'), await honest('audit', future), await honest('archive')]);
  await act();
  await ledger.turn();
  expect(await ledger.witnessing.turn()).toBe(3);
  expect(stateOf(ledger, 'audit')?.clockOffBy).toBeGreaterThan(86_400);
  expect((await ledger.status()).alarms).toMatchObject([
    { code: 'clock-differs', about: expect.stringContaining('audit') },
  ]);
  // Ours goes back by a year: the log goes on all the same.
  now = '2025-03-04T01:30:00.000Z';
  const stream = await act();
  expect(await ledger.turn()).toBe(1);
  expect(await ledger.witnessing.turn()).toBe(3);
  expect((await proveAct(ledger, stream, 1))?.isWitnessed).toBe(true);
});

test('an alarm is raised within minutes, told once a day while it lasts, and told when it is over', async () => {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  const told = openLog('info', sink);
  const market = await honest('market');
  const ledger = open([market, await honest('audit'), await honest('archive')]);
  const watch = () => watchLog({ ledger, clock }, told);
  await act();
  await ledger.turn();
  await market.running.close();
  await ledger.witnessing.turn();
  expect(await watch()).toBe(0);
  now = '2026-03-04T01:41:00.000Z';
  expect(await watch()).toBe(1);
  expect(lines.join('')).toMatch(/"level":"?(?:error|50).*"alarm":"witness-late".*market\.example/);
  expect(await watch()).toBe(0);
  now = '2026-03-05T01:41:00.000Z';
  expect(await watch()).toBe(1);
  const again = open([await honest('market'), await honest('audit'), await honest('archive')]);
  await act();
  await ledger.close();
  await again.turn();
  expect(await again.witnessing.turn()).toBe(3);
  expect(await watchLog({ ledger: again, clock }, told)).toBe(0);
  expect((await again.status()).lateSince).toBeUndefined();
});
