import { join } from 'node:path';
import { type ConfirmationRoom, confirm, type EntrustedKeys } from './confirmation/actions.ts';
import { type StaffSignature, type StaffSigner, waysStream } from './confirmation/confirmation.ts';
import { type Identity } from './identity/actions.ts';
import { checkInOffice, organStream, personStream, type PostKind, postsAt } from './identity/identity.ts';
import type { FenceUse } from './journal/journal.ts';
import { type Register } from './journal/register.ts';
import { isRefusal, type Refusal, refuse } from './kernel/refusal.ts';
import type { Clock, Instant } from './kernel/time.ts';
import { readCertificate } from './seal/certificate.ts';
import { AUTHORITY_FROM, type DevelopmentAuthority, developmentAuthority } from './seal/development-ca.ts';
import { developmentIssuers } from './seal/development-issuers.ts';
import { developmentReaders } from './seal/development-readers.ts';
import { developmentSeals } from './seal/development-seals.ts';
import { type FileKeyStore, fileKeyStore, type SigningKey } from './seal/key-store.ts';
import type { SealFacts } from './seal/life-cycle.ts';
import { type SealView } from './seal/seal.ts';
import { sealRefusals } from './seal/refusals.ts';
import { remoteTimeStamper, type TimeStamper, TimeStampError } from './seal/time-stamp.ts';

/** What the keys of the district are made and opened with. */
export interface KeyOptions {
  readonly dataDir: string;
  readonly keyPassphrase: string;
  readonly timeStampUrl?: string;
  readonly demoPin?: string;
}

/** Software keys with their development authority, and what signs letters with them. */
export async function openKeys(options: KeyOptions) {
  const directory = join(options.dataDir, 'keys');
  const keys = fileKeyStore({ directory, passphrase: options.keyPassphrase });
  const authority = await developmentAuthority(keys, AUTHORITY_FROM);
  const sealMaker = developmentSeals(directory, keys, authority);
  const readers = developmentReaders(keys, authority, stamperOf(options));
  return { keys, authority, sealMaker, readers, credentialKeys: developmentIssuers(keys, authority) };
}

function stamperOf({ timeStampUrl }: KeyOptions): TimeStamper | undefined {
  if (timeStampUrl === undefined) return undefined;
  return remoteTimeStamper({ url: timeStampUrl, algorithm: 'p256', timeoutMs: 5_000 });
}

/** How staff confirm what they sign. */
export interface ConfirmationOptions {
  /** The PIN alone confirms, of people who registered nothing better; absent: in the demo only. */
  readonly pinAlone?: boolean;
  /** The address under which browsers know the platform; absent: `localhost` as they say it. */
  readonly passkeyUrl?: string;
}

/** What the staff of a district sign and confirm with. */
export interface StaffSigning {
  readonly signer: StaffSigner;
  /** In the demo only: signs what its people have signed before it starts, under the PIN alone whatever is asked of them later. */
  readonly demoSigner?: StaffSigner;
  readonly confirmation: ConfirmationRoom;
  readonly passkeyUrl: string | undefined;
}

export function openStaffSigning(
  options: KeyOptions & ConfirmationOptions & { readonly clock: Clock },
  { keys, authority }: { readonly keys: FileKeyStore; readonly authority: DevelopmentAuthority },
  identity: Identity,
  ways: ConfirmationRoom['ways'],
): StaffSigning {
  const staff = staffKeys(options, keys, authority, identity);
  const { isHead } = sealFacts(identity);
  const confirmation: ConfirmationRoom = {
    realm: identity.realm,
    journal: identity.journal,
    door: identity,
    ways,
    keys: entrustedKeys(staff),
    codeKey: () => keys.secretFor('one-time codes'),
    pinAlone: options.pinAlone ?? options.demoPin !== undefined,
    isHeadOver(actorId, personId, at) {
      const person = identity.persons.get(personStream(personId))?.view;
      const uscc = identity.organs.get(organStream(person?.organ ?? ''))?.view?.uscc;
      return actorId !== personId && uscc !== undefined && isHead(actorId, uscc, at);
    },
  };
  const signing = { confirmation, passkeyUrl: options.passkeyUrl };
  const signer = staffSigner(staff, confirmation, stamperOf(options));
  if (options.demoPin === undefined) return { signer, ...signing };
  // No authority outside stamps a time that has passed.
  const demoSigner = staffSigner(staff, { ...confirmation, pinAlone: true }, undefined);
  return { signer, demoSigner, ...signing };
}

/** What staff sign with. */
interface StaffKeys {
  readonly keys: FileKeyStore;
  /** T13, R105: who left, is suspended or whose certificate was called back signs nothing, from that very commit. */
  readonly inOffice: (personId: string) => Refusal | FenceUse;
  /** In the demo the first use of the demo PIN makes the key. */
  readonly enrol: (personId: string, pin: string) => Promise<void>;
}

/** Over a year, also where it is a leap year: the letters of the demonstration are signed on the first day of the year. */
const DEMO_PAST_MS = 400 * 86_400_000;

function staffKeys(
  options: Pick<KeyOptions, 'demoPin'> & { readonly clock: Clock },
  keys: FileKeyStore,
  authority: DevelopmentAuthority,
  identity: Identity,
): StaffKeys {
  const enrolled = new Map<string, Promise<void>>();
  async function make(personId: string, pin: string): Promise<void> {
    const person = identity.persons.get(personStream(personId))?.view;
    if (person === undefined || (await keys.hasPersonal(personId))) return;
    const organ = identity.organs.get(organStream(person.organ))?.view?.name ?? person.organ;
    // The demonstration begins with letters and cases of the months before: the key that signs them is good since then.
    const fromAt = new Date(Date.parse(options.clock.now()) - DEMO_PAST_MS).toISOString();
    await authority.createStaffKey({ personId, name: person.name, organ, pin, fromAt, isPublished: true });
  }
  async function enrol(personId: string, pin: string): Promise<void> {
    if (options.demoPin === undefined || pin !== options.demoPin) return;
    // Of acts at the same time one makes the key, and the others wait for it: a second key would take its place.
    const making = enrolled.get(personId) ?? make(personId, pin);
    enrolled.set(personId, making);
    try {
      await making;
    } finally {
      enrolled.delete(personId);
    }
  }
  function inOffice(personId: string): Refusal | FenceUse {
    const held = identity.persons.get(personStream(personId));
    if (held?.view === undefined) return refuse(sealRefusals, 'signing-key-absent', { personId });
    return checkInOffice(held.view) ?? { key: personStream(personId), epoch: held.epoch, mode: 'pass' };
  }
  return { keys, enrol, inOffice };
}

/** The keys as confirming works with them: the PIN of the owner entrusts them to his passkey. */
function entrustedKeys({ keys, enrol }: StaffKeys): EntrustedKeys {
  return {
    async check(personId, pin) {
      await enrol(personId, pin);
      const opened = await keys.openPersonal(personId, pin);
      return isRefusal(opened) ? opened : undefined;
    },
    changePin: (personId, pin, newPin, requestId) => keys.changePersonalPin(personId, pin, newPin, requestId),
    entrust: (personId, pin) => keys.entrustPersonal(personId, pin),
    takeBack: (personId) => keys.takeBackPersonal(personId),
  };
}

/** Signs with the officer's own key, under his PIN or after a verified passkey. */
function staffSigner(staff: StaffKeys, room: ConfirmationRoom, stamper: TimeStamper | undefined): StaffSigner {
  async function openByPin(personId: string, pin: string): Promise<SigningKey | Refusal> {
    await staff.enrol(personId, pin);
    return staff.keys.openPersonal(personId, pin);
  }
  return {
    async confirm({ personId, given, useId, at }) {
      const standing = staff.inOffice(personId);
      if (isRefusal(standing)) return standing;
      const confirmed = await confirm(room, { personId, given, useId, at });
      if (isRefusal(confirmed)) return confirmed;
      const { confirmation, fences, opens } = confirmed;
      const key =
        opens === 'entrusted' ? await staff.keys.openEntrusted(personId) : await openByPin(personId, opens.pin);
      if (isRefusal(key)) return key;
      const epoch = room.ways.get(waysStream(personId))?.epoch;
      // A key that was opened for a batch signs nothing after its owner's ways or his standing have changed.
      const stands = () => {
        const now = staff.inOffice(personId);
        return room.ways.get(waysStream(personId))?.epoch === epoch && !isRefusal(now) && now.epoch === standing.epoch;
      };
      const sign = async (bytes: Uint8Array) => stamped(await signWith(key, bytes), stamper, at);
      return { confirmation, fences: [...fences, standing], stands, sign };
    },
  };
}

/**
 * The signature with a time stamp over its value, where an authority outside gives one (R71). The authority inside would only repeat
 * the instant that the signature covers already.
 */
async function stamped(
  signature: StaffSignature,
  stamper: TimeStamper | undefined,
  at: Instant,
): Promise<StaffSignature | Refusal> {
  if (stamper === undefined) return signature;
  try {
    const token = await stamper.stamp(Buffer.from(signature.value, 'base64'), at);
    return { ...signature, timeStamp: Buffer.from(token).toString('base64') };
  } catch (error) {
    if (error instanceof TimeStampError) return refuse(sealRefusals, 'time-stamp-unavailable');
    throw error;
  }
}

async function signWith(key: SigningKey, bytes: Uint8Array): Promise<StaffSignature> {
  const value = Buffer.from(await key.sign(bytes)).toString('base64');
  const certificate = Buffer.from(key.certificate).toString('base64');
  const { serial } = readCertificate(key.certificate);
  return { algorithm: 'SM2-with-SM3', certificateSerial: serial, value, certificate };
}

/** Who has the organ's seal in his hands now. */
export function custodianOf(identity: Identity, seals: Register<SealView>, organ: string): string | undefined {
  const uscc = identity.organs.get(organStream(organ))?.view?.uscc;
  return seals.list().find(({ view }) => view.state === 'inUse' && view.made?.organ === uscc)?.view.keeper;
}

export function sealFacts(identity: Identity): SealFacts {
  const holds = (personId: string, kind: PostKind, at: Instant, uscc?: string) => {
    const person = identity.persons.get(personStream(personId))?.view;
    if (person?.status !== 'active') return false;
    return postsAt(person, at).some(
      (post) =>
        post.kind === kind && (uscc === undefined || identity.organs.get(organStream(post.organ))?.view?.uscc === uscc),
    );
  };
  return {
    isKeeper: (personId, organ, at) => holds(personId, 'sealKeeper', at, organ),
    isHead: (personId, organ, at) => holds(personId, 'departmentHead', at, organ),
    isSupervisor: (personId, at) => holds(personId, 'supervisor', at),
  };
}

/** Who keeps the organ's seals by his post. */
export function keeperOf(identity: Identity, organ: string, clock: Clock): string | undefined {
  const at = clock.now();
  return identity.persons
    .list()
    .flatMap(({ view }) => (view === undefined ? [] : [view]))
    .find((person) => postsAt(person, at).some((post) => post.kind === 'sealKeeper' && post.organ === organ))?.personId;
}
