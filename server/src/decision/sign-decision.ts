import { z } from 'zod';
import { RelationKind } from '../identity/identity.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { SigningFacts } from './decision.ts';
import { DecisionOutcome, type DecisionView } from './view.ts';

const Words = z.string().trim().max(4000);

/** Why a third signature was unavoidable; each use is counted and published (R75). */
export const ExceptionCode = z.enum(['EX-COLLECTIVE', 'EX-HEARING', 'EX-MAJOR', 'EX-SUPERIOR']);
export type ExceptionCode = z.infer<typeof ExceptionCode>;

/** What a signer sends: the conclusion, its grounds, the hash of the document he was shown, and his declaration. */
export const SignDecision = z.strictObject({
  outcome: DecisionOutcome,
  reason: Words.min(1),
  /** Facts found and norms applied; a refusal cannot do without (R67). */
  facts: Words.default(''),
  norms: z.array(Words.min(1)).max(20).default([]),
  /** Why this conclusion differs from what the published rules propose (R50). */
  departure: Words.exactOptional(),
  documentHash: z.string().regex(/^[0-9a-f]{64}$/),
  recusal: z.union([z.literal('none'), RelationKind]),
  /** Why less than the mandate's minimum handling time was enough (R71). */
  handlingReason: Words.exactOptional(),
  exceptionCode: ExceptionCode.exactOptional(),
  /** The chief passes the case on to the head of the organ instead of deciding: only with an exception code. */
  forwardToHead: z.boolean().default(false),
});
export type SignDecision = z.infer<typeof SignDecision>;

/** What the signer declares over the document, as the record keeps it: his signature covers every word of it. */
export function declarationOf(
  view: DecisionView,
  command: SignDecision,
  facts: Pick<SigningFacts, 'role' | 'documentHash' | 'evidenceHash' | 'authority'>,
): object {
  const { forwardToHead, documentHash: _shown, departure, handlingReason, exceptionCode, ...said } = command;
  const office = isRefusal(facts.authority) ? undefined : facts.authority.office;
  return {
    ...said,
    no: view.signatures.length + 1,
    role: facts.role,
    documentHash: facts.documentHash,
    evidenceHash: facts.evidenceHash,
    ...(forwardToHead ? { forwardToHead } : {}),
    ...(departure === undefined ? {} : { departure }),
    ...(handlingReason === undefined ? {} : { handlingReason }),
    ...(exceptionCode === undefined ? {} : { exceptionCode }),
    ...(office === undefined ? {} : { office }),
  };
}
