import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { Catalogue } from './catalogue-file.ts';
import { findItems, Synonyms } from './find.ts';

function demo(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../db/demo/${name}`, import.meta.url), 'utf8'));
}

const { items } = Catalogue.parse(demo('catalogue.json'));
const synonyms = Synonyms.parse(demo('synonyms.json'));

function found(query: string): readonly string[] {
  return findItems(items, synonyms, query).map(({ itemId }) => itemId);
}

describe('finding an item in plain words', () => {
  test('every synonym leads to existing items and to the named one first', () => {
    const ids = new Set(items.map(({ id }) => id));
    for (const [saying, itemIds] of Object.entries(synonyms)) {
      expect(itemIds.filter((id) => !ids.has(id))).toEqual([]);
      expect(found(saying).slice(0, itemIds.length + 3), saying).toEqual(expect.arrayContaining([itemIds[0]]));
    }
  });

  test.each([
    ['开饭店', 'MK-05'],
    ['我想开饭店', 'MK-05'],
    ['占道', 'UM-01'],
    ['养狗', 'PS-06'],
    ['MK-05', 'MK-05'],
    ['mk-05', 'MK-05'],
    ['工伤认定', 'HR-05'],
    ['二手房', 'RE-01'],
    ['烟草', 'TB-01'],
    ['work-injury determination', 'HR-05'],
    ['open a restaurant', 'MK-05'],
    ['Marriage registration', 'CV-01'],
    ['施工许可', 'CN-01'],
    ['个体工商户', 'MK-02'],
  ])('"%s" finds %s first', (query, expected) => {
    expect(found(query)[0]).toBe(expected);
  });

  test('药店 leads to registering the business', () => {
    expect(found('药店')).toContain('MK-01');
  });

  test('nothing is found for nothing and for nonsense', () => {
    expect(found('')).toEqual([]);
    expect(found('   ')).toEqual([]);
    expect(found('火星移民')).toEqual([]);
  });
});
