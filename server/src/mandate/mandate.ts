import type { Employment, OrganKind, OrganLevel, PostKind } from '../identity/identity.ts';
import type { z } from 'zod';
import type { SignedAct } from '../confirmation/confirmation.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { NonDelegable, Power } from './letter.ts';

/**
 * The front of the mandate module: the letter as data, the one question `check` that every act must pass, the index
 * that answers it for all mandates, the red lines of a signature, and the life of a mandate as events.
 */
export { Act, ActScope } from './act.ts';
export type { Granted } from './act.ts';
export { check } from './check.ts';
export { holdVersion, ruleSetHolder } from './held.ts';
export type { HeldVersion, Standing } from './held.ts';
export {
  ApplicantKind,
  Exclusion,
  IntakeCheck,
  isWithinTerm,
  MandateLetter,
  mandateRefOf,
  mandateStream,
  namedPersons,
  NonDelegable,
  outwardOrgan,
  Power,
  Role,
} from './letter.ts';
export type { List } from './letter.ts';
export { forceOf, heldVersions, stateAt, versionInForce, viewMandate } from './life-cycle.ts';
export type { MandateState, MandateView, VersionView } from './life-cycle.ts';
export { createMandateIndex } from './mandate-index.ts';
export type { MandateIndex } from './mandate-index.ts';
export { isReachable, redLines } from './red-lines.ts';
export type { SignFacts } from './red-lines.ts';
export { expiryWarning, liabilityAfterObjection, samplingState, suspensionForLeaver } from './supervision-duty.ts';

/** What the steps must know of the world outside the mandate; `main.ts` answers from identity and catalogue. */
export interface MandateFacts {
  readonly person: (personId: string) => MandatePerson | undefined;
  readonly organ: (code: string) => MandateOrgan | undefined;
  readonly item: (itemId: string) => MandateItemFacts | undefined;
  /** What somebody holds under mandates now usable: a holder can never be grantor of the same power (R101). */
  readonly powersHeldBy: (holder: string) => readonly HeldPower[];
  /** Organ code of the service centre to which officers are posted. */
  readonly centre: string;
  /** Organs that keep the register of mandates: the government-service administration, and the centre for it. */
  readonly filingOrgans: readonly string[];
}

/** What a step that a person signs is given beside (R71, R72). Both are absent where it was signed on paper, or a robot acts. */
export interface SigningFacts extends MandateFacts {
  /** SM3 of the letter as it is printed for its signers now. */
  readonly documentHash?: string | Refusal;
  readonly signed?: SignedAct | Refusal;
}

export interface MandatePerson {
  readonly organ: string;
  readonly employment: z.infer<typeof Employment>;
  /** Posts held now. */
  readonly posts: readonly {
    readonly kind: z.infer<typeof PostKind>;
    readonly organ: string;
    readonly centre?: string;
  }[];
  /** In office, not suspended, certificate not revoked (R105). */
  readonly active: boolean;
}

export interface MandateOrgan {
  readonly name: string;
  readonly uscc: string;
  readonly level: z.infer<typeof OrganLevel>;
  readonly kind: z.infer<typeof OrganKind>;
  readonly headPersonId: string | null;
}

export interface MandateItemFacts {
  readonly dept: string;
  readonly level: z.infer<typeof OrganLevel>;
  readonly signClass: 0 | 1 | 2 | 'EX';
  readonly ruleSetHash: string | null;
  readonly decidableOnTheSpot: boolean;
  readonly inForce: boolean;
}

export interface HeldPower {
  readonly mandateNo: string;
  readonly itemId: string;
  readonly power: Power | NonDelegable;
}
