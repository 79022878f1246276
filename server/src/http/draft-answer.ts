import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { DraftDecision } from '../decision/actions.ts';
import { signaturesNeeded } from './case-signing.ts';
import { MandateCited } from './timeline.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const DraftAnswer = z
  .object({
    documentHash: Hash,
    /** The facts and papers as they lie there now; the signature says that it was made on these. */
    evidenceHash: Hash,
    docNo: z.string(),
    pdfUrl: z.string(),
    plan: z.enum(['propose', 'endorse', 'decide']),
    signatureNo: z.int(),
    need: z.int(),
    mandate: MandateCited.exactOptional(),
  })
  .meta({ id: 'DecisionDraft', description: 'The exact document, and what signing it would be' });

/** The draft as the session of `token` sees it, with an address that only that session can open. */
export function draftAnswer(draft: DraftDecision, token: string, caseNo: string): z.input<typeof DraftAnswer> {
  const { documentHash, evidenceHash, docNo, plan, signatureNo, authority } = draft;
  const ticket = ticketOf(token, caseNo, documentHash);
  const pdfUrl = `/api/cases/${encodeURIComponent(caseNo)}/decision/draft/${documentHash}?ticket=${ticket}`;
  const need = signaturesNeeded(draft.need.signatures);
  const drafted = { documentHash, evidenceHash, docNo, pdfUrl, plan, signatureNo, need };
  return authority.ref === undefined ? drafted : { ...drafted, mandate: authority.ref };
}

/** Opens one draft, of a case or about a licence, in one session. */
export function ticketOf(token: string, of: string, documentHash: string): string {
  return createHmac('sha256', token).update(`draft\n${of}\n${documentHash}`).digest('base64url');
}
