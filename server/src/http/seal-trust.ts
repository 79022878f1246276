import type { Platform } from '../platform.ts';
import { readRevocationList, type SealTrust, trustedCertificates, trustedLists } from '../seal/actions.ts';

/** Whom the platform believes where it checks a sealed letter itself: its own authority, and those that the operator trusts. */
export async function sealTrustOf(platform: Platform): Promise<SealTrust> {
  const [licensed, lists] = await Promise.all([trustedCertificates(platform), trustedLists(platform)]);
  return {
    roots: [...platform.authority.trusted, ...licensed],
    revoked: revokedSeals(platform),
    revocationLists: lists.map(readRevocationList),
  };
}

/** Certificates of seals that were stopped count as called back from that instant. */
export function revokedSeals(platform: Platform) {
  return platform.seals.list().flatMap(({ view: { made, stopped } }) => {
    if (made === undefined || stopped === undefined) return [];
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
