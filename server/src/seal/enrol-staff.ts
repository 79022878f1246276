import { join } from 'node:path';
import type { Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { AUTHORITY_FROM, developmentAuthority } from './development-ca.ts';
import { type FileKeyStore, fileKeyStore } from './key-store.ts';
import { encodeSigningRequest } from './signing-request.ts';
import { type ImportCertificate, importOf } from './trusted-authorities.ts';

/** Where the keys of staff lie. */
export interface KeyPlace {
  readonly dataDir: string;
  readonly keyPassphrase: string;
}

/** A member of staff as the register has him; certificates name him so and not otherwise. */
export interface StaffNamed {
  readonly personId: string;
  readonly name: string;
  readonly organ: string;
}

/**
 * Makes the signing key of a member of staff whom an operator has identified; it opens once its owner has changed the PIN. The
 * certificate is the inside authority's, for three years. Undefined when he has a key that is not to be replaced.
 */
export async function enrolStaff(
  place: KeyPlace,
  who: StaffNamed & { readonly pin: string; readonly fromAt: Instant },
  mayReplace: boolean,
): Promise<Certificate | undefined> {
  const keys = storeAt(place);
  if (!mayReplace && (await keys.hasPersonal(who.personId))) return undefined;
  const authority = await developmentAuthority(keys, AUTHORITY_FROM);
  const { certificate } = await authority.createStaffKey({ ...who, isInitial: true });
  return readCertificate(certificate);
}

/**
 * Makes a key that waits, under an initial PIN, and the request for its certificate (PKCS#10) in the name of its owner (R73).
 * Undefined when one waits that is not to be replaced: the certificate that the authority issues for it would fit no key any more.
 */
export async function requestForStaff(
  place: KeyPlace,
  { personId, name, organ, pin }: StaffNamed & { readonly pin: string },
  mayReplace: boolean,
): Promise<Uint8Array | undefined> {
  const key = await storeAt(place).awaitPersonal(personId, pin, mayReplace);
  if (key === undefined) return undefined;
  return encodeSigningRequest({ country: 'CN', organization: organ, commonName: name, serialNumber: personId }, key);
}

/**
 * Takes in the certificate that a licensed authority issued for the key that waits: for this key, in this person's name, fit to sign,
 * in force and under its root. The act is on record before the key is in use; undefined when none waits.
 */
export async function takeStaffCertificate(
  place: KeyPlace,
  { personId, name, organ }: StaffNamed,
  issued: {
    readonly certificate: Uint8Array;
    readonly authorities: readonly Uint8Array[];
    readonly record: (taken: ImportCertificate) => Promise<Performed | Refusal>;
  },
): Promise<Certificate | Refusal | undefined> {
  const keys = storeAt(place);
  const spki = await keys.findWaiting(personId);
  if (spki === undefined) return undefined;
  const subject = { serialNumber: personId, commonName: name, organization: organ };
  const given = { ...importOf({ ...issued, spki }), key: `person-${personId}`, purpose: 'staff' as const, subject };
  const recorded = await issued.record(given);
  if (isRefusal(recorded)) return recorded;
  await keys.putPersonal(personId, issued.certificate);
  return readCertificate(issued.certificate);
}

function storeAt({ dataDir, keyPassphrase }: KeyPlace): FileKeyStore {
  return fileKeyStore({ directory: join(dataDir, 'keys'), passphrase: keyPassphrase });
}
