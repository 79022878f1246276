import { z } from 'zod';
import { promisable } from '../acceptance/actions.ts';
import { viewApplication } from '../application/application.ts';
import type { Recorded } from '../journal/journal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';

/** The promises 容缺 of a case (R32). */
export const PromisesShown = z.object({
  /** What the applicant promised to bring and has not brought, and until when. */
  deferral: z.object({ codes: z.array(z.string()), untilOn: z.string() }).exactOptional(),
  /** What of an open notice may be promised instead of brought, and until when at the latest. */
  promisable: z.object({ codes: z.array(z.string()), latestOn: z.string() }).exactOptional(),
});

export function promisePart(
  platform: Platform,
  events: readonly Recorded[],
  at: Instant,
): z.input<typeof PromisesShown> {
  const { received, materials } = viewApplication(events);
  const given = new Set(materials.map(({ code }) => code));
  const codes = (received?.deferral?.codes ?? []).filter((code) => !given.has(code));
  const open = promisable(platform, events, at);
  return {
    ...(received?.deferral === undefined || codes.length === 0
      ? {}
      : { deferral: { codes, untilOn: received.deferral.untilOn } }),
    ...(open === undefined ? {} : { promisable: { codes: [...open.codes], latestOn: open.latestOn } }),
  };
}
