import { scrypt, timingSafeEqual } from 'node:crypto';
import type { Refusal } from '../kernel/refusal.ts';
import { refuse } from '../kernel/refusal.ts';
import { identityRefusals } from './refusals.ts';

/** Cost of scrypt (RFC 7914). Written into every hash, so that raising it later leaves old hashes readable. */
export interface PasswordCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

export const defaultPasswordCost: PasswordCost = { n: 2 ** 15, r: 8, p: 1 };

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const MIN_LENGTH = 10;
const HASH = /^scrypt\$n=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/;

/** Refuses a password that is short or contains the login. */
export function checkPassword(login: string, password: string): Refusal<'password-weak'> | undefined {
  const isLong = [...password].length >= MIN_LENGTH;
  const isOwnLogin = password.toLowerCase().includes(login.toLowerCase());
  return isLong && !isOwnLogin ? undefined : refuse(identityRefusals, 'password-weak', { minLength: MIN_LENGTH });
}

/** The stored form `scrypt$n=…,r=…,p=…$salt$key`. `salt` is 16 fresh random bytes. */
export async function hashPassword(password: string, salt: Uint8Array, cost = defaultPasswordCost): Promise<string> {
  if (salt.length < SALT_BYTES) throw new Error(`a password salt has at least ${SALT_BYTES} bytes`);
  const key = await derive(password, salt, cost);
  return `scrypt$n=${cost.n},r=${cost.r},p=${cost.p}$${Buffer.from(salt).toString('base64url')}$${key.toString('base64url')}`;
}

/**
 * Whether the password fits the stored hash. Without an account the same work is done against a fixed hash and the answer
 * is no, so that neither the answer nor its time tells which logins exist.
 */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const { cost, salt, key } = parse(stored ?? NOBODY);
  const derived = await derive(password, salt, cost);
  const isEqual = timingSafeEqual(derived, key);
  return isEqual && stored !== undefined;
}

/** Hash of no account, at the default cost. */
const NOBODY = `scrypt$n=${defaultPasswordCost.n},r=8,p=1$${Buffer.alloc(SALT_BYTES).toString('base64url')}$${Buffer.alloc(KEY_BYTES).toString('base64url')}`;

function parse(stored: string): { readonly cost: PasswordCost; readonly salt: Buffer; readonly key: Buffer } {
  const [, n, r, p, salt = '', key = ''] = HASH.exec(stored) ?? [];
  const parsed = {
    cost: { n: Number(n), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
  if (parsed.key.length !== KEY_BYTES) throw new Error('a stored password hash is not readable');
  return parsed;
}

function derive(password: string, salt: Uint8Array, { n, r, p }: PasswordCost): Promise<Buffer> {
  // One spelling of the same characters, whatever keyboard made them (RFC 8265 §4.2).
  const text = password.normalize('NFC');
  return new Promise((resolve, reject) => {
    // node refuses above 32 MiB by default, which is exactly what n = 2^15, r = 8 needs.
    scrypt(text, salt, KEY_BYTES, { N: n, r, p, maxmem: 256 * n * r }, (fault, key) =>
      fault === null ? resolve(key) : reject(fault),
    );
  });
}
