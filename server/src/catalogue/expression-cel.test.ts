import { celEnv, isCelError, parse, plan } from '@bufbuild/cel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compileCondition } from './expression.ts';
import type { Slots } from './expression-shape.ts';
import type { InputSpec } from './item.ts';

/**
 * Our closures beside the CEL library's own evaluation. Whole numbers go to CEL as `int`, other numbers as `double`; both
 * languages must agree wherever CEL gives an answer in exact figures. Where ours differ by design stands in the last tests.
 */
const inputs: readonly InputSpec[] = [
  { name: 'p', label: 'p', source: 'form', type: { kind: 'bool' } },
  { name: 'q', label: 'q', source: 'form', type: { kind: 'bool' } },
  { name: 'i', label: 'i', source: 'form', type: { kind: 'int' } },
  { name: 'j', label: 'j', source: 'form', type: { kind: 'int' } },
  { name: 'x', label: 'x', source: 'form', type: { kind: 'number' } },
  { name: 'y', label: 'y', source: 'form', type: { kind: 'number' } },
  { name: 'e', label: 'e', source: 'share', type: { kind: 'enum', options: ['shop', 'stall', 'cart'] } },
  { name: 's', label: 's', source: 'share', type: { kind: 'string' } },
];

interface Values {
  readonly p: boolean;
  readonly q: boolean;
  readonly i: number;
  readonly j: number;
  readonly x: number;
  readonly y: number;
  readonly e: string;
  readonly s: string;
}

function slotsOf({ p, q, i, j, x, y, e, s }: Values): Slots {
  return { flags: [p, q], numbers: [0, 0, i, j, x, y], texts: ['', '', '', '', '', '', e, s] };
}

function ours(source: string, values: Values): boolean {
  const condition = compileCondition(source, inputs);
  if ('reason' in condition) throw new Error(`${source}: ${condition.reason}`);
  return condition.test(slotsOf(values));
}

/** What CEL says; an error of its evaluation is told as such. */
function cel(source: string, { i, j, ...rest }: Values): unknown {
  const answer = plan(celEnv(), parse(source))({ ...rest, i: BigInt(i), j: BigInt(j) });
  return isCelError(answer) ? 'error' : answer;
}

/** Quarters: sums and products of a few of them are exact in binary too. */
const quarters = fc.integer({ min: -400, max: 400 }).map((n) => n / 4);
const words = ['', 'shop', 'stall', '甲乙', "it's", String.raw`a\b`, 'A'];

const anyValues: fc.Arbitrary<Values> = fc.record({
  p: fc.boolean(),
  q: fc.boolean(),
  i: fc.integer({ min: -50, max: 50 }),
  j: fc.integer({ min: -50, max: 50 }),
  x: quarters,
  y: quarters,
  e: fc.constantFrom('shop', 'stall', 'cart'),
  s: fc.constantFrom(...words),
});

function quoted(word: string): string {
  return `'${word.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}

const whole = fc.oneof(fc.constantFrom('i', 'j'), fc.integer({ min: 0, max: 60 }).map(String));
const broken = fc.oneof(
  fc.constantFrom('x', 'y'),
  fc.integer({ min: 0, max: 400 }).map((n) => (n / 4).toFixed(2)),
);

/** A sum or product of one kind of number, at most one product deep. */
function figure(part: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const product = fc.tuple(part, part).map(([a, b]) => `${a} * ${b}`);
  const sum = fc.tuple(part, part).map(([a, b]) => `(${a} + ${b})`);
  const either = fc.tuple(fc.constantFrom('p', 'q'), part, part).map(([test, a, b]) => `(${test} ? ${a} : ${b})`);
  return fc.oneof(part, sum, either, product);
}

const sign = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
const equal = fc.constantFrom('==', '!=');

const comparison = fc
  .oneof(
    fc.tuple(figure(whole), sign, figure(whole)),
    fc.tuple(figure(broken), sign, figure(broken)),
    // The two kinds of number beside each other: CEL compares across them.
    fc.tuple(whole, sign, broken),
    fc.tuple(fc.constant('e'), equal, fc.constantFrom('shop', 'stall', 'cart').map(quoted)),
    fc.tuple(fc.constant('s'), equal, fc.oneof(fc.constantFrom(...words).map(quoted), fc.constant('e'))),
    fc.tuple(fc.constantFrom('p', 'true', 'false'), equal, fc.constantFrom('p', 'q')),
  )
  .map(([a, between, b]) => `${a} ${between} ${b}`);

const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.constantFrom('p', 'q', 'true', 'false'), comparison),
    tie('condition').map((a) => `!(${a})`),
    fc.tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition')).map((parts) => `(${parts.join(' ')})`),
    fc
      .tuple(tie('condition'), tie('condition'), tie('condition'))
      .map(([test, a, b]) => `((${test}) ? (${a}) : (${b}))`),
  ),
}));

describe('our conditions and the CEL library', () => {
  test('agree on every condition in exact figures', () => {
    let decided = 0;
    fc.assert(
      fc.property(condition, anyValues, (source, values) => {
        // At most four products stand in one condition; more is refused, which the grammar's own test shows.
        fc.pre(source.split('*').length <= 5);
        const answer = cel(source, values);
        decided += 1;
        expect(ours(source, values), `${source} on ${JSON.stringify(values)}`).toBe(answer);
      }),
      { numRuns: 3000 },
    );
    expect(decided).toBe(3000);
  });

  const values: Values = { p: true, q: false, i: 3, j: 2, x: 0.1, y: 0.2, e: 'shop', s: 'stall' };

  test.each([
    // Decimals are exact: what is written as a tenth is a tenth.
    ['x + y == 0.3', true, false],
    ['x * 3.0 == 0.3', true, false],
    // One kind of number: CEL has no sum of a whole and a broken one.
    ['i + x > 3.0', true, 'error'],
    ['x * 2 == y', true, 'error'],
    // No overflow: CEL's whole numbers end at 2⁶³, its broken ones in infinity.
    ['9007199254740991 * 9007199254740991 > i', true, 'error'],
    ['x * 1e300 * 1e300 == y * 1e300 * 1e300', false, true],
  ])('differ by design on %s', (source, mine, theirs) => {
    expect([ours(source, values), cel(source, values)]).toEqual([mine, theirs]);
  });

  test('a comparison that can never hold is refused by ours and false in CEL', () => {
    expect(compileCondition("e == 'kiosk'", inputs)).toHaveProperty('reason');
    expect(cel("e == 'kiosk'", values)).toBe(false);
  });
});
