import type { AskedMaterial, FormQuestion, ItemForm, KnownAnswer, Value } from '../api/model.ts';
import { keyOf } from '../form/application.ts';

/** An answer that follows from what was answered to the situation questions just before. */
export interface SettledAnswer {
  readonly from: 'situation';
  readonly name: string;
  readonly value: Value;
}

/** An answer that need not be given again: of a source, of an earlier case, or given just before. */
export type HeldAnswer = KnownAnswer | SettledAnswer;

/** One screen of an application: one question, or one thing to bring. */
export type Step =
  | { readonly kind: 'who' }
  | { readonly kind: 'licence' }
  | { readonly kind: 'known' }
  | { readonly kind: 'question'; readonly question: FormQuestion }
  | { readonly kind: 'material'; readonly material: AskedMaterial }
  | { readonly kind: 'route' }
  | { readonly kind: 'send' };

/**
 * The screens of an application in their order; what is known already is one screen, not many. Where the applicant holds licences
 * that the item could deal with, it is asked first which of them it is about.
 */
export function stepsOf(form: ItemForm, known: readonly HeldAnswer[], hasLicences = false): readonly Step[] {
  const answered = new Set(known.map(({ name }) => name));
  const open = form.questions.filter(({ name }) => !answered.has(name) && !isRoute(name));
  const fetched = form.materials.some(({ isFetched }) => isFetched);
  const brought = form.materials.filter(isBrought);
  return [
    { kind: 'who' },
    ...(hasLicences ? [{ kind: 'licence' } as const] : []),
    ...(known.length > 0 || fetched ? [{ kind: 'known' } as const] : []),
    ...open.map((question) => ({ kind: 'question', question }) as const),
    ...(form.promise === undefined || form.promise === null ? [] : [{ kind: 'route' } as const]),
    ...brought.map((material) => ({ kind: 'material', material }) as const),
    { kind: 'send' },
  ];
}

/** The choice of the promise route is asked once, with its text (R33): the rule's own question is answered by it. */
export function isRoute(name: string): boolean {
  return name === 'byPromise';
}

/** What nobody but the applicant can give: the form itself is made of his answers. */
export function isBrought({ kind, isFetched }: AskedMaterial): boolean {
  return kind !== 'form' && !isFetched;
}

/** The fields that a screen holds, as the form names them. */
export function fieldsOf(step: Step, known: readonly HeldAnswer[]): (string | string[])[] {
  switch (step.kind) {
    case 'who':
      return ['person', 'agent', 'forOther'];
    case 'licence':
      return [
        ...['licenceNo', 'act', 'expiresOn'].map((field) => ['onLicence', field]),
        ...['kind', 'licenceNo', 'issuer'].map((field) => ['paperLicence', field]),
      ];
    case 'known':
      return [['declined'], ...known.map(({ name }) => ['form', name])];
    case 'question':
      return [['form', step.question.name]];
    case 'material':
      return ['files', 'materials', 'later', 'makers'].map((field) => [field, keyOf(step.material.code)]);
    case 'route':
      return ['byPromise'];
    case 'send':
      return ['truthStatement', 'eDelivery', 'humanDecision', 'renewal', 'laterOn'];
    default:
      return step satisfies never;
  }
}

/** The screen on which a field stands; the last one where none does. */
export function stepOfField(steps: readonly Step[], known: readonly HeldAnswer[], field: readonly unknown[]): number {
  const found = steps.findIndex((step) =>
    fieldsOf(step, known).some((name) => {
      const path = typeof name === 'string' ? [name] : name;
      return path.every((part, place) => part === field[place]);
    }),
  );
  return found === -1 ? steps.length - 1 : found;
}
