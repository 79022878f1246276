import { z } from 'zod';
import { deemedAcceptanceLetter, letterRequest, recordOf } from '../acceptance/actions.ts';
import { caseStream } from '../application/actions.ts';
import {
  type Authority,
  authorityFor,
  type Call,
  fencesOf,
  intakeAct,
  isHeadOf,
  type LetterRequest,
  mandateOf,
  personFence,
  PrintedName,
  requireState,
  type SealedLetter,
} from '../application/application.ts';
import { applicationRefusals } from '../application/refusals.ts';
import { perform } from '../journal/actions.ts';
import type { NewEvent, Performed, Recorded, Step, StepContext } from '../journal/journal.ts';
import { codePointOf } from '../kernel/characters.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { caseFile, type CaseFile, type DecisionPorts } from './gather.ts';
import { renewalLetter } from './result-letter.ts';
import { decisionRefusals } from './refusals.ts';
import { type DecisionView, viewDecision } from './view.ts';

/** Makes the letters that a robot could not make; `printedAs` where the name stood in its way. */
export const IssueOwedLetter = z.strictObject({ printedAs: PrintedName.exactOptional() });
export type IssueOwedLetter = z.infer<typeof IssueOwedLetter>;

export interface OwedLetterFacts {
  readonly authority: Authority | Refusal;
  readonly unprintable: readonly string[];
  readonly letters: readonly SealedLetter[] | Refusal;
}

/** R25, R63: what statute decided by silence is told in its letter as soon as that can be made (补发文书). */
export const issueOwedLetter: Step<IssueOwedLetter, DecisionView, OwedLetterFacts | undefined> = {
  name: 'issueOwedLetter',
  view: viewDecision,
  decide(view, { printedAs }, facts) {
    const { application } = view.review.acceptance;
    const refusal = requireState(application.state, 'PrintedNameRecorded');
    if (refusal !== undefined) return refusal;
    if (facts === undefined) return refuse(applicationRefusals, 'unknown-case');
    if (application.owedLetters.length === 0 && printedAs === undefined)
      return refuse(decisionRefusals, 'no-letter-owed');
    const { authority, unprintable, letters } = facts;
    if (isRefusal(authority)) return authority;
    if (unprintable.length > 0) {
      const codes = unprintable.map(codePointOf);
      return refuse(applicationRefusals, 'name-not-printable', { characters: unprintable, codes });
    }
    if (isRefusal(letters)) return letters;
    const mandate = mandateOf(authority);
    const events: NewEvent[] = [
      ...(printedAs === undefined ? [] : [{ type: 'PrintedNameRecorded', data: { printedAs }, ...mandate }]),
      ...letters.map(({ event }) => ({ ...event, ...mandate })),
    ];
    const isDecided = letters.some(({ event }) => event.type === 'DecisionSealed');
    const serves = isDecided && application.received?.eDelivery === true;
    return {
      events,
      fences: [...fencesOf(authority), ...letters.flatMap((letter) => letter.fences)],
      ...(serves ? { outbox: [{ topic: 'delivery.serve', payload: { caseNo: application.caseNo } }] } : {}),
    };
  },
};

/** Makes every owed letter, after the name was settled or the seal is in use again. */
export function issueOwed(
  ports: DecisionPorts,
  call: Call,
  caseNo: string,
  command: IssueOwedLetter,
): Promise<Performed | Refusal> {
  return perform(ports.journal, issueOwedLetter, {
    realm: ports.realm,
    ...call,
    stream: caseStream(caseNo),
    command,
    facts: (events, context) => owedFacts(ports, command, events, context),
  });
}

async function owedFacts(
  ports: DecisionPorts,
  command: IssueOwedLetter,
  events: readonly Recorded[],
  context: StepContext,
): Promise<OwedLetterFacts | undefined> {
  const file = caseFile(ports, events);
  if (file === undefined) return undefined;
  const { printedAs } = command;
  const missing = printedAs === undefined ? [] : await ports.letters.missingIn(printedAs);
  const authority = authorityToIssue(ports, context, file);
  const facts = { authority, unprintable: isRefusal(missing) ? [] : missing, letters: [] };
  if (isRefusal(issueOwedLetter.decide(file.view, command, facts, context)) || isRefusal(authority)) return facts;
  const written = printedAs === undefined ? file : writtenAs(file, printedAs);
  const letters: SealedLetter[] = [];
  for (const { documentKind } of file.view.review.acceptance.application.owedLetters) {
    const letter = await ports.letters.seal(owedRequest(ports, written, documentKind, { authority, at: context.at }));
    if (isRefusal(letter)) return { ...facts, letters: letter };
    letters.push(letter);
  }
  return { ...facts, letters };
}

/** The window that accepts, the officer who reviews, or the head: whoever meets the case may end the silence of its letter. */
function authorityToIssue(
  ports: DecisionPorts,
  call: StepContext,
  { received, version }: CaseFile,
): Authority | Refusal {
  const organ = version.item.dept;
  if (isHeadOf(ports, call.actor, organ)) return { office: organ, fences: [personFence(ports, call.actor.id)] };
  const accepting = authorityFor(ports, call, intakeAct('accept', received));
  if (!isRefusal(accepting)) return accepting;
  const reviewing = authorityFor(ports, call, intakeAct('propose', received));
  return isRefusal(reviewing) ? accepting : reviewing;
}

function writtenAs(file: CaseFile, printedAs: string): CaseFile {
  const { received } = file;
  return { ...file, received: { ...received, applicant: { ...received.applicant, printedAs } } };
}

function owedRequest(
  ports: DecisionPorts,
  file: CaseFile,
  documentKind: string,
  { authority, at }: { readonly authority: Authority; readonly at: Instant },
): LetterRequest {
  if (documentKind === 'grantDecision') return renewalLetter(file, at);
  const body = deemedAcceptanceLetter(ports, file.view.review.acceptance, file.version);
  return letterRequest({ ...file, at }, body, recordOf(authority));
}
