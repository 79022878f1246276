import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { Catalogue } from './catalogue-file.ts';
import type { Item } from './item.ts';
import { publicationFaults } from './publication.ts';
import { checkRuleSet } from './rule-check.ts';

const demo = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8')));

function demoItem(id: string): Item {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`no demo item ${id}`);
  return found;
}

function withFirst(when: string): Item {
  const item = demoItem('MK-05');
  return { ...item, decide: [{ when, outcome: 'REJECT', why: '试' }, ...item.decide] };
}

test.each([
  ['true && areaa > 5', { from: 8, to: 13 }, 'area', /没有名为 areaa/],
  ["area > 5 || 'x' == 1", { from: 12, to: 20 }, undefined, /类型不同/],
  ['area = 5', { from: 5, to: 6 }, '==', /读不懂/],
  // What somebody writes who knows no expression language: full-width signs, words, and a question by its own words.
  ['area <= 100 && ！chain', { from: 15, to: 16 }, '!', /读不懂/],
  ['area ＜＝ 150', { from: 5, to: 7 }, '<=', /读不懂/],
  ['area <= １５０', { from: 8, to: 11 }, '150', /读不懂/],
  ['area 不超过 150', { from: 5, to: 8 }, '<=', /读不懂/],
  ['chain and area < 10', { from: 6, to: 9 }, '&&', /读不懂/],
  ['经营面积 <= 150', { from: 0, to: 4 }, 'area', /读不懂/],
  ['chain == 是', { from: 9, to: 10 }, 'true', /读不懂/],
  ['area / 2 > 1', undefined, undefined, /不能用 \/$/],
  ['area + 1', { from: 0, to: 8 }, undefined, /须为是或否/],
  ['true && (area < true)', { from: 9, to: 20 }, undefined, /两边须为数/],
  [
    Array.from({ length: 20 }, () => 'area')
      .join(' * ')
      .concat(' > 1'),
    undefined,
    undefined,
    /4 次乘法/,
  ],
] as const)('says where %s is wrong, why in both languages, and what was meant', (when, at, suggestion, zh) => {
  const { problems, coverage, examples } = checkRuleSet(withFirst(when));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ place: 'decide[0].when', text: { zh: expect.stringMatching(zh) } });
  if (at !== undefined) expect(problems[0]?.at).toEqual(at);
  expect(problems[0]?.suggestion).toBe(suggestion);
  expect(coverage).toBeUndefined();
  expect(examples.every(({ kind }) => kind === 'not-run')).toBe(true);
});

test('proposes the option that a misspelt one is nearest to', () => {
  const item = items.find(({ inputs }) => inputs.some(({ type }) => /^enum\(\w{4,}/.test(type)));
  const input = item?.inputs.find(({ type }) => /^enum\(\w{4,}/.test(type));
  if (item === undefined || input === undefined) throw new Error('no item with a list of words');
  const [option = ''] = input.type.slice(5, -1).split(',');
  const when = `${input.name} == '${option}x'`;
  const { problems } = checkRuleSet({ ...item, decide: [{ when, outcome: 'REJECT', why: '试' }] });
  expect(problems[0]).toMatchObject({
    suggestion: `'${option}'`,
    text: { en: expect.stringMatching(/never be equal/) },
  });
});

test('a rule that does not type-check is refused at publishing, with row, columns, reason and mend', () => {
  const faults = publicationFaults(withFirst('true && areaa > 5'), { licenceList: new Set() });
  expect(faults.find(({ code }) => code === 'rules-do-not-compile')).toMatchObject({
    path: 'decide[0].when',
    found: '[9–13] 本事项没有名为 areaa 的输入项 / areaa is not an input of this item → area',
  });
});

test('runs the examples, each with the row that fired and the signatures it needs', () => {
  for (const item of items) {
    const { problems, examples, hash } = checkRuleSet(item);
    expect(problems).toEqual([]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(examples.filter((one) => one.kind !== 'decided' || !one.asExpected)).toEqual([]);
  }
  const item = demoItem('MK-05');
  const [first] = item.cases;
  if (first === undefined) throw new Error('no example');
  const wrong = checkRuleSet({
    ...item,
    cases: [
      { ...first, expect: 'DEFER' },
      { inputs: {}, expect: 'APPROVE' },
    ],
  });
  expect(wrong.examples).toMatchObject([
    { kind: 'decided', asExpected: false, signing: { signatures: expect.anything() } },
    { kind: 'refused', refusal: { code: 'missing-input' } },
  ]);
});

test('a chain of a hundred comparisons is analysed in steps that grow with its length, not doubled by each', () => {
  const item = demoItem('MK-05');
  const input = item.inputs.find(({ type }) => type === 'bool')?.name ?? '';
  const chain = Array.from({ length: 101 }, () => input)
    .join(' == ')
    .slice(0, 1000);
  const whole = chain.slice(0, chain.lastIndexOf(' == '));
  const nested = `${`${input} ? !${input} : (`.repeat(20)}true${')'.repeat(20)}`;
  for (const when of [whole, nested]) {
    const decide = [{ when, outcome: 'REJECT' as const, why: '试' }, ...item.decide];
    const { problems, coverage } = checkRuleSet({ ...item, decide });
    expect(problems).toEqual([]);
    expect(coverage?.undecided).toEqual([]);
  }
});
