import { z } from 'zod';

import type { Text } from '../kernel/refusal.ts';

/** One item of the item library (实施清单, domain §3.6): guide, materials, review points, rules and sign class. */

export const ItemId = z.string().regex(/^[A-Z]{2}-\d{2}$/);

/** What a decision table may propose (R24, R25, R76–R78). */
export const Outcome = z.enum([
  'APPROVE',
  'APPROVE_PROMISE',
  'REJECT',
  'CORRECT',
  'NOT_NEEDED',
  'NOT_OURS',
  'ROUTE',
  'ESCALATE',
  'DEFER',
  'SIGN1',
  'SIGN2',
]);
export type Outcome = z.infer<typeof Outcome>;

export const outcomeNames = {
  APPROVE: { zh: '准予', en: 'Grant' },
  APPROVE_PROMISE: { zh: '告知承诺准予', en: 'Grant on promise' },
  REJECT: { zh: '不予', en: 'Refuse' },
  CORRECT: { zh: '一次性告知补正', en: 'Correction, told once' },
  NOT_NEEDED: { zh: '依法不需取得,告知不受理', en: 'Not needed by law' },
  NOT_OURS: { zh: '不属本机关,不予受理并告知去处', en: 'Not this organ; the competent one is named' },
  ROUTE: { zh: '转办其他事项', en: 'Another item applies' },
  ESCALATE: { zh: '退出签批清单,报部门', en: 'Leaves the sign lists, goes to the department' },
  DEFER: { zh: '条件未到/时限中止/排期等待', en: 'Waiting' },
  SIGN1: { zh: '系统不自动决定,转派驻工作人员一签', en: 'No automatic decision: one signature' },
  SIGN2: { zh: '升为两签', en: 'Raised to two signatures' },
} as const satisfies Record<Outcome, Text>;

/**
 * What a waiting case does to the limit: it keeps counting, it stands still (only where statute stops it, R58), or it
 * has not begun because the case is held before acceptance.
 */
export const ClockState = z.enum(['running', 'paused', 'notStarted']);
export type ClockState = z.infer<typeof ClockState>;

export const EffectKind = z.enum([
  'SITE',
  'HEARING',
  'JOINT',
  'PUBLICITY',
  'SIGN2',
  'LIMIT',
  'SUSPEND',
  'AFTERCHECK',
  'TAG',
  'FEE',
  'QUEUE',
  'NOTICE',
]);
export type EffectKind = z.infer<typeof EffectKind>;

/** Where an input comes from: data interface, applicant, officer's finding, computation, parameter, other organ. */
export const InputSource = z.enum(['share', 'form', 'review', 'rule', 'config', 'joint']);
export type InputSource = z.infer<typeof InputSource>;

/** `S` decided on the spot, `W` working days, `N` natural days. */
export const LimitUnit = z.enum(['S', 'W', 'N']);
export type LimitUnit = z.infer<typeof LimitUnit>;

export const SignClass = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal('EX')]);
export type SignClass = z.infer<typeof SignClass>;

export const Material = z.strictObject({
  code: z.string().regex(/^m\.[A-Za-z0-9]+$/),
  name: z.string().min(1),
  /** Filled in our form, a licence of the library, a signed commitment, or a paper the applicant provides. */
  kind: z.enum(['form', 'licence', 'commitment', 'provided']),
  /** `conditional` in some situations only; `deferrable` may follow after tolerant acceptance (R32). */
  necessity: z.enum(['required', 'conditional', 'deferrable']),
  /** E-licences (L-…) and share interfaces (S-…) that spare the applicant this material (R6). */
  replaceableBy: z.array(z.string().regex(/^[LS]-[A-Z]+$/)),
});
export type Material = z.infer<typeof Material>;

const Condition = z.string().min(1).max(1000);

export const ItemInput = z.strictObject({
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/),
  type: z.string().regex(/^(bool|int|number|string|enum\([A-Za-z]\w*(,[A-Za-z]\w*)*\))$/),
  source: InputSource,
  label: z.string().min(1),
});
export type ItemInput = z.infer<typeof ItemInput>;

export const EffectRow = z.strictObject({
  when: Condition,
  kind: EffectKind,
  /** The Chinese shorthand of the catalogue; `effect.ts` reads it. */
  arg: z.string(),
  why: z.string().min(1),
});
export type EffectRow = z.infer<typeof EffectRow>;

const Row = z.strictObject({ when: Condition, why: z.string().min(1) });

export const DecideRow = z.discriminatedUnion('outcome', [
  Row.extend({ outcome: z.literal('DEFER'), clock: ClockState }),
  /** `-` names a matter outside this catalogue. */
  Row.extend({ outcome: z.literal('ROUTE'), to: z.union([ItemId, z.literal('-')]) }),
  Row.extend({ outcome: Outcome.exclude(['DEFER', 'ROUTE']) }),
]);
export type DecideRow = z.infer<typeof DecideRow>;

export const InputValue = z.union([z.boolean(), z.number(), z.string()]);
export type InputValue = z.infer<typeof InputValue>;

export const ExampleCase = z.strictObject({ inputs: z.record(z.string(), InputValue), expect: Outcome });
export type ExampleCase = z.infer<typeof ExampleCase>;

export const Item = z.strictObject({
  id: ItemId,
  name: z.string().min(1),
  nameEn: z.string().min(1),
  dept: z.string().regex(/^[A-Z]{2}$/),
  typeCode: z.string().regex(/^\d{2}$/),
  useLevel: z.string().regex(/^[1-6]$/),
  basicCode: z.string().regex(/^\d{12}$/),
  implCode: z.string().regex(/^[0-9A-Z]{18}[1-6]\d{12}$/),
  bizCode: z.string().regex(/^[0-9A-Z]{18}[1-6]\d{14}$/),
  subject: z.string().min(1),
  caseType: z.enum(['即办', '承诺']),
  decidableOnTheSpot: z.boolean(),
  legalLimit: z.strictObject({ value: z.string().min(1), unit: LimitUnit, basis: z.string().min(1) }),
  promisedLimit: z.strictObject({ value: z.int().min(0), unit: z.enum(['W', 'N']) }),
  signClass: SignClass,
  inSignList: z.boolean(),
  signReason: z.string().min(1),
  /** R75 allows no third signature without an exception code, R77 no adverse decision with fewer than two. */
  adverseSigns: z.int().min(0).max(2),
  materials: z.array(Material),
  reviewPoints: z.array(z.string().min(1)),
  inputs: z.array(ItemInput),
  effects: z.array(EffectRow),
  decide: z.array(DecideRow).min(1),
  result: z.strictObject({ document: z.string().min(1), seal: z.string().min(1), validity: z.string().min(1) }),
  cases: z.array(ExampleCase),
  source: z.string(),
  notes: z.string(),
});
export type Item = z.infer<typeof Item>;

export type InputType =
  | { readonly kind: 'bool' | 'int' | 'number' | 'string' }
  | { readonly kind: 'enum'; readonly options: readonly string[] };

export interface InputSpec {
  readonly name: string;
  readonly label: string;
  readonly source: InputSource;
  readonly type: InputType;
}

/** The inputs that the item's rules know, with their types read from the catalogue's notation. */
export function inputsFrom(item: Pick<Item, 'inputs'>): readonly InputSpec[] {
  return item.inputs.map(({ name, label, source, type }) => ({ name, label, source, type: inputType(type) }));
}

function inputType(notation: string): InputType {
  if (notation === 'bool' || notation === 'int' || notation === 'number' || notation === 'string') {
    return { kind: notation };
  }
  return { kind: 'enum', options: notation.slice('enum('.length, -1).split(',') };
}

const instruments = { marriage: ['结婚证', '离婚证'], adoption: ['收养登记证', '收养证'] } as const;

/** R16, R84: the result is an instrument of personal status, which is made on paper, in person and by hand (电子签名法3). */
export function personalInstrumentOf(item: Pick<Item, 'result'>): keyof typeof instruments | undefined {
  const { document } = item.result;
  if (instruments.marriage.some((name) => document.includes(name))) return 'marriage';
  return instruments.adoption.some((name) => document.includes(name)) ? 'adoption' : undefined;
}
