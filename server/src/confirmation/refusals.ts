import type { RefusalTable } from '../kernel/refusal.ts';

const SIGN_IN_AGAIN = { zh: '请重新登录后再办。', en: 'Sign in again, then do it.' };
const ONCE_MORE = {
  zh: '请回到签批页面，看过文书后重新确认。',
  en: 'Go back to the signing screen, read the document and confirm anew.',
};
const OWN_WAY = {
  zh: '请用本人登记过的通行密钥，或签名口令加动态码；可在“签批确认方式”中登记。',
  en: 'Use a passkey that you registered, or your PIN with a one-time code; register one under “How I confirm”.',
};
const SIGNATURE_LAW = '《电子签名法》第十三条';

/** Every way in which the confirmation of a signature is refused. Codes are public API. */
export const confirmationRefusals = {
  'confirmation-missing': {
    rule: 'R72',
    article: SIGNATURE_LAW,
    message: {
      zh: '签批要用本人控制的通行密钥，或签名口令加动态码确认；只有签名口令不够。',
      en: 'A signature is confirmed with a passkey under your sole control, or with PIN and one-time code; the PIN alone is not enough.',
    },
    remedy: OWN_WAY,
  },
  'confirmation-other-decision': {
    rule: 'R72',
    article: SIGNATURE_LAW,
    message: {
      zh: '通行密钥确认的不是这一份决定：文书、事实、授权或者声明在您看过之后变了，或者这一件没有勾选。',
      en: 'The passkey confirmed another decision: document, facts, mandate or declaration changed after you saw them, or this case was not ticked.',
    },
    remedy: ONCE_MORE,
  },
  'challenge-unknown': {
    rule: 'R72',
    article: SIGNATURE_LAW,
    message: {
      zh: '没有为您在本次登录中发出过这个确认请求。',
      en: 'No such confirmation was asked of you in this session.',
    },
    remedy: ONCE_MORE,
  },
  'challenge-used': {
    rule: 'R72',
    article: SIGNATURE_LAW,
    message: {
      zh: '这次确认已经用过，一次确认只用一次。',
      en: 'This confirmation has been used; each is good for one act.',
    },
    remedy: ONCE_MORE,
  },
  'challenge-expired': {
    rule: 'R72',
    article: SIGNATURE_LAW,
    message: { zh: '这次确认已经过时。', en: 'This confirmation came too late.' },
    remedy: ONCE_MORE,
  },
  'passkey-unknown': {
    rule: 'R72',
    article: SIGNATURE_LAW,
    message: {
      zh: '这把通行密钥不是您登记的，或者已经停用。',
      en: 'This passkey is not one that you registered, or it was removed.',
    },
    remedy: OWN_WAY,
  },
  'passkey-refused': {
    rule: 'R72',
    article: SIGNATURE_LAW,
    message: {
      zh: '通行密钥的答复没有通过验证。',
      en: 'The answer of the passkey does not verify.',
    },
    remedy: {
      zh: '请从本平台的地址打开页面，用指纹、面容或设备密码重新确认；仍不行请停用并重新登记这把密钥。',
      en: 'Open the page at the address of this platform and confirm with finger, face or device PIN; if it fails again, remove the passkey and register it anew.',
    },
  },
  'passkey-taken': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '这把通行密钥已经登记过。', en: 'This passkey is registered already.' },
    remedy: { zh: '请使用另一把。', en: 'Use another one.' },
  },
  'passkeys-full': {
    rule: 'house',
    article: '本平台规定',
    message: { zh: '最多登记十把通行密钥。', en: 'At most ten passkeys are kept for one person.' },
    remedy: { zh: '请先停用不用的。', en: 'Remove one that you no longer use.' },
  },
  'passkey-address-unfit': {
    rule: 'house',
    article: '本平台规定',
    message: {
      zh: '通行密钥只能在有域名的安全地址上使用，现在的地址不行。',
      en: 'Passkeys work at an https address with a host name only; this address has none.',
    },
    remedy: {
      zh: '单机试用请打开 http://localhost 加端口；正式使用请由运维人员设置 LIANGQIAN_PUBLIC_URL。',
      en: 'On one machine open http://localhost with the port; in earnest the operator sets LIANGQIAN_PUBLIC_URL.',
    },
  },
  'sign-in-not-fresh': {
    rule: 'R72',
    article: SIGNATURE_LAW,
    message: {
      zh: '登记、停用确认方式要在登录后十分钟内办理。',
      en: 'Ways of confirming are registered and removed within ten minutes of signing in.',
    },
    remedy: SIGN_IN_AGAIN,
  },
  'way-unproved': {
    rule: 'R72',
    article: SIGNATURE_LAW,
    message: {
      zh: '您已经登记了确认方式：再登记一种，或者停用一种，要先用已有的方式确认。',
      en: 'You have a way of confirming: confirm with it before another is registered or one is removed.',
    },
    remedy: {
      zh: '请用已登记的通行密钥或动态码确认；都不在手边的，请本机关负责人当面核实后重置。',
      en: 'Confirm with your passkey or a one-time code; if you have neither at hand, the head of your organ resets them after identifying you in person.',
    },
  },
  'code-refused': {
    rule: 'R72',
    article: SIGNATURE_LAW,
    message: {
      zh: '动态码不对；连续输错五次暂停十五分钟以上。',
      en: 'The one-time code is not right; after five wrong ones in a row it pauses for fifteen minutes or more.',
    },
    remedy: {
      zh: '请看准认证器上现在的六位数字；手机时间要准。',
      en: 'Type the six digits that the authenticator shows now; the phone must tell the right time.',
    },
  },
  'code-used': {
    rule: 'R72',
    article: SIGNATURE_LAW,
    message: { zh: '这个动态码已经用过。', en: 'This one-time code has been used.' },
    remedy: { zh: '请等认证器换出下一个。', en: 'Wait for the next one.' },
  },
  'codes-not-enabled': {
    rule: 'R72',
    article: SIGNATURE_LAW,
    message: { zh: '您还没有启用动态码。', en: 'You have not enabled one-time codes.' },
    remedy: OWN_WAY,
  },
  'codes-enabled-already': {
    rule: 'house',
    article: '本平台规定',
    message: {
      zh: '动态码已经启用，密钥不再显示。',
      en: 'One-time codes are enabled; their secret is not shown again.',
    },
    remedy: { zh: '换手机请先停用，再重新启用。', en: 'For a new phone remove them, then enable them anew.' },
  },
  'reset-not-head': {
    rule: 'R72',
    article: SIGNATURE_LAW,
    message: {
      zh: '只有本机关负责人能替本机关的其他人停用确认方式。',
      en: 'Only the head of the organ removes the ways of confirming of others in it.',
    },
    remedy: {
      zh: '请联系本机关负责人当面核实后办理。',
      en: 'Ask the head of the organ, who identifies you in person.',
    },
  },
} as const satisfies RefusalTable;

export type ConfirmationRefusalCode = keyof typeof confirmationRefusals;
