import { z } from 'zod';
import { type AcceptanceView, missingMaterials, viewAcceptance } from '../acceptance/acceptance.ts';
import { promisable } from '../acceptance/actions.ts';
import { getPinnedVersion } from '../application/application.ts';
import type { Recorded } from '../journal/journal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';

/** The promises 容缺 of a case (R32), and what else it lacks. */
export const PromisesShown = z.object({
  /** What the applicant promised to bring and has not brought, and until when. */
  deferral: z.object({ codes: z.array(z.string()), untilOn: z.string() }).exactOptional(),
  /** What of an open notice may be promised instead of brought, and until when at the latest. */
  promisable: z.object({ codes: z.array(z.string()), latestOn: z.string() }).exactOptional(),
  /** What an accepted case lacks and nobody asked for in time (R25, R26): it may be brought until the decision, which needs it (T06). */
  unasked: z.array(z.string()).exactOptional(),
});

export function promisePart(
  platform: Platform,
  events: readonly Recorded[],
  at: Instant,
): z.input<typeof PromisesShown> {
  const view = viewAcceptance(events);
  const { received, materials } = view.application;
  const given = new Set(materials.map(({ code }) => code));
  const codes = (received?.deferral?.codes ?? []).filter((code) => !given.has(code));
  const open = promisable(platform, events, at);
  const unasked = unaskedOf(platform, view);
  return {
    ...(received?.deferral === undefined || codes.length === 0
      ? {}
      : { deferral: { codes, untilOn: received.deferral.untilOn } }),
    ...(open === undefined ? {} : { promisable: { codes: [...open.codes], latestOn: open.latestOn } }),
    ...(unasked.length === 0 ? {} : { unasked }),
  };
}

function unaskedOf(platform: Platform, view: AcceptanceView): string[] {
  const { received } = view.application;
  if (view.accepted === undefined || received === undefined) return [];
  const missing = missingMaterials(view, getPinnedVersion(platform, received.itemId, received.itemVersion));
  return [...missing.required, ...missing.deferrable].filter((code) => !view.owed.includes(code));
}
