import { z } from 'zod';
import type { ReceivedApplication } from '../application/application.ts';
import type { MandateRef, Recorded } from '../journal/journal.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import type { Instant } from '../kernel/time.ts';

/** What a signature is bound to beside the signer's own words. */
export interface SigningPlace {
  readonly received: Pick<ReceivedApplication, 'caseNo' | 'itemId' | 'itemVersion' | 'itemHash'>;
  readonly signer: string;
  readonly mandate: MandateRef | undefined;
  readonly at: Instant;
}

/**
 * The canonical decision text: the bytes that the officer's key signs (R71, R72). It is made of what the record keeps, so
 * that anyone can make it again.
 */
export function signedText({ received, signer, mandate, at }: SigningPlace, declaration: object): string {
  const { caseNo, itemId, itemVersion, itemHash } = received;
  return canonicalJson({ caseNo, itemId, itemVersion, itemHash, signer, mandate: mandate ?? null, at, declaration });
}

/**
 * SM3 of the canonical decision bytes: what a passkey confirms (R71, R72). It is the signed text without the instant, which
 * nobody knows before, and without the confirmation itself.
 */
export function decisionHash({ received, signer, mandate }: Omit<SigningPlace, 'at'>, declaration: object): string {
  const { caseNo, itemId, itemVersion, itemHash } = received;
  return sm3Hex(
    canonicalJson({ caseNo, itemId, itemVersion, itemHash, signer, mandate: mandate ?? null, declaration }),
  );
}

export interface SignatureRecord {
  readonly text: string;
  readonly algorithm: string;
  readonly certificateSerial: string;
  readonly value: Uint8Array;
  readonly certificate: Uint8Array | undefined;
  readonly timeStamp: Uint8Array | undefined;
}

const StoredSignature = z.object({
  algorithm: z.string(),
  certificateSerial: z.string(),
  value: z.base64(),
  certificate: z.base64().exactOptional(),
  timeStamp: z.base64().exactOptional(),
});
const Declared = z.looseObject({ signature: StoredSignature });
const Decided = z.object({ signature: Declared });

/** The signature that `event` records, with the text that it covers; undefined when the event carries none. */
export function signatureOf(received: SigningPlace['received'], event: Recorded): SignatureRecord | undefined {
  const declared = event.type === 'DecisionMade' ? Decided.safeParse(event.data).data?.signature : event.data;
  const parsed = Declared.safeParse(declared);
  if (!parsed.success) return undefined;
  const { signature, ...declaration } = parsed.data;
  const place = { received, signer: event.actor.id, mandate: event.mandate, at: event.at };
  return {
    text: signedText(place, declaration),
    algorithm: signature.algorithm,
    certificateSerial: signature.certificateSerial,
    value: Buffer.from(signature.value, 'base64'),
    certificate: bytesOf(signature.certificate),
    timeStamp: bytesOf(signature.timeStamp),
  };
}

function bytesOf(base64: string | undefined): Uint8Array | undefined {
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64');
}
