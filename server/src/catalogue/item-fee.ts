import { z } from 'zod';

import { choice, element, LegalBasis, LongText, ShortText, Words } from './element.ts';

const Fen = z.int().min(0).max(100_000_000_000);

/** How a fee line is reckoned, in fen (hundredths of a yuan); formulas read one input of the item's rules. */
const FeeAmount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), fen: element(Fen, '金额（分）', 'Amount (fen)') }),
  z.strictObject({
    kind: z.literal('perUnit'),
    fen: element(Fen, '单价（分）', 'Per unit (fen)'),
    input: element(z.string().max(60), '数量输入项', 'Input with the quantity'),
  }),
  z.strictObject({
    kind: z.literal('tiers'),
    input: element(z.string().max(60), '分档输入项', 'Input that chooses the tier'),
    /** In rising order; the last tier has no upper bound. */
    tiers: element(
      z
        .array(z.strictObject({ upTo: z.number().nullable(), fen: Fen }))
        .min(1)
        .max(20),
      '分档',
      'Tiers',
    ),
  }),
]);

/** R9 (许可法58、59): one line of the published standard of fees; it is paid to the treasury. */
const FeeLine = z.strictObject({
  code: element(z.string().regex(/^f\.[A-Za-z0-9]+$/), '收费代码', 'Code'),
  name: element(Words, '收费项目', 'Fee', 'fee_name'),
  standard: element(LongText, '收费标准', 'Standard', 'fee_stand'),
  amount: element(FeeAmount, '金额', 'Amount'),
  basis: element(LegalBasis, '收费依据', 'Basis of the fee', 'fee_basis'),
  reduction: element(LongText, '减免规定', 'Reduction'),
  payee: element(
    choice(['treasury', 'organ'], { treasury: ['国库', 'Treasury'], organ: ['本机关账户', 'Account of the organ'] }),
    '收款方',
    'Paid to',
  ),
});

/** 收费. An item without lines is free of charge, as are all form texts (许可法58). */
export const Fees = z.strictObject({
  charged: element(z.boolean(), '是否收费', 'Charged', 'is_fee'),
  lines: element(z.array(FeeLine).max(20), '收费项目', 'Fee lines'),
  formsFree: element(z.boolean(), '格式文本免费', 'Forms free of charge'),
  paidOnline: element(z.boolean(), '网上支付', 'Paid online', 'is_pay_online'),
  note: element(ShortText, '收费说明', 'Note'),
});
