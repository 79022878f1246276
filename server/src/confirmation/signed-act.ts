import { z } from 'zod';
import type { FenceUse, MandateRef } from '../journal/journal.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import type { Instant } from '../kernel/time.ts';
import { Confirmation } from './record.ts';
import type { StaffSignature } from './signer.ts';

/** How a person signed an act outside a case, as its event keeps it: his confirmation, and his certificate's signature (R71, R72). */
export const ActSigned = z.strictObject({
  confirmation: Confirmation,
  signature: z.strictObject({
    algorithm: z.string(),
    certificateSerial: z.string(),
    value: z.base64(),
    certificate: z.base64().exactOptional(),
    timeStamp: z.base64().exactOptional(),
  }),
});
export type ActSigned = z.infer<typeof ActSigned>;

/** An act as its signer signed it, with the fences of his way of confirming. */
export interface SignedAct<Declared extends object = object> {
  readonly signed: Declared & { readonly confirmation: Confirmation; readonly signature: StaffSignature };
  readonly fences: readonly FenceUse[];
}

/** To what a signature on an act is bound beside the words of the act. */
export interface ActPlace {
  readonly stream: string;
  readonly type: string;
  readonly signer: string;
  readonly mandate?: MandateRef | undefined;
}

/**
 * SM3 of the canonical act: what a passkey confirms (R72). Its text is the signed one without the instant, which nobody knows
 * before, and without the confirmation itself.
 */
export function actHash({ stream, type, signer, mandate }: ActPlace, data: object): string {
  return sm3Hex(canonicalJson({ stream, type, signer, mandate: mandate ?? null, data }));
}

/**
 * The canonical text of an act: the bytes that the signer's key signs (R71, R72). `data` is the event's own, its `signed` without
 * the signature, so that anyone can make the text again from the record.
 */
export function actText(
  { stream, type, signer, mandate, at }: ActPlace & { readonly at: Instant },
  data: object,
): string {
  return canonicalJson({ stream, type, signer, mandate: mandate ?? null, at, data });
}
