import type { MatterKnown, MatterPlan } from '../api/matter-model.ts';

/** What was looked up at a window, and for which items. */
export interface LookedUp {
  readonly known: MatterKnown['known'];
  readonly items: readonly string[];
}

/** The questions with what was looked up: shown with its source, and correctable (R47). */
export function withKnown(plan: MatterPlan, looked: LookedUp | undefined): MatterPlan {
  const known = new Map((looked?.known ?? []).map(({ name, ...answer }) => [name, answer]));
  return {
    ...plan,
    questions: plan.questions.map((question) => {
      const found = known.get(question.name);
      return question.known === undefined && found !== undefined
        ? { ...question, known: { ...found, isCorrectable: true } }
        : question;
    }),
  };
}
