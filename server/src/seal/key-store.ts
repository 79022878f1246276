import { createHmac, randomBytes } from 'node:crypto';
import {
  decryptKey,
  encryptKey,
  findKeyFile,
  type KeyFile,
  storeSalt,
  stretch,
  STORE_COST,
  writeKeyFile,
} from './key-file.ts';
import { type KeyDrawer, type PersonalKeys, personalKeys } from './personal-keys.ts';
import { generateKey, importKey, type KeyAlgorithm, type SignatureKey } from './signature-key.ts';

/** A key with its certificate, ready to sign; the private part never leaves the driver. */
export interface SigningKey extends SignatureKey {
  readonly certificate: Uint8Array;
}

/**
 * The port behind which the keys of seals and of the authority live. Two drivers pass the same contract test: encrypted files
 * for development, and PKCS#11 for hardware.
 */
export interface KeyStore {
  /** True where keys are software: nothing signed with them has legal force, and every surface says so. */
  readonly development: boolean;
  /** Makes a key and stores it with the certificate that `certify` issues for it; an existing key stays as it is. */
  readonly ensure: (
    id: string,
    certify: (key: SignatureKey) => Promise<Uint8Array>,
    algorithm?: KeyAlgorithm,
  ) => Promise<SigningKey>;
  /** The key with its certificate; a fault when there is none, or none yet. */
  readonly open: (id: string) => Promise<SigningKey>;
  /** A key that waits for its certificate, made at the first call; asked again, the same key. */
  readonly await: (id: string, algorithm: KeyAlgorithm) => Promise<SignatureKey>;
  /** Lays the certificate of a licensed authority beside its key; `checkImport` has judged it before. */
  readonly put: (id: string, certificate: Uint8Array) => Promise<void>;
  readonly has: (id: string) => Promise<boolean>;
  /** The certificate beside a key; undefined when there is no such key, or no certificate yet. */
  readonly find: (id: string) => Promise<Uint8Array | undefined>;
}

/** Keys in encrypted files, with those of persons beside them. */
export interface FileKeyStore extends KeyStore, PersonalKeys {
  /** A secret of the store for one other purpose, 32 bytes; the same for the same purpose. */
  readonly secretFor: (purpose: string) => Promise<Uint8Array>;
}

export interface KeyStoreOptions {
  readonly directory: string;
  readonly passphrase: string;
}

/** Keys in encrypted files: scrypt and AES-256-GCM, the key's name authenticated with it. For development and test. */
export function fileKeyStore({ directory, passphrase }: KeyStoreOptions): FileKeyStore {
  let master: Promise<Uint8Array> | undefined;
  const turns = new Map<string, Promise<unknown>>();

  function masterKey(): Promise<Uint8Array> {
    master ??= storeSalt(directory).then((salt) => stretch(passphrase, salt, STORE_COST));
    return master;
  }

  function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const result = (turns.get(id) ?? Promise.resolve()).then(work, work);
    turns.set(id, result);
    return result;
  }

  async function secretFor(purpose: string): Promise<Uint8Array> {
    return createHmac('sha256', await masterKey())
      .update(`secret for ${purpose}`)
      .digest();
  }

  const drawer = { directory, masterKey, inTurn };
  return { development: true, ...serviceKeys(drawer), ...personalKeys(drawer), secretFor };
}

function serviceKeys(drawer: KeyDrawer): Omit<KeyStore, 'development'> {
  const { directory, inTurn } = drawer;
  const opened = new Map<string, Promise<SigningKey>>();

  function openKey(id: string): Promise<SigningKey> {
    const known = opened.get(id) ?? load(drawer, id);
    opened.set(id, known);
    // A failed opening is not remembered: the key may be made in the meantime.
    known.catch(() => opened.delete(id));
    return known;
  }

  return {
    ensure: (id, certify, algorithm = 'sm2') =>
      inTurn(id, async () => {
        if ((await findKeyFile(directory, id)) === undefined) await make(drawer, id, algorithm, certify);
        return openKey(id);
      }),
    open: openKey,
    await: (id, algorithm) =>
      inTurn(id, async () => {
        const file = await findKeyFile(directory, id);
        if (file !== undefined) return privateKey(drawer, file);
        return make(drawer, id, algorithm, () => Promise.resolve(NONE_YET));
      }),
    put: (id, certificate) =>
      inTurn(id, async () => {
        const file = await getKeyFile(directory, id);
        await writeKeyFile(directory, { ...file, certificate: Buffer.from(certificate).toString('base64') });
        opened.delete(id);
      }),
    has: async (id) => (await findKeyFile(directory, id)) !== undefined,
    async find(id) {
      const file = await findKeyFile(directory, id);
      return file === undefined ? undefined : certificateIn(file);
    },
  };
}

const NONE_YET = new Uint8Array(0);

async function load(drawer: KeyDrawer, id: string): Promise<SigningKey> {
  const file = await getKeyFile(drawer.directory, id);
  const certificate = certificateIn(file);
  if (certificate === undefined) throw new Error(`key ${id} still waits for its certificate`);
  return { ...(await privateKey(drawer, file)), certificate };
}

async function privateKey(drawer: KeyDrawer, file: KeyFile): Promise<SignatureKey> {
  const pkcs8 = decryptKey(file, await drawer.masterKey());
  if (pkcs8 === undefined) throw new Error(`key ${file.id} cannot be opened: wrong passphrase or altered file`);
  return importKey(pkcs8);
}

async function make(
  drawer: KeyDrawer,
  id: string,
  algorithm: KeyAlgorithm,
  certify: (key: SignatureKey) => Promise<Uint8Array>,
): Promise<SignatureKey> {
  const key = generateKey(algorithm);
  const made = { id, pkcs8: key.pkcs8(), certificate: await certify(key), salt: randomBytes(16) };
  await writeKeyFile(drawer.directory, encryptKey(made, await drawer.masterKey()));
  return key;
}

async function getKeyFile(directory: string, id: string): Promise<KeyFile> {
  const file = await findKeyFile(directory, id);
  if (file === undefined) throw new Error(`the key store has no key ${id}`);
  return file;
}

function certificateIn({ certificate }: KeyFile): Uint8Array | undefined {
  return certificate === '' ? undefined : Buffer.from(certificate, 'base64');
}
