import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toBase64 } from '@liangqian/verify/bytes.ts';
import { type VerifierKey, writeVerifierKey } from '@liangqian/verify/note.ts';
import { type Policy, readPolicy } from '@liangqian/verify/policy.ts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { openLog } from '../kernel/log.ts';
import { type Ledger, logVerifierKeys, openLedger, proveAct } from './actions.ts';
import { tileReader } from './tile-reader.ts';
import { signCheckpoint } from './checkpoint.ts';
import { consistencyPath, emptyRoot } from './ledger.ts';
import { fileLogKeys } from './log-keys.ts';
import { findCheckpoint } from './witnessed/store.ts';
import { openWitnessFiles, type WitnessFiles } from './witness-files.ts';
import { witnessServer } from './witness-server.ts';

const realm = '110198';
const log = { realm, generation: 1 };
const at = '2026-03-04T01:30:00.000Z';
const clock = { now: () => at };
let db: TestDatabase;
let folder: string;
const servers: Server[] = [];
const ledgers: Ledger[] = [];
beforeAll(async () => {
  db = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'liangqian-witness-'));
});
afterEach(async () => {
  await Promise.all(ledgers.splice(0).map((ledger) => ledger.close()));
  await Promise.all(servers.splice(0).map(closed));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db.drop();
});

const keys = fileLogKeysOnce();
const logs = (): readonly VerifierKey[] => [logVerifierKeys(keys())[0]];

interface Running {
  readonly files: WitnessFiles;
  readonly url: string;
  readonly server: Server;
}

async function witness(name: string, logKeys: readonly VerifierKey[] = logs()): Promise<Running> {
  const files = openWitnessFiles(join(folder, name), `${name}.example`, 'development');
  const server = witnessServer({ files, logs: logKeys, clock, log: openLog('silent') });
  servers.push(server);
  return { files, server, url: await listening(server) };
}

/** Two of three must have signed. */
function policyOf(witnesses: readonly Running[]): Policy {
  const lines = witnesses.map(
    ({ files, url }) => `witness ${files.key.key.name} ${writeVerifierKey(files.key.key)} ${url}`,
  );
  const names = witnesses.map(({ files }) => files.key.key.name).join(' ');
  const text = [...logs().map((key) => `log ${writeVerifierKey(key)}`), ...lines, `group two 2 ${names}`, 'quorum two'];
  const policy = readPolicy(text.join('\n'));
  if ('reason' in policy) throw new Error(policy.reason);
  return policy;
}

function open(policy: Policy): Ledger {
  const ledger = openLedger({ pool: db.database, realm, keys: keys(), clock, signaturesOf: () => [], policy });
  ledgers.push(ledger);
  return ledger;
}

let acts = 0;
/** An act straight in the journal: what it says does not matter here. */
async function act(): Promise<string> {
  acts += 1;
  const body = `{"realm":"${realm}","at":"${at}","prev":"","events":[{"type":"NoteWritten","data":{}}]}`;
  await db.asOwner(`insert into journal.act (realm, stream, from_seq, to_seq, request_id, digest, hash, body)
    values ('${realm}', 'note/${acts}', 1, 1, 'w-${acts}', '', decode(repeat('11', 32), 'hex'), '${body}')`);
  return `note/${acts}`;
}

async function submit(url: string, body: string): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
  return { status: answer.status, text: await answer.text() };
}

test('three witnesses cosign, and the proof of an act carries their quorum', async () => {
  const witnesses = [await witness('market'), await witness('audit'), await witness('archive')];
  const ledger = open(policyOf(witnesses));
  const stream = await act();
  expect(await ledger.turn()).toBe(1);
  expect((await proveAct(ledger, stream, 1))?.isWitnessed).toBe(false);
  expect(await ledger.witnessing.turn()).toBe(3);
  const proved = await proveAct(ledger, stream, 1);
  expect(proved?.isWitnessed).toBe(true);
  for (const { files } of witnesses) expect(proved?.proof).toContain(`\u2014 ${files.key.key.name} `);
  // Nothing new: nobody is asked again.
  expect(await ledger.witnessing.turn()).toBe(0);
});

test('a witness that is away holds up neither the log nor the others, and is shown as late', async () => {
  const witnesses = [await witness('market'), await witness('audit'), await witness('archive')];
  const ledger = open(policyOf(witnesses));
  await closed(witnesses[2]?.server);
  const stream = await act();
  expect(await ledger.turn()).toBe(1);
  expect(await ledger.witnessing.turn()).toBe(2);
  expect((await proveAct(ledger, stream, 1))?.isWitnessed).toBe(true);
  expect(ledger.witnessing.states()).toMatchObject([
    { last: 'cosigned' },
    { last: 'cosigned' },
    { last: 'silent', lateSince: at },
  ]);
  // It comes back with what it remembers, and catches up over everything it missed.
  const back = await witness('archive');
  const again = open(policyOf([...witnesses.slice(0, 2), back]));
  await act();
  await ledger.close();
  expect(await again.turn()).toBe(1);
  expect(await again.witnessing.turn()).toBe(3);
});

test('a witness answers 404, 403, 400, 409 and 422 as the standard says, and signs no fork', async () => {
  const { url, files } = await witness('strict');
  const ledger = open(policyOf([await witness('market')].concat([await witness('audit')])));
  await act();
  await ledger.turn();
  const said = await findCheckpoint(db.database, log);
  if (said === undefined) throw new Error('nothing said');
  expect((await submit(url, `old 0\n\n${said.note}`)).status).toBe(200);
  expect((await submit(url, `old 0\n\n${said.note}`)).status).toBe(409);
  expect((await submit(url, `old 0\n\n${said.note}`)).text).toBe(`${said.size}\n`);
  expect((await submit(url, `old ${said.size}\n\n${said.note}`)).status).toBe(200);
  expect((await submit(url, `old ${said.size + 1}\n\n${said.note}`)).status).toBe(400);
  expect((await submit(url, `old 0${said.size}\n\n${said.note}`)).status).toBe(400);
  expect((await submit(url, 'hello')).status).toBe(400);
  expect((await submit(url, said.note)).status).toBe(400);
  const stranger = fileLogKeys({ directory: join(folder, 'stranger'), passphrase: 'development' });
  expect((await submit(url, `old 0\n\n${signCheckpoint(stranger, said)}`)).status).toBe(404);
  expect((await submit(url, `old ${said.size}\n\n${said.note.replace(`\n${said.size}\n`, '\n99\n')}`)).status).toBe(
    403,
  );
  const other = { size: said.size, root: Buffer.alloc(32, 9) };
  expect((await submit(url, `old ${said.size}\n\n${signCheckpoint(keys(), other)}`)).status).toBe(422);
  const longer = { size: said.size + 1, root: Buffer.alloc(32, 9) };
  expect(
    (await submit(url, `old ${said.size}\n${toBase64(said.root)}\n\n${signCheckpoint(keys(), longer)}`)).status,
  ).toBe(422);
  const { url: fresh } = await witness('fresh');
  expect((await submit(fresh, `old 0\n\n${signCheckpoint(keys(), { size: 0, root: Buffer.alloc(32) })}`)).status).toBe(
    422,
  );
  expect((await submit(fresh, `old 0\n\n${signCheckpoint(keys(), { size: 0, root: emptyRoot() })}`)).status).toBe(200);
  expect(files.last(keys().origin)?.size).toBe(said.size);
  expect((await submit(url, 'x'.repeat(300_000)).catch(() => ({ status: 413 }))).status).toBe(413);
});

test('what a witness has signed survives its end, and its memory is shown to whoever asks', async () => {
  const ledger = open(policyOf([await witness('market'), await witness('audit')]));
  await act();
  await ledger.turn();
  await ledger.witnessing.turn();
  const said = await findCheckpoint(db.database, log);
  const again = openWitnessFiles(join(folder, 'market'), 'market.example', 'development');
  expect(again.last(keys().origin)?.size).toBe(said?.size);
  const { url } = await witness('market');
  const hash = await import('./witness.ts').then(({ originHash }) => originHash(keys().origin));
  const shown = await fetch(`${url}/${hash}/checkpoint`);
  expect(await shown.text()).toContain('\u2014 market.example ');
  expect((await fetch(`${url}/${'0'.repeat(64)}/checkpoint`)).status).toBe(404);
});

test('a log that was set back behind what its witnesses have seen says nothing more', async () => {
  const market = await witness('market');
  const ahead = { size: 1_000_000, root: Buffer.alloc(32, 5) };
  await market.files.remember(keys().origin, { ...ahead, note: '' });
  const { files, url } = market;
  // What it shows must be cosigned by itself; then it is believed.
  const last = await findCheckpoint(db.database, log);
  const path = await consistencyPath(tileReader(db.database, log), 0, last?.size ?? 0);
  expect(path).toEqual([]);
  const fresh = await witness('beyond');
  expect((await submit(fresh.url, `old 0\n\n${signCheckpoint(keys(), ahead)}`)).status).toBe(200);
  const ledger = open(policyOf([{ files, url, server: market.server }, fresh]));
  await act();
  expect(await ledger.turn()).toBe(0);
  expect(ledger.witnessing.standing()).toMatchObject({ state: 'behind', witness: 'beyond.example', known: 1_000_000 });
  expect((await findCheckpoint(db.database, log))?.size).toBe(last?.size);
});

function fileLogKeysOnce(): () => ReturnType<typeof fileLogKeys> {
  let opened: ReturnType<typeof fileLogKeys> | undefined;
  return () => (opened ??= fileLogKeys({ directory: join(folder, 'log'), passphrase: 'development' }));
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '');
    });
  });
}

function closed(server: Server | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (server === undefined || !server.listening) return resolve();
    server.closeAllConnections();
    server.close(() => resolve());
  });
}
