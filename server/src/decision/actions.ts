import { receive, type ReceivePorts, caseStream } from '../application/actions.ts';
import {
  type Application,
  type Authority,
  authorityFor,
  type Call,
  intakeAct,
  isHeadOf,
  personFence,
  unmeasured,
} from '../application/application.ts';
import { type AcceptanceOutcome, viewAcceptance } from '../acceptance/acceptance.ts';
import { acceptancePart, deferralRobot, intakeRobot, letterRequest } from '../acceptance/actions.ts';
import { isDeemedRenewed } from '../calendar/calendar.ts';
import { type Part, perform, performParts, readStream } from '../journal/actions.ts';
import type { Actor, Performed, Recorded } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina } from '../kernel/time.ts';
import {
  deemRenewed,
  type Escalate,
  escalateCase,
  type ReturnProposal,
  returnProposal,
  type SignerRole,
  type Terminate,
  terminateCase,
} from './decision.ts';
import { caseFile, type CaseFile, type DecisionPorts, signerFacts, signerRole } from './gather.ts';
import { renewalLetter } from './result-letter.ts';
import { decisionRefusals } from './refusals.ts';
import { rulesPart } from './rule-robot.ts';

export const renewalRobot: Actor = { kind: 'robot', id: 'robot/deemed-renewal' };

export type DeskPorts = DecisionPorts & ReceivePorts;

export { answerRecusal, askRecusal, type Officer, officersOf, recuse } from './recusing.ts';
export { recordPaper } from './paper-record.ts';
export { evidenceOf } from './gather.ts';
export { quotaPlace } from './quota.ts';
export { IssueOwedLetter, issueOwed } from './owed-letter.ts';
export { type DraftDecision, decisionToConfirm, draftDecision, sign, type SignedWords } from './signing.ts';
export { checkBatch, signBatch } from './batch.ts';

const plainAcceptance: AcceptanceOutcome = { outcome: 'ACCEPT', tolerated: [] };

/**
 * An application that arrives online. Where a signed rule set can decide it, receipt, acceptance and decision are one
 * moment and one commit (R59, R78); otherwise it waits for the window.
 */
export async function apply(ports: DeskPorts, call: Call, application: Application): Promise<Performed | Refusal> {
  const parts = [acceptancePart(ports, call, plainAcceptance, intakeRobot), rulesPart(ports)];
  if (isClassZero(ports, application.itemId)) {
    const decided = await receive(ports, call, application, { parts });
    if (!isRefusal(decided)) return decided;
  }
  return receive(ports, call, application);
}

/** Receipt and one of the five outcomes while the applicant waits; a rule set that can decide does so at once. */
export async function applyAtWindow(
  ports: DeskPorts,
  call: Call,
  application: Application,
  outcome: AcceptanceOutcome,
): Promise<Performed | Refusal> {
  const asked = { application, outcome };
  const accepted = acceptancePart(ports, call, outcome);
  if (outcome.outcome === 'ACCEPT' && isClassZero(ports, application.itemId)) {
    const decided = await receive(ports, call, application, { asked, parts: [accepted, rulesPart(ports)] });
    if (!isRefusal(decided)) return decided;
  }
  return receive(ports, call, application, { asked, parts: [accepted] });
}

/** One of the five outcomes on a case that was received earlier. */
export async function settle(
  ports: DeskPorts,
  call: Call,
  caseNo: string,
  outcome: AcceptanceOutcome,
): Promise<Performed | Refusal> {
  const frame = { realm: ports.realm, ...call, stream: caseStream(caseNo), asked: { settle: outcome } };
  const accepted = acceptancePart(ports, call, outcome);
  if (outcome.outcome === 'ACCEPT') {
    const decided = await performParts(ports.journal, frame, [accepted, whereRulesDecide(ports)]);
    if (!isRefusal(decided)) return decided;
  }
  return performParts(ports.journal, frame, [accepted]);
}

/** The rule set's part of an acceptance; on items of other classes the moment ends with the acceptance. */
function whereRulesDecide(ports: DeskPorts): Part {
  const rules = rulesPart(ports);
  return {
    ...rules,
    async decide(events, context) {
      const isClass0 = caseFile(ports, events)?.version.item.signClass === 0;
      return isClass0 ? rules.decide(events, context) : { events: [] };
    },
  };
}

/** The second signer returns the proposal. */
export function returnToReview(
  ports: DecisionPorts,
  call: Call,
  caseNo: string,
  command: ReturnProposal,
): Promise<Performed | Refusal> {
  return perform(ports.journal, returnProposal, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command,
    facts: async (events) => {
      const file = caseFile(ports, events);
      const fence = personFence(ports, call.actor.id);
      if (file === undefined)
        return { authority: refuse(decisionRefusals, 'facts-missing'), personFence: fence, role: 'handler' as const };
      const outcome = file.view.signatures[0]?.outcome ?? 'GRANT';
      const { authority, role } = await signerFacts(
        ports,
        file,
        { outcome, forwardToHead: false, handlingReason: '退回' },
        call,
      );
      return { authority, personFence: fence, role };
    },
  });
}

/** Hands a case to the department, deadlines unchanged. */
export function escalate(
  ports: DecisionPorts,
  call: Call,
  caseNo: string,
  command: Escalate,
): Promise<Performed | Refusal> {
  return perform(ports.journal, escalateCase, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command,
    facts: (events) => ({ authority: reviewAuthority(ports, call, events) }),
  });
}

/** Terminates a case on one of the listed grounds, with a sealed notice. */
export function terminate(
  ports: DecisionPorts,
  call: Call,
  caseNo: string,
  command: Terminate,
): Promise<Performed | Refusal> {
  return perform(ports.journal, terminateCase, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command,
    facts: async (events, context) => {
      const file = caseFile(ports, events);
      const todayOn = dateInChina(context.at);
      const role = signerRole(ports, call.actor, organOf(ports, events), context.at);
      const known = { role, todayOn, letter: undefined };
      if (file === undefined) return { ...known, authority: refuse(decisionRefusals, 'facts-missing') };
      const facts = { ...known, authority: terminationAuthority(ports, call, file, role) };
      if (isRefusal(terminateCase.decide(file.view, command, facts, context))) return facts;
      const basis = '《行政许可法》及本事项办事指南';
      const body = { kind: 'terminationNotice', ground: command.ground, reason: command.reason, basis } as const;
      return {
        ...facts,
        letter: await ports.letters.seal(letterRequest({ ...file, at: context.at }, body, [])),
      };
    },
  });
}

/** R32: ends a case whose applicant was reminded in vain; the record alone shows it, and no power is exercised. */
export async function terminateOwing(
  ports: DecisionPorts,
  call: Pick<Call, 'requestId' | 'at'>,
  caseNo: string,
): Promise<Performed | Refusal> {
  const events = await readStream(ports.journal, ports.realm, caseStream(caseNo));
  const { reminded } = viewAcceptance(events);
  const isOver = reminded !== undefined && reminded.endsAfterOn < dateInChina(call.at);
  if (!isOver) return refuse(decisionRefusals, 'ground-missing', { endsAfterOn: reminded?.endsAfterOn ?? null });
  const reason = '申请人承诺补交的材料逾期未补交,经提醒仍未补交';
  const command = { ground: 'deferredMaterialsOverdue', reason } as const;
  return terminate(ports, { ...call, actor: deferralRobot }, caseNo, command);
}

/** R63: a renewal that nobody decided by the end of the licence's last day counts as granted. */
export function deemCaseRenewed(
  ports: DecisionPorts,
  call: Pick<Call, 'requestId' | 'at'>,
  caseNo: string,
): Promise<Performed | Refusal> {
  return perform(ports.journal, deemRenewed, {
    realm: ports.realm,
    ...call,
    actor: renewalRobot,
    stream: caseStream(caseNo),
    command: undefined,
    facts: async (events, context) => {
      const file = caseFile(ports, events);
      const renewal = file?.received.renewal;
      if (file === undefined || renewal === undefined) return { due: false, documentHash: '', letter: undefined };
      const receivedOn = dateInChina(file.view.review.acceptance.application.receivedAt);
      const due = isDeemedRenewed(renewal.expiresOn, receivedOn, dateInChina(context.at));
      if (!due) return { due, documentHash: '', letter: undefined };
      const letter = await ports.letters.seal(renewalLetter(file, context.at));
      const isCharged = file.version.item.fees.charged;
      return { due, documentHash: isRefusal(letter) ? '' : letter.documentHash, letter, isCharged };
    },
  });
}

function isClassZero(ports: DecisionPorts, itemId: string): boolean {
  const versions = ports.items.get(`item/${itemId}`)?.view.versions ?? [];
  return versions.at(-1)?.item.signClass === 0;
}

function organOf(ports: DecisionPorts, events: readonly Recorded[]): string {
  return caseFile(ports, events)?.version.item.dept ?? '';
}

/** The head ends a case by office, everyone else by the power to terminate, which a chief has with the second signature. */
function terminationAuthority(ports: DecisionPorts, call: Call, file: CaseFile, role: SignerRole): Authority | Refusal {
  const { view, received, version } = file;
  if (call.actor.kind === 'robot') return { office: version.item.dept, fences: [] };
  if (role === 'head') {
    if (view.recused.has(call.actor.id)) return refuse(decisionRefusals, 'officer-recused');
    return { office: version.item.dept, fences: [personFence(ports, call.actor.id)] };
  }
  const signatureNo = role === 'chief' ? 2 : 1;
  return authorityFor(ports, call, { ...intakeAct('terminate', received), recused: view.recused, signatureNo });
}

function reviewAuthority(ports: DecisionPorts, call: Call, events: readonly Recorded[]): Authority | Refusal {
  const file = caseFile(ports, events);
  if (file === undefined) return refuse(decisionRefusals, 'facts-missing');
  const { dept: organ } = file.version.item;
  if (isHeadOf(ports, call.actor, organ)) return { office: organ, fences: [personFence(ports, call.actor.id)] };
  // Handing a case back exercises no power over its figures: whoever may not decide it must be able to let it go.
  const { applicantKind, region } = intakeAct('propose', file.received).scope;
  const scope = { applicantKind, region };
  const asked = unmeasured({ ...intakeAct('propose', file.received), scope, recused: file.view.recused });
  const proposed = authorityFor(ports, call, asked);
  if (!isRefusal(proposed)) return proposed;
  return authorityFor(ports, call, { ...asked, power: 'grant', signatureNo: 2 });
}
