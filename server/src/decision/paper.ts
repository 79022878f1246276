import { z } from 'zod';
import { type Authority, type DraftLetter, fencesOf, mandateOf, requireState } from '../application/application.ts';
import { applicationRefusals } from '../application/refusals.ts';
import { personalInstrumentOf } from '../catalogue/catalogue.ts';
import type { Step } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina } from '../kernel/time.ts';
import { redLines } from '../mandate/mandate.ts';
import { checkSigning, checkStandsAside } from './checks.ts';
import type { SigningFacts } from './decision.ts';
import { decisionRefusals } from './refusals.ts';
import { declarationOf, SignDecision } from './sign-decision.ts';
import { type DecisionView, viewDecision } from './view.ts';

const { reason, facts, norms, departure, handlingReason, recusal } = SignDecision.shape;

/** What stands on the paper, and what its signer declares; the platform books it and signs nothing (电子签名法3). */
export const RecordPaperDecision = z.strictObject({
  reason,
  facts,
  norms,
  departure,
  handlingReason,
  recusal,
  signedBy: z.string().min(1).max(64),
  paperNo: z.string().trim().min(1).max(80),
  signedOn: z.iso.date(),
});
export type RecordPaperDecision = z.infer<typeof RecordPaperDecision>;

export interface PaperFacts {
  /** Everything that a signature of the signer on the platform would be judged by. */
  readonly signing: SigningFacts;
  /** Where somebody else records it: his own power to work on the case. */
  readonly recorder: Authority | Refusal | undefined;
  readonly record: DraftLetter | Refusal | undefined;
}

/** Records a decision that was signed on paper, for the instruments that know no electronic signature (R84). */
export const recordPaperDecision: Step<RecordPaperDecision, DecisionView, PaperFacts | undefined> = {
  name: 'recordPaperDecision',
  view: viewDecision,
  decide(view, command, given, { actor, at }) {
    const { acceptance } = view.review;
    const misplaced = requireState(acceptance.application.state, 'PaperDecisionRecorded');
    if (misplaced !== undefined) return misplaced;
    if (given === undefined) return refuse(applicationRefusals, 'unknown-case');
    const { signing, recorder, record } = given;
    if (personalInstrumentOf(signing.version.item) === undefined)
      return refuse(decisionRefusals, 'not-a-paper-instrument');
    const { signedBy, paperNo, signedOn } = command;
    const acceptedOn = dateInChina(acceptance.accepted?.acceptedAt ?? at);
    if (signedOn < acceptedOn || signedOn > dateInChina(at))
      return refuse(decisionRefusals, 'paper-date-impossible', { acceptedOn, signedOn });
    const asked = signatureAsked(command);
    const plan = checkSigning(view, asked, signing, { personId: signedBy, at });
    if (isRefusal(plan)) return plan;
    // One signature stands on the paper; what takes two has no paper of this kind.
    if (plan !== 'decide') return refuse(decisionRefusals, 'proposal-needed');
    const aside = checkStandsAside(view, [actor.id]);
    if (aside !== undefined) return aside;
    if (isRefusal(recorder)) return recorder;
    if (isRefusal(signing.authority)) return signing.authority;
    const [crossed] = redLines(signing.red);
    if (crossed !== undefined) return crossed;
    if (isRefusal(record)) return record;
    const documentHash = record?.documentHash ?? '';
    const signature = declarationOf(view, asked, { ...signing, documentHash });
    const said = { outcome: asked.outcome, reason: command.reason, facts: command.facts, norms: command.norms };
    const data = {
      ...said,
      documentHash,
      signedBy,
      paperNo,
      signedOn,
      itemVersion: signing.version.version,
      signature,
    };
    return {
      events: [{ type: 'PaperDecisionRecorded', data, ...mandateOf(signing.authority) }],
      fences: [...fencesOf(signing.authority), signing.personFence, ...signing.history, ...fencesOf(recorder)],
    };
  },
};

/** The signature on the paper as the same question that is asked of one on the platform. */
export function signatureAsked(command: RecordPaperDecision): SignDecision {
  const { signedBy: _by, paperNo: _no, signedOn: _on, ...said } = command;
  return { ...said, outcome: 'GRANT', forwardToHead: false, documentHash: '', evidenceHash: '' };
}
