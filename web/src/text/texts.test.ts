import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { texts } from './text.ts';

const SOURCE = join(import.meta.dirname, '..');
const entries = Object.entries(texts);

test('every text is there in both languages', () => {
  expect(entries.filter(([, { zh, en }]) => zh.trim() === '' || en.trim() === '')).toEqual([]);
});

test('the English text is English and the Chinese one Chinese', () => {
  const untranslated = new Set(['frame.language', 'mandates.no']);
  const mixed = entries.filter(([key, { en }]) => !untranslated.has(key) && /[\u4e00-\u9fff]/.test(en));
  expect(mixed.map(([key]) => key)).toEqual([]);
});

test('both languages take the same figures', () => {
  const figures = (text: string): readonly string[] =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[0]).toSorted();
  const differing = entries.filter(([, { zh, en }]) => figures(zh).join() !== figures(en).join());
  expect(differing.map(([key]) => key)).toEqual([]);
});

test('Chinese sentences use full-width punctuation', () => {
  const half = entries.filter(([, { zh }]) => /[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]/.test(zh));
  expect(half.map(([key]) => key)).toEqual([]);
});

test('no text is left over: each key is said somewhere, by itself or by its family', () => {
  const code = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        /\.tsx?$/.test(file) && (!file.startsWith('text/') || file === 'text/text.ts') && !file.endsWith('.test.ts'),
    )
    .map((file) => readFileSync(join(SOURCE, file), 'utf8'))
    .join('\n');
  const families = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map((found) => found[1] ?? '');
  const isSaid = (key: string): boolean =>
    code.includes(`'${key}'`) ||
    families.some((family) => key.startsWith(family) && !key.slice(family.length).includes('.'));
  // `wordsOf` in the letter makes its keys from these kinds.
  const made = /^(power|exclusion|kind)\./;
  expect(entries.map(([key]) => key).filter((key) => !isSaid(key) && !made.test(key))).toEqual([]);
});
