import type { RefusalTable } from '../kernel/refusal.ts';

export const ledgerRefusals = {
  'log-whole': {
    rule: 'house',
    article: '《电子签名法》第八条(数据电文真实性)',
    message: {
      zh: '见证机构所知不多于本日志,无须另起新日志',
      en: 'No witness knows more than this log has; there is no need for a new one',
    },
    remedy: {
      zh: '确有他因(例如日志密钥失控)时,加 --even-if-whole 并写明理由',
      en: 'For another reason, such as a log key in wrong hands, give --even-if-whole and say the reason',
    },
  },
  'log-unheard': {
    rule: 'house',
    article: '《电子签名法》第八条(数据电文真实性)',
    message: {
      zh: '答复的见证机构过少,无从得知旧日志曾到何处',
      en: 'Too few witnesses answer to know how far the old log had come',
    },
    remedy: {
      zh: '待见证机构恢复后重试;已停办的机构,从 --trust 所给信任文件中除去',
      en: 'Try again when they answer; take one that has closed for good out of the trust file given with --trust',
    },
  },
  'log-begun': {
    rule: 'house',
    article: '《电子签名法》第八条(数据电文真实性)',
    message: { zh: '另一操作刚刚起了新日志', en: 'Another act has just begun a new log' },
    remedy: { zh: '查看日志状态后再定', en: 'Look at the state of the log first' },
  },
  'record-not-allowed': {
    rule: 'house',
    article: '《行政许可法》第六十九条、第七十条',
    message: { zh: '该对象目前的状态不允许这一操作', en: 'The state of the subject does not allow this' },
    remedy: { zh: '查看其全部记录后再定', en: 'Look at its lineage first' },
  },
  'record-mandate-not-valid': {
    rule: 'house',
    article: '《行政许可法》第二十四条',
    message: {
      zh: '所依据的授权此刻不在有效状态',
      en: 'The mandate under which it is done is not valid at this moment',
    },
    remedy: { zh: '由有权机关重新授权后再办', en: 'The organ that has the power must give a new mandate' },
  },
  'record-head-moved': {
    rule: 'house',
    article: '',
    message: { zh: '该对象刚有新的记录', en: 'The subject has a newer record' },
    remedy: { zh: '读取最新记录后重新决定', en: 'Read the latest record and decide again' },
  },
  'record-visibility-unsupported': {
    rule: 'house',
    article: '',
    message: { zh: '本引擎只记载承诺,不分发内容', en: 'This engine keeps commitments and hands no content on' },
    remedy: { zh: '选用“承诺”,内容由本机关保存', en: 'Choose `commitment`; the content stays with the organisation' },
  },
} as const satisfies RefusalTable;

export type LedgerRefusalCode = keyof typeof ledgerRefusals;
