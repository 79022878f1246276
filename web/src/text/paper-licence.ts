import type { Text } from '../api/model.ts';

/** A licence on paper that the library does not have: what was seen, and what who decides is told. */
export const paperLicenceText = {
  'paperLicence.tick': { zh: '证照库中没有，是纸质证照', en: 'The library does not have it: it is on paper' },
  'paperLicence.hint': {
    zh: '照纸质证照填写。证照库中有的证照不按纸质收取。',
    en: 'As it stands on the paper. What the library has is not taken on paper.',
  },
  'paperLicence.kind': { zh: '纸质证照名称', en: 'What the paper is called' },
  'paperLicence.number': { zh: '纸质证照编号', en: 'Number on the paper' },
  'paperLicence.issuer': { zh: '发证机关', en: 'Issued by' },
  'licenceNamed.title': { zh: '办理的证照', en: 'The licence that this is about' },
  'licenceNamed.inLibrary': {
    zh: '{{no}}（在证照库中，收件时已核对）',
    en: '{{no}} (in the library, checked at receipt)',
  },
  'licenceNamed.onPaper': {
    zh: '纸质证照《{{kind}}》，编号 {{no}}，{{issuer}}发。证照库中没有，请核对原件。',
    en: 'On paper: “{{kind}}”, No. {{no}}, issued by {{issuer}}. The library does not have it: see the original.',
  },
  'licenceNamed.none': {
    zh: '申请没有写明是哪张证照，请向申请人核实。',
    en: 'The application does not say which licence it is about: ask the applicant.',
  },
} as const satisfies Readonly<Record<string, Text>>;
