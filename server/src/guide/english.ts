import terms from '../../../db/terms/english.json' with { type: 'json' };
import type { Words } from '../catalogue/catalogue.ts';

/**
 * English for what the item library holds in Chinese only: names of laws, periods, addresses, the short sentences of
 * review points and standards. What is not known stays empty, and the page shows the Chinese as Chinese.
 */
const KNOWN: ReadonlyMap<string, string> = new Map(Object.entries(terms));

/** The English of `zh`; empty when it is not known. */
export function english(zh: string): string {
  const known = KNOWN.get(zh);
  if (known !== undefined) return known;
  for (const [pattern, write] of patterns) {
    const found = pattern.exec(zh);
    const written = found === null ? '' : write(found);
    if (written !== '') return written;
  }
  return /\p{Script=Han}/u.test(zh) ? '' : zh;
}

/** `zh` with its English. */
export function bilingual(zh: string): Words {
  return { zh, en: english(zh) };
}

type Write = (found: RegExpExecArray) => string;

const patterns: readonly (readonly [RegExp, Write])[] = [
  [/^(.+?法|.+?条例|.+?办法|.+?规定|.+?法典)第([\d、]+)条$/, ([, law = '', articles = '']) => article(law, articles)],
  [/^(\d+)年$/, ([, years]) => `${years} years`],
  [/^(\d+)个月$/, ([, months]) => `${months} months`],
  [/^综合窗口（(.+)）$/, ([, organ = '']) => within('Integrated window', organ)],
  [/^工作日 (.+)$/, ([, hours = '']) => `Working days ${hours.replace('—', '–')}`],
  [/^(.+)（虚构地址）$/, ([, place = '']) => within(english(place), '虚构')],
];

function article(law: string, articles: string): string {
  const name = english(law);
  return name === '' ? '' : `${name}, ${articles.includes('、') ? 'arts.' : 'art.'} ${articles.replaceAll('、', ', ')}`;
}

function within(outer: string, inner: string): string {
  const name = english(inner);
  return outer === '' || name === '' ? '' : `${outer} (${name})`;
}
