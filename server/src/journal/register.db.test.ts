import { afterAll, beforeAll, expect, test } from 'vitest';
import { add, frameOf, sumOf } from '../../test/counted-stream.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { catchUp, type Journal, openJournal, perform } from './actions.ts';
import type { FenceUse, Performed } from './journal.ts';
import { createRegister, type Register } from './register.ts';

const REALM = '110198';
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test('a register holds what this process appended at once, and what another appended after catching up', async () => {
  const [here, there] = [await aProcess('kept/'), await aProcess('kept/')];
  await change(here, 'kept/a', 1);
  expect(here.register.get('kept/a')).toEqual({ key: 'kept/a', view: 1, epoch: 1 });
  expect(there.register.get('kept/a')).toBeUndefined();
  await there.register.catchUp();
  expect(there.register.get('kept/a')).toEqual({ key: 'kept/a', view: 1, epoch: 1 });
  await change(there, 'kept/a', 2);
  const generation = here.register.generation();
  await here.register.catchUp();
  expect(here.register.get('kept/a')).toEqual({ key: 'kept/a', view: 3, epoch: 2 });
  expect(here.register.generation()).toBeGreaterThan(generation);
});

test('more objects than are read one by one are read in one go, each whole', async () => {
  const [here, there] = [await aProcess('many/'), await aProcess('many/')];
  await Promise.all(Array.from({ length: 30 }, (_one, n) => change(here, `many/${n}`, n)));
  await there.register.catchUp();
  expect(there.register.list().map(({ key, view }) => [key, view])).toHaveLength(30);
  expect(there.register.get('many/29')?.view).toBe(29);
});

test('an object is folded when it is first asked for, and once for all who ask', async () => {
  const here = await aProcess('lazy/');
  await Promise.all([1, 2, 3].map((n) => change(here, `lazy/${n}`, n)));
  const folded: string[] = [];
  const register = createRegister(db.database, REALM, 'lazy/', (events) => {
    folded.push(events[0]?.stream ?? '');
    return sumOf(events);
  });
  await register.catchUp();
  expect(folded).toEqual([]);
  expect([register.get('lazy/2')?.view, register.get('lazy/2')?.view]).toEqual([2, 2]);
  expect(folded).toEqual(['lazy/2']);
  expect(register.list().map(({ view }) => view)).toEqual(expect.arrayContaining([1, 2, 3]));
  expect(folded.toSorted()).toEqual(['lazy/1', 'lazy/2', 'lazy/3']);
});

test('catching up reads exactly the objects that moved, not those whose names begin alike', async () => {
  const [here, there] = [await aProcess('like/'), await aProcess('like/')];
  await change(here, 'like/1', 1);
  await there.register.catchUp();
  await change(here, 'like/11', 5);
  await change(here, 'like/1', 1);
  await there.register.catchUp();
  expect([there.register.get('like/1')?.view, there.register.get('like/11')?.view]).toEqual([2, 5]);
});

test('promise 1: a process with a stale copy is turned back, catches up and decides on the truth', async () => {
  const [here, there] = [await aProcess('mandate/'), await aProcess('mandate/')];
  await change(here, 'mandate/m', 1);
  await there.register.catchUp();
  // Revoked in the other process; this one has not heard of it.
  await change(here, 'mandate/m', 0, false);
  expect(there.register.get('mandate/m')?.epoch).toBe(1);
  const answer = await rely(there, 'case/1', 'mandate/m');
  expect(answer).toMatchObject({ code: 'fence-closed', detail: { key: 'mandate/m' } });
  expect(there.register.get('mandate/m')?.epoch).toBe(2);
});

test('a mandate that only changed lets the act through under its new epoch', async () => {
  const [here, there] = [await aProcess('amended/'), await aProcess('amended/')];
  await change(here, 'amended/m', 1);
  await there.register.catchUp();
  await change(here, 'amended/m', 1);
  expect(isRefusal(await rely(there, 'case/2', 'amended/m'))).toBe(false);
});

test('a change of an object that others rely on must move its fence', async () => {
  const here = await aProcess('strict/');
  const frame = frameOf('strict/a', 'strict-1');
  await expect(perform(here.journal, add, { ...frame, command: { amount: 1 }, facts: () => [] })).rejects.toThrow(
    /without setting its fence/u,
  );
});

test('a register of another realm hears nothing', async () => {
  const here = await aProcess('mine/');
  const other = createRegister(db.database, '110199', 'mine/', sumOf);
  here.journal.registers.push(other);
  await change(here, 'mine/a', 1);
  await other.catchUp();
  expect(other.list()).toEqual([]);
});

interface Process {
  readonly journal: Journal;
  readonly register: Register<number>;
}

let requests = 0;

async function aProcess(prefix: string): Promise<Process> {
  const journal = openJournal(db.database);
  const register = createRegister(db.database, REALM, prefix, sumOf);
  journal.registers.push(register);
  await catchUp(journal);
  return { journal, register };
}

async function change({ journal }: Process, key: string, amount: number, open = true): Promise<void> {
  requests += 1;
  const command = { amount, sets: [{ key, open }] };
  const answer = await perform(journal, add, { ...frameOf(key, `register-${requests}`), command, facts: () => [] });
  if (isRefusal(answer)) throw new Error(answer.code);
}

function rely({ journal, register }: Process, stream: string, key: string): Promise<Performed | Refusal> {
  requests += 1;
  return perform(journal, add, {
    ...frameOf(stream, `register-${requests}`),
    command: { amount: 1 },
    facts: (): readonly FenceUse[] => [{ key, mode: 'pass', epoch: register.get(key)?.epoch ?? 0 }],
  });
}
