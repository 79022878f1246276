import { z } from 'zod';
import { type InputValue, isOfType, inputsFrom, type Item } from '../catalogue/catalogue.ts';
import { type Bundle, type BundleField, conditionInputs, type Words } from './bundle.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import type { KnownField } from './known-answers.ts';
import { type Plan, planOf, type Values } from './plan.ts';

/** One thing that the applicant is asked. */
export interface Question {
  /** The field's name; of an item's own question the item and the line of its list, `WA-01 m.sewer`. */
  readonly name: string;
  readonly label: Words;
  /** As the inputs of an item, or `material`. */
  readonly type: string;
  /** The items that receive the answer: nobody else does (个保法6). */
  readonly items: readonly string[];
  /** The answer settles which items there are. */
  readonly decides: boolean;
  readonly isRequired: boolean;
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

/** The questions of the matter for the children of `plan`, each once: first what decides, then what is shared, then the items' own. */
export function questionsOf(bundle: Bundle, items: ItemsInForce, plan: Plan, identity: Asked): readonly Question[] {
  const planned = new Set(plan.children.map(({ itemId }) => itemId));
  const deciding = decidingFields(bundle);
  const shared = bundle.fields.flatMap((field): readonly Question[] => {
    if (field.from.kind !== 'asked' && field.from.kind !== 'identity') return [];
    const receivers = Object.keys(field.to).filter((item) => planned.has(item));
    const decides = deciding.has(field.name);
    if (receivers.length === 0 && !decides) return [];
    const { name, label, type } = field;
    return [{ name, label, type, items: receivers, decides, isRequired: true, ...knownOf(field, identity) }];
  });
  const own = plan.children.flatMap(({ itemId }) => {
    const item = items.get(itemId);
    return item === undefined ? [] : ownQuestions(bundle, item);
  });
  return [...shared.filter(({ decides }) => decides), ...shared.filter(({ decides }) => !decides), ...own];
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

/** What the item asks that no shared field answers: answers for its rules, and papers that nobody can fetch. */
function ownQuestions({ fields }: Bundle, item: Item): readonly Question[] {
  const filled = new Set(
    fields.flatMap(({ to }) => {
      const target = to[item.id];
      return target === undefined ? [] : [target];
    }),
  );
  const base = { items: [item.id], decides: false };
  const answers = item.inputs
    .filter(({ source, name }) => source === 'form' && !filled.has(`form.${name}`))
    .map(({ name, label, labelEn, type }) => ({
      ...base,
      name: `${item.id} form.${name}`,
      label: { zh: label, en: labelEn },
      type,
      isRequired: true,
    }));
  const papers = item.materials
    .filter(({ code, kind, necessity, replaceableBy }) => {
      const isBrought = kind === 'provided' || kind === 'commitment';
      return isBrought && necessity !== 'conditional' && replaceableBy.length === 0 && !filled.has(code);
    })
    .map(({ code, name, nameEn, necessity }) => ({
      ...base,
      name: `${item.id} ${code}`,
      label: { zh: name, en: nameEn },
      type: 'material',
      isRequired: necessity === 'required',
    }));
  return [...answers, ...papers];
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
  readonly papers: Readonly<Record<string, unknown>>;
  readonly own: Readonly<
    Record<string, { readonly form: Values; readonly materials: readonly { readonly code: string }[] }>
  >;
}

/** Every question that is not answered or answered with the wrong kind, and every answer that nobody asked for (R11). */
export function wrongAnswers(
  bundle: Bundle,
  items: ItemsInForce,
  given: Answered,
  identity: Identity,
): readonly string[] {
  const values = knownValues(bundle, given.answers, identity);
  const questions = questionsOf(bundle, items, planOf(bundle, values), identity);
  const asked = new Map(questions.map((question) => [question.name, question]));
  const sent = [
    ...Object.entries({ ...given.answers, ...values }).map(([name, value]) => [name, value] as const),
    ...Object.keys(given.papers).map((name) => [name, undefined] as const),
    ...Object.entries(given.own).flatMap(([itemId, { form, materials }]) => [
      ...Object.entries(form).map(([name, value]) => [`${itemId} form.${name}`, value] as const),
      ...materials.map(({ code }) => [`${itemId} ${code}`, undefined] as const),
    ]),
  ];
  const fixed = new Set(bundle.fields.filter(({ from }) => from.kind === 'fixed').map(({ name }) => name));
  const wrong = sent.flatMap(([name, value]) => {
    const question = asked.get(name);
    if (question === undefined) return fixed.has(name) || name in values ? [] : [`${name}: not asked`];
    return isAnswer(question.type, value) ? [] : [`${name}: type`];
  });
  const names = new Set(sent.map(([name]) => name));
  const missing = questions.filter(({ name, isRequired }) => isRequired && !names.has(name));
  return [...wrong, ...missing.map(({ name }) => `${name}: missing`)];
}

function isAnswer(type: string, value: InputValue | undefined): boolean {
  if (type === 'material') return value === undefined;
  if (type === 'date') return z.iso.date().safeParse(value).success;
  const [input] = inputsFrom({ inputs: [{ name: 'a', type, source: 'form', label: 'a', labelEn: 'a' }] });
  return value !== undefined && input !== undefined && isOfType(input, value) && value !== '';
}
