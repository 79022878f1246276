import type { ClaimsReceived } from '../api/consent-model.ts';
import type { Value } from '../api/model.ts';
import type { ApplicationFields } from '../form/application.ts';
import type { PersonFieldValues } from './PersonFields.tsx';

/** What a holder's code brought, as the fields of the window take it; the clerk asks for none of it again. */

export function answersIn({ answers }: ClaimsReceived): Readonly<Record<string, Value>> {
  return Object.fromEntries(answers.map(({ name, value }) => [name, value]));
}

/** The holder is the applicant. */
export function personOf({ subject }: ClaimsReceived): PersonFieldValues {
  const { kind, name, idType, idNo, legalRepresentative } = subject;
  const person = { kind, name, idType, idNo };
  if (legalRepresentative === undefined) return person;
  return { ...person, legalName: legalRepresentative.name, legalIdNo: legalRepresentative.idNo };
}

/**
 * Answers whose question the window does not show belong to the application all the same; what was corrected counts. Those to
 * lines that are not `asked` after all stay out: the server takes no others (R11).
 */
export function withReceived<Fields extends ApplicationFields>(
  fields: Fields,
  received: ClaimsReceived | undefined,
  asked?: readonly string[],
): Fields {
  if (received === undefined) return fields;
  const told = answersIn(received);
  const form = Object.entries({ ...told, ...fields.form });
  const kept = form.filter(([name]) => asked === undefined || asked.includes(name) || !(name in told));
  return { ...fields, form: Object.fromEntries(kept) };
}

/** The consent on which the application rests. */
export function sharingOf(received: ClaimsReceived | undefined): object {
  return received === undefined ? {} : { sharing: { consentId: received.consentId } };
}
