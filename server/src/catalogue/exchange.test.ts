import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { Catalogue } from './catalogue-file.ts';
import { codeLists } from './code-lists.ts';
import { type ExchangeFacts, planImport, readItems, writeItems } from './exchange-plan.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../db/demo/${name}`, import.meta.url), 'utf8'));
const catalogue = Catalogue.parse(read('catalogue.json'));
const { items } = catalogue;
const byId = new Map(items.map((item) => [item.id, item]));

const facts: ExchangeFacts = {
  held: (itemId) => {
    const item = byId.get(itemId);
    return item === undefined ? { version: 0, organ: itemId.slice(0, 2) } : { version: 1, item, organ: item.dept };
  },
  mayWrite: () => true,
  publication: {
    licenceList: codeLists.licenceList,
    sources: new Map([...catalogue.eLicenceTypes, ...catalogue.shareInterfaces].map(({ id, name }) => [id, name])),
  },
  inForce: items,
};

async function planOf(bytes: Uint8Array, of: ExchangeFacts = facts) {
  const given = readItems(bytes);
  if (isRefusal(given)) throw new Error(given.code);
  return planImport(given, of, () => undefined);
}

describe('export and import of items', () => {
  test.each(['xlsx', 'json'] as const)('all 54 items go out and come back as %s unchanged', async (format) => {
    const plan = await planOf(writeItems(format, items));
    expect(plan.faults).toEqual([]);
    expect(plan.items.map(({ item }) => item)).toEqual(items);
    expect(plan.items.every(({ state }) => state === 'unchanged')).toBe(true);
  });

  test.each(['xlsx', 'json'] as const)('an empty library takes them all as new from %s', async (format) => {
    const none: ExchangeFacts = {
      ...facts,
      held: (itemId) => ({ version: 0, organ: itemId.slice(0, 2) }),
      inForce: [],
    };
    const plan = await planOf(writeItems(format, items), none);
    expect(plan.faults).toEqual([]);
    expect(plan.items.map(({ item }) => item)).toEqual(items);
    expect(plan.items.every(({ state }) => state === 'new')).toBe(true);
  });
});

test('too many lines are told by the name of their list, at the row of the item, in words', async () => {
  const item = byId.get('MK-02');
  const [question] = item?.services.faq ?? [];
  if (item === undefined || question === undefined) throw new Error('the demo asks nothing of MK-02');
  const faq = Array.from({ length: 31 }, () => question);
  const plan = await planOf(writeItems('xlsx', [{ ...item, services: { ...item.services, faq } }]));
  expect(plan.faults).toMatchObject([
    { sheet: '事项', row: 2, itemId: 'MK-02', column: { zh: '服务 › 常见问题' }, found: '最多 30 项' },
  ]);
});
