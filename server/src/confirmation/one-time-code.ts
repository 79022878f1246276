import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../kernel/time.ts';

/** One-time codes by time (RFC 6238): SHA-1, six digits, thirty seconds, as every authenticator application reads them. */
export interface CodeForm {
  readonly algorithm: 'sha1' | 'sha256' | 'sha512';
  readonly digits: number;
}

const USUAL: CodeForm = { algorithm: 'sha1', digits: 6 };
const STEP_SECONDS = 30;
/** Clocks of phones differ: the step before and the step after count too (RFC 6238 §5.2). */
const NEIGHBOURS = [0, -1, 1] as const;

/** The number of the time step in which `at` lies. */
export function stepOf(at: Instant): number {
  return Math.floor(Date.parse(at) / 1000 / STEP_SECONDS);
}

/** The code of one time step (RFC 4226 §5.3 over the step as eight bytes). */
export function codeAt(secret: Uint8Array, step: number, { algorithm, digits }: CodeForm = USUAL): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac(algorithm, secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/** The step whose code this is, at `at` or next to it; undefined when it is none of them. */
export function stepOfCode(secret: Uint8Array, code: string, at: Instant): number | undefined {
  const given = Buffer.from(code);
  return NEIGHBOURS.map((by) => stepOf(at) + by).find((step) => {
    const expected = Buffer.from(codeAt(secret, step));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
}

/** What an authenticator application reads from the QR code (the key URI format); the secret in base32 (RFC 4648). */
export function codeAddress(secret: Uint8Array, issuer: string, login: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`;
  const asked = new URLSearchParams({ secret: base32(secret), issuer, algorithm: 'SHA1', digits: '6', period: '30' });
  return `otpauth://totp/${label}?${asked.toString().replaceAll('+', '%20')}`;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 without padding (RFC 4648 §6), as authenticator applications take it. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => BASE32.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The secret as it is stored: AES-256-GCM, its owner authenticated with it, so that no row passes for another's. */
export function encryptSecret(secret: Uint8Array, key: Uint8Array, iv: Uint8Array, owner: string): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(owner));
  const ciphertext = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), ciphertext]);
}

/** Throws when the bytes were altered, belong to another owner, or were written under another key. */
export function decryptSecret(stored: Uint8Array, key: Uint8Array, owner: string): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(stored.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(stored.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}
