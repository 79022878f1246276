import type { InputValue, Item } from '../catalogue/catalogue.ts';
import { isAnswerTo } from './form-answers.ts';
import type { Applicant } from './form.ts';
import type { KnownAnswer } from './prefill.ts';

/** Lines of a form that only repeat who applies; he has said so already and is not asked again (716令7). */
export function whoApplies(
  item: Pick<Item, 'form'>,
  { kind, name, idNo, idType, legalRepresentative }: Applicant,
): Readonly<Record<string, InputValue>> {
  const isEnterprise = kind !== 'naturalPerson';
  const known: Readonly<Record<string, string | undefined>> = {
    'applicant.id': idNo,
    'enterprise.name': isEnterprise ? name : undefined,
    'enterprise.uscc': idType === 'uscc' ? idNo : undefined,
    'legalRep.id': isEnterprise ? legalRepresentative?.idNo : idNo,
  };
  return Object.fromEntries(
    item.form.flatMap((line): [string, InputValue][] => {
      const value = line.shared === null ? undefined : known[line.shared];
      return value !== undefined && isAnswerTo(line, value) ? [[line.name, value]] : [];
    }),
  );
}

/** An answer that need not be given: known from elsewhere, or said already by who applies. */
export type HeldAnswer =
  | KnownAnswer
  | { readonly from: 'applicant'; readonly name: string; readonly value: InputValue };

/** What is known with what the applicant has said of himself; a source that answers the same line is more than his word (R46). */
export function withWhoApplies(
  item: Pick<Item, 'form'>,
  applicant: Applicant,
  known: readonly KnownAnswer[],
): readonly HeldAnswer[] {
  const answered = new Set(known.flatMap(({ from, name }) => (from === 'source' ? [name] : [])));
  const said = Object.entries(whoApplies(item, applicant)).filter(([name]) => !answered.has(name));
  const names = new Set(said.map(([name]) => name));
  return [
    ...known.filter(({ name }) => !names.has(name)),
    ...said.map(([name, value]) => ({ from: 'applicant' as const, name, value })),
  ];
}
