import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { loadCalendarNotice, officialNotices, readWorkCalendar } from './actions.ts';
import { statutoryDaysOff } from './statutory-holidays.ts';
import { readYears, saveYear } from './store.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

const notice2027 = { year: 2027, source: 'notice', offDays: statutoryDaysOff(2027), workDays: [] };

test('R52: a loaded notice ends the provisional time of its year, for its own realm only', async () => {
  expect((await readWorkCalendar(db.database, '110198')).isProvisional('2027-05-06')).toBe(true);
  expect(await loadCalendarNotice(db.database, '110198', notice2027)).toEqual(notice2027);
  expect((await readWorkCalendar(db.database, '110198')).isProvisional('2027-05-06')).toBe(false);
  expect((await readWorkCalendar(db.database, '110199')).isProvisional('2027-05-06')).toBe(true);
  expect((await readWorkCalendar(db.database, '110198')).isWorkingDay('2025-01-26')).toBe(true);
});

test('R52: a second notice for a year takes the place of the first', async () => {
  const longer = { ...notice2027, offDays: [...notice2027.offDays, '2027-02-11'] };
  await loadCalendarNotice(db.database, '110198', longer);
  expect((await readWorkCalendar(db.database, '110198')).isWorkingDay('2027-02-11')).toBe(false);
  expect(await readYears(db.database, '110198')).toHaveLength(1);
});

test('R52: a refused notice leaves the calendar as it was', async () => {
  const before = await readYears(db.database, '110198');
  expect(isRefusal(await loadCalendarNotice(db.database, '110198', { year: 2028, papers: [], days: [] }))).toBe(true);
  expect(await readYears(db.database, '110198')).toEqual(before);
});

test('years come back in order as they were saved', async () => {
  for (const year of officialNotices.toReversed()) await saveYear(db.database, '110197', year);
  expect(await readYears(db.database, '110197')).toEqual(officialNotices);
});

test('nobody deletes a year, and readers and auditors change none', async () => {
  const denied = { code: '42501' };
  await expect(db.database.query('delete from calendar.year')).rejects.toMatchObject(denied);
  await expect(db.database.query('truncate calendar.year')).rejects.toMatchObject(denied);
  for (const role of ['liangqian_reader', 'liangqian_auditor'] as const) {
    const pool = db.asRole(role);
    expect((await readYears(pool, '110197')).length).toBe(officialNotices.length);
    await expect(pool.query("update calendar.year set source = 'statute'")).rejects.toMatchObject(denied);
    await expect(
      pool.query("insert into calendar.year (realm, year, source, body) values ('1', 2030, 'notice', '{}')"),
    ).rejects.toMatchObject(denied);
  }
});

test('a year outside the calendar or of unknown source is refused by the database too', async () => {
  const insert = 'insert into calendar.year (realm, year, source, body) values ($1, $2, $3, $4)';
  for (const values of [
    ['1', 1989, 'notice', '{}'],
    ['1', 2101, 'notice', '{}'],
    ['1', 2030, 'rumour', '{}'],
    ['1', 2030, 'notice', '[]'],
  ]) {
    await expect(db.database.query(insert, values)).rejects.toMatchObject({ code: '23514' });
  }
});
