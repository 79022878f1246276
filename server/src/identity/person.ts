import { z } from 'zod';
import type { NewEvent, Recorded } from '../journal/journal.ts';
import { sm3Hex } from '../kernel/digest.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { Employment, InstantText, isWithin, Post } from './post.ts';
import type { PostKind } from './post.ts';
import { identityRefusals } from './refusals.ts';

/** 公务员法 76 counts self-interest, spouse, direct line, collateral within three degrees, near affinity, and the rest. */
export const RelationKind = z.enum(['self-interest', 'spouse', 'direct-line', 'collateral', 'affinity', 'other']);
export type RelationKind = z.infer<typeof RelationKind>;

/** A declared relation. The relative did not apply for anything, so only a digest of his number is kept (个保法 6). */
export const Relation = z.strictObject({
  idDigest: z.string().regex(/^[0-9a-f]{64}$/),
  kind: RelationKind,
  /** In the declarer's words, e.g. 弟媳. */
  label: z.string().min(1),
});
export type Relation = z.infer<typeof Relation>;

/** A declared absence, [fromAt, untilAt). */
export const Absence = z.strictObject({
  absenceId: z.string().min(1),
  reason: z.enum(['leave', 'sick', 'training', 'site-visit', 'other']),
  fromAt: InstantText,
  untilAt: InstantText,
});
export type Absence = z.infer<typeof Absence>;

const PersonDetails = z.strictObject({
  personId: z.string().min(1),
  name: z.string().min(1),
  idNo: z.string().min(1),
  phone: z.string().min(1),
  employment: Employment,
  organ: z.string().min(1),
});

export const LeavingReason = z.enum(['resigned', 'transferred', 'retired', 'dismissed', 'died']);
export const CertificateReason = z.enum(['lost', 'compromised', 'expired', 'replaced', 'left']);

export const PersonEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('PersonEnrolled'), data: PersonDetails }),
  z.strictObject({ type: z.literal('PostAssigned'), data: z.strictObject({ post: Post }) }),
  z.strictObject({
    type: z.literal('PostEnded'),
    data: z.strictObject({ postId: z.string(), reason: z.string().min(1) }),
  }),
  z.strictObject({ type: z.literal('RelationDeclared'), data: z.strictObject({ relation: Relation }) }),
  z.strictObject({ type: z.literal('AbsenceDeclared'), data: z.strictObject({ absence: Absence }) }),
  z.strictObject({ type: z.literal('AbsenceEnded'), data: z.strictObject({ absenceId: z.string() }) }),
  z.strictObject({ type: z.literal('PersonSuspended'), data: z.strictObject({ reason: z.string().min(1) }) }),
  z.strictObject({ type: z.literal('PersonReinstated'), data: z.strictObject({ reason: z.string().min(1) }) }),
  z.strictObject({ type: z.literal('PersonLeft'), data: z.strictObject({ reason: LeavingReason }) }),
  z.strictObject({ type: z.literal('CertificateIssued'), data: z.strictObject({ serial: z.string().min(1) }) }),
  z.strictObject({
    type: z.literal('CertificateRevoked'),
    // 电子签名法 15: acts between the suspected and the reported instant go to review.
    data: z.strictObject({ reason: CertificateReason, suspectedSinceAt: InstantText.exactOptional() }),
  }),
]);
export type PersonEvent = z.infer<typeof PersonEvent>;

/** A member of staff, folded from the stream `person/<personId>`. */
export interface Person extends z.infer<typeof PersonDetails> {
  readonly posts: readonly Post[];
  readonly relations: readonly Relation[];
  readonly absences: readonly Absence[];
  readonly status: 'active' | 'suspended' | 'left';
  readonly certificate: 'valid' | 'revoked' | 'none';
  /** The stream's last seq: the epoch of the person's fence. */
  readonly seq: number;
}

/** Stream and fence key of a person. */
export function personStream(personId: string): string {
  return `person/${personId}`;
}

/** The person as the events so far tell; undefined before enrolment. */
export function viewPerson(events: readonly Recorded[]): Person | undefined {
  let person: Person | undefined;
  for (const recorded of events) person = { ...fold(person, recorded), seq: recorded.seq };
  return person;
}

/** Gives a person event the shape that the journal appends. */
export function personEvent(event: PersonEvent): NewEvent {
  return event;
}

/** The posts that the person holds at `at`; one who left holds none. */
export function postsAt(person: Person, at: Instant): readonly Post[] {
  return person.status === 'left' ? [] : person.posts.filter((post) => isWithin(post, at));
}

/** Whether the person holds a post of this kind in this organ at `at`. */
export function holdsPost(person: Person, kind: PostKind, organ: string, at: Instant): boolean {
  return postsAt(person, at).some((post) => post.kind === kind && post.organ === organ);
}

export function isAbsentAt(person: Person, at: Instant): boolean {
  return person.absences.some((absence) => isWithin(absence, at));
}

/** R105, T13: one who left, is suspended or whose key is compromised exercises no power, from that very commit. */
export function checkInOffice(
  person: Person,
): Refusal<'person-left' | 'person-suspended' | 'certificate-revoked'> | undefined {
  const detail = { personId: person.personId };
  if (person.status === 'left') return refuse(identityRefusals, 'person-left', detail);
  if (person.status === 'suspended') return refuse(identityRefusals, 'person-suspended', detail);
  if (person.certificate === 'revoked') return refuse(identityRefusals, 'certificate-revoked', detail);
  return undefined;
}

/** R73: a signature needs a valid certificate; the other acts of a post do not. */
export function checkCertificate(person: Person): Refusal<'certificate-revoked' | 'certificate-missing'> | undefined {
  if (person.certificate === 'valid') return undefined;
  const code = person.certificate === 'revoked' ? 'certificate-revoked' : 'certificate-missing';
  return refuse(identityRefusals, code, { personId: person.personId });
}

/** The declarer is inside the digest, so that the same relative of two officers cannot be linked across them. */
export function relationDigest(personId: string, idNo: string): string {
  return sm3Hex(`relation\n${personId}\n${normalIdNo(idNo)}`);
}

/** Most numbers are written as they ought to be. */
const NORMAL = /^[0-9A-Z]*$/;

/** One spelling of a citizen id or USCC: full-width and lower-case forms (…x) denote the same holder. */
export function normalIdNo(idNo: string): string {
  if (NORMAL.test(idNo)) return idNo;
  return idNo.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();
}

function fold(person: Person | undefined, recorded: Recorded): Person {
  const event = PersonEvent.parse({ type: recorded.type, data: recorded.data });
  if (event.type === 'PersonEnrolled') {
    return {
      ...event.data,
      posts: [],
      relations: [],
      absences: [],
      status: 'active',
      certificate: 'none',
      seq: recorded.seq,
    };
  }
  if (person === undefined) throw new Error(`${recorded.stream} begins with ${recorded.type}`);
  switch (event.type) {
    case 'PostAssigned':
      return { ...person, posts: [...person.posts, event.data.post] };
    case 'PostEnded':
      return {
        ...person,
        posts: person.posts.map((post) => (post.postId === event.data.postId ? ended(post, recorded.at) : post)),
      };
    case 'RelationDeclared':
      return { ...person, relations: [...person.relations, event.data.relation] };
    case 'AbsenceDeclared':
      return { ...person, absences: [...person.absences, event.data.absence] };
    case 'AbsenceEnded':
      return {
        ...person,
        absences: person.absences.map((absence) =>
          absence.absenceId === event.data.absenceId ? ended(absence, recorded.at) : absence,
        ),
      };
    case 'PersonSuspended':
      return { ...person, status: 'suspended' };
    case 'PersonReinstated':
      return { ...person, status: 'active' };
    case 'PersonLeft':
      return { ...person, status: 'left', posts: person.posts.map((post) => ended(post, recorded.at)) };
    case 'CertificateIssued':
      return { ...person, certificate: 'valid' };
    case 'CertificateRevoked':
      return { ...person, certificate: 'revoked' };
    default:
      return event satisfies never;
  }
}

function ended<Term extends { readonly untilAt?: Instant }>(
  term: Term,
  at: Instant,
): Term & { readonly untilAt: Instant } {
  return { ...term, untilAt: term.untilAt !== undefined && term.untilAt < at ? term.untilAt : at };
}
