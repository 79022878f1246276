import { isAnswerTo } from '../application/application.ts';
import type { InputValue, Item } from '../catalogue/catalogue.ts';
import type { BundleField } from './bundle.ts';

/** One line of an item's own form. */
export type FormLine = Item['form'][number];

/** Every organ is told these by law, whatever its form lists (许可法31). */
export const identityTargets: readonly string[] = ['applicant.name', 'applicant.idNo', 'applicant.legalRepresentative'];

/** The kinds of line that a shared field of the type may fill. */
function kindsOf(type: string): readonly FormLine['type'][] {
  if (type.startsWith('enum(')) return ['choice', 'string'];
  if (type === 'number') return ['number', 'money'];
  return ['bool', 'int', 'string', 'date'].flatMap((kind) => (kind === type ? [kind] : [])).filter(isLineKind);
}

function isLineKind(kind: string): kind is FormLine['type'] {
  return ['bool', 'int', 'string', 'date'].includes(kind);
}

/**
 * The lines of the item's form that list the shared field by its name in the data standard, in a kind that the field has. They
 * are all that the item may receive of it (个保法6, R11).
 */
export function linesListing(
  item: Item,
  { standard, type }: Pick<BundleField, 'standard' | 'type'>,
): readonly FormLine[] {
  const kinds = kindsOf(type);
  return item.form.filter(({ shared, type: kind }) => shared === standard && kinds.includes(kind));
}

/** Whether the rules of the item read `target` from its form, in the type of the field. */
export function isRuleInput(item: Item, target: string, type: string): boolean {
  return item.inputs.some((input) => input.source === 'form' && `form.${input.name}` === target && input.type === type);
}

/** The answers that the value of a shared field gives to the item's form. */
export function answersFrom(
  item: Item,
  field: BundleField,
  value: InputValue | undefined,
): readonly (readonly [string, InputValue])[] {
  const target = field.to[item.id];
  if (target === undefined || value === undefined) return [];
  const listed = linesListing(item, field).filter((line) => isAnswerTo(line, value));
  const read = isRuleInput(item, target, field.type) ? [target.slice('form.'.length)] : [];
  return [...new Set([...read, ...listed.map(({ name }) => name)])].map((name) => [name, value] as const);
}
