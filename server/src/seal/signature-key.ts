import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import {
  generateSm2Key,
  importSm2PrivateKey,
  importSm2PublicKey,
  SM2_SPKI_PREFIX,
  SM2_WITH_SM3,
  sm2Sign,
  sm2Verify,
} from './sm2.ts';

/**
 * The two kinds of keys: SM2 for what Chinese verifiers read (GB/T 32918), P-256 for what ordinary PDF readers and
 * hardware without SM2 read (FIPS 186-5). Everything above this file is the same for both.
 */
export type KeyAlgorithm = 'sm2' | 'p256';

/** The signature algorithm in certificates, requests and lists: SM2 with SM3; ECDSA with SHA-256 (RFC 5758). */
export const SIGNATURE_OID = {
  sm2: SM2_WITH_SM3,
  p256: '1.2.840.10045.4.3.2',
} as const satisfies Record<KeyAlgorithm, string>;

/** What signs, wherever its private part lives. */
export interface SignatureKey {
  readonly algorithm: KeyAlgorithm;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
  /** The signature over `bytes` as the DER pair of r and s. */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** A key in this process's memory: for development and test, and to be stored encrypted. */
export interface SoftwareKey extends SignatureKey {
  readonly pkcs8: () => Uint8Array;
}

/** A new key pair. */
export function generateKey(algorithm: KeyAlgorithm): SoftwareKey {
  if (algorithm === 'sm2') return sm2Software(generateSm2Key());
  return p256Software(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
}

/** Reads a private key of either kind from PKCS#8; throws where it is of a third. */
export function importKey(pkcs8: Uint8Array): SoftwareKey {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return key.asymmetricKeyType === 'ec' ? p256Software(key) : sm2Software(importSm2PrivateKey(pkcs8));
}

/** Which of the two a public key is; undefined for any other. */
export function algorithmOf(spki: Uint8Array): KeyAlgorithm | undefined {
  const begins = (prefix: Uint8Array) => spki.length === 91 && prefix.every((byte, index) => spki[index] === byte);
  if (begins(SM2_SPKI_PREFIX)) return 'sm2';
  return begins(P256_SPKI_PREFIX) ? 'p256' : undefined;
}

/** Whether `signature` is this key's over `message`; false also for a key that is of neither kind or on no curve. */
export function verifySignature(spki: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    switch (algorithmOf(spki)) {
      case 'sm2':
        return sm2Verify(importSm2PublicKey(spki), message, signature);
      case 'p256':
        return verify(
          'sha256',
          message,
          createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }),
          signature,
        );
      default:
        return false;
    }
  } catch {
    // The point is not on the curve: whatever the signature is, it is not this key's.
    return false;
  }
}

/** How every uncompressed P-256 public key begins (RFC 5480 §2). */
export const P256_SPKI_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

function sm2Software(key: ReturnType<typeof generateSm2Key>): SoftwareKey {
  return {
    algorithm: 'sm2',
    spki: key.spki,
    sign: (bytes) => Promise.resolve(sm2Sign(key, bytes)),
    pkcs8: () => key.key.export({ type: 'pkcs8', format: 'der' }),
  };
}

function p256Software(key: KeyObject): SoftwareKey {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  if (algorithmOf(spki) !== 'p256') throw new Error('neither an SM2 nor a P-256 key');
  return {
    algorithm: 'p256',
    spki,
    sign: (bytes) => Promise.resolve(sign('sha256', bytes, key)),
    pkcs8: () => key.export({ type: 'pkcs8', format: 'der' }),
  };
}
