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

const RANK = { source: 0, situation: 1, applicant: 1, case: 2 } as const satisfies Record<HeldAnswer['from'], number>;

/** What a source says stands over the applicant’s own particulars, and both over an earlier case, whichever came first (R47). */
export function heldWith(before: readonly HeldAnswer[], now: readonly HeldAnswer[]): readonly HeldAnswer[] {
  const ranked = [...now, ...before].toSorted((a, b) => RANK[a.from] - RANK[b.from]);
  return ranked.filter(({ name }, place) => ranked.findIndex((one) => one.name === name) === place);
}

/** What may be written into the fields: of a source always, else only where nothing stands, so that nobody’s words are lost. */
export function fillable(
  now: readonly HeldAnswer[],
  written: Readonly<Record<string, Value | undefined>>,
): readonly HeldAnswer[] {
  return now.filter(({ from, name }) => from === 'source' || (written[name] ?? '') === '');
}

/** The holder is the applicant. */
export function personOf({ subject }: ClaimsReceived): PersonFieldValues {
  const { kind, name, idType, idNo, legalRepresentative } = subject;
  const person = { kind, name, idType, idNo };
  if (legalRepresentative === undefined) return person;
  return { ...person, legalName: legalRepresentative.name, legalIdNo: legalRepresentative.idNo };
}

/** Whether a change of the fields makes somebody else of the person at the window. */
export function isOther(changed: Partial<PersonFieldValues> | undefined): boolean {
  return changed !== undefined && ['kind', 'idType', 'idNo', 'legalIdNo'].some((field) => field in changed);
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
