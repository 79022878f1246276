import type { RuleInput } from '../api/model.ts';
import { optionsOf } from './rule-set.ts';

export interface Completion {
  /** The whole condition once the proposal is taken. */
  readonly value: string;
  /** Where the caret then stands. */
  readonly caret: number;
  /** What is put in. */
  readonly put: string;
  readonly label: string;
}

const OPERATORS = ['&&', '||', '==', '!=', '>=', '<=', '>', '<'] as const;

interface Caret {
  readonly text: string;
  /** Signs before the caret. */
  readonly at: number;
}

/**
 * What can stand at the caret: names that begin like the word before it, the words of a list, or operators. A name or a
 * word of a list takes the place of the whole word that the caret stands in.
 */
export function completions(
  { text, at }: Caret,
  inputs: readonly RuleInput[],
  language: 'zh' | 'en',
): readonly Completion[] {
  const before = text.slice(0, at);
  const after = text.slice(at);
  const of = (head: string, put: string, { tail = after, label = '' } = {}): Completion => ({
    value: `${head}${put}${tail}`,
    caret: head.length + put.length,
    put,
    label,
  });
  const listed = /\b([A-Za-z]\w*)\s*[=!]=\s*('?)(\w*)$/.exec(before);
  const options = optionsOf(inputs.find(({ name }) => name === listed?.[1])?.type ?? '');
  if (listed !== null && options !== undefined) {
    const typed = `${listed[2] ?? ''}${listed[3] ?? ''}`;
    const head = before.slice(0, before.length - typed.length);
    const tail = after.replace(/^\w*'?/, '');
    return options.filter((word) => word.startsWith(listed[3] ?? '')).map((word) => of(head, `'${word}'`, { tail }));
  }
  // Between quotes stands free text, which nobody can propose.
  if (before.split("'").length % 2 === 0) return [];
  const word = /[A-Za-z]\w*$/.exec(before)?.[0] ?? '';
  const tail = word === '' ? after : after.replace(/^\w*/, '');
  const isWhole = word !== '' && tail === after && inputs.some(({ name }) => name === word);
  if (isWhole || /[)'\d]\s*$/.test(before) || /\w\s+$/.test(before)) {
    const space = before.endsWith(' ') ? '' : ' ';
    return OPERATORS.map((sign) => of(before, `${space}${sign} `, { tail: after.trimStart() }));
  }
  const head = before.slice(0, before.length - word.length);
  return inputs
    .filter(({ name }) => name.toLowerCase().startsWith(word.toLowerCase()))
    .map(({ name, label, labelEn }) => of(head, name, { tail, label: language === 'en' ? labelEn || label : label }));
}
