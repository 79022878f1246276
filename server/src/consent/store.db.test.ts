import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { chargeTries, deleteOldCodes, deleteOldTries, findCode, keepCode, returnTries } from './store.ts';

const REALM = '110198';
const at = '2026-03-03T01:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
const digest = (code: string) => createHash('sha256').update(code).digest();
const HOUR_MS = 3_600_000;
const now = { at, forgetMs: HOUR_MS };

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.database.query('delete from consent.code');
  await db.database.query('delete from consent.attempt');
});

function keep(giver: string, code: string, when = at, limit = 10): Promise<boolean> {
  const kept = { consentId: `c-${giver}-${code}`, giver, digest: digest(code), subject: '{}' };
  const expiresAt = new Date(Date.parse(when) + 5 * 60_000).toISOString();
  return keepCode(db.database, REALM, { ...kept, expiresAt }, { at: when, limit });
}

const found = async (code: string) => (await findCode(db.database, REALM, digest(code)))?.consentId;

test('one live code for each account: a new one ends the one before, and nobody else gets digits that are live', async () => {
  expect([await keep('a', '1'), await keep('b', '1'), await keep('b', '2')]).toEqual([true, false, true]);
  expect([await found('1'), await found('2')]).toEqual(['c-a-1', 'c-b-2']);
  expect(await keep('a', '3')).toBe(true);
  expect([await found('1'), await found('3')]).toEqual([undefined, 'c-a-3']);
  // Digits whose time is over are free again; two codes with the same digits then open nothing.
  expect(await keep('c', '3', later(6))).toBe(true);
  expect(await found('3')).toBeUndefined();
});

test('there are never more live codes than a guess may meet, and those that are over make room', async () => {
  expect([await keep('a', '1', at, 2), await keep('b', '2', at, 2), await keep('c', '3', at, 2)]).toEqual([
    true,
    true,
    false,
  ]);
  expect(await keep('c', '3', later(6), 2)).toBe(true);
});

test('codes and tries go a day after their time', async () => {
  await keep('a', '1');
  expect([await deleteOldCodes(db.database, REALM, at), await found('1')]).toEqual([0, 'c-a-1']);
  expect([await deleteOldCodes(db.database, REALM, later(6)), await found('1')]).toEqual([1, undefined]);
  await chargeTries(db.database, REALM, [counted('clerk')], now);
  await deleteOldTries(db.database, REALM, later(1));
  expect((await db.database.query('select from consent.attempt')).rowCount).toBe(0);
});

function counted(name: string, failures = 3) {
  const source = createHash('sha256').update(name).digest('hex');
  return { source, failures, locks: [later(5), later(15)] };
}

test('tries charged in parallel wait for each other: the third locks, and the lock grows with every round', async () => {
  const charge = (when = at) => chargeTries(db.database, REALM, [counted('clerk')], { at: when, forgetMs: HOUR_MS });
  const told = await Promise.all(Array.from({ length: 20 }, () => charge()));
  expect(told.filter((until) => until === undefined)).toHaveLength(3);
  expect(new Set(told.filter((until) => until !== undefined))).toEqual(new Set([later(5)]));
  expect([await charge(later(5)), await charge(later(5)), await charge(later(5))]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(await charge(later(5))).toBe(later(15));
});

test('a right code gives its try back, and a lock that it alone had brought about', async () => {
  const clerk = counted('clerk');
  const charge = () => chargeTries(db.database, REALM, [clerk], now);
  for (let round = 0; round < 10; round += 1) {
    expect(await charge()).toBeUndefined();
    await returnTries(db.database, REALM, [clerk], at);
  }
  expect([await charge(), await charge(), await charge()]).toEqual([undefined, undefined, undefined]);
  await returnTries(db.database, REALM, [clerk], at);
  expect([await charge(), await charge()]).toEqual([undefined, later(5)]);
});

test('failures fade by their own time, however busy the hall is, and an hour after the last lock its round is forgotten', async () => {
  const hallAt = (minutes: number) => ({ ...counted('hall'), locks: [later(minutes + 5), later(minutes + 15)] });
  const chargeAt = (minutes: number) =>
    chargeTries(db.database, REALM, [hallAt(minutes)], { at: later(minutes), forgetMs: HOUR_MS });
  // A slip every twenty-five minutes among right codes, all day: never a lock.
  for (let minutes = 0; minutes < 480; minutes += 5) {
    expect(await chargeAt(minutes)).toBeUndefined();
    if (minutes % 25 !== 0) await returnTries(db.database, REALM, [hallAt(minutes)], later(minutes));
  }
  // Three at once are a lock, the next three a longer one.
  const told = [];
  for (const minutes of [600, 600, 600, 601, 605, 605, 605, 606]) told.push(await chargeAt(minutes));
  expect(told.map((until) => until !== undefined)).toEqual([false, false, false, true, false, false, false, true]);
  expect([told[3], told[7]]).toEqual([later(605), later(620)]);
  // The hour runs from the end of the lock; then three are the shortest lock again.
  for (const minutes of [680, 680, 680]) expect(await chargeAt(minutes)).toBeUndefined();
  expect(await chargeAt(681)).toBe(later(685));
});

test('where one of two locks stands, nobody is charged', async () => {
  const [clerk, hall] = [counted('clerk'), counted('hall', 100)];
  const both = () => chargeTries(db.database, REALM, [clerk, hall], now);
  for (let tried = 0; tried < 3; tried += 1) await both();
  for (let tried = 0; tried < 20; tried += 1) expect(await both()).toBe(later(5));
  const { rows } = await db.database.query('select failed_count from consent.attempt where source = $1', [hall.source]);
  expect(rows).toEqual([{ failed_count: 3 }]);
});
