import {
  evaluate,
  getDecisionTable,
  inputsFrom,
  inputsLeadingTo,
  type InputValue,
  type Item,
  type Outcome,
} from '../catalogue/catalogue.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { CaseRun, Situation } from './case-scene.ts';

type Values = Readonly<Record<string, InputValue>>;

const FAVOURABLE: readonly (readonly Outcome[])[] = [
  ['APPROVE', 'APPROVE_PROMISE'],
  ['ESCALATE', 'SIGN1', 'SIGN2'],
];
const ADVERSE: readonly (readonly Outcome[])[] = [['REJECT']];

/**
 * What is still to be found by `source`: the file's own findings, and for the rest those of the item's first approving
 * example, or the nearest to it on which the rules come to what the file decides.
 */
export function findingsFor(run: CaseRun, situation: Situation, source: 'review' | 'joint'): Values {
  const { item, view } = situation;
  const values = completedInputs(run, situation);
  const open = inputsFrom(item).filter((spec) => spec.source === source && !view.review.findings.has(spec.name));
  return Object.fromEntries(
    open.flatMap(({ name }): [string, InputValue][] => {
      const value = values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function completedInputs(run: CaseRun, { item, facts }: Situation): Values {
  const { review, decide } = run.file;
  const known = Object.fromEntries(
    Object.entries(facts).flatMap(([name, { value }]) => (isValue(value) ? [[name, value]] : [])),
  );
  const start: Values = { ...exampleOf(item), ...review, ...known };
  const free = inputsFrom(item)
    .filter(({ name, source }) => (source === 'review' || source === 'joint') && !(name in review) && !(name in known))
    .map(({ name }) => name);
  for (const wanted of decide === 'REFUSE' ? ADVERSE : FAVOURABLE) {
    const found = inputsLeadingTo(item, start, free, ({ outcome }) => wanted.includes(outcome));
    if (found !== undefined) return found;
  }
  return start;
}

function exampleOf(item: Item): Values {
  const table = getDecisionTable(item);
  const approving = item.cases.find(({ inputs }) => {
    const evaluation = evaluate(table, inputs);
    return !isRefusal(evaluation) && FAVOURABLE[0]?.includes(evaluation.outcome) === true;
  });
  return (approving ?? item.cases[0])?.inputs ?? {};
}

function isValue(value: unknown): value is InputValue {
  return typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string';
}
