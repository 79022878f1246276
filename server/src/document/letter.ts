import { z } from 'zod';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { PlainDate } from '../kernel/time.ts';
import { documentRefusals, type DocumentRefusalCode } from './refusals.ts';

/**
 * The vocabulary of official letters. Every letter goes out with the header, number series and seal of the grantor
 * (R103); what is printed is exactly what is in `LetterContent`.
 */

const text = z.string().trim().min(1);

export const LetterKind = z.enum([
  'acceptanceNotice',
  'correctionNotice',
  'nonAcceptanceNotice',
  'specialProcedureNotice',
  'extensionNotice',
  'terminationNotice',
  'grantDecision',
  'refusalDecision',
  'paperDecisionRecord',
  'mandateLetter',
  'receiptSlip',
  'hearingNotice',
  'licence',
  'deliveryReceipt',
  'withdrawalDecision',
  'annulmentDecision',
  'forfeitureDecision',
  'cancellationDecision',
  'suspensionDecision',
  'endingNotice',
]);
export type LetterKind = z.infer<typeof LetterKind>;

export const LetterSection = z.strictObject({ heading: text, paragraphs: z.array(text).min(1).readonly() });
export type LetterSection = z.infer<typeof LetterSection>;

export const AnnexTable = z
  .strictObject({
    title: text,
    columns: z
      .array(z.strictObject({ title: text, share: z.number().positive() }))
      .min(1)
      .readonly(),
    rows: z.array(z.array(z.string()).readonly()).min(1).readonly(),
    note: text.exactOptional(),
  })
  .refine((table) => table.rows.every((row) => row.length === table.columns.length), {
    message: 'every row has one cell for each column',
  });
export type AnnexTable = z.infer<typeof AnnexTable>;

/** One line of a form: what it asks and what stands there. */
export const SlipLine = z.strictObject({ label: text, value: z.string().min(1) });
export type SlipLine = z.infer<typeof SlipLine>;

/** Printed as a QR code: the address at which anyone checks the letter, and the code to type when there is no camera. */
export const Verification = z.strictObject({ code: text, url: text.max(600) });
export type Verification = z.infer<typeof Verification>;

/** An issued document never changes; its correction is a new document that names the old one (R83). */
export const CorrectionOf = z.strictObject({
  docNo: text,
  sealedHash: z.string().regex(/^[0-9a-f]{64}$/),
  reason: text,
  /** Hash of the signature that carries the correction. */
  signatureHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type CorrectionOf = z.infer<typeof CorrectionOf>;

/** The mandate that a letter is the text of, with the SM3 of its canonical record. */
export const PrintedMandate = z.strictObject({
  mandateNo: text,
  version: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type PrintedMandate = z.infer<typeof PrintedMandate>;

export const LetterContent = z.strictObject({
  kind: LetterKind,
  /** The red head: always the grantor, never the centre or the person who acts for it (R103). */
  organ: text,
  docNo: text,
  title: text,
  addressee: text.exactOptional(),
  paragraphs: z.array(text).readonly(),
  sections: z.array(LetterSection).readonly(),
  /** A form instead of running text: licences, and the papers of the counter. */
  slip: z.array(SlipLine).min(1).readonly().exactOptional(),
  remedies: z.array(text).readonly(),
  closing: z.array(text).readonly(),
  /** The name over the date, under the seal. */
  signedBy: text,
  /** The other party, whose seal stands beside: of agreements and entrustments between organs only. */
  coSignedBy: text.exactOptional(),
  dateText: text,
  verification: Verification,
  /** Mandate, version, hash and actors: what makes the letter checkable, in small print. */
  record: z.array(text).readonly(),
  annexes: z.array(AnnexTable).readonly(),
  /** Printed at the foot of every page, such as the mark of a development seal. */
  notes: z.array(text).readonly(),
  corrects: CorrectionOf.exactOptional(),
  /** Of a mandate's own letter only. */
  mandate: PrintedMandate.exactOptional(),
});
export type LetterContent = z.infer<typeof LetterContent>;

/** What every builder of a letter needs to know about the letter itself. */
export interface LetterFrame {
  readonly organ: string;
  /** From the grantor's own number series (R103), such as 云市监准字〔2025〕第0001号. */
  readonly docNo: string;
  readonly addressee: string;
  readonly on: PlainDate;
  readonly verification: Verification;
  readonly record?: readonly string[];
  readonly notes?: readonly string[];
}

/** What a letter says of itself to programs (XMP, ISO 16684-1): under the seal like its text, and read back by who verifies it. */
export function keywordsOf({ kind, docNo, mandate }: LetterContent): readonly string[] {
  const own = mandate === undefined ? [] : [`mandate=${mandate.mandateNo} ${mandate.version} ${mandate.hash}`];
  return [`no=${docNo}`, `kind=${kind}`, ...own];
}

/** The date as a letter prints it: 2025年3月3日, without leading zeros (GB/T 9704-2012, 7.3.5). */
export function letterDate(on: PlainDate): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** A correction is a new letter with its own number, the reason and the signature that carries it (R83). */
export function asCorrection(
  letter: LetterContent,
  corrects: CorrectionOf,
): LetterContent | Refusal<DocumentRefusalCode> {
  if (letter.docNo === corrects.docNo) return refuse(documentRefusals, 'correction-in-place', { docNo: letter.docNo });
  if (corrects.reason.trim() === '') {
    return refuse(documentRefusals, 'correction-without-reason', { docNo: corrects.docNo });
  }
  const preface = `本文书更正并取代${corrects.docNo}文书，更正理由：${corrects.reason.replace(/。$/u, '')}。`;
  return { ...letter, paragraphs: [preface, ...letter.paragraphs], corrects };
}

/** Brackets, commas, colons and semicolons beside a Chinese character are printed full-width, as GB/T 15834 has them. */
export function withChinesePunctuation(letter: LetterContent): LetterContent {
  const table = (annex: AnnexTable): AnnexTable => ({
    ...annex,
    title: fullWidth(annex.title),
    rows: annex.rows.map((row) => row.map(fullWidth)),
  });
  return {
    ...letter,
    organ: fullWidth(letter.organ),
    signedBy: fullWidth(letter.signedBy),
    ...(letter.addressee === undefined ? {} : { addressee: fullWidth(letter.addressee) }),
    paragraphs: letter.paragraphs.map(fullWidth),
    sections: letter.sections.map(({ heading, paragraphs }) => ({
      heading: fullWidth(heading),
      paragraphs: paragraphs.map(fullWidth),
    })),
    ...(letter.slip === undefined
      ? {}
      : { slip: letter.slip.map(({ label, value }) => ({ label, value: fullWidth(value) })) }),
    remedies: letter.remedies.map(fullWidth),
    closing: letter.closing.map(fullWidth),
    record: letter.record.map(fullWidth),
    annexes: letter.annexes.map(table),
  };
}

const FULL_WIDTH: Readonly<Record<string, string>> = { '(': '（', ')': '）', ',': '，', ':': '：', ';': '；' };

function fullWidth(text: string): string {
  const near = '\\p{Script=Han}（）《》“”';
  const beside = new RegExp(`(?<=[${near}])[(),:;]|[(),:;](?=[${near}])`, 'gu');
  return text.replace(beside, (mark) => FULL_WIDTH[mark] ?? mark);
}
