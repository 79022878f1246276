import { sha256 as sha256Of } from '@noble/hashes/sha2.js';
import { sm3 as sm3Of } from 'sm-crypto-v2';
import { concat, fromHex } from './bytes.ts';

/** SHA-256 (FIPS 180-4) over the parts one after the other. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  return sha256Of(parts.length === 1 && parts[0] !== undefined ? parts[0] : concat(...parts));
}

/** SM3 (GB/T 32905) over the parts one after the other. */
export function sm3(...parts: readonly Uint8Array[]): Uint8Array {
  return fromHex(sm3Of(parts.length === 1 && parts[0] !== undefined ? parts[0] : concat(...parts))) ?? new Uint8Array();
}
