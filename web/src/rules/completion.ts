import type { RuleInput } from '../api/model.ts';
import { optionsOf } from './rule-set.ts';

export interface Completion {
  /** The whole condition once the proposal is taken. */
  readonly value: string;
  /** What is put in. */
  readonly put: string;
  readonly label: string;
}

const OPERATORS = ['&&', '||', '==', '!=', '>=', '<=', '>', '<'] as const;

/** What can follow at the end of the condition: names that begin like its last word, the words of a list, or operators. */
export function completions(text: string, inputs: readonly RuleInput[], language: 'zh' | 'en'): readonly Completion[] {
  const of = (head: string, put: string, label: string): Completion => ({ value: `${head}${put}`, put, label });
  const listed = /\b([A-Za-z]\w*)\s*[=!]=\s*('?)(\w*)$/.exec(text);
  const options = optionsOf(inputs.find(({ name }) => name === listed?.[1])?.type ?? '');
  if (listed !== null && options !== undefined) {
    const typed = `${listed[2] ?? ''}${listed[3] ?? ''}`;
    const head = text.slice(0, text.length - typed.length);
    return options.filter((word) => word.startsWith(listed[3] ?? '')).map((word) => of(head, `'${word}'`, ''));
  }
  const word = /[A-Za-z]\w*$/.exec(text)?.[0] ?? '';
  const head = text.slice(0, text.length - word.length);
  const names = inputs.filter(({ name }) => name.toLowerCase().startsWith(word.toLowerCase()));
  const isWhole = word !== '' && names.some(({ name }) => name === word);
  if (isWhole || /[)'\d]\s*$/.test(text)) {
    const space = text.endsWith(' ') ? '' : ' ';
    return OPERATORS.map((sign) => of(text, `${space}${sign} `, ''));
  }
  if (/\w\s+$/.test(text) && !/[&|=<>!+*?:(]\s*$/.test(text)) return OPERATORS.map((sign) => of(text, `${sign} `, ''));
  return names.map(({ name, label, labelEn }) => of(head, name, language === 'en' && labelEn !== '' ? labelEn : label));
}
