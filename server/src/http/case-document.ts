import { z } from 'zod';
import type { Recorded } from '../journal/journal.ts';
import { type SealApplied, sealEvents, sealsLetter } from '../seal/seal.ts';

export const CaseDocument = z.object({
  kind: z.string(),
  docNo: z.string(),
  documentHash: z.string(),
  sealedHash: z.string(),
  /** The letter has an OFD twin: `GET /documents/{documentHash}/ofd`. */
  hasOfd: z.boolean(),
});

/** The letters that these events sealed, in order. */
export function documentsOf(events: readonly Recorded[]): z.input<typeof CaseDocument>[] {
  return events.filter(sealsLetter).map(({ data }) => documentOf(sealEvents.SealApplied.parse(data)));
}

/** What is told of a letter. */
export function documentOf(applied: SealApplied): z.input<typeof CaseDocument> {
  const { documentKind: kind, docNo, signedHash: documentHash, sealedHash, twinHash, ofdHash } = applied;
  return { kind, docNo, documentHash, sealedHash, hasOfd: (twinHash ?? ofdHash) !== undefined };
}
