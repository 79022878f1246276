import { z } from 'zod';
import type { ActSigned } from '../confirmation/confirmation.ts';
import type { Actor, Decided, FenceUse, OutboxEntry, Step, StepContext } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { type MandateEvent, mandateEvent } from './events.ts';
import { letterFault, staffFault } from './letter-faults.ts';
import { MandateLetter, mandateStream, namedPersons, requiredAcceptances } from './letter.ts';
import {
  foldMandate,
  isUsable,
  type MandateStage,
  type MandateView,
  requiredSigners,
  type VersionView,
  viewMandate,
} from './life-cycle.ts';
import type { MandateFacts, SigningFacts } from './mandate.ts';
import { type LifeRefusalCode, lifeRefusals } from './refusals.ts';

/** Each verb of a mandate's life. Every event moves the mandate's fence, so an act decided on an older state re-decides. */
export type MandateStep<Command> = Step<Command, MandateView, MandateFacts, LifeRefusalCode>;

/** A verb that who acts signs with his own key, after he has confirmed it (R71, R72). */
export type SignedMandateStep<Command> = Step<Command, MandateView, SigningFacts>;

type Fault = Refusal<LifeRefusalCode> | undefined;

const Text = z.string().min(1).max(4_000);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const DraftMandate = z.strictObject({ letter: MandateLetter });
export type DraftMandate = z.infer<typeof DraftMandate>;

/** Writes the letter, or writes it again as long as nobody has signed. */
export const draftMandate: MandateStep<DraftMandate> = {
  name: 'draftMandate',
  view: viewMandate,
  decide(view, { letter }, facts, context) {
    const last = view.versions.at(-1);
    if (last !== undefined && (last.letter.version !== 1 || isSigned(last)))
      return refuse(lifeRefusals, 'wrong-stage', { stage: last.stage });
    if (letter.version !== 1)
      return refuse(lifeRefusals, 'version-out-of-order', { version: letter.version, expected: 1 });
    return (
      againstDraft(view, letter, facts, context) ??
      decided(view, context, [{ type: 'MandateDrafted', data: { letter } }])
    );
  },
};

/** Writes the next version; it supersedes the one in force at the instant it comes into force itself. */
export const amendMandate: MandateStep<DraftMandate> = {
  name: 'amendMandate',
  view: viewMandate,
  decide(view, { letter }, facts, context) {
    const last = view.versions.at(-1);
    if (last === undefined || (last.letter.version === 1 && last.stage !== 'published'))
      return refuse(lifeRefusals, 'wrong-stage', { stage: last?.stage ?? null });
    if (last.stage !== 'published' && isSigned(last))
      return refuse(lifeRefusals, 'version-pending', { version: last.letter.version });
    const expected = last.stage === 'published' ? last.letter.version + 1 : last.letter.version;
    if (letter.version !== expected)
      return refuse(lifeRefusals, 'version-out-of-order', { version: letter.version, expected });
    return (
      againstDraft(view, letter, facts, context) ??
      decided(view, context, [{ type: 'MandateAmended', data: { letter } }])
    );
  },
};

export const ReviewMandate = z.strictObject({ opinion: Text, passed: z.boolean() });
export type ReviewMandate = z.infer<typeof ReviewMandate>;

/** 法制审核 by somebody other than the drafter. */
export const reviewMandate: MandateStep<ReviewMandate> = {
  name: 'reviewMandate',
  view: viewMandate,
  decide(view, { opinion, passed }, facts, context) {
    const version = atStage(view, 'drafted');
    if ('refused' in version) return version;
    if (context.actor.id === version.draftedBy)
      return refuse(lifeRefusals, 'reviewer-is-drafter', { personId: context.actor.id });
    const fault =
      againstStaff(version.letter.grantor.code, facts, context.actor) ??
      (passed ? letterFault(version.letter, facts, context.at) : undefined);
    const data = { version: version.letter.version, hash: version.hash, opinion, passed };
    return fault ?? decided(view, context, [{ type: 'MandateReviewed', data }]);
  },
};

/** What the signer was shown: the record that is enforced, and the letter printed from it; the latter absent on paper. */
export const SignMandate = z.strictObject({ hash: Hash, documentHash: Hash.exactOptional() });
export type SignMandate = z.infer<typeof SignMandate>;

/** By the head of the grantor in person; in constructs A and C by the head of the grantee too. Signing the letter signs the data. */
export const signMandate: SignedMandateStep<SignMandate> = {
  name: 'signMandate',
  view: viewMandate,
  decide(view, command, facts, context) {
    const version = atStage(view, 'reviewed');
    if ('refused' in version) return version;
    const organ = requiredSigners(version.letter).find((code) => isHead(code, facts, context.actor));
    if (organ === undefined) return refuse(lifeRefusals, 'not-head', { personId: context.actor.id });
    if (version.signedFor.includes(organ)) return refuse(lifeRefusals, 'already-signed', { organ });
    if (command.hash !== version.hash) return refuse(lifeRefusals, 'hash-differs', { hash: version.hash });
    const fault = letterFault(version.letter, facts, context.at) ?? againstShown(command, facts);
    if (fault !== undefined) return fault;
    const made = signatureMade(facts);
    if (isRefusal(made)) return made;
    const data = { version: version.letter.version, organ, ...command, ...made.part };
    return decided(view, context, [{ type: 'MandateSigned', data }], made);
  },
};

export const AcceptMandate = SignMandate;
export type AcceptMandate = SignMandate;

/** By each named person for himself, deputies also later; in A and C by the head of the grantee organ for the organ. */
export const acceptMandate: SignedMandateStep<AcceptMandate> = {
  name: 'acceptMandate',
  view: viewMandate,
  decide(view, command, facts, context) {
    const version = view.versions.at(-1);
    const stage = version?.stage ?? 'drafted';
    if (view.isRevoked) return refuse(lifeRefusals, 'mandate-ended');
    if (version === undefined || stage === 'drafted' || stage === 'reviewed')
      return refuse(lifeRefusals, 'wrong-stage', { stage, needed: 'signed' });
    const by = granteeFor(version.letter, facts, context.actor);
    if (by === undefined) return refuse(lifeRefusals, 'not-grantee', { personId: context.actor.id });
    if (version.acceptedBy.includes(by)) return refuse(lifeRefusals, 'already-accepted', { by });
    if (command.hash !== version.hash) return refuse(lifeRefusals, 'hash-differs', { hash: version.hash });
    const unfit = version.letter.construct === 'B' ? staffFault(by, version.letter, facts) : undefined;
    const fault = unfit ?? againstShown(command, facts);
    if (fault !== undefined) return fault;
    const made = signatureMade(facts);
    if (isRefusal(made)) return made;
    const data = { version: version.letter.version, by, ...command, ...made.part };
    return decided(view, context, [{ type: 'MandateAccepted', data }], made);
  },
};

export const FileMandate = z.strictObject({ filingNo: Text });
export type FileMandate = z.infer<typeof FileMandate>;

/** 备案 with the government-service administration (R106). */
export const fileMandate: MandateStep<FileMandate> = {
  name: 'fileMandate',
  view: viewMandate,
  decide(view, { filingNo }, facts, context) {
    const version = atStage(view, 'accepted');
    if ('refused' in version) return version;
    const person = facts.person(context.actor.id);
    if (context.actor.kind !== 'person' || person?.active !== true || !facts.filingOrgans.includes(person.organ)) {
      return refuse(lifeRefusals, 'not-filing-organ', { personId: context.actor.id });
    }
    return decided(view, context, [{ type: 'MandateFiled', data: { version: version.letter.version, filingNo } }]);
  },
};

export const PublishMandate = z.strictObject({
  places: z.array(z.enum(['web', 'window', 'gazette'])).min(1),
  noticeNo: Text,
});
export type PublishMandate = z.infer<typeof PublishMandate>;

/** 公示 on the web and at the window: the last formality; from here the term alone decides (R106). */
export const publishMandate: MandateStep<PublishMandate> = {
  name: 'publishMandate',
  view: viewMandate,
  decide(view, { places, noticeNo }, facts, context) {
    const version = atStage(view, 'filed');
    if ('refused' in version) return version;
    if (!places.includes('web') || !places.includes('window'))
      return refuse(lifeRefusals, 'places-missing', { places });
    const { letter } = version;
    const fault = letterFault(letter, facts, context.at) ?? againstPublisher(letter, facts, context.actor);
    if (fault !== undefined) return fault;
    const payload = { mandateNo: letter.mandateNo, version: letter.version };
    return decided(view, context, [{ type: 'MandatePublished', data: { version: letter.version, places, noticeNo } }], {
      outbox: [
        { topic: 'mandate.expiring', payload, dueAt: daysBefore(letter.term.to, 30) },
        { topic: 'mandate.expire', payload, dueAt: letter.term.to },
      ],
    });
  },
};

/** The events, and the mandate's fence as they leave it; `fences` are those of the signer's way of confirming. */
export function decided(
  view: MandateView,
  context: StepContext,
  events: readonly MandateEvent[],
  {
    outbox = [],
    fences = [],
  }: { readonly outbox?: readonly OutboxEntry[]; readonly fences?: readonly FenceUse[] } = {},
): Decided {
  const after = events.reduce((state, event) => foldMandate(state, event, context), view);
  return { events: events.map(mandateEvent), sets: [{ key: context.stream, open: isUsable(after) }], outbox, fences };
}

/** What the event keeps of the signature, with the fences that it passes; nothing where nobody signed in this system. */
export function signatureMade({ signed }: SigningFacts):
  | {
      readonly part: { readonly signed?: ActSigned };
      readonly fences: readonly FenceUse[];
    }
  | Refusal {
  if (signed === undefined) return { part: {}, fences: [] };
  return isRefusal(signed) ? signed : { part: { signed: signed.signed }, fences: signed.fences };
}

/** R71: the letter that he was shown is the one that is printed from the record now. */
function againstShown(
  { documentHash: shown }: SignMandate,
  { documentHash: current }: SigningFacts,
): Refusal | undefined {
  if (current === undefined || isRefusal(current)) return current;
  return shown === current ? undefined : refuse(lifeRefusals, 'letter-changed', { shown: shown ?? null, current });
}

function isSigned(version: VersionView): boolean {
  return version.signedFor.length > 0;
}

function againstDraft(view: MandateView, letter: MandateLetter, facts: MandateFacts, context: StepContext): Fault {
  if (view.isRevoked) return refuse(lifeRefusals, 'mandate-ended');
  if (mandateStream(letter.mandateNo) !== context.stream)
    return refuse(lifeRefusals, 'mandate-number-mismatch', { mandateNo: letter.mandateNo });
  return againstStaff(letter.grantor.code, facts, context.actor);
}

function againstStaff(organ: string, facts: MandateFacts, actor: Actor): Fault {
  const person = actor.kind === 'person' ? facts.person(actor.id) : undefined;
  const isStaff = person?.active === true && person.organ === organ && person.employment !== 'contract';
  return isStaff ? undefined : refuse(lifeRefusals, 'not-staff-of-grantor', { personId: actor.id, organ });
}

/** The grantor publishes, or the organ that filed the letter does it for him. */
function againstPublisher(letter: MandateLetter, facts: MandateFacts, actor: Actor): Fault {
  const person = actor.kind === 'person' ? facts.person(actor.id) : undefined;
  if (person?.active === true && facts.filingOrgans.includes(person.organ)) return undefined;
  return againstStaff(letter.grantor.code, facts, actor);
}

/** The head of `organ`, in office and in person. */
export function isHead(organ: string, facts: MandateFacts, actor: Actor): boolean {
  return (
    actor.kind === 'person' && facts.organ(organ)?.headPersonId === actor.id && facts.person(actor.id)?.active === true
  );
}

/** The one version that stands at `stage`, or why there is none. */
function atStage(view: MandateView, stage: MandateStage): VersionView | Refusal<LifeRefusalCode> {
  if (view.isRevoked) return refuse(lifeRefusals, 'mandate-ended');
  const last = view.versions.at(-1);
  return last?.stage === stage
    ? last
    : refuse(lifeRefusals, 'wrong-stage', { stage: last?.stage ?? null, needed: stage });
}

function granteeFor(letter: MandateLetter, facts: MandateFacts, actor: Actor): string | undefined {
  if (namedPersons(letter).includes(actor.id) && actor.kind === 'person') return actor.id;
  return requiredAcceptances(letter).find((organ) => isHead(organ, facts, actor));
}

function daysBefore(at: string, days: number): string {
  return new Date(Date.parse(at) - days * 86_400_000).toISOString();
}
