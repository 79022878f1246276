import { sm3Hex } from '../kernel/digest.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { LetterContent, LetterKind } from './letter.ts';
import type { OfdTwin, TwinFacts } from './ofd-twin.ts';
import type { PrintedSheet, RenderedSheet } from './printed-sheet.ts';
import type { DocumentRefusalCode } from './refusals.ts';

/**
 * The front of the documents: letters are composed (letter.ts and the builders), printed by a renderer, and kept under
 * the hash of their bytes.
 */

export {
  endingDecision,
  endingNotice,
  type Ending,
  type EndingFacts,
  type EndingNoticeFacts,
} from './ending-letters.ts';
export { hearingNotice } from './hearing-letters.ts';
export { licenceDocument, type LicenceFacts } from './licence.ts';
export { printedForm } from './form-print.ts';
export { printedGuide, type SheetLanguage } from './guide-print.ts';
export { PrintedSheet, type RenderedSheet } from './printed-sheet.ts';
export { Service } from './service.ts';
export { deliveryReceipt, receiptSlip } from './slips.ts';
export { extensionNotice, specialProcedureNotice, terminationNotice } from './course-letters.ts';
export { grantDecision, paperDecisionRecord, refusalDecision } from './decision-letters.ts';
export { acceptanceNotice, correctionNotice, nonAcceptanceNotice } from './intake-letters.ts';
export {
  asCorrection,
  keywordsOf,
  LetterContent,
  letterDate,
  LetterKind,
  withChinesePunctuation,
  type CorrectionOf,
  type LetterFrame,
  type Verification,
} from './letter.ts';
export { type OfdPart, type OfdTwin } from './ofd-twin.ts';
export { openPdf, type PdfFile } from './pdf-file.ts';
export { printMandate, type MandatePrint } from './mandate-record.ts';
export { mandateLetter, type MandateLetterFacts, type MandateLetterItem } from './mandate-letter.ts';
export {
  remediesOf,
  type Remedies,
  type RemedyFacts,
  type ReviewFirst,
  type Subordination,
  remedyParagraphs,
} from './remedies.ts';

/** Where the seal goes: the page (from 1) and the square in PDF points, origin at the lower left corner. */
export interface SealPlace {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface RenderedLetter {
  readonly pdf: Uint8Array;
  readonly seal: SealPlace;
  /** Where the seal of the other party goes; absent where one party seals. */
  readonly coSeal?: SealPlace;
  readonly pages: number;
}

/** What outlasts the case goes out as OFD too, the national format of documents that are kept (GB/T 33190, 国令716 第九条). */
const TWINS: ReadonlySet<LetterKind> = new Set([
  'grantDecision',
  'refusalDecision',
  'licence',
  'mandateLetter',
  'withdrawalDecision',
  'annulmentDecision',
  'forfeitureDecision',
  'cancellationDecision',
  'suspensionDecision',
]);

export function hasTwin(kind: LetterKind): boolean {
  return TWINS.has(kind);
}

/** Renders letters to PDF/A. The same content and instant give the same bytes, so a signature over the hash stays true. */
export interface LetterRenderer {
  readonly renderPdf: (
    content: LetterContent,
    options: { readonly at: Instant },
  ) => Promise<RenderedLetter | Refusal<DocumentRefusalCode>>;
  /** What the public takes home. It waits behind letters: only a few sheets at a time may wait, the others are refused. */
  readonly renderSheet: (
    content: PrintedSheet,
    options: { readonly at: Instant },
  ) => Promise<RenderedSheet | Refusal<DocumentRefusalCode>>;
  /** The OFD twin of a letter's PDF, for the kinds of `hasTwin`; the same PDF and facts give the same parts. */
  readonly renderTwin: (pdf: Uint8Array, facts: TwinFacts) => Promise<OfdTwin | Refusal<DocumentRefusalCode>>;
  /** The characters of a text that could not be printed in a letter. */
  readonly missingIn: (text: string) => Promise<readonly string[] | Refusal<DocumentRefusalCode>>;
  readonly close: () => Promise<void>;
}

/** Keeps documents under the hash of their bytes: nothing that was stored can be changed unnoticed (R83). */
export interface FileStore {
  readonly put: (bytes: Uint8Array) => Promise<string>;
  readonly get: (hash: string) => Promise<Uint8Array>;
}

/** The hash under which a document is signed, sealed, stored and served: SM3 over its bytes. */
export function documentHash(bytes: Uint8Array): string {
  return sm3Hex(bytes);
}
