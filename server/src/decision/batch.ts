import type { Call } from '../application/application.ts';
import { openCeremony } from '../confirmation/actions.ts';
import type { Confirming } from '../confirmation/confirmation.ts';
import type { Performed } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { SignDecision } from './decision.ts';
import type { DecisionPorts } from './gather.ts';
import { decisionRefusals } from './refusals.ts';
import { signWithin, useOf } from './signing.ts';

/** As many cases as one ceremony takes: what a person can still have looked at. */
const MOST_CASES = 200;

/** One ticked case with the decision that its signer was shown. */
export interface BatchedDecision {
  readonly caseNo: string;
  readonly decision: SignDecision;
}

export interface BatchedAnswer {
  readonly caseNo: string;
  readonly answer: Performed | Refusal;
}

/** With what the batch is confirmed, and cases that the door has refused already. */
export interface BatchConfirmed {
  readonly given: Confirming;
  readonly refused: ReadonlyMap<string, Refusal>;
}

/** A batch is refused whole when it is none: empty, too large, or with a case in it twice. */
export function checkBatch(
  caseNos: readonly string[],
): Refusal<'batch-empty' | 'batch-too-large' | 'batch-case-twice'> | undefined {
  if (caseNos.length === 0) return refuse(decisionRefusals, 'batch-empty');
  if (caseNos.length > MOST_CASES) {
    return refuse(decisionRefusals, 'batch-too-large', { given: caseNos.length, most: MOST_CASES });
  }
  const twice = caseNos.filter((caseNo, index) => caseNos.indexOf(caseNo) !== index);
  return twice.length === 0 ? undefined : refuse(decisionRefusals, 'batch-case-twice', { cases: [...new Set(twice)] });
}

/**
 * Signs the ticked cases in one ceremony: each is checked again and signed by an act of its own, one after the other, so that one
 * refusal touches no other case. The same request again gives the same answers.
 */
export async function signBatch(
  ports: DecisionPorts,
  call: Call,
  batch: readonly BatchedDecision[],
  { given, refused: closed }: BatchConfirmed,
): Promise<readonly BatchedAnswer[] | Refusal> {
  const refused = checkBatch(batch.map(({ caseNo }) => caseNo));
  if (refused !== undefined) return refused;
  const ceremony = openCeremony(ports.signer, given, useOf(call.requestId, batch));
  const answers: BatchedAnswer[] = [];
  for (const { caseNo, decision } of batch) {
    const own = { ...call, requestId: `${call.requestId}/${caseNo}` };
    const answer = closed.get(caseNo) ?? (await signWithin(ports, own, caseNo, { signing: { decision }, ceremony }));
    answers.push({ caseNo, answer });
  }
  return answers;
}
