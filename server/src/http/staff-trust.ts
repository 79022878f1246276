import { z } from 'zod';
import { CertificateReason, personStream } from '../identity/identity.ts';
import { readStream } from '../journal/actions.ts';
import type { Platform } from '../platform.ts';
import { readCertificate } from '../seal/actions.ts';

const Revoked = z.object({ reason: CertificateReason });
/** Why, in the words of RFC 5280 §5.3.1. */
const REASONS = {
  lost: 'keyCompromise',
  compromised: 'keyCompromise',
  expired: 'cessationOfOperation',
  replaced: 'superseded',
  left: 'affiliationChanged',
} as const satisfies Record<z.infer<typeof CertificateReason>, string>;

/** Certificates of staff whose key was compromised or taken back (T13) count as called back from that instant. */
export async function revokedStaff({ identity, journal, realm, keys }: Platform) {
  const barred = identity.persons
    .list()
    .flatMap(({ view }) => (view?.certificate === 'revoked' ? [view.personId] : []));
  const entries = await Promise.all(
    barred.map(async (personId) => {
      const certificate = await keys.findPersonal(personId);
      const events = await readStream(journal, realm, personStream(personId));
      const revoked = events.findLast(({ type }) => type === 'CertificateRevoked');
      if (certificate === undefined || revoked === undefined) return [];
      const { reason } = Revoked.parse(revoked.data);
      return [{ serial: readCertificate(certificate).serial, fromAt: revoked.at, reason: REASONS[reason] }];
    }),
  );
  return entries.flat();
}
