import type { Recorded } from '../journal/journal.ts';
import { sealEvents, sealsLetter } from '../seal/seal.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { type OpenedCase, partOf } from './case-access.ts';
import { isHeldFrom } from './letters-shown.ts';

/**
 * What a party has said himself or was told on screen and in letters, field by field. An act opens whole or not at all, so one
 * that holds any other field stays closed: how the office came to its answer is read by the office. So a decision that persons
 * signed is closed, since each signature covers what its signer declared of himself; its letter is proven by its hash in the record.
 */
const TOLD: Readonly<Record<string, readonly string[] | undefined>> = {
  CaseReceived: words(
    'caseNo itemId itemVersion itemHash applicant agent channel route form materials scope disputes',
  ).concat(words('deferral truthStatement renewal humanDecision matter eDelivery sharing licence paperLicence')),
  CorrectionSupplied: ['materials', 'form'],
  ToleratedMaterialsSupplied: ['materials', 'form'],
  StatementCorrected: ['materials', 'form'],
  CaseAccepted: ['acceptedAt', 'deemed', 'clockStartsOn', 'basis', 'tolerated', 'toleratedUntilOn'],
  CorrectionRequested: ['defects', 'answerWithinDays'],
  SpecialProcedureStarted: ['procedure', 'workingDays', 'stopsClock', 'basis'],
  DecisionMade: ['outcome', 'reason', 'documentHash', 'ruleSetHash', 'inputHash', 'itemVersion'],
  DecisionSealed: Object.keys(sealEvents.SealApplied.shape),
  LetterSealed: Object.keys(sealEvents.SealApplied.shape),
  CaseDelivered: ['method', 'recipient'],
  FeeAssessed: ['noticeNo', 'lines', 'totalFen', 'payee'],
  FeeReduced: ['toFen', 'reason'],
  FeePaid: ['receiptNo', 'fen', 'paidAt', 'office'],
  FeeRefunded: ['reason'],
};

function words(text: string): readonly string[] {
  return text.split(' ');
}

/** What registers said of a person is told to that person (个人信息保护法45), not to whoever acts for him. */
const TOLD_TO_APPLICANT: typeof TOLD = {
  ...TOLD,
  FactsGathered: ['facts', 'materials', 'purpose', 'basis', 'grounds'],
};

/** Which acts of a case the caller may read in full: never more than the screens show him, nor a result that is held back (R9). */
export function mayReadActs(
  platform: Platform,
  caller: Caller,
  { events, received }: OpenedCase,
): (act: readonly Recorded[]) => boolean {
  if (caller.kind === 'staff') return () => true;
  const told = partOf(caller, received) === 'applicant' ? TOLD_TO_APPLICANT : TOLD;
  return (act) => act.every((event) => isTold(told, event) && !sealsHeld(platform, caller, events, event));
}

function isTold(told: typeof TOLD, { type, data }: Recorded): boolean {
  const fields = Object.hasOwn(told, type) ? told[type] : undefined;
  if (fields === undefined || typeof data !== 'object' || data === null) return false;
  return Object.keys(data).every((field) => fields.includes(field));
}

function sealsHeld(platform: Platform, caller: Caller, events: readonly Recorded[], event: Recorded): boolean {
  if (!sealsLetter(event)) return false;
  return isHeldFrom(platform, caller, events, sealEvents.SealApplied.parse(event.data).documentKind);
}
