/** Texts about documents as files. */
export const documentText = {
  'letterKind.hearingNotice': { zh: '听证通知书', en: 'Notice of hearing' },
  'letterKind.licence': { zh: '许可证', en: 'Licence' },
  'slips.receipt': { zh: '收件回执', en: 'Receipt for the materials' },
  'slips.delivery': { zh: '送达回证', en: 'Proof of service' },
  'uses.twin': { zh: 'OFD版式文件{{at}}加盖({{verdict}})', en: 'OFD twin sealed {{at}} ({{verdict}})' },
  'letters.ofd': { zh: '下载OFD', en: 'Download OFD' },
} as const;
