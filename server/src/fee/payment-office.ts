import { sm3Hex } from '../kernel/digest.ts';
import type { Instant } from '../kernel/time.ts';
import type { Receipt } from './fee.ts';

/** What is to be paid: always to the treasury (许可法59). */
export interface PaymentOrder {
  readonly noticeNo: string;
  readonly fen: number;
  readonly payer: string;
  readonly at: Instant;
}

/**
 * The office that takes payments for the treasury. Paying the same notice twice takes the money once and gives the same
 * receipt; so does giving it back.
 */
export interface PaymentOffice {
  readonly pay: (order: PaymentOrder) => Promise<Receipt>;
  readonly refund: (receipt: Receipt, reason: string) => Promise<void>;
}

/** Stands in for the treasury's payment system in development: it takes no money, and every receipt says so. */
export const developmentOffice: PaymentOffice = {
  async pay({ noticeNo, fen, at }) {
    return { receiptNo: `DEV-${sm3Hex(noticeNo).slice(0, 16)}`, fen, paidAt: at, office: 'development' };
  },
  async refund() {
    // Nothing was taken.
  },
};
