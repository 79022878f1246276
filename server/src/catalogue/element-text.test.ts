import { expect, test } from 'vitest';
import { elementText } from './element-text.ts';

test('contents are told in words: codes by name, yes and no, nothing where there is nothing', () => {
  expect(elementText(['signing', 'deviation'], null)).toEqual({ zh: '', en: '' });
  expect(elementText(['promisedLimit', 'unit'], 'W')).toEqual({ zh: '工作日', en: 'working days' });
  expect(elementText(['typeCode'], '01').zh).toBe('01 行政许可');
  expect(elementText(['signClass'], 2)).toEqual({ zh: '2 签', en: '2 signatures' });
  expect(elementText(['decidableOnTheSpot'], false)).toEqual({ zh: '否', en: 'no' });
  expect(elementText(['plain', 'aliases'], ['开饭店', '火锅店']).zh).toBe('开饭店、火锅店');
});

test('a whole line has the names of its elements and no JSON', () => {
  const fee = { law: '食品安全法', article: '第三十五条', rank: 'law' };
  expect(elementText(['power', 'legalBases', 0], fee)).toEqual({
    zh: '法律文件：食品安全法；条款：第三十五条；效力级别：法律',
    en: 'Legal source: 食品安全法; Article: 第三十五条; Rank: Statute',
  });
  expect(elementText(['power', 'legalBases'], [fee, fee]).zh.split('\n')).toHaveLength(2);
});
