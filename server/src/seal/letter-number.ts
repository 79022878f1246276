import type { LetterBody, LetterRequest } from '../application/application.ts';
import type { Organ } from '../identity/identity.ts';

/** 文种 in the number series of the grantor (R103). */
const SERIES = {
  acceptanceNotice: '受',
  correctionNotice: '补',
  nonAcceptanceNotice: '不受',
  specialProcedureNotice: '特',
  hearingNotice: '听',
  extensionNotice: '延',
  terminationNotice: '终',
  grantDecision: '准',
  refusalDecision: '不准',
  paperDecisionRecord: '记',
} as const satisfies Record<LetterBody['kind'], string>;

/**
 * The number is the case's own within the grantor's series: no counter that all cases would queue for, none used twice,
 * and the same for the draft and the sealed letter. 云市监准字〔2025〕第05-03030001号.
 */
export function docNoOf(request: Pick<LetterRequest, 'caseNo' | 'itemId' | 'body' | 'ordinal'>, organ: Organ): string {
  const item = request.itemId.split('-').at(-1) ?? request.itemId;
  const serial = request.caseNo.slice(-8);
  // Notices of the course of a case may come more than once, even on one day.
  const again = request.ordinal === 1 ? '' : `-${request.ordinal}`;
  const year = request.caseNo.slice(-12, -8);
  return `${organ.abbreviation}${SERIES[request.body.kind]}字〔${year}〕第${item}-${serial}${again}号`;
}
