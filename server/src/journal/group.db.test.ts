import { afterAll, beforeAll, expect, test } from 'vitest';
import { add, frameOf, sumOf } from '../../test/counted-stream.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { lossySocket } from '../../test/lossy-socket.ts';
import { connectOnce, openDatabase } from '../kernel/database.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { type Journal, openJournal, perform, readStream } from './actions.ts';
import type { FenceUse, OutboxEntry, Performed } from './journal.ts';

const REALM = '110198';
let db: TestDatabase;
let journal: Journal;

beforeAll(async () => {
  db = await testDatabase();
  journal = openJournal(db.database);
});
afterAll(() => db.drop());

test('one poisoned act does not take the others of its group down', async () => {
  const outbox: readonly OutboxEntry[] = [{ topic: 'test', payload: {}, dueAt: 'no instant at all' }];
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_one, n) => act(`poison-${n}`, n === 7 ? { outbox } : {})),
  );
  expect(answers.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([7]);
  const sums = await Promise.all(
    answers.map(async (_one, n) => sumOf(await readStream(journal, REALM, `poison-${n}`))),
  );
  expect(sums).toEqual(answers.map((_one, n) => (n === 7 ? 0 : 1)));
});

test('an act that the database sacrifices in a deadlock is done again', async () => {
  for (const key of ['lock-a', 'lock-b']) await act(`${key}-stream`, { sets: [{ key, open: true }] });
  const rival = await connectOnce(db.adminUrl);
  // Long enough for the rival to close the circle in time, and the rival itself never looks: so the act is sacrificed.
  await rival.query(`alter database "${db.name}" set deadlock_timeout = '2s'; set deadlock_timeout = '1h'`);
  await rival.query("begin; update journal.fence set open = open where key = 'lock-b'");
  const pool = openDatabase({ url: db.url('liangqian_app'), role: 'liangqian_app' });
  const fences: readonly FenceUse[] = [
    { key: 'lock-a', mode: 'pass' },
    { key: 'lock-b', mode: 'pass' },
  ];
  const waiting = act('deadlock', { fences }, openJournal(pool));
  await someoneWaits();
  // Now each waits for the other.
  await rival.query("update journal.fence set open = open where key = 'lock-a'");
  await rival.query('commit');
  await rival.end();
  expect(isRefusal(await waiting)).toBe(false);
  await pool.end();
  expect(await readStream(journal, REALM, 'deadlock')).toHaveLength(1);
});

test('promise 5: a server that goes away leaves the outcome unknown; the same request again is done exactly once', async () => {
  await act('gone-stream', { sets: [{ key: 'gone', open: true }] });
  const rival = await connectOnce(db.adminUrl);
  await rival.query("begin; update journal.fence set open = open where key = 'gone'");
  const fences: readonly FenceUse[] = [{ key: 'gone', mode: 'pass' }];
  const waiting = act('lost', { fences }).catch((fault: unknown) => fault);
  const pid = await someoneWaits();
  await rival.query(`select pg_terminate_backend(${pid})`);
  expect(await waiting).toBeInstanceOf(Error);
  await rival.query('rollback');
  await rival.end();
  expect(await readStream(journal, REALM, 'lost')).toEqual([]);
  expect(done(await act('lost', { fences })).repeated).toBe(false);
  expect(done(await act('lost', { fences })).repeated).toBe(true);
  expect(await readStream(journal, REALM, 'lost')).toHaveLength(1);
});

test('promise 5: an act whose answer was lost on the way is not done a second time', async () => {
  const socket = await lossySocket(db.url('liangqian_app'));
  const pool = openDatabase({ url: socket.url, role: 'liangqian_app', maxConnections: 1 });
  const through = openJournal(pool);
  done(await act('answer-before', {}, through));
  const reading = through.read;
  // Only the answer to the append is lost, not the answer to the read before it.
  const cutting: Journal = {
    ...through,
    read: async (request) => {
      const answer = await reading(request);
      socket.loseNextAnswer();
      return answer;
    },
  };
  await expect(act('answer', {}, cutting)).rejects.toThrow();
  expect(await readStream(journal, REALM, 'answer')).toHaveLength(1);
  expect(done(await act('answer', {})).repeated).toBe(true);
  expect(await readStream(journal, REALM, 'answer')).toHaveLength(1);
  await pool.end();
  await socket.close();
});

interface Extra {
  readonly fences?: readonly FenceUse[];
  readonly sets?: readonly { readonly key: string; readonly open: boolean }[];
  readonly outbox?: readonly OutboxEntry[];
}

function act(stream: string, extra: Extra, on: Journal = journal): Promise<Performed | Refusal> {
  return perform(on, add, { ...frameOf(stream, `${stream}-1`), command: { amount: 1, ...extra }, facts: () => [] });
}

/** The backend of ours that waits for a lock, as soon as there is one. */
async function someoneWaits(): Promise<number> {
  const admin = await connectOnce(db.adminUrl);
  try {
    for (;;) {
      const { rows } = await admin.query<{ pid: number }>(
        "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      if (rows[0] !== undefined) return rows[0].pid;
    }
  } finally {
    await admin.end();
  }
}

function done(answer: Performed | Refusal): Performed {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`);
  return answer;
}
