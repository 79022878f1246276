import type { Text } from '../api/model.ts';

/** An application about a licence that its applicant holds: which one, and what is to be done to it. */
export const licenceAskingText = {
  'onLicence.title': { zh: '这次是为哪张证照办理', en: 'Which licence is this about' },
  'onLicence.hint': {
    zh: '下面是证照库中您名下、现在可以由本事项办理的{{type}}。',
    en: 'Your own licences “{{type}}” in the library that this item can deal with now.',
  },
  'onLicence.option': { zh: '{{no}}（有效期至 {{on}}）', en: '{{no}} (valid until {{on}})' },
  'onLicence.optionOpen': { zh: '{{no}}（没有截止日）', en: '{{no}} (without a last day)' },
  'onLicence.new': { zh: '都不是，这次是新办', en: 'None of these: I apply for a new one' },
  'onLicence.notListed': {
    zh: '不在其中（证照库以前的纸质证照）',
    en: 'Not among them (on paper, from before the library)',
  },
  'onLicence.act': { zh: '要办什么', en: 'What is to be done' },
  'onLicence.act.change': { zh: '变更证照内容', en: 'Change what it says' },
  'onLicence.act.renew': { zh: '延续有效期', en: 'Renew it' },
  'onLicence.act.cancel': { zh: '注销证照', en: 'Give it back' },
  'onLicence.kind': { zh: '办理情形（{{type}}）', en: 'What is done ({{type}})' },
  'onLicence.kind.new': { zh: '新办', en: 'A new licence' },
  'onLicence.kind.notListed': { zh: '证照不在证照库中', en: 'A licence that the library does not have' },
  'onLicence.number': { zh: '证照编号', en: 'Number of the licence' },
  'onLicence.lastDay': { zh: '证照的有效期届满日', en: 'Last day of the licence' },
} as const satisfies Readonly<Record<string, Text>>;
