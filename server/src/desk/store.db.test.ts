import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { caseStream } from '../application/actions.ts';
import type { Connection } from '../kernel/database.ts';
import { listWork } from './store.ts';

const CASES = 3_000;
const PER_DAY = 5;
let db: TestDatabase;

const manyCases = `
    insert into desk.work (realm, case_no, received_at, item_id, item_name, organ, applicant_name, seq, signatures,
      updated_at, due_on, provisional, state, waits_for)
    select '110198', 'C-' || n, now(), 'HR-01', '许可', case when n % 2 = 0 then 'HR' else 'MK' end, '某', 1, 0, now(),
      date '2025-06-10' + n / ${3 * PER_DAY}, false, 'accepted',
      case when n % 3 = 0 then 'handler' when n % 3 = 1 then 'nobody' else 'window' end
    from generate_series(1, ${CASES}) as n`;

beforeAll(async () => {
  db = await testDatabase();
  await db.asOwner(manyCases);
});
afterAll(() => db.drop());

test('a change of some cases reads the rows of these cases, however long the list is', async () => {
  const moved = ['C-7', 'C-8', 'C-9'];
  const values = [moved.map(() => '110198'), moved.map(caseStream), [2, 2, 2], documents(moved)];
  const read = await rowsReadBy((app) => app.query({ text: 'select desk.refresh($1, $2, $3, $4)', values }));
  expect(read).toBeLessThanOrEqual(2 * moved.length);
  const { rows } = await db.database.query<{ n: number }>(
    "select count(*)::int4 as n from desk.work where state = 'decided'",
  );
  expect(rows).toEqual([{ n: moved.length }]);
});

test('a change that was planned while the list was empty still finds its case by key when the list has grown', async () => {
  const fresh = await testDatabase();
  try {
    const change = {
      text: 'select desk.refresh($1, $2, $3, $4)',
      values: [['110198'], [caseStream('C-7')], [2], documents(['C-7'])],
    };
    const app = await fresh.asRole('liangqian_app').connect();
    // A connection settles on one plan at the sixth call.
    for (let call = 0; call < 8; call += 1) await app.query(change);
    await fresh.asOwner(manyCases);
    const before = await rowsRead(app);
    await app.query(change);
    const read = (await rowsRead(app)) - before;
    app.release();
    expect(read).toBeLessThanOrEqual(2);
  } finally {
    await fresh.drop();
  }
});

test.each([
  ['what waits for a post of the organ', { organ: 'HR', waitsFor: 'handler' }],
  ['what the organ has ended', { organ: 'HR', waitsFor: 'nobody' }],
  ['what waits at the counter, of all organs', { waitsFor: 'window' }],
])('a page of %s reads its own rows, however long the list is', async (_, scope) => {
  const limit = PER_DAY;
  const read = await rowsReadBy(async (app) => {
    expect(await listWork(app, { realm: '110198', scopes: [scope], limit })).toHaveLength(limit);
  });
  // Cases that are due on one day are read together and sorted.
  expect(read).toBeLessThanOrEqual(limit + 2 * PER_DAY);
});

test('a row that an act has moved on stays as the act left it', async () => {
  const app = db.asRole('liangqian_app');
  await app.query({
    text: 'select desk.refresh($1, $2, $3, $4)',
    values: [['110198'], [caseStream('C-1')], [0], documents(['C-1'])],
  });
  const { rows } = await db.database.query("select state, seq from desk.work where case_no = 'C-1'");
  expect(rows).toEqual([{ state: 'accepted', seq: 1 }]);
});

test('R34: the place in the queue that an act gave up stays given up, whatever was counted before the act', async () => {
  await db.asOwner(`insert into decision.queue (realm, case_no, item_id, accepted_at, open, granted_at)
    values ('110198', 'C-2', 'HR-01', '2025-06-01', false, '2025-06-04')`);
  const before = { acceptedAt: '2025-06-01T00:00:00.000Z', open: true };
  const queue = () =>
    db.database.query("select open, granted_at is null as free from decision.queue where case_no = 'C-2'");
  for (const [seq, expected] of [
    [0, { open: false, free: false }],
    [1, { open: true, free: true }],
  ] as const) {
    await db.asRole('liangqian_app').query({
      text: 'select desk.refresh($1, $2, $3, $4)',
      values: [
        ['110198'],
        [caseStream('C-2')],
        [seq],
        documents(['C-2'], { itemId: 'HR-01', hasRare: true, queue: before }),
      ],
    });
    expect((await queue()).rows).toEqual([expected]);
  }
});

/** Rows of the work list that `work` reads on a connection. */
async function rowsReadBy(work: (app: Connection) => Promise<unknown>): Promise<number> {
  const app = await db.asRole('liangqian_app').connect();
  try {
    const before = await rowsRead(app);
    await work(app);
    return (await rowsRead(app)) - before;
  } finally {
    app.release();
  }
}

async function rowsRead(app: Connection): Promise<number> {
  await app.query('select pg_stat_force_next_flush()');
  const { rows } = await app.query<{ read: number }>(
    `select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int4 as read
     from pg_stat_user_tables where schemaname = 'desk' and relname = 'work'`,
  );
  return rows[0]?.read ?? 0;
}

function documents(caseNos: readonly string[], more: object = {}): string {
  return JSON.stringify(
    caseNos.map((caseNo) => ({
      caseNo,
      state: 'decided',
      waitsFor: 'delivery',
      updatedAt: '2025-06-05T02:00:00.000Z',
      dueOn: '2025-06-19',
      provisional: false,
      signatures: 2,
      ...more,
    })),
  );
}
