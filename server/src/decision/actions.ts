import { receive, type ReceivePorts, caseStream } from '../application/actions.ts';
import {
  type Application,
  type Authority,
  authorityFor,
  authorityOf,
  type Call,
  findPerson,
  intakeAct,
  isHeadOf,
  personFence,
  unmeasured,
} from '../application/application.ts';
import type { AcceptanceOutcome } from '../acceptance/acceptance.ts';
import { acceptancePart, intakeRobot, letterRequest } from '../acceptance/actions.ts';
import { isDeemedRenewed } from '../calendar/calendar.ts';
import { ruleSetHash, systemGrant } from '../catalogue/catalogue.ts';
import { type Part, part, perform, performParts } from '../journal/actions.ts';
import type { Actor, Performed, Recorded, StepContext } from '../journal/journal.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina } from '../kernel/time.ts';
import type { ReviewAct } from '../review/review.ts';
import { reviewPart } from '../review/actions.ts';
import {
  declarationOf,
  decideByRules,
  deemRenewed,
  type Escalate,
  escalateCase,
  type Recuse,
  recuseOfficer,
  type ReturnProposal,
  returnProposal,
  type RuleFacts,
  type SignDecision,
  signDecision,
  signedText,
  type SigningFacts,
  type SigningPlan,
  type StaffSignature,
  type Terminate,
  terminateCase,
} from './decision.ts';
import { factsOf } from './evaluation.ts';
import {
  type CaseFile,
  caseFile,
  creditFlags,
  decisionLetter,
  type DecisionPorts,
  evidenceHash,
  quotaOf,
  redFactsOf,
  type SignerFacts,
  signerFacts,
} from './gather.ts';
import { decisionRefusals } from './refusals.ts';

/** A machine's decision carries the machine's name (promise 4). */
export const ruleRobot: Actor = { kind: 'robot', id: 'robot/rule-set' };
export const renewalRobot: Actor = { kind: 'robot', id: 'robot/deemed-renewal' };

export type DeskPorts = DecisionPorts & ReceivePorts;

const plainAcceptance: AcceptanceOutcome = { outcome: 'ACCEPT', tolerated: [] };

/**
 * An application that arrives online. Where a signed rule set can decide it, receipt, acceptance and decision are one
 * moment and one commit (R59, R78); otherwise it waits for the window.
 */
export async function apply(ports: DeskPorts, call: Call, application: Application): Promise<Performed | Refusal> {
  const parts = [acceptancePart(ports, plainAcceptance, intakeRobot), rulesPart(ports)];
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
  const accepted = acceptancePart(ports, outcome);
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
  const accepted = acceptancePart(ports, outcome);
  if (outcome.outcome === 'ACCEPT') {
    const decided = await performParts(ports.journal, frame, [accepted, rulesPart(ports)]);
    if (!isRefusal(decided)) return decided;
  }
  return performParts(ports.journal, frame, [accepted]);
}

/** What a signer sends beside the decision: his PIN, which opens his key and is never stored, and his last review points. */
export interface Ceremony {
  readonly pin: string;
  readonly review?: ReviewAct;
}

/** Signs 签批: proposes, endorses or decides, as class and outcome demand; the decision and its sealed letter share the commit. */
export function sign(
  ports: DecisionPorts,
  call: Call,
  caseNo: string,
  command: SignDecision,
  ceremony: Ceremony,
): Promise<Performed | Refusal> {
  const signing = part(signDecision, command, (events, context) =>
    signingFacts(ports, command, ceremony.pin, events, context),
  );
  const parts = ceremony.review === undefined ? [signing] : [reviewPart(ports, ceremony.review), signing];
  return performParts(ports.journal, { realm: ports.realm, ...call, stream: caseStream(caseNo) }, parts);
}

export interface DraftDecision {
  readonly documentHash: string;
  readonly docNo: string;
  readonly pdf: Uint8Array;
  readonly plan: SigningPlan;
  readonly signatureNo: number;
  readonly authority: Authority;
  readonly need: SigningFacts['need'];
}

/** What the signer is shown before he signs: the exact document, what his signature will be, and under which mandate. */
export async function draftDecision(
  ports: DecisionPorts,
  call: Pick<Call, 'actor' | 'at'>,
  events: readonly Recorded[],
  command: Omit<SignDecision, 'documentHash' | 'recusal'>,
): Promise<DraftDecision | Refusal> {
  const file = caseFile(ports, events);
  if (file === undefined) return refuse(decisionRefusals, 'facts-missing');
  const who = await signerFacts(ports, file, command, call);
  if (isRefusal(who.plan)) return who.plan;
  if (isRefusal(who.authority)) return who.authority;
  const drafted = await ports.letters.draft(decisionLetter(file, command, who.authority, call.at));
  if (isRefusal(drafted)) return drafted;
  const { plan, authority } = who;
  return { ...drafted, plan, authority, signatureNo: file.view.signatures.length + 1, need: file.need };
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

/** Recusal, declared by the officer or decided by the head of the organ. */
export function recuse(
  ports: DecisionPorts,
  call: Call,
  caseNo: string,
  command: Recuse,
): Promise<Performed | Refusal> {
  return perform(ports.journal, recuseOfficer, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command,
    facts: (events) => ({ byHeadOfOrgan: isHeadOf(ports, call.actor, organOf(ports, events)) }),
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

/** Our own figure, since no statute has one: so long an applicant may take to answer the correction notice. */
export const CORRECTION_WAIT_DAYS = 30;

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
      const { correctionWaitDays = CORRECTION_WAIT_DAYS } = ports;
      if (file === undefined)
        return { authority: refuse(decisionRefusals, 'facts-missing'), letter: undefined, todayOn, correctionWaitDays };
      const authority = authorityFor(ports, call, {
        ...intakeAct('terminate', file.received),
        recused: file.view.recused,
      });
      const facts = { authority, letter: undefined, todayOn, correctionWaitDays };
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
      const reason = '有效期届满前未作出决定,依照《行政许可法》第五十条第二款视为准予延续';
      const request = decisionLetter(file, { outcome: 'GRANT', reason, facts: '', norms: [] }, undefined, context.at);
      const letter = await ports.letters.seal(request);
      return { due, documentHash: isRefusal(letter) ? '' : letter.documentHash, letter };
    },
  });
}

function rulesPart(ports: DecisionPorts): Part {
  return part(decideByRules, undefined, (events, context) => ruleFacts(ports, events, context), ruleRobot);
}

function isClassZero(ports: DecisionPorts, itemId: string): boolean {
  const versions = ports.items.get(`item/${itemId}`)?.view.versions ?? [];
  return versions.at(-1)?.item.signClass === 0;
}

async function ruleFacts(
  ports: DecisionPorts,
  events: readonly Recorded[],
  context: StepContext,
): Promise<RuleFacts | undefined> {
  const file = caseFile(ports, events);
  if (file === undefined) return undefined;
  const { item } = file.version;
  const caseFacts = factsOf(file.view.review, item);
  const hash = ruleSetHash(item);
  const act = {
    ...intakeAct('grant', file.received),
    at: context.at,
    holder: `ruleset/${hash}`,
    role: 'ruleSet' as const,
    ruleSetHash: hash,
    flags: creditFlags(await ports.facts.credit(file.received.applicant)),
  };
  const authority = authorityOf(ports, act);
  const seal = (documentHash: string) => ({
    caseNo: file.received.caseNo,
    documentHash,
    signedHash: documentHash,
    hours: ports.sealHours(context.at),
  });
  const facts: RuleFacts = {
    version: file.version,
    grant: systemGrant(item, caseFacts),
    ruleSetHash: hash,
    inputHash: sm3Hex(canonicalJson(caseFacts)),
    authority,
    red: redFactsOf(ports, file, {
      outcome: 'GRANT',
      signer: undefined,
      declared: undefined,
      at: context.at,
      seal: seal(''),
    }),
    humanAsked: file.received.humanDecision,
    documentHash: '',
    letter: undefined,
  };
  if (isRefusal(authority) || isRefusal(decideByRules.decide(file.view, undefined, facts, context))) return facts;
  const reason = isRefusal(facts.grant) ? '' : facts.grant.why;
  const request = decisionLetter(file, { outcome: 'GRANT', reason, facts: '', norms: [] }, authority, context.at);
  const letter = await ports.letters.seal(byRuleSet(request, hash));
  return { ...facts, letter, documentHash: isRefusal(letter) ? '' : letter.documentHash };
}

/** The letter of a machine's decision says that a rule set made it, and which (R79). */
function byRuleSet(request: ReturnType<typeof decisionLetter>, hash: string): ReturnType<typeof decisionLetter> {
  return request.body.kind === 'grantDecision' ? { ...request, body: { ...request.body, byRuleSet: hash } } : request;
}

async function signingFacts(
  ports: DecisionPorts,
  command: SignDecision,
  pin: string,
  events: readonly Recorded[],
  context: StepContext,
): Promise<SigningFacts | undefined> {
  const file = caseFile(ports, events);
  if (file === undefined) return undefined;
  const who = await signerFacts(ports, file, command, context);
  const facts = await preliminaryFacts(ports, file, command, who, context);
  // Neither a key is opened nor a seal used for a signature that the law refuses anyway.
  if (isRefusal(signDecision.decide(file.view, command, facts, context)) || isRefusal(who.authority)) return facts;
  const { ref: mandate } = who.authority;
  const place = { received: file.received, signer: context.actor.id, mandate, at: context.at };
  const bytes = Buffer.from(signedText(place, declarationOf(file.view, command, facts)), 'utf8');
  const signature = await ports.signer.sign(context.actor.id, pin, bytes);
  if (isRefusal(signature) || who.plan !== 'decide') return { ...facts, signature };
  const letter = await ports.letters.seal(decisionLetter(file, command, who.authority, context.at));
  return { ...facts, signature, letter };
}

const unsigned: StaffSignature = { algorithm: '', certificateSerial: '', value: '' };

async function preliminaryFacts(
  ports: DecisionPorts,
  file: CaseFile,
  command: SignDecision,
  who: SignerFacts,
  context: StepContext,
): Promise<SigningFacts> {
  const authority = isRefusal(who.authority) ? undefined : who.authority;
  const drafted =
    isRefusal(who.plan) || authority === undefined
      ? undefined
      : await ports.letters.draft(decisionLetter(file, command, authority, context.at));
  const documentHash = drafted === undefined || isRefusal(drafted) ? '' : drafted.documentHash;
  const seal =
    who.plan === 'decide'
      ? {
          caseNo: file.received.caseNo,
          documentHash,
          signedHash: command.documentHash,
          hours: ports.sealHours(context.at),
        }
      : undefined;
  const signer = findPerson(ports, context.actor);
  return {
    version: file.version,
    role: who.role,
    rules: file.rules,
    need: file.need,
    authority: isRefusal(drafted) ? drafted : who.authority,
    personFence: personFence(ports, context.actor.id),
    history: who.history,
    red: redFactsOf(ports, file, { outcome: command.outcome, signer, declared: command.recusal, at: context.at, seal }),
    quota: await quotaOf(ports, file),
    calendar: ports.calendar(),
    documentHash,
    evidenceHash: evidenceHash(file),
    signature: unsigned,
    letter: undefined,
  };
}

function organOf(ports: DecisionPorts, events: readonly Recorded[]): string {
  return caseFile(ports, events)?.version.item.dept ?? '';
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
