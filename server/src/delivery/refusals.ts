import type { RefusalTable } from '../kernel/refusal.ts';

export const deliveryRefusals = {
  'paper-is-handed-over': {
    rule: 'R84',
    article: '《电子签名法》第三条第三款',
    message: { zh: '纸质文书不能电子送达', en: 'What was made on paper is not served electronically' },
    remedy: { zh: '当面送达,由领取人签收', en: 'Hand it over, and have the receipt signed' },
  },
  'no-consent-to-electronic-service': {
    rule: 'R87',
    article: '《国务院关于在线政务服务的若干规定》第十条;《民事诉讼法》第九十条(参照)',
    message: { zh: '申请人未同意电子送达', en: 'The applicant has not agreed to electronic service' },
    remedy: { zh: '直接送达、邮寄送达,或取得同意后电子送达', en: 'Serve directly or by mail, or obtain consent' },
  },
  'service-method-not-for-robot': {
    rule: 'R87',
    article: '《民事诉讼法》第八十八条至第九十五条(参照)',
    message: { zh: '系统只能电子送达', en: 'The system serves electronically only' },
    remedy: { zh: '由窗口人员送达', en: 'Let the window serve the letter' },
  },
  'service-without-reference': {
    rule: 'R87',
    article: '《民事诉讼法》第九十一条、第九十五条(参照)',
    message: {
      zh: '邮寄、公告送达须写明邮件号或者公告的载体和日期',
      en: 'Service by mail or by public notice names the item, or where and when the notice stands',
    },
    remedy: { zh: '填写送达凭证编号', en: 'Give the reference of the service' },
  },
} as const satisfies RefusalTable;

export type DeliveryRefusalCode = keyof typeof deliveryRefusals;
