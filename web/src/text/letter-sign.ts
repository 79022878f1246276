import type { Text } from '../api/model.ts';

/** Reading the letter of a mandate before it is signed or accepted. */
export const letterSignText = {
  'letterSign.letter': { zh: '委托书、授权书全文', en: 'The letter of the mandate' },
  'letterSign.open': { zh: '在新窗口打开 {{no}} 全文', en: 'Open {{no}} in a window of its own' },
  'verify.alsoSealedBy': { zh: '受委托一方的印章', en: 'Seal of the other party' },
  'verify.alsoSigner': { zh: '受委托一方的签章证书', en: 'Certificate of the other party' },
} as const satisfies Readonly<Record<string, Text>>;
