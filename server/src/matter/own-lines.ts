import { isAnswerTo } from '../application/application.ts';
import { askedLines, type InputValue, type Item } from '../catalogue/catalogue.ts';
import type { Bundle, BundleField } from './bundle.ts';
import type { Values } from './plan.ts';

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

/** Lines that only repeat who applies, which every application says by itself. */
const personLines: readonly string[] = ['applicant.id', 'enterprise.name', 'enterprise.uscc', 'legalRep.id'];

export function isPersonLine({ shared }: Pick<FormLine, 'shared'>): boolean {
  return shared !== null && personLines.includes(shared);
}

/** What the shared fields of the bundle answer of the item's form. */
export function sharedAnswers({ fields }: Pick<Bundle, 'fields'>, item: Item, values: Values): Values {
  return Object.fromEntries(fields.flatMap((field) => answersFrom(item, field, values[field.name])));
}

/**
 * The lines that the item still has to ask by itself: asked in this situation, and neither filled by a shared field nor a
 * repetition of who applies; also those that may be left empty. `form` is what is answered so far.
 */
export function ownLines({ fields }: Pick<Bundle, 'fields'>, item: Item, form: Values): readonly FormLine[] {
  const filled = new Set(
    fields.flatMap((field) => {
      const target = field.to[item.id];
      if (target === undefined) return [];
      return [target.replace(/^form\./, ''), ...linesListing(item, field).map(({ name }) => name)];
    }),
  );
  return askedLines(item.form, form).filter((line) => !filled.has(line.name) && !isPersonLine(line));
}

/** Whether the item takes no application without an answer to the line: its form requires it, or its rules read it (R11). */
export function mustAnswer(item: Item, { name, required }: FormLine): boolean {
  return required || item.inputs.some((input) => input.source === 'form' && input.name === name);
}

/** The same question on the forms of two items: one name in the data standard, one kind of answer. */
export function isSameLine(one: FormLine, other: FormLine): boolean {
  return one.shared !== null && one.shared === other.shared && one.type === other.type;
}
