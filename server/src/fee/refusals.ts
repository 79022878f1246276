import type { RefusalTable } from '../kernel/refusal.ts';

const basis = { rule: 'R9', article: '《行政许可法》第五十八条、第五十九条' } as const;

export const feeRefusals = {
  'fee-not-chargeable': {
    ...basis,
    message: {
      zh: '收费没有法律、行政法规依据,或者不缴入国库,不得收取',
      en: 'A fee without a statute or an administrative regulation, or not paid to the treasury, is not charged',
    },
    remedy: { zh: '不收费;由部门改正办事指南', en: 'Charge nothing; the department mends its guide' },
  },
  'fee-undetermined': {
    ...basis,
    message: { zh: '计费所需的数据不全', en: 'A figure that the fee is reckoned from is missing' },
    remedy: { zh: '补正该数据后重新计费', en: 'Supply the figure; the fee is then reckoned again' },
  },
  'fee-not-due': {
    ...basis,
    message: { zh: '没有待缴的费用', en: 'There is no fee to be paid' },
    remedy: { zh: '刷新办件查看缴费状态', en: 'Reload the case and see how the fee stands' },
  },
  'fee-unpaid': {
    ...basis,
    message: {
      zh: '依法应缴的费用尚未缴纳,结果暂不发放',
      en: 'The lawful fee is unpaid: the result is not handed out yet',
    },
    remedy: {
      zh: '按缴款通知书缴纳后即可领取;符合减免规定的可以申请减免',
      en: 'Pay by the notice and the result is issued; ask for a reduction where the standard has one',
    },
  },
  'fee-amount-differs': {
    ...basis,
    message: { zh: '缴款金额与缴款通知书不一致', en: 'What was paid is not what the notice asks' },
    remedy: { zh: '与缴款机构核对', en: 'Compare with the office that took the payment' },
  },
  'fee-not-yours': {
    ...basis,
    message: {
      zh: '减免和退费由本机关负责人或者首席代表决定',
      en: 'The head or the chief representative reduces and refunds',
    },
    remedy: { zh: '请其办理', en: 'Ask one of them' },
  },
} as const satisfies RefusalTable;

export type FeeRefusalCode = keyof typeof feeRefusals;
