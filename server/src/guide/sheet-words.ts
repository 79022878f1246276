import { z } from 'zod';
import { Item, type LegalBasis, type Words as BothWords } from '../catalogue/catalogue.ts';
import { bilingual, english } from './english.ts';

/** A text in both languages; English may be empty where nobody has written it, and the page then shows the Chinese. */
export const Words = z.object({ zh: z.string(), en: z.string() });
export type Words = z.infer<typeof Words>;

const Names = z.record(z.string(), z.tuple([z.string(), z.string()]));

/** The name of a code, as the schema of the element gives it. */
export function nameIn(schema: z.ZodType, code: string): Words {
  const [zh, en] = Names.safeParse(schema.meta()?.['names']).data?.[code] ?? [code, code];
  return { zh, en };
}

/** 《食品安全法》第35条 */
export function basisWords({ law, article }: LegalBasis): Words {
  const en = english(`${law}${article}`);
  return { zh: `《${law}》${article}`, en: en === '' ? english(law) : en };
}

/** A limit in plain words: zero days and `S` mean on the spot. */
export function limitWords({ value, unit }: { readonly value: string | number; readonly unit: string }): Words {
  const figure = Number(value);
  if (unit === 'H') return { zh: `${value} 小时`, en: figure === 1 ? '1 hour' : `${value} hours` };
  if (unit === 'S' || figure === 0) return Number.isNaN(figure) ? bilingual(String(value)) : ON_THE_SPOT;
  const days = figure === 1 ? 'day' : 'days';
  if (unit === 'N') return { zh: `${value} 个自然日`, en: `${value} calendar ${days}` };
  return { zh: `${value} 个工作日`, en: `${value} working ${days}` };
}

const ON_THE_SPOT: BothWords = { zh: '当场', en: 'on the spot' };

export const TimeSheet = z.object({
  promised: Words,
  statutory: Words,
  note: Words,
  /** What statute lets run beside the limit (许可法45). */
  special: z.array(z.object({ name: Words, limit: Words, basis: Words })),
  stages: z.array(z.object({ name: Words, by: Words, limit: Words })),
});

/** How long it takes: what is promised, what statute allows (R5), and by whom in which stage. */
export function timeOf({ legalLimit, promisedLimit, time }: Item): z.infer<typeof TimeSheet> {
  const { special, stages } = Item.shape.time.shape;
  return {
    promised: limitWords(promisedLimit),
    statutory: limitWords(legalLimit),
    note: bilingual(time.promiseNote),
    special: time.special.map((one) => ({
      name: nameIn(special.element.shape.kind, one.kind),
      limit: limitWords(one.limit),
      basis: basisWords(one.basis),
    })),
    stages: time.stages.map((one) => ({
      name: nameIn(stages.element.shape.stage, one.stage),
      by: bilingual(one.by),
      limit: limitWords(one.limit),
    })),
  };
}
