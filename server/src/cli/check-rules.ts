import { z } from 'zod';

import { Catalogue, compileRules, evaluate, signingNeed, type Evaluation, type Item } from '../catalogue/catalogue.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { newCheckReport, type CheckReport } from './check-report.ts';

/**
 * `liangqian check rules FILE`: example cases `{ "<item id>": [ { "inputs": {…}, "expect": "APPROVE" } ] }` against the
 * items' rules. Beside the outcome a case may state the row's reason, clock, target, effects, tags and signatures.
 */
const Expectations = z.strictObject({
  inputs: z.record(z.string(), z.unknown()),
  expect: z.string(),
  why: z.string().exactOptional(),
  row: z.int().exactOptional(),
  clock: z.string().exactOptional(),
  to: z.string().exactOptional(),
  effects: z.array(z.string()).exactOptional(),
  tags: z.array(z.string()).exactOptional(),
  signatures: z.union([z.int(), z.literal('EX')]).exactOptional(),
  /** For the reader of the file only. */
  note: z.string().exactOptional(),
});
type Expectations = z.infer<typeof Expectations>;

const Cases = z.array(z.unknown());
const RulesFile = z.record(z.string(), z.unknown());

type Expect = ReturnType<typeof newCheckReport>['expect'];

/**
 * Runs every case of the file; whatever cannot be run is a mismatch at its place, never a fault. A catalogue brings its own items: then
 * the examples that stand in them are run against their own rules.
 */
export function checkRules(input: unknown, items: readonly Item[]): CheckReport {
  const { expect, report } = newCheckReport();
  if (isCatalogue(input)) {
    const catalogue = Catalogue.safeParse(input);
    if (catalogue.success) {
      const own = catalogue.data.items;
      return checkRules(Object.fromEntries(own.map(({ id, cases }) => [id, cases])), own);
    }
    for (const { path, message } of catalogue.error.issues)
      expect(path.map(String).join('.'), message, 'a catalogue (see `catalogue lint`)');
    return report();
  }
  const file = RulesFile.safeParse(input);
  if (!file.success) {
    expect('$', kindOf(input), 'an object of item ids');
    return report();
  }
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const [itemId, value] of Object.entries(file.data)) {
    const item = byId.get(itemId);
    const cases = Cases.safeParse(value);
    if (item === undefined) expect(itemId, 'unknown item', 'an item of the catalogue');
    else if (!cases.success) expect(itemId, kindOf(value), 'a list of cases');
    else for (const [index, one] of cases.data.entries()) checkCase(expect, `${itemId}[${index}]`, item, one);
  }
  return report();
}

function isCatalogue(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'items' in input && Array.isArray(input.items);
}

function checkCase(expect: Expect, place: string, item: Item, value: unknown): void {
  const parsed = Expectations.safeParse(value);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      expect([place, ...path.map(String)].join('.'), message, 'a case of known keys');
    }
    return;
  }
  const table = compileRules(item);
  if ('problems' in table) {
    expect(
      place,
      table.problems.map((problem) => `${problem.place}: ${problem.reason}`).join('; '),
      'rules that compile',
    );
    return;
  }
  const result = evaluate(table, parsed.data.inputs);
  if (isRefusal(result)) {
    const field = result.detail['input'];
    const at = field === undefined ? place : `${place}.inputs.${String(field)}`;
    expect(at, result.code, parsed.data.expect);
    return;
  }
  expect(place, result.outcome, parsed.data.expect);
  checkDetails(expect, place, item, { expected: parsed.data, result });
}

interface Compared {
  readonly expected: Expectations;
  readonly result: Evaluation;
}

function checkDetails(expect: Expect, place: string, item: Item, { expected, result }: Compared): void {
  const actual = {
    why: result.why,
    row: result.row,
    clock: result.clock ?? 'none',
    to: result.target === null ? '-' : (result.target ?? 'none'),
    effects: result.effects.map(({ kind }) => kind).toSorted(),
    tags: result.effects.flatMap((effect) => (effect.kind === 'TAG' ? [effect.text] : [])).toSorted(),
    signatures: signingNeed(item, result).signatures,
  } as const satisfies Record<Exclude<keyof Expectations, 'inputs' | 'expect' | 'note'>, unknown>;
  for (const [key, value] of Object.entries(actual)) {
    const wanted = Object.entries(expected).find(([name]) => name === key);
    // The effects of a case are a set: their order means nothing.
    if (wanted !== undefined) expect(`${place}.${key}`, value, isList(wanted[1]) ? wanted[1].toSorted() : wanted[1]);
  }
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}
