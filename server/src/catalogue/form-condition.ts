import { compileCondition, type Condition } from './expression.ts';
import { inputsFrom, type InputSpec, type InputValue, type Item } from './item.ts';
import type { Place } from './publication-elements.ts';

/** One question of an item's form. */
type Line = Pick<Item['form'][number], 'name' | 'type' | 'label' | 'options' | 'when'>;
type Values = Readonly<Record<string, InputValue>>;

/** Whether `condition` over `inputs` is certainly true: what reads a value that is not known yet is not. Pure and total. */
export function isCertain(condition: Condition, inputs: readonly InputSpec[], values: Values): boolean {
  if (condition.reads.some((name) => values[name] === undefined)) return false;
  const of = <Kind extends InputValue>(fallback: Kind, is: (value: InputValue | undefined) => value is Kind): Kind[] =>
    inputs.map(({ name }) => {
      const value = values[name];
      return is(value) ? value : fallback;
    });
  return condition.test({
    flags: of(false, (value): value is boolean => typeof value === 'boolean'),
    numbers: of(0, (value): value is number => typeof value === 'number'),
    texts: of('', (value): value is string => typeof value === 'string'),
  });
}

/**
 * The lines of a form that are asked of somebody who has answered `values` so far (R11): a line with a condition only where
 * the lines before it, themselves asked, make it certainly true. An answer to a line that is not asked counts for nothing.
 */
export function askedLines<One extends Line>(form: readonly One[], values: Values): readonly One[] {
  const tests = conditionsOf(form);
  const counted: Record<string, InputValue> = {};
  return form.filter(({ name }, at) => {
    const test = tests[at];
    if (test === undefined || !test(counted)) return false;
    const value = values[name];
    if (value !== undefined) counted[name] = value;
    return true;
  });
}

type LineTest = (values: Values) => boolean;
const compiled = new WeakMap<readonly Line[], readonly LineTest[]>();

function conditionsOf(form: readonly Line[]): readonly LineTest[] {
  const known = compiled.get(form);
  if (known !== undefined) return known;
  const tests = form.map(({ when }, at): LineTest => {
    if (when === null) return () => true;
    const inputs = inputsBefore(form, at);
    const condition = compileCondition(when, inputs);
    // Publishing refuses such a line; one that slipped in is asked of nobody.
    return 'reason' in condition ? () => false : (values) => isCertain(condition, inputs, values);
  });
  compiled.set(form, tests);
  return tests;
}

/** The lines before the one at `at`, as the rule language knows inputs. */
function inputsBefore(form: readonly Line[], at: number): readonly InputSpec[] {
  return inputsFrom({
    inputs: form.slice(0, at).map(({ name, label, type, options }) => {
      const words = { source: 'form' as const, label: label.zh, labelEn: label.en };
      return { name, type: inputTypeOf(type, options), ...words };
    }),
  });
}

function inputTypeOf(type: Line['type'], options: Line['options']): string {
  if (type === 'money') return 'number';
  if (type === 'date') return 'string';
  if (type !== 'choice') return type;
  const values = options.map(({ value }) => value);
  return values.length > 0 && values.every((value) => /^[A-Za-z]\w*$/.test(value))
    ? `enum(${values.join(',')})`
    : 'string';
}

/** A condition that does not compile over the lines before it, and one on a line that the rules always read (R11). */
export function wrongFormConditions({ form, inputs }: Pick<Item, 'form' | 'inputs'>): readonly Place[] {
  const read = new Set(inputs.filter(({ source }) => source === 'form').map(({ name }) => name));
  return form.flatMap(({ name, when, label }, at): readonly Place[] => {
    if (when === null) return [];
    const path = ['form', at, 'when'] as const;
    if (read.has(name)) return [{ path, found: `办理规则总要读取“${label.zh}”` }];
    const condition = compileCondition(when, inputsBefore(form, at));
    if (!('reason' in condition)) return [];
    const columns = condition.at === undefined ? '' : `[${condition.at.from + 1}–${condition.at.to}] `;
    return [{ path, found: `${columns}${condition.text.zh} / ${condition.text.en}` }];
  });
}
