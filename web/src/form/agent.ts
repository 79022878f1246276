import { startOf } from '../department/term.ts';

/** What an agent may be empowered to do for the applicant. */
export const agentPowers = ['apply', 'correct', 'withdraw', 'receive', 'pay', 'hear'] as const;

/** What the letter of an agent says (R15). */
export interface AgentLetter {
  readonly powers?: readonly (typeof agentPowers)[number][];
  readonly signedOn?: string;
  readonly from?: string;
  readonly to?: string;
}

/** The agent at the counter, with his letter. */
export interface AgentFieldValues extends AgentLetter {
  readonly isNamed?: boolean;
  readonly name?: string;
  readonly idNo?: string;
  readonly phone?: string;
}

/** The other side of a matter with opposing interests (R17). */
export interface OpposingFieldValues {
  readonly isNamed?: boolean;
  readonly name?: string;
  readonly idNo?: string;
  readonly agentIdNo?: string;
  readonly consented?: boolean;
  readonly applicantConsented?: boolean;
}

export interface Named {
  readonly name: string;
  readonly idNo: string;
}

/** The agent as the server takes him; `to` is the last day of the letter. */
export function agentOf(
  agent: Named & { readonly phone?: string },
  principal: Named,
  letter: AgentLetter,
  itemIds: readonly string[],
): object {
  const { powers = [], signedOn = '', from = '', to = '' } = letter;
  return {
    ...agent,
    letter: {
      principal: { name: principal.name, idNo: principal.idNo },
      agent: { name: agent.name, idNo: agent.idNo },
      matters: itemIds,
      powers,
      fromAt: startOf(from),
      untilAt: startOf(dayAfter(to)),
      signedAt: startOf(signedOn),
      withdrawnAt: null,
    },
  };
}

/** Who stands beside the applicant at the counter: the agent that he sent, and the other side; both may be absent. */
export function representationOf(
  { agent, opposing }: { readonly agent?: AgentFieldValues; readonly opposing?: OpposingFieldValues },
  principal: Named,
  itemIds: readonly string[],
): object {
  return { ...namedAgent(agent, principal, itemIds), ...namedOpposing(opposing) };
}

function namedAgent(given: AgentFieldValues | undefined, principal: Named, itemIds: readonly string[]): object {
  if (given?.isNamed !== true) return {};
  const { name = '', idNo = '', phone = '' } = given;
  const person = { name: name.trim(), idNo: idNo.trim(), ...(phone === '' ? {} : { phone }) };
  return { agent: agentOf(person, principal, given, itemIds) };
}

function namedOpposing(given: OpposingFieldValues | undefined): object {
  if (given?.isNamed !== true) return {};
  const { name = '', idNo = '', agentIdNo = '', consented = false, applicantConsented = false } = given;
  return {
    opposing: {
      principal: { name: name.trim(), idNo: idNo.trim() },
      ...(agentIdNo.trim() === '' ? {} : { agentIdNo: agentIdNo.trim() }),
      consented,
      applicantConsented,
    },
  };
}

function dayAfter(on: string): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
