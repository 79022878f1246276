import { createHash, hash as hashOnce } from 'node:crypto';

type Bytes = string | Uint8Array;

/** SM3 (GB/T 32905), lower-case hex. Strings are hashed as UTF-8. */
export function sm3Hex(...parts: readonly Bytes[]): string {
  return digest('sm3', parts);
}

/** SHA-256, lower-case hex. Strings are hashed as UTF-8. */
export function sha256Hex(...parts: readonly Bytes[]): string {
  return digest('sha256', parts);
}

/** SHA-256 as its 32 bytes. */
export function sha256(bytes: Bytes): Buffer {
  // A buffer made by the hash itself has memory of its own, which costs twice as much as the hash of a node of a tree.
  return Buffer.from(hashOnce('sha256', bytes, 'binary'), 'latin1');
}

const FEW_BYTES = 1024;

function bytesOf(part: Bytes): Uint8Array {
  return typeof part === 'string' ? Buffer.from(part) : part;
}

function digest(algorithm: 'sm3' | 'sha256', parts: readonly Bytes[]): string {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return hashOnce(algorithm, only, 'hex');
  // To set a hash up costs more than to copy a few hundred bytes.
  if (parts.reduce((sum, { length }) => sum + length, 0) <= FEW_BYTES)
    return hashOnce(algorithm, Buffer.concat(parts.map(bytesOf)), 'hex');
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
