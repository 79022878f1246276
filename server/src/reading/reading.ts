import type { Step } from '../journal/journal.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * Readings 查阅记录: which member of staff read what of whom. Noted before it is shown (个人信息保护法 51, 55); the rows may be
 * forgotten after three years, their salted digests stand in the journal for ever and so in the transparency log.
 */

/** What of a case or matter was read. */
export const readingKinds = ['case', 'document', 'file', 'slip', 'evidence', 'explorer', 'matter', 'licence'] as const;
export type ReadingKind = (typeof readingKinds)[number];

export interface Reading {
  /** The stream of what was read: `case/…`, `matter/…`. */
  readonly subject: string;
  readonly reader: string;
  /** The post by which he came to it. */
  readonly post: string;
  readonly what: ReadingKind;
  /** Why, where he read beyond his own cases. */
  readonly reason?: string;
  readonly readAt: Instant;
}

/** A reading as the database keeps it, with where its digest stands. */
export interface KeptReading extends Reading {
  readonly salt: Buffer;
  readonly digest: Buffer;
  /** The act `reading/<batch>` that holds the digest; undefined while it waits for the next. */
  readonly batch: string | undefined;
}

/** The text of a reading over which its digest goes: canonical JSON (RFC 8785), the same for whoever checks it. */
export function readingText({ subject, reader, post, what, reason, readAt }: Reading): string {
  return canonicalJson({ subject, reader, post, what, reason, readAt });
}

/** SM3 over salt and text: says nothing without the salt, which is forgotten with the row. */
export function readingDigest(reading: Reading, salt: Uint8Array): Buffer {
  return Buffer.from(sm3Hex(salt, readingText(reading)), 'hex');
}

/** The reader who is asked for a reason has given one for twelve hours; a working day is over by then. */
export const REASON_HOURS = 12;
/** The same person who opens the same thing again within this time reads on. */
export const SAME_READING_MINUTES = 15;

/** The readings of one moment put in the journal: their digests alone, in the order of the rows. */
export const noteReadings: Step<readonly string[], number, undefined, never> = {
  name: 'noteReadings',
  view: (events) => events.length,
  decide: (_noted, digests) => ({ events: [{ type: 'ReadingsNoted', data: { digests } }] }),
};

export function readingStream(batch: string): string {
  return `reading/${batch}`;
}
