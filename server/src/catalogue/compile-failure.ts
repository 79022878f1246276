import type { Text } from '../kernel/refusal.ts';
import type { Range } from './expression-range.ts';
import { meantFrom } from './meant-sign.ts';

/** Why a text is no condition, where in it, and what was probably meant. */
export interface CompileFailure {
  readonly reason: string;
  readonly text: Text;
  readonly at?: Range;
  /** What the wrong part could be replaced by. */
  readonly suggestion?: string;
}

type Parts = readonly string[];

const typeNames: Readonly<Record<string, string>> = { bool: '是否', number: '数', text: '文字' };

/** `compares` has already spoken of types by name. */
const failures = {
  'not-condition': ([type = '']: Parts) => ({
    zh: `条件的结果须为是或否，这里是${typeNames[type] ?? type}`,
    en: `a condition is true or false, this is a ${type}`,
  }),
  'unknown-input': ([name = '']: Parts) => ({
    zh: `本事项没有名为 ${name} 的输入项`,
    en: `${name} is not an input of this item`,
  }),
  'not-in-grammar': ([name = '']: Parts) => ({
    zh: `规则不能用 ${name === '' ? '空的式子' : signOf(name)}`,
    en: `${name === '' ? 'an empty expression' : signOf(name)} is not in the rule grammar`,
  }),
  'too-many-products': ([most = '']: Parts) => ({
    zh: `一个条件最多用 ${most} 次乘法`,
    en: `a condition multiplies at most ${most} times`,
  }),
  inexact: ([value = '']: Parts) => ({
    zh: `${value} 超出能精确表示的整数`,
    en: `${value} is beyond the whole numbers that are exact`,
  }),
  'too-large': () => ({ zh: '数太大', en: 'a number is too large' }),
  operand: ([sign = '', type = '']: Parts) => ({
    zh: `${sign} ${type === 'number' ? '两边须为数' : '须用于是否条件'}`,
    en: type === 'number' ? `${sign} needs a number on both sides` : `${sign} needs conditions, true or false`,
  }),
  compares: ([sign = '', a = '', b = '']: Parts) => ({
    zh: `${sign} 把${typeNames[a] ?? a}与${typeNames[b] ?? b}相比，类型不同`,
    en: `${sign} compares a ${a} with a ${b}`,
  }),
  chooses: ([a = '', b = '']: Parts) => ({
    zh: `?: 在${typeNames[a] ?? a}与${typeNames[b] ?? b}之间选择，类型不同`,
    en: `?: chooses between a ${a} and a ${b}`,
  }),
  'never-equal': ([value = '', options = '']: Parts) => ({
    zh: `${value} 不在可选值之内：${options}`,
    en: `${value} can never be equal; possible: ${options}`,
  }),
  syntax: ([column = '']: Parts) => ({
    zh: `第 ${column} 字处读不懂，请检查运算符与括号`,
    en: `cannot be read at column ${column}: look at the operators and parentheses`,
  }),
  'too-deep': () => ({ zh: '条件套得太深', en: 'the condition is nested too deeply' }),
} as const satisfies Record<string, (parts: Parts) => Text>;

/** `_/_` is how the parser calls `/`. */
function signOf(name: string): string {
  return name.replace(/^_(?=[^_])/, '').replace(/_$/, '');
}

export function failure(kind: keyof typeof failures, parts: Parts): CompileFailure {
  const text = failures[kind](parts);
  return { reason: text.en, text };
}

/** A type that may be missing, for a sentence. */
export function asText(type: string | undefined): string {
  return type ?? 'nothing';
}

/** Neither side can ever hold a value of the other: the shorter list is the misspelt constant. */
export function notInList(a: readonly string[], b: readonly string[]): CompileFailure {
  const [wrong, options] = a.length < b.length ? [a, b] : [b, a];
  const meant = nearest(wrong[0] ?? '', options).suggestion;
  const suggestion = meant === undefined ? {} : { suggestion: `'${meant}'` };
  return { ...failure('never-equal', [wrong.join('/'), options.join('、')]), ...suggestion };
}

/** The parser's own error; it names an offset, and nothing at all when the nesting exhausts the stack. */
export function syntaxFailure(
  cause: unknown,
  source: string,
  inputs: readonly { readonly name: string; readonly label: string }[],
): CompileFailure {
  if (cause instanceof RangeError) return failure('too-deep', []);
  const offset = Math.min(offsetIn(cause) ?? 0, source.length);
  const meant = meantFrom(source, offset, inputs);
  const at = meant?.at ?? { from: offset, to: Math.min(offset + 1, source.length) };
  return { ...failure('syntax', [String(at.from + 1)]), at, ...meant };
}

function offsetIn(cause: unknown): number | undefined {
  let part: unknown = cause;
  for (const name of ['location', 'start', 'offset']) {
    part = Object.entries(Object(part)).find(([key]) => key === name)?.[1];
  }
  return typeof part === 'number' ? part : undefined;
}

/** The candidate that is at most a third of its letters away from `word`. */
export function nearest(word: string, candidates: readonly string[]): { readonly suggestion?: string } {
  const ranked = candidates
    .map((name) => ({ name, away: distance(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, away }) => away <= Math.max(1, Math.floor(name.length / 3)))
    .toSorted((a, b) => a.away - b.away);
  const [best] = ranked;
  return best === undefined ? {} : { suggestion: best.name };
}

/** Levenshtein: letters to put in, leave out or exchange. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const exchanged = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(exchanged, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
