import type { Text } from '../api/model.ts';

/** What is written in the cells of a decision table, and the head's signature under it. */
export const ruleWritingText = {
  'rules.type.bool': { zh: '是否', en: 'yes or no' },
  'rules.type.int': { zh: '整数', en: 'whole number' },
  'rules.type.number': { zh: '数', en: 'number' },
  'rules.type.string': { zh: '文字', en: 'text' },
  'rules.type.enum': { zh: '列表', en: 'list of words' },
  'rules.wordsOf': { zh: '输入项 {{row}}：可选值', en: 'Input {{row}}: words of the list' },
  'rules.wordsHint': { zh: '输入可选值，回车', en: 'Type a word, then Enter' },
  'rules.labelEnOf': { zh: '输入项 {{row}}：英文说明', en: 'Input {{row}}: English label' },
  'rules.labelEnHint': { zh: '英文说明', en: 'English label' },
  'rules.signingNotNeeded': {
    zh: '本事项由人签批，规则集不须部门负责人签署。',
    en: 'A person signs each case of this item; its rule set needs no signature of the head.',
  },
  'rules.signingOpen': {
    zh: '▲ 部门负责人尚未签署，零签还不能使用这套规则。',
    en: '▲ Not signed by the organ’s head: class 0 may not use these rules yet.',
  },
  'rules.signingDone': {
    zh: '✔ 部门负责人{{name}}已于 {{at}} 签署，零签可以使用。',
    en: '✔ Signed by the organ’s head {{name}}, {{at}}; class 0 may use it.',
  },
  'rules.draftTable': { zh: '决定规则', en: 'Decision rules' },
  'rules.savedMeanwhile': {
    zh: '▲ 另有人已保存第 {{revision}} 稿。您写的还在这里，但不会覆盖他人的修改。',
    en: '▲ Somebody saved revision {{revision}} meanwhile. What you wrote is still here; it will not overwrite theirs.',
  },
  'rules.takeTheirs': { zh: '放弃我写的，打开第 {{revision}} 稿', en: 'Discard mine and open revision {{revision}}' },
} as const satisfies Readonly<Record<string, Text>>;
