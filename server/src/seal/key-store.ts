import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomUUID, scrypt } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { sealRefusals, type SealRefusalCode } from './refusals.ts';
import { generateSm2Key, importSm2PrivateKey, sm2Sign, type Sm2Key } from './sm2.ts';

/** A key with its certificate, ready to sign; the private part never leaves the driver. */
export interface SigningKey {
  readonly certificate: Uint8Array;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** Where software keys live. They are for development and test: nothing signed with them has legal force. */
export interface KeyStore {
  readonly development: true;
  /** Makes a key and stores it with the certificate that `certify` issues for it; an existing key stays as it is. */
  readonly ensure: (id: string, certify: (key: Sm2Key) => Uint8Array | Promise<Uint8Array>) => Promise<SigningKey>;
  readonly open: (id: string) => Promise<SigningKey>;
  /** For the development authority only: the key itself, to issue certificates. */
  readonly openKey: (id: string) => Promise<{ readonly key: Sm2Key; readonly certificate: Uint8Array }>;
  /** A person's key under a PIN that the platform does not keep; making it again replaces the old one. */
  readonly createPersonal: (
    personId: string,
    pin: string,
    certify: (key: Sm2Key) => Uint8Array | Promise<Uint8Array>,
  ) => Promise<{ readonly certificate: Uint8Array }>;
  readonly hasPersonal: (personId: string) => Promise<boolean>;
  readonly openPersonal: (personId: string, pin: string) => Promise<SigningKey | Refusal<SealRefusalCode>>;
  /** The key was lost, or its owner left: it signs no more (T13). */
  readonly stopPersonal: (personId: string, at: Instant) => Promise<void>;
}

export interface KeyStoreOptions {
  readonly directory: string;
  readonly passphrase: string;
}

const base64 = z.base64();
const KeyFile = z.strictObject({
  id: z.string(),
  mark: z.literal('development'),
  salt: base64,
  iv: base64,
  tag: base64,
  ciphertext: base64,
  certificate: base64,
  wrongPins: z.int().min(0),
  stoppedAt: z.string().exactOptional(),
});
type KeyFile = z.infer<typeof KeyFile>;

/** About 50 ms and 32 MB a guess for the store, half of it for a PIN, which the store's key protects as well. */
const STORE_COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 } as const;
const PIN_COST = { N: 2 ** 14, r: 8, p: 1, maxmem: 64 * 2 ** 20 } as const;
const WRONG_PINS_ALLOWED = 6;

/** Keys in encrypted files: scrypt and AES-256-GCM, the key's name authenticated with it. */
export function fileKeyStore({ directory, passphrase }: KeyStoreOptions): KeyStore {
  let master: Promise<Uint8Array> | undefined;
  const opened = new Map<string, Promise<{ readonly key: Sm2Key; readonly certificate: Uint8Array }>>();
  /** Reading, counting and writing of one personal key happen one after another. */
  const turns = new Map<string, Promise<unknown>>();

  function masterKey(): Promise<Uint8Array> {
    master ??= storeSalt(directory).then((salt) => derive(passphrase, salt, STORE_COST));
    return master;
  }

  async function load(id: string) {
    const file = await findKeyFile(directory, id);
    if (file === undefined) throw new Error(`the key store has no key ${id}`);
    const pkcs8 = decrypt(file, await masterKey());
    if (pkcs8 === undefined) throw new Error(`key ${id} cannot be opened: wrong passphrase or altered file`);
    return { key: importSm2PrivateKey(pkcs8), certificate: Buffer.from(file.certificate, 'base64') };
  }

  function openKey(id: string) {
    const known = opened.get(id) ?? load(id);
    opened.set(id, known);
    // A failed opening is not remembered: the key may be made in the meantime.
    known.catch(() => opened.delete(id));
    return known;
  }

  async function pinKey(pin: string, salt: Uint8Array): Promise<Uint8Array> {
    const stretched = await derive(pin, salt, PIN_COST);
    // Without the store's own key a stolen file does not even let anyone try PINs.
    return createHmac('sha256', await masterKey())
      .update(stretched)
      .digest();
  }

  function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const result = (turns.get(id) ?? Promise.resolve()).then(work, work);
    turns.set(id, result);
    return result;
  }

  return {
    development: true,
    ensure: (id, certify) =>
      inTurn(id, async () => {
        if ((await findKeyFile(directory, id)) === undefined) {
          const key = generateSm2Key();
          await writeKeyFile(
            directory,
            encrypt({ id, key, certificate: await certify(key), salt: randomBytes(16) }, await masterKey()),
          );
        }
        const { key, certificate } = await openKey(id);
        return signingKey(key, certificate);
      }),
    async open(id) {
      const { key, certificate } = await openKey(id);
      return signingKey(key, certificate);
    },
    openKey,
    ...personalKeys(directory, pinKey, inTurn),
  };
}

/** One signature by a person. For many documents in one ceremony, open the key once with `openPersonal`. */
export async function signAsStaff(
  keys: KeyStore,
  personId: string,
  pin: string,
  bytes: Uint8Array,
): Promise<{ readonly signature: Uint8Array; readonly certificate: Uint8Array } | Refusal<SealRefusalCode>> {
  const key = await keys.openPersonal(personId, pin);
  return isRefusal(key) ? key : { signature: key.sign(bytes), certificate: key.certificate };
}

type PinKey = (pin: string, salt: Uint8Array) => Promise<Uint8Array>;
type InTurn = <T>(id: string, work: () => Promise<T>) => Promise<T>;

function personalKeys(
  directory: string,
  pinKey: PinKey,
  inTurn: InTurn,
): Pick<KeyStore, 'createPersonal' | 'hasPersonal' | 'openPersonal' | 'stopPersonal'> {
  return {
    hasPersonal: async (personId) => (await findKeyFile(directory, personalId(personId))) !== undefined,
    createPersonal: (personId, pin, certify) =>
      inTurn(personalId(personId), async () => {
        const key = generateSm2Key();
        const salt = randomBytes(16);
        const certificate = await certify(key);
        const secret = await pinKey(pin, salt);
        await writeKeyFile(directory, encrypt({ id: personalId(personId), key, certificate, salt }, secret));
        return { certificate };
      }),
    openPersonal: (personId, pin) => inTurn(personalId(personId), () => openPersonal(directory, personId, pin, pinKey)),
    stopPersonal: (personId, at) =>
      inTurn(personalId(personId), async () => {
        const file = await findKeyFile(directory, personalId(personId));
        if (file !== undefined) await writeKeyFile(directory, { ...file, stoppedAt: file.stoppedAt ?? at });
      }),
  };
}

async function openPersonal(
  directory: string,
  personId: string,
  pin: string,
  pinKey: PinKey,
): Promise<SigningKey | Refusal<SealRefusalCode>> {
  const file = await findKeyFile(directory, personalId(personId));
  if (file === undefined) return refuse(sealRefusals, 'signing-key-absent', { personId });
  if (file.stoppedAt !== undefined) {
    return refuse(sealRefusals, 'signing-key-stopped', { personId, stoppedAt: file.stoppedAt });
  }
  if (file.wrongPins >= WRONG_PINS_ALLOWED) return refuse(sealRefusals, 'signing-key-locked', { personId });
  const pkcs8 = decrypt(file, await pinKey(pin, Buffer.from(file.salt, 'base64')));
  const wrongPins = pkcs8 === undefined ? file.wrongPins + 1 : 0;
  if (wrongPins !== file.wrongPins) await writeKeyFile(directory, { ...file, wrongPins });
  if (pkcs8 === undefined) {
    return refuse(sealRefusals, 'pin-wrong', { personId, attemptsLeft: WRONG_PINS_ALLOWED - wrongPins });
  }
  return signingKey(importSm2PrivateKey(pkcs8), Buffer.from(file.certificate, 'base64'));
}

function signingKey(key: Sm2Key, certificate: Uint8Array): SigningKey {
  return { certificate, sign: (bytes) => sm2Sign(key, bytes) };
}

function personalId(personId: string): string {
  return `person-${personId}`;
}

interface NewKey {
  readonly id: string;
  readonly key: Sm2Key;
  readonly certificate: Uint8Array;
  readonly salt: Uint8Array;
}

function encrypt({ id, key, certificate, salt }: NewKey, secret: Uint8Array): KeyFile {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(Buffer.from(id));
  const ciphertext = Buffer.concat([cipher.update(key.key.export({ type: 'pkcs8', format: 'der' })), cipher.final()]);
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

function decrypt(file: KeyFile, secret: Uint8Array): Uint8Array | undefined {
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

async function storeSalt(directory: string): Promise<Uint8Array> {
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

async function findKeyFile(directory: string, id: string): Promise<KeyFile | undefined> {
  const bytes = await readIfThere(keyPath(directory, id));
  if (bytes === undefined) return undefined;
  const file = KeyFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  if (file.id !== id) throw new Error(`the key file of ${id} holds another key`);
  return file;
}

async function writeKeyFile(directory: string, file: KeyFile): Promise<void> {
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

function derive(secret: string, salt: Uint8Array, cost: typeof STORE_COST | typeof PIN_COST): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, 32, cost, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
