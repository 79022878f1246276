import { z } from 'zod';

import { element, LegalBasis, LongText, ShortText, Words } from './element.ts';

/** R8 (优化条例43): an intermediary's output is a condition only when listed with its basis; no provider is ever named. */
const Intermediary = z.strictObject({
  code: element(z.string().max(40), '中介服务代码', 'Code'),
  name: element(Words, '中介服务', 'Intermediary service', 'service_type'),
  basis: element(LegalBasis, '中介服务依据', 'Basis of the service'),
  listed: element(z.boolean(), '列入中介服务清单', 'On the public list'),
  /** Must stay empty: the applicant chooses whom he likes. */
  provider: element(ShortText, '指定机构', 'Named provider'),
  paidBy: element(ShortText, '付费方', 'Paid by'),
});

/** 服务: the course in words, questions and answers, and the remedies (许可法7、30). */
export const Services = z.strictObject({
  intermediaries: element(z.array(Intermediary).max(10), '中介服务', 'Intermediaries', 'service_type'),
  flow: element(
    z.strictObject({
      offline: element(z.array(Words).max(12), '线下流程', 'At the window', 'offline'),
      online: element(z.array(Words).max(12), '线上流程', 'Online', 'online'),
    }),
    '办理流程',
    'Course',
    'handle_flow',
  ),
  faq: element(
    z
      .array(
        z.strictObject({
          question: element(Words, '问', 'Question'),
          answer: element(Words, '答', 'Answer'),
        }),
      )
      .max(30),
    '常见问题',
    'Questions and answers',
  ),
  remedies: element(
    z.strictObject({
      review: element(
        z.strictObject({
          organ: element(ShortText, '复议机关', 'Review organ'),
          address: element(ShortText, '复议机关地址', 'Address'),
          phone: element(z.string().max(40), '复议机关电话', 'Phone'),
          link: element(z.string().max(400), '复议网址', 'Web address'),
        }),
        '行政复议',
        'Administrative review',
      ),
      suit: element(
        z.strictObject({
          organ: element(ShortText, '诉讼管辖法院', 'Court'),
          address: element(ShortText, '法院地址', 'Address'),
          phone: element(z.string().max(40), '法院电话', 'Phone'),
        }),
        '行政诉讼',
        'Suit',
      ),
    }),
    '救济途径',
    'Remedies',
  ),
  attention: element(LongText, '注意事项', 'Please note'),
});
