import type { InputValue, Item } from '../catalogue/catalogue.ts';
import type { PlainDate } from '../kernel/time.ts';
import { isAnswerTo } from './form-answers.ts';

/** What a licence or a share says in answer to a question of a form, with what proves the answer (R20, R46). */
export interface SourceAnswer {
  readonly name: string;
  readonly value: InputValue;
  /** The licence (L-…) or share (S-…). */
  readonly source: string;
  readonly sourceName: string;
  /** The organ that keeps the source: it is told when somebody corrects it (R47). */
  readonly organ: string;
  readonly receipt: string;
}

/** What the same applicant answered before. */
export interface EarlierAnswer {
  readonly name: string;
  readonly value: InputValue;
  readonly label: string;
  readonly caseNo: string;
  readonly itemName: string;
  readonly receivedOn: PlainDate;
}

/** An answer that need not be given again; the person sees where it comes from and may correct it. */
export type KnownAnswer =
  | ({ readonly from: 'source' } & SourceAnswer)
  | ({ readonly from: 'case' } & Omit<EarlierAnswer, 'label'>);

/**
 * One answer for each question of the form that somebody has answered already: the sources in the order that the item names,
 * then the newest earlier case in which the applicant answered the same question.
 */
export function knownAnswers(
  item: Pick<Item, 'form' | 'inputs'>,
  sources: readonly SourceAnswer[],
  earlier: readonly EarlierAnswer[],
): readonly KnownAnswer[] {
  return item.form.flatMap((field): readonly KnownAnswer[] => {
    const fitting = sources.filter(({ name, value }) => name === field.name && isAnswerTo(field, value));
    const best = fitting.toSorted((a, b) => rank(field.prefill, a.source) - rank(field.prefill, b.source))[0];
    if (best !== undefined) return [{ from: 'source', ...best }];
    const before = earlier.find(
      ({ name, label, value }) => name === field.name && label === field.label.zh && isAnswerTo(field, value),
    );
    if (before === undefined) return [];
    const { value, caseNo, itemName, receivedOn } = before;
    return [{ from: 'case', name: field.name, value, caseNo, itemName, receivedOn }];
  });
}

function rank(order: readonly string[], source: string): number {
  const place = order.indexOf(source);
  return place === -1 ? order.length : place;
}

/** The questions of an item's form that `form` answers, with the words in which they were asked. */
export function answersGiven(
  item: Pick<Item, 'form'>,
  form: Readonly<Record<string, InputValue>>,
): readonly Pick<EarlierAnswer, 'name' | 'value' | 'label'>[] {
  return item.form.flatMap(({ name, label }) => {
    const value = form[name];
    return value === undefined ? [] : [{ name, value, label: label.zh }];
  });
}

/** R47: what the applicant says otherwise than a source does. Neither is believed: a person finds out. */
export interface Discrepancy extends SourceAnswer {
  readonly stated: InputValue;
}

/** The answers that differ from those of a source. */
export function discrepanciesIn(
  form: Readonly<Record<string, InputValue>>,
  sources: readonly SourceAnswer[],
): readonly Discrepancy[] {
  return sources.flatMap((answer): readonly Discrepancy[] => {
    const stated = form[answer.name];
    return stated === undefined || stated === answer.value ? [] : [{ ...answer, stated }];
  });
}
