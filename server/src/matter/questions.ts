import { z } from 'zod';
import { isAnswerTo } from '../application/application.ts';
import { type InputValue, isOfType, inputsFrom, type Item } from '../catalogue/catalogue.ts';
import { type Bundle, type BundleField, conditionInputs, type Words } from './bundle.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import type { KnownField } from './known-answers.ts';
import { type FormLine, isSameLine, mustAnswer, ownLines, sharedAnswers } from './own-lines.ts';
import { type Plan, planOf, type Values } from './plan.ts';

/** One thing that the applicant is asked. */
export interface Question {
  /** The field's name; of an item's own question the item and the line of its list, `WA-01 m.sewer`. */
  readonly name: string;
  readonly label: Words;
  /** As the inputs of an item, as the lines of a form, or `material`. */
  readonly type: string;
  readonly help?: Words;
  /** For a line of a form that is a choice: the values with their words. */
  readonly options?: FormLine['options'];
  /** R8: the report of an intermediary, which names its maker when it is uploaded. */
  readonly namesMaker?: boolean;
  /** A paper that is a promise, made in the application itself. */
  readonly isPromise?: boolean;
  /** The items that receive the answer: nobody else does (个保法6). */
  readonly items: readonly string[];
  /** The answer settles which items there are. */
  readonly decides: boolean;
  readonly isRequired: boolean;
  /** Nobody is led through it: a line that may be left empty, or a paper of some situations. Whoever has it opens it. */
  readonly isOptional?: boolean;
  /** Known already; shown, and correctable where it is not the applicant's identity (R47). */
  readonly known?: {
    readonly value: InputValue;
    readonly source: 'account' | KnownField['source'];
    /** The licence, the share, or the number of the earlier case. */
    readonly of?: string;
    readonly isCorrectable: boolean;
  };
}

/** What the account of the applicant says of him. */
export type Identity = Readonly<Partial<Record<'name' | 'idNo' | 'phone', string>>>;

/** Who asks: what the account says of him, and what licences, shares and earlier cases answer for him. */
export interface Asked extends Identity {
  readonly fields?: ReadonlyMap<string, KnownField>;
}

/** How far somebody has come: what is planned for him, the values known by now, and what he has answered to single items. */
export interface Course {
  readonly plan: Plan;
  readonly values: Values;
  readonly own: Readonly<Record<string, Values>>;
  /** What he does not let be fetched for an item, so that he brings it (R6). */
  readonly declined?: Readonly<Record<string, readonly string[]>>;
}

/** The questions of the matter for the children of the plan, each once: first what decides, then what is shared, then the items' own. */
export function questionsOf(bundle: Bundle, items: ItemsInForce, course: Course, identity: Asked): readonly Question[] {
  const { plan } = course;
  const planned = new Set(plan.children.map(({ itemId }) => itemId));
  const deciding = decidingFields(bundle);
  const shared = bundle.fields.flatMap((field): readonly Question[] => {
    if (field.from.kind !== 'asked' && field.from.kind !== 'identity') return [];
    const receivers = Object.keys(field.to).filter((item) => planned.has(item));
    const decides = deciding.has(field.name);
    const { name, label, type } = field;
    if (type === 'material') return sharedPaper(field, items, { receivers, declined: course.declined ?? {} });
    if (receivers.length === 0 && !decides) return [];
    return [{ name, label, type, items: receivers, decides, isRequired: true, ...knownOf(field, identity) }];
  });
  const own = ownQuestions(bundle, items, course, identity);
  return [...shared.filter(({ decides }) => decides), ...shared.filter(({ decides }) => !decides), ...own];
}

/**
 * Of the fields that are known, those which the plan asks and nobody has answered: whatever else an earlier case says is nobody's
 * business here (个保法6).
 */
export function knownQuestions(
  bundle: Bundle,
  items: ItemsInForce,
  course: Course,
  { fields = new Map(), ...identity }: Asked,
): ReadonlyMap<string, KnownField> {
  const open = questionsOf(bundle, items, course, identity).filter(({ name }) => course.values[name] === undefined);
  return new Map(
    open.flatMap(({ name }): [string, KnownField][] => {
      const field = fields.get(name);
      return field === undefined ? [] : [[name, field]];
    }),
  );
}

/**
 * A paper that stands for several items. R6: it is asked for those alone which cannot fetch it, or for which he does not let it be
 * fetched; and may be left for later where no item needs it at once (R32).
 */
function sharedPaper(
  { name, label, type, to }: BundleField,
  items: ItemsInForce,
  {
    receivers,
    declined,
  }: { readonly receivers: readonly string[]; readonly declined: NonNullable<Course['declined']> },
): readonly Question[] {
  const lines = receivers.flatMap((itemId) => {
    const paper = items.get(itemId)?.materials.find(({ code }) => code === to[itemId]);
    if (paper === undefined) return [];
    const isFetched = paper.replaceableBy.length > 0 && declined[itemId]?.includes(paper.code) !== true;
    return isFetched ? [] : [{ itemId, paper }];
  });
  if (lines.length === 0) return [];
  const isRequired = lines.some(({ paper }) => paper.necessity !== 'deferrable');
  return [{ name, label, type, items: lines.map(({ itemId }) => itemId), decides: false, isRequired }];
}

/** The fields that conditions read. */
export function decidingFields(bundle: Bundle): ReadonlySet<string> {
  const words = bundle.rules.flatMap(({ when }) => when.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []);
  return new Set(conditionInputs(bundle).flatMap(({ name }) => (words.includes(name) ? [name] : [])));
}

function knownOf({ from, name }: BundleField, identity: Asked): Pick<Question, 'known'> {
  const found = identity.fields?.get(name);
  if (from.kind === 'asked' && found !== undefined) return { known: { ...found, isCorrectable: true } };
  const value = from.kind === 'identity' ? identity[from.of] : undefined;
  if (from.kind !== 'identity' || value === undefined) return {};
  return { known: { value, source: 'account', isCorrectable: from.of === 'phone' } };
}

/** A line of an item's form, with the other items whose forms list it too, and whether one of them needs the answer. */
interface OwnLine {
  readonly item: Item;
  readonly line: FormLine;
  readonly receivers: string[];
  isRequired: boolean;
}

/** What single items ask that no shared field answers: lines of their forms, each once however many list it, then papers. */
function ownQuestions(bundle: Bundle, items: ItemsInForce, course: Course, identity: Asked): readonly Question[] {
  const planned = course.plan.children.flatMap(({ itemId }) => items.get(itemId) ?? []);
  const lines: OwnLine[] = [];
  for (const item of planned) {
    const form = { ...course.own[item.id], ...sharedAnswers(bundle, item, course.values) };
    for (const line of ownLines(bundle, item, form)) {
      const same = lines.find((one) => isSameLine(one.line, line));
      const isRequired = mustAnswer(item, line);
      if (same === undefined) lines.push({ item, line, receivers: [item.id], isRequired });
      else {
        same.receivers.push(item.id);
        same.isRequired ||= isRequired;
      }
    }
  }
  const answers = lines.map(({ item, line, receivers, isRequired }) => ({
    ...lineQuestion(item, line),
    items: receivers,
    isRequired,
    ...(isRequired ? {} : { isOptional: true }),
    ...knownAs(`${item.id} form.${line.name}`, identity),
  }));
  const papers = planned.flatMap((item) => {
    const byPromise = course.own[item.id]?.['byPromise'] === true;
    return papersOf(bundle, item, { byPromise, declined: course.declined?.[item.id] ?? [] });
  });
  return [...answers, ...papers];
}

function lineQuestion({ id, intake }: Item, { name, label, help, type, options }: FormLine) {
  // R33: the choice of the promise route stands beside the words that are promised.
  const words = name === 'byPromise' && intake.promise.offered ? intake.promise.wording : help;
  return {
    name: `${id} form.${name}`,
    label,
    type,
    decides: false,
    ...(words.zh === '' ? {} : { help: words }),
    ...(type === 'choice' ? { options } : {}),
  };
}

/**
 * Papers that nobody can fetch and no shared paper stands for; R33: who is granted on his promise makes it in writing. A paper of
 * some situations is offered with its situation, as the guide of the item does.
 */
function papersOf(
  { fields }: Bundle,
  item: Item,
  { byPromise, declined }: { readonly byPromise: boolean; readonly declined: readonly string[] },
): readonly Question[] {
  const filled = new Set(fields.flatMap(({ to }) => to[item.id] ?? []));
  return item.materials
    .filter(({ code, kind, necessity, replaceableBy }) => {
      if (filled.has(code)) return false;
      // R6: what can be fetched is asked of nobody but him who does not let it be fetched.
      if (replaceableBy.length > 0) return kind !== 'form' && necessity !== 'conditional' && declined.includes(code);
      return kind === 'provided' || (kind === 'commitment' && (necessity !== 'conditional' || byPromise));
    })
    .map((paper) => paperQuestion(item.id, paper));
}

function paperQuestion(itemId: string, paper: Item['materials'][number]): Question {
  const { code, name, nameEn, kind, necessity, acceptStandard, intermediary, situation } = paper;
  const isOptional = necessity === 'conditional' && kind !== 'commitment';
  const help = {
    zh: [situation?.zh ?? '', acceptStandard].filter((text) => text !== '').join('；'),
    en: [situation?.en ?? '', acceptStandard].filter((text) => text !== '').join('; '),
  };
  return {
    items: [itemId],
    decides: false,
    name: `${itemId} ${code}`,
    label: { zh: name, en: nameEn },
    type: 'material',
    isRequired: necessity !== 'deferrable' && !isOptional,
    ...(isOptional ? { isOptional } : {}),
    ...(help.zh === '' ? {} : { help }),
    ...(intermediary === null ? {} : { namesMaker: true }),
    ...(kind === 'commitment' ? { isPromise: true } : {}),
  };
}

function knownAs(name: string, identity: Asked): Pick<Question, 'known'> {
  const found = identity.fields?.get(name);
  return found === undefined ? {} : { known: { ...found, isCorrectable: true } };
}

/** Every value that is known before any child has ended: what was answered, what is the same always, who applies. */
export function knownValues(bundle: Bundle, answers: Values, identity: Identity): Values {
  const known = bundle.fields.flatMap(({ name, from }): [string, InputValue][] => {
    switch (from.kind) {
      case 'asked':
        return answers[name] === undefined ? [] : [[name, answers[name]]];
      case 'identity': {
        const given = from.of === 'phone' ? (answers[name] ?? identity.phone) : identity[from.of];
        return given === undefined ? [] : [[name, given]];
      }
      case 'fixed':
        return [[name, from.value]];
      case 'output':
      case 'fact':
        return [];
      default:
        return from satisfies never;
    }
  });
  return Object.fromEntries(known);
}

/** What an applicant sends in for the questions. */
export interface Answered {
  readonly answers: Values;
  /** Papers for shared fields, by field. */
  readonly papers: Readonly<Record<string, readonly unknown[]>>;
  readonly own: Readonly<
    Record<string, { readonly form: Values; readonly materials: readonly { readonly code: string }[] }>
  >;
  readonly sharing?: Readonly<Record<string, { readonly declined: readonly string[] }>>;
}

/** Every question that is not answered or answered with the wrong kind, and every answer that nobody asked for (R11). */
export function wrongAnswers(
  bundle: Bundle,
  items: ItemsInForce,
  given: Answered,
  identity: Identity,
): readonly string[] {
  const values = knownValues(bundle, given.answers, identity);
  const own = Object.fromEntries(Object.entries(given.own).map(([itemId, { form }]) => [itemId, form]));
  const declined = Object.fromEntries(Object.entries(given.sharing ?? {}).map(([id, one]) => [id, one.declined]));
  const questions = questionsOf(bundle, items, { plan: planOf(bundle, values), values, own, declined }, identity);
  const asked = new Map(questions.map((question) => [question.name, question]));
  const sent = [
    ...Object.entries({ ...given.answers, ...values }).map(([name, value]) => [name, value] as const),
    ...Object.entries(given.papers).flatMap(([name, some]) => some.map(() => [name, undefined] as const)),
    ...Object.entries(given.own).flatMap(([itemId, { form, materials }]) => [
      ...Object.entries(form).map(([name, value]) => [`${itemId} form.${name}`, value] as const),
      ...materials.map(({ code }) => [`${itemId} ${code}`, undefined] as const),
    ]),
  ];
  const fixed = new Set(bundle.fields.filter(({ from }) => from.kind === 'fixed').map(({ name }) => name));
  const wrong = sent.flatMap(([name, value]) => {
    const question = asked.get(name);
    if (question === undefined) return fixed.has(name) || name in values ? [] : [`${name}: not asked`];
    return isAnswer(question, value) ? [] : [`${name}: type`];
  });
  const names = new Set(sent.map(([name]) => name));
  const missing = questions.filter(({ name, isRequired }) => isRequired && !names.has(name));
  return [...wrong, ...missing.map(({ name }) => `${name}: missing`)];
}

function isAnswer({ name, type, options = [] }: Question, value: InputValue | undefined): boolean {
  if (type === 'material') return value === undefined;
  if (value === undefined || value === '') return false;
  const line = lineTypes.find((kind) => kind === type);
  if (name.includes(' ') && line !== undefined) return isAnswerTo({ type: line, options }, value);
  if (type === 'date') return z.iso.date().safeParse(value).success;
  const [input] = inputsFrom({ inputs: [{ name: 'a', type, source: 'form', label: 'a', labelEn: 'a' }] });
  return input !== undefined && isOfType(input, value);
}

const lineTypes = [
  'bool',
  'int',
  'number',
  'string',
  'date',
  'money',
  'choice',
] as const satisfies readonly FormLine['type'][];
