import { z } from 'zod';
import { type FeeView, viewFee } from '../fee/fee.ts';
import type { Recorded } from '../journal/journal.ts';
import { Text } from './problem.ts';

/** The fee of a case: what the notice asks, by which basis, and how it stands (R9). Amounts are in fen. */
export const FeeShown = z.object({
  state: z.enum(['due', 'waived', 'paid', 'refunded']),
  noticeNo: z.string(),
  lines: z.array(z.object({ code: z.string(), name: Text, standard: z.string(), basis: z.string(), fen: z.int() })),
  totalFen: z.int(),
  dueFen: z.int(),
  reducedFor: z.string().exactOptional(),
  receiptNo: z.string().exactOptional(),
  paidAt: z.string().exactOptional(),
  /** Which office took the payment; `development` takes no money. */
  office: z.string().exactOptional(),
  refundedFor: z.string().exactOptional(),
});

/** The fee as everybody who sees the case may see it; absent where none was assessed. */
export function feePart(events: readonly Recorded[]): { fee?: z.input<typeof FeeShown> } {
  const { fee } = viewFee(events);
  return fee.state === 'none' ? {} : { fee: { ...noticeOf(fee), ...paymentOf(fee) } };
}

function noticeOf({ state, noticeNo, lines, totalFen, dueFen, reducedFor }: Exclude<FeeView, { state: 'none' }>) {
  const shown = lines.map((line) => ({ ...line }));
  return { state, noticeNo, lines: shown, totalFen, dueFen, ...(reducedFor === undefined ? {} : { reducedFor }) };
}

function paymentOf(fee: FeeView): Partial<z.input<typeof FeeShown>> {
  if (fee.state !== 'paid' && fee.state !== 'refunded') return {};
  const { receiptNo, paidAt, office } = fee.receipt;
  return { receiptNo, paidAt, office, ...(fee.state === 'refunded' ? { refundedFor: fee.refundedFor } : {}) };
}
