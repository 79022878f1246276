import { z } from 'zod';
import { applicationRefusals } from '../application/refusals.ts';
import {
  checkRuleSet,
  ClockState,
  DecideRow,
  EffectKind,
  EffectRow,
  ExampleCase,
  InputValue,
  ItemId,
  ItemInput,
  itemStream,
  Outcome,
  outcomeNames,
  ruleSetHash,
  SignClass,
  versionInForce,
} from '../catalogue/catalogue.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Platform } from '../platform.ts';
import { refusalBody, RefusalBody } from './problem.ts';
import { route, type Route } from './route.ts';

const keepers = ['departmentStaff', 'departmentHead', 'legalReviewer', 'centreManager'] as const;

/** Signs of all conditions together: what can be read, analysed and tried within the time of a keystroke. */
const MOST_SIGNS = 40_000;
/** Examples are tried at every keystroke. */
const MOST_EXAMPLES = 200;

/** The part of an item that decides, with its example cases. */
const RuleSet = z
  .strictObject({
    id: ItemId,
    signClass: SignClass,
    adverseSigns: z.int().min(0).max(2),
    inputs: z.array(ItemInput).max(200),
    effects: z.array(EffectRow).max(100),
    decide: z.array(DecideRow).min(1).max(200),
    cases: z.array(ExampleCase).max(MOST_EXAMPLES),
  })
  .meta({ id: 'RuleSet', description: 'The decision table of an item: inputs, effects, rows, example cases' });

const Written = RuleSet.refine(
  ({ effects, decide }) => [...effects, ...decide].reduce((sum, { when }) => sum + when.length, 0) <= MOST_SIGNS,
  { path: ['decide'], message: `conditions of more than ${MOST_SIGNS} signs together` },
);

const Bilingual = z.object({ zh: z.string(), en: z.string() });

const Problem = z.object({
  place: z.string(),
  text: Bilingual,
  at: z.object({ from: z.int(), to: z.int() }).exactOptional(),
  suggestion: z.string().exactOptional(),
});

const Values = z.record(z.string(), InputValue);

const Coverage = z.object({
  unreachable: z.array(z.object({ row: z.int(), shadowedBy: z.array(z.int()).readonly() })).readonly(),
  gap: Values.exactOptional(),
  overlaps: z.array(z.object({ first: z.int(), second: z.int(), witness: Values })).readonly(),
  undecided: z
    .array(
      z.object({
        question: z.enum(['reach', 'gap', 'overlap']),
        rows: z.array(z.int()).readonly(),
        because: z.enum(['correlated', 'budget']),
      }),
    )
    .readonly(),
});

const Decided = z.object({
  outcome: Outcome,
  why: z.string(),
  row: z.int(),
  clock: ClockState.exactOptional(),
  target: z.string().nullable().exactOptional(),
  effects: z.array(z.object({ kind: EffectKind, why: z.string() })).readonly(),
});

const Result = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-run') }),
  z.object({ kind: z.literal('refused'), refusal: RefusalBody }),
  z.object({
    kind: z.literal('decided'),
    asExpected: z.boolean(),
    evaluation: Decided,
    signing: z.object({ signatures: SignClass, reason: Bilingual }),
  }),
]);

const RuleCheck = z
  .object({
    hash: z.string(),
    problems: z.array(Problem).readonly(),
    coverage: Coverage.exactOptional(),
    examples: z.array(Result),
  })
  .meta({
    id: 'RuleCheck',
    description: 'Problems, coverage, hash and example results of rules that are being written',
  });

const Outcomes = z.array(z.object({ outcome: Outcome, name: Bilingual }));

/** The rules of an item, and the trying of rules that are being written. */
export function ruleRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/items/:itemId/rules',
      operationId: 'getRules',
      summary: 'The decision table of an item as it is in force now',
      access: keepers,
      asks: z.strictObject({ params: z.strictObject({ itemId: z.string().max(20) }) }),
      answer: z.object({
        name: Bilingual,
        version: z.int(),
        hash: z.string(),
        rules: RuleSet,
        outcomes: Outcomes,
        effectKinds: z.array(EffectKind),
      }),
      async handle({ params, at }) {
        const held = platform.items.get(itemStream(params.itemId));
        const found = held === undefined ? undefined : versionInForce(held.view, at);
        if (found === undefined) return refuse(applicationRefusals, 'unknown-item', { itemId: params.itemId });
        const { id, name, nameEn, signClass, adverseSigns, inputs, effects, decide, cases } = found.item;
        return {
          name: { zh: name, en: nameEn },
          version: found.version,
          hash: ruleSetHash(found.item),
          rules: { id, signClass, adverseSigns, inputs, effects, decide, cases },
          outcomes: Outcome.options.map((outcome) => ({ outcome, name: outcomeNames[outcome] })),
          effectKinds: EffectKind.options,
        };
      },
    }),
    route({
      method: 'POST',
      path: '/rule-checks',
      operationId: 'checkRules',
      summary: 'Type check, coverage, hash and example results of rules that are being written; nothing is kept',
      access: keepers,
      isAct: false,
      asks: z.strictObject({ body: Written }),
      answer: RuleCheck,
      async handle({ body }) {
        const check = checkRuleSet(body);
        const examples = check.examples.map((one) =>
          one.kind === 'refused' ? { ...one, refusal: refusalBody(one.refusal) } : one,
        );
        return { ...check, examples };
      },
    }),
  ];
}
