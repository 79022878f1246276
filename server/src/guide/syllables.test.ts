import { expect, test } from 'vitest';
import { blurred, cutPinyin } from './syllables.ts';

test.each([
  ['kaifandian', ['kai', 'fan', 'dian']],
  ['xian', ['xian']],
  ['lvxing', ['lv', 'xing']],
  ['kaifand', ['kai', 'fan', 'd']],
  ['zhuang', ['zhuang']],
])('%s is cut into %j', (letters, expected) => {
  expect(cutPinyin(letters)[0]).toEqual(expected);
});

test('xian may also be 西安', () => {
  expect(cutPinyin('xian')).toContainEqual(['xi', 'an']);
});

test.each(['', 'restaurant', 'kfd', 'truck', 'a'.repeat(61)])('%j is no pinyin', (letters) => {
  expect(cutPinyin(letters)).toEqual([]);
});

test.each([
  ['zhang', 'zan'],
  ['shi', 'si'],
  ['ning', 'lin'],
  ['nv', 'lu'],
  ['an', 'an'],
])('%s sounds like %s to many ears', (syllable, expected) => {
  expect(blurred(syllable)).toBe(expected);
});
