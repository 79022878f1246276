import { z } from 'zod';
import { type Authority, fencesOf, mandateOf, requireState } from '../application/application.ts';
import { applicationRefusals } from '../application/refusals.ts';
import { RelationKind } from '../identity/identity.ts';
import type { FenceUse, NewEvent, Step } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { checkStandsAside } from './checks.ts';
import { decisionRefusals } from './refusals.ts';
import { type Decider, type DecisionView, type RecusalRequest, viewDecision } from './view.ts';

export { Decider } from './view.ts';

const Words = z.string().trim().max(4000);
const PersonId = z.string().min(1).max(64);

export const Recuse = z.strictObject({ personId: PersonId, ground: RelationKind, note: Words.default('') });
export type Recuse = z.infer<typeof Recuse>;

/** Recusal 回避: declared by the officer himself, or ordered by the head of the organ (R44, 公务员法76). */
export const recuseOfficer: Step<Recuse, DecisionView, { readonly byHeadOfOrgan: boolean }> = {
  name: 'recuseOfficer',
  view: viewDecision,
  decide(view, command, facts, { actor }) {
    const refusal = requireState(view.review.acceptance.application.state, 'OfficerRecused');
    if (refusal !== undefined) return refusal;
    const ownWord = actor.kind === 'person' && command.personId === actor.id;
    if (!ownWord && !facts.byHeadOfOrgan) return refuse(decisionRefusals, 'not-head-of-organ');
    return { events: standsAside(view, command) };
  },
};

/** What the applicant or his agent asks: that this officer stand aside, and on which ground. */
export const RequestRecusal = z.strictObject({ personId: PersonId, ground: RelationKind, reason: Words.min(2) });
export type RequestRecusal = z.infer<typeof RequestRecusal>;

export interface RequestRecusalFacts {
  /** Who decides on the officer that is named; undefined when nobody of that name works on cases of the organ. */
  readonly decider: Decider | undefined;
  /** Needed when staff take it in at a window; a party asks for himself. */
  readonly authority: Authority | Refusal | undefined;
}

/** The request 申请回避; until it is decided the officer signs nothing in this case (R44, 公务员法77). */
export const requestRecusal: Step<RequestRecusal, DecisionView, RequestRecusalFacts | undefined> = {
  name: 'requestRecusal',
  view: viewDecision,
  decide(view, command, facts) {
    const refusal = requireState(view.review.acceptance.application.state, 'RecusalRequested');
    if (refusal !== undefined) return refusal;
    if (facts === undefined) return refuse(applicationRefusals, 'unknown-case');
    const { personId, ground } = command;
    if (facts.decider === undefined) return refuse(decisionRefusals, 'recusal-officer-unknown', { officer: personId });
    if (view.recused.has(personId)) return refuse(decisionRefusals, 'recusal-asked-before', { officer: personId });
    const before = view.recusals.find((one) => one.personId === personId && isSameQuestion(one, ground));
    if (before !== undefined) {
      const { at, answer } = before;
      const answeredAt = answer?.at ?? null;
      return refuse(decisionRefusals, 'recusal-asked-before', { officer: personId, askedAt: at, answeredAt });
    }
    if (isRefusal(facts.authority)) return facts.authority;
    const data = { ...command, decider: facts.decider };
    return {
      events: [{ type: 'RecusalRequested', data, ...mandateOf(facts.authority) }],
      fences: fencesOf(facts.authority),
    };
  },
};

export const DecideRecusal = z.strictObject({
  personId: PersonId,
  granted: z.boolean(),
  /** Told to who asked, whatever the answer. */
  reason: Words.min(2),
  /** The number under which the superior organ decided about the head, whom nobody in his own organ can judge. */
  superiorNo: Words.min(1).exactOptional(),
});
export type DecideRecusal = z.infer<typeof DecideRecusal>;

export interface DecideRecusalFacts {
  readonly organ: string;
  /** As what the actor may decide at the organ; undefined for everybody else. */
  readonly actorAs: 'chief' | 'head' | undefined;
  readonly personFence: FenceUse;
}

/**
 * The organ's answer: the chief representative about posted officers, the head about the chief representative, and for the
 * head the superior organ, whose decision is recorded under its number (R44, 公务员法77).
 */
export const decideRecusal: Step<DecideRecusal, DecisionView, DecideRecusalFacts | undefined> = {
  name: 'decideRecusal',
  view: viewDecision,
  decide(view, command, facts, { actor }) {
    const refusal = requireState(view.review.acceptance.application.state, 'RecusalRefused');
    if (refusal !== undefined) return refusal;
    if (facts === undefined) return refuse(applicationRefusals, 'unknown-case');
    const { personId, granted, reason, superiorNo } = command;
    const asked = view.recusals.find((one) => one.personId === personId && one.answer === undefined);
    if (asked === undefined) return refuse(decisionRefusals, 'recusal-not-asked', { officer: personId });
    const { decider, ground } = asked;
    if (actor.id === personId || !mayDecide(decider, facts.actorAs, superiorNo))
      return refuse(decisionRefusals, 'recusal-decided-by', { officer: personId, decider });
    // The superior organ's decision is only entered here. If who enters it had to be free of every request himself, one
    // applicant who names both the head and the chief would stop the case for ever.
    const aside = decider === 'superior' ? undefined : checkStandsAside(view, [actor.id]);
    if (aside !== undefined) return aside;
    const office = { office: facts.organ, ...(superiorNo === undefined ? {} : { superiorNo }) };
    const events = granted
      ? standsAside(view, { personId, ground, note: reason }, office)
      : [{ type: 'RecusalRefused', data: { personId, reason, ...office } }];
    return { events, fences: [facts.personFence] };
  },
};

function isSameQuestion({ ground, answer }: RecusalRequest, asked: RelationKind): boolean {
  return answer === undefined || ground === asked;
}

function mayDecide(decider: Decider, actorAs: 'chief' | 'head' | undefined, superiorNo: string | undefined): boolean {
  switch (decider) {
    case 'chief':
      return actorAs !== undefined;
    case 'head':
      return actorAs === 'head';
    case 'superior':
      return actorAs === 'chief' && superiorNo !== undefined;
    default:
      return decider satisfies never;
  }
}

function standsAside(view: DecisionView, command: Recuse, office: object = {}): readonly NewEvent[] {
  const proposer = view.signatures.some((signature) => signature.personId === command.personId);
  const recused = { type: 'OfficerRecused', data: { ...command, ...office } };
  // A proposal by somebody who had to stand aside cannot stand either.
  return proposer ? [recused, { type: 'ProposalReturned', data: { reason: '提出建议的人员回避' } }] : [recused];
}
