import { describe, expect, test } from 'vitest';

import { compileCondition } from './expression.ts';
import type { InputSpec } from './item.ts';

describe('the rule grammar', () => {
  const inputs: readonly InputSpec[] = [
    { name: 'a', label: 'a', source: 'form', type: { kind: 'bool' } },
    { name: 'n', label: 'n', source: 'form', type: { kind: 'number' } },
    { name: 'e', label: 'e', source: 'form', type: { kind: 'enum', options: ['x', 'y'] } },
    { name: 's', label: 's', source: 'form', type: { kind: 'string' } },
  ];

  test.each([
    'f(a)',
    'a.b',
    '[a]',
    'a in [a]',
    'has(a.b)',
    '-n > 1',
    'n - 1 > 0',
    'n / 2 > 1',
    'n % 2 == 0',
    'null == null',
    "b'x' == b'x'",
    '1u == 1u',
    'a &&',
    '',
    'n',
    "e == 'z'",
    's == 1',
    'a < a',
    "s < 'x'",
    '!n',
    'a ? 1 : 2',
    "n == (a ? 1 : 'x')",
    'n > 9007199254740993',
    'n > 1e400',
    's.size() > 1',
    '{}',
    'a.exists(x, x)',
    `${'('.repeat(50_000)}a${')'.repeat(50_000)}`,
  ])('does not hold %s', (source) => {
    expect(compileCondition(source, inputs)).toHaveProperty('reason');
  });

  test.each([
    ["a ? e == 'x' : n > 1", true],
    ["(a ? 'x' : 'y') == e", true],
    ['n + n * 2 == 4.5', true],
    ['n * n * n == 3.375', true],
    ['n != 1.5 || !a', false],
    ['s != e', true],
    ['n > -1', true],
    ['n * 1e300 * 1e300 > 1e308', true],
    ['n * 1e-300 * 1e-300 > 0', true],
    ['0.1 + 0.2 == 0.3', true],
  ])('decides %s', (source, expected) => {
    const condition = compileCondition(source, inputs);
    if ('reason' in condition) throw new Error(condition.reason);
    expect(condition.test({ flags: [true], numbers: [Number.NaN, 1.5], texts: ['', '', 'x', 'free'] })).toBe(expected);
  });
});
