import { z } from 'zod';
import { InputValue } from '../catalogue/catalogue.ts';
import { ApplicantKind } from '../mandate/mandate.ts';
import { Claim } from './claims.ts';

/**
 * 用证同意: a holder lets one organ have named claims of his for one item, once (个保法13–15). Consents are streams
 * `consent/…`; what they open, and what the statute opens without them, is decided in one place (grounds.ts).
 */

export { Claim, claimKey, claimsOf, isShown, type NeededClaim } from './claims.ts';
export type { CreditUse } from './credit.ts';
export { codeKey, readCode } from './code.ts';
export {
  type Consented,
  type Ground,
  groundFor,
  type Grounds,
  groundsUsed,
  mergedGrounds,
  isSensitive,
  openedBy,
  statuteOf,
  type UsedGround,
} from './grounds.ts';
export { checkPaper, type Paper, type PaperStatus } from './paper.ts';
export { type ConsentPolicy, defaultConsentPolicy } from './policy.ts';
export {
  type GiveSharingLetter,
  LetterProof,
  letterPrefix,
  letterStream,
  type SharingLetter,
  viewLetter,
} from './sharing-letter.ts';
export { type ConsentView, ConsentWay, type GivenConsent, type RedeemedConsent, viewConsent } from './view.ts';

const Line = z.string().trim().min(1).max(200);

/** Whose claims they are, as he stands in an application. */
export const Subject = z.strictObject({
  kind: ApplicantKind,
  name: Line,
  idType: z.enum(['citizenId', 'uscc', 'passport', 'otherDocument']),
  idNo: Line,
  legalRepresentative: z.strictObject({ name: Line, idNo: Line }).exactOptional(),
});
export type Subject = z.infer<typeof Subject>;

/**
 * What a holder agrees to: these claims of his own, for this item, to the organ that decides it. Another shows them under a letter
 * that stands on record and names them alone: one that only its bearer has told of proves nothing (R15, R21, 个保法29).
 */
export const GiveConsent = z.strictObject({
  /** `code` is read at a window; `online` goes with the application that follows. */
  way: z.enum(['code', 'online']),
  itemId: z.string().max(20),
  /** An open case for which alone it is good. */
  caseNo: z.string().max(80).exactOptional(),
  claims: z.array(Claim).max(100),
  /** The letter on record under which an agent agrees for his principal (R15). */
  letterId: z.string().min(1).max(80).exactOptional(),
});
export type GiveConsent = z.infer<typeof GiveConsent>;

/** A code as it was read at a window, for the item chosen there. */
export const RedeemCode = z.strictObject({
  code: z.string().max(40),
  itemId: z.string().max(20),
  caseNo: z.string().max(80).exactOptional(),
  /** What the window has been told so far: it decides which conditional lines are asked at all (R11). */
  form: z.record(z.string().max(60), InputValue).exactOptional(),
});
export type RedeemCode = z.infer<typeof RedeemCode>;

/** Consents of one holder stand side by side, so that his list is one range of the journal. */
export function consentPrefix(subjectKey: string): string {
  return `consent/${subjectKey.slice(0, 24)}-`;
}

export function consentStream(consentId: string): string {
  return `consent/${consentId}`;
}
