import type { Applicant } from '../api/model.ts';
import { type AgentLetter, agentOf } from '../form/agent.ts';
import { applicantOf, type PersonFieldValues } from '../window/PersonFields.tsx';

/** What an agent says of his principal and of the letter. */
export interface PrincipalFields {
  readonly forOther?: boolean;
  readonly person?: Partial<PersonFieldValues>;
  readonly agent?: AgentLetter;
}

/** The principal as the server takes him; undefined while the agent has not said who and until when. */
export function principalOf(
  { person = {}, agent = {} }: PrincipalFields,
  self: Pick<Applicant, 'name' | 'idNo'>,
  itemId: string,
): object | undefined {
  const { name = '', idNo = '', kind = 'naturalPerson', idType = 'citizenId', legalName, legalIdNo } = person;
  const { powers = [], signedOn = '', from = '', to = '' } = agent;
  const isTold = [name, idNo, signedOn, from, to].every((one) => one.trim() !== '');
  if (!isTold || powers.length === 0) return undefined;
  const represented = legalName === undefined || legalIdNo === undefined ? {} : { legalName, legalIdNo };
  const subject = applicantOf({ name, idNo, kind, idType, ...represented });
  return { subject, ...letterOf(agentOf({ name: self.name, idNo: self.idNo }, subject, agent, [itemId])) };
}

function letterOf(agent: object): object {
  return 'letter' in agent ? { letter: agent.letter } : {};
}
