import { intakeFacts } from '../acceptance/acceptance.ts';
import type { Facts, Item } from '../catalogue/catalogue.ts';
import type { ReviewView } from '../review/review.ts';

/** Everything the case knows about the inputs of the item's rules: what the window knew, then what was found. */
export function factsOf(view: ReviewView, item: Item): Facts {
  const found = item.inputs.flatMap(({ name }) => {
    const finding = view.findings.get(name);
    return finding === undefined
      ? []
      : [[name, { value: finding.value, source: finding.source, verified: true }] as const];
  });
  return { ...intakeFacts(view.acceptance.application, item), ...Object.fromEntries(found) };
}
