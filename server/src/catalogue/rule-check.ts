import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import {
  compileRules,
  evaluate,
  type Evaluation,
  type RuleProblem,
  ruleSetHash,
  type Rules,
} from './decision-table.ts';
import type { Item } from './item.ts';
import { signingNeed, type SigningNeed } from './signing-need.ts';

/** Everything that somebody who writes rules wants to know at every keystroke. */
export interface RuleCheck {
  readonly hash: string;
  readonly problems: readonly RuleProblem[];
  /** Absent while there are problems: a table that cannot be run has no coverage. */
  readonly coverage?: Coverage;
  readonly examples: readonly ExampleResult[];
}

export type ExampleResult =
  | { readonly kind: 'not-run' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'decided';
      readonly asExpected: boolean;
      readonly evaluation: Evaluation;
      readonly signing: SigningNeed;
    };

export type CheckedRules = Rules & Pick<Item, 'cases' | 'signClass' | 'adverseSigns'>;

/** Tries rules that are being written. Nothing is kept and nothing is published by it. */
export function checkRuleSet(item: CheckedRules): RuleCheck {
  const hash = ruleSetHash(item);
  const table = compileRules(item);
  if ('problems' in table) {
    return { hash, problems: table.problems, examples: item.cases.map(() => ({ kind: 'not-run' })) };
  }
  const examples = item.cases.map(({ inputs, expect }): ExampleResult => {
    const evaluation = evaluate(table, inputs);
    if (isRefusal(evaluation)) return { kind: 'refused', refusal: evaluation };
    const asExpected = evaluation.outcome === expect;
    return { kind: 'decided', asExpected, evaluation, signing: signingNeed(item, evaluation) };
  });
  return { hash, problems: [], coverage: coverageOf(table), examples };
}
