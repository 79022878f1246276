import type { FenceUse, NewEvent } from '../journal/journal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { PlainDate } from '../kernel/time.ts';

/**
 * A legal moment and its sealed letter share one commit: the step that decides asks for the letter through this port, and
 * appends the letter's event beside its own. `main.ts` wires it to the modules document and seal, which come later in the
 * story than acceptance and decision.
 */
export interface LetterPort {
  /** Renders without sealing: what the officer sees and signs. */
  readonly draft: (request: LetterRequest) => Promise<DraftLetter | Refusal>;
  /** Renders and seals. */
  readonly seal: (request: LetterRequest) => Promise<SealedLetter | Refusal>;
  /** The characters of a name that no letter could print; a refusal where that cannot be told just now. */
  readonly missingIn: (name: string) => Promise<readonly string[] | Refusal>;
}

export interface LetterRequest {
  readonly caseNo: string;
  readonly itemId: string;
  readonly itemName: string;
  /** Code of the organ in whose name the letter goes out: always the grantor (R103). */
  readonly organ: string;
  readonly addressee: string;
  readonly on: PlainDate;
  readonly at: string;
  readonly servedOnline: boolean;
  /** What makes the letter checkable, in small print: mandate, version, hash, actors. */
  readonly record: readonly string[];
  readonly body: LetterBody;
  /** 1 for the first letter of its kind in the case, which nearly all are: some notices come again. */
  readonly ordinal: number;
}

export type LetterBody =
  | {
      readonly kind: 'acceptanceNotice';
      readonly receivedOn: PlainDate;
      readonly acceptedOn: PlainDate;
      readonly deemed: boolean;
      /** A real-estate registry accepts by its own regulation (R29). */
      readonly byRegistry?: boolean;
      readonly statutoryDueOn: PlainDate;
      readonly promisedDueOn: PlainDate;
      readonly provisional: boolean;
      readonly tolerated: readonly { readonly name: string; readonly untilOn: PlainDate }[];
      readonly materials: readonly string[];
    }
  | {
      readonly kind: 'correctionNotice';
      readonly receivedOn: PlainDate;
      /** The last day for the answer. */
      readonly correctBy: PlainDate;
      readonly defects: readonly LetterDefect[];
    }
  | {
      readonly kind: 'nonAcceptanceNotice';
      readonly outcome: 'NOT_NEEDED' | 'NOT_OURS';
      readonly receivedOn: PlainDate;
      readonly reason: string;
      readonly competentOrgan?: string;
    }
  | {
      readonly kind: 'specialProcedureNotice';
      readonly procedure: string;
      readonly workingDays: number;
      readonly stopsClock: boolean;
      readonly basis: string;
    }
  | {
      readonly kind: 'hearingNotice';
      readonly heldOn: PlainDate;
      readonly place: string;
      readonly presider: string;
    }
  | {
      readonly kind: 'extensionNotice';
      readonly reason: string;
      readonly workingDays: number;
      readonly newDueOn: PlainDate;
    }
  | { readonly kind: 'terminationNotice'; readonly ground: string; readonly reason: string; readonly basis: string }
  | {
      readonly kind: 'grantDecision';
      readonly acceptedOn: PlainDate;
      readonly onPromise: boolean;
      readonly byRuleSet?: string;
      /** The silence of the organ granted it (R63). */
      readonly deemedRenewal?: boolean;
      readonly reason: string;
      readonly result: string;
      readonly validity: string;
    }
  | {
      /** 电子签名法3: the decision was made on paper; this only records it, and no seal goes under it. */
      readonly kind: 'paperDecisionRecord';
      readonly acceptedOn: PlainDate;
      readonly result: string;
      readonly signer: string;
      readonly paperNo: string;
      readonly signedOn: PlainDate;
      readonly reason: string;
    }
  | {
      readonly kind: 'refusalDecision';
      readonly acceptedOn: PlainDate;
      readonly facts: string;
      readonly norms: readonly string[];
      readonly reason: string;
    };

export interface LetterDefect {
  readonly what: string;
  readonly need: string;
}

export interface DraftLetter {
  /** SM3 of the unsealed PDF: what signatures and the seal are bound to. */
  readonly documentHash: string;
  readonly docNo: string;
  readonly pdf: Uint8Array;
}

export interface SealedLetter {
  readonly documentHash: string;
  readonly docNo: string;
  /** `LetterSealed` or `DecisionSealed`, ready to be appended beside the act. */
  readonly event: NewEvent;
  /** The seal must be in use until the commit. */
  readonly fences: readonly FenceUse[];
}
