import { describe, expect, test } from 'vitest';
import { askedLines, wrongFormConditions } from './form-condition.ts';

const words = (zh: string) => ({ zh, en: zh });
const line = (name: string, type: 'bool' | 'money' | 'choice' | 'string' | 'date', when: string | null) => ({
  name,
  label: words(name),
  help: words(''),
  type,
  options: type === 'choice' ? ['buy', 'rent'].map((value) => ({ value, label: words(value) })) : [],
  required: true,
  when,
  shared: null,
  prefill: [],
  purpose: { kind: 'result' as const, of: '证' },
});
const form = [
  line('reason', 'choice', null),
  line('price', 'money', "reason == 'buy'"),
  line('loan', 'bool', 'price > 1000000'),
];
const names = (answers: Readonly<Record<string, boolean | number | string>>) =>
  askedLines(form, answers).map(({ name }) => name);

describe('R11: a line with a condition is asked only where it is certainly true', () => {
  test('each answer opens the lines that depend on it', () => {
    expect(names({})).toEqual(['reason']);
    expect(names({ reason: 'rent' })).toEqual(['reason']);
    expect(names({ reason: 'buy' })).toEqual(['reason', 'price']);
    expect(names({ reason: 'buy', price: 1_000_000 })).toEqual(['reason', 'price']);
    expect(names({ reason: 'buy', price: 1_000_000.5 })).toEqual(['reason', 'price', 'loan']);
  });

  test('an answer to a line that is not asked counts for nothing', () => {
    expect(names({ reason: 'rent', price: 2_000_000 })).toEqual(['reason']);
  });
});

describe('publishing refuses a condition that cannot be judged', () => {
  const inputs = [{ name: 'loan', type: 'bool', source: 'form' as const, label: '', labelEn: '' }];

  test('with its place, its columns and the reason: unknown, later, of the wrong kind', () => {
    const wrong = [
      line('a', 'choice', 'b'),
      line('b', 'bool', "a == 'sell'"),
      line('c', 'money', 'b > 3'),
      line('d', 'string', 'c'),
    ];
    expect(wrongFormConditions({ form: wrong, inputs: [] }).map(({ path, found }) => [path.join('.'), found])).toEqual([
      ['form.0.when', expect.stringContaining('b is not an input')],
      ['form.1.when', expect.stringContaining('can never be equal')],
      ['form.2.when', expect.stringMatching(/^\[\d+–\d+\] .*needs a number/)],
      ['form.3.when', expect.stringContaining('a condition is true or false')],
    ]);
  });

  test('what the rules always read is asked always', () => {
    expect(wrongFormConditions({ form, inputs })).toEqual([
      { path: ['form', 2, 'when'], found: '办理规则总要读取“loan”' },
    ]);
    expect(wrongFormConditions({ form, inputs: [] })).toEqual([]);
  });
});
