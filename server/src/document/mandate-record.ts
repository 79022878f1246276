import type { ApplicantKind, Exclusion, MandateLetter, NonDelegable, Power } from '../mandate/mandate.ts';
import { mandateRefOf } from '../mandate/mandate.ts';
import { dateInChina } from '../kernel/time.ts';
import { withChinesePunctuation, type LetterContent, type LetterFrame, type LetterSection } from './letter.ts';
import { mandateLetter, type MandateLetterItem } from './mandate-letter.ts';

export interface MandatePrint extends Omit<LetterFrame, 'organ' | 'addressee'> {
  /** Business item code (33 characters) of an item; its id where the library has none. */
  readonly itemCode: (itemId: string) => string;
}

/** The letter of a mandate as printed: every part of the record that is enforced, in words, with the record's hash. */
export function printMandate(record: MandateLetter, print: MandatePrint): LetterContent {
  const { grantor, scope, supervision, termination } = record;
  const letter = mandateLetter({
    ...print,
    organ: grantor.name,
    addressee: record.construct === 'B' ? '本机关派驻工作人员' : record.grantee.name,
    construct: record.construct,
    mandateNo: record.mandateNo,
    version: record.version,
    recordHash: mandateRefOf(record).hash,
    grantor: { name: grantor.name, uscc: grantor.uscc, head: grantor.headName },
    grantees: granteesOf(record),
    ...(record.construct === 'B' ? {} : { coSigner: record.grantee.name }),
    legalBasis: record.legalBasis.map((basis) => basis.citation),
    powers: record.powers.map((power) => POWER[power]),
    scope: scopeOf(scope),
    exclusions: exclusionsOf(record),
    limits: limitsOf(record),
    seals: record.seals.map((seal) => `${seal.name}（电子印章编号：${seal.sealId}），由指定的印章保管人保管`),
    nonDelegable: record.nonDelegable.map((power) => NON_DELEGABLE[power]),
    duties: [
      ...record.duties.grantor.map((duty) => `授权机关：${duty}`),
      ...record.duties.grantee.map((duty) => `受权一方：${duty}`),
      record.responsibility,
      record.liability,
    ],
    supervision: [
      `抽查比例不少于百分之${supervision.samplingPercent}，${supervision.plan}，${supervision.report}`,
      ...record.breaker.map(({ trigger, threshold }) => `熔断（${trigger}）：${threshold}`),
      ...record.tolerance.conditions.map((condition) => `容错：${condition}`),
    ],
    further: furtherOf(record),
    fromOn: dateInChina(record.term.from),
    toOn: dateInChina(record.term.to),
    termination: [...termination.grounds, `提前${termination.noticeDays}日通知`, termination.inFlight],
    list0: itemsOf(record, 0, print),
    list1: itemsOf(record, 1, print),
    list2: itemsOf(record, 2, print),
    items: itemsOf(record, null, print),
  });
  return withChinesePunctuation(letter);
}

const POWER = {
  receive: '收件',
  checkForm: '形式审查',
  correct: '一次性告知补正',
  accept: '受理',
  refuseAcceptance: '不予受理（仅限依法不需要许可、不属于本机关职权的）',
  issueReceipt: '出具回执',
  forward: '转送申请材料',
  handOut: '送达结果',
  propose: '提出决定意见',
  grant: '作出准予决定',
  refuse: '作出不予决定（须两人签批）',
  correctClericalError: '更正笔误',
  terminate: '终止办理',
  issueLicence: '颁发证照',
  replaceLicence: '补发、换发证照',
  renew: '延续',
  change: '变更',
  cancel: '依申请注销',
  applySeal: '使用本书载明的印章',
} as const satisfies Record<Power, string>;

const NON_DELEGABLE = {
  extendLimit: '延长办理期限',
  revokeLicence: '撤销、撤回行政许可',
  decideAfterHearing: '经听证作出的决定',
  penalise: '行政处罚',
  headApproval: '法律、法规规定由主要负责人批准的事项',
} as const satisfies Record<NonDelegable, string>;

const EXCLUSION = {
  hearing: '依法应当听证的',
  thirdPartyInterest: '涉及第三人重大利益的',
  priorRefusal: '此前曾被不予许可的',
  creditRestricted: '申请人因失信受到限制的',
  mediaSensitive: '社会高度关注的',
  firstAfterRuleChange: '规则变更后的首件',
  recusalList: '签批人应当回避的',
} as const satisfies Record<Exclusion, string>;

const APPLICANT = {
  naturalPerson: '自然人',
  legalPerson: '法人',
  otherOrganisation: '其他组织',
} as const satisfies Record<ApplicantKind, string>;

const ROLE = { handler: '经办人', chief: '首席代表' } as const;
const INTAKE = { receive: '收件', accept: '受理', consult: '咨询', deliver: '送达' } as const;
const STAND_IN = { absent: '不在岗', onLeave: '休假', recused: '回避', overload: '超负荷' } as const;

function granteesOf(record: MandateLetter): readonly { readonly name: string; readonly post: string }[] {
  if (record.construct !== 'B') {
    return [{ name: record.grantee.name, post: `统一社会信用代码：${record.grantee.uscc}` }];
  }
  return record.grantees.map((person) => {
    const main = record.grantees.find(({ personId }) => personId === person.deputyOf);
    const when = (person.activation ?? []).map((reason) => STAND_IN[reason]).join('、');
    const deputy = main === undefined ? '' : `，${main.name}的AB岗，在其${when}时行使`;
    return { name: person.name, post: `${ROLE[person.role]}${deputy}` };
  });
}

function scopeOf(scope: MandateLetter['scope']): readonly string[] {
  const cap = scope.cumulativeCap;
  const figure = (value: number | undefined, text: (value: number) => string) =>
    value === undefined ? [] : [text(value)];
  return [
    `申请人：${scope.applicantKinds.map((kind) => APPLICANT[kind]).join('、')}`,
    `区域（行政区划代码）：${scope.regions.join('、')}`,
    ...figure(scope.amountMax, (value) => `金额不超过${value}元`),
    ...figure(scope.areaMax, (value) => `面积不超过${value}平方米`),
    ...figure(scope.headcountMax, (value) => `人数不超过${value}人`),
    ...figure(scope.riskGradeMax, (value) => `风险等级不高于${value}级`),
    ...figure(cap?.amountMax, (value) => `${capText(cap)}累计金额不超过${value}元`),
    ...figure(cap?.countMax, (value) => `${capText(cap)}累计不超过${value}件`),
  ];
}

function capText(cap: MandateLetter['scope']['cumulativeCap']): string {
  return cap === undefined ? '' : `同一${cap.per === 'applicant' ? '申请人' : '项目'}${cap.windowDays}日内`;
}

function exclusionsOf({ exclusions }: MandateLetter): readonly string[] {
  const { priorRefusal, ...flags } = exclusions;
  const named = [
    ['hearing', flags.hearing],
    ['thirdPartyInterest', flags.thirdPartyInterest],
    ['creditRestricted', flags.creditRestricted],
    ['mediaSensitive', flags.mediaSensitive],
    ['firstAfterRuleChange', flags.firstAfterRuleChange],
    ['recusalList', flags.recusalList],
  ] as const;
  const earlier = priorRefusal === undefined ? [] : [`${priorRefusal.months}个月内${EXCLUSION.priorRefusal}`];
  return [...named.filter(([, excluded]) => excluded).map(([name]) => EXCLUSION[name]), ...earlier];
}

function limitsOf({ limits, actions }: MandateLetter): readonly string[] {
  const { maxDecisionsPerDay, minHandlingSeconds, windowFrom, windowTo } = limits;
  return [
    ...(maxDecisionsPerDay === undefined ? [] : [`每人每日决定不超过${maxDecisionsPerDay}件`]),
    ...(minHandlingSeconds === undefined ? [] : [`每件办理时间不少于${minHandlingSeconds}秒`]),
    ...(windowFrom === undefined || windowTo === undefined ? [] : [`每日${windowFrom}至${windowTo}行使`]),
    ...actions.map(({ power, list }) => `${POWER[power]}按签${list}次办理`),
  ];
}

function furtherOf(record: MandateLetter): readonly LetterSection[] {
  const { dataProcessing: data, handover, publicNotice } = record;
  const cutOffs = handover.paperCutOffs.length === 0 ? '' : `，纸质材料每日${handover.paperCutOffs.join('、')}前交接`;
  return [
    { heading: '材料交接', paragraphs: [`电子材料即时推送${cutOffs}，由${handover.signsFor}签收。`] },
    {
      heading: '个人信息保护',
      paragraphs: [
        `处理目的：${data.purposes.join('、')}；信息种类：${data.categories.join('、')}；保存期限：${data.retention}；不得转委托处理。`,
      ],
    },
    { heading: '公布', paragraphs: [`${publicNotice.channel}，公示编号：${publicNotice.noticeNo}。`] },
  ];
}

function itemsOf(record: MandateLetter, list: 0 | 1 | 2 | null, print: MandatePrint): readonly MandateLetterItem[] {
  const acts = record.construct === 'A' ? undefined : '按本书授权权限';
  return record.items
    .filter((item) => item.list === list)
    .map((item) => {
      const rules = record.ruleSets.find(({ itemId }) => itemId === item.itemId);
      const until = item.guideVersionTo === undefined ? '起' : `至第${item.guideVersionTo}版`;
      return {
        code: print.itemCode(item.itemId),
        name: item.name,
        acts: acts ?? item.intakeRoles.map((role) => INTAKE[role]).join('、'),
        limits: `指南第${item.guideVersionFrom}版${until}`,
        ...(rules === undefined ? {} : { ruleSetHash: rules.ruleSetHash }),
      };
    });
}
