import { caseStream } from '../application/actions.ts';
import { type Authority, type Call, findPerson, personFence } from '../application/application.ts';
import { type Ceremony, hashToConfirm, openCeremony } from '../confirmation/actions.ts';
import type { Confirming, StaffSignature } from '../confirmation/confirmation.ts';
import { part, performParts } from '../journal/actions.ts';
import { beforeAct, type Performed, type Recorded, type StepContext } from '../journal/journal.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { reviewPart } from '../review/actions.ts';
import type { ReviewAct } from '../review/review.ts';
import {
  declarationOf,
  decisionHash,
  type DraftedConclusion,
  type SignDecision,
  signDecision,
  signedText,
  type SigningFacts,
  type SigningPlan,
} from './decision.ts';
import {
  type CaseFile,
  caseFile,
  type DecisionPorts,
  evidenceOf,
  otherVisitsOf,
  redFactsOf,
  type SignerFacts,
  signerFacts,
} from './gather.ts';
import { decisionLetter } from './result-letter.ts';
import { quotaOf } from './quota.ts';
import { decisionRefusals } from './refusals.ts';

/** What a signer sends: the decision, with what he confirms it, and his last review points. */
export type Signing = SignedWords & Confirming;

/** The decision without its confirmation. */
export interface SignedWords {
  readonly decision: SignDecision;
  readonly review?: ReviewAct;
}

/** Signs 签批: proposes, endorses or decides, as class and outcome demand; the decision and its sealed letter share the commit. */
export function sign(ports: DecisionPorts, call: Call, caseNo: string, signing: Signing): Promise<Performed | Refusal> {
  const useId = useOf(call.requestId, [{ caseNo, decision: signing.decision }]);
  return signWithin(ports, call, caseNo, { signing, ceremony: openCeremony(ports.signer, signing, useId) });
}

/** `sign` inside a ceremony that may hold more. */
export function signWithin(
  ports: DecisionPorts,
  call: Call,
  caseNo: string,
  { signing: { decision, review }, ceremony }: { readonly signing: SignedWords; readonly ceremony: Ceremony },
): Promise<Performed | Refusal> {
  const signed = part(signDecision, decision, (events, context) =>
    signingFacts(ports, { decision, ceremony }, { events, shown: beforeAct(events, call.requestId) }, context),
  );
  const parts = review === undefined ? [signed] : [reviewPart(ports, review), signed];
  return performParts(ports.journal, { realm: ports.realm, ...call, stream: caseStream(caseNo) }, parts);
}

/**
 * What a confirmation is used up for: the request with exactly these decisions. Clients choose the names of their requests, so a
 * name alone would let one code sign again whatever comes under the same name.
 */
export function useOf(
  requestId: string,
  decisions: readonly { readonly caseNo: string; readonly decision: SignDecision }[],
): string {
  return sm3Hex(canonicalJson({ requestId, decisions }));
}

/** The hash of the decision that this signature would make, for a passkey to confirm. Nothing is written. */
export function decisionToConfirm(
  ports: DecisionPorts,
  call: Call,
  caseNo: string,
  signing: SignedWords,
): Promise<string | Refusal> {
  return hashToConfirm((ceremony) => signWithin(ports, call, caseNo, { signing, ceremony }));
}

export interface DraftDecision {
  readonly documentHash: string;
  readonly evidenceHash: string;
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
  command: DraftedConclusion,
): Promise<DraftDecision | Refusal> {
  const file = caseFile(ports, events);
  if (file === undefined) return refuse(decisionRefusals, 'facts-missing');
  const who = await signerFacts(ports, file, command, call);
  if (isRefusal(who.plan)) return who.plan;
  if (isRefusal(who.authority)) return who.authority;
  const drafted = await ports.letters.draft(decisionLetter(file, command, who.authority, call.at));
  if (isRefusal(drafted)) return drafted;
  const { plan, authority } = who;
  const signatureNo = file.view.signatures.length + 1;
  return { ...drafted, evidenceHash: evidenceOf(events), plan, authority, signatureNo, need: file.need };
}

async function signingFacts(
  ports: DecisionPorts,
  { decision: command, ceremony }: { readonly decision: SignDecision; readonly ceremony: Ceremony },
  { events, shown }: Table,
  context: StepContext,
): Promise<SigningFacts | undefined> {
  const file = caseFile(ports, events);
  if (file === undefined) return undefined;
  const who = await signerFacts(ports, file, command, context);
  const facts = await preliminaryFacts(ports, {
    file,
    evidenceShown: evidenceOf(shown),
    command,
    who,
    context,
  });
  // Neither a key is opened nor a seal used for a signature that the law refuses anyway.
  if (isRefusal(signDecision.decide(file.view, command, facts, context)) || isRefusal(who.authority)) return facts;
  const { ref: mandate } = who.authority;
  const place = { received: file.received, signer: context.actor.id, mandate, at: context.at };
  const key = await ceremony.keyFor(() => decisionHash(place, declarationOf(file.view, command, facts)), context);
  if (isRefusal(key)) return { ...facts, signature: key };
  const confirmed = { ...facts, confirmation: key.confirmation, confirmationFences: key.fences };
  const bytes = Buffer.from(signedText(place, declarationOf(file.view, command, confirmed)), 'utf8');
  const signature = await key.sign(bytes);
  if (isRefusal(signature) || who.plan !== 'decide') return { ...confirmed, signature };
  const letter = await ports.letters.seal(decisionLetter(file, command, who.authority, context.at));
  return { ...confirmed, signature, letter };
}

interface Table {
  readonly events: readonly Recorded[];
  /** The same without the signer's own last findings, which share his commit: he makes them, so nobody showed them to him. */
  readonly shown: readonly Recorded[];
}

interface Attempt {
  readonly file: CaseFile;
  readonly evidenceShown: string;
  readonly command: SignDecision;
  readonly who: SignerFacts;
  readonly context: StepContext;
}

const unsigned: StaffSignature = { algorithm: '', certificateSerial: '', value: '' };

async function preliminaryFacts(ports: DecisionPorts, attempt: Attempt): Promise<SigningFacts> {
  const { file, evidenceShown, command, who, context } = attempt;
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
    red: redFactsOf(ports, file, {
      outcome: command.outcome,
      signer,
      declared: command.recusal,
      at: context.at,
      seal,
      otherVisits: await otherVisitsOf(ports, file),
    }),
    quota: await quotaOf(ports, file),
    calendar: ports.calendar(),
    documentHash,
    evidenceHash: evidenceOf(file.events),
    evidenceShown,
    signature: unsigned,
    letter: undefined,
  };
}
