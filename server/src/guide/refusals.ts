import type { RefusalTable } from '../kernel/refusal.ts';

const PLAIN = '《优化营商环境条例》第三十五条、第三十六条';

/** Why a saying is not taken in or away, and why a question about a situation has no answer. */
export const guideRefusals = {
  'saying-tells-nothing': {
    rule: 'house',
    article: PLAIN,
    message: {
      zh: '这个说法太短或太泛，会把人带错地方',
      en: 'The saying is too short or too general and would mislead people',
    },
    remedy: {
      zh: '请写两个字以上、说得出是什么事的说法，如"开饭店"，不要只写"许可""办证"',
      en: 'Use at least two characters that name a matter, such as 开饭店, not only 许可 or 办证',
    },
  },
  'saying-item-unknown': {
    rule: 'R1',
    article: '《优化营商环境条例》第四十条',
    message: { zh: '所指事项没有正在实施的版本', en: 'The item that the saying should lead to is not in force' },
    remedy: {
      zh: '请核对事项编号；事项发布并生效后再添加说法',
      en: 'Check the item; add the saying when it is published and in force',
    },
  },
  'saying-of-other-organ': {
    rule: 'house',
    article: PLAIN,
    message: {
      zh: '只能维护通向本部门事项的说法',
      en: 'A department keeps only the sayings that lead to its own items',
    },
    remedy: { zh: '请由事项所属部门或者政务服务中心办理', en: 'Ask the department of the item, or the service centre' },
  },
  'saying-leads-already': {
    rule: 'house',
    article: PLAIN,
    message: { zh: '这个说法已经通向该事项', en: 'The saying leads to this item already' },
    remedy: { zh: '无需再添加', en: 'Nothing is left to do' },
  },
  'saying-does-not-lead': {
    rule: 'house',
    article: PLAIN,
    message: { zh: '这个说法现在不通向该事项', en: 'The saying does not lead to this item now' },
    remedy: { zh: '请刷新后核对', en: 'Load the list again and check' },
  },
  'saying-in-use': {
    rule: 'house',
    article: PLAIN,
    message: {
      zh: '这个说法正在使用，不能作为建议搁置',
      en: 'The saying is in use and cannot be set aside as a suggestion',
    },
    remedy: { zh: '如果不再合适，请停用它通向的事项', en: 'If it is no longer right, retire the items it leads to' },
  },
  'situation-answer-unknown': {
    rule: 'house',
    article: PLAIN,
    message: { zh: '这个答案不属于现在要问的问题', en: 'The answer belongs to no question that is asked here' },
    remedy: {
      zh: '请从第一个问题重新回答；事项内容可能刚刚更新',
      en: 'Begin again with the first question; the item may just have changed',
    },
  },
  'situation-answers-contradict': {
    rule: 'house',
    article: PLAIN,
    message: {
      zh: '前后回答互相矛盾，无法确定要办哪个事项',
      en: 'The answers contradict each other, so that no item follows',
    },
    remedy: {
      zh: '请返回核对前面的回答，或者向窗口咨询',
      en: 'Go back and check the earlier answers, or ask at a window',
    },
  },
} as const satisfies RefusalTable;

export type GuideRefusalCode = keyof typeof guideRefusals;
