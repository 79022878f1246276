import type { Platform } from '../platform.ts';

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
