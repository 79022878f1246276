import type { RefusalTable } from '../kernel/refusal.ts';

export const documentRefusals = {
  'glyph-missing': {
    rule: 'house',
    article: '通用规范汉字表；GB 18030-2022',
    message: {
      zh: '文书中有字库缺少的字，不能制作文书，以免缺字',
      en: 'The fonts lack a character of this letter, and a letter with a hole in it may not be made',
    },
    remedy: {
      zh: '请改用规范用字，或由管理员安装含有该字的字库',
      en: 'Use the standard character, or ask the operator to install a font that has it',
    },
  },
  'refusal-without-grounds': {
    rule: 'R67',
    article: '行政许可法第三十八条第二款',
    message: {
      zh: '不予许可决定应当写明事实、法律依据和理由',
      en: 'A refusal must state the facts, the norm and the reason',
    },
    remedy: { zh: '请补全所缺内容后再制作决定书', en: 'Complete what is missing, then make the decision letter' },
  },
  'remedies-incomplete': {
    rule: 'R67',
    article: '行政许可法第三十八条第二款；行政复议法第二十条；行政诉讼法第四十六条',
    message: {
      zh: '决定书应当告知复议机关、人民法院和期限，现有信息不足以计算',
      en: 'The letter must name the review authority, the court and the limits, and they cannot be computed',
    },
    remedy: {
      zh: '请在部门信息中填写本级人民政府或者上级主管部门、管辖法院',
      en: 'Enter the government or the superior organ, and the court, in the department’s record',
    },
  },
  'online-channel-missing': {
    rule: 'R69',
    article: '行政复议法第二十二条第二款',
    message: {
      zh: '通过互联网送达决定的，应当同时提供提交行政复议申请书的互联网渠道',
      en: 'A decision served online must name the online channel for review applications',
    },
    remedy: {
      zh: '请填写复议申请的网址，或者改用其他方式送达',
      en: 'Enter the address of that channel, or serve the decision otherwise',
    },
  },
  'competent-organ-missing': {
    rule: 'R24',
    article: '行政许可法第三十二条第一款第二项',
    message: {
      zh: '不属于本机关职权范围的，应当告知申请人向有关行政机关申请',
      en: 'A matter outside the organ’s powers must be refused with the name of the competent organ',
    },
    remedy: { zh: '请填写有权办理的机关', en: 'Name the organ that is competent' },
  },
  'non-acceptance-without-reason': {
    rule: 'R28',
    article: '行政许可法第三十二条、第七十二条',
    message: { zh: '不受理、不予受理应当说明理由', en: 'Non-acceptance must give its reason' },
    remedy: { zh: '请填写理由', en: 'State the reason' },
  },
  'correction-notice-empty': {
    rule: 'R25',
    article: '行政许可法第三十二条第一款第四项',
    message: {
      zh: '补正告知书应当一次告知需要补正的全部内容，现在没有任何一项',
      en: 'A correction notice states all that must be corrected, and here is nothing',
    },
    remedy: {
      zh: '请逐项填写需要补正的内容，材料齐全的应当受理',
      en: 'List every defect; where there is none, accept',
    },
  },
  'correction-in-place': {
    rule: 'R83',
    article: '行政许可法第八条',
    message: {
      zh: '已发出的文书不得改动，更正应当另编文号',
      en: 'An issued document never changes; its correction needs a number of its own',
    },
    remedy: { zh: '请从部门文号序列另取文号', en: 'Take a new number from the department’s series' },
  },
  'correction-without-reason': {
    rule: 'R83',
    article: '行政许可法第八条',
    message: { zh: '更正文书应当写明更正理由', en: 'A correction states why it is made' },
    remedy: { zh: '请填写更正理由', en: 'State the reason of the correction' },
  },
  'documents-queue-full': {
    rule: 'house',
    article: '',
    message: { zh: '正在制作的文书过多，请稍后重试', en: 'Too many letters are being made at this moment' },
    remedy: { zh: '几秒后重试，不会重复制作', en: 'Try again in a few seconds; nothing is made twice' },
  },
} as const satisfies RefusalTable;

export type DocumentRefusalCode = keyof typeof documentRefusals;
