import { expect, test } from 'vitest';
import { findItem } from '../../test/case-story.ts';
import { goneItem } from './bundle-plan.ts';

test('an item of a matter that only begins later is not told as withdrawn', () => {
  const item = findItem('MK-07');
  const { name, nameEn } = item;
  const published = { itemId: 'MK-07', version: 1, item, hash: '', publishedAt: '2025-01-01T00:00:00.000Z' };
  const coming = { ...published, effectiveFrom: '2025-11-30T16:00:00.000Z' };
  const at = '2025-03-03T04:00:00.000Z';
  expect(goneItem({ versions: [coming] }, 'MK-07', at)).toEqual({
    itemId: 'MK-07',
    name,
    nameEn,
    beginsOn: '2025-12-01',
  });
  const withdrawn = { at: '2025-02-01T00:00:00.000Z', reason: '并入' };
  const past = { ...published, effectiveFrom: '2025-01-01T00:00:00.000Z', withdrawn };
  expect(goneItem({ versions: [past] }, 'MK-07', at)).toEqual({ itemId: 'MK-07', name, nameEn });
  // Withdrawn before it began, it begins no more.
  expect(goneItem({ versions: [{ ...coming, withdrawn }] }, 'MK-07', at).beginsOn).toBeUndefined();
  expect(goneItem({ versions: [past, { ...coming, version: 2 }] }, 'MK-07', at).beginsOn).toBe('2025-12-01');
});
