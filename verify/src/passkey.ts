import { ed25519 } from '@noble/curves/ed25519.js';
import { areEqual, concat, fromBase64, fromHex, toBase64url, toHex, utf8 } from './bytes.ts';
import { canonicalText } from './canonical.ts';
import { sha256, sm3 } from './digest.ts';
import { jsonOf, isObject } from './bundle-file.ts';
import { verifyP256 } from './signature.ts';
import type { Verdict } from './verdict.ts';

/** What a record keeps of a passkey's confirmation: all that is needed to verify it again (WebAuthn Level 3 §7.2). */
export interface PasskeyProof {
  readonly publicKey: Uint8Array;
  readonly authenticatorData: Uint8Array;
  readonly clientData: Uint8Array;
  readonly signature: Uint8Array;
  readonly rpId: string;
  readonly origin: string;
  /** Nonce, instant, and the hashes of the decisions in the order ticked. */
  readonly asked: Readonly<Record<string, unknown>>;
}

/** Reads the confirmation out of a record; undefined where it is none by a passkey. */
export function readPasskeyProof(value: unknown): PasskeyProof | undefined {
  if (!isObject(value) || value['way'] !== 'passkey' || !isObject(value['asked'])) return undefined;
  const bytes = (name: string) => fromBase64url(value[name]);
  const publicKey = bytes('publicKey');
  const authenticatorData = bytes('authenticatorData');
  const clientData = bytes('clientDataJSON');
  const signature = bytes('signature');
  const { rpId, origin, asked } = value;
  if (publicKey === undefined || authenticatorData === undefined || clientData === undefined) return undefined;
  if (signature === undefined || typeof rpId !== 'string' || typeof origin !== 'string') return undefined;
  return { publicKey, authenticatorData, clientData, signature, rpId, origin, asked };
}

/** The user was present, and the device verified that it was he (WebAuthn §6.1). */
const PRESENT_AND_VERIFIED = 0x05;

/**
 * Whether the passkey confirmed exactly the decision with this hash, for this signer of this district; undecided for a kind of key
 * that is not read here.
 */
export function judgePasskey(
  proof: PasskeyProof,
  { realm, signer, decision }: { readonly realm: unknown; readonly signer: unknown; readonly decision: string },
): Verdict {
  const { asked, authenticatorData, clientData, rpId, origin } = proof;
  const decisions: readonly unknown[] = Array.isArray(asked['decisions']) ? asked['decisions'] : [];
  const text = canonicalText({ purpose: 'liangqian sign decisions', realm, signer, ...asked });
  const client = jsonOf(clientData);
  const isAnswer =
    isObject(client) &&
    client['type'] === 'webauthn.get' &&
    client['challenge'] === toBase64url(sm3(utf8(text))) &&
    client['origin'] === origin &&
    client['crossOrigin'] !== true;
  const flags = authenticatorData[32] ?? 0;
  const isOwner = (flags & PRESENT_AND_VERIFIED) === PRESENT_AND_VERIFIED;
  const isHere = areEqual(authenticatorData.subarray(0, 32), sha256(utf8(rpId)));
  if (!decisions.includes(decision) || !isAnswer || !isOwner || !isHere) return false;
  return verifyByCose(proof.publicKey, concat(authenticatorData, sha256(clientData)), proof.signature);
}

/** How COSE keys begin that authenticators make (RFC 9053 §7; CTAP2 writes them in one form only). */
const ES256 = { head: fromHex('a5010203262001215820') ?? new Uint8Array(), between: '225820' };
const EDDSA = { head: fromHex('a4010103272006215820') ?? new Uint8Array() };

function verifyByCose(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Verdict {
  if (key.length === 77 && areEqual(key.subarray(0, 10), ES256.head) && toHex(key.subarray(42, 45)) === ES256.between) {
    return verifyP256(signature, message, concat(Uint8Array.of(4), key.subarray(10, 42), key.subarray(45)));
  }
  if (key.length === 42 && areEqual(key.subarray(0, 10), EDDSA.head))
    return isEdDsa(signature, message, key.subarray(10));
  return undefined;
}

function isEdDsa(signature: Uint8Array, message: Uint8Array, point: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, point);
  } catch {
    // Not sixty-four bytes, or no point: whatever it is, it is no signature of this key.
    return false;
  }
}

function fromBase64url(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string' || !/^[\w-]+$/.test(value)) return undefined;
  const text = value.replaceAll('-', '+').replaceAll('_', '/');
  return fromBase64(text.padEnd(Math.ceil(text.length / 4) * 4, '='));
}
