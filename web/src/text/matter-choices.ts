import type { Text } from '../api/model.ts';

/** What may be left out of a matter, and who decides. */
export const matterChoiceText = {
  'matter.knownFromCase': { zh: '来自本人以前的办件 {{of}}。', en: 'From an earlier case of the same person, {{of}}.' },
  'optional.mark': { zh: '选填，可以不填', en: 'Optional' },
  'optional.title': { zh: '选填（可以不填）', en: 'Optional' },
  'optional.hint': {
    zh: '没有的可以不填；属于所列情形的请补充，免得以后再补正。',
    en: 'Leave out what you do not have. Add what your situation calls for, so that nothing has to be corrected later.',
  },
  'optional.add': { zh: '补充', en: 'Add' },
  'optional.addOne': { zh: '补充：{{name}}', en: 'Add: {{name}}' },
  'optional.remove': { zh: '不提供了', en: 'Leave out' },
  'optional.removeOne': { zh: '不提供了：{{name}}', en: 'Leave out: {{name}}' },
  'byRules.title': { zh: '由规则自动决定的事项', en: 'Decided by rules' },
  'byRules.hint': {
    zh: '这些事项条件客观，由主管部门签署的规则自动核验并决定；您可以要求由工作人员决定。',
    en: 'The conditions of these items are objective: rules signed by the department check and decide them. You may ask for a person instead.',
  },
  'byRules.tick': { zh: '要求由工作人员决定“{{item}}”', en: 'A person is to decide “{{item}}”' },
  'gone.title': { zh: '现在不能一并办理', en: 'These items cannot be applied for together now' },
  'gone.item': {
    zh: '按您的回答要办的 {{item}} 已停止办理。',
    en: '{{item}}, which your answers call for, is no longer handled.',
  },
  'gone.notYet': {
    zh: '按您的回答要办的 {{item}} 尚未实施，{{on}}起才能办理。',
    en: '{{item}}, which your answers call for, is not in force yet: it can be applied for from {{on}}.',
  },
  'gone.remedy': {
    zh: '牵头部门调整后可以再办；其他事项现在可以单独申请。',
    en: 'Come back when the lead organ has adapted the matter; the other items can be applied for on their own now.',
  },
} as const satisfies Readonly<Record<string, Text>>;
