import type { Text } from '../api/model.ts';

/** What refusals know beyond their words. */
export const refusalDetailText = {
  'detail.until': { zh: '限制到 {{on}}为止，当日起可以再申请。', en: 'The bar ends: you may apply from {{on}} on.' },
  'detail.decision': {
    zh: '依据的决定：{{decisionNo}}（{{article}}）。',
    en: 'It rests on decision {{decisionNo}} ({{article}}).',
  },
  'detail.queue': {
    zh: '前面还有 {{before}} 件没有决定，剩 {{left}} 个名额。',
    en: 'Cases accepted before and not decided: {{before}}. Places left: {{left}}.',
  },
  'detail.latest': { zh: '最迟可以承诺到 {{on}}。', en: 'The latest day that may be promised is {{on}}.' },
  'detail.missing': { zh: '{{name}}：没有回答', en: '{{name}}: not answered' },
  'detail.type': { zh: '{{name}}：回答不符合要求', en: '{{name}}: not an answer to the question' },
  'detail.notAsked': { zh: '{{name}}：本次不问这一项', en: '{{name}}: not asked here' },
} as const satisfies Readonly<Record<string, Text>>;
