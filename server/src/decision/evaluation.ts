import { intakeFacts } from '../acceptance/acceptance.ts';
import type { Effect, Facts, Item } from '../catalogue/catalogue.ts';
import type { ReviewView } from '../review/review.ts';

/** R34: whether places are limited, by the item itself or in a case that its rules say so of. */
export function isLimited(item: Item, effects: readonly Effect[]): boolean {
  return item.intake.quantityLimit !== null || effects.some((effect) => effect.kind === 'QUEUE');
}

/** Everything the case knows about the inputs of the item's rules: what the window knew, then what was found. */
export function factsOf(view: ReviewView, item: Item): Facts {
  const known = intakeFacts(view.acceptance.application, item);
  if (view.findings.size === 0) return known;
  const found = item.inputs.flatMap(({ name }) => {
    const finding = view.findings.get(name);
    return finding === undefined
      ? []
      : [[name, { value: finding.value, source: finding.source, verified: true }] as const];
  });
  return { ...known, ...Object.fromEntries(found) };
}
