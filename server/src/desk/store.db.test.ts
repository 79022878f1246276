import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { connectOnce } from '../kernel/database.ts';

const CASES = 400;
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  await asOwner(`
    insert into desk.work (realm, case_no, received_at, item_id, item_name, organ, applicant_name, seq, signatures,
      updated_at, due_on, provisional, state, waits_for)
    select '110198', 'C-' || n, now(), 'HR-01', '许可', 'HR', '某', 1, 0, now(), '2025-06-10', false, 'accepted', 'handler'
    from generate_series(1, ${CASES}) as n`);
});
afterAll(() => db.drop());

test('a change of some cases reads the rows of these cases, however long the list is', async () => {
  const app = await db.asRole('liangqian_app').connect();
  const moved = ['C-7', 'C-8', 'C-9'];
  try {
    await app.query('begin');
    await app.query({
      text: 'select desk.refresh($1, $2, $3, $4)',
      values: [moved.map(() => '110198'), moved, [2, 2, 2], documents(moved)],
    });
    const { rows } = await app.query<{ read: number }>(
      `select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int4 as read
       from pg_stat_xact_user_tables where schemaname = 'desk' and relname = 'work'`,
    );
    expect(rows[0]?.read).toBeLessThanOrEqual(2 * moved.length);
    await app.query('commit');
  } finally {
    app.release();
  }
  const { rows } = await db.database.query<{ n: number }>(
    "select count(*)::int4 as n from desk.work where state = 'decided'",
  );
  expect(rows).toEqual([{ n: moved.length }]);
});

test('a row that an act has moved on stays as the act left it', async () => {
  const app = db.asRole('liangqian_app');
  await app.query({
    text: 'select desk.refresh($1, $2, $3, $4)',
    values: [['110198'], ['C-1'], [0], documents(['C-1'])],
  });
  const { rows } = await db.database.query("select state, seq from desk.work where case_no = 'C-1'");
  expect(rows).toEqual([{ state: 'accepted', seq: 1 }]);
});

function documents(caseNos: readonly string[]): string {
  return JSON.stringify(
    caseNos.map((caseNo) => ({
      caseNo,
      state: 'decided',
      waitsFor: 'delivery',
      updatedAt: '2025-06-05T02:00:00.000Z',
      dueOn: '2025-06-19',
      provisional: false,
      signatures: 2,
    })),
  );
}

async function asOwner(sql: string): Promise<void> {
  const admin = await connectOnce(db.adminUrl);
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}
