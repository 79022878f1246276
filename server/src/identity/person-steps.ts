import { z } from 'zod';
import type { Decided, NewEvent, Step, StepContext } from '../journal/journal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { dateInChina } from '../kernel/time.ts';
import { checkCitizenId } from './citizen-id.ts';
import type { Organ } from './organ.ts';
import type { Person, PersonEvent } from './person.ts';
import {
  CertificateReason,
  LeavingReason,
  normalIdNo,
  personEvent,
  personStream,
  Absence,
  RelationKind,
  relationDigest,
  viewPerson,
} from './person.ts';
import { checkPost, Employment, InstantText, isWithin, Post } from './post.ts';
import type { IdentityRefusalCode } from './refusals.ts';
import { identityRefusals } from './refusals.ts';

/** What a step about a person needs to know of the organ that employs or posts him. */
export interface OrganFact {
  readonly organ: Organ | undefined;
}

type PersonStep<Command, Facts = undefined> = Step<Command, Person | undefined, Facts, IdentityRefusalCode>;

/** Enrolling also needs to know whether the same human being serves already under another id. */
export interface EnrolFacts extends OrganFact {
  readonly servesAs: string | undefined;
}

export const EnrolPerson = z.strictObject({
  personId: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  idNo: z.string().min(1),
  phone: z.string().min(1),
  employment: Employment,
  organ: z.string().min(1),
});
export type EnrolPerson = z.infer<typeof EnrolPerson>;

/** Takes a person into the staff of an organ; the fence of the person opens. */
export const enrolPerson: PersonStep<EnrolPerson, EnrolFacts> = {
  name: 'enrolPerson',
  view: viewPerson,
  decide(person, command, facts, context) {
    const taken = person?.personId ?? facts.servesAs;
    if (taken !== undefined) return refuse(identityRefusals, 'person-taken', { personId: taken });
    const barred = checkOrgan(facts.organ, command.organ) ?? checkNotSelf(command.personId, context);
    if (barred !== undefined) return barred;
    const idNo = normalIdNo(command.idNo);
    const checked = checkCitizenId(idNo, dateInChina(context.at));
    if (!checked.valid)
      return refuse(identityRefusals, 'citizen-id-invalid', { personId: command.personId, why: checked.why });
    return decided(undefined, context, { type: 'PersonEnrolled', data: { ...command, idNo } });
  },
};

export const AssignPost = z.strictObject({ post: Post });
export type AssignPost = z.infer<typeof AssignPost>;

/** Assigns a post, if the person's employment (R80) and organ (R99) allow it. */
export const assignPost: PersonStep<AssignPost, OrganFact> = {
  name: 'assignPost',
  view: viewPerson,
  decide(person, { post }, facts, context) {
    const serving = getServing(person);
    if (isRefusal(serving)) return serving;
    if (serving.posts.some((known) => known.postId === post.postId)) {
      return refuse(identityRefusals, 'post-taken', { postId: post.postId });
    }
    const barred =
      checkOrgan(facts.organ, post.organ) ?? checkNotSelf(serving.personId, context) ?? checkPost(serving, post);
    return barred ?? decided(serving, context, { type: 'PostAssigned', data: { post } });
  },
};

export const EndPost = z.strictObject({ postId: z.string().min(1), reason: z.string().min(1) });
export type EndPost = z.infer<typeof EndPost>;

/** Ends a post at the instant of the act. */
export const endPost: PersonStep<EndPost> = {
  name: 'endPost',
  view: viewPerson,
  decide(person, command, _facts, context) {
    const post = person?.posts.find((known) => known.postId === command.postId);
    if (person === undefined || post === undefined || (post.untilAt !== undefined && post.untilAt <= context.at)) {
      return refuse(identityRefusals, 'post-unknown', { postId: command.postId });
    }
    return decided(person, context, { type: 'PostEnded', data: command });
  },
};

export const DeclareRelation = z.strictObject({
  /** Citizen id of the relative, or USCC of an organisation in which the officer has an interest. */
  idNo: z.string().min(1),
  kind: RelationKind,
  label: z.string().min(1),
});
export type DeclareRelation = z.infer<typeof DeclareRelation>;

/** Declares a relation for recusal (R44); only a digest of the relative's number enters the journal. */
export const declareRelation: PersonStep<DeclareRelation> = {
  name: 'declareRelation',
  view: viewPerson,
  decide(person, command, _facts, context) {
    if (person === undefined) return refuse(identityRefusals, 'person-unknown');
    const relation = {
      idDigest: relationDigest(person.personId, command.idNo),
      kind: command.kind,
      label: command.label,
    };
    const known = person.relations.some(
      (other) => other.idDigest === relation.idDigest && other.kind === relation.kind,
    );
    if (known) return refuse(identityRefusals, 'relation-taken');
    return decided(person, context, { type: 'RelationDeclared', data: { relation } });
  },
};

export const DeclareAbsence = z.strictObject({ absence: Absence });
export type DeclareAbsence = z.infer<typeof DeclareAbsence>;

/** Declares an absence, so that work falls back along the roster (promise 6). */
export const declareAbsence: PersonStep<DeclareAbsence> = {
  name: 'declareAbsence',
  view: viewPerson,
  decide(person, { absence }, _facts, context) {
    if (person === undefined) return refuse(identityRefusals, 'person-unknown');
    const { absenceId } = absence;
    if (person.absences.some((known) => known.absenceId === absenceId))
      return refuse(identityRefusals, 'absence-taken', { absenceId });
    if (absence.untilAt <= absence.fromAt) return refuse(identityRefusals, 'term-reversed', { absenceId });
    return decided(person, context, { type: 'AbsenceDeclared', data: { absence } });
  },
};

export const EndAbsence = z.strictObject({ absenceId: z.string().min(1) });
export type EndAbsence = z.infer<typeof EndAbsence>;

/** The person is back earlier than declared. */
export const endAbsence: PersonStep<EndAbsence> = {
  name: 'endAbsence',
  view: viewPerson,
  decide(person, { absenceId }, _facts, context) {
    const absence = person?.absences.find((known) => known.absenceId === absenceId && isWithin(known, context.at));
    if (person === undefined || absence === undefined)
      return refuse(identityRefusals, 'absence-unknown', { absenceId });
    return decided(person, context, { type: 'AbsenceEnded', data: { absenceId } });
  },
};

export const Reason = z.strictObject({ reason: z.string().min(1) });
export type Reason = z.infer<typeof Reason>;

/** Suspends a person; the fence closes in the same commit. */
export const suspendPerson: PersonStep<Reason> = {
  name: 'suspendPerson',
  view: viewPerson,
  decide(person, command, _facts, context) {
    const serving = getServing(person);
    if (isRefusal(serving)) return serving;
    if (serving.status === 'suspended')
      return refuse(identityRefusals, 'person-suspended', { personId: serving.personId });
    return decided(serving, context, { type: 'PersonSuspended', data: command });
  },
};

/** Reinstates a suspended person; a revoked certificate still keeps the fence closed. */
export const reinstatePerson: PersonStep<Reason> = {
  name: 'reinstatePerson',
  view: viewPerson,
  decide(person, command, _facts, context) {
    const serving = getServing(person);
    if (isRefusal(serving)) return serving;
    if (serving.status !== 'suspended')
      return refuse(identityRefusals, 'person-active', { personId: serving.personId });
    const barred = checkNotSelf(serving.personId, context);
    return barred ?? decided(serving, context, { type: 'PersonReinstated', data: command });
  },
};

export const RecordLeaving = z.strictObject({ reason: LeavingReason });
export type RecordLeaving = z.infer<typeof RecordLeaving>;

/** R105: leaving, transfer, retirement and death end all posts and close the fence at that instant, for good. */
export const recordLeaving: PersonStep<RecordLeaving> = {
  name: 'recordLeaving',
  view: viewPerson,
  decide(person, command, _facts, context) {
    const serving = getServing(person);
    return isRefusal(serving) ? serving : decided(serving, context, { type: 'PersonLeft', data: command });
  },
};

export const IssueCertificate = z.strictObject({ serial: z.string().min(1) });
export type IssueCertificate = z.infer<typeof IssueCertificate>;

/** Registers the signing certificate of a licensed authority (R73). */
export const issueCertificate: PersonStep<IssueCertificate> = {
  name: 'issueCertificate',
  view: viewPerson,
  decide(person, command, _facts, context) {
    const serving = getServing(person);
    if (isRefusal(serving)) return serving;
    if (serving.certificate === 'valid')
      return refuse(identityRefusals, 'certificate-present', { personId: serving.personId });
    return decided(serving, context, { type: 'CertificateIssued', data: command });
  },
};

export const RevokeCertificate = z.strictObject({
  reason: CertificateReason,
  suspectedSinceAt: InstantText.exactOptional(),
});
export type RevokeCertificate = z.infer<typeof RevokeCertificate>;

/** T13: revoking the certificate closes the fence of the person in the same commit. */
export const revokeCertificate: PersonStep<RevokeCertificate> = {
  name: 'revokeCertificate',
  view: viewPerson,
  decide(person, command, _facts, context) {
    if (person === undefined) return refuse(identityRefusals, 'person-unknown');
    if (person.certificate !== 'valid')
      return refuse(identityRefusals, 'certificate-missing', { personId: person.personId });
    return decided(person, context, { type: 'CertificateRevoked', data: command });
  },
};

/** Robots of mandate and supervision read this topic: mandates of the person are suspended, the breaker trips (T13). */
export const PERSON_BARRED_TOPIC = 'identity.personBarred';

function decided(person: Person | undefined, context: StepContext, event: PersonEvent): Decided {
  const recorded: NewEvent = personEvent(event);
  const standing = standingAfter(person, event);
  const sets = [{ key: context.stream, open: standing === undefined }];
  if (standing === undefined || standing === standingOf(person)) return { events: [recorded], sets };
  return {
    events: [recorded],
    sets,
    outbox: [{ topic: PERSON_BARRED_TOPIC, payload: { stream: context.stream, cause: event.type } }],
  };
}

type Bar = 'left' | 'suspended' | 'revoked' | undefined;

function standingOf(person: Person | undefined): Bar {
  if (person === undefined) return undefined;
  if (person.status !== 'active') return person.status;
  return person.certificate === 'revoked' ? 'revoked' : undefined;
}

function standingAfter(person: Person | undefined, event: PersonEvent): Bar {
  if (person === undefined) return undefined;
  switch (event.type) {
    case 'PersonSuspended':
      return standingOf({ ...person, status: 'suspended' });
    case 'PersonReinstated':
      return standingOf({ ...person, status: 'active' });
    case 'PersonLeft':
      return standingOf({ ...person, status: 'left' });
    case 'CertificateIssued':
      return standingOf({ ...person, certificate: 'valid' });
    case 'CertificateRevoked':
      return standingOf({ ...person, certificate: 'revoked' });
    case 'PersonEnrolled':
    case 'PostAssigned':
    case 'PostEnded':
    case 'RelationDeclared':
    case 'AbsenceDeclared':
    case 'AbsenceEnded':
      return standingOf(person);
    default:
      return event satisfies never;
  }
}

function getServing(person: Person | undefined): Person | Refusal<'person-unknown' | 'person-left'> {
  if (person === undefined) return refuse(identityRefusals, 'person-unknown');
  return person.status === 'left' ? refuse(identityRefusals, 'person-left', { personId: person.personId }) : person;
}

function checkOrgan(organ: Organ | undefined, code: string): Refusal<'organ-unknown' | 'organ-dissolved'> | undefined {
  if (organ === undefined) return refuse(identityRefusals, 'organ-unknown', { organ: code });
  return organ.status === 'dissolved' ? refuse(identityRefusals, 'organ-dissolved', { organ: code }) : undefined;
}

function checkNotSelf(personId: string, context: StepContext): Refusal<'post-of-oneself'> | undefined {
  const isSelf = context.actor.kind === 'person' && personStream(context.actor.id) === personStream(personId);
  return isSelf ? refuse(identityRefusals, 'post-of-oneself', { personId }) : undefined;
}
