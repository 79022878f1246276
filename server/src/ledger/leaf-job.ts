import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { CHECKSUM_BYTES, KEY_HASH_BYTES, LEAF_BYTES, leafMessage, MESSAGE_BYTES, SIGNATURE_BYTES } from './leaf.ts';

/** The signatures of many leaves, made or checked one after the other: what a worker thread is asked, and what it answers. */

/** What is to be signed side by side, and the key under which the leaves are handed in. */
interface SignJob {
  readonly kind: 'sign';
  readonly secret: KeyObject;
  readonly messages: Uint8Array;
}

/** Leaves side by side, and the keys that may have handed them in, by the hash that a leaf names. */
interface CheckJob {
  readonly kind: 'check';
  readonly leaves: Uint8Array;
  readonly keys: ReadonlyMap<string, KeyObject>;
}

export type LeafJob = SignJob | CheckJob;

/** What is said of a leaf: that its signature holds, that nobody named the key, or that the signature does not hold. */
export const LEAF_SIGNED = 0;
export const LEAF_OF_NOBODY = 1;
export const LEAF_FORGED = 2;

/** SubjectPublicKeyInfo of Ed25519 up to the key itself (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** A raw Ed25519 key as OpenSSL takes it. */
export function leafKey(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
}

/** How a leaf names the key that handed it in. */
export function keyNamedBy(leaf: Uint8Array): string {
  return Buffer.from(leaf.buffer, leaf.byteOffset + LEAF_BYTES - KEY_HASH_BYTES, KEY_HASH_BYTES).toString('latin1');
}

/** The signatures side by side, or one byte for each leaf. */
export function answerTo(job: LeafJob): Uint8Array<ArrayBuffer> {
  switch (job.kind) {
    case 'sign':
      return signatures(job);
    case 'check':
      return verdicts(job);
    default:
      return job satisfies never;
  }
}

function signatures({ secret, messages }: SignJob): Uint8Array<ArrayBuffer> {
  const count = messages.length / MESSAGE_BYTES;
  const made = new Uint8Array(count * SIGNATURE_BYTES);
  for (let nth = 0; nth < count; nth += 1) {
    const message = messages.subarray(nth * MESSAGE_BYTES, (nth + 1) * MESSAGE_BYTES);
    made.set(sign(null, message, secret), nth * SIGNATURE_BYTES);
  }
  return made;
}

function verdicts({ leaves, keys }: CheckJob): Uint8Array<ArrayBuffer> {
  const found = new Uint8Array(leaves.length / LEAF_BYTES);
  for (let nth = 0; nth < found.length; nth += 1) {
    const leaf = leaves.subarray(nth * LEAF_BYTES, (nth + 1) * LEAF_BYTES);
    const key = keys.get(keyNamedBy(leaf));
    found[nth] = key === undefined ? LEAF_OF_NOBODY : said(verify(null, leafMessage(leaf), key, signatureIn(leaf)));
  }
  return found;
}

/** The same for a single leaf, in the thread pool. */
export async function judgeAside(leaf: Uint8Array, keys: ReadonlyMap<string, KeyObject>): Promise<number> {
  const key = leaf.length === LEAF_BYTES ? keys.get(keyNamedBy(leaf)) : undefined;
  return key === undefined ? LEAF_OF_NOBODY : said(await verifyAside(null, leafMessage(leaf), key, signatureIn(leaf)));
}

const verifyAside = promisify(verify);

function said(isSigned: boolean): number {
  return isSigned ? LEAF_SIGNED : LEAF_FORGED;
}

function signatureIn(leaf: Uint8Array): Uint8Array {
  return leaf.subarray(CHECKSUM_BYTES, CHECKSUM_BYTES + SIGNATURE_BYTES);
}
