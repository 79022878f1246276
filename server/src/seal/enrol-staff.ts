import { join } from 'node:path';
import type { Instant } from '../kernel/time.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { AUTHORITY_FROM, developmentAuthority } from './development-ca.ts';
import { fileKeyStore } from './key-store.ts';

/** Who gets a signing key, with the PIN that he is given. */
export interface Enrolled {
  readonly personId: string;
  readonly name: string;
  readonly organ: string;
  readonly pin: string;
  readonly fromAt: Instant;
}

/**
 * Makes the signing key of a member of staff whom an operator has identified; it opens once its owner has changed the PIN. The
 * certificate is the inside authority's, for three years. Undefined when he has a key that is not to be replaced.
 */
export async function enrolStaff(
  { dataDir, keyPassphrase }: { readonly dataDir: string; readonly keyPassphrase: string },
  who: Enrolled,
  mayReplace: boolean,
): Promise<Certificate | undefined> {
  const keys = fileKeyStore({ directory: join(dataDir, 'keys'), passphrase: keyPassphrase });
  if (!mayReplace && (await keys.hasPersonal(who.personId))) return undefined;
  const authority = await developmentAuthority(keys, AUTHORITY_FROM);
  const { certificate } = await authority.createStaffKey({ ...who, isInitial: true });
  return readCertificate(certificate);
}
