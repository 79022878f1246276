import { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { ReadingKind } from '../reading/reading.ts';

/** Why somebody reads what is not his to handle, in his words. */
export const ReadingReason = z.string().trim().min(4).max(400);

export interface StaffReading {
  /** The stream of what is read. */
  readonly subject: string;
  readonly reader: string;
  /** The post in which he reads. */
  readonly post: string;
  readonly what: ReadingKind;
  readonly at: Instant;
  /** Why, of whoever has to say so. */
  readonly reason?: string | undefined;
}

/**
 * Staff who look at a case, licence or matter read the data of a person: noted before it is shown (个人信息保护法 51, 55). Who
 * supervises may read everything and handles nothing, so he says why (个人信息保护法 6), and is refused before.
 */
export async function noteReading(
  { readings }: Pick<Platform, 'readings'>,
  { at, reason, ...read }: StaffReading,
): Promise<Refusal | undefined> {
  const reading = { ...read, readAt: at };
  if (read.post === 'supervisor')
    return readings.noteWithReason(reason === undefined ? reading : { ...reading, reason });
  await readings.note(reading);
  return undefined;
}
