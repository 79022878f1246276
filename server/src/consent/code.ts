import { createHmac, scryptSync } from 'node:crypto';

/** Digits of a code 亮证码: what somebody can read out, and a scanner types. */
const DIGITS = 8;
const SPACE = 10 ** DIGITS;

/** The code as people type and scanners send it; undefined where it is none. Full-width digits and spaces are understood. */
export function readCode(text: string): string | undefined {
  const digits = text.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return /^\d{8}$/.test(digits) ? digits : undefined;
}

/** A fresh code out of random bytes, every one of the 10⁸ as likely as the next; undefined for bytes that must be drawn again. */
export function codeFrom(random: Uint8Array): string | undefined {
  const drawn = Buffer.from(random).readUInt32BE(0);
  // The tail of the range would make small codes likelier.
  if (drawn >= Math.floor(2 ** 32 / SPACE) * SPACE) return undefined;
  return String(drawn % SPACE).padStart(DIGITS, '0');
}

/**
 * The key under which codes are kept, derived from the secret of the installation. Without it 10⁸ plain hashes are tried in a
 * minute; with it a stolen table tells nothing.
 */
export function codeKey(passphrase: string, realm: string): Buffer {
  return scryptSync(passphrase, `liangqian consent code ${realm}`, 32, { N: 16_384, r: 8, p: 1 });
}

/** What is kept of a code: an HMAC. Codes are found by it, so that no comparison of secrets takes a telling time. */
export function codeDigest(key: Buffer, code: string): Buffer {
  return createHmac('sha256', key).update(code).digest();
}
