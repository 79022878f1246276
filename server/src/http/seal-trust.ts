import type { Platform } from '../platform.ts';
import {
  type LicensedAuthorities,
  readCertificate,
  readLicensed,
  readRevocationList,
  type SealTrust,
} from '../seal/actions.ts';

/** Whom the platform believes where it checks a sealed letter itself: its own authority, and those that the operator trusts. */
export async function sealTrustOf(platform: Platform): Promise<SealTrust> {
  const licensed = await readLicensed(platform);
  return {
    roots: [...platform.authority.trusted, ...licensed.certificates],
    revoked: revokedSeals(platform, licensed),
    // What the platform stopped itself says nothing of the certificates of a licensed authority: for them only its own list does.
    revokedBy: platform.authority.trusted.map((own) => readCertificate(own).subject),
    revocationLists: licensed.lists.map(readRevocationList),
  };
}

/** Certificates of our own authority for seals that were stopped count as called back from that instant; a licensed one calls its own back. */
export function revokedSeals(platform: Platform, { imported }: Pick<LicensedAuthorities, 'imported'>) {
  return platform.seals.list().flatMap(({ view: { made, stopped } }) => {
    if (made === undefined || stopped === undefined) return [];
    const isLicensed = imported.some(
      ({ key, serial }) => key === `seal-${made.sealId}` && serial === made.certificateSerial,
    );
    if (isLicensed) return [];
    return [{ serial: made.certificateSerial, fromAt: stopped.at, reason: reasonOf(stopped.reason) }];
  });
}

function reasonOf(reason: string) {
  switch (reason) {
    case 'keyCompromised':
      return 'keyCompromise' as const;
    case 'replaced':
      return 'superseded' as const;
    case 'organChanged':
      return 'affiliationChanged' as const;
    default:
      return 'cessationOfOperation' as const;
  }
}
