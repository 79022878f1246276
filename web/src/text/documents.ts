/** Texts about documents as files. */
export const documentText = {
  'letters.ofd': { zh: '下载OFD', en: 'Download OFD' },
} as const;
