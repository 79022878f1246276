import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { deleteKeyFile, decryptKey, encryptKey, findKeyFile, PIN_COST, stretch, writeKeyFile } from './key-file.ts';
import type { SigningKey } from './key-store.ts';
import { sealRefusals, type SealRefusalCode } from './refusals.ts';
import { generateKey, importKey, type SignatureKey, type SoftwareKey } from './signature-key.ts';

/** Who knows the PIN of a key beside its owner. */
export interface PinKnown {
  /** Who gave it to him: he changes it before the key opens. */
  readonly isInitial?: boolean;
  /** Everybody, as in the demonstration. */
  readonly isPublished?: boolean;
}

/**
 * The signing keys of staff, each under the PIN of its owner, which the platform does not keep (R72). An owner who confirms with a
 * passkey entrusts the store with a second copy, which opens after the passkey's answer is verified and never otherwise.
 */
export interface PersonalKeys {
  /** Makes the person's key under `pin`; making it again replaces the old one. */
  readonly createPersonal: (
    personId: string,
    pin: string,
    certify: (key: SignatureKey) => Promise<Uint8Array>,
    known?: PinKnown,
  ) => Promise<{ readonly certificate: Uint8Array }>;
  /**
   * Makes a key under an initial PIN, which waits beside the one in use for the certificate of a licensed authority. It takes the
   * place of one that waits only where that is asked for; else undefined, and nothing is made.
   */
  readonly awaitPersonal: (personId: string, pin: string, mayReplace: boolean) => Promise<SignatureKey | undefined>;
  /** The public key that waits; undefined when none does. */
  readonly findWaiting: (personId: string) => Promise<Uint8Array | undefined>;
  /** Puts the key that waited in use, with its certificate, which `checkImport` has judged before. */
  readonly putPersonal: (personId: string, certificate: Uint8Array) => Promise<void>;
  /**
   * Puts the key under another PIN; its certificate stays. Where this very request has done so already it changes and counts nothing.
   */
  readonly changePersonalPin: (
    personId: string,
    pin: string,
    newPin: string,
    requestId?: string,
  ) => Promise<Refusal<SealRefusalCode> | undefined>;
  readonly hasPersonal: (personId: string) => Promise<boolean>;
  /** The certificate of the key in use; undefined where he has none. */
  readonly findPersonal: (personId: string) => Promise<Uint8Array | undefined>;
  readonly openPersonal: (personId: string, pin: string) => Promise<SigningKey | Refusal<SealRefusalCode>>;
  /** Keeps a copy of the key under the store's own secret; only the right PIN does that. */
  readonly entrustPersonal: (personId: string, pin: string) => Promise<Refusal<SealRefusalCode> | undefined>;
  /** The entrusted key. Only for an act that its owner confirmed with a verified passkey. */
  readonly openEntrusted: (personId: string) => Promise<SigningKey | Refusal<SealRefusalCode>>;
  /** Removes the entrusted copy; the key under the PIN stays. */
  readonly takeBackPersonal: (personId: string) => Promise<void>;
  /** The key was lost, or its owner left: it signs no more (T13). */
  readonly stopPersonal: (personId: string, at: Instant) => Promise<void>;
}

/** One signature by a person. For many documents in one ceremony, open the key once with `openPersonal`. */
export async function signAsStaff(
  keys: PersonalKeys,
  personId: string,
  pin: string,
  bytes: Uint8Array,
): Promise<{ readonly signature: Uint8Array; readonly certificate: Uint8Array } | Refusal<SealRefusalCode>> {
  const key = await keys.openPersonal(personId, pin);
  return isRefusal(key) ? key : { signature: await key.sign(bytes), certificate: key.certificate };
}

/** Where the files lie and what opens them. */
export interface KeyDrawer {
  readonly directory: string;
  readonly masterKey: () => Promise<Uint8Array>;
  /** Reading, counting and writing of one key happen one after another. */
  readonly inTurn: <T>(id: string, work: () => Promise<T>) => Promise<T>;
}

const WRONG_PINS_ALLOWED = 6;

type PinKey = (pin: string, salt: Uint8Array, isPublished?: boolean) => Promise<Uint8Array>;

export function personalKeys({ directory, masterKey, inTurn }: KeyDrawer): PersonalKeys {
  const pinKey: PinKey = async (pin, salt, isPublished = false) => {
    const stretched = isPublished ? Buffer.concat([Buffer.from(pin), salt]) : await stretch(pin, salt, PIN_COST);
    // Without the store's own key a stolen file does not even let anyone try PINs.
    return createHmac('sha256', await masterKey())
      .update(stretched)
      .digest();
  };
  return {
    async findPersonal(personId) {
      const file = await findKeyFile(directory, personalId(personId));
      return file === undefined ? undefined : Buffer.from(file.certificate, 'base64');
    },
    hasPersonal: async (personId) => (await findKeyFile(directory, personalId(personId))) !== undefined,
    createPersonal: (personId, pin, certify, { isInitial = false, isPublished = false } = {}) =>
      inTurn(personalId(personId), async () => {
        const key = generateKey('sm2');
        const salt = randomBytes(16);
        const certificate = await certify(key);
        const secret = await pinKey(pin, salt, isPublished);
        const file = encryptKey({ id: personalId(personId), pkcs8: key.pkcs8(), certificate, salt }, secret);
        const known = { ...(isInitial ? { isInitial } : {}), ...(isPublished ? { isPublished } : {}) };
        await writeKeyFile(directory, { ...file, ...known });
        return { certificate };
      }),
    changePersonalPin: (personId, pin, newPin, requestId) =>
      inTurn(personalId(personId), async () => {
        if (requestId !== undefined && (await isChanged({ directory, personId, newPin, requestId }, pinKey)))
          return undefined;
        const opened = await unlock(directory, personId, pin, pinKey);
        if (isRefusal(opened)) return opened;
        if (newPin === pin) return refuse(sealRefusals, 'pin-initial', { personId });
        const salt = randomBytes(16);
        const { certificate } = opened;
        const key = { id: personalId(personId), pkcs8: opened.pkcs8(), certificate, salt };
        const file = encryptKey(key, await pinKey(newPin, salt));
        await writeKeyFile(directory, requestId === undefined ? file : { ...file, pinChange: requestId });
        return undefined;
      }),
    ...waitingKeys({ directory, masterKey, inTurn }, pinKey),
    openPersonal: (personId, pin) => inTurn(personalId(personId), () => openPersonal(directory, personId, pin, pinKey)),
    ...entrustedKeys({ directory, masterKey, inTurn }, pinKey),
    stopPersonal: (personId, at) =>
      inTurn(personalId(personId), async () => {
        const file = await findKeyFile(directory, personalId(personId));
        if (file !== undefined) await writeKeyFile(directory, { ...file, stoppedAt: file.stoppedAt ?? at });
        await deleteKeyFile(directory, entrustedId(personId));
      }),
  };
}

type WaitingKeys = Pick<PersonalKeys, 'awaitPersonal' | 'findWaiting' | 'putPersonal'>;

/** Keys that wait lie in a folder of their own, so that the one in use goes on until the certificate has come. */
function waitingKeys({ directory, inTurn }: KeyDrawer, pinKey: PinKey): WaitingKeys {
  const waiting = join(directory, 'waiting');
  return {
    awaitPersonal: (personId, pin, mayReplace) =>
      inTurn(personalId(personId), async () => {
        if (!mayReplace && (await findKeyFile(waiting, personalId(personId))) !== undefined) return undefined;
        const key = generateKey('sm2');
        const salt = randomBytes(16);
        const made = { id: personalId(personId), pkcs8: key.pkcs8(), certificate: new Uint8Array(), salt };
        const spki = Buffer.from(key.spki).toString('base64');
        await writeKeyFile(waiting, { ...encryptKey(made, await pinKey(pin, salt)), isInitial: true, spki });
        return key;
      }),
    async findWaiting(personId) {
      const file = await findKeyFile(waiting, personalId(personId));
      return file?.spki === undefined ? undefined : Buffer.from(file.spki, 'base64');
    },
    putPersonal: (personId, certificate) =>
      inTurn(personalId(personId), async () => {
        const file = await findKeyFile(waiting, personalId(personId));
        if (file === undefined) throw new Error(`no key of ${personId} waits for a certificate`);
        const { spki: _waited, ...kept } = file;
        await writeKeyFile(directory, { ...kept, certificate: Buffer.from(certificate).toString('base64') });
        await deleteKeyFile(waiting, personalId(personId));
      }),
  };
}

type EntrustedKeys = Pick<PersonalKeys, 'entrustPersonal' | 'openEntrusted' | 'takeBackPersonal'>;

function entrustedKeys({ directory, masterKey, inTurn }: KeyDrawer, pinKey: PinKey): EntrustedKeys {
  const storeKey = async (salt: Uint8Array): Promise<Uint8Array> =>
    createHmac('sha256', await masterKey())
      .update('entrusted')
      .update(salt)
      .digest();
  return {
    entrustPersonal: (personId, pin) =>
      inTurn(personalId(personId), async () => {
        const opened = await openPersonal(directory, personId, pin, pinKey);
        if (isRefusal(opened)) return opened;
        const salt = randomBytes(16);
        const copy = { id: entrustedId(personId), pkcs8: opened.pkcs8(), certificate: opened.certificate, salt };
        await writeKeyFile(directory, encryptKey(copy, await storeKey(salt)));
        return undefined;
      }),
    openEntrusted: (personId) =>
      inTurn(personalId(personId), async () => {
        const [own, copy] = await Promise.all([
          findKeyFile(directory, personalId(personId)),
          findKeyFile(directory, entrustedId(personId)),
        ]);
        if (own === undefined) return refuse(sealRefusals, 'signing-key-absent', { personId });
        if (own.stoppedAt !== undefined) {
          return refuse(sealRefusals, 'signing-key-stopped', { personId, stoppedAt: own.stoppedAt });
        }
        // A new key has been made since: what was entrusted is no longer the person's.
        if (copy === undefined || copy.certificate !== own.certificate) {
          return refuse(sealRefusals, 'signing-key-not-entrusted', { personId });
        }
        const pkcs8 = decryptKey(copy, await storeKey(Buffer.from(copy.salt, 'base64')));
        if (pkcs8 === undefined) throw new Error(`the entrusted key of ${personId} cannot be opened`);
        return { ...importKey(pkcs8), certificate: Buffer.from(copy.certificate, 'base64') };
      }),
    takeBackPersonal: (personId) => inTurn(personalId(personId), () => deleteKeyFile(directory, entrustedId(personId))),
  };
}

/** The key of somebody who has a PIN that he alone knows. */
async function openPersonal(
  directory: string,
  personId: string,
  pin: string,
  pinKey: PinKey,
): Promise<(SigningKey & SoftwareKey) | Refusal<SealRefusalCode>> {
  const opened = await unlock(directory, personId, pin, pinKey);
  return !isRefusal(opened) && opened.isInitial ? refuse(sealRefusals, 'pin-initial', { personId }) : opened;
}

/** Whether this request has put the key under the new PIN already. A wrong PIN goes on to be counted like any other. */
async function isChanged(
  asked: { readonly directory: string; readonly personId: string; readonly newPin: string; readonly requestId: string },
  pinKey: PinKey,
): Promise<boolean> {
  const file = await findKeyFile(asked.directory, personalId(asked.personId));
  if (file === undefined || file.pinChange !== asked.requestId) return false;
  if (file.stoppedAt !== undefined || file.wrongPins >= WRONG_PINS_ALLOWED) return false;
  return decryptKey(file, await pinKey(asked.newPin, Buffer.from(file.salt, 'base64'))) !== undefined;
}

async function unlock(
  directory: string,
  personId: string,
  pin: string,
  pinKey: PinKey,
): Promise<(SigningKey & SoftwareKey & { readonly isInitial: boolean }) | Refusal<SealRefusalCode>> {
  const file = await findKeyFile(directory, personalId(personId));
  if (file === undefined) return refuse(sealRefusals, 'signing-key-absent', { personId });
  if (file.stoppedAt !== undefined) {
    return refuse(sealRefusals, 'signing-key-stopped', { personId, stoppedAt: file.stoppedAt });
  }
  if (file.wrongPins >= WRONG_PINS_ALLOWED) return refuse(sealRefusals, 'signing-key-locked', { personId });
  const pkcs8 = decryptKey(file, await pinKey(pin, Buffer.from(file.salt, 'base64'), file.isPublished));
  const wrongPins = pkcs8 === undefined ? file.wrongPins + 1 : 0;
  if (wrongPins !== file.wrongPins) await writeKeyFile(directory, { ...file, wrongPins });
  if (pkcs8 === undefined) {
    return refuse(sealRefusals, 'pin-wrong', { personId, attemptsLeft: WRONG_PINS_ALLOWED - wrongPins });
  }
  const certificate = Buffer.from(file.certificate, 'base64');
  return { ...importKey(pkcs8), certificate, isInitial: file.isInitial ?? false };
}

function personalId(personId: string): string {
  return `person-${personId}`;
}

function entrustedId(personId: string): string {
  return `entrusted-${personId}`;
}
