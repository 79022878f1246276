import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median, movement, percentile, rounded, summary } from './statistics.ts';

test('a percentile interpolates between its neighbours and ignores the order of the values', () => {
  expect(percentile([4, 1, 3, 2], 50)).toBe(2.5);
  expect(percentile([10], 99)).toBe(10);
  expect(percentile([0, 100], 99)).toBeCloseTo(99);
  expect(percentile([], 50)).toBeNaN();
});

test('a percentile never leaves the range of its values and never falls as the percentage grows', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      (values, a, b) => {
        const [low, high] = [percentile(values, Math.min(a, b)), percentile(values, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high + 1e-6);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6);
        expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-6);
      },
    ),
  );
});

test('a summary names the median and both ends', () => {
  expect(summary([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
  expect(median([1, 9])).toBe(5);
});

test('movement is the same in both directions, zero when nothing moved', () => {
  expect(movement(100, 80)).toBeCloseTo(0.2);
  expect(movement(80, 100)).toBeCloseTo(0.2);
  expect(movement(5, 5)).toBe(0);
});

test('figures are printed with three significant digits', () => {
  expect(rounded(1234.5)).toBe(1230);
  expect(rounded(0.123456)).toBe(0.123);
  expect(rounded(Number.NaN)).toBeNaN();
});
