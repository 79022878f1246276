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
  return hashOnce('sha256', bytes, 'buffer');
}

function digest(algorithm: 'sm3' | 'sha256', parts: readonly Bytes[]): string {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return hashOnce(algorithm, only, 'hex');
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
