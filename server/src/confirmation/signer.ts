import type { FenceUse } from '../journal/journal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Confirmation, Confirming } from './record.ts';

/** A person's signature over the canonical bytes of what he signs (R71, R72). */
export interface StaffSignature {
  readonly algorithm: string;
  readonly certificateSerial: string;
  readonly value: string;
  /** The signer's certificate, DER in base64, so that anyone can check the signature from the record alone. */
  readonly certificate?: string;
  /** A time stamp of an authority outside over `value` (RFC 3161), DER in base64. */
  readonly timeStamp?: string;
}

/** The signer's own key, opened by a confirmation of his, with what the record keeps of that. */
export interface ConfirmedKey {
  readonly confirmation: Confirmation;
  /** Passed by the act: no way of confirming outlives the commit that removed it. */
  readonly fences: readonly FenceUse[];
  /** False once the person's ways of confirming have changed: then he is asked anew. */
  readonly stands: () => boolean;
  readonly sign: (bytes: Uint8Array) => Promise<StaffSignature | Refusal>;
}

/** Signs with the signer's own key; there is no other way to it than a confirmation. */
export interface StaffSigner {
  /** Opens the key for one ceremony: the act, or the batch, `useId` (R72). */
  readonly confirm: (asked: {
    readonly personId: string;
    readonly given: Confirming;
    readonly useId: string;
    readonly at: Instant;
  }) => Promise<ConfirmedKey | Refusal>;
}
