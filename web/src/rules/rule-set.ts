import type { Outcome, RuleExample, RuleInput, RuleRow, RuleSet, Value } from '../api/model.ts';

/** Changes of a rule set that is being written; each answers a new one. Positions are from 0. */

/** The rows with the one at `from` standing at `to`; unchanged when that is no place. */
export function moved<Row>(rows: readonly Row[], from: number, to: number): Row[] {
  const row = rows[from];
  if (row === undefined || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(from, 1).toSpliced(to, 0, row);
}

/** The same row with another outcome, and with what this outcome needs beside it. */
export function withOutcome({ when, why }: RuleRow, outcome: Outcome): RuleRow {
  switch (outcome) {
    case 'DEFER':
      return { when, why, outcome, clock: 'running' };
    case 'ROUTE':
      return { when, why, outcome, to: '-' };
    default:
      return { when, why, outcome };
  }
}

/** A condition that holds on exactly the values that the rules look at. */
export function conditionOf(values: Readonly<Record<string, Value>>, inputs: readonly RuleInput[]): string {
  const parts = inputs.flatMap(({ name }) => {
    const value = values[name];
    if (value === undefined) return [];
    if (typeof value === 'boolean') return [value ? name : `!${name}`];
    return [`${name} == ${typeof value === 'number' ? value : `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'`}`];
  });
  return parts.length === 0 ? 'true' : parts.join(' && ');
}

/** A rule for a case that no row answers, above the last row. */
export function withRowFor(rules: RuleSet, values: Readonly<Record<string, Value>>, why: string): RuleSet {
  const used = rules.inputs.filter(({ name }) => rules.decide.some(({ when }) => mentions(when, name)));
  const row: RuleRow = { when: conditionOf(values, used), outcome: 'SIGN1', why };
  return { ...rules, decide: [...rules.decide, row] };
}

function mentions(when: string, name: string): boolean {
  return new RegExp(String.raw`\b${name}\b`).test(when);
}

export function withExample(rules: RuleSet, example: RuleExample): RuleSet {
  return { ...rules, cases: [...rules.cases, example] };
}

/** The kinds of input that rules know. */
export const kinds = ['bool', 'int', 'number', 'string', 'enum'] as const;
export type Kind = (typeof kinds)[number];

export function kindOf(type: string): Kind {
  return kinds.find((kind) => kind === type) ?? 'enum';
}

/** The type as rule sets write it; `words` count for a list only. */
export function typeOf(kind: Kind, words: readonly string[]): string {
  return kind === 'enum' ? `enum(${words.join(',')})` : kind;
}

/** The words of a list type such as `enum(a,b)`; undefined for other types. */
export function optionsOf(type: string): readonly string[] | undefined {
  if (!type.startsWith('enum(')) return undefined;
  return type
    .slice('enum('.length, -1)
    .split(',')
    .filter((word) => word !== '');
}

/** A first value of the type. */
export function blankValue(type: string): Value {
  if (type === 'bool') return false;
  if (type === 'int' || type === 'number') return 0;
  return optionsOf(type)?.[0] ?? '';
}
