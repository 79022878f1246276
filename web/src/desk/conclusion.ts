import type { DecisionOutcome } from '../api/model.ts';

/** What a signer may declare about himself and the parties (R44). */
export const relations = ['none', 'self-interest', 'spouse', 'direct-line', 'collateral', 'affinity', 'other'] as const;

/** Why a third signature is unavoidable (R75). */
export const exceptionCodes = ['EX-COLLECTIVE', 'EX-HEARING', 'EX-MAJOR', 'EX-SUPERIOR'] as const;

/** Grounds on which somebody stands aside, or a party asks that he should. */
export const grounds = relations.filter((relation) => relation !== 'none');

export interface SignFields {
  readonly outcome: DecisionOutcome;
  readonly reason: string;
  readonly facts?: string;
  readonly norms?: string;
  readonly departure?: string;
  readonly handlingReason?: string;
  readonly forwardToHead?: boolean;
  readonly exceptionCode?: (typeof exceptionCodes)[number];
  readonly recusal: (typeof relations)[number];
}

/** What goes into the document, and the declaration that goes with the signature. */
export interface Conclusion {
  readonly outcome: DecisionOutcome;
  readonly draft: object;
  readonly declared: object;
}

/** The conclusion as the server takes it, first for the draft and then with the signature. */
export function conclusionOf({
  outcome,
  reason,
  facts = '',
  norms = '',
  departure = '',
  handlingReason = '',
  forwardToHead = false,
  exceptionCode,
  recusal,
}: SignFields): Conclusion {
  const lines = norms
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    outcome,
    draft: {
      outcome,
      reason,
      facts,
      norms: lines,
      ...(departure.trim() === '' ? {} : { departure }),
      ...(handlingReason.trim() === '' ? {} : { handlingReason }),
      ...(forwardToHead ? { forwardToHead } : {}),
      ...(exceptionCode === undefined ? {} : { exceptionCode }),
    },
    declared: { recusal },
  };
}
