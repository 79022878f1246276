import { afterAll, beforeAll, expect, test } from 'vitest';
import { add, type Add, frameOf, sumOf } from '../../test/counted-stream.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { type Journal, openJournal, part, perform, performParts, readStream } from './actions.ts';
import type { Actor, FenceUse, MandateRef, Performed, Step } from './journal.ts';

const REALM = '110198';
let db: TestDatabase;
let journal: Journal;

beforeAll(async () => {
  db = await testDatabase();
  journal = openJournal(db.database);
});
afterAll(() => db.drop());

test('the hash chain of a stream follows from the stored bytes alone', async () => {
  for (const n of [1, 2, 3]) await act('chain', `chain-${n}`, { amount: n });
  const { rows } = await db.database.query<{ seq: number; hash: Buffer; body: string }>(
    "select from_seq as seq, hash, body from journal.act where stream = 'chain' order by from_seq",
  );
  let prev = '';
  for (const { seq, hash, body } of rows) {
    expect(JSON.parse(body)).toMatchObject({ seq, prev, stream: 'chain', realm: REALM });
    prev = sm3Hex(body);
    expect(hash.toString('hex')).toBe(prev);
  }
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test('promise 5: the same request twice gives one act and the first answer', async () => {
  const first = done(await act('twice', 'twice-1', { amount: 5 }));
  await act('twice', 'twice-2', { amount: 7 });
  const again = done(await act('twice', 'twice-1', { amount: 5 }));
  expect(again).toEqual({ ...first, repeated: true });
  expect(sumOf(await readStream(journal, REALM, 'twice'))).toBe(12);
});

test('promise 5: a repetition is answered with the first outcome although it would be refused now', async () => {
  const command = { amount: 5, limit: 5 };
  const first = done(await act('replay', 'replay-1', command));
  expect(await act('replay', 'replay-2', command)).toMatchObject({ code: 'over-limit' });
  expect(done(await act('replay', 'replay-1', command)).events).toEqual(first.events);
});

test('a request id with another body, actor or stream is refused as reused', async () => {
  await act('reuse', 'reuse-1', { amount: 5 });
  expect(await act('reuse', 'reuse-1', { amount: 6 })).toMatchObject({ code: 'request-id-reused' });
  const other: Actor = { kind: 'robot', id: 'robot/other' };
  const frame = { ...frameOf('reuse', 'reuse-1'), actor: other };
  expect(await perform(journal, add, { ...frame, command: { amount: 5 }, facts: none })).toMatchObject({
    code: 'request-id-reused',
  });
  expect(await readStream(journal, REALM, 'reuse')).toHaveLength(1);
});

test('a refused act uses up no request id and leaves the stream untouched', async () => {
  expect(await act('refused', 'refused-1', { amount: 9, limit: 5 })).toMatchObject({ code: 'over-limit' });
  expect(await readStream(journal, REALM, 'refused')).toEqual([]);
  expect(done(await act('refused', 'refused-1', { amount: 3, limit: 5 })).repeated).toBe(false);
});

test('promise 5: sixty-four acts at once on one stream are all done, one after the other, none lost', async () => {
  const answers = await all(64, (n) => act('crowd', `crowd-${n}`, { amount: 1 }));
  expect(answers.filter(isRefusal)).toEqual([]);
  const events = await readStream(journal, REALM, 'crowd');
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 64 }, (_one, index) => index + 1));
  expect(new Set(events.map(({ requestId }) => requestId)).size).toBe(64);
});

test('promise 5: thirty-two acts at once in each of two processes are all done too', async () => {
  const second = openJournal(db.database);
  const answers = await all(64, (n) =>
    perform(n % 2 === 0 ? journal : second, add, {
      ...frameOf('two', `two-${n}`),
      command: { amount: 1 },
      facts: none,
    }),
  );
  expect(answers.filter(isRefusal)).toEqual([]);
  expect(sumOf(await readStream(journal, REALM, 'two'))).toBe(64);
});

test('the same request sent sixteen times at once is done exactly once', async () => {
  const answers = await all(16, () => act('burst', 'burst-1', { amount: 1 }));
  expect(answers.map((answer) => done(answer).seq)).toEqual(new Array(16).fill(1));
  expect(answers.filter((answer) => !done(answer).repeated)).toHaveLength(1);
});

test('promise 2: of two officers who sign at once exactly one signs', async () => {
  for (let round = 0; round < 10; round += 1) {
    const stream = `sign-${round}`;
    const answers = await all(2, (n) => act(stream, `${stream}-${n}`, { amount: 1, limit: 1 }));
    expect(answers.filter(isRefusal).map(({ code }) => code)).toEqual(['over-limit']);
    expect(await readStream(journal, REALM, stream)).toHaveLength(1);
  }
});

test('promise 1: while a hundred acts race with a revocation, none commits after it', async () => {
  await set('mandate-r', 'r-open', true);
  const acts = all(100, (n) => act(`race-${n}`, `race-${n}`, { amount: 1, fences: [pass('mandate-r')] }));
  const closing = act('mandate-r-stream', 'r-close', { amount: 1, sets: [{ key: 'mandate-r', open: false }] });
  // What is committed when the revocation has just been answered is all that ever will be.
  const atClose = closing.then(async (closed) => {
    expect(isRefusal(closed)).toBe(false);
    return committed('race-%');
  });
  const [answers, before] = await Promise.all([acts, atClose]);
  expect(await committed('race-%')).toEqual(before);
  expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(before.length);
  expect(answers.filter(isRefusal).every(({ code }) => code === 'fence-closed')).toBe(true);
  expect(await act('late', 'late-1', { amount: 1, fences: [pass('mandate-r')] })).toMatchObject({
    code: 'fence-closed',
  });
});

test('promise 1: an act that decided on an older state of its mandate decides again', async () => {
  await set('mandate-s', 's-open', true);
  let asked = 0;
  const answer = await perform(journal, add, {
    ...frameOf('stale', 'stale-1'),
    command: { amount: 1 },
    facts: () => {
      asked += 1;
      // The first attempt believes in an epoch that never was.
      return [{ key: 'mandate-s', mode: 'pass' as const, epoch: asked === 1 ? 99 : 1 }];
    },
  });
  expect(isRefusal(answer)).toBe(false);
  expect(asked).toBe(2);
});

test('a fence that was never set lets nobody pass', async () => {
  expect(await act('nofence', 'nofence-1', { amount: 1, fences: [pass('mandate-none')] })).toMatchObject({
    code: 'fence-closed',
    detail: { key: 'mandate-none' },
  });
});

test('R34: acts that bump one fence form a line, and each counts those before it', async () => {
  const answers = await all(12, (n) =>
    perform(journal, add, {
      ...frameOf(`place-${n}`, `place-${n}`),
      command: { amount: 1 },
      facts: async (): Promise<readonly FenceUse[]> => [{ key: 'quota/x', mode: 'bump', epoch: await placesTaken() }],
    }),
  );
  expect(answers.filter(isRefusal)).toEqual([]);
  expect(await placesTaken()).toBe(12);
});

test('steps that the law treats as one moment commit together or not at all, each under its own actor', async () => {
  const robot: Actor = { kind: 'robot', id: 'robot/second' };
  const frame = frameOf('parts', 'parts-1');
  const answer = done(
    await performParts(journal, frame, [
      part(add, { amount: 1 }, none),
      part(add, { amount: 2, limit: 3 }, none, robot),
    ]),
  );
  expect(answer.events.map(({ seq, actor, data }) => [seq, actor.id, data])).toEqual([
    [1, 'robot/test', { amount: 1, sum: 1 }],
    [2, 'robot/second', { amount: 2, sum: 3 }],
  ]);
  // One moment, one record: both events stand under the same hash.
  expect(answer.events[1]?.hash).toBe(answer.events[0]?.hash);
  expect(await readStream(journal, REALM, 'parts')).toEqual(answer.events);
  const { rows } = await db.database.query<{ seq: number; type: string; actor: Actor }>(
    "select seq, type, actor from journal.event where stream = 'parts' order by seq",
  );
  expect(rows).toEqual(answer.events.map(({ seq, type, actor }) => ({ seq, type, actor })));
  const refused = await performParts(journal, frameOf('parts', 'parts-2'), [
    part(add, { amount: 1 }, none),
    part(add, { amount: 1, limit: 4 }, none),
  ]);
  expect(refused).toMatchObject({ code: 'over-limit' });
  expect(await readStream(journal, REALM, 'parts')).toHaveLength(2);
});

test('who reads with SQL sees each event under its own mandate, and under none where it exercised no power', async () => {
  const use: Step<MandateRef | undefined, null, null> = {
    name: 'use',
    view: () => null,
    decide: (_, mandate) => ({ events: [{ type: 'Used', data: {}, ...(mandate === undefined ? {} : { mandate }) }] }),
  };
  const one: MandateRef = { mandateNo: 'M-1', version: 1, hash: 'a' };
  const uses = {
    differing: [undefined, one, undefined, { ...one, version: 2 }],
    alike: [one, one],
    none: [undefined, undefined],
  };
  for (const [name, mandates] of Object.entries(uses)) {
    const stream = `mandates-${name}`;
    const parts = mandates.map((mandate) => part(use, mandate, () => null));
    done(await performParts(journal, frameOf(stream, stream), parts));
    const { rows } = await db.database.query<{ mandate: MandateRef | null }>(
      'select mandate from journal.event where stream = $1 order by seq',
      [stream],
    );
    const expected = mandates.map((mandate) => mandate ?? null);
    expect(rows.map(({ mandate }) => mandate)).toEqual(expected);
    expect((await readStream(journal, REALM, stream)).map(({ mandate }) => mandate ?? null)).toEqual(expected);
  }
});

test('follow-up work is enqueued in the same commit, and not by a refused act', async () => {
  const outbox = [{ topic: 'test.serve', payload: { n: 1 } }];
  await act('owing', 'owing-1', { amount: 1, outbox });
  await act('owing', 'owing-1', { amount: 1, outbox });
  await act('owing', 'owing-2', { amount: 1, limit: 1, outbox });
  const { rows } = await db.database.query("select payload from journal.outbox where topic = 'test.serve'");
  expect(rows).toEqual([{ payload: '{"n":1}' }]);
});

test('nobody changes, deletes or empties what was recorded', async () => {
  await act('kept', 'kept-1', { amount: 1 });
  const migrator = db.asRole('liangqian_migrator');
  for (const sql of ['update journal.act set body = body', 'delete from journal.act', 'truncate journal.act']) {
    await expect(migrator.query(sql)).rejects.toThrow(/append-only|permission denied/u);
  }
});

function none(): readonly FenceUse[] {
  return [];
}

function pass(key: string): FenceUse {
  return { key, mode: 'pass' };
}

function act(stream: string, requestId: string, command: Add): Promise<Performed | Refusal> {
  return perform(journal, add, { ...frameOf(stream, requestId), command, facts: none });
}

async function set(key: string, requestId: string, open: boolean): Promise<void> {
  done(await act(`${key}-stream`, requestId, { amount: 1, sets: [{ key, open }] }));
}

async function placesTaken(): Promise<number> {
  const { rows } = await db.database.query<{ epoch: number }>("select epoch from journal.fence where key = 'quota/x'");
  return rows[0]?.epoch ?? 0;
}

async function committed(like: string): Promise<readonly string[]> {
  const { rows } = await db.database.query<{ stream: string }>(
    'select distinct stream from journal.event where stream like $1 order by stream',
    [like],
  );
  return rows.map(({ stream }) => stream);
}

function all<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_one, n) => work(n)));
}

function done(answer: Performed | Refusal): Performed {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`);
  return answer;
}
