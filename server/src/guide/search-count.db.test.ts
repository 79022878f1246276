import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { countableForm, noteChoice, noteSearch } from './search-count.ts';
import { readUnmet } from './store.ts';

const realm = '110198';
const at = '2026-03-02T01:00:00.000Z';
const later = '2026-03-03T01:00:00.000Z';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

const unmet = (since = '2026-01-01', least = 1) => readUnmet(db.database, { realm, since, least });
const ask = (q: string, found: number, when = at) =>
  noteSearch({ database: db.database, realm }, { q, found, at: when });

describe('searches are counted', () => {
  test('by day, whoever asks and however it is written', async () => {
    await ask('开潜水店', 0);
    await ask(' 开潜水店！', 0);
    await ask('开潜水店', 0, later);
    expect(await unmet()).toEqual([{ query: '开潜水店', times: 3, lastOn: '2026-03-03', chosen: [] }]);
    expect(await unmet('2026-01-01', 4)).toEqual([]);
    expect(await unmet('2026-03-04')).toEqual([]);
  });

  test('with what people opened afterwards, most often first', async () => {
    const room = { database: db.database, realm };
    for (const itemId of ['MK-01', 'CT-02', 'CT-02']) await noteChoice(room, { queries: ['开潜水店'], itemId, at });
    const chosen = [
      { itemId: 'CT-02', times: 2 },
      { itemId: 'MK-01', times: 1 },
    ];
    expect((await unmet())[0]?.chosen).toEqual(chosen);
  });

  test('an opened item counts only after a question of that day', async () => {
    await noteChoice({ database: db.database, realm }, { queries: ['从未问过'], itemId: 'MK-01', at });
    const { rows } = await db.database.query("select 1 from guide.search_choice where query = '从未问过'");
    expect(rows).toEqual([]);
  });

  test('a question that finds something by its latest day is no longer unmet', async () => {
    await ask('开潜水店', 2, '2026-03-04T01:00:00.000Z');
    expect(await unmet()).toEqual([]);
  });

  test('in the realm that asks, and in no other', async () => {
    await noteSearch({ database: db.database, realm: '110199' }, { q: '开滑雪场', found: 0, at });
    expect(await unmet()).toEqual([]);
  });

  test('side by side without losing one', async () => {
    await Promise.all(Array.from({ length: 20 }, () => ask('办画展', 0)));
    expect((await unmet()).find(({ query }) => query === '办画展')?.times).toBe(20);
  });
});

describe('个保法6: what may name a person is never kept', () => {
  test.each([
    '110198198507204372',
    '我的身份证110198198507204372丢了',
    '12001980156',
    '138 0013 8000',
    '138-0013-8000',
    'someone@example.org',
    '',
    '烟',
    '😀',
    '我叫某某某住在某某街道某某小区三号楼想问一下怎么办',
  ])('%j', async (q) => {
    expect(countableForm(q)).toBeUndefined();
    const before = await db.database.query('select * from guide.search order by 1, 2, 3');
    await ask(q, 0);
    expect((await db.database.query('select * from guide.search order by 1, 2, 3')).rows).toEqual(before.rows);
  });

  test('the tables have no column for anybody', async () => {
    const { rows } = await db.database.query<{ readonly name: string }>(
      "select distinct column_name as name from information_schema.columns where table_schema = 'guide' order by 1",
    );
    expect(rows.map(({ name }) => name)).toEqual(['found', 'item_id', 'query', 'realm', 'searched_on', 'times']);
  });
});
