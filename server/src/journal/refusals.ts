import type { RefusalTable } from '../kernel/refusal.ts';

export const journalRefusals = {
  'request-id-reused': {
    rule: 'house',
    article: '《电子签名法》第八条(数据电文真实性)',
    message: {
      zh: '此请求编号已用于另一内容的操作',
      en: 'This request id was already used for an act with other content',
    },
    remedy: {
      zh: '重试同一操作请原样重发;新的操作请使用新的请求编号',
      en: 'To retry the same act send it unchanged; for a new act use a new request id',
    },
  },
  'fence-closed': {
    rule: 'R71',
    article: '《北京市优化营商环境条例》第三十五条',
    message: {
      zh: '所依据的授权、人员、事项或印章刚被停用',
      en: 'The mandate, person, item or seal that the act relies on has just been closed',
    },
    remedy: {
      zh: '刷新后查看停用原因;案件按原时限转由有权人员办理',
      en: 'Reload to see why; the case goes to someone with power, with its deadlines unchanged',
    },
  },
  'consequence-refused': {
    rule: 'house',
    article: '',
    message: {
      zh: '本操作同时引起的另一操作依法不能进行',
      en: 'What this act would bring about at the same moment is refused',
    },
    remedy: { zh: '按所示原因处理后重试', en: 'Settle the reason shown, then try again' },
  },
  contended: {
    rule: 'house',
    article: '',
    message: {
      zh: '多人同时操作同一对象,本次未生效',
      en: 'Others acted on the same object at the same time; this act did not take effect',
    },
    remedy: { zh: '刷新后重试', en: 'Reload and try again' },
  },
} as const satisfies RefusalTable;

export type JournalRefusalCode = keyof typeof journalRefusals;
