import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCheckpoint } from '@liangqian/verify/checkpoint.ts';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { all, engineContract } from '../../../test/engine-contract.ts';
import { openJournal } from '../../journal/actions.ts';
import { openLog } from '../../kernel/log.ts';
import {
  beginLog,
  beginNewLog,
  type Ledger,
  logVerifierKeys,
  openLedger,
  openWitness,
  publicKeysOf,
  type RunningWitness,
} from '../actions.ts';
import { fileLogKeys } from '../log-keys.ts';
import { pgEngine } from './pg-engine.ts';

engineContract('the log over PostgreSQL', async () => {
  const db = await testDatabase();
  const directory = mkdtempSync(join(tmpdir(), 'liangqian-engine-'));
  const keys = fileLogKeys({ directory: join(directory, 'keys'), passphrase: 'development' });
  const [log] = logVerifierKeys(keys);
  const names = ['market', 'audit', 'archive'] as const;
  let now = '2026-03-04T01:30:00.000Z';
  const clock = { now: () => now };
  const running = new Map<string, RunningWitness>();
  const start = async (name: string, port = 0): Promise<RunningWitness> => {
    const asked = { passphrase: 'development', host: '127.0.0.1', port, logs: [log], clock, log: openLog('silent') };
    const witness = await openWitness({ ...asked, name: `${name}.example`, folder: join(directory, name) });
    running.set(name, witness);
    return witness;
  };
  const started = await Promise.all(names.map((name) => start(name)));
  const witnesses = started.map(({ key, url }) => ({ name: key.name, key, url }));
  const group = { name: 'two', threshold: 2, members: witnesses.map(({ name }) => name) };
  const policy = { logs: [log], witnesses, groups: [group], quorum: 'two' };
  const open = (): Ledger =>
    openLedger({ pool: db.database, realm: '110198', keys, clock, signaturesOf: () => [], policy });
  let ledger = open();
  const advance = async (): Promise<void> => {
    while ((await ledger.turn()) > 0);
    await ledger.witnessing.turn();
  };
  return {
    engine: pgEngine({ journal: openJournal(db.database), ledger }),
    trust: () => ledger.trust,
    advance,
    async setAway(away) {
      for (const [nth, name] of names.entries()) {
        const isUp = running.has(name);
        if (away.includes(name) && isUp) {
          await running.get(name)?.close();
          running.delete(name);
        } else if (!away.includes(name) && !isUp) await start(name, Number(new URL(witnesses[nth]?.url ?? '').port));
      }
    },
    witnesses: names,
    setNow: (at) => void (now = at),
    async reopen() {
      await ledger.close();
      ledger = open();
      return pgEngine({ journal: openJournal(db.database), ledger });
    },
    async close() {
      await ledger.close();
      await Promise.all([...running.values()].map((one) => one.close()));
      await db.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
});

test('lines and checkpoints go on from a log to the one after it, also for who had more of it than is left', async () => {
  const db = await testDatabase();
  const directory = mkdtempSync(join(tmpdir(), 'liangqian-engines-'));
  const keysOf = (generation: number) =>
    fileLogKeys({ directory: join(directory, String(generation)), passphrase: 'development' });
  const at = '2026-03-04T01:30:00.000Z';
  const realm = '110198';
  const journal = openJournal(db.database);
  const openAt = (generation: number): Ledger => {
    const keys = keysOf(generation);
    const policy = { logs: [logVerifierKeys(keys)[0]], witnesses: [], groups: [], quorum: 'none' };
    const clock = { now: () => at };
    return openLedger({ pool: db.database, realm, generation, keys, clock, signaturesOf: () => [], policy });
  };
  const put = async (ledger: Ledger, subject: string): Promise<void> => {
    const record = { subject, op: 'issue', org: 'market', at, sm3: 'ab'.repeat(32), sm2: 'c2ln' } as const;
    const options = { idempotencyKey: subject, visibility: { kind: 'commitment' } } as const;
    expect(await pgEngine({ journal, ledger }).append(record, options)).toMatchObject({ level: 'accepted' });
    await ledger.turn();
  };
  await beginLog(db.database, realm, { generation: 1, ...publicKeysOf(keysOf(1)), at });
  const first = openAt(1);
  for (const subject of ['L-1', 'L-2', 'L-3']) await put(first, subject);
  const begun = await beginNewLog({
    journal,
    realm,
    policy: first.ports.policy,
    keysOf,
    actor: { kind: 'operator', id: 'test' },
    at,
    reason: '试验',
    evenIfWhole: true,
  });
  expect(begun).toMatchObject({ generation: 2, pins: { size: 3 } });
  await first.close();
  const next = openAt(2);
  expect(await next.turn()).toBe(1);
  for (const subject of ['L-4', 'L-5']) await put(next, subject);
  const engine = pgEngine({ journal, ledger: next });
  const lines = await all(engine.subscribe(-1));
  // Between the two stands the act with which the new log begins.
  expect(lines.map(({ entry }) => entry?.id.subject)).toEqual(['L-1', 'L-2', 'L-3', undefined, 'L-4', 'L-5']);
  for (const [nth, { cursor }] of lines.entries())
    expect(await all(engine.subscribe(cursor))).toEqual(lines.slice(nth + 1));
  // Who followed the first log further than it goes now has missed nothing of the second.
  expect(await all(engine.subscribe(1_000))).toEqual(lines.slice(3));
  const notes = await all(engine.checkpoints(0));
  const said = notes.map(({ note }) => readCheckpoint(note)?.checkpoint);
  expect(said.map((one) => [one?.origin, one?.size])).toEqual([
    ...[1, 2, 3].map((size) => [keysOf(1).origin, size]),
    ...[1, 2, 3].map((size) => [keysOf(2).origin, size]),
  ]);
  for (const [nth, { reach }] of notes.entries())
    expect(await all(engine.checkpoints(reach))).toEqual(notes.slice(nth + 1));
  await next.close();
  await db.drop();
  rmSync(directory, { recursive: true, force: true });
});
