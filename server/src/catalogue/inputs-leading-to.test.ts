import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { Catalogue } from './catalogue-file.ts';
import { evaluate, evaluateKnown, getDecisionTable } from './decision-table.ts';
import { inputsLeadingTo } from './inputs-leading-to.ts';
import { inputsFrom, type Item, personalInstrumentOf } from './item.ts';

const demo = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8')));

test.each(items)('$id can be approved, and no more is changed for it than has to be', (item) => {
  const wanted = item.signClass === 'EX' ? ['ESCALATE'] : ['APPROVE', 'APPROVE_PROMISE'];
  const start = item.cases[0]?.inputs ?? {};
  const found = inputsLeadingTo(item, start, namesOf(item), ({ outcome }) => wanted.includes(outcome));
  const evaluation = evaluate(getDecisionTable(item), found ?? {});
  expect(isRefusal(evaluation) ? evaluation.code : evaluation.outcome).toSatisfy((one) => wanted.includes(String(one)));
  if (wanted.includes(item.cases[0]?.expect ?? '')) expect(found).toEqual(start);
});

test('inputs that are not free stay as they are, even when that leads nowhere', () => {
  const nurse = itemOf('HL-03');
  const start = { ...nurse.cases[0]?.inputs, examPassed: false };
  expect(inputsLeadingTo(nurse, start, ['healthOk'], ({ outcome }) => outcome === 'APPROVE')).toBeUndefined();
});

test('R30: what the rules say for certain before review is their answer on every completion', () => {
  for (const item of items) {
    for (const { inputs, expect: outcome } of item.cases) {
      const known = withoutReview(item, inputs);
      const certain = evaluateKnown(getDecisionTable(item), known);
      if (!isRefusal(certain)) expect([item.id, certain.outcome]).toEqual([item.id, outcome]);
    }
  }
});

test('R25: a nurse four years after the exam without training is told so at the window, before anybody judges health', () => {
  const nurse = itemOf('HL-03');
  const { inputs = {} } = nurse.cases[0] ?? {};
  expect(evaluateKnown(getDecisionTable(nurse), withoutReview(nurse, inputs))).toMatchObject({ outcome: 'CORRECT' });
});

test('a row that reads a missing fact is never passed over', () => {
  const trees = itemOf('GR-01');
  const inputs = { trees: 40, cumulative: 20 };
  expect(evaluateKnown(getDecisionTable(trees), inputs)).toMatchObject({
    code: 'missing-input',
    detail: { input: 'ancient' },
  });
});

test('on complete inputs what is certain is the whole answer', () => {
  for (const item of items) {
    for (const { inputs } of item.cases) {
      expect(evaluateKnown(getDecisionTable(item), inputs)).toEqual(evaluate(getDecisionTable(item), inputs));
    }
  }
});

test('R16: marriage is an instrument of personal status; the transfer of a flat is not', () => {
  expect(items.filter((item) => personalInstrumentOf(item) !== undefined).map(({ id }) => id)).toEqual(['CV-01']);
});

function itemOf(id: string): Item {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`no demo item ${id}`);
  return found;
}

function namesOf(item: Item): readonly string[] {
  return inputsFrom(item).map(({ name }) => name);
}

function withoutReview(item: Item, inputs: Item['cases'][number]['inputs']): Item['cases'][number]['inputs'] {
  const hidden = new Set(
    inputsFrom(item)
      .filter(({ source }) => source === 'review' || source === 'joint')
      .map(({ name }) => name),
  );
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !hidden.has(name)));
}
