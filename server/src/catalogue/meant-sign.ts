import type { Range } from './expression-range.ts';

/** What somebody who knows no expression language has written instead of a sign, and where. */
export interface Meant {
  readonly at: Range;
  readonly suggestion: string;
}

/** Signs in words, the longer ones first: `不大于` is no `大于`. */
const words: readonly (readonly [written: string, sign: string])[] = [
  ['不大于', '<='],
  ['小于等于', '<='],
  ['不超过', '<='],
  ['不小于', '>='],
  ['大于等于', '>='],
  ['不少于', '>='],
  ['不等于', '!='],
  ['小于', '<'],
  ['大于', '>'],
  ['超过', '>'],
  ['等于', '=='],
  ['并且', '&&'],
  ['而且', '&&'],
  ['或者', '||'],
  ['且', '&&'],
  ['或', '||'],
  ['是', 'true'],
  ['否', 'false'],
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
];

const quotes: Readonly<Record<string, string>> = { '“': "'", '”': "'", '‘': "'", '’': "'", '　': ' ' };

/** What was meant where the parser stopped, or at the next sign that belongs to no expression: it stops before an operator. */
export function meantFrom(
  source: string,
  offset: number,
  inputs: readonly { readonly name: string; readonly label: string }[],
): Meant | undefined {
  const next = source.slice(offset).search(/[\uFF01-\uFF5E“”‘’　\p{Script=Han}]/u);
  return meantAt(source, offset, inputs) ?? (next < 1 ? undefined : meantAt(source, offset + next, inputs));
}

/**
 * What was meant at `offset`: full-width signs and digits, signs in words, or an input by the words in which the form asks for it. Undefined where nothing is plain.
 */
function meantAt(
  source: string,
  offset: number,
  inputs: readonly { readonly name: string; readonly label: string }[],
): Meant | undefined {
  const rest = source.slice(offset);
  const wide = /^[\uFF01-\uFF5E“”‘’　]+/.exec(rest)?.[0];
  if (wide !== undefined) return { at: spanAt(offset, wide), suggestion: [...wide].map(narrow).join('') };
  if (rest.startsWith('=') && !rest.startsWith('==')) return { at: spanAt(offset, '='), suggestion: '==' };
  const named = inputNamed(rest, inputs);
  if (named !== undefined) return { at: spanAt(offset, named.written), suggestion: named.name };
  const word = words.find(([written]) => rest.toLowerCase().startsWith(written));
  return word === undefined ? undefined : { at: spanAt(offset, word[0]), suggestion: word[1] };
}

function spanAt(from: number, text: string): Range {
  return { from, to: from + text.length };
}

/** The half-width form of a full-width sign (GB 18030 keeps both in one order). */
function narrow(sign: string): string {
  return quotes[sign] ?? String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0);
}

/** Two words of a question name its input, if they name no other. */
function inputNamed(
  rest: string,
  inputs: readonly { readonly name: string; readonly label: string }[],
): { readonly name: string; readonly written: string } | undefined {
  const written = /^\p{Script=Han}{2,}/u.exec(rest)?.[0] ?? '';
  for (let length = written.length; length >= 2; length -= 1) {
    const part = written.slice(0, length);
    const asking = inputs.filter(({ label }) => label.includes(part));
    const [only] = asking;
    if (only !== undefined && asking.length === 1) return { name: only.name, written: part };
  }
  return undefined;
}
