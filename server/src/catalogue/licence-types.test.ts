import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Catalogue } from './catalogue-file.ts';
import type { Item } from './item.ts';

const { items, eLicenceTypes } = Catalogue.parse(
  JSON.parse(readFileSync(new URL('../../../db/demo/catalogue.json', import.meta.url), 'utf8')),
);
const types = new Map(eLicenceTypes.map((type) => [type.id, type]));

/** What is wrong with the licence in which an item ends; nothing where it ends in none, or all is there. */
function faultsOf({ id, result, form }: Pick<Item, 'id' | 'result' | 'form'>): readonly string[] {
  if (result.kind !== 'licence' && result.kind !== 'certificate') return [];
  if (result.licenceType === null) return [`${id}: ${result.document} has no type of licence`];
  const type = types.get(result.licenceType);
  if (type === undefined) return [`${id}: ${result.licenceType} is not defined`];
  const asked = new Set(form.map(({ name }) => name));
  const isNew = result.licenceActs?.includes('issue') ?? true;
  // A type that several items end in is answered by those that make it out.
  const open = (type.fields ?? []).filter(({ name }) => isNew && result.holder === undefined && !asked.has(name));
  return open.map(({ name }) => `${id}: nobody answers ${name} of ${type.name}`);
}

test('R88: every item that ends in a licence or a certificate has a type, whose data its form answers', () => {
  expect(items.flatMap(faultsOf)).toEqual([]);
  const ends = items.filter(({ result: { kind } }) => kind === 'licence' || kind === 'certificate');
  expect(ends.length).toBeGreaterThan(30);
});

test('R88: an item without a type, of an unknown one, or with data that nobody asks is found', () => {
  const some = items.find(({ id }) => id === 'CT-02');
  if (some === undefined) throw new Error('no item');
  const { result } = some;
  expect(faultsOf({ ...some, result: { ...result, licenceType: null } })).toEqual([
    'CT-02: 娱乐经营许可证 has no type of licence',
  ]);
  expect(faultsOf({ ...some, result: { ...result, licenceType: 'L-NONE' } })).toEqual(['CT-02: L-NONE is not defined']);
  expect(faultsOf({ ...some, form: [] })).toEqual([
    'CT-02: nobody answers venueName of 娱乐经营许可证',
    'CT-02: nobody answers venueAddress of 娱乐经营许可证',
  ]);
});
