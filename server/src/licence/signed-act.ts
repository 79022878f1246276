import { z } from 'zod';
import { Confirmation } from '../confirmation/confirmation.ts';
import { RelationKind } from '../identity/identity.ts';
import type { MandateRef } from '../journal/journal.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import type { Instant } from '../kernel/time.ts';

/** What a signer says of himself before he acts on a licence (R44, T05). */
export const LicenceRecusal = z.union([z.literal('none'), RelationKind]);

/** How the organ's person signed an act on a licence, as its event keeps it (R71, R72). */
export const LicenceSigned = z.strictObject({
  recusal: z.literal('none'),
  /** The organ by whose headship he acts; absent under a mandate, which the event names. */
  office: z.string().exactOptional(),
  confirmation: Confirmation,
  signature: z.strictObject({
    algorithm: z.string(),
    certificateSerial: z.string(),
    value: z.base64(),
    certificate: z.base64().exactOptional(),
    timeStamp: z.base64().exactOptional(),
  }),
});
export type LicenceSigned = z.infer<typeof LicenceSigned>;

/** To what a signature on an act is bound beside the words of the act. */
export interface LicenceActPlace {
  readonly stream: string;
  readonly type: string;
  readonly signer: string;
  readonly mandate: MandateRef | undefined;
}

/**
 * SM3 of the canonical act: what a passkey confirms (R72). Its text is the signed one without the instant, which nobody knows
 * before, and without the confirmation itself.
 */
export function licenceActHash({ stream, type, signer, mandate }: LicenceActPlace, data: object): string {
  return sm3Hex(canonicalJson({ stream, type, signer, mandate: mandate ?? null, data }));
}

/**
 * The canonical text of an act on a licence: the bytes that the officer's key signs (R71, R72). `data` is the event's own, its
 * `signed` without the signature, so that anyone can make the text again from the record.
 */
export function licenceActText(
  { stream, type, signer, mandate, at }: LicenceActPlace & { readonly at: Instant },
  data: object,
): string {
  return canonicalJson({ stream, type, signer, mandate: mandate ?? null, at, data });
}
