import { z } from 'zod';

import { choice, element, ShortText } from './element.ts';

/** 结果: what the applicant holds in the end. */
export const Result = z.strictObject({
  document: element(z.string().min(1).max(200), '结果名称', 'Result', 'result_name'),
  documentEn: element(ShortText, '结果英文名称', 'Result in English'),
  kind: element(
    choice(['licence', 'approval', 'certificate', 'receipt', 'payment', 'other'], {
      licence: ['证照', 'Licence'],
      approval: ['批文', 'Approval'],
      certificate: ['证明', 'Certificate'],
      receipt: ['回执', 'Receipt'],
      payment: ['给付', 'Payment'],
      other: ['其他', 'Other'],
    }),
    '结果类型',
    'Kind of result',
    'result_type',
  ),
  /** 证 ends with a licence made, 批复 with the approval given. */
  finish: element(
    choice(['licenceMade', 'approvalGiven', 'registered', 'paid'], {
      licenceMade: ['出证办结', 'Licence made'],
      approvalGiven: ['审批办结', 'Approval given'],
      registered: ['登记办结', 'Registered'],
      paid: ['给付办结', 'Paid'],
    }),
    '办结方式',
    'Completed by',
  ),
  sample: element(ShortText, '结果样本', 'Sample of the result', 'result_guid'),
  seal: element(z.string().min(1).max(200), '用章', 'Seal'),
  validity: element(z.string().min(1).max(200), '有效期', 'Validity'),
  yearlyCheck: element(z.boolean(), '是否年检', 'Checked yearly'),
  licenceType: element(
    z
      .string()
      .regex(/^L-[A-Z]+$/)
      .nullable(),
    '证照类型',
    'Licence type',
  ),
  /** Absent: the applicant. What a registration founds holds its licence itself, under the code that its registry gives it. */
  holder: element(
    choice(['applicant', 'foundedCompany', 'foundedBusiness'], {
      applicant: ['申请人', 'The applicant'],
      foundedCompany: ['新设立的法人', 'The legal person that it founds'],
      foundedBusiness: ['新设立的个体工商户', 'The individual business that it founds'],
    }),
    '持证主体',
    'Holder of the licence',
  ).exactOptional(),
  /** Absent: all of them. A licence is changed, renewed or given back by a case of its holder (R90). */
  licenceActs: element(
    z
      .array(
        choice(['issue', 'change', 'renew', 'cancel'], {
          issue: ['核发', 'Issue'],
          change: ['变更', 'Change'],
          renew: ['延续', 'Renew'],
          cancel: ['注销', 'Cancel'],
        }),
      )
      .min(1)
      .max(4),
    '办理情形',
    'What is done to the licence',
  ).exactOptional(),
  delivery: element(
    z
      .array(
        choice(['pickUp', 'mail', 'electronic', 'publication'], {
          pickUp: ['窗口领取', 'At the window'],
          mail: ['邮寄送达', 'By post'],
          electronic: ['电子送达', 'Electronically'],
          publication: ['公告送达', 'By publication'],
        }),
      )
      .max(4),
    '送达方式',
    'Delivery',
  ),
});
