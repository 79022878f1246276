import { z } from 'zod';
import { viewDecision } from '../decision/decision.ts';
import { findOrgan, findPerson } from '../identity/actions.ts';
import type { Recorded } from '../journal/journal.ts';
import { isSuspended } from '../review/review.ts';
import type { Platform } from '../platform.ts';

/** What runs beside the review: inspectors, the limit, the hearing, interested parties and other organs. */
export const Course = z.object({
  inspectorsAssignedAt: z.string().exactOptional(),
  /** A statute holds the limit up (R58). */
  suspended: z.boolean(),
  extension: z.object({ workingDays: z.int(), at: z.string() }).exactOptional(),
  hearing: z.object({
    toldAt: z.string().exactOptional(),
    requestedAt: z.string().exactOptional(),
    scheduledOn: z.string().exactOptional(),
    place: z.string().exactOptional(),
    presider: z.string().exactOptional(),
    presiderName: z.string().exactOptional(),
    heldOn: z.string().exactOptional(),
  }),
  interested: z.array(z.object({ party: z.string(), heard: z.boolean() })),
  joint: z.array(
    z.object({
      organ: z.string(),
      organName: z.string(),
      askedAt: z.string(),
      dueInDays: z.int(),
      opinion: z.string().exactOptional(),
    }),
  ),
});

/** A party sees his hearing and his limits; whom else the organ asks stays inside. */
export function coursePart(platform: Platform, events: readonly Recorded[], isStaff: boolean) {
  const { review } = viewDecision(events);
  const { inspectorsAssignedAt, extension, hearing, interested, joint } = review;
  return {
    ...(inspectorsAssignedAt === undefined ? {} : { inspectorsAssignedAt }),
    suspended: isSuspended(review),
    ...(extension === undefined ? {} : { extension: { workingDays: extension.workingDays, at: extension.at } }),
    hearing: { ...hearing, ...hearingPlace(platform, events) },
    interested: isStaff ? [...interested].map(([party, { heard }]) => ({ party, heard })) : [],
    joint: isStaff
      ? [...joint].map(([organ, { askedAt, dueInDays, opinion }]) => ({
          organ,
          organName: findOrgan(platform.identity, organ)?.name ?? organ,
          askedAt,
          dueInDays,
          ...(opinion === undefined ? {} : { opinion }),
        }))
      : [],
  };
}

/** Where the hearing is held and by whom, so that a party can come, and can object to the presider (许可法48). */
function hearingPlace(platform: Platform, events: readonly Recorded[]) {
  const scheduled = events.findLast(({ type }) => type === 'HearingScheduled');
  if (scheduled === undefined) return {};
  const { place, presider } = Scheduled.parse(scheduled.data);
  return { place, presiderName: findPerson(platform.identity, presider)?.name ?? presider };
}

const Scheduled = z.object({ place: z.string(), presider: z.string() });
