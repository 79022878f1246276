import { z } from 'zod';

import type { Text } from '../kernel/refusal.ts';
import { compileRules, type RuleProblem, ruleSetHash } from './decision-table.ts';
import {
  ClockState,
  DecideRow,
  EffectKind,
  EffectRow,
  ExampleCase,
  InputSource,
  ItemId,
  ItemInput,
  Outcome,
  SignClass,
} from './item.ts';
import { checkRuleSet, type RuleCheck } from './rule-check.ts';

/** Signs of all conditions together: what can be read, analysed and tried within the time of a keystroke. */
const MOST_SIGNS = 40_000;
/** Examples are tried at every keystroke. */
const MOST_EXAMPLES = 200;

const Written = z.string().max(1000);
const Row = z.strictObject({ when: Written, why: Written });

/**
 * A decision table while somebody writes it: the shape of a rule set, whose names, types, conditions and reasons may still
 * be empty or wrong. What is wrong is told at its place by `checkWrittenRules`.
 */
export const WrittenRules = z
  .strictObject({
    id: ItemId,
    signClass: SignClass,
    adverseSigns: z.int().min(0).max(2),
    inputs: z
      .array(
        z.strictObject({
          name: Written,
          type: Written,
          source: InputSource,
          label: Written,
          labelEn: z.string().max(200).default(''),
        }),
      )
      .max(200),
    effects: z.array(Row.extend({ kind: EffectKind, arg: Written })).max(100),
    decide: z
      .array(
        z.discriminatedUnion('outcome', [
          Row.extend({ outcome: z.literal('DEFER'), clock: ClockState }),
          Row.extend({ outcome: z.literal('ROUTE'), to: Written }),
          Row.extend({ outcome: Outcome.exclude(['DEFER', 'ROUTE']) }),
        ]),
      )
      .min(1)
      .max(200),
    cases: z.array(ExampleCase).max(MOST_EXAMPLES),
  })
  .meta({
    id: 'WrittenRules',
    description: 'A decision table that is being written: cells may still be empty or wrong',
  })
  .refine(
    ({ effects, decide }) => [...effects, ...decide].reduce((sum, { when }) => sum + when.length, 0) <= MOST_SIGNS,
    { path: ['decide'], message: `conditions of more than ${MOST_SIGNS} signs together` },
  );
export type WrittenRules = z.infer<typeof WrittenRules>;

/**
 * Tries rules that are being written; nothing is kept. A malformed or empty cell is a problem at its place, beside those of
 * the conditions. Rows are read only once every input is sound: before that they would all seem to name unknown inputs.
 */
export function checkWrittenRules(rules: WrittenRules): RuleCheck {
  const ofInputs = rules.inputs.flatMap((input, index) => cellProblems(ItemInput, input, `inputs[${index}]`));
  const ofRows = [
    ...rules.effects.flatMap((row, index) => cellProblems(EffectRow, row, `effects[${index}]`)),
    ...rules.decide.flatMap((row, index) => cellProblems(DecideRow, row, `decide[${index}]`)),
  ];
  const cells = [...ofInputs, ...ofRows];
  if (cells.length === 0) return checkRuleSet(rules);
  const table = ofInputs.length === 0 ? compileRules(rules) : undefined;
  const told = new Set(cells.map(({ place }) => place));
  const others = table !== undefined && 'problems' in table ? table.problems : [];
  return {
    hash: ruleSetHash(rules),
    problems: [...cells, ...others.filter(({ place }) => !told.has(place))],
    examples: rules.cases.map(() => ({ kind: 'not-run' })),
  };
}

function cellProblems(schema: z.ZodType, row: object, place: string): readonly RuleProblem[] {
  const fields = schema.safeParse(row).error?.issues.map(({ path }) => String(path[0] ?? '')) ?? [];
  return [...new Set(fields)].map((field) => {
    const text = cellTexts[field] ?? unreadable;
    return { place: `${place}.${field}`, reason: text.en, text };
  });
}

const unreadable: Text = { zh: '填写有误', en: 'this is malformed' };

const cellTexts: Readonly<Record<string, Text | undefined>> = {
  name: { zh: '名称须以英文字母开头，只含字母和数字', en: 'a name is letters and digits and begins with a letter' },
  type: {
    zh: '类型有误：列表至少要有一个可选值，可选值以英文字母开头，只含字母、数字和下划线',
    en: 'wrong type: a list has at least one word, of letters, digits and underscores, beginning with a letter',
  },
  label: { zh: '说明未填写', en: 'the label is empty' },
  when: { zh: '条件未填写', en: 'the condition is empty' },
  why: { zh: '理由未填写', en: 'the reason is empty' },
  to: {
    zh: '须为事项编号，如 MK-05；目录外写 -',
    en: 'the number of an item such as MK-05, or - outside the catalogue',
  },
};
