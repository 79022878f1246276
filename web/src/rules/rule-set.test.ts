import { expect, test } from 'vitest';
import type { RuleInput, RuleSet } from '../api/model.ts';
import { completions } from './completion.ts';
import { conditionOf, kindOf, moved, optionsOf, typeOf, withOutcome, withRowFor } from './rule-set.ts';

const inputs: readonly RuleInput[] = [
  { name: 'area', type: 'int', source: 'form', label: '面积', labelEn: 'Area' },
  { name: 'kind', type: 'enum(shop,stall)', source: 'share', label: '种类', labelEn: '' },
  { name: 'clean', type: 'bool', source: 'review', label: '无记录', labelEn: 'No record' },
];

test('a row moves among the others, and stays where there is no place', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 3)).toEqual(['a', 'b', 'c']);
});

test('an outcome brings what it needs and leaves what another needed', () => {
  const row = withOutcome({ when: 'true', why: '因', outcome: 'REJECT' }, 'DEFER');
  expect(row).toEqual({ when: 'true', why: '因', outcome: 'DEFER', clock: 'running' });
  expect(withOutcome(row, 'ROUTE')).toEqual({ when: 'true', why: '因', outcome: 'ROUTE', to: '-' });
  expect(withOutcome(row, 'APPROVE')).toEqual({ when: 'true', why: '因', outcome: 'APPROVE' });
});

test('a gap becomes a row about the inputs that the rules look at', () => {
  expect(conditionOf({ area: 5, kind: "o'x", clean: false }, inputs)).toBe(
    String.raw`area == 5 && kind == 'o\'x' && !clean`,
  );
  const rules: RuleSet = {
    id: 'MK-05',
    signClass: 1,
    adverseSigns: 2,
    inputs: [...inputs],
    effects: [],
    decide: [{ when: 'area > 5', outcome: 'REJECT', why: '大' }],
    cases: [],
  };
  const { decide } = withRowFor(rules, { area: 5, kind: 'shop', clean: true }, '补');
  expect(decide[1]).toEqual({ when: 'area == 5', outcome: 'SIGN1', why: '补' });
});

/** The proposals where `|` stands, each as the text with `|` where the caret then is. */
function put(marked: string): readonly string[] {
  const at = marked.indexOf('|') === -1 ? marked.length : marked.indexOf('|');
  return completions({ text: marked.replace('|', ''), at }, inputs, 'zh').map(
    ({ value, caret }) => `${value.slice(0, caret)}|${value.slice(caret)}`,
  );
}

test('names, the words of a list and operators are proposed where they fit', () => {
  expect(put('')).toEqual(['area|', 'kind|', 'clean|']);
  expect(put('area > 3 and ki')).toEqual(['area > 3 and kind|']);
  expect(put('kind == ')).toEqual(["kind == 'shop'|", "kind == 'stall'|"]);
  expect(put("kind != 'st")).toEqual(["kind != 'stall'|"]);
  expect(put('area')).toContain('area >= |');
  expect(put('area > 3 ')).toContain('area > 3 && |');
  expect(put("kind == 'sh' ? 'fr")).toEqual([]);
  expect(completions({ text: 'cl', at: 2 }, inputs, 'en')).toMatchObject([{ put: 'clean', label: 'No record' }]);
});

test('at the caret, a proposal takes the place of the word that it stands in and leaves the rest', () => {
  expect(put('ki| && area > 3')).toEqual(['kind| && area > 3']);
  expect(put('a|re > 3')).toEqual(['area| > 3']);
  expect(put("kind == 's|hop' && clean")).toEqual(["kind == 'shop'| && clean", "kind == 'stall'| && clean"]);
  expect(put('area| clean')).toContain('area && |clean');
  expect(put('!(|)')).toEqual(['!(area|)', '!(kind|)', '!(clean|)']);
});

test('a type is one of five kinds; a list keeps its words, also before it has any', () => {
  expect(['bool', 'int', 'number', 'string', 'enum(a,b)', 'enum()'].map(kindOf)).toEqual([
    'bool',
    'int',
    'number',
    'string',
    'enum',
    'enum',
  ]);
  expect([typeOf('enum', ['a', 'b']), typeOf('int', ['a'])]).toEqual(['enum(a,b)', 'int']);
  expect([optionsOf('enum(a,b)'), optionsOf('enum()'), optionsOf('bool')]).toEqual([['a', 'b'], [], undefined]);
});
