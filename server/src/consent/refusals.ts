import type { RefusalTable } from '../kernel/refusal.ts';

const shares = {
  rule: 'R20',
  article: '《个人信息保护法》第五条、第六条、第十三条、第三十四条;《政务数据共享条例》',
} as const;
const agreed = { rule: 'R20', article: '《个人信息保护法》第十四条、第十五条' } as const;
const licences = { rule: 'R46', article: '《国务院关于在线政务服务的若干规定》第十条、第十一条' } as const;
const letters = { rule: 'R15', article: '《民法典》第一百六十五条、第一百七十三条' } as const;
const house = { rule: 'house', article: '本平台规定·亮证码' } as const;
const showAgain = {
  zh: '请持证人在手机上重新出示一个码',
  en: 'Ask the holder to show a new code on his phone',
} as const;

/** Why a code, a consent or a licence opens nothing. */
export const consentRefusals = {
  'code-unknown': {
    ...house,
    message: { zh: '没有这个亮证码', en: 'There is no such code' },
    remedy: {
      zh: '核对八位数字,或者直接扫描二维码;仍不行,请持证人重新出示',
      en: 'Check the eight digits or scan the QR code; if that does not help, let the holder show a new one',
    },
  },
  'code-tries-over': {
    ...house,
    message: {
      zh: '输错亮证码的次数过多,本窗口暂停读码',
      en: 'Too many wrong codes: reading is stopped here for a while',
    },
    remedy: {
      zh: '等到所示时间后再读;急办的请申请人出示证照原件,或者在手机上网办',
      en: 'Wait until the time shown; meanwhile the applicant may show the paper itself, or apply on his phone',
    },
  },
  'codes-exhausted': {
    ...house,
    message: { zh: '此刻出示的码过多,暂时不能再发', en: 'Too many codes are live at this moment' },
    remedy: { zh: '一分钟后重试', en: 'Try again in a minute' },
  },
  'consent-unknown': {
    ...agreed,
    message: { zh: '没有这项用证同意', en: 'There is no such consent' },
    remedy: { zh: '核对编号;只有本人可以查看', en: 'Check the number; only its giver sees it' },
  },
  'consent-empty': {
    ...agreed,
    message: { zh: '没有选定要出示的证照或数据', en: 'Nothing was chosen to be shown' },
    remedy: { zh: '至少勾选一项', en: 'Choose at least one line' },
  },
  'consent-claim-not-needed': {
    ...shares,
    message: {
      zh: '所选内容不在该事项的数据清单内,不得为该事项提供',
      en: 'What was chosen is not on the data list of this item and is not given for it',
    },
    remedy: { zh: '只选该事项需要的内容', en: 'Choose only what the item needs' },
  },
  'consent-expired': {
    ...agreed,
    message: { zh: '亮证码(同意)已过有效时间', en: 'The code or consent has run out' },
    remedy: showAgain,
  },
  'consent-used': {
    ...agreed,
    message: { zh: '亮证码(同意)只能用一次,已经用过', en: 'A code or consent is good for one use, and was used' },
    remedy: showAgain,
  },
  'consent-withdrawn': {
    ...agreed,
    message: { zh: '持证人已经撤回同意', en: 'The holder has withdrawn the consent' },
    remedy: {
      zh: '尊重其选择;依法确需的材料可请其提交纸质或上传',
      en: 'Respect it; what the law needs may be brought on paper or uploaded',
    },
  },
  'consent-other-item': {
    ...shares,
    message: { zh: '这个码是为另一事项出示的', en: 'This code was shown for another item' },
    remedy: {
      zh: '在窗口选定所示事项后再读码,或请持证人为本事项重新出示',
      en: 'Choose the item for which it was shown, or ask for a new code for this one',
    },
  },
  'consent-other-organ': {
    ...shares,
    message: { zh: '这个码不是出示给本机关或本窗口的', en: 'This code was not shown to this organ or window' },
    remedy: { zh: '请到所示机关的窗口办理', en: 'Go to the window of the organ named' },
  },
  'consent-other-case': {
    ...shares,
    message: { zh: '这个码是为另一办件出示的', en: 'This code was shown for another case' },
    remedy: showAgain,
  },
  'consent-other-holder': {
    rule: 'R15',
    article: '《行政许可法》第二十九条;《民法典》第一百六十五条;《个人信息保护法》第十四条',
    message: {
      zh: '亮证人不是本件的申请人',
      en: 'Who showed the code is not the applicant of this case',
    },
    remedy: {
      zh: '由申请人本人出示;代理人不能替他亮证,凭授权委托书收件,材料由机关依法调取或者请其提交',
      en: 'Let the applicant show it. An agent shows no papers of his principal: receive him under his letter; the organ fetches under the statute, or he brings the paper',
    },
  },
  'consent-not-yours': {
    ...agreed,
    message: {
      zh: '这项同意不是您给出的,或者不是由您的窗口读取的',
      en: 'This consent was neither given by you nor read at your window',
    },
    remedy: { zh: '由本人或读码的窗口人员办理', en: 'Leave it to its giver, or to the clerk who read it' },
  },
  'letter-unknown': {
    ...letters,
    message: { zh: '没有这份用证授权书', en: 'There is no such letter' },
    remedy: { zh: '核对编号;只有授权人可以取消', en: 'Check the number; only the principal takes it back' },
  },
  'letter-over': {
    ...letters,
    message: { zh: '这份用证授权书已经取消', en: 'This letter has been taken back already' },
    remedy: { zh: '不用再办', en: 'Nothing is left to do' },
  },
  'letter-to-oneself': {
    ...letters,
    message: { zh: '代理人就是授权人本人', en: 'The agent is the principal himself' },
    remedy: { zh: '本人直接亮证,不用授权书', en: 'Show the papers yourself; that needs no letter' },
  },
  'letter-term-wrong': {
    ...letters,
    message: { zh: '用证授权书的期限不对', en: 'The term of the letter is wrong' },
    remedy: { zh: '期限从今天以后起,不超过所示日期', en: 'Choose a day after today and not later than the one shown' },
  },
  'identity-number-wrong': {
    rule: 'R15',
    article: '《行政许可法》第二十九条;GB 11643;GB 32100',
    message: { zh: '证件号码不合规则', en: 'A number is not one that can exist' },
    remedy: { zh: '对照证件原件核对号码', en: 'Compare the number with the document' },
  },
  'signed-paper-missing': {
    rule: 'R20',
    article: '《个人信息保护法》第十四条;《民法典》第一百六十五条',
    message: { zh: '没有本人签字的纸质材料', en: 'The signed paper is missing' },
    remedy: {
      zh: '请本人在同意书(授权书)上签字,扫描上传后再办',
      en: 'Let him sign the form, scan it and upload it first',
    },
  },
  'licence-suspended': {
    ...licences,
    message: { zh: '证照现处于暂停状态,不能使用', en: 'The licence is suspended and cannot be used now' },
    remedy: { zh: '向发证机关查询原因;恢复后再办', en: 'Ask the organ that issued it; use it when it is restored' },
  },
  'licence-ended': {
    ...licences,
    message: {
      zh: '证照已被撤回、撤销、吊销或者注销',
      en: 'The licence has been withdrawn, annulled, forfeited or cancelled',
    },
    remedy: {
      zh: '向发证机关查询;另有有效证照的,出示该证照',
      en: 'Ask the organ that issued it; show another one that is valid',
    },
  },
  'licence-expired': {
    ...licences,
    message: { zh: '证照已过有效期', en: 'The licence has expired' },
    remedy: { zh: '先办理延续或换发', en: 'Have it renewed first' },
  },
  'paper-other-holder': {
    ...licences,
    message: { zh: '证照的持有人不是亮证人', en: 'The licence belongs to somebody else' },
    remedy: { zh: '由持证人本人出示', en: 'Let its holder show it' },
  },
} as const satisfies RefusalTable;

export type ConsentRefusalCode = keyof typeof consentRefusals;
