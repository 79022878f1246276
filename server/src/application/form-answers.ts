import { z } from 'zod';
import { askedLines, type InputValue, inputsFrom, isOfType, type Item } from '../catalogue/catalogue.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type ApplicationRefusalCode, applicationRefusals } from './refusals.ts';

/** One question of an item's form. */
export type FormField = Item['form'][number];

/** Longer than any answer that a form asks for; whole texts are materials. */
const LONGEST_ANSWER = 2000;

/**
 * R11: only fields that the form of the item has and asks in this case, each with its type. What a rule reads must be there
 * unless `part` is supplied, which is not looked at for conditions, since the rest of the answers lies with the case; whether
 * the rest is complete is for acceptance, which may ask for it once (R25).
 */
export function checkForm(
  form: Readonly<Record<string, InputValue>>,
  item: Item,
  extent: 'whole' | 'part',
): Refusal<ApplicationRefusalCode> | undefined {
  const fields = new Map(item.form.map((field) => [field.name, field]));
  const read = new Map(inputsFrom(item).flatMap((input) => (input.source === 'form' ? [[input.name, input]] : [])));
  const wrong = Object.entries(form).flatMap(([name, value]) => {
    const input = read.get(name);
    const field = fields.get(name);
    if (input === undefined && field === undefined) return [`form.${name}: unknown`];
    const fits = input === undefined ? field === undefined || isAnswerTo(field, value) : isOfType(input, value);
    return fits ? [] : [`form.${name}: type`];
  });
  const missing =
    extent === 'part' ? [] : [...read.keys()].filter((name) => !(name in form)).map((name) => `form.${name}: missing`);
  const asked = new Set(askedLines(item.form, form).map(({ name }) => name));
  const unasked =
    extent === 'part'
      ? []
      : Object.keys(form).flatMap((name) => (fields.has(name) && !asked.has(name) ? [`form.${name}: not asked`] : []));
  const faults = [...wrong, ...missing, ...unasked];
  return faults.length === 0 ? undefined : refuse(applicationRefusals, 'form-invalid', { fields: faults });
}

/** Whether a value is an answer of the kind that the field asks for. */
export function isAnswerTo({ type, options }: Pick<FormField, 'type' | 'options'>, value: InputValue): boolean {
  switch (type) {
    case 'bool':
      return typeof value === 'boolean';
    case 'int':
      return Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'money':
      return typeof value === 'number' && value >= 0 && Number.isFinite(value);
    case 'date':
      return z.iso.date().safeParse(value).success;
    case 'choice':
      return options.some((option) => option.value === value);
    case 'string':
      return typeof value === 'string' && value.length <= LONGEST_ANSWER;
    default:
      return type satisfies never;
  }
}
