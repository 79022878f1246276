import { join } from 'node:path';
import type { StaffSigner } from './decision/decision.ts';
import { type Identity } from './identity/actions.ts';
import { organStream, personStream, type PostKind, postsAt } from './identity/identity.ts';
import { type Register } from './journal/register.ts';
import { isRefusal } from './kernel/refusal.ts';
import type { Clock, Instant } from './kernel/time.ts';
import { readCertificate } from './seal/certificate.ts';
import { type DevelopmentAuthority, developmentAuthority } from './seal/development-ca.ts';
import { developmentIssuers } from './seal/development-issuers.ts';
import { developmentReaders } from './seal/development-readers.ts';
import { developmentSeals } from './seal/development-seals.ts';
import { type FileKeyStore, fileKeyStore } from './seal/key-store.ts';
import type { SealFacts } from './seal/life-cycle.ts';
import { type SealView } from './seal/seal.ts';
import { remoteTimeStamper, type TimeStamper } from './seal/time-stamp.ts';

/** What the keys of the district are made and opened with. */
export interface KeyOptions {
  readonly dataDir: string;
  readonly keyPassphrase: string;
  readonly timeStampUrl?: string;
  readonly demoPin?: string;
}

/** Roots of the development authority begin long before any demo year. */
const AUTHORITY_FROM = '2020-01-01T00:00:00.000Z';

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

/** Signs with the officer's own key under his PIN; in the demo the first use of the demo PIN makes the key. */
export function staffSigner(
  options: Pick<KeyOptions, 'demoPin'>,
  keys: FileKeyStore,
  authority: DevelopmentAuthority,
  identity: Identity,
): StaffSigner {
  const enrolled = new Set<string>();
  async function enrol(personId: string, pin: string): Promise<void> {
    const person = identity.persons.get(personStream(personId))?.view;
    const known = enrolled.has(personId) || (await keys.hasPersonal(personId));
    if (options.demoPin === undefined || pin !== options.demoPin || known || person === undefined) return;
    enrolled.add(personId);
    const organ = identity.organs.get(organStream(person.organ))?.view?.name ?? person.organ;
    await authority.createStaffKey({ personId, name: person.name, organ, pin, fromAt: AUTHORITY_FROM });
  }
  return {
    async sign(personId, pin, bytes) {
      await enrol(personId, pin);
      const key = await keys.openPersonal(personId, pin);
      if (isRefusal(key)) return key;
      const value = Buffer.from(await key.sign(bytes)).toString('base64');
      const certificate = Buffer.from(key.certificate).toString('base64');
      const { serial } = readCertificate(key.certificate);
      return { algorithm: 'SM2-with-SM3', certificateSerial: serial, value, certificate };
    },
  };
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
