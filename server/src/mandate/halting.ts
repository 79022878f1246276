import { z } from 'zod';
import type { Actor, OutboxEntry } from '../journal/journal.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { SuspensionKind } from './events.ts';
import { type MandateLetter, namedPersons } from './letter.ts';
import { forceOf, viewMandate } from './life-cycle.ts';
import type { MandateFacts } from './mandate.ts';
import { lifeRefusals } from './refusals.ts';
import { decided, isHead, type MandateStep, signatureMade, type SignedMandateStep } from './steps.ts';

/** The ways in which a mandate stops: suspended, revoked, expired; and the one way back. */

const Text = z.string().min(1).max(4_000);
const Id = z.string().min(1).max(64);

export const SuspendMandate = z.strictObject({ kind: SuspensionKind, reason: Text, holders: z.array(Id) });
export type SuspendMandate = z.infer<typeof SuspendMandate>;

/** Stops the mandate, or single holders of it, at once (R105, domain §1.8). Opening a suspension needs no approval. */
export const suspendMandate: SignedMandateStep<SuspendMandate> = {
  name: 'suspendMandate',
  view: viewMandate,
  decide(view, command, facts, context) {
    const letter = view.versions.at(-1)?.letter;
    if (letter === undefined || !view.versions.some(({ stage }) => stage === 'published'))
      return refuse(lifeRefusals, 'not-in-force');
    if (view.isRevoked) return refuse(lifeRefusals, 'mandate-ended');
    if (context.actor.kind !== 'robot' && !isOverseer(letter, facts, context.actor, 'any'))
      return refuse(lifeRefusals, 'not-supervisor', { personId: context.actor.id });
    const isKnown =
      command.holders.length === 0
        ? view.isSuspended
        : command.holders.every((holder) => view.suspendedHolders.includes(holder));
    if (isKnown) return refuse(lifeRefusals, 'already-suspended', { holders: command.holders });
    const made = signatureMade(facts);
    if (isRefusal(made)) return made;
    const outbox = [notice('mandate.suspended', letter, command.reason)];
    return decided(view, context, [{ type: 'MandateSuspended', data: { ...command, ...made.part } }], {
      ...made,
      outbox,
    });
  },
};

export const ResumeMandate = z.strictObject({ reason: Text, holders: z.array(Id) });
export type ResumeMandate = z.infer<typeof ResumeMandate>;

/** By the head or a supervisor of the grantor, never by a holder for himself; no robot gives power back. */
export const resumeMandate: SignedMandateStep<ResumeMandate> = {
  name: 'resumeMandate',
  view: viewMandate,
  decide(view, command, facts, context) {
    const letter = view.versions.at(-1)?.letter;
    if (view.isRevoked) return refuse(lifeRefusals, 'mandate-ended');
    const isStopped =
      command.holders.length === 0
        ? view.isSuspended
        : command.holders.every((holder) => view.suspendedHolders.includes(holder));
    if (letter === undefined || !isStopped) return refuse(lifeRefusals, 'not-suspended', { holders: command.holders });
    if (namedPersons(letter).includes(context.actor.id))
      return refuse(lifeRefusals, 'own-suspension', { personId: context.actor.id });
    if (!isOverseer(letter, facts, context.actor, 'own'))
      return refuse(lifeRefusals, 'not-supervisor', { personId: context.actor.id });
    const made = signatureMade(facts);
    if (isRefusal(made)) return made;
    return decided(view, context, [{ type: 'MandateResumed', data: { ...command, ...made.part } }], made);
  },
};

export const RevokeMandate = z.strictObject({ reason: Text });
export type RevokeMandate = z.infer<typeof RevokeMandate>;

/** By the head; immediate and irrevocable. Grantee, centre and applicants in flight are told (R108). */
export const revokeMandate: SignedMandateStep<RevokeMandate> = {
  name: 'revokeMandate',
  view: viewMandate,
  decide(view, { reason }, facts, context) {
    const letter = view.versions.at(-1)?.letter;
    if (letter === undefined) return refuse(lifeRefusals, 'wrong-stage', { stage: null });
    if (view.isRevoked) return refuse(lifeRefusals, 'mandate-ended');
    if (!isHead(letter.grantor.code, facts, context.actor))
      return refuse(lifeRefusals, 'not-head', { personId: context.actor.id });
    const made = signatureMade(facts);
    if (isRefusal(made)) return made;
    const outbox = [notice('mandate.revoked', letter, reason)];
    return decided(view, context, [{ type: 'MandateRevoked', data: { reason, ...made.part } }], { ...made, outbox });
  },
};

export const ExpireMandate = z.strictObject({ version: z.int() });
export type ExpireMandate = z.infer<typeof ExpireMandate>;

/** Records the end of the term. The term itself has stopped acts at its last instant already (R104). */
export const expireMandate: MandateStep<ExpireMandate> = {
  name: 'expireMandate',
  view: viewMandate,
  decide(view, command, _facts, context) {
    const version = view.versions.find(({ letter }) => letter.version === command.version);
    if (version === undefined || version.stage !== 'published' || version.isExpired)
      return refuse(lifeRefusals, 'wrong-stage', { stage: version?.stage ?? null });
    if (view.isRevoked) return refuse(lifeRefusals, 'mandate-ended');
    if (context.actor.kind !== 'robot') return refuse(lifeRefusals, 'not-supervisor', { personId: context.actor.id });
    const { toAt, isSuperseded } = forceOf(view, version);
    if (isSuperseded || context.at < toAt) return refuse(lifeRefusals, 'not-due', { to: toAt });
    return decided(view, context, [{ type: 'MandateExpired', data: { version: command.version, at: toAt } }], {
      outbox: [notice('mandate.expired', version.letter, '')],
    });
  },
};

/** The head, or a supervisor: of the grantor's own, or of any organ that watches over it. */
function isOverseer(letter: MandateLetter, facts: MandateFacts, actor: Actor, whose: 'own' | 'any'): boolean {
  if (isHead(letter.grantor.code, facts, actor)) return true;
  const person = actor.kind === 'person' ? facts.person(actor.id) : undefined;
  return (
    person?.active === true &&
    person.posts.some(({ kind, organ }) => kind === 'supervisor' && (whose === 'any' || organ === letter.grantor.code))
  );
}

function notice(topic: string, letter: MandateLetter, reason: string): OutboxEntry {
  const grantees = letter.construct === 'B' ? namedPersons(letter) : [letter.grantee.code];
  return {
    topic,
    payload: { mandateNo: letter.mandateNo, grantees, items: letter.items.map(({ itemId }) => itemId), reason },
  };
}
