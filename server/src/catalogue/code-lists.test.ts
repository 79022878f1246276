import { expect, test } from 'vitest';
import { findItem } from '../../test/case-story.ts';
import { codeLists, regionName } from './code-lists.ts';
import { publicationFaults } from './publication.ts';

test('GB/T 2260 down to counties, and what is none', () => {
  expect(['110000', '110105', '440300', '659001'].map(regionName)).toEqual(['北京市', '朝阳区', '深圳市', '石河子市']);
  expect(regionName('110105004')).toBe('朝阳区');
  // The district of the demonstration is invented, so no standard knows it.
  expect(['110198', '110999', '', '11'].map(regionName)).toEqual([undefined, undefined, undefined, undefined]);
});

test('an item lies in a division of the standard, or in the district that this installation governs', () => {
  const item = findItem('MK-06');
  const faults = (region: string) =>
    publicationFaults({ ...item, region }, { ...codeLists, district: '110198' })
      .filter(({ path }) => path === 'region')
      .map(({ code, found }) => `${code} ${found}`);
  expect(['110198', '110198001', '110105', '110105004'].flatMap(faults)).toEqual([]);
  expect(faults('110999')).toEqual(['code-invalid 110999(GB/T 2260 没有该区划)']);
  expect(faults('990101')).toEqual(['code-invalid 990101']);
});
