import type { RefusalTable } from '../kernel/refusal.ts';

/** Why the item library does not take a step of a draft or the signature of a rule set. */
export const libraryRefusals = {
  'item-of-another-organ': {
    rule: 'R10',
    article: '优化营商环境条例第35条',
    message: {
      zh: '只有事项所属部门的人员可以修改该事项。',
      en: 'Only the staff of the item’s own organ may change it.',
    },
    remedy: { zh: '请联系该部门。', en: 'Ask that organ.' },
  },
  'not-an-approver': {
    rule: 'house',
    article: '行政许可法第5条',
    message: {
      zh: '事项草案由部门负责人或者法制审核人员审定。',
      en: 'A draft is approved by the head or the legal reviewer of the organ.',
    },
    remedy: { zh: '请提交负责人或者法制审核人员。', en: 'Leave it to the head or the legal reviewer.' },
  },
  'drafter-may-not-approve': {
    rule: 'house',
    article: '行政许可法第5条',
    message: { zh: '起草或者提交的人不能审定同一草案。', en: 'Who wrote or submitted a draft does not approve it.' },
    remedy: { zh: '请另一位负责人或者法制审核人员审定。', en: 'Have another head or legal reviewer approve it.' },
  },
  'no-item-draft': {
    rule: 'house',
    article: '行政许可法第5条',
    message: { zh: '该事项没有正在编写的草案。', en: 'There is no open draft of this item.' },
    remedy: { zh: '请先起草。', en: 'Open a draft first.' },
  },
  'draft-already-open': {
    rule: 'R10',
    article: '优化营商环境条例第35条',
    message: { zh: '该事项已有草案,不能另起一份。', en: 'There is a draft of this item already.' },
    remedy: { zh: '请在现有草案上修改。', en: 'Work on the draft that there is.' },
  },
  'draft-not-in-state': {
    rule: 'house',
    article: '行政许可法第5条',
    message: { zh: '草案的状态不允许这一步。', en: 'The draft is not in a state for this step.' },
    remedy: { zh: '请按起草、提交、审定、发布的顺序办理。', en: 'Write, submit, approve, publish, in this order.' },
  },
  'draft-changed-meanwhile': {
    rule: 'house',
    article: '行政许可法第5条',
    message: { zh: '内容在您查看之后已有变化。', en: 'The content changed after you saw it.' },
    remedy: { zh: '请刷新后再操作。', en: 'Load it again.' },
  },
  'only-the-head-signs-rules': {
    rule: 'R78',
    article: '个人信息保护法第24条',
    message: { zh: '规则集只由部门主要负责人签署。', en: 'A rule set is signed by the head of the organ alone.' },
    remedy: { zh: '请报部门主要负责人。', en: 'Ask the head of the organ.' },
  },
  'rule-set-changed': {
    rule: 'R78',
    article: '个人信息保护法第24条',
    message: { zh: '所签规则集不是该版本的规则集。', en: 'The rule set shown is not the one of this version.' },
    remedy: { zh: '请刷新后核对再签。', en: 'Load it again before signing.' },
  },
  'rule-set-already-signed': {
    rule: 'R78',
    article: '个人信息保护法第24条',
    message: { zh: '该规则集已经签署。', en: 'The rule set is signed already.' },
    remedy: { zh: '无需再次签署。', en: 'Nothing more is needed.' },
  },
} as const satisfies RefusalTable;
