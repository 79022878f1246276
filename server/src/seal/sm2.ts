import {
  createHash,
  createPrivateKey,
  createPublicKey,
  createSign,
  createVerify,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { derInteger, derSequence } from './der.ts';

/**
 * SM2 signatures with SM3 (GB/T 32918.2) on Node's own OpenSSL. Only `createSign('sm3')` and `createVerify('sm3')` fed
 * with Z and the message give a signature that others accept: `crypto.sign('sm3', …)` signs with an empty signer id
 * and verifies against itself, so the mistake would stay hidden.
 */
export interface Sm2Key {
  readonly key: KeyObject;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
  /** The identity hash of GB/T 32918.2 §5.5, over the default id and the public point. */
  readonly z: Uint8Array;
}

export const SM2_WITH_SM3 = '1.2.156.10197.1.501';

/** The id that GM/T 0009 §7 prescribes where nothing else is agreed. */
const DEFAULT_ID = '1234567812345678';

/** a, b, Gx, Gy of the SM2 curve (GB/T 32918.5 §2). */
const CURVE = Buffer.from(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc' +
    '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
    '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7' +
    'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
  'hex',
);
/** How every uncompressed SM2 public key begins (RFC 5480 §2 with the curve 1.2.156.10197.1.301). */
export const SM2_SPKI_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');

/** A new key pair. */
export function generateSm2Key(): Sm2Key {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' });
  // A key straight out of the generator signs ECDSA, silently; exported and imported again it signs SM2.
  return importSm2PrivateKey(privateKey.export({ type: 'pkcs8', format: 'der' }));
}

export function importSm2PrivateKey(pkcs8: Uint8Array): Sm2Key {
  return sm2Key(createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }));
}

/** Reading a key costs more than half a verification, and the same few certificates come again and again. */
const publicKeys = new Map<string, Sm2Key>();
const PUBLIC_KEYS_KEPT = 1000;

export function importSm2PublicKey(spki: Uint8Array): Sm2Key {
  const name = Buffer.from(spki).toString('latin1');
  const known = publicKeys.get(name);
  if (known !== undefined) return known;
  const key = sm2Key(createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }));
  if (publicKeys.size >= PUBLIC_KEYS_KEPT) publicKeys.clear();
  publicKeys.set(name, key);
  return key;
}

/** How often this process signed and verified with SM2: what a case may cost is a promise that a test keeps. */
export interface Sm2Operations {
  readonly signed: number;
  readonly verified: number;
}

const operations = { signed: 0, verified: 0 };

export function sm2Operations(): Sm2Operations {
  return { ...operations };
}

export function sm2Sign(key: Sm2Key, message: Uint8Array): Uint8Array {
  operations.signed += 1;
  return createSign('sm3').update(key.z).update(message).sign(key.key);
}

/** Accepts the DER pair of GB/T 35276 and the raw 64-byte r‖s that some seals in the field carry. */
export function sm2Verify(key: Sm2Key, message: Uint8Array, signature: Uint8Array): boolean {
  operations.verified += 1;
  const pair = signature.length === 64 ? pairOf(signature) : signature;
  return createVerify('sm3').update(key.z).update(message).verify(key.key, pair);
}

export function sm3(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sm3');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The annex example of GB/T 32918.5 with id 1234567812345678 and message `message digest`. */
const VECTOR = {
  point:
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
    'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  z: 'b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3',
  r: 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
  s: 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
} as const;

/**
 * Run at start: a later runtime could begin to add Z by itself, and every seal made from then on would be worthless.
 */
export function sm2SelfTest(): void {
  const key = importSm2PublicKey(Buffer.concat([SM2_SPKI_PREFIX, Buffer.from(VECTOR.point, 'hex')]));
  const message = Buffer.from('message digest');
  const signature = Buffer.from(VECTOR.r + VECTOR.s, 'hex');
  if (Buffer.from(key.z).toString('hex') !== VECTOR.z) throw new Error('SM2 self-test: the identity hash is wrong');
  if (!sm2Verify(key, message, signature) || sm2Verify(key, Buffer.from('message digesT'), signature)) {
    throw new Error('SM2 self-test: verification does not follow GB/T 32918');
  }
  const own = generateSm2Key();
  if (!sm2Verify(own, message, sm2Sign(own, message))) throw new Error('SM2 self-test: signing does not verify');
}

function sm2Key(key: KeyObject): Sm2Key {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  if (spki.length !== 91 || !spki.subarray(0, 26).equals(SM2_SPKI_PREFIX) || spki[26] !== 4) {
    throw new Error('not an uncompressed SM2 public key');
  }
  const id = Buffer.from(DEFAULT_ID);
  const entl = Buffer.from([0, id.length * 8]);
  return { key, spki, z: sm3(entl, id, CURVE, spki.subarray(27)) };
}

function pairOf(raw: Uint8Array): Uint8Array {
  const hex = Buffer.from(raw).toString('hex');
  return derSequence(derInteger(BigInt(`0x${hex.slice(0, 64)}`)), derInteger(BigInt(`0x${hex.slice(64)}`)));
}
