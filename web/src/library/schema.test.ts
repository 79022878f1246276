import { expect, test } from 'vitest';
import { blankOf, optionAt, pathText, put, readSchema } from './schema.ts';

const schema = readSchema({
  type: 'object',
  properties: {
    limit: {
      title: '数量限制',
      en: 'Limit',
      anyOf: [
        { type: 'object', properties: { count: { type: 'integer' }, why: { type: 'string' } } },
        { type: 'null' },
      ],
    },
    kind: { type: 'string', enum: ['a', 'b'], names: { a: ['甲', 'A'], b: ['乙', 'B'] }, title: '种类', en: 'Kind' },
    amount: {
      oneOf: [
        { type: 'object', properties: { kind: { type: 'string', const: 'fixed' }, fen: { type: 'integer' } } },
        { type: 'object', properties: { kind: { type: 'string', const: 'perUnit' }, input: { type: 'string' } } },
      ],
    },
    lists: { type: 'array', items: { type: 'string' } },
  },
});

function child(key: string) {
  const found = schema.children.find(([name]) => name === key);
  if (found === undefined) throw new Error(key);
  return found[1];
}

test('an element that may be null is read as what it is when it applies, under its own name', () => {
  expect(child('limit')).toMatchObject({ title: { zh: '数量限制', en: 'Limit' }, isNullable: true, type: 'object' });
  expect(blankOf(schema)).toEqual({ limit: null, kind: 'a', amount: { kind: 'fixed', fen: 0 }, lists: [] });
  expect(blankOf(child('limit'))).toEqual({ count: 0, why: '' });
});

test('choices have their names in both languages', () => {
  expect(child('kind')).toMatchObject({ choices: ['a', 'b'], names: { b: { zh: '乙', en: 'B' } } });
});

test('of several shapes the one is found whose fixed words stand there', () => {
  expect(optionAt(child('amount'), { kind: 'perUnit', input: 'days' })).toBe(1);
  expect(optionAt(child('amount'), { kind: 'fixed', fen: 1 })).toBe(0);
});

test('content is put at a path without touching anything else', () => {
  const item = { materials: [{ name: 'a' }, { name: 'b' }], notes: 'x' };
  expect(put(item, ['materials', 1, 'name'], 'c')).toEqual({ materials: [{ name: 'a' }, { name: 'c' }], notes: 'x' });
  expect(item.materials[1]?.name).toBe('b');
  expect(pathText(['materials', 1, 'name'])).toBe('materials[1].name');
});
