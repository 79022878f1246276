import type { GivenAnswers } from '../api/matter-reads.ts';
import type { MatterDraft, MatterQuestion } from '../api/matter-model.ts';
import type { Maker, Value } from '../api/model.ts';
import type { HeldFile } from '../form/FileField.tsx';

/** What somebody has answered to the questions of a matter, by their names. */
export interface Given {
  /** Answers; `false` for a paper says that it is not there now. */
  readonly answers: Readonly<Record<string, Value>>;
  readonly files: Readonly<Record<string, readonly HeldFile[]>>;
  /** Papers that he has and shows, and promises that he makes. */
  readonly ticked: readonly string[];
  /** Who made the uploaded report of an intermediary (R8). */
  readonly makers: Readonly<Record<string, Maker>>;
  /** R32: for which items he promises what may follow, within how many working days of their receipt. */
  readonly later: Readonly<Record<string, number>>;
  /** R79: the items that a person, not a rule set, is to decide. */
  readonly humanDecision: readonly string[];
}

export const nothingGiven: Given = {
  answers: {},
  files: {},
  ticked: [],
  makers: {},
  later: {},
  humanDecision: [],
};

/** One answer as a screen hands it in. */
export interface OneAnswer {
  readonly value?: Value;
  readonly files?: readonly HeldFile[];
  readonly isTicked?: boolean;
  readonly maker?: Maker;
}

/** Whether the question needs no screen any more. */
export function isDone({ answers, files, ticked }: Given, { name }: MatterQuestion): boolean {
  return answers[name] !== undefined || ticked.includes(name) || (files[name] ?? []).length > 0;
}

export function withAnswer(given: Given, name: string, answer: OneAnswer): Given {
  const before = withoutAnswer(given, name);
  const { answers, files, ticked, makers } = before;
  const some = answer.files ?? [];
  return {
    ...before,
    answers: answer.value === undefined ? answers : { ...answers, [name]: answer.value },
    files: some.length === 0 ? files : { ...files, [name]: some },
    ticked: answer.isTicked === true ? [...ticked, name] : ticked,
    makers: answer.maker === undefined ? makers : { ...makers, [name]: answer.maker },
  };
}

/** As before the question was answered, so that it is asked again. */
export function withoutAnswer(given: Given, name: string): Given {
  const { answers, files, ticked, makers } = given;
  const without = <Kind>(record: Readonly<Record<string, Kind>>): Record<string, Kind> =>
    Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
  return {
    ...given,
    answers: without(answers),
    files: without(files),
    ticked: ticked.filter((one) => one !== name),
    makers: without(makers),
  };
}

/** With a promise for what of the item may follow, or without one. */
export function withPromise(given: Given, itemId: string, workingDays: number | undefined): Given {
  const { [itemId]: _before, ...others } = given.later;
  return { ...given, later: workingDays === undefined ? others : { ...others, [itemId]: workingDays } };
}

/** R79: with a person, not a rule set, to decide the item, or again without. */
export function withPersonFor(given: Given, itemId: string, isWanted: boolean): Given {
  const others = given.humanDecision.filter((one) => one !== itemId);
  return { ...given, humanDecision: isWanted ? [...others, itemId] : others };
}

/** The answers as the plan needs them: the shared ones, and those to lines of single items. */
export function plannedBy({ answers }: Pick<Given, 'answers'>): GivenAnswers {
  const entries = Object.entries(answers);
  const own = Map.groupBy(
    entries.filter(([name]) => name.includes(' form.')),
    ([name]) => itemOf(name),
  );
  return {
    answers: Object.fromEntries(entries.filter(([name]) => !name.includes(' '))),
    own: Object.fromEntries(
      [...own].map(([itemId, some]) => [
        itemId,
        Object.fromEntries(some.map(([name, value]) => [lineOf(name), value])),
      ]),
    ),
  };
}

/** `WA-01 m.sewer` is a line of WA-01. */
export function itemOf(name: string): string {
  return name.split(' ')[0] ?? '';
}

/** `MK-01 form.preNeeded` is the line `preNeeded`, `WA-01 m.sewer` the paper `m.sewer`. */
export function lineOf(name: string): string {
  return name.slice(itemOf(name).length + 1).replace(/^form\./, '');
}

/** What a draft keeps, as the screen has it. */
export function givenOfDraft({ body }: MatterDraft): Given {
  const { makers, ...kept } = body;
  const whole = Object.entries(makers).flatMap(
    ([name, { name: made = '', idNo = '', reportNo = '', issuedOn = '' }]) => [
      [name, { name: made, idNo, reportNo, issuedOn }] as const,
    ],
  );
  return { ...kept, makers: Object.fromEntries(whole) };
}
