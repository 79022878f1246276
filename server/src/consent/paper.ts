import { normalIdNo } from '../identity/identity.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { PlainDate } from '../kernel/time.ts';
import { consentRefusals } from './refusals.ts';

/** A licence or share that can stand for a material of an item, as its source has it at this moment (R46). */
export interface Paper {
  /** The material that it spares. */
  readonly code: string;
  /** The licence type (L-…) or share (S-…). */
  readonly source: string;
  readonly sourceName: string;
  /** The organ that keeps it. */
  readonly organ: string;
  readonly status: PaperStatus;
  /** The last day of its validity; null has none. */
  readonly validUntilOn: PlainDate | null;
  /** Compared and forgotten; it leaves the server in no answer and stands in no event. */
  readonly holderIdNo: string;
  /** The identifier of the licence; absent for a share. */
  readonly licenceNo?: string;
  /** What a case keeps of it: the licence and what it said then, or the source. */
  readonly reference?: string;
  /** What proves the answer: the receipt of the query, or the hash of the credential. */
  readonly receipt: string;
}

/** In the words of the library: five ways of no longer being valid. */
export type PaperStatus = 'valid' | 'suspended' | 'expired' | 'withdrawn' | 'annulled' | 'forfeited' | 'cancelled';

type PaperRefusal = 'licence-suspended' | 'licence-ended' | 'licence-expired' | 'paper-other-holder';

/** R46: whether a licence may be used now, for this holder; asked at every use, never remembered. */
export function checkPaper(paper: Paper, idNo: string, todayOn: PlainDate): Refusal<PaperRefusal> | undefined {
  const { source, sourceName, status, validUntilOn } = paper;
  if (normalIdNo(paper.holderIdNo) !== normalIdNo(idNo))
    return refuse(consentRefusals, 'paper-other-holder', { source, sourceName });
  switch (status) {
    case 'valid':
      break;
    case 'suspended':
      return refuse(consentRefusals, 'licence-suspended', { source, sourceName });
    case 'expired':
      return refuse(consentRefusals, 'licence-expired', { source, sourceName, validUntilOn });
    case 'withdrawn':
    case 'annulled':
    case 'forfeited':
    case 'cancelled':
      return refuse(consentRefusals, 'licence-ended', { source, sourceName, status });
    default:
      return status satisfies never;
  }
  if (validUntilOn === null || todayOn <= validUntilOn) return undefined;
  return refuse(consentRefusals, 'licence-expired', { source, sourceName, validUntilOn });
}
