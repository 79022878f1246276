import { z } from 'zod';
import { checkAgent, normalIdNo } from '../identity/identity.ts';
import type { Actor } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Application } from './form.ts';
import { applicationRefusals } from './refusals.ts';

/** How the window knows that the applicant himself, or an agent who may, asked to withdraw (R15, 许可法29). */
export const WithdrawalProof = z.strictObject({
  /** A request signed on paper, which is kept, or the identity document of who stands at the window. */
  kind: z.enum(['signedPaper', 'identityDocument']),
  /** Number on the document of who signed or stands there; of an organisation's sealed paper its own code will do. */
  idNo: z.string().trim().min(1).max(40),
  /** Under which number the paper is kept, or the check of the document is recorded. */
  reference: z.string().trim().min(1).max(200),
});
export type WithdrawalProof = z.infer<typeof WithdrawalProof>;

export const Withdrawal = z.strictObject({
  reason: z.string().trim().max(1000).default(''),
  /** For the window only: at his own door the applicant has proved who he is by signing in. */
  proof: WithdrawalProof.exactOptional(),
});
export type Withdrawal = z.infer<typeof Withdrawal>;

/** R15: a clerk ends nobody's application on his own word; who asked is the applicant, who represents him, or his agent. */
export function checkWithdrawal(
  { proof }: Withdrawal,
  application: Application | undefined,
  { actor, at }: { readonly actor: Actor; readonly at: Instant },
): Refusal | undefined {
  if (actor.kind !== 'person' || application === undefined) return undefined;
  if (proof === undefined) return refuse(applicationRefusals, 'withdrawal-unproven');
  const { applicant, agent } = application;
  const asking = normalIdNo(proof.idNo);
  if (principals(proof, applicant).includes(asking)) return undefined;
  if (agent === undefined || normalIdNo(agent.idNo) !== asking)
    return refuse(applicationRefusals, 'withdrawal-not-by-party', { proof: proof.kind });
  return checkAgent({
    letter: agent.letter,
    principalIdNo: applicant.idNo,
    agentIdNo: agent.idNo,
    matter: application.itemId,
    power: 'withdraw',
    at,
    personalPresence: false,
  });
}

function principals({ kind }: WithdrawalProof, applicant: Application['applicant']): readonly string[] {
  const { legalRepresentative } = applicant;
  // An organisation signs with its seal, but it does not stand at a window.
  const itself = applicant.kind === 'naturalPerson' || kind === 'signedPaper' ? [applicant.idNo] : [];
  return [...itself, ...(legalRepresentative === undefined ? [] : [legalRepresentative.idNo])].map(normalIdNo);
}
