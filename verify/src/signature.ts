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
  try {
    const der = signature.length !== 64;
    return sm2.doVerifySignature(message, toHex(signature), toHex(point), { der, hash: true, userId: DEFAULT_ID });
  } catch {
    return false;
  }
}

/** ECDSA over P-256 with SHA-256 (FIPS 186-5), the signature as a DER pair, the point uncompressed. */
export function verifyP256(signature: Uint8Array, message: Uint8Array, point: Uint8Array): boolean {
  try {
    return p256.verify(signature, message, point, { format: 'der', lowS: false });
  } catch {
    return false;
  }
}
