import { z } from 'zod';
import { type AcceptanceOutcome, missingMaterials, viewAcceptance } from '../acceptance/acceptance.ts';
import { linesToAnswer, supplyCorrections, supplyDeferred } from '../acceptance/actions.ts';
import { correctOwnStatement, enterMisconduct, withdraw } from '../application/actions.ts';
import { getPinnedVersion, Misconduct, type WithdrawalProof } from '../application/application.ts';
import {
  answerRecusal,
  askRecusal,
  escalate,
  issueOwed,
  evidenceOf,
  officersOf,
  recordPaper,
  recuse,
  returnToReview,
  settle,
  sign,
  terminate,
} from '../decision/actions.ts';
import { type DecisionOutcome, Terminate, viewDecision } from '../decision/decision.ts';
import { deliver } from '../delivery/actions.ts';
import { Deliver } from '../delivery/delivery.ts';
import { pay, reduce, refund } from '../fee/actions.ts';
import type { AgentPower } from '../identity/identity.ts';
import type { Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import { review } from '../review/actions.ts';
import type { Platform } from '../platform.ts';
import { type Caller, checkAccess } from './caller.ts';
import { type OpenedCase, checkParty } from './case-access.ts';
import { type CaseAct, caseActs } from './case-acts.ts';
import { RefusalBody, refusalBody } from './problem.ts';
import { REHEARSED_HASH, rehearsal } from './rehearsal.ts';
import { actsOfParty, rehearsedActs, tryReview } from './review-rehearsals.ts';

/** Whether an act is open, or why not: the very refusal that trying would give. */
export const Can = z
  .union([z.object({ allowed: z.literal(true) }), z.object({ allowed: z.literal(false), refusal: RefusalBody })])
  .meta({ id: 'Can' });
export type Can = z.input<typeof Can>;

export function canOf(refusal: Refusal | undefined): Can {
  return refusal === undefined ? { allowed: true } : { allowed: false, refusal: refusalBody(refusal) };
}

type Tried = Promise<Performed | Refusal>;

interface Try {
  readonly platform: Platform;
  readonly opened: OpenedCase;
  readonly call: { readonly actor: Caller['actor']; readonly requestId: string; readonly at: Instant };
}

/**
 * For every act on the case whether this caller could do it now. Each act is rehearsed with the plainest command that it
 * knows, so that the answer is the domain's own and no rule stands twice.
 */
export async function caseCan(
  platform: Platform,
  caller: Caller,
  opened: OpenedCase,
  at: Instant,
): Promise<Readonly<Record<string, Can>>> {
  const call = { actor: caller.actor, requestId: 'rehearsal', at };
  const asked: Try = { platform: rehearsal(platform, opened.events), opened, call };
  const found: [string, Can][] = [];
  for (const act of Object.keys(rehearsals).filter(isCaseAct)) {
    const closed = checkAccess(caseActs[act], caller) ?? checkAgency(caller, opened, act, at);
    found.push([act, canOf(closed ?? (await firstLawful(rehearsals[act](asked))))]);
  }
  const settling = checkAccess(caseActs.settleAcceptance, caller);
  for (const outcome of outcomes) {
    const tried = settling ?? refusalOf(await settle(asked.platform, call, opened.caseNo, outcomeOf(asked, outcome)));
    found.push([`settleAcceptance.${outcome}`, canOf(tried)]);
  }
  found.push(
    ...(await reviewCan(asked, caller)),
    ...(await deliveryCan(asked, caller)),
    ...(await thirdCan(asked, caller)),
  );
  return Object.fromEntries(found);
}

/** Each act of review by itself: that one may record findings says nothing of who extends a limit (R55). */
async function reviewCan({ platform, opened, call }: Try, caller: Caller): Promise<[string, Can][]> {
  const found: [string, Can][] = [];
  const closed = checkAccess(caseActs.reviewCase, caller) ?? checkAgency(caller, opened, 'reviewCase', call.at);
  for (const act of caller.kind === 'applicant' ? actsOfParty : rehearsedActs) {
    const tried = closed ?? refusalOf(await tryReview({ platform, opened, caller, at: call.at }, act));
    found.push([`reviewCase.${act}`, canOf(tried)]);
  }
  return found;
}

/** Each way of service: what one of them demands does not close the others (R87). */
async function deliveryCan(asked: Try, caller: Caller): Promise<[string, Can][]> {
  const closed = checkAccess(caseActs.deliverCase, caller);
  if (closed !== undefined) return [];
  const { platform, opened, call } = asked;
  const recipient = opened.received.applicant.name;
  const found: [string, Can][] = [];
  for (const method of Deliver.shape.method.options)
    found.push([
      `deliverCase.${method}`,
      canOf(refusalOf(await deliver(platform, call, opened.caseNo, { method, recipient }))),
    ]);
  return found;
}

/** Whether a proposal may be passed on to the head of the organ, for a third signature with its code (R75). */
async function thirdCan(asked: Try, caller: Caller): Promise<[string, Can][]> {
  const [proposed, more] = viewDecision(asked.opened.events).signatures;
  if (proposed === undefined || more !== undefined || checkAccess(caseActs.signDecision, caller) !== undefined)
    return [];
  return [['signDecision.forwardToHead', canOf(refusalOf(await trySigning(asked, proposed.outcome, true)))]];
}

function isCaseAct(name: string): name is CaseAct {
  return Object.hasOwn(caseActs, name);
}

/** What an agent’s letter must allow for an act. */
const powerOfAgent: Partial<Record<CaseAct, AgentPower>> = {
  payFee: 'pay',
  supplyCorrections: 'correct',
  supplyDeferred: 'correct',
  correctStatement: 'correct',
  withdrawApplication: 'withdraw',
  reviewCase: 'hear',
  requestRecusal: 'hear',
};

function checkAgency(caller: Caller, opened: OpenedCase, act: CaseAct, at: Instant): Refusal | undefined {
  const power = powerOfAgent[act];
  return power === undefined ? undefined : checkParty(caller, opened, power, at);
}

/** An act is open when one way of doing it is; otherwise the first way says why. */
async function firstLawful(ways: readonly (() => Tried)[]): Promise<Refusal | undefined> {
  let first: Refusal | undefined;
  for (const way of ways) {
    const refusal = refusalOf(await way());
    if (refusal === undefined) return undefined;
    first ??= refusal;
  }
  return first;
}

function refusalOf(answer: Performed | Refusal): Refusal | undefined {
  return isRefusal(answer) ? answer : undefined;
}

const outcomes = ['ACCEPT', 'CORRECT', 'FIX_ON_SPOT', 'NOT_NEEDED', 'NOT_OURS'] as const;

const rehearsals = {
  settleAcceptance: (asked) =>
    outcomes.map((outcome) => () => settle(asked.platform, asked.call, asked.opened.caseNo, outcomeOf(asked, outcome))),
  issueOwedLetter: ({ platform, call, opened }) => [() => issueOwed(platform, call, opened.caseNo, {})],
  supplyCorrections: ({ platform, call, opened }) => [
    () => supplyCorrections(platform, call, opened.caseNo, supplyOf(platform, opened)),
  ],
  supplyDeferred: ({ platform, call, opened }) => [
    () => supplyDeferred(platform, call, opened.caseNo, supplyOf(platform, opened)),
  ],
  correctStatement: ({ platform, call, opened }) => [
    () => correctOwnStatement(platform, call, opened.caseNo, { materials: [], form: {} }),
  ],
  withdrawApplication: ({ platform, call, opened }) => [
    () => withdraw(platform, call, opened.caseNo, { reason: '', proof: proofOf(opened) }),
  ],
  reviewCase: ({ platform, call, opened }) =>
    call.actor.kind === 'applicant'
      ? [() => review(platform, call, opened.caseNo, { act: 'requestHearing', by: opened.received.applicant.name })]
      : [() => review(platform, call, opened.caseNo, { act: 'recordFindings', findings: [], points: [] })],
  signDecision: (asked) => decisionOutcomes(asked).map((outcome) => () => trySigning(asked, outcome)),
  recordPaperDecision: ({ platform, call, opened }) => [
    () =>
      recordPaper(platform, call, opened.caseNo, {
        reason: WORDS,
        facts: '',
        norms: [],
        handlingReason: WORDS,
        recusal: 'none',
        signedBy: call.actor.id,
        paperNo: WORDS,
        signedOn: dateInChina(call.at),
      }),
  ],
  returnProposal: ({ platform, call, opened }) => [
    () => returnToReview(platform, call, opened.caseNo, { reason: WORDS }),
  ],
  recuseOfficer: ({ platform, call, opened }) => [
    () => recuse(platform, call, opened.caseNo, { personId: call.actor.id, ground: 'other', note: '' }),
  ],
  requestRecusal: ({ platform, call, opened }) =>
    namesOr(officersOf(platform, opened.organ, call.at)).map(
      (personId) => () => askRecusal(platform, call, opened.caseNo, { personId, ground: 'other', reason: WORDS }),
    ),
  decideRecusal: ({ platform, call, opened }) =>
    namesOr(viewDecision(opened.events).recusals.filter(({ answer }) => answer === undefined)).map(
      (personId) => () =>
        answerRecusal(platform, call, opened.caseNo, { personId, granted: false, reason: WORDS, superiorNo: WORDS }),
    ),
  escalateCase: ({ platform, call, opened }) => [() => escalate(platform, call, opened.caseNo, { reason: WORDS })],
  terminateCase: ({ platform, call, opened }) =>
    Terminate.shape.ground.options.map(
      (ground) => () => terminate(platform, call, opened.caseNo, { ground, reason: WORDS }),
    ),
  payFee: ({ platform, call, opened }) => [() => pay(platform, call, opened.caseNo)],
  reduceFee: ({ platform, call, opened }) => [
    () => reduce(platform, call, opened.caseNo, { toFen: 0, reason: `${WORDS}${WORDS}` }),
  ],
  refundFee: ({ platform, call, opened }) => [
    () => refund(platform, call, opened.caseNo, { reason: `${WORDS}${WORDS}` }),
  ],
  recordMisconduct: ({ platform, call, opened }) =>
    Misconduct.shape.cause.options.map(
      (cause) => () =>
        enterMisconduct(platform, call, opened.caseNo, {
          cause,
          decisionNo: WORDS,
          decidedOn: dateInChina(call.at),
          facts: WORDS,
          responsible: [],
        }),
    ),
  deliverCase: ({ platform, call, opened }) => [
    () => deliver(platform, call, opened.caseNo, { method: 'direct', recipient: opened.received.applicant.name }),
  ],
} as const satisfies Record<CaseAct, (asked: Try) => readonly (() => Tried)[]>;

const WORDS = '说明';

/** Where there is nobody to name, a name that no one has: the refusal then says so. */
function namesOr(people: readonly { readonly personId: string }[]): readonly string[] {
  return people.length === 0 ? [WORDS] : people.map(({ personId }) => personId);
}

function supplyOf(platform: Platform, { received, events, ...opened }: OpenedCase) {
  const { view, item } = guideOf(platform, { received, events, ...opened });
  const known = new Set(item.materials.map(({ code }) => code));
  const owed = view.owed.filter((code) => known.has(code));
  const asked = view.owed.filter((code) => !known.has(code));
  const form = Object.fromEntries(
    asked.flatMap((name) => {
      const value = view.application.form[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return { materials: owed.map((code) => ({ code, source: 'paper' as const })), form };
}

function guideOf(platform: Platform, { events }: OpenedCase) {
  const view = viewAcceptance(events);
  const { received } = view.application;
  if (received === undefined) throw new Error('an opened case was received');
  const version = getPinnedVersion(platform, received.itemId, received.itemVersion);
  return { view, version, item: version.item };
}

function outcomeOf({ platform, opened, call }: Try, outcome: (typeof outcomes)[number]): AcceptanceOutcome {
  const { view, version, item } = guideOf(platform, opened);
  const { required, deferrable } = missingMaterials(view, version);
  const promised = opened.received.deferral?.codes ?? [];
  const missing = [...required, ...deferrable.filter((one) => !promised.includes(one))];
  const code = item.materials[0]?.code ?? item.inputs[0]?.name ?? '';
  const defects = (missing.length === 0 ? [code] : missing).map((one) => ({ code: one, what: WORDS, need: WORDS }));
  switch (outcome) {
    case 'ACCEPT':
      return {
        outcome,
        tolerated: [],
        checked: linesToAnswer(platform, call, opened.events).map(({ check }) => check),
      };
    case 'CORRECT':
      return { outcome, defects };
    case 'FIX_ON_SPOT':
      return { outcome, fixed: defects, materials: [], form: {} };
    case 'NOT_NEEDED':
      return { outcome, reason: WORDS };
    case 'NOT_OURS':
      return { outcome, reason: WORDS, competentOrgan: WORDS };
    default:
      return outcome satisfies never;
  }
}

function proofOf({ received: { applicant } }: OpenedCase): WithdrawalProof {
  return { kind: 'signedPaper', idNo: applicant.idNo, reference: WORDS };
}

/** The conclusion that stands proposed; without one, the likeliest first. */
function decisionOutcomes({ opened }: Try): readonly DecisionOutcome[] {
  const proposed = viewDecision(opened.events).signatures[0]?.outcome;
  if (proposed !== undefined) return [proposed];
  return opened.received.route === 'promise' ? ['GRANT_ON_PROMISE', 'GRANT', 'REFUSE'] : ['GRANT', 'REFUSE'];
}

function trySigning({ platform, call, opened }: Try, outcome: DecisionOutcome, forwardToHead = false): Tried {
  const isThird = forwardToHead || viewDecision(opened.events).signatures.length >= 2;
  const decision = {
    outcome,
    reason: WORDS,
    facts: WORDS,
    norms: [WORDS],
    departure: WORDS,
    handlingReason: WORDS,
    documentHash: REHEARSED_HASH,
    evidenceHash: evidenceOf(opened.events),
    recusal: 'none' as const,
    forwardToHead,
    ...(isThird ? { exceptionCode: 'EX-MAJOR' as const } : {}),
  };
  return sign(platform, call, opened.caseNo, { decision, pin: '' });
}
