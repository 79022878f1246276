import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { absent, createHolderTable, type Held, type HolderTable, unfit } from './holder-table.ts';

function heldBy(n: number): Held {
  const mandateNo = `M-${n}`;
  return {
    wording: n % 7,
    ref: { mandateNo, version: n, hash: `hash ${n}` },
    fence: { key: `mandate/${mandateNo}`, epoch: 3 * n, mode: 'pass' },
  };
}

function readAt(table: HolderTable, holder: string): Held | undefined {
  const row = table.find(holder);
  if (row === absent) return undefined;
  const held = { wording: table.wordingAt(row), ref: table.refAt(row), fence: table.fenceAt(row) };
  expect(table.nameAt(row)).toStrictEqual({ mandateNo: held.ref.mandateNo, version: held.ref.version });
  return held;
}

const fitting = [
  ...Array.from({ length: 40 }, (_, n) => `officer-${n}`),
  'a',
  'ab',
  'abc',
  'abcd',
  'abc\0',
  'abcd\0',
  '\0',
  '\0\0',
  'é',
  'ÿÿÿÿ',
  'aaaaaaab',
  'aaaabaaa',
  'x'.repeat(43),
  'x'.repeat(44),
  `${'x'.repeat(43)}y`,
  `y${'x'.repeat(43)}`,
];

test('T02: a table answers for exactly the ids that it was given, whatever their hashes, in any order of changes', () => {
  const change = fc.record({ holder: fc.constantFrom(...fitting), n: fc.option(fc.nat({ max: 1_000 })) });
  const seeds = fc.record({ seed: fc.nat(), bits: fc.constantFrom(0, 1, 0b1110, 15, -1) });
  fc.assert(
    fc.property(seeds, fc.array(change, { maxLength: 120, size: 'max' }), (options, changes) => {
      const table = createHolderTable(options);
      const plain = new Map<string, Held>();
      for (const { holder, n } of changes) {
        if (n === null) {
          table.delete(holder);
          plain.delete(holder);
        } else {
          table.set(holder, heldBy(n));
          plain.set(holder, heldBy(n));
        }
      }
      for (const holder of fitting) expect(readAt(table, holder)).toStrictEqual(plain.get(holder));
    }),
    { numRuns: 500 },
  );
});

test('an id that is empty, longer than a row or beyond Latin-1 is told apart, even from one of the same low bytes', () => {
  const table = createHolderTable();
  table.set('a', heldBy(1));
  for (const holder of ['', 'x'.repeat(45), 'š', '张三', '\ud83d\ude00']) {
    expect(table.find(holder)).toBe(unfit);
    expect(() => table.set(holder, heldBy(2))).toThrow('does not fit');
    table.delete(holder);
  }
  expect(table.find('a')).toBeGreaterThanOrEqual(0);
  // The low byte of š is that of a.
  expect('š'.charCodeAt(0) & 0xff).toBe('a'.charCodeAt(0));
});

test('many holders are found again after the table has grown, and none after all have gone', () => {
  const table = createHolderTable();
  const holders = Array.from({ length: 20_000 }, (_, n) => `officer-${n}`);
  for (const [n, holder] of holders.entries()) table.set(holder, heldBy(n));
  expect(holders.every((holder, n) => table.refAt(table.find(holder)).version === n)).toBe(true);
  for (const holder of holders.filter((_, n) => n % 2 === 0)) table.delete(holder);
  expect(holders.map((holder) => table.find(holder) === absent)).toStrictEqual(holders.map((_, n) => n % 2 === 0));
  for (const holder of holders) table.delete(holder);
  expect(holders.every((holder) => table.find(holder) === absent)).toBe(true);
});
