import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { openJournal, readStream } from '../journal/actions.ts';
import { isIntact } from '../journal/act-record.ts';
import { openReadings, type Readings } from './actions.ts';
import { type Reading, readingDigest, readingStream } from './reading.ts';
import { takeReadings } from './store.ts';

const realm = '110198';
const at = '2026-03-04T01:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

const open = (): Readings =>
  openReadings({ journal: openJournal(db.database), pool: db.database, realm, batchId: randomUUID });
const reading = (more: Partial<Reading> = {}): Reading => ({
  subject: 'case/1',
  reader: 'P-1',
  post: 'postedOfficer',
  what: 'case',
  readAt: at,
  ...more,
});

async function commits(): Promise<number> {
  const { rows } = await db.database.query<{ made: string }>('select pg_current_xact_id()::text as made');
  return Number(rows[0]?.made);
}

test('个保法55: readings of one moment share one commit, and their digests alone stand in the journal', async () => {
  const readings = open();
  // The first two calls go at once; what arrives meanwhile gathers.
  const before = await commits();
  const many = Array.from({ length: 400 }, (_, nth) => reading({ subject: `case/many-${nth}`, reader: '张三' }));
  await Promise.all(many.map((one) => readings.note(one)));
  // 400 notes and the two questions themselves: far fewer commits than notes.
  expect((await commits()) - before).toBeLessThan(30);
  expect(await readings.turn(at)).toBe(400);
  expect(await readings.turn(at)).toBe(0);
  const [kept] = await readings.list({ subject: 'case/many-7' });
  if (kept?.batch === undefined) throw new Error('no batch');
  const events = await readStream(openJournal(db.database), realm, readingStream(kept.batch));
  expect(isIntact(events)).toBe(true);
  const text = JSON.stringify(events);
  expect(text).toContain(kept.digest.toString('hex'));
  expect(text).not.toMatch(/张三|case\/many/);
  expect(readingDigest(kept, kept.salt)).toEqual(kept.digest);
  expect(readingDigest({ ...kept, reader: '李四' }, kept.salt)).not.toEqual(kept.digest);
});

test('reading on within a quarter of an hour is one reading; another thing, or later, is another', async () => {
  const readings = open();
  for (const one of [
    reading(),
    reading({ readAt: later(14) }),
    reading({ what: 'file', readAt: later(1) }),
    reading({ readAt: later(16) }),
    reading({ reader: 'P-2', readAt: later(2) }),
  ]) {
    await readings.note(one);
  }
  const kept = await readings.list({ subject: 'case/1' });
  expect(kept.map(({ reader, what }) => `${reader} ${what}`)).toEqual(['P-2 case', 'P-1 case', 'P-1 file', 'P-1 case']);
});

test('a reason holds for the same reader and case for twelve hours, in every process', async () => {
  const supervised = { subject: 'case/2', reader: 'S-1', post: 'supervisor' };
  const refused = await open().noteWithReason(reading(supervised));
  expect(refused).toMatchObject({ code: 'reading-needs-reason' });
  expect(await open().noteWithReason(reading({ ...supervised, reason: '群众来信核查' }))).toBeUndefined();
  expect(await open().noteWithReason(reading({ ...supervised, readAt: later(11 * 60) }))).toBeUndefined();
  const kept = await open().list({ reader: 'S-1' });
  expect(kept.map(({ reason }) => reason)).toEqual(['群众来信核查', '群众来信核查']);
  expect(await open().noteWithReason(reading({ ...supervised, subject: 'case/3' }))).toBeDefined();
  expect(await open().noteWithReason(reading({ ...supervised, reader: 'S-2' }))).toBeDefined();
  expect(await open().noteWithReason(reading({ ...supervised, readAt: later(24 * 60) }))).toBeDefined();
});

test('a batch whose process ended before it wrote is written by the next, once', async () => {
  await open().turn(at);
  await open().note(reading({ subject: 'case/4' }));
  const batch = randomUUID();
  expect(await takeReadings(db.database, realm, { batch, limit: 10 })).toHaveLength(1);
  const next = open();
  expect(await next.turn(later(1))).toBe(1);
  expect(await next.turn(later(1))).toBe(0);
  expect(await open().turn(later(2))).toBe(0);
  expect(await readStream(openJournal(db.database), realm, readingStream(batch))).toHaveLength(1);
});

test('a batch that the database failed to write is written by the next turn of the same process, and one of long ago too', async () => {
  const readings = open();
  expect(await readings.turn(at)).toBe(0);
  await readings.note(reading({ subject: 'case/6' }));
  await db.asOwner(`create function journal.refuse_all() returns trigger language plpgsql as
    $$ begin raise exception 'no room' using errcode = '53100'; end $$;
    create trigger refuse_all before insert on journal.act for each row execute function journal.refuse_all()`);
  try {
    await expect(readings.turn(later(1))).rejects.toThrow();
  } finally {
    await db.asOwner('drop trigger refuse_all on journal.act; drop function journal.refuse_all()');
  }
  expect(await readings.turn(later(2))).toBe(1);
  const [kept] = await readings.list({ subject: 'case/6' });
  const events = await readStream(openJournal(db.database), realm, readingStream(kept?.batch ?? ''));
  expect(JSON.stringify(events)).toContain(kept?.digest.toString('hex'));
  // Of a process that ended sixty days ago and was not started again until now.
  await readings.note(reading({ subject: 'case/7', readAt: later(-60 * 24 * 60) }));
  expect(await takeReadings(db.database, realm, { batch: randomUUID(), limit: 10 })).toHaveLength(1);
  expect(await open().turn(later(3))).toBe(1);
});

test('个保法56: nobody takes a reading away or changes it before three years are over', async () => {
  const readings = open();
  await readings.note(reading({ subject: 'case/old', readAt: '2020-01-01T00:00:00.000Z' }));
  await readings.note(reading({ subject: 'case/new', readAt: new Date().toISOString() }));
  await readings.turn(at);
  // However the clock of whoever asks stands.
  expect(await readings.forget('2099-01-01T00:00:00.000Z')).toBe(1);
  expect(await readings.list({ subject: 'case/old' })).toEqual([]);
  expect(await readings.list({ subject: 'case/new' })).toHaveLength(1);
  for (const sql of [
    'delete from reading.made',
    "update reading.made set reader = 'nobody'",
    'update reading.made set batch = null',
  ]) {
    await expect(db.database.query(sql)).rejects.toThrow('permission denied');
  }
});
