import { requireState } from '../application/application.ts';
import type { Outcome } from '../catalogue/catalogue.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant, type PlainDate } from '../kernel/time.ts';
import { reviewRefusals } from '../review/refusals.ts';
import { failedByStandard, hearingRequestLastOn } from '../review/review.ts';
import type { SignDecision, SignerRole, SigningFacts, SigningPlan, Terminate } from './decision.ts';
import { decisionRefusals, type DecisionRefusalCode } from './refusals.ts';
import type { DecisionOutcome, DecisionView } from './view.ts';

type Checked = Refusal | undefined;

/** What this signature would be, or why it may not be made. Power, red lines and the document's hash are checked after. */
export function checkSigning(
  view: DecisionView,
  command: SignDecision,
  facts: SigningFacts,
  { personId, at }: { readonly personId: string; readonly at: Instant },
): SigningPlan | Refusal {
  // A proposal by somebody whose recusal is asked for carries no second signature either, until that is decided.
  const aside = checkStandsAside(view, [personId, ...view.signatures.map((made) => made.personId)]);
  if (aside !== undefined) return aside;
  const plan = signingPlan(view, command, facts);
  if (isRefusal(plan)) return plan;
  const type = {
    propose: 'DecisionProposed',
    endorse: 'DecisionEndorsed',
    decide: 'DecisionMade',
  } as const satisfies Record<SigningPlan, string>;
  return (
    requireState(view.review.acceptance.application.state, type[plan]) ??
    checkReviewPoints(view, facts) ??
    checkAgainstRules(command, facts) ??
    checkReasons(command) ??
    checkStandard(view, command, facts) ??
    checkHearing(view, command, facts, at) ??
    checkPresider(view, personId) ??
    checkAgainstProposal(view, command) ??
    checkThird(view, command) ??
    checkQuota(command, facts) ??
    plan
  );
}

/** R44: nobody of these stands aside in the case, and of nobody is it asked and undecided. */
export function checkStandsAside(view: DecisionView, personIds: readonly string[]): Checked {
  const recused = personIds.find((personId) => view.recused.has(personId));
  if (recused !== undefined) return refuse(decisionRefusals, 'officer-recused', { officer: recused });
  const asked = view.recusals.find(({ personId, answer }) => answer === undefined && personIds.includes(personId));
  return asked === undefined
    ? undefined
    : refuse(decisionRefusals, 'recusal-pending', { officer: asked.personId, ground: asked.ground, askedAt: asked.at });
}

/** R76, R77: one signature decides a class 1 grant; everything else is proposed first and decided second. */
export function signingPlan(
  view: DecisionView,
  command: Pick<SignDecision, 'outcome' | 'forwardToHead'>,
  facts: Pick<SigningFacts, 'role' | 'need'>,
): SigningPlan | Refusal<DecisionRefusalCode> {
  const outside = facts.need.signatures === 'EX' || view.escalated;
  const needsTwo = facts.need.signatures === 2 || command.outcome === 'REFUSE';
  switch (facts.role) {
    case 'handler':
      return needsTwo || outside ? 'propose' : 'decide';
    case 'chief':
      if (outside) return refuse(decisionRefusals, 'not-in-sign-lists');
      if (needsTwo && view.signatures.length === 0) return refuse(decisionRefusals, 'proposal-needed');
      // Once passed on to the head of the organ, the case is no longer the chief's (R75).
      if (view.signatures.length > 1) return refuse(decisionRefusals, 'not-in-sign-lists');
      return command.forwardToHead ? 'endorse' : 'decide';
    case 'head':
      // By office the head decides what left the lists, and stands in where nobody else can (promise 6): never with fewer
      // signatures than the class of the case and the outcome demand, and as a third only with its code.
      if (view.signatures.length === 0 && (command.outcome === 'REFUSE' || (needsTwo && !outside)))
        return refuse(decisionRefusals, 'proposal-needed');
      return 'decide';
    default:
      return facts.role satisfies never;
  }
}

function checkReviewPoints(view: DecisionView, facts: SigningFacts): Checked {
  const points = facts.version.item.reviewPoints;
  // R44: what somebody found who had to stand aside does not count; his successor finds it anew.
  const open = points.filter((_text, index) => {
    const found = view.review.points.get(index);
    return found === undefined || view.recused.has(found.by);
  });
  return open.length === 0 ? undefined : refuse(decisionRefusals, 'review-unfinished', { points: open });
}

/** What each outcome of the rules allows a person to conclude without further ado. */
const allowed = {
  APPROVE: ['GRANT'],
  // What is granted on a promise says so: the check afterwards and the revocation hang on it (R33).
  APPROVE_PROMISE: ['GRANT_ON_PROMISE'],
  REJECT: ['REFUSE'],
  ESCALATE: ['GRANT', 'REFUSE'],
  SIGN1: ['GRANT', 'REFUSE'],
  SIGN2: ['GRANT', 'REFUSE'],
  CORRECT: ['REFUSE'],
  NOT_NEEDED: ['REFUSE'],
  NOT_OURS: ['REFUSE'],
  ROUTE: ['REFUSE'],
  DEFER: [],
} as const satisfies Record<Outcome, readonly DecisionOutcome[]>;

function checkAgainstRules(command: SignDecision, facts: SigningFacts): Checked {
  if (isRefusal(facts.rules))
    return refuse(decisionRefusals, 'facts-missing', { ...facts.rules.detail, cause: facts.rules.code });
  const { outcome, why } = facts.rules;
  const may: readonly DecisionOutcome[] = allowed[outcome];
  if (may.includes(command.outcome)) return undefined;
  if (outcome === 'DEFER' || command.outcome !== 'REFUSE') {
    return refuse(decisionRefusals, 'rules-forbid-grant', { rules: outcome, why });
  }
  const reasoned = command.departure !== undefined && command.departure !== '';
  return reasoned ? undefined : refuse(decisionRefusals, 'departure-without-reason', { rules: outcome, why });
}

function checkReasons(command: SignDecision): Checked {
  if (command.outcome !== 'REFUSE') return undefined;
  const missing = [...(command.facts === '' ? ['facts'] : []), ...(command.norms.length === 0 ? ['norms'] : [])];
  return missing.length === 0 ? undefined : refuse(decisionRefusals, 'refusal-without-reasons', { missing });
}

/** R40: who is refused after inspection, testing or quarantine learns by which technical standard (许可法55). */
function checkStandard(view: DecisionView, command: SignDecision, facts: SigningFacts): Checked {
  if (command.outcome !== 'REFUSE' || !failedByStandard(view.review, facts.version.item)) return undefined;
  const named = command.norms.some((norm) => /标准|规范|规程|GB/u.test(norm));
  return named ? undefined : refuse(decisionRefusals, 'standard-missing');
}

/** R42: nobody decides while a hearing may still be asked for, and after one only on its transcript (许可法47, 48). */
function checkHearing(view: DecisionView, command: SignDecision, facts: SigningFacts, at: Instant): Checked {
  const { toldAt, requestedAt, heldOn } = view.review.hearing;
  if (toldAt !== undefined && requestedAt === undefined && heldOn === undefined) {
    const lastOn = hearingRequestLastOn(facts.calendar, toldAt);
    if (dateInChina(at) <= lastOn) return refuse(decisionRefusals, 'hearing-may-be-asked', { lastOn });
  }
  const cited = `${command.facts}${command.reason}`.includes('听证笔录');
  return heldOn === undefined || cited ? undefined : refuse(decisionRefusals, 'transcript-not-cited', { heldOn });
}

/** R42: who presided over the hearing is somebody other than those who review and decide the case (许可法48). */
function checkPresider({ review: { hearing } }: DecisionView, personId: string): Checked {
  const presided = hearing.heldOn !== undefined && hearing.presider === personId;
  return presided ? refuse(reviewRefusals, 'hearing-presider-reviewed', { presider: personId }) : undefined;
}

function checkAgainstProposal(view: DecisionView, command: SignDecision): Checked {
  const first = view.signatures[0];
  if (first === undefined || first.outcome === command.outcome) return undefined;
  return refuse(decisionRefusals, 'differs-from-proposal', { proposed: first.outcome, signing: command.outcome });
}

function checkThird(view: DecisionView, command: SignDecision): Checked {
  const third = view.signatures.length >= 2 || command.forwardToHead;
  return third && command.exceptionCode === undefined ? refuse(decisionRefusals, 'third-signature-uncoded') : undefined;
}

function checkQuota(command: SignDecision, facts: SigningFacts): Checked {
  if (facts.quota === undefined || command.outcome === 'REFUSE') return undefined;
  const { earlierUndecided, placesLeft } = facts.quota;
  // With a place for everyone who came earlier, order no longer matters.
  if (placesLeft <= 0) return refuse(decisionRefusals, 'quota-full');
  return earlierUndecided < placesLeft
    ? undefined
    : refuse(decisionRefusals, 'quota-order', { earlierUndecided, placesLeft });
}

export interface TerminationFacts {
  readonly role: SignerRole;
  readonly todayOn: PlainDate;
}

const shownByRecord: ReadonlySet<Terminate['ground']> = new Set(['deferredMaterialsOverdue', 'correctionNotSupplied']);

/** The facts that a ground of termination rests on. */
export function checkGrounds(view: DecisionView, command: Terminate, { role, todayOn }: TerminationFacts): Checked {
  const { acceptance } = view.review;
  // What the record itself shows ends a case on one signature; a death or a lost object is a person's word: never the handler's alone.
  if (!shownByRecord.has(command.ground) && role === 'handler')
    return refuse(decisionRefusals, 'termination-needs-chief', { ground: command.ground });
  switch (command.ground) {
    case 'deferredMaterialsOverdue': {
      const until = acceptance.accepted?.toleratedUntilOn;
      const overdue = acceptance.owed.length > 0 && until !== undefined && until < todayOn;
      return overdue
        ? undefined
        : refuse(decisionRefusals, 'ground-missing', { ground: command.ground, untilOn: until ?? null });
    }
    case 'correctionNotSupplied': {
      const notice = acceptance.notices.at(-1);
      const waits = acceptance.application.state === 'correcting' && notice !== undefined;
      const untilOn = waits ? notice.answerByOn : null;
      return untilOn !== null && untilOn < todayOn
        ? undefined
        : refuse(decisionRefusals, 'ground-missing', { ground: command.ground, untilOn });
    }
    case 'applicantDied':
    case 'applicantDissolved': {
      const applicantKind = acceptance.application.received?.applicant.kind ?? null;
      return (applicantKind === 'naturalPerson') === (command.ground === 'applicantDied')
        ? undefined
        : refuse(decisionRefusals, 'ground-missing', { ground: command.ground, applicantKind });
    }
    case 'objectGone':
      return undefined;
    default:
      return command.ground satisfies never;
  }
}
