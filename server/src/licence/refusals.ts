import type { RefusalTable } from '../kernel/refusal.ts';

const STANDARD = 'GB/T 36904-2018《电子证照 标识规范》';

export const licenceRefusals = {
  'unknown-organ': {
    rule: 'house',
    article: STANDARD,
    message: { zh: '没有这个机关', en: 'There is no such organ' },
    remedy: { zh: '核对机关代码', en: 'Check the code of the organ' },
  },
  'licence-type-code-wrong': {
    rule: 'house',
    article: STANDARD,
    message: {
      zh: '证照类型代码不符合编码规则,或与已定义的不同',
      en: 'The code of the licence type does not follow the standard, or differs from the one defined',
    },
    remedy: {
      zh: '代码为定义机关的统一社会信用代码加三位数字,定义后不变',
      en: 'The code is the USCC of the organ that defines the type and three digits, and never changes',
    },
  },
  'unknown-licence': {
    rule: 'R46',
    article: '《国务院关于在线政务服务的若干规定》第十条',
    message: { zh: '证照库中没有此证照', en: 'The licence library has no such licence' },
    remedy: { zh: '核对证照标识;旧版纸质证照可由发证机关补录', en: 'Check the number of the licence' },
  },
  'licence-exists': {
    rule: 'R83',
    article: '《行政许可法》第八条',
    message: { zh: '此证照已经签发', en: 'This licence has been issued already' },
    remedy: { zh: '需要更改的,按变更、延续或者换发办理', en: 'Change, renew or replace it instead' },
  },
  'licence-id-wrong': {
    rule: 'R46',
    article: STANDARD,
    message: { zh: '证照标识不正确', en: 'The identifier of the licence is wrong' },
    remedy: { zh: '核对标识及其校验位', en: 'Check the identifier and its check character' },
  },
  'licence-not-live': {
    rule: 'R46',
    article: '《行政许可法》第四十九条、第五十条、第七十条',
    message: { zh: '证照当前状态不允许此操作', en: 'The licence is in a state that does not allow this act' },
    remedy: { zh: '查看证照状态与历史', en: 'See the status and history of the licence' },
  },
  'licence-other-holder': {
    rule: 'R46',
    article: '《国务院关于在线政务服务的若干规定》第十条',
    message: { zh: '证照不属于该申请人', en: 'The licence belongs to somebody else' },
    remedy: { zh: '由持证主体本人申请', en: 'Let its holder apply' },
  },
  'licence-act-not-yours': {
    rule: 'R81',
    article: '《行政许可法》第八条、第六十九条、第七十条',
    message: {
      zh: '您不能作出此项证照操作;撤回、撤销、吊销、暂扣须由本机关负责人作出',
      en: 'This act on the licence is not yours; withdrawal, annulment, forfeiture and suspension are for the head of the organ',
    },
    remedy: { zh: '报本机关负责人决定', en: 'Put it to the head of the organ' },
  },
  'cancellation-ground-unfit': {
    rule: 'R93',
    article: '《行政许可法》第七十条',
    message: { zh: '注销事由与证照状态不符', en: 'The ground of cancellation does not fit the state of the licence' },
    remedy: { zh: '按证照实际状态选择注销事由', en: 'Choose the ground that the state of the licence gives' },
  },
  'suspension-over-already': {
    rule: 'house',
    article: '《行政处罚法》第九条第三项',
    message: { zh: '暂扣的截止日已经过去', en: 'The last day of the suspension is over already' },
    remedy: { zh: '填写今天或以后的截止日，或者不填', en: 'Give a last day from today on, or none' },
  },
  'licence-expiry-not-reached': {
    rule: 'R93',
    article: '《行政许可法》第七十条第一项',
    message: { zh: '证照有效期尚未届满', en: 'The term of the licence is not over yet' },
    remedy: { zh: '有效期届满后由系统记录', en: 'The system records it when the term is over' },
  },
  'share-purpose-unknown': {
    rule: 'R6',
    article: '《个人信息保护法》第六条',
    message: { zh: '该事项不要求这份材料', en: 'The item does not ask for this material' },
    remedy: { zh: '只为事项要求的材料授权', en: 'Share only for a material that the item asks for' },
  },
  'share-unknown': {
    rule: 'house',
    article: '《个人信息保护法》第十五条',
    message: { zh: '没有这项授权或者文件', en: 'There is no such sharing or file' },
    remedy: { zh: '刷新后查看材料库', en: 'Reload and look at the vault' },
  },
  'share-not-open': {
    rule: 'house',
    article: '《个人信息保护法》第十五条',
    message: { zh: '这项授权已经使用或者撤回', en: 'This sharing has been used or taken back' },
    remedy: { zh: '需要再次使用的,重新授权', en: 'Share the file again' },
  },
  'share-other-purpose': {
    rule: 'R20',
    article: '《个人信息保护法》第六条',
    message: { zh: '这份文件是为别的事项或者材料授权的', en: 'This file was shared for another item or material' },
    remedy: { zh: '为本事项的这份材料重新授权', en: 'Share it for this material of this item' },
  },
} as const satisfies RefusalTable;

export type LicenceRefusalCode = keyof typeof licenceRefusals;
