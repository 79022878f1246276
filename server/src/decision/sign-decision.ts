import { z } from 'zod';
import { RelationKind } from '../identity/identity.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { SigningFacts } from './decision.ts';
import { DecisionOutcome, type DecisionView } from './view.ts';

const Words = z.string().trim().max(4000);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Why a third signature was unavoidable; each use is counted and published (R75). */
export const ExceptionCode = z.enum(['EX-COLLECTIVE', 'EX-HEARING', 'EX-MAJOR', 'EX-SUPERIOR']);
export type ExceptionCode = z.infer<typeof ExceptionCode>;

/** What a signer sends: the conclusion, its grounds, the hashes of what he was shown, and his declaration. */
export const SignDecision = z.strictObject({
  outcome: DecisionOutcome,
  reason: Words.min(1),
  /** Facts found and norms applied; a refusal cannot do without (R67). */
  facts: Words.default(''),
  norms: z.array(Words.min(1)).max(20).default([]),
  /** Why this conclusion differs from what the published rules propose (R50). */
  departure: Words.exactOptional(),
  documentHash: Hash,
  /** The facts and papers that lay on the table when the document was drafted for him. */
  evidenceHash: Hash,
  recusal: z.union([z.literal('none'), RelationKind]),
  /** Why less than the mandate's minimum handling time was enough (R71). */
  handlingReason: Words.exactOptional(),
  exceptionCode: ExceptionCode.exactOptional(),
  /** The chief passes the case on to the head of the organ instead of deciding: only with an exception code. */
  forwardToHead: z.boolean().default(false),
});
export type SignDecision = z.infer<typeof SignDecision>;

/** A conclusion before its signer was shown anything. */
export type DraftedConclusion = Omit<SignDecision, 'documentHash' | 'evidenceHash' | 'recusal'>;

/** What the signer declares over the document, as the record keeps it: his signature covers every word of it. */
export function declarationOf(
  view: DecisionView,
  command: SignDecision,
  facts: Pick<SigningFacts, 'role' | 'documentHash' | 'evidenceHash' | 'authority' | 'confirmation'>,
): object {
  const {
    forwardToHead,
    documentHash: _letter,
    evidenceHash: _table,
    departure,
    handlingReason,
    exceptionCode,
    ...said
  } = command;
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
    ...(facts.confirmation === undefined ? {} : { confirmation: facts.confirmation }),
  };
}
