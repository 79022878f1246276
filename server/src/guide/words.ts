import { pinyin } from 'pinyin-pro';

/** How a text becomes the words and signs that are searched: the same for what stands in an item and for what is asked. */

/** Longer questions carry nothing more that a search could use. */
const MOST_SIGNS = 64;

/** One text for all ways to write it: full and half width, case, brackets, emoji, control characters, stray spaces. */
export function fold(text: string): string {
  const plain = text.slice(0, 1_000).normalize('NFKC').toLowerCase();
  return plain
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, MOST_SIGNS * 2);
}

/** What people put around the thing that they mean. Longest first, so that 怎么办理 goes as a whole. */
const AROUND =
  /请问一下|请问|怎么办理|如何办理|怎么申请|怎么弄|怎么办|如何办|在哪里|去哪里|去哪儿|哪里可以|哪里能|需要什么|要什么|什么材料|哪些材料|什么手续|哪些手续|的手续|手续|流程|我想要|我想|我要|我们|想要|打算|准备|可以|多少钱|要多久|多久|办理|一下|一家|一个|个人想|怎样|如何|怎么|申请办|需要|吗|呢|啊/g;

const AROUND_EN = new Set(
  'a an the to of for in on at my our your me i we you how do does can could should would want need get apply application applying where what which is are am with and or from by into new please'.split(
    ' ',
  ),
);

/** The folded question without what people put around the thing they mean; the whole of it when nothing else is left. */
export function essence(folded: string): string {
  const core = folded.replace(AROUND, ' ').replace(/\s+/g, ' ').trim();
  return core === '' ? folded : core;
}

/** A sign of a Chinese text with its sound; a latin letter or digit among them sounds like itself. */
export interface Sign {
  readonly sign: string;
  /** Pinyin without tone, ü as v; the sign itself where it is no Chinese. */
  readonly sound: string;
  /** What it tells: 许 and 可 stand in every second name. */
  readonly weight: number;
}

const SAYS_LITTLE = new Set('许可登记证备案核发申请办理审批准的业务市区县个一'.split(''));
const LITTLE = 0.35;

export function weightOf(sign: string): number {
  return SAYS_LITTLE.has(sign) ? LITTLE : 1;
}

/** Chinese signs with their sounds, in order; blanks are dropped. */
export function signsOf(folded: string): readonly Sign[] {
  const signs = [...folded.replaceAll(' ', '')].slice(0, MOST_SIGNS);
  const sounds = hasChinese(folded) ? pinyin(signs.join(''), { toneType: 'none', type: 'array', v: true }) : signs;
  return signs.map((sign, index) => ({ sign, sound: sounds[index] ?? sign, weight: weightOf(sign) }));
}

export function hasChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** The words of an English text by their stems, without those that stand around what is meant. */
export function wordsOf(folded: string): readonly string[] {
  const words = folded.match(/[a-z0-9]{2,}/g) ?? [];
  const telling = words.filter((word) => !AROUND_EN.has(word));
  return [...new Set((telling.length === 0 ? words : telling).map(stem))].slice(0, 16);
}

/** Plural and -ing only: enough for the names of matters, and never a word that nobody would recognise. */
function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 6 && word.endsWith('ing')) return word.slice(0, -3).replace(/(.)\1$/, '$1');
  if (word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

const SAYS_LITTLE_EN = new Set(
  'licence license permit registration register certificate filing approval business card fee document open start run'.split(
    ' ',
  ),
);

export function wordWeight(word: string): number {
  return SAYS_LITTLE_EN.has(word) ? LITTLE : 1;
}
