import { p256 } from '@noble/curves/nist.js';
import { sm2 } from 'sm-crypto-v2';
import { toHex } from './bytes.ts';

/** Public-key signatures, checked by other code than what made them on the server: one mistake cannot hide in both. */

/** The signer id that GM/T 0009 §7 prescribes where nothing else is agreed. */
const DEFAULT_ID = '1234567812345678';

/**
 * SM2 with SM3 (GB/T 32918.2) by an uncompressed public point of 65 bytes. Takes the DER pair of GB/T 35276, or the 64 bytes
 * r‖s that some seals in the field carry. Anything malformed is no signature, never a fault.
 */
export function verifySm2(signature: Uint8Array, message: Uint8Array, point: Uint8Array): boolean {
  if (point.length !== 65 || point[0] !== 4) return false;
  const publicKey = toHex(point);
  try {
    const options = { der: signature.length !== 64, hash: true, userId: DEFAULT_ID, publicKey };
    return sm2.doVerifySignature(message, toHex(signature), preparedFor(publicKey), options);
  } catch {
    return false;
  }
}

type Prepared = ReturnType<typeof sm2.precomputePublicKey>;

/** Keys met before, and what was worked out from them: three times as fast from then on, and it costs two verifications. */
const prepared = new Map<string, Prepared | undefined>();
const KEYS_KEPT = 64;
const WINDOW_BITS = 4;

/** The key itself when it is met first. One that is on no curve throws. */
function preparedFor(publicKey: string): string | Prepared {
  const known = prepared.get(publicKey);
  if (known !== undefined) return known;
  const isMetAgain = prepared.has(publicKey);
  const [eldest] = prepared.keys();
  if (eldest !== undefined && prepared.size >= KEYS_KEPT) prepared.delete(eldest);
  const ready = isMetAgain ? sm2.precomputePublicKey(publicKey, WINDOW_BITS) : undefined;
  prepared.set(publicKey, ready);
  return ready ?? publicKey;
}

/** ECDSA over P-256 with SHA-256 (FIPS 186-5), the signature as a DER pair, the point uncompressed. */
export function verifyP256(signature: Uint8Array, message: Uint8Array, point: Uint8Array): boolean {
  try {
    return p256.verify(signature, message, point, { format: 'der', lowS: false });
  } catch {
    return false;
  }
}

/** The same with the signature as the 64 bytes r‖s (RFC 7518 §3.4). */
export function verifyP256Pair(signature: Uint8Array, message: Uint8Array, point: Uint8Array): boolean {
  try {
    return p256.verify(signature, message, point, { format: 'compact', lowS: false });
  } catch {
    return false;
  }
}
