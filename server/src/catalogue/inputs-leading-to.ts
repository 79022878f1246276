import { isRefusal } from '../kernel/refusal.ts';
import { evaluate, type Evaluation, getDecisionTable } from './decision-table.ts';
import { inputsFrom, type InputSpec, type InputValue, type Item } from './item.ts';

type Values = Readonly<Record<string, InputValue>>;

/** More changes than this would no longer be the case that was asked about. */
const MOST_CHANGES = 5;

/**
 * The inputs nearest to `start` on which the rules come to an outcome that `accepts` takes, changing only those named in
 * `free`; undefined when there are none. For examples and demonstrations: no case is ever decided on inputs made here.
 */
export function inputsLeadingTo(
  item: Item,
  start: Values,
  free: readonly string[],
  accepts: (evaluation: Evaluation) => boolean,
): Values | undefined {
  const table = getDecisionTable(item);
  const specs = inputsFrom(item).filter(({ name }) => free.includes(name));
  const accepted = (values: Values) => {
    const evaluation = evaluate(table, values);
    return !isRefusal(evaluation) && accepts(evaluation);
  };
  let reached: readonly { readonly values: Values; readonly from: number }[] = [{ values: start, from: 0 }];
  for (let changes = 0; changes <= MOST_CHANGES && reached.length > 0; changes += 1) {
    const found = reached.find(({ values }) => accepted(values));
    if (found !== undefined) return found.values;
    reached = reached.flatMap(({ values, from }) =>
      specs.slice(from).flatMap((spec, offset) =>
        candidates(spec, item, values).map((value) => ({
          values: { ...values, [spec.name]: value },
          from: from + offset + 1,
        })),
      ),
    );
  }
  return undefined;
}

/** Other values that can make a difference to the rules: for figures, those around the bounds that the rules name. */
function candidates(spec: InputSpec, item: Item, values: Values): readonly InputValue[] {
  const now = values[spec.name];
  switch (spec.type.kind) {
    case 'bool':
      return [true, false].filter((value) => value !== now);
    case 'enum':
      return spec.type.options.filter((value) => value !== now);
    case 'string':
      return now === undefined ? [''] : [];
    case 'int':
    case 'number':
      return bounds(item, values).filter((value) => value !== now);
    default:
      return spec.type satisfies never;
  }
}

function bounds(item: Item, values: Values): readonly number[] {
  const rules = [...item.decide, ...item.effects].map(({ when }) => when).join(' ');
  const named = [...rules.matchAll(/(?<![\w.])\d+(?:\.\d+)?/g)].map(([text]) => Number(text));
  const others = Object.values(values).filter((value) => typeof value === 'number');
  const around = [...named, ...others].flatMap((bound) => [bound, bound + 1, bound - 1]);
  return [...new Set([0, ...around])].filter((value) => value >= 0 && Number.isSafeInteger(value));
}
