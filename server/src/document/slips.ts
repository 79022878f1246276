import type { PlainDate } from '../kernel/time.ts';
import { frameOf } from './intake-letters.ts';
import { letterDate, type LetterContent, type LetterFrame } from './letter.ts';

/** The two papers of the counter that bear no seal: the receipt for what was handed in, and the proof of what was handed out. */

export interface ReceiptFacts extends LetterFrame {
  readonly caseNo: string;
  readonly itemName: string;
  readonly applicant: string;
  readonly receivedOn: PlainDate;
  readonly receivedBy: string;
  readonly materials: readonly string[];
  readonly enquiry: string;
}

/** Receipt of materials 收件回执: says what came in and when the five days of R25 began; it is no acceptance. */
export function receiptSlip(facts: ReceiptFacts): LetterContent {
  return {
    ...frameOf(facts, 'receiptSlip', '收件回执'),
    paragraphs: ['本回执只证明收到下列材料，不是受理通知；自收到之日起五个工作日内未告知补正的，即为受理。'],
    sections: [],
    slip: [
      { label: '收件编号', value: facts.caseNo },
      { label: '申请事项', value: facts.itemName },
      { label: '申请人', value: facts.applicant },
      { label: '收件日期', value: letterDate(facts.receivedOn) },
      { label: '收件人员', value: facts.receivedBy },
      { label: '收到的材料', value: numbered(facts.materials) },
    ],
    closing: [facts.enquiry],
  };
}

export interface DeliveryReceiptFacts extends LetterFrame {
  readonly caseNo: string;
  readonly recipient: string;
  /** Name and number of each document that was served. */
  readonly documents: readonly string[];
  /** The way of service in words: 直接送达, 电子送达, 邮寄送达, 留置送达, 公告送达 (R87). */
  readonly method: string;
  readonly servedOn: PlainDate;
  readonly servedTo: string;
  readonly server: string;
  readonly reference?: string;
}

/** Proof of service 送达回证: signed by the one who served and the one who received, without a seal. */
export function deliveryReceipt(facts: DeliveryReceiptFacts): LetterContent {
  return {
    ...frameOf(facts, 'deliveryReceipt', '送达回证'),
    paragraphs: [],
    sections: [],
    slip: [
      { label: '办件编号', value: facts.caseNo },
      { label: '受送达人', value: facts.recipient },
      { label: '送达文书', value: numbered(facts.documents) },
      { label: '送达方式', value: facts.method },
      { label: '送达时间', value: letterDate(facts.servedOn) },
      { label: '收件人', value: facts.servedTo },
      ...(facts.reference === undefined ? [] : [{ label: '凭证', value: facts.reference }]),
      { label: '送达人', value: facts.server },
      { label: '受送达人签收', value: '　' },
      { label: '备注', value: '　' },
    ],
    closing: ['电子送达的，以送达信息到达受送达人特定系统的日期为送达日期，无需签名。'],
  };
}

function numbered(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '无') : parts.map((part, index) => `${index + 1}.${part}`).join('；');
}
