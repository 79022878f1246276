import { z } from 'zod';

import { choice, Duration, element, LegalBasis, LongText, ShortText, Words } from './element.ts';

/** R34 (许可法57): a limited number is granted in the order of acceptance. */
const QuantityLimit = z.strictObject({
  count: element(z.int().min(0).nullable(), '数量', 'Number'),
  explain: element(Words, '数量限制说明', 'What is limited', 'limit_explain'),
  /** The input of the rules that says how many places are left. */
  input: element(z.string().max(60).nullable(), '剩余数量的输入项', 'Input with the places left'),
  basis: element(LegalBasis, '数量限制依据', 'Basis of the limit'),
});

/** R33 (北京2024第33条): 告知承诺, unless the matter is of a kind on which nobody may be granted by his word. */
const PromiseRoute = z.strictObject({
  offered: element(z.boolean(), '是否适用告知承诺', 'Promise route offered'),
  /** In the public list of the organ; the promise route is closed without it. */
  listed: element(z.boolean(), '已列入告知承诺目录', 'In the public list'),
  excludedBy: element(
    choice(['none', 'nationalSecurity', 'publicSafety', 'lifeHealth', 'ecology', 'finance', 'foreign'], {
      none: ['不属排除领域', 'None'],
      nationalSecurity: ['国家安全、国家秘密', 'National security or secrets'],
      publicSafety: ['公共安全', 'Public safety'],
      lifeHealth: ['直接关系生命健康', 'Life and health'],
      ecology: ['重要生态环境', 'Ecology'],
      finance: ['金融监管', 'Financial supervision'],
      foreign: ['重要涉外', 'Foreign affairs'],
    }),
    '告知承诺排除领域',
    'Excluded field',
  ),
  /** A sector statute may create the route expressly, also in an excluded field (消防法15). */
  createdBy: element(LegalBasis.nullable(), '单行法特别规定', 'Statute that creates it'),
  wording: element(Words, '承诺内容', 'What is promised'),
  afterCheck: element(Duration.nullable(), '承诺后核查期限', 'Checked within'),
});

/** 受理: under which conditions an application is taken, and in which easier or stricter ways. */
export const Intake = z.strictObject({
  conditions: element(
    z
      .array(
        z.strictObject({
          /** What a refusal or a correction notice cites (R4). */
          code: element(z.string().regex(/^c\.[A-Za-z0-9]+$/), '条件代码', 'Code'),
          text: element(Words, '条件', 'Condition'),
          basis: element(ShortText, '条件依据', 'Basis of the condition'),
        }),
      )
      .max(40),
    '受理条件',
    'Conditions',
    'accept_condition',
  ),
  quantityLimit: element(QuantityLimit.nullable(), '数量限制', 'Limited number', 'limit_explain'),
  prohibitions: element(z.array(LongText).max(20), '禁止性要求', 'Prohibitions'),
  /** R32: the item takes an application while deferrable materials are missing. */
  tolerant: element(z.boolean(), '是否容缺受理', 'Taken with deferrable materials missing'),
  promise: element(PromiseRoute, '告知承诺', 'Promise route'),
  /** R16: agents, remote signing and electronic signatures are refused. */
  personalPresence: element(
    z.strictObject({
      required: element(z.boolean(), '必须本人到场', 'In person'),
      basis: element(LegalBasis.nullable(), '到场依据', 'Basis of presence'),
    }),
    '本人到场',
    'Personal presence',
  ),
  /** R35 (许可法78、79): after which wrongs, and for how long, nothing new is accepted. */
  bars: element(
    z
      .array(
        z.strictObject({
          cause: element(
            choice(['concealed', 'fraud', 'annulledRegistration'], {
              concealed: ['隐瞒情况或提供虚假材料', 'Concealment or false materials'],
              fraud: ['以欺骗、贿赂等不正当手段取得', 'Obtained by fraud or bribery'],
              annulledRegistration: ['虚假登记被撤销的直接责任人', 'Responsible for an annulled registration'],
            }),
            '事由',
            'Cause',
          ),
          years: element(z.int().min(1).max(10), '年限', 'Years'),
          basis: element(LegalBasis, '限制依据', 'Basis of the bar'),
        }),
      )
      .max(3),
    '重新申请限制',
    'Bars to applying again',
  ),
  appointment: element(
    choice(['none', 'optional', 'required'], {
      none: ['无需预约', 'None'],
      optional: ['可预约', 'Possible'],
      required: ['须预约', 'Required'],
    }),
    '预约办理',
    'Appointment',
    'is_schedule',
  ),
  area: element(
    choice(['national', 'interProvincial', 'city', 'district'], {
      national: ['全国通办', 'Nationwide'],
      interProvincial: ['跨省通办', 'Across provinces'],
      city: ['全市通办', 'Citywide'],
      district: ['全区通办', 'In the district'],
    }),
    '通办范围',
    'Handled for',
    'handle_area',
  ),
  inHall: element(z.boolean(), '是否进驻大厅', 'In the service hall', 'is_entry_center'),
});
