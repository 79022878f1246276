import { readFileSync } from 'node:fs';

import { celEnv, parse, plan, type CelInput } from '@bufbuild/cel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isRefusal } from '../kernel/refusal.ts';
import { Catalogue } from './catalogue-file.ts';
import { compileRules, effectsFor, evaluate, getDecisionTable, ruleSetHash } from './decision-table.ts';
import { inputsFrom, type InputSpec, type Item } from './item.ts';

const demo = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8')));

function demoItem(id: string): Item {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`no demo item ${id}`);
  return found;
}

function tableOf(id: string): ReturnType<typeof getDecisionTable> {
  return getDecisionTable(demoItem(id));
}

function firstCase(id: string): Record<string, unknown> {
  return { ...demoItem(id).cases[0]?.inputs };
}

function valueOf({ type }: InputSpec): fc.Arbitrary<boolean | number | string> {
  switch (type.kind) {
    case 'bool':
      return fc.boolean();
    case 'int':
      return fc.oneof(fc.maxSafeInteger(), fc.integer({ min: 0, max: 60 }), fc.constantFrom(199, 365, 366, 1000, 5000));
    case 'number':
      return fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 0, max: 300 }),
        fc.constantFrom(120.5, 150, 150.01, 4500, 200, 1.5),
      );
    case 'string':
      return fc.string();
    case 'enum':
      return fc.constantFrom(...type.options);
    default:
      return type satisfies never;
  }
}

function inputsOf(item: Item): fc.Arbitrary<Record<string, boolean | number | string>> {
  return fc.record(Object.fromEntries(inputsFrom(item).map((spec) => [spec.name, valueOf(spec)])));
}

const anyItemWithInputs = fc
  .constantFrom(...items)
  .chain((item) => fc.record({ item: fc.constant(item), inputs: inputsOf(item) }));

describe('example cases of the demo catalogue', () => {
  const cases = items.flatMap((item) => item.cases.map((example, index) => ({ item, example, index })));

  test('there are 68 of them over 54 items', () => {
    expect([items.length, cases.length]).toEqual([54, 68]);
  });

  test.each(cases.map(({ item, example, index }) => [`${item.id} ${item.name}`, index, item, example] as const))(
    '%s, case %i, decides as its author expected',
    (_name, _index, item, example) => {
      expect(evaluate(getDecisionTable(item), example.inputs)).toMatchObject({ outcome: example.expect });
    },
  );
});

describe('a decision table', () => {
  test('is total and deterministic: well-typed inputs give one outcome of the table or no-rule-matches', () => {
    fc.assert(
      fc.property(anyItemWithInputs, ({ item, inputs }) => {
        const table = getDecisionTable(item);
        const result = evaluate(table, inputs);
        expect(evaluate(table, structuredClone(inputs))).toEqual(result);
        if (isRefusal(result)) expect(result.code).toBe('no-rule-matches');
        else expect(item.decide[result.row]?.outcome).toBe(result.outcome);
      }),
      { numRuns: 2000 },
    );
  });

  test('never decides on a wrongly typed input', () => {
    const wrong = fc.constantFrom<unknown>(null, [], {}, Number.NaN, Infinity, 1n, 'no such option', 2.5, true, '1');
    fc.assert(
      fc.property(anyItemWithInputs, wrong, fc.nat(), ({ item, inputs }, bad, pick) => {
        const specs = inputsFrom(item);
        const spec = specs[pick % specs.length];
        if (spec === undefined || fits(spec, bad)) return;
        const result = evaluate(getDecisionTable(item), { ...inputs, [spec.name]: bad });
        expect(result).toMatchObject({ refused: true, code: 'wrong-type', detail: { input: spec.name } });
      }),
      { numRuns: 2000 },
    );
  });

  test('never decides while an input is missing, even one that no reached row reads', () => {
    for (const item of items) {
      for (const { name } of item.inputs) {
        const { [name]: _gone, ...rest } = item.cases[0]?.inputs ?? {};
        const result = evaluate(getDecisionTable(item), rest);
        expect(result).toMatchObject({ refused: true, code: 'missing-input', detail: { input: name } });
      }
    }
  });

  test('refuses an input that the item does not know, also one with a name from the prototype', () => {
    for (const name of ['colour', 'constructor', '__proto__', 'hasOwnProperty']) {
      const inputs = Object.fromEntries([...Object.entries(firstCase('MK-01')), [name, true]]);
      expect(evaluate(tableOf('MK-01'), inputs)).toMatchObject({ code: 'unknown-input', detail: { input: name } });
    }
    expect(evaluate(tableOf('MK-01'), {})).toMatchObject({ code: 'missing-input', detail: { input: 'realName' } });
    const inherited: Record<string, unknown> = Object.create(firstCase('MK-01'));
    expect(evaluate(tableOf('MK-01'), inherited)).toMatchObject({ code: 'missing-input' });
  });

  test('agrees with the CEL library on every condition of the catalogue', () => {
    // TX-02 multiplies decimals, which the library does in binary floating point; it has its own test below.
    for (const item of items.filter(({ id }) => id !== 'TX-02')) {
      const table = getDecisionTable(item);
      const oracles = [...item.effects, ...item.decide].map(({ when }) => plan(celEnv(), parse(when)));
      fc.assert(
        fc.property(inputsOf(item), (inputs: Record<string, CelInput>) => {
          const result = evaluate(table, inputs);
          if (isRefusal(result)) return;
          const verdicts = oracles.map((oracle) => oracle(inputs));
          expect(verdicts.slice(item.effects.length).indexOf(true)).toBe(result.row);
          expect(verdicts.slice(0, item.effects.length).filter((verdict) => verdict === true)).toHaveLength(
            result.effects.length,
          );
        }),
        { numRuns: 100 },
      );
    }
  });

  test('compares 80 % of a price exactly, where binary floating point would not', () => {
    const price = (priceDeclared: number, priceRef: number): unknown => {
      const result = evaluate(tableOf('TX-02'), { priceDeclared, priceRef, exempt: false, contractMatch: true });
      return isRefusal(result) ? result.code : result.outcome;
    };
    expect(2.4 < 3 * 0.8).toBe(true);
    expect(price(2.4, 3)).toBe('APPROVE');
    expect(price(2.39, 3)).toBe('ESCALATE');
    expect(price(2_560_000, 3_200_000)).toBe('APPROVE');
    expect(price(2_559_999.99, 3_200_000)).toBe('ESCALATE');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (cents) => {
        // cents/100 × 0.8 = cents × 8 / 1000, a decimal of three places
        expect(price(Number(`${cents * 8}e-3`), Number(`${cents}e-2`))).toBe('APPROVE');
        expect(price(Number(`${cents * 8 - 1}e-3`), Number(`${cents}e-2`))).toBe('ESCALATE');
      }),
    );
  });

  test('takes 120 and 120.5 square metres alike against a whole number', () => {
    const area = (value: number): unknown =>
      evaluate(tableOf('MK-06'), { ...firstCase('MK-06'), chain: false, area: value });
    expect(area(150)).toMatchObject({ outcome: 'APPROVE' });
    expect(area(120.5)).toMatchObject({ outcome: 'APPROVE' });
    expect(area(150.5)).toMatchObject({ outcome: 'ROUTE', target: 'MK-05' });
  });

  test('says where a routed case goes and what the clock of a waiting one does', () => {
    expect(evaluate(tableOf('MK-05'), { ...firstCase('MK-05'), onlyPrepacked: true })).toMatchObject({
      outcome: 'ROUTE',
      target: 'MK-07',
      row: 0,
      effects: [],
    });
    expect(evaluate(tableOf('HR-05'), { ...firstCase('HR-05'), pendingJudicial: true })).toMatchObject({
      outcome: 'DEFER',
      clock: 'paused',
    });
    const outside = evaluate(tableOf('HR-07'), { hasIdNo: true, photoOk: true, hasCard: true });
    expect(outside).toMatchObject({ outcome: 'ROUTE', target: null });
    expect(evaluate(tableOf('MK-01'), firstCase('MK-01'))).not.toHaveProperty('clock');
  });

  test('names what decided: inputs of the effects and of the rows up to the winner', () => {
    const result = evaluate(tableOf('HR-05'), { ...firstCase('HR-05'), byEmployer: false, daysSinceInjury: 400 });
    expect(result).toMatchObject({
      outcome: 'REJECT',
      row: 0,
      reads: ['clearFacts', 'byEmployer', 'daysSinceInjury', 'pendingJudicial'],
    });
  });

  test('gives the effects before the findings of the review are known', () => {
    const effects = effectsFor(tableOf('MK-05'), { area: 320, chain: true, onlyPrepacked: false });
    expect(effects).toMatchObject([{ kind: 'SITE', staff: 2 }]);
    expect(effectsFor(tableOf('MK-05'), { area: 320 })).toMatchObject({ code: 'missing-input' });
  });

  test('refuses when no row matches instead of returning nothing', () => {
    const item = { ...demoItem('MK-07'), decide: demoItem('MK-07').decide.slice(0, 1) };
    expect(evaluate(getDecisionTable(item), { blValid: true, bulk: false })).toMatchObject({ code: 'no-rule-matches' });
  });

  test('is compiled once per rule set, and its hash moves with the rules only', () => {
    const item = demoItem('MK-05');
    const reworded: Item = { ...item, notes: 'reworded' };
    expect(getDecisionTable(reworded)).toBe(getDecisionTable(item));
    expect(ruleSetHash(reworded)).toBe(ruleSetHash(item));
    expect(ruleSetHash({ ...item, decide: item.decide.slice(1) })).not.toBe(ruleSetHash(item));
    expect(getDecisionTable(item).hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('lists every place that does not compile', () => {
    const item = demoItem('MK-05');
    const broken = compileRules({
      ...item,
      effects: [{ when: 'area', kind: 'SITE', arg: 'some people', why: 'x' }],
      decide: [
        { when: 'colour', outcome: 'REJECT', why: 'x' },
        { when: 'area == chain', outcome: 'REJECT', why: 'x' },
        { when: 'true', outcome: 'APPROVE', why: 'x' },
      ],
    });
    expect(broken).toMatchObject({
      problems: [
        { place: 'effects[0].when', reason: 'a condition is true or false, this is a number' },
        { place: 'decide[0].when', reason: 'colour is not an input of this item' },
        { place: 'decide[1].when', reason: '== compares a number with a bool' },
      ],
    });
  });
});

function fits({ type }: InputSpec, value: unknown): boolean {
  switch (type.kind) {
    case 'bool':
      return typeof value === 'boolean';
    case 'int':
      return Number.isSafeInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'string':
      return typeof value === 'string';
    case 'enum':
      return typeof value === 'string' && type.options.includes(value);
    default:
      return type satisfies never;
  }
}
