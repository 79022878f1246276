import { z } from 'zod';
import sources from '../../../db/terms/sources.json' with { type: 'json' };
import { Item } from '../catalogue/catalogue.ts';
import { bilingual } from './english.ts';
import { basisWords, nameIn, Words } from './sheet-words.ts';

/** The list of materials as people read it: what they bring, what we fetch ourselves and from whom, what we make. */

const Source = z.object({ zh: z.string(), en: z.string(), from: z.string() });
const SOURCES = z.record(z.string(), Source).parse(sources);

export const MaterialLine = z.object({
  code: z.string(),
  name: Words,
  /** `when` says in which situation a conditional one is needed. */
  necessity: z.enum(['required', 'conditional', 'deferrable']),
  when: Words,
  form: Words,
  accepted: Words,
  blankForm: Words,
  sample: Words,
  origin: Words,
  basis: Words,
});
export type MaterialLine = z.infer<typeof MaterialLine>;

/** What we fetch, and the licence or register that it comes from; the code of the organ names whose it is. */
const Fetched = z.object({
  code: z.string(),
  name: Words,
  necessity: MaterialLine.shape.necessity,
  when: Words,
  sources: z.array(Words.extend({ organ: z.string() })),
});

export const MaterialSheet = z.object({
  bring: z.array(MaterialLine),
  fetched: z.array(Fetched),
  /** Filled in or adopted on our screens. */
  made: z.array(MaterialLine),
});

type Material = Item['materials'][number];
const NOTHING: Words = { zh: '', en: '' };

/** R6: what a licence or a register holds is fetched and never asked for. */
export function materialsOf({ materials }: Pick<Item, 'materials'>): z.infer<typeof MaterialSheet> {
  const fetched = materials.filter(({ replaceableBy }) => replaceableBy.length > 0);
  const own = materials.filter(({ replaceableBy }) => replaceableBy.length === 0);
  const isMade = ({ kind }: Material): boolean => kind === 'form' || kind === 'commitment';
  return {
    bring: own.filter((one) => !isMade(one)).map(lineOf),
    fetched: fetched.map((one) => ({
      code: one.code,
      name: { zh: one.name, en: one.nameEn },
      necessity: one.necessity,
      when: one.situation ?? NOTHING,
      sources: one.replaceableBy.flatMap(sourceOf),
    })),
    made: own.filter(isMade).map(lineOf),
  };
}

function sourceOf(id: string): readonly (Words & { readonly organ: string })[] {
  const source = SOURCES[id];
  return source === undefined ? [] : [{ zh: source.zh, en: source.en, organ: source.from }];
}

function lineOf(one: Material): MaterialLine {
  const { original, format } = Item.shape.materials.element.shape;
  const [kind, way] = [nameIn(original, one.original), nameIn(format, one.format)];
  const copies = one.copies === 0 ? '' : `${one.copies} 份`;
  const copiesEn = one.copies === 0 ? '' : one.copies === 1 ? '1 copy' : `${one.copies} copies`;
  return {
    code: one.code,
    name: { zh: one.name, en: one.nameEn },
    necessity: one.necessity,
    when: one.situation ?? NOTHING,
    form: {
      zh: [kind.zh, copies, way.zh].filter((part) => part !== '').join('，'),
      en: [kind.en, copiesEn, way.en.toLowerCase()].filter((part) => part !== '').join(', '),
    },
    accepted: bilingual(one.acceptStandard),
    blankForm: bilingual(one.blankForm),
    sample: { zh: one.sample, en: one.sample === '' ? '' : `Sample: ${one.nameEn}` },
    origin: bilingual(one.originNote),
    basis: one.basis === null ? NOTHING : basisWords(one.basis),
  };
}
