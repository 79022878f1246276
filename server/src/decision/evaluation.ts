import { intakeFacts } from '../acceptance/acceptance.ts';
import { type Facts, inputsFrom, type Item } from '../catalogue/catalogue.ts';
import type { ReviewView } from '../review/review.ts';

/** Everything the case knows about the inputs of the item's rules: what the window knew, then what was found. */
export function factsOf(view: ReviewView, item: Item): Facts {
  const asked = new Set(inputsFrom(item).map((input) => input.name));
  const found = [...view.findings]
    .filter(([name]) => asked.has(name))
    .map(([name, { value, source }]) => [name, { value, source, verified: true }] as const);
  return { ...intakeFacts(view.acceptance.application, item), ...Object.fromEntries(found) };
}
