import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import type { EnteredBar } from './misconduct.ts';
import { insertBars, readBars } from './store.ts';

const [one, other, nobody] = ['1a', '2b', '3c'].map((byte) => byte.repeat(32));
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

function bar(holderKey: string, caseNo: string, decidedOn: string): EnteredBar {
  return { holderKey, caseNo, cause: 'concealed', itemId: 'MK-06', decidedOn, decisionNo: `云市监〔2025〕${caseNo}号` };
}

test('R35: applications of the same moment ask for their bars in few round trips, and each learns its own and no more', async () => {
  const first = bar(one ?? '', '1', '2025-03-03');
  const second = bar(one ?? '', '2', '2025-04-04');
  const third = bar(other ?? '', '3', '2025-05-05');
  await insertBars(db.database, '110198', [first, second, third]);
  await insertBars(db.database, '110199', [bar(one ?? '', '4', '2025-06-06')]);
  const trips = vi.spyOn(db.database, 'query');
  const asked = [[one], [other], [nobody], [other, one], []].map((keys) => ({
    realm: '110198',
    holderKeys: keys.map((key) => key ?? ''),
  }));
  const answers = await Promise.all(asked.map((question) => readBars(db.database, question)));
  expect(answers).toEqual([[second, first], [third], [], [third, second, first], []]);
  expect(trips.mock.calls.length).toBeLessThanOrEqual(2);
  trips.mockRestore();
});
