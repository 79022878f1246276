import { z } from 'zod';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import type { Instant } from '../kernel/time.ts';

const Base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(65_536);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What was put to the passkey: who signs what, in the order ticked, asked when and once. */
export const Asked = z.strictObject({
  nonce: Base64url,
  askedAt: z.string(),
  /** SM3 of the canonical bytes of every decision that this one ceremony confirms, in order. */
  decisions: z.array(Hash).min(1).max(200),
});
export type Asked = z.infer<typeof Asked>;

/**
 * How the signer confirmed, as the event keeps it beside his certificate's signature (R72). A passkey leaves all that anybody
 * needs to verify it later: public key, authenticator data, client data, signature and what the challenge was the hash of.
 */
export const Confirmation = z.discriminatedUnion('way', [
  z.strictObject({
    way: z.literal('passkey'),
    credentialId: Base64url,
    /** COSE_Key (RFC 9052), as the authenticator gave it at registration. */
    publicKey: Base64url,
    authenticatorData: Base64url,
    clientDataJSON: Base64url,
    signature: Base64url,
    rpId: z.string(),
    origin: z.string(),
    asked: Asked,
  }),
  /** The signing PIN, which opened the key, and the code of this time step (RFC 6238). */
  z.strictObject({ way: z.literal('code'), step: z.int() }),
  /** The signing PIN alone: for development and demonstrations. */
  z.strictObject({ way: z.literal('pin') }),
]);
export type Confirmation = z.infer<typeof Confirmation>;

/** The canonical text whose SM3 is the challenge: signer and district stand in it, so that no other ceremony fits. */
export function challengeText(realm: string, signer: string, asked: Asked): string {
  return canonicalJson({ purpose: 'liangqian sign decisions', realm, signer, ...asked });
}

/** The challenge that the passkey signs (WebAuthn §5.8.1), base64url. */
export function challengeOf(realm: string, signer: string, asked: Asked): string {
  return Buffer.from(sm3Hex(challengeText(realm, signer, asked)), 'hex').toString('base64url');
}

/** The answer of `navigator.credentials.get`, as browsers write it in JSON (WebAuthn Level 3). */
export const PasskeyAnswer = z.strictObject({
  /** The nonce of the challenge that it answers. */
  nonce: Base64url,
  credential: z.object({
    id: Base64url,
    rawId: Base64url,
    type: z.literal('public-key'),
    response: z.object({ clientDataJSON: Base64url, authenticatorData: Base64url, signature: Base64url }),
  }),
});
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

/** The answer of `navigator.credentials.create`. */
export const NewPasskey = z.strictObject({
  nonce: Base64url,
  credential: z.object({
    id: Base64url,
    rawId: Base64url,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: Base64url,
      attestationObject: Base64url,
      transports: z.array(z.string().max(32)).max(10).exactOptional(),
    }),
  }),
});
export type NewPasskey = z.infer<typeof NewPasskey>;

/** What may be done to one's own ways of confirming. */
export const WayChange = z.enum(['addPasskey', 'addCodes', 'removePasskey', 'removeCodes']);
export type WayChange = z.infer<typeof WayChange>;

/** The question about a change, which the passkey signs as it signs those about decisions; neither can pass for the other. */
export function changeChallengeOf(
  realm: string,
  personId: string,
  asked: { readonly nonce: string; readonly askedAt: Instant; readonly change: string },
): string {
  const text = canonicalJson({ purpose: 'liangqian change ways of confirming', realm, personId, ...asked });
  return Buffer.from(sm3Hex(text), 'hex').toString('base64url');
}

/** The answer by a way that one holds already, before another is added or one is taken away (R72). */
export const WayProof = z.union([
  z.strictObject({ passkey: PasskeyAnswer }),
  z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
]);
export type WayProof = z.infer<typeof WayProof>;

/** Through which session an answer came: a challenge is good only in the session in which it was asked. */
export interface CameThrough {
  readonly login: string;
  readonly tokenHash: string;
  readonly address: string;
}

/** What a signer brings to confirm with. */
export type Confirming =
  | { readonly pin: string; readonly code?: string; readonly through?: CameThrough }
  | { readonly passkey: PasskeyAnswer; readonly through: CameThrough };

/** One question to a passkey, while it waits for its answer. */
export interface Challenge {
  readonly nonce: string;
  readonly purpose: 'register' | 'sign' | 'change';
  readonly personId: string;
  readonly tokenHash: string;
  readonly rpId: string;
  readonly origin: string;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
  /** What is asked about: decisions by their hashes, or the one change. */
  readonly decisions: readonly string[];
  readonly usedBy: string | null;
}
