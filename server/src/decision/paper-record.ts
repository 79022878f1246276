import { caseStream } from '../application/actions.ts';
import { authorityFor, type Call, findPerson, intakeAct, personFence, unmeasured } from '../application/application.ts';
import { letterRequest, recordOf } from '../acceptance/actions.ts';
import { perform } from '../journal/actions.ts';
import type { Performed, Recorded, StepContext } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { dateInChina, type Instant, instantInChina } from '../kernel/time.ts';
import {
  caseFile,
  type CaseFile,
  type DecisionPorts,
  evidenceOf,
  otherVisitsOf,
  redFactsOf,
  type SignerFacts,
  signerFacts,
} from './gather.ts';
import { quotaOf } from './quota.ts';
import { type PaperFacts, type RecordPaperDecision, recordPaperDecision, signatureAsked } from './paper.ts';

/** Books a decision that was signed on paper; the case is then decided, and its paper is handed over (R84). */
export function recordPaper(
  ports: DecisionPorts,
  call: Call,
  caseNo: string,
  command: RecordPaperDecision,
): Promise<Performed | Refusal> {
  return perform(ports.journal, recordPaperDecision, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command,
    facts: (events, context) => paperFacts(ports, command, events, context),
  });
}

async function paperFacts(
  ports: DecisionPorts,
  command: RecordPaperDecision,
  events: readonly Recorded[],
  context: StepContext,
): Promise<PaperFacts | undefined> {
  const file = caseFile(ports, events);
  if (file === undefined) return undefined;
  const facts = { ...(await unrecorded(ports, file, command, context)), record: undefined };
  const { authority } = facts.signing;
  if (isRefusal(recordPaperDecision.decide(file.view, command, facts, context)) || isRefusal(authority)) return facts;
  const body = {
    kind: 'paperDecisionRecord',
    acceptedOn: dateInChina(file.view.review.acceptance.accepted?.acceptedAt ?? context.at),
    result: file.version.item.result.document,
    signer: findPerson(ports, { kind: 'person', id: command.signedBy })?.name ?? command.signedBy,
    paperNo: command.paperNo,
    signedOn: command.signedOn,
    reason: command.reason,
  } as const;
  return {
    ...facts,
    record: await ports.letters.draft(letterRequest({ ...file, at: context.at }, body, recordOf(authority))),
  };
}

async function unrecorded(
  ports: DecisionPorts,
  file: CaseFile,
  command: RecordPaperDecision,
  { actor, at }: StepContext,
): Promise<Omit<PaperFacts, 'record'>> {
  const { view, received, version, rules, need } = file;
  const signer = { kind: 'person', id: command.signedBy } as const;
  const who = await signerFacts(ports, file, signatureAsked(command), { actor: signer, at });
  const authority = isRefusal(who.authority)
    ? who.authority
    : await authorityOnPaper(ports, file, command, { at, who });
  const red = redFactsOf(ports, file, {
    outcome: 'GRANT',
    signer: findPerson(ports, signer),
    declared: command.recusal,
    at,
    seal: undefined,
    otherVisits: await otherVisitsOf(ports, file),
  });
  const evidence = evidenceOf(file.events);
  const asked = unmeasured({ ...intakeAct('propose', received), recused: view.recused });
  return {
    signing: {
      version,
      role: who.role,
      rules,
      need,
      authority,
      history: who.history,
      red,
      personFence: personFence(ports, signer.id),
      quota: await quotaOf(ports, file),
      calendar: ports.calendar(),
      documentHash: '',
      // The paper was signed over what lay on the table then; no screen showed it.
      evidenceHash: evidence,
      evidenceShown: evidence,
      signature: undefined,
      letter: undefined,
    },
    recorder: actor.id === signer.id ? undefined : authorityFor(ports, { actor, at }, asked),
  };
}

/**
 * R71: a mandate that began after the day on the paper does not carry what was signed without it. The paper names no hour:
 * what was in force at the end of its day is taken as good for all of it.
 */
async function authorityOnPaper(
  ports: DecisionPorts,
  file: CaseFile,
  command: RecordPaperDecision,
  { at, who }: { readonly at: Instant; readonly who: SignerFacts },
): Promise<SignerFacts['authority']> {
  if (command.signedOn >= dateInChina(at)) return who.authority;
  const actor = { kind: 'person', id: command.signedBy } as const;
  const signedAt = instantInChina(command.signedOn, '23:59:59');
  const then = await signerFacts(ports, file, signatureAsked(command), { actor, at: signedAt });
  return isRefusal(then.authority) ? then.authority : who.authority;
}
