import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isRefusal } from '../kernel/refusal.ts';
import { Catalogue } from './catalogue-file.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { compileRules, type DecisionTable, evaluate } from './decision-table.ts';
import type { DecideRow, ItemInput } from './item.ts';

const demo = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8')));

const inputs: readonly ItemInput[] = [
  ['a', 'bool'],
  ['b', 'bool'],
  ['kind', 'enum(x,y,z)'],
  ['other', 'enum(y,z)'],
  ['area', 'int'],
  ['rate', 'number'],
  ['name', 'string'],
].map(([name = '', type = '']) => ({ name, type, source: 'form', label: name, labelEn: name }));

function tableOf(rows: readonly (readonly [string, 'APPROVE' | 'REJECT' | 'CORRECT'])[]): DecisionTable {
  const decide: DecideRow[] = rows.map(([when, outcome]) => ({ when, outcome, why: '理由' }));
  const table = compileRules({ id: 'MK-99', inputs: [...inputs], effects: [], decide });
  if ('problems' in table) throw new Error(JSON.stringify(table.problems));
  return table;
}

describe('coverage of a decision table', () => {
  test('names a row that earlier rows take whole, and those rows', () => {
    const { unreachable, undecided } = coverageOf(
      tableOf([
        ['area < 10', 'REJECT'],
        ['area >= 10 && a', 'APPROVE'],
        ['area >= 5 && a', 'CORRECT'],
        ['true', 'APPROVE'],
      ]),
    );
    expect(unreachable).toEqual([{ row: 2, shadowedBy: [0, 1] }]);
    expect(undecided).toEqual([]);
  });

  test('names a row that contradicts itself, shadowed by none', () => {
    const { unreachable } = coverageOf(
      tableOf([
        ['area > 10 && area < 11', 'REJECT'],
        ['true', 'APPROVE'],
      ]),
    );
    expect(unreachable).toEqual([{ row: 0, shadowedBy: [] }]);
    const between = coverageOf(
      tableOf([
        ['rate > 10.0 && rate < 11.0', 'REJECT'],
        ['true', 'APPROVE'],
      ]),
    );
    expect(between.unreachable).toEqual([]);
  });

  test('gives the case that no row answers', () => {
    const table = tableOf([
      ["kind == 'x'", 'REJECT'],
      ["kind == 'y' && area > 100", 'REJECT'],
      ["kind == 'y' && area < 100", 'APPROVE'],
      ["kind == 'z'", 'APPROVE'],
    ]);
    expect(coverageOf(table).gap).toMatchObject({ kind: 'y', area: 100 });
  });

  test('gives a case on which the order of two rows decides, but not for the row that takes all the rest', () => {
    const { overlaps } = coverageOf(
      tableOf([
        ['a', 'REJECT'],
        ['b', 'APPROVE'],
        ['true', 'CORRECT'],
      ]),
    );
    expect(overlaps).toMatchObject([{ first: 0, second: 1, witness: { a: true, b: true } }]);
  });

  test('leaves undecided what hangs on figures compared with each other, and still proves what does not', () => {
    const { gap, undecided, unreachable } = coverageOf(
      tableOf([
        ['area * 2 > 7 + area', 'REJECT'],
        ['area * 2 <= 7 + area', 'APPROVE'],
        ['a && !a', 'CORRECT'],
      ]),
    );
    expect(gap).toBeUndefined();
    expect(undecided).toContainEqual({ question: 'gap', rows: [], because: 'correlated' });
    expect(unreachable).toEqual([{ row: 2, shadowedBy: [] }]);
  });

  test('says so when the budget ends, instead of answering', () => {
    const table = tableOf([
      ['a && b', 'REJECT'],
      ['!a || !b', 'APPROVE'],
    ]);
    expect(coverageOf(table, 0).undecided).toHaveLength(4);
    expect(coverageOf(table, 0)).toMatchObject({ unreachable: [], overlaps: [] });
    expect(coverageOf(table).undecided).toEqual([]);
  });

  test.each(items.map((item) => [item.id, item] as const))('%s has no gap and no dead row', (_id, item) => {
    const table = compileRules(item);
    if ('problems' in table) throw new Error('does not compile');
    const { gap, unreachable } = coverageOf(table);
    expect({ gap, unreachable }).toEqual({ gap: undefined, unreachable: [] });
  });
});

const comparisons = fc.constantFrom(
  'a',
  'b',
  "kind == 'x'",
  "kind != 'y'",
  'kind == other',
  "name == '甲'",
  'area > 3',
  'area <= 5',
  'area == 4',
  'rate < 2.5',
  'rate >= 1',
  'area + 1 > 4',
  'rate > area',
  '(a ? 3 : 5) < area',
  'true',
);

const conditions = fc.letrec<{ readonly one: string }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparisons,
    tie('one').map((of) => `!(${of})`),
    fc.tuple(tie('one'), tie('one')).map(([a, b]) => `(${a}) && (${b})`),
    fc.tuple(tie('one'), tie('one')).map(([a, b]) => `(${a}) || (${b})`),
    fc.tuple(tie('one'), tie('one')).map(([a, b]) => `(${a}) == (${b})`),
    fc.tuple(tie('one'), tie('one'), tie('one')).map(([test, a, b]) => `((${test}) ? (${a}) : (${b}))`),
  ),
})).one;

const rows = fc.array(fc.tuple(conditions, fc.constantFrom('APPROVE' as const, 'REJECT' as const)), {
  minLength: 1,
  maxLength: 4,
});

/** Every value that any of the comparisons above can tell from another. */
const everything = [true, false].flatMap((a) =>
  [true, false].flatMap((b) =>
    ['x', 'y', 'z'].flatMap((kind) =>
      ['y', 'z'].flatMap((other) =>
        [2, 3, 4, 5, 6].flatMap((area) =>
          [0, 1, 2, 2.5, 3, 4.5, 9].flatMap((rate) =>
            ['甲', '乙'].map((name) => ({ a, b, kind, other, area, rate, name })),
          ),
        ),
      ),
    ),
  ),
);

interface Seen {
  readonly fired: ReadonlySet<number>;
  readonly overlaps: ReadonlySet<string>;
  readonly gap: boolean;
}

function bruteForce(table: DecisionTable): Seen {
  const alone = table.decide.map((row) => ({ ...table, decide: [row] }));
  const fired = new Set<number>();
  const overlaps = new Set<string>();
  let gap = false;
  for (const values of everything) {
    const holding = alone.flatMap((one, index) => (isRefusal(evaluate(one, values)) ? [] : [index]));
    const [first] = holding;
    if (first === undefined) gap = true;
    else {
      fired.add(first);
      for (const second of holding.slice(1)) overlaps.add(`${first}/${second}`);
    }
  }
  return { fired, overlaps, gap };
}

function expectWitnesses(table: DecisionTable, { gap, overlaps }: Coverage): void {
  if (gap !== undefined) expect(evaluate(table, gap)).toMatchObject({ code: 'no-rule-matches' });
  for (const { first, second, witness } of overlaps) {
    expect(evaluate(table, witness)).toMatchObject({ row: first });
    const later = { ...table, decide: table.decide.slice(second, second + 1) };
    expect(evaluate(later, witness)).toMatchObject({ row: 0 });
  }
}

test('never contradicts trying every case, and every case it gives can be tried', () => {
  let decided = 0;
  fc.assert(
    fc.property(rows, (drawn) => {
      const table = tableOf(drawn);
      const coverage = coverageOf(table);
      const seen = bruteForce(table);
      const isOpen = (question: string, at: readonly number[]): boolean =>
        coverage.undecided.some((one) => one.question === question && one.rows.join('/') === at.join('/'));
      expectWitnesses(table, coverage);
      for (const { row } of coverage.unreachable) expect(seen.fired.has(row)).toBe(false);
      if (seen.gap && !isOpen('gap', [])) expect(coverage.gap).toBeDefined();
      for (const pair of seen.overlaps) {
        const [first = 0, second = 0] = pair.split('/').map(Number);
        if (table.decide[first]?.row.outcome === table.decide[second]?.row.outcome) continue;
        if (table.decide[second]?.condition.reads.length === 0 || isOpen('overlap', [first, second])) continue;
        expect(coverage.overlaps).toContainEqual(expect.objectContaining({ first, second }));
      }
      if (!drawn.some(([when]) => /area \+|rate > area|\? 3/.test(when))) {
        expect(coverage.undecided).toEqual([]);
        const dead = drawn.flatMap((_, row) => (seen.fired.has(row) ? [] : [row]));
        expect(coverage.unreachable.map(({ row }) => row)).toEqual(dead);
        decided += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(decided).toBeGreaterThan(20);
});
