import { z } from 'zod';
import type { NewEvent, Recorded } from '../journal/journal.ts';
import { InstantText, MandateLetter, PlainDateText } from './letter.ts';

const Text = z.string().min(1).max(4_000);
const Id = z.string().min(1).max(64);

/** Why a mandate or one of its holders is suspended (domain §1.8, R105). */
export const SuspensionKind = z.enum([
  'department',
  'breaker',
  'staffChange',
  'lawChange',
  'itemChange',
  'reviewFinding',
  'sampling',
]);

const data = {
  MandateDrafted: z.strictObject({ letter: MandateLetter }),
  /** 法制审核. An opinion against sends the draft back. */
  MandateReviewed: z.strictObject({ version: z.int(), hash: z.string(), opinion: Text, passed: z.boolean() }),
  /** By the head of the grantor; in construct A and C by the grantee's head as well. The hash is of the signed data. */
  MandateSigned: z.strictObject({
    version: z.int(),
    hash: z.string(),
    organ: Id,
    signature: z.string().exactOptional(),
  }),
  /** By each named person of B with the integrity statement; by the grantee organ in A and C. */
  MandateAccepted: z.strictObject({
    version: z.int(),
    hash: z.string(),
    by: Id,
    signature: z.string().exactOptional(),
  }),
  MandateFiled: z.strictObject({ version: z.int(), filingNo: Text }),
  MandatePublished: z.strictObject({
    version: z.int(),
    places: z.array(z.enum(['web', 'window', 'gazette'])),
    noticeNo: Text,
  }),
  /** Without holders the whole mandate. */
  MandateSuspended: z.strictObject({ kind: SuspensionKind, reason: Text, holders: z.array(Id) }),
  MandateResumed: z.strictObject({ reason: Text, holders: z.array(Id) }),
  MandateAmended: z.strictObject({ letter: MandateLetter }),
  MandateRevoked: z.strictObject({ reason: Text }),
  MandateExpired: z.strictObject({ version: z.int(), at: InstantText }),
  /** 公务员法 60: an officer says that an order is obviously wrong (R110). */
  MandateObjectionRecorded: z.strictObject({
    personId: Id,
    caseNo: Text,
    order: Text,
    reason: Text,
    isManifestlyUnlawful: z.boolean(),
  }),
  /** An act outside the mandate that was found later (R109). */
  MandateOverstepped: z.strictObject({
    caseNo: Text,
    holder: Id,
    rule: Text,
    actedOn: PlainDateText,
    applicantInGoodFaith: z.boolean(),
  }),
  MandateOverstepSettled: z.strictObject({
    caseNo: Text,
    disposition: z.enum(['kept', 'cured', 'revoked']),
    reason: Text,
    protection: z.string(),
  }),
} as const;

type EventType = keyof typeof data;

/** What happened to a mandate, in the order of its stream. */
export type MandateEvent = {
  readonly [T in EventType]: { readonly type: T; readonly data: z.infer<(typeof data)[T]> };
}[EventType];

const MandateEvent = z.discriminatedUnion('type', [
  event('MandateDrafted'),
  event('MandateReviewed'),
  event('MandateSigned'),
  event('MandateAccepted'),
  event('MandateFiled'),
  event('MandatePublished'),
  event('MandateSuspended'),
  event('MandateResumed'),
  event('MandateAmended'),
  event('MandateRevoked'),
  event('MandateExpired'),
  event('MandateObjectionRecorded'),
  event('MandateOverstepped'),
  event('MandateOverstepSettled'),
]);

/** Reads a stored record; a record that is no mandate event is a fault. */
export function readMandateEvent({ type, data: stored }: Pick<Recorded, 'type' | 'data'>): MandateEvent {
  return MandateEvent.parse({ type, data: stored });
}

/** Types the event at the place where it is decided. */
export function mandateEvent(event_: MandateEvent): NewEvent {
  return event_;
}

function event<T extends EventType>(type: T) {
  return z.strictObject({ type: z.literal(type), data: data[type] });
}
