import type { RefusalTable } from '../kernel/refusal.ts';
import { exchangeRefusals } from './exchange-refusals.ts';
import { libraryRefusals } from './library-refusals.ts';
import { AMEND_DRAFT, publicationRefusals } from './publication-refusals.ts';

const ASK_HANDLER = { zh: '请经办人核对该字段后重试。', en: 'Ask the handler to check this field and try again.' };

export const catalogueRefusals = {
  ...publicationRefusals,
  ...libraryRefusals,
  ...exchangeRefusals,
  'missing-input': {
    rule: 'house',
    article: '北京2024第32条(1)',
    message: { zh: '规则所需的事实尚缺,不能作出判断。', en: 'A fact that the rules need is missing.' },
    remedy: { zh: '请补充缺少的事实。', en: 'Supply the missing fact.' },
  },
  'unknown-input': {
    rule: 'house',
    article: '行政许可法第31条',
    message: { zh: '提供了该事项规则没有的事实。', en: 'A fact was given that this item does not ask for.' },
    remedy: { zh: '请去掉与事项无关的字段。', en: 'Remove the field that has nothing to do with the item.' },
  },
  'wrong-type': {
    rule: 'house',
    article: '行政许可法第31条',
    message: { zh: '事实的类型或取值不符合事项的定义。', en: 'A fact is not of the kind that the item defines.' },
    remedy: ASK_HANDLER,
  },
  'no-rule-matches': {
    rule: 'house',
    article: '行政许可法第38条',
    message: {
      zh: '没有规则适用于这些事实,须由人作出判断。',
      en: 'No rule applies to these facts; a person must judge.',
    },
    remedy: { zh: '转派驻工作人员办理。', en: 'Pass the case to a posted officer.' },
  },
  'unverified-predicate': {
    rule: 'R78',
    article: '个人信息保护法第24条',
    message: {
      zh: '有事实未经核验来源确认,系统不得自动决定。',
      en: 'A fact is not verified, so the system may not decide.',
    },
    remedy: { zh: '转派驻工作人员一签办理。', en: 'A posted officer decides with one signature.' },
  },
  'system-may-not-decide': {
    rule: 'R78',
    article: '个人信息保护法第24条',
    message: {
      zh: '只有零签事项的准予可由系统作出。',
      en: 'The system may only grant, and only items of sign class 0.',
    },
    remedy: { zh: '由有权人员签批。', en: 'A person with a mandate signs.' },
  },
  'item-not-in-force': {
    rule: 'R1',
    article: '优化营商环境条例第40条',
    message: { zh: '该事项没有已公布并生效的版本,不能申请。', en: 'No published version of this item is in force.' },
    remedy: { zh: '请向窗口咨询现行事项。', en: 'Ask the counter which item applies now.' },
  },
  'not-in-licence-list': {
    rule: 'R1',
    article: '优化营商环境条例第40条;行政许可法第17条',
    message: {
      zh: '行政许可事项不在许可事项清单内,不得发布。',
      en: 'A licence outside the licence list may not be published.',
    },
    remedy: { zh: '请先完成清单调整。', en: 'Have the licence list changed first.' },
  },
  'vague-requirement': {
    rule: 'R3',
    article: '北京2024第31条',
    message: { zh: '条件或材料含“其他材料”等兜底表述。', en: 'A condition or material is a vague catch-all.' },
    remedy: AMEND_DRAFT,
  },
  'promise-exceeds-statute': {
    rule: 'R5',
    article: '优化营商环境条例第36条',
    message: { zh: '承诺时限长于法定时限。', en: 'The promised limit is longer than the statutory limit.' },
    remedy: AMEND_DRAFT,
  },
  'sign-list-membership-wrong': {
    rule: 'R76',
    article: '委托受理和授权审批规则(2020)',
    message: {
      zh: '可当场决定的事项必须进入签批清单,其他不得进入。',
      en: 'Items decidable on the spot, and only they, are in the sign lists.',
    },
    remedy: AMEND_DRAFT,
  },
  'adverse-signatures-too-few': {
    rule: 'R77',
    article: '优化营商环境条例第58条',
    message: { zh: '不利决定至少两签。', en: 'An adverse decision carries at least two signatures.' },
    remedy: AMEND_DRAFT,
  },
  'class-zero-needs-verified-sources': {
    rule: 'R78',
    article: '个人信息保护法第24条',
    message: {
      zh: '零签事项的规则不得依赖人工认定。',
      en: "Rules of sign class 0 may not rest on an officer's finding.",
    },
    remedy: AMEND_DRAFT,
  },
  'rules-do-not-compile': {
    rule: 'R12',
    article: '行政许可法第5条',
    message: { zh: '事项规则不能编译。', en: "The item's rules do not compile." },
    remedy: AMEND_DRAFT,
  },
  'example-fails': {
    rule: 'R12',
    article: '行政许可法第5条',
    message: { zh: '示例案件的结果与规则不一致。', en: "An example case contradicts the item's rules." },
    remedy: AMEND_DRAFT,
  },
  'item-of-another-stream': {
    rule: 'R10',
    article: '优化营商环境条例第35条',
    message: { zh: '事项编号与所发布的事项不符。', en: 'The item belongs to another stream.' },
    remedy: AMEND_DRAFT,
  },
  'publication-not-ahead': {
    rule: 'R12',
    article: '行政许可法第5条',
    message: {
      zh: '新版本不得溯及既往,且须晚于已发布版本生效。',
      en: 'A version takes effect after its publication and after earlier versions.',
    },
    remedy: { zh: '请改为发布之后的生效时间。', en: 'Choose a later moment of effect.' },
  },
  'item-version-unknown': {
    rule: 'R10',
    article: '优化营商环境条例第35条',
    message: { zh: '没有这个事项版本。', en: 'There is no such version of the item.' },
    remedy: { zh: '请核对版本号。', en: 'Check the version number.' },
  },
  'item-version-already-withdrawn': {
    rule: 'R1',
    article: '优化营商环境条例第40条',
    message: { zh: '该事项版本已经撤下。', en: 'This version has already been withdrawn.' },
    remedy: { zh: '无需再次操作。', en: 'Nothing more is needed.' },
  },
} as const satisfies RefusalTable;

export type CatalogueRefusalCode = keyof typeof catalogueRefusals;
