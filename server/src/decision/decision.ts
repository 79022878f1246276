import { z } from 'zod';
import type { Confirmation, StaffSignature } from '../confirmation/confirmation.ts';
import { type Authority, fencesOf, mandateOf, requireState, type SealedLetter } from '../application/application.ts';
import { applicationRefusals } from '../application/refusals.ts';
import { withLetter, withLetterOrReason } from '../acceptance/acceptance.ts';
import type { Evaluation, ItemVersion, SigningNeed } from '../catalogue/catalogue.ts';
import type { Decided, FenceUse, NewEvent, Step } from '../journal/journal.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { redLines, type SignFacts } from '../mandate/mandate.ts';
import { checkGrounds, checkSigning, checkStandsAside, type TerminationFacts } from './checks.ts';
import { decisionRefusals } from './refusals.ts';
import { declarationOf, type SignDecision } from './sign-decision.ts';
import { type DecisionView, viewDecision } from './view.ts';

export { factsOf, isLimited } from './evaluation.ts';
export { type PaperFacts, RecordPaperDecision, recordPaperDecision } from './paper.ts';
export { declarationOf, type DraftedConclusion, ExceptionCode, SignDecision } from './sign-decision.ts';
export { decisionHash, signatureOf, type SignatureRecord, signedText } from './signed-text.ts';
export type { DecisionRefusalCode } from './refusals.ts';
export {
  Decider,
  DecideRecusal,
  decideRecusal,
  type DecideRecusalFacts,
  Recuse,
  recuseOfficer,
  RequestRecusal,
  requestRecusal,
  type RequestRecusalFacts,
} from './recusal.ts';
export { DecisionOutcome, type RecusalRequest, viewDecision, type DecisionView, type SignatureMade } from './view.ts';

const Words = z.string().trim().max(4000);

export type SignerRole = 'handler' | 'chief' | 'head';

export interface SigningFacts {
  readonly version: ItemVersion;
  readonly role: SignerRole;
  readonly rules: Evaluation | Refusal;
  readonly need: SigningNeed;
  /** The mandate, or for the head of the organ his office; a refusal says what is missing. */
  readonly authority: Authority | Refusal;
  readonly personFence: FenceUse;
  /** Where the mandate adds up over cases, acts that would add to the same sum go in one line (T04). */
  readonly history: readonly FenceUse[];
  readonly red: SignFacts;
  readonly quota: QuotaFacts | undefined;
  /** For the time in which a hearing may still be asked for (R42). */
  readonly calendar: WorkCalendar;
  readonly documentHash: string;
  readonly evidenceHash: string;
  /** The evidence without what the signer himself records with this signature: that is what he was shown. */
  readonly evidenceShown: string;
  /** How he confirmed; his certificate's signature covers it. */
  readonly confirmation?: Confirmation | undefined;
  readonly confirmationFences?: readonly FenceUse[];
  readonly signature: StaffSignature | Refusal | undefined;
  readonly letter: SealedLetter | Refusal | undefined;
}

/** Acceptance order of a quantity-limited item; the fence puts decisions on it in one line (R34). */
export interface QuotaFacts {
  readonly fence: FenceUse;
  readonly earlierUndecided: number;
  readonly placesLeft: number;
}

/** What this signature will do, from the class of the case, the outcome and who signs. */
export type SigningPlan = 'propose' | 'endorse' | 'decide';

/** Signing 签批: a proposal, an endorsement or the decision itself, as the sign class and the outcome demand. */
export const signDecision: Step<SignDecision, DecisionView, SigningFacts | undefined> = {
  name: 'signDecision',
  view: viewDecision,
  decide(view, command, facts, { actor, at }) {
    if (facts === undefined) return refuse(applicationRefusals, 'unknown-case');
    const plan = checkSigning(view, command, facts, { personId: actor.id, at });
    if (isRefusal(plan)) return plan;
    if (isRefusal(facts.authority)) return facts.authority;
    if (command.documentHash !== facts.documentHash) {
      return refuse(decisionRefusals, 'document-changed', { shown: command.documentHash, current: facts.documentHash });
    }
    if (command.evidenceHash !== facts.evidenceShown) {
      return refuse(decisionRefusals, 'evidence-changed', {
        shown: command.evidenceHash,
        current: facts.evidenceShown,
      });
    }
    const [crossed] = redLines(facts.red);
    if (crossed !== undefined) return crossed;
    if (isRefusal(facts.signature)) return facts.signature;
    const { authority } = facts;
    const signed = signedData(view, command, facts);
    const fences = [
      ...fencesOf(authority),
      facts.personFence,
      ...(facts.quota === undefined ? [] : [facts.quota.fence]),
      ...facts.history,
      ...(facts.confirmationFences ?? []),
    ];
    const mandate = mandateOf(authority);
    if (plan !== 'decide') {
      const type = plan === 'propose' ? 'DecisionProposed' : 'DecisionEndorsed';
      return { events: [{ type, data: signed, ...mandate }], fences };
    }
    if (isRefusal(facts.letter)) return facts.letter;
    // R82: what is sealed is what was signed; a letter rendered meanwhile with other content is neither.
    if (facts.letter !== undefined && facts.letter.documentHash !== facts.documentHash) {
      return refuse(decisionRefusals, 'document-changed', {
        shown: command.documentHash,
        current: facts.letter.documentHash,
      });
    }
    const made = decisionData(command, facts, signed);
    return withLetter(
      delivered(
        { events: [{ type: 'DecisionMade', data: made, ...mandate }], fences },
        view,
        facts.version.item.fees.charged,
      ),
      facts.letter,
    );
  },
};

export interface RuleFacts {
  readonly version: ItemVersion;
  /** The grant that the system may take by itself, or why a person must decide (R78). */
  readonly grant: Evaluation | Refusal;
  readonly ruleSetHash: string;
  readonly inputHash: string;
  readonly authority: Authority | Refusal;
  readonly red: SignFacts;
  readonly humanAsked: boolean;
  readonly documentHash: string;
  readonly letter: SealedLetter | Refusal | undefined;
}

/** Class 0: the signed rule set grants, and only grants; the record names rule set, version and input hash (R78). */
export const decideByRules: Step<undefined, DecisionView, RuleFacts | undefined> = {
  name: 'decideByRules',
  view: viewDecision,
  decide(view, _command, facts) {
    const refusal = requireState(view.review.acceptance.application.state, 'DecisionMade');
    if (refusal !== undefined) return refusal;
    if (facts === undefined) return refuse(applicationRefusals, 'unknown-case');
    if (facts.humanAsked) return refuse(decisionRefusals, 'human-asked');
    if (isRefusal(facts.grant)) return facts.grant;
    if (facts.version.ruleSetSigned === undefined) {
      return refuse(decisionRefusals, 'rule-set-unsigned', { ruleSetHash: facts.ruleSetHash });
    }
    if (isRefusal(facts.authority)) return facts.authority;
    const [crossed] = redLines(facts.red);
    if (crossed !== undefined) return crossed;
    if (isRefusal(facts.letter)) return facts.letter;
    const data = {
      outcome: 'GRANT',
      reason: facts.grant.why,
      documentHash: facts.documentHash,
      ruleSetHash: facts.ruleSetHash,
      inputHash: facts.inputHash,
      itemVersion: facts.version.version,
    };
    const events: NewEvent[] = [{ type: 'DecisionMade', data, ...mandateOf(facts.authority) }];
    return withLetter(
      delivered({ events, fences: fencesOf(facts.authority) }, view, facts.version.item.fees.charged),
      facts.letter,
    );
  },
};

/** R63: silence about a timely renewal grants it when the licence's last day has ended; no power is exercised. */
export const deemRenewed: Step<
  undefined,
  DecisionView,
  {
    readonly due: boolean;
    readonly documentHash: string;
    readonly letter: SealedLetter | Refusal | undefined;
    readonly isCharged?: boolean;
  }
> = {
  name: 'deemRenewed',
  view: viewDecision,
  decide(view, _command, facts) {
    const refusal = requireState(view.review.acceptance.application.state, 'DecisionMade');
    if (refusal !== undefined) return refusal;
    if (!facts.due) return refuse(decisionRefusals, 'not-a-renewal');
    const { documentHash } = facts;
    const reason = '《行政许可法》第五十条第二款';
    const events = [{ type: 'DecisionMade', data: { outcome: 'DEEMED_RENEWED', reason, documentHash } }];
    // Without its letter nothing can be served yet; who issues it later lets it be served.
    const whole = delivered({ events }, view, facts.isCharged);
    const outbox = whole.outbox?.filter(({ topic }) => topic === 'fee.assess') ?? [];
    const decided = isRefusal(facts.letter) ? { events, ...(outbox.length === 0 ? {} : { outbox }) } : whole;
    return withLetterOrReason(decided, facts.letter, 'grantDecision');
  },
};

export const ReturnProposal = z.strictObject({ reason: Words.min(2) });
export type ReturnProposal = z.infer<typeof ReturnProposal>;

/** The second signer disagrees: back to review with an opinion; the first signature lapses with the proposal. */
export const returnProposal: Step<
  ReturnProposal,
  DecisionView,
  Pick<SigningFacts, 'authority' | 'personFence'> & { readonly role: SignerRole }
> = {
  name: 'returnProposal',
  view: viewDecision,
  decide(view, command, facts, { actor }) {
    const refusal = requireState(view.review.acceptance.application.state, 'ProposalReturned');
    if (refusal !== undefined) return refusal;
    const aside = checkStandsAside(view, [actor.id]);
    if (aside !== undefined) return aside;
    // The second signature is somebody else's, and so is the opinion against the first.
    if (facts.role === 'handler') return refuse(decisionRefusals, 'not-in-sign-lists', { actor: actor.id });
    if (isRefusal(facts.authority)) return facts.authority;
    const { authority } = facts;
    const fences = [...fencesOf(authority), facts.personFence];
    return { events: [{ type: 'ProposalReturned', data: command, ...mandateOf(authority) }], fences };
  },
};

export const Escalate = z.strictObject({ reason: Words.min(2) });
export type Escalate = z.infer<typeof Escalate>;

/** Leaves the sign lists and goes to the department, deadlines unchanged (ESCALATE, promise 6). */
export const escalateCase: Step<Escalate, DecisionView, { readonly authority: Authority | Refusal | undefined }> = {
  name: 'escalateCase',
  view: viewDecision,
  decide(view, command, facts) {
    const refusal = requireState(view.review.acceptance.application.state, 'CaseEscalated');
    if (refusal !== undefined) return refusal;
    if (isRefusal(facts.authority)) return facts.authority;
    return {
      events: [{ type: 'CaseEscalated', data: command, ...mandateOf(facts.authority) }],
      fences: fencesOf(facts.authority),
    };
  },
};

export const Terminate = z.strictObject({
  ground: z.enum([
    'applicantDied',
    'applicantDissolved',
    'deferredMaterialsOverdue',
    'correctionNotSupplied',
    'objectGone',
  ]),
  reason: Words.min(2),
});
export type Terminate = z.infer<typeof Terminate>;

/** Termination 终止办理 on one of the listed grounds. */
export const terminateCase: Step<
  Terminate,
  DecisionView,
  TerminationFacts & { readonly authority: Authority | Refusal; readonly letter: SealedLetter | Refusal | undefined }
> = {
  name: 'terminateCase',
  view: viewDecision,
  decide(view, command, facts, { actor }) {
    const refusal =
      requireState(view.review.acceptance.application.state, 'CaseTerminated') ??
      checkStandsAside(view, [actor.id]) ??
      checkGrounds(view, command, facts);
    if (refusal !== undefined) return refusal;
    if (isRefusal(facts.authority)) return facts.authority;
    if (isRefusal(facts.letter)) return facts.letter;
    const events = [{ type: 'CaseTerminated', data: command, ...mandateOf(facts.authority) }];
    return withLetter({ events, fences: fencesOf(facts.authority) }, facts.letter);
  },
};

function signedData(view: DecisionView, command: SignDecision, facts: SigningFacts): object {
  const { signature } = facts;
  return { ...declarationOf(view, command, facts), ...(signature === undefined ? {} : { signature }) };
}

function decisionData(command: SignDecision, facts: SigningFacts, signature: object): object {
  const { outcome, reason, norms, exceptionCode } = command;
  return {
    outcome,
    reason,
    facts: command.facts,
    norms,
    documentHash: facts.documentHash,
    itemVersion: facts.version.version,
    ...(exceptionCode === undefined ? {} : { exceptionCode }),
    signature,
  };
}

/** Electronic service needs no person: a robot delivers what was just sealed (R87). */
function delivered(decided: Decided, view: DecisionView, isCharged = false): Decided {
  const { received, caseNo } = view.review.acceptance.application;
  const payload = { caseNo };
  const granted = decided.events.some(({ type, data }) => type === 'DecisionMade' && !isRefused(data));
  const outbox = [
    // R9: what a grant costs is reckoned before its result goes out.
    ...(isCharged && granted ? [{ topic: 'fee.assess', payload }] : []),
    ...(received?.eDelivery === true ? [{ topic: 'delivery.serve', payload }] : []),
  ];
  return outbox.length === 0 ? decided : { ...decided, outbox };
}

function isRefused(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'outcome' in data && data.outcome === 'REFUSE';
}
