import { sha256 } from '../kernel/digest.ts';

/**
 * Leaves of Sigsum (log protocol v1) from the side of whoever makes many of them; the checking side is the package `verify`, which
 * shares no line with this.
 */

const NAMESPACE = Buffer.from('sigsum.org/v1/tree-leaf\0');
export const CHECKSUM_BYTES = 32;
export const SIGNATURE_BYTES = 64;
export const KEY_HASH_BYTES = 32;
export const LEAF_BYTES = CHECKSUM_BYTES + SIGNATURE_BYTES + KEY_HASH_BYTES;
export const MESSAGE_BYTES = NAMESPACE.length + CHECKSUM_BYTES;

/** What a leaf says of the record: the hash of the hash of what was submitted. */
export function checksumOf(record: Uint8Array | string): Buffer {
  return sha256(sha256(record));
}

/** What the submitter of a leaf signs; begins with the checksum in a leaf, too. */
export function leafMessage(checksum: Uint8Array): Buffer {
  const message = Buffer.allocUnsafe(MESSAGE_BYTES);
  message.set(NAMESPACE);
  message.set(checksum.subarray(0, CHECKSUM_BYTES), NAMESPACE.length);
  return message;
}

/** The 128 bytes that the tree holds. */
export function makeLeaf(checksum: Uint8Array, signature: Uint8Array, keyHash: Uint8Array): Buffer {
  if (signature.length !== SIGNATURE_BYTES) throw new Error(`a signature of Ed25519 has not ${signature.length} bytes`);
  const leaf = Buffer.allocUnsafe(LEAF_BYTES);
  leaf.set(checksum);
  leaf.set(signature, CHECKSUM_BYTES);
  leaf.set(keyHash, CHECKSUM_BYTES + SIGNATURE_BYTES);
  return leaf;
}
