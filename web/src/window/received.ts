import type { ClaimsReceived } from '../api/consent-model.ts';
import type { KnownAnswer, Value } from '../api/model.ts';
import type { HeldAnswer } from '../applicant/steps.ts';
import type { AgentFieldValues } from '../form/agent.ts';
import type { PersonFieldValues } from './PersonFields.tsx';

/** What a holder's code brought, as the fields of the window take it; the clerk asks for none of it again. */

export function valuesOf(answers: readonly { readonly name: string; readonly value: Value }[]): Record<string, Value> {
  return Object.fromEntries(answers.map(({ name, value }) => [name, value]));
}

/** What a code told, with the source that said it. */
export function toldBy({ answers }: ClaimsReceived): readonly KnownAnswer[] {
  return answers.map(({ label: _label, ...answer }) => ({ from: 'source', ...answer }));
}

/** What a holder has just shown stands over what was known before of the same line. */
export function heldWith(before: readonly HeldAnswer[], now: readonly HeldAnswer[]): readonly HeldAnswer[] {
  const names = new Set(now.map(({ name }) => name));
  return [...now, ...before.filter(({ name }) => !names.has(name))];
}

/** The holder is the applicant. */
export function personOf({ subject }: ClaimsReceived): PersonFieldValues {
  const { kind, name, idType, idNo, legalRepresentative } = subject;
  const person = { kind, name, idType, idNo };
  if (legalRepresentative === undefined) return person;
  return { ...person, legalName: legalRepresentative.name, legalIdNo: legalRepresentative.idNo };
}

/** Who showed it for the holder is the agent of the case; what else his letter says, the clerk reads from the paper (R15). */
export function agentIn(
  { agent }: ClaimsReceived,
  known: AgentFieldValues | undefined,
): { readonly agent?: AgentFieldValues } {
  return agent === undefined ? {} : { agent: { ...known, isNamed: true, name: agent.name, idNo: agent.idNo } };
}

/** The consent on which the application rests. */
export function sharingOf(received: ClaimsReceived | undefined): object {
  return received === undefined ? {} : { sharing: { consentId: received.consentId } };
}
