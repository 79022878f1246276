import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { add, compare, multiply } from './decimal.ts';

/** A decimal of at most fifteen digits, which a number holds without loss, as number and as scaled integer. */
const decimal = fc
  .record({ digits: fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), scale: fc.nat(12) })
  .map(({ digits, scale }) => ({ number: Number(`${digits}e-${scale}`), units: BigInt(digits), scale }));

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

describe('exact decimals', () => {
  test('sums and products compare as fractions over integers do', () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        const scale = a.scale + b.scale + c.scale;
        const units = ({ units: value, scale: own }: typeof a): bigint => value * 10n ** BigInt(scale - own);
        expect(compare(add(a.number, b.number), c.number)).toBe(sign(units(a) + units(b) - units(c)));
        const product = a.units * b.units * 10n ** BigInt(c.scale);
        expect(compare(multiply(a.number, b.number), c.number)).toBe(sign(product - units(c)));
        expect(compare(multiply(a.number, b.number), multiply(b.number, a.number))).toBe(0);
      }),
    );
  });

  test('nothing overflows or underflows', () => {
    expect(compare(multiply(1e308, 1e308), 1.7e308)).toBe(1);
    expect(compare(multiply(5e-324, 5e-324), 0)).toBe(1);
    expect(compare(add(2 ** 53, 1), 2 ** 53)).toBe(1);
    expect(compare(multiply(-0, 5), 0)).toBe(0);
  });
});
