import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { testDatabase, type TestDatabase } from '../../test/database.ts';
import { openJournal, type Journal } from '../journal/actions.ts';
import type { Register } from '../journal/register.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { createItemRegister, publishItem, withdrawItem, type CatalogueCall } from './actions.ts';
import { Catalogue, relyOnItem, type Item, type ItemView } from './catalogue.ts';

const demo = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8')));
const licenceList = new Set(items.map(({ basicCode }) => basicCode));

const realm = '110198';
const JAN = '2026-01-01T00:00:00.000Z';
const FEB = '2026-02-01T00:00:00.000Z';

let db: TestDatabase;
let journal: Journal;
let register: Register<ItemView>;

beforeAll(async () => {
  db = await testDatabase();
  journal = openJournal(db.database);
  register = createItemRegister(journal, realm);
  journal.registers.push(register);
});
afterAll(() => db.drop());

function call(requestId: string, at = JAN): CatalogueCall {
  return { realm, actor: { kind: 'operator', id: 'catalogue' }, requestId, at };
}

function publish(item: Item, requestId: string): ReturnType<typeof publishItem> {
  return publishItem(journal, call(requestId), { item, effectiveFrom: JAN }, licenceList);
}

test('the 54 items of the demo district are published and held in the register of every process', async () => {
  const answers = await Promise.all(items.map((item) => publish(item, `publish ${item.id}`)));
  expect(answers.filter(isRefusal)).toEqual([]);
  expect(register.list()).toHaveLength(54);
  const elsewhere = createItemRegister(journal, realm);
  await elsewhere.catchUp();
  expect(elsewhere.get('item/MK-05')).toEqual(register.get('item/MK-05'));
});

test('publishing twice under one request id publishes once', async () => {
  const item = items[0];
  if (item === undefined) throw new Error('no items');
  expect(await publish(item, `publish ${item.id}`)).toMatchObject({ repeated: true, seq: 1 });
  expect(await publish(item, 'another request')).toMatchObject({ code: 'publication-not-ahead' });
});

test('R1: a withdrawn item is out of force at once and its fence is closed', async () => {
  const command = { itemId: 'MK-08', version: 1, reason: '法规修订' };
  expect(relyOnItem(register.get('item/MK-08'), 'MK-08', FEB)).toMatchObject({ fence: { epoch: 1 } });
  expect(await withdrawItem(journal, call('withdraw', FEB), command)).toMatchObject({ seq: 2 });
  expect(relyOnItem(register.get('item/MK-08'), 'MK-08', FEB)).toMatchObject({ code: 'item-not-in-force' });
  const fences = await db.database.query('select key, open from journal.fence where realm = $1 and not open', [realm]);
  expect(fences.rows).toEqual([{ key: 'item/MK-08', open: false }]);
});
