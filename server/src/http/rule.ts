import { z } from 'zod';
import { applicationRefusals } from '../application/refusals.ts';
import {
  checkWrittenRules,
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
  ruleSetHash,
  SignClass,
  versionInForce,
  WrittenRules,
} from '../catalogue/catalogue.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Platform } from '../platform.ts';
import { libraryReaders } from './library-acts.ts';
import { refusalBody, RefusalBody } from './problem.ts';
import { route, type Route } from './route.ts';
import { RuleWords, ruleWords } from './rule-view.ts';

/** The part of an item that decides, with its example cases. */
const RuleSet = z
  .strictObject({
    id: ItemId,
    signClass: SignClass,
    adverseSigns: z.int().min(0).max(2),
    inputs: z.array(ItemInput).max(200),
    effects: z.array(EffectRow).max(100),
    decide: z.array(DecideRow).min(1).max(200),
    cases: z.array(ExampleCase).max(500),
  })
  .meta({ id: 'RuleSet', description: 'The decision table of an item: inputs, effects, rows, example cases' });

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

/** The rules of an item, and the trying of rules that are being written. */
export function ruleRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/items/:itemId/rules',
      operationId: 'getRules',
      summary: 'The decision table of an item as it is in force now, or of one of its versions',
      access: libraryReaders,
      asks: z.strictObject({
        params: z.strictObject({ itemId: z.string().max(20) }),
        query: z.strictObject({ version: z.coerce.number().int().min(1).exactOptional() }),
      }),
      answer: z.object({
        name: Bilingual,
        version: z.int(),
        hash: z.string(),
        rules: RuleSet,
        ...RuleWords,
      }),
      async handle({ params, query, at }) {
        const view = platform.items.get(itemStream(params.itemId))?.view;
        const inForce = view === undefined ? undefined : versionInForce(view, at);
        const wanted = query.version ?? inForce?.version;
        const found = view?.versions.find(({ version }) => version === wanted);
        if (found === undefined) return refuse(applicationRefusals, 'unknown-item', { itemId: params.itemId });
        const { id, name, nameEn, signClass, adverseSigns, inputs, effects, decide, cases } = found.item;
        return {
          name: { zh: name, en: nameEn },
          version: found.version,
          hash: ruleSetHash(found.item),
          rules: { id, signClass, adverseSigns, inputs, effects, decide, cases },
          ...ruleWords(),
        };
      },
    }),
    route({
      method: 'POST',
      path: '/rule-checks',
      operationId: 'checkRules',
      summary: 'Type check, coverage, hash and example results of rules that are being written; nothing is kept',
      access: libraryReaders,
      isAct: false,
      asks: z.strictObject({ body: WrittenRules }),
      answer: RuleCheck,
      async handle({ body }) {
        const check = checkWrittenRules(body);
        const examples = check.examples.map((one) =>
          one.kind === 'refused' ? { ...one, refusal: refusalBody(one.refusal) } : one,
        );
        return { ...check, examples };
      },
    }),
  ];
}
