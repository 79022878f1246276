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
 * Whether the password fits the stored hash. Without an account the same work is done against no hash and the answer is
 * no, so that neither the answer nor its time tells which logins exist.
 */
export async function isPassword(
  password: string,
  stored: string | undefined,
  cost = defaultPasswordCost,
): Promise<boolean> {
  const { key, salt, cost: own } = stored === undefined ? { ...NOBODY, cost } : parse(stored);
  const isEqual = timingSafeEqual(await derive(password, salt, own), key);
  return isEqual && stored !== undefined;
}

const NOBODY = { salt: Buffer.alloc(SALT_BYTES), key: Buffer.alloc(KEY_BYTES) };

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
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        // node refuses above 32 MiB by default, which is exactly what n = 2^15, r = 8 needs.
        scrypt(text, salt, KEY_BYTES, { N: n, r, p, maxmem: 256 * n * r }, (fault, key) =>
          fault === null ? resolve(key) : reject(fault),
        );
      }),
  );
}

/**
 * At most two hashes at once: a flood of sign-ins waits for itself, instead of taking every thread of the pool and the
 * memory (32 MiB each) from files and database connections.
 */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (turns > 0) turns -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) turns += 1;
    else next();
  }
}

let turns = 2;
const waiting: (() => void)[] = [];
