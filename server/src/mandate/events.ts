import { z } from 'zod';
import { ActSigned } from '../confirmation/confirmation.ts';
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

/** How the person who acts signed (R71, R72); absent where it was signed on paper, or a robot acted. */
const Signed = { signed: ActSigned.exactOptional() } as const;

/** What is signed, and what builds before the confirmation kept of the signature. */
const SignedLetter = {
  version: z.int(),
  /** SM3 of the canonical letter: of the record that is enforced. */
  hash: z.string(),
  /** SM3 of the printed letter that the signer was shown. */
  documentHash: z.string().exactOptional(),
  signature: z.string().exactOptional(),
  ...Signed,
} as const;

const data = {
  MandateDrafted: z.strictObject({ letter: MandateLetter }),
  /** 法制审核. An opinion against sends the draft back. */
  MandateReviewed: z.strictObject({ version: z.int(), hash: z.string(), opinion: Text, passed: z.boolean() }),
  /** By the head of the grantor; in construct A and C by the grantee's head as well. */
  MandateSigned: z.strictObject({ organ: Id, ...SignedLetter }),
  /** By each named person of B with the integrity statement; by the grantee organ in A and C. */
  MandateAccepted: z.strictObject({ by: Id, ...SignedLetter }),
  MandateFiled: z.strictObject({ version: z.int(), filingNo: Text }),
  MandatePublished: z.strictObject({
    version: z.int(),
    places: z.array(z.enum(['web', 'window', 'gazette'])),
    noticeNo: Text,
  }),
  /** Without holders the whole mandate. */
  MandateSuspended: z.strictObject({ kind: SuspensionKind, reason: Text, holders: z.array(Id), ...Signed }),
  MandateResumed: z.strictObject({ reason: Text, holders: z.array(Id), ...Signed }),
  MandateAmended: z.strictObject({ letter: MandateLetter }),
  MandateRevoked: z.strictObject({ reason: Text, ...Signed }),
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
