import { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { normalIdNo } from './person.ts';
import { InstantText } from './post.ts';
import { identityRefusals } from './refusals.ts';

/** What an agent may be empowered to do for the applicant. */
export const AgentPower = z.enum(['apply', 'correct', 'withdraw', 'receive', 'pay', 'hear']);
export type AgentPower = z.infer<typeof AgentPower>;

/** 授权委托书 of the applicant (民法典 165): names agent, matter, powers and term, and is signed. Not a mandate. */
export const AgentLetter = z.strictObject({
  principal: z.strictObject({ name: z.string().min(1), idNo: z.string().min(1) }),
  agent: z.strictObject({ name: z.string().min(1), idNo: z.string().min(1) }),
  /** Ids of the items that the agent may handle. */
  matters: z.array(z.string().min(1)).min(1),
  powers: z.array(AgentPower).min(1),
  fromAt: InstantText,
  untilAt: InstantText,
  signedAt: InstantText.nullable(),
  withdrawnAt: InstantText.nullable(),
});
export type AgentLetter = z.infer<typeof AgentLetter>;

/** One act of an agent in one matter. */
export interface AgentAct {
  readonly letter: AgentLetter | undefined;
  readonly principalIdNo: string;
  readonly agentIdNo: string;
  readonly matter: string;
  readonly power: AgentPower;
  readonly at: Instant;
  /** Flag of the item: the law wants the applicant himself (R16). */
  readonly personalPresence: boolean;
}

/** R15, R16: asked at every act of an agent, not only at the first. */
export function checkAgent(act: AgentAct) {
  const { letter, matter, at } = act;
  if (act.personalPresence) return refuse(identityRefusals, 'presence-required', { matter });
  if (letter === undefined) return refuse(identityRefusals, 'agent-letter-missing', { matter });
  return checkParties(letter, act) ?? checkTerm(letter, at) ?? checkReach(letter, act);
}

/** How an applicant appears at an act. */
export interface Appearance {
  readonly matter: string;
  readonly personalPresence: boolean;
  readonly byAgent: boolean;
  readonly channel: 'counter' | 'online';
  readonly signature: 'handwritten' | 'electronic' | 'none';
}

/** R16: matters of personal status take no agent, no remote signing, no electronic signature. */
export function checkPresence(
  appearance: Appearance,
): Refusal<'presence-required' | 'remote-signing-barred' | 'e-signature-barred'> | undefined {
  const { matter } = appearance;
  if (!appearance.personalPresence) return undefined;
  if (appearance.byAgent) return refuse(identityRefusals, 'presence-required', { matter });
  if (appearance.channel === 'online') return refuse(identityRefusals, 'remote-signing-barred', { matter });
  return appearance.signature === 'electronic' ? refuse(identityRefusals, 'e-signature-barred', { matter }) : undefined;
}

/** One side of a matter with opposing interests, e.g. seller and buyer. */
export interface Side {
  readonly principalIdNo: string;
  readonly agentIdNo?: string | undefined;
  /** The principal's recorded consent to this very agency (民法典 168). */
  readonly consented: boolean;
}

/** R17: an agent of both sides, or an agent who is the other side, needs the recorded consent of both principals. */
export function checkOpposing(
  one: Side,
  other: Side,
): Refusal<'agent-of-both-sides' | 'agent-is-counterparty'> | undefined {
  if (one.consented && other.consented) return undefined;
  if (isSame(one.agentIdNo, other.principalIdNo) || isSame(other.agentIdNo, one.principalIdNo)) {
    return refuse(identityRefusals, 'agent-is-counterparty');
  }
  return isSame(one.agentIdNo, other.agentIdNo) ? refuse(identityRefusals, 'agent-of-both-sides') : undefined;
}

function checkParties(letter: AgentLetter, act: AgentAct) {
  if (letter.signedAt === null || letter.signedAt > act.at) return refuse(identityRefusals, 'agent-letter-unsigned');
  if (!isSame(letter.principal.idNo, act.principalIdNo))
    return refuse(identityRefusals, 'agent-letter-other-principal');
  if (!isSame(letter.agent.idNo, act.agentIdNo)) return refuse(identityRefusals, 'agent-letter-other-agent');
  return undefined;
}

function checkTerm(letter: AgentLetter, at: Instant) {
  if (letter.withdrawnAt !== null && letter.withdrawnAt <= at) {
    return refuse(identityRefusals, 'agent-letter-withdrawn', { withdrawnAt: letter.withdrawnAt });
  }
  if (at < letter.fromAt) return refuse(identityRefusals, 'agent-letter-early', { fromAt: letter.fromAt });
  return letter.untilAt <= at
    ? refuse(identityRefusals, 'agent-letter-expired', { untilAt: letter.untilAt })
    : undefined;
}

function checkReach(letter: AgentLetter, { matter, power }: AgentAct) {
  if (!letter.matters.includes(matter)) return refuse(identityRefusals, 'agent-letter-other-matter', { matter });
  return letter.powers.includes(power)
    ? undefined
    : refuse(identityRefusals, 'agent-letter-power-missing', { matter, power });
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && normalIdNo(one) === normalIdNo(other);
}
