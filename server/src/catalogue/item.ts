import { z } from 'zod';

import type { Text } from '../kernel/refusal.ts';
import { choice, element } from './element.ts';
import { Channels, Online, Place, Visits } from './item-channels.ts';
import { Fees } from './item-fee.ts';
import { FormField, Plain, Situation } from './item-form.ts';
import { Intake } from './item-intake.ts';
import { Audience, Power } from './item-power.ts';
import { Result } from './item-result.ts';
import { Services } from './item-services.ts';
import { Delegation, SigningFacts } from './item-signing.ts';
import { TimeElements } from './item-time.ts';
import { Material } from './material.ts';

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

export const EffectKind = choice(
  ['SITE', 'HEARING', 'JOINT', 'PUBLICITY', 'SIGN2', 'LIMIT', 'SUSPEND', 'AFTERCHECK', 'TAG', 'FEE', 'QUEUE', 'NOTICE'],
  {
    SITE: ['现场核查', 'Site visit'],
    HEARING: ['听证', 'Hearing'],
    JOINT: ['会同部门', 'Other organ'],
    PUBLICITY: ['公示', 'Publicity'],
    SIGN2: ['升为两签', 'Two signatures'],
    LIMIT: ['时限', 'Limit'],
    SUSPEND: ['中止时限', 'Suspension'],
    AFTERCHECK: ['事后核查', 'Check afterwards'],
    TAG: ['标注', 'Note'],
    FEE: ['收费', 'Fee'],
    QUEUE: ['排队', 'Queue'],
    NOTICE: ['通知', 'Notice'],
  },
);
export type EffectKind = z.infer<typeof EffectKind>;

/** Where an input comes from: data interface, applicant, officer's finding, computation, parameter, other organ. */
export const InputSource = choice(['share', 'form', 'review', 'rule', 'config', 'joint'], {
  share: ['共享数据', 'shared data'],
  form: ['申请表', 'form'],
  review: ['审查发现', 'finding of the review'],
  rule: ['规则计算', 'computed'],
  config: ['参数', 'parameter'],
  joint: ['其他部门', 'other organ'],
});
export type InputSource = z.infer<typeof InputSource>;

const limitUnits = {
  S: ['当场', 'on the spot'],
  W: ['工作日', 'working days'],
  N: ['自然日', 'natural days'],
} as const;

/** 事项类型 (GB/T 39554.1): the ten powers and public services; 21 and 32 are added by provinces. */
const itemTypes = {
  '01': ['01 行政许可', '01 licence'],
  '02': ['02 行政处罚', '02 penalty'],
  '03': ['03 行政强制', '03 compulsion'],
  '04': ['04 行政征收', '04 levy'],
  '05': ['05 行政给付', '05 benefit'],
  '06': ['06 行政检查', '06 inspection'],
  '07': ['07 行政确认', '07 confirmation'],
  '08': ['08 行政奖励', '08 reward'],
  '09': ['09 行政裁决', '09 adjudication'],
  '10': ['10 其他行政权力', '10 other power'],
  '20': ['20 公共服务', '20 public service'],
  '21': ['21 地方增加', '21 added by the province'],
  '32': ['32 地方增加', '32 added by the province'],
} as const;

/** 行使层级: who exercises the power. */
const useLevels = {
  '1': ['1 国家级', '1 national'],
  '2': ['2 省级', '2 province'],
  '3': ['3 市级（含直辖市的区）', '3 city, or district of a municipality'],
  '4': ['4 县级', '4 county'],
  '5': ['5 乡镇级（街道）', '5 township or subdistrict'],
  '6': ['6 村级（社区）', '6 village or community'],
} as const;

/** `S` decided on the spot, `W` working days, `N` natural days. */
export const LimitUnit = choice(['S', 'W', 'N'], limitUnits);
export type LimitUnit = z.infer<typeof LimitUnit>;

export const SignClass = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal('EX')]).meta({
  names: {
    0: ['0 签：由签署的规则决定', '0: decided by signed rules'],
    1: ['1 签', '1 signature'],
    2: ['2 签', '2 signatures'],
    EX: ['EX：法定程序，由部门办理', 'EX: statutory procedure, by the department'],
  },
});
export type SignClass = z.infer<typeof SignClass>;

const Condition = z.string().min(1).max(1000);

export const ItemInput = z.strictObject({
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/),
  type: z.string().regex(/^(bool|int|number|string|enum\([A-Za-z]\w*(,[A-Za-z]\w*)*\))$/),
  source: InputSource,
  label: z.string().min(1),
  /** Not part of the rule set's hash: a translation decides nothing. */
  labelEn: z.string().max(200).default(''),
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
  id: element(ItemId, '事项编号', 'Item'),
  name: element(z.string().min(1).max(200), '事项名称', 'Name', 'task_name'),
  nameEn: element(z.string().min(1).max(200), '英文名称', 'English name'),
  plain: element(Plain, '便民说法', 'In plain words'),
  dept: element(z.string().regex(/^[A-Z]{2}$/), '部门代码', 'Department'),
  typeCode: element(
    z
      .string()
      .regex(/^\d{2}$/)
      .meta({ names: itemTypes }),
    '事项类型',
    'Type',
    'task_type',
  ),
  useLevel: element(
    z
      .string()
      .regex(/^[1-6]$/)
      .meta({ names: useLevels }),
    '行使层级',
    'Level',
    'use_level',
  ),
  /** GB/T 2260: where the item is exercised. */
  region: element(z.string().max(9), '行政区划', 'Region', 'area_code'),
  basicCode: element(z.string().max(40), '基本编码', 'Basic code', 'catalog_code'),
  localCode: element(z.string().max(40), '地方编码', 'Local code', 'local_catalog_code'),
  implCode: element(z.string().max(60), '实施编码', 'Implementation code', 'task_code'),
  bizCode: element(z.string().max(60), '业务办理项编码', 'Business item code', 'local_task_code'),
  bizName: element(z.string().max(200), '业务办理项名称', 'Business item', 'task_handle_item'),
  /** The day after which the item is no longer handled; null has no end in sight. */
  endsOn: element(z.iso.date().nullable(), '计划失效日', 'Planned end', 'plan_cancel_date'),
  power: element(Power, '权力', 'Power'),
  subject: element(z.string().min(1), '服务对象大类', 'Persons or organisations'),
  audience: element(Audience, '服务对象', 'Audience'),
  caseType: element(
    choice(['即办', '承诺'], { 即办: ['即办件', 'On the spot'], 承诺: ['承诺件', 'By a promised day'] }),
    '办件类型',
    'Kind of case',
    'project_type',
  ),
  decidableOnTheSpot: element(z.boolean(), '当场可决', 'Decidable on the spot'),
  legalLimit: element(
    z.strictObject({
      value: element(z.string().min(1).max(100), '法定时限', 'Statutory limit', 'anticipate_day'),
      unit: element(LimitUnit, '法定时限单位', 'Unit', 'anticipate_type'),
      basis: element(z.string().min(1).max(1000), '法定时限依据', 'Basis'),
    }),
    '法定时限',
    'Statutory limit',
  ),
  promisedLimit: element(
    z.strictObject({
      value: element(z.int().min(0), '承诺时限', 'Promised limit', 'promise_day'),
      unit: element(LimitUnit.exclude(['S']).meta({ names: limitUnits }), '承诺时限单位', 'Unit', 'promise_type'),
    }),
    '承诺时限',
    'Promised limit',
  ),
  time: element(TimeElements, '时间', 'Time'),
  intake: element(Intake, '受理', 'Intake'),
  materials: element(z.array(Material).max(100), '申请材料', 'Materials'),
  form: element(z.array(FormField).max(200), '申请表字段', 'Form'),
  situations: element(z.array(Situation).max(20), '情形引导', 'Situation questions'),
  online: element(Online, '网上办理', 'Online'),
  channels: element(Channels, '办理渠道', 'Channels'),
  visits: element(Visits, '到场', 'Visits'),
  place: element(Place, '办理地点', 'Place'),
  fees: element(Fees, '收费', 'Fees'),
  result: element(Result, '办理结果', 'Result'),
  services: element(Services, '服务', 'Services'),
  signClass: element(SignClass, '签批级别', 'Sign class'),
  inSignList: element(z.boolean(), '列入签批清单', 'In the sign lists'),
  signReason: element(z.string().min(1).max(1000), '签批级别说明', 'Reason of the class'),
  /** R75 allows no third signature without an exception code, R77 no adverse decision with fewer than two. */
  adverseSigns: element(z.int().min(0).max(2), '不利决定最少签数', 'Signatures of an adverse decision'),
  signing: element(SigningFacts, '签批级别事实', 'Facts of the sign class'),
  delegation: element(Delegation, '委托', 'Delegation'),
  reviewPoints: element(z.array(z.string().min(1)).max(100), '审查要点', 'Review points'),
  inputs: element(z.array(ItemInput).max(200), '规则输入项', 'Inputs of the rules'),
  effects: element(z.array(EffectRow).max(100), '触发', 'Effects'),
  decide: element(z.array(DecideRow).min(1).max(200), '决定规则', 'Decision rules'),
  cases: element(z.array(ExampleCase).max(500), '示例案件', 'Example cases'),
  source: element(z.string(), '来源', 'Source'),
  notes: element(z.string(), '备注', 'Notes'),
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
