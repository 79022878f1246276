import type { MatterPlan, MatterQuestion } from '../api/matter-model.ts';
import type { Say } from '../text/text.ts';

/** By name: nobody knows items by their numbers. */
export function receiversOf({ children }: MatterPlan, { items }: MatterQuestion, say: Say): readonly string[] {
  return children.flatMap(({ itemId, name, nameEn }) =>
    items.includes(itemId) ? [say.of({ zh: name, en: nameEn })] : [],
  );
}
