import { createCipheriv, createDecipheriv, randomBytes, randomUUID, scrypt } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** One private key at rest: encrypted with AES-256-GCM under a stretched secret, its name authenticated with it. */

const base64 = z.base64();
const KeyFile = z.strictObject({
  id: z.string(),
  /** Software keys are for development and test; the word stands in every file that holds one. */
  mark: z.literal('development'),
  salt: base64,
  iv: base64,
  tag: base64,
  ciphertext: base64,
  /** Empty while the licensed authority has not answered the request. */
  certificate: base64,
  wrongPins: z.int().min(0),
  stoppedAt: z.string().exactOptional(),
  /** Its public key, while it waits for a certificate: the PIN that would open it is its owner's. */
  spki: base64.exactOptional(),
  /** Its PIN was given to its owner, so another knew it: it opens nothing until he has changed it. */
  isInitial: z.literal(true).exactOptional(),
  /** Its PIN is told to everybody, as in the demonstration: stretching it would protect nothing and cost a start seconds. */
  isPublished: z.literal(true).exactOptional(),
  /** The request that put it under its PIN: one that comes again, because it was not noted, changes nothing more. */
  pinChange: z.string().exactOptional(),
});
export type KeyFile = z.infer<typeof KeyFile>;

export interface NewKeyFile {
  readonly id: string;
  readonly pkcs8: Uint8Array;
  readonly certificate: Uint8Array;
  readonly salt: Uint8Array;
}

/** About 50 ms and 32 MB a guess for the store, half of it for a PIN, which the store's key protects as well. */
export const STORE_COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 } as const;
export const PIN_COST = { N: 2 ** 14, r: 8, p: 1, maxmem: 64 * 2 ** 20 } as const;

/** A 256-bit key from what a person typed (scrypt, RFC 7914). */
export function stretch(
  secret: string,
  salt: Uint8Array,
  cost: typeof STORE_COST | typeof PIN_COST,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, 32, cost, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

export function encryptKey({ id, pkcs8, certificate, salt }: NewKeyFile, secret: Uint8Array): KeyFile {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(Buffer.from(id));
  const ciphertext = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    id,
    mark: 'development',
    salt: text(salt),
    iv: text(iv),
    tag: text(cipher.getAuthTag()),
    ciphertext: text(ciphertext),
    certificate: text(certificate),
    wrongPins: 0,
  };
}

/** The private key as PKCS#8; undefined when the secret is wrong or the file was altered, which cannot be told apart. */
export function decryptKey(file: KeyFile, secret: Uint8Array): Uint8Array | undefined {
  const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(file.iv, 'base64'), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(file.id)).setAuthTag(Buffer.from(file.tag, 'base64'));
  const plain = decipher.update(Buffer.from(file.ciphertext, 'base64'));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    // The tag does not fit: a wrong PIN or passphrase, or an altered file. The caller says which it can be.
    return undefined;
  }
}

/** The salt of the whole store, made at its first use. */
export async function storeSalt(directory: string): Promise<Uint8Array> {
  const path = join(directory, 'store-salt');
  const known = await readIfThere(path);
  if (known !== undefined) return known;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  try {
    const file = await open(path, 'wx', 0o600);
    const salt = randomBytes(16);
    await file.writeFile(salt);
    await file.sync();
    await file.close();
    return salt;
  } catch (error) {
    // Another process of this installation made it at the same moment.
    const made = await readIfThere(path);
    if (made?.length === 16) return made;
    throw error;
  }
}

export async function findKeyFile(directory: string, id: string): Promise<KeyFile | undefined> {
  const bytes = await readIfThere(keyPath(directory, id));
  if (bytes === undefined) return undefined;
  const file = KeyFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  if (file.id !== id) throw new Error(`the key file of ${id} holds another key`);
  return file;
}

/** Writes the file whole or not at all. */
export async function writeKeyFile(directory: string, file: KeyFile): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const temporary = join(directory, `.${randomUUID()}.tmp`);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(JSON.stringify(file));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, keyPath(directory, file.id));
}

/** Removes a key for good; one that is not there is gone already. */
export function deleteKeyFile(directory: string, id: string): Promise<void> {
  return rm(keyPath(directory, id), { force: true });
}

/** Ids become file names; anything but plain characters is written as its code. */
function keyPath(directory: string, id: string): string {
  return join(directory, `${encodeURIComponent(id).replaceAll('.', '%2E')}.json`);
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
