import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test('the program runs as the application role, and no role of ours is a superuser', async () => {
  const { rows } = await db.database.query(
    'select current_user as name, rolsuper as super from pg_roles where rolname = session_user',
  );
  expect(rows).toEqual([{ name: 'liangqian_app', super: false }]);
  const roles = await db.database.query("select rolname from pg_roles where rolname like 'liangqian%' and rolsuper");
  expect(roles.rows).toEqual([]);
});
