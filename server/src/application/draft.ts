import { z } from 'zod';
import { InputValue, type Item } from '../catalogue/catalogue.ts';
import type { Text } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { type FormField, isAnswerTo } from './form-answers.ts';

/** Persons and letters of authority fill no more than this; the draft is no place to keep other things. */
const MORE_LENGTH = 50_000;

/** Files of a draft by the code of the material; names and sizes are for the screen. */
const DraftFile = z.strictObject({ uploadId: z.uuid(), name: z.string().max(200), size: z.int().min(0) });

/** What an applicant has filled in so far. Nothing of it was submitted, so nothing of it has any effect. */
export const DraftBody = z.strictObject({
  form: z.record(z.string().max(60), InputValue).default({}),
  files: z.record(z.string().max(40), z.array(DraftFile).max(50)).default({}),
  /** Materials that he will show at the window, and promises that he has ticked. */
  ticked: z.array(z.string().max(40)).max(200).default([]),
  route: z.enum(['normal', 'promise']).default('normal'),
  /** For whom and how: fields of the screen that the server only keeps. */
  more: z
    .record(z.string().max(60), z.unknown())
    .refine((fields) => JSON.stringify(fields).length <= MORE_LENGTH, 'more than the fields of a screen')
    .default({}),
  /** The question at which he stopped. */
  step: z.int().min(0).max(400).default(0),
});
export type DraftBody = z.infer<typeof DraftBody>;

export interface Draft {
  readonly itemId: string;
  /** The version of the guide that was filled in. */
  readonly itemVersion: number;
  /** Counts the savings; whoever saves names the one that he has seen. */
  readonly revision: number;
  readonly body: DraftBody;
  readonly savedAt: Instant;
  readonly expiresAt: Instant;
}

/** The uploads that a draft names. */
export function uploadsOfDraft({ files }: DraftBody): readonly string[] {
  return Object.values(files).flatMap((some) => some.map(({ uploadId }) => uploadId));
}

export interface GuideChange {
  /** Questions that are new or ask for something else now. */
  readonly newQuestions: readonly Text[];
  /** Questions that are asked no more; what was answered is shown once, not sent. */
  readonly goneQuestions: readonly { readonly name: string; readonly label: Text; readonly answer: InputValue }[];
  readonly newMaterials: readonly string[];
  readonly goneMaterials: readonly string[];
}

/** What differs for the applicant between the version that he filled in and the one in force; answers that still fit stay. */
export function changeOfGuide(before: Item, now: Item, form: DraftBody['form']): GuideChange {
  const known = new Map(before.form.map((field) => [field.name, field]));
  const asked = new Map(now.form.map((field) => [field.name, field]));
  const newQuestions = now.form.filter((field) => !asksTheSame(known.get(field.name), field)).map(({ label }) => label);
  const goneQuestions = before.form.flatMap(({ name, label }) => {
    const answer = form[name];
    return answer === undefined || fits(asked.get(name), answer) ? [] : [{ name, label, answer }];
  });
  const codesBefore = new Set(before.materials.map(({ code }) => code));
  const codesNow = new Set(now.materials.map(({ code }) => code));
  return {
    newQuestions,
    goneQuestions,
    newMaterials: now.materials.filter(({ code }) => !codesBefore.has(code)).map(({ name }) => name),
    goneMaterials: before.materials.filter(({ code }) => !codesNow.has(code)).map(({ name }) => name),
  };
}

function asksTheSame(one: FormField | undefined, other: FormField): boolean {
  return one?.type === other.type && JSON.stringify(one.options) === JSON.stringify(other.options);
}

function fits(field: FormField | undefined, answer: InputValue): boolean {
  return field !== undefined && isAnswerTo(field, answer);
}

/** The answers that the form in force still takes. */
export function answersThatFit(now: Item, form: DraftBody['form']): DraftBody['form'] {
  const asked = new Map(now.form.map((field) => [field.name, field]));
  return Object.fromEntries(Object.entries(form).filter(([name, answer]) => fits(asked.get(name), answer)));
}
