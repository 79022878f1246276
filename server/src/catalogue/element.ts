import { z } from 'zod';

/**
 * An element of the item library bears its names with its schema (zod metadata): the Chinese name of GB/T 39554.2, the
 * English one, and where known the column of the exchange format (TASK_*). Forms, comparisons and faults read them there.
 */
export function element<S extends z.ZodType>(schema: S, zh: string, en: string, column?: string): S {
  return schema.meta({ title: zh, en, ...(column === undefined ? {} : { column }) });
}

type Names<C extends readonly string[]> = Readonly<Record<C[number], readonly [zh: string, en: string]>>;

/** A choice among codes that each have a Chinese and an English name. */
export function choice<const C extends readonly string[]>(
  codes: C,
  names: Names<C>,
): z.ZodEnum<{ [K in C[number]]: K }> {
  return z.enum(codes).meta({ names });
}

/** A text in both languages of the screens; either may be empty while a draft is being written. */
export const Words = z.strictObject({
  zh: element(z.string().max(4000), '中文', 'Chinese'),
  en: element(z.string().max(4000), '英文', 'English'),
});
export type Words = z.infer<typeof Words>;

export const ShortText = z.string().max(400);
export const LongText = z.string().max(4000);

/** Rank of a legal source: what may create a licence, a fee (许可法58) or a certificate (优化条例44) depends on it. */
const LawRank = choice(
  ['law', 'adminRegulation', 'stateCouncilDecision', 'localRegulation', 'departmentRule', 'localRule', 'normative'],
  {
    law: ['法律', 'Statute'],
    adminRegulation: ['行政法规', 'Administrative regulation'],
    stateCouncilDecision: ['国务院决定', 'State Council decision'],
    localRegulation: ['地方性法规', 'Local regulation'],
    departmentRule: ['部门规章', 'Departmental rule'],
    localRule: ['地方政府规章', 'Local government rule'],
    normative: ['规范性文件', 'Normative document'],
  },
);

export const LegalBasis = z.strictObject({
  law: element(ShortText, '法律文件', 'Legal source'),
  article: element(ShortText, '条款', 'Article'),
  rank: element(LawRank, '效力级别', 'Rank'),
});
export type LegalBasis = z.infer<typeof LegalBasis>;

/** A number of working days (W), natural days (N) or hours (H). */
export const Duration = z.strictObject({
  value: element(z.int().min(0).max(1000), '数值', 'Figure'),
  unit: element(
    choice(['W', 'N', 'H'], {
      W: ['工作日', 'working days'],
      N: ['自然日', 'natural days'],
      H: ['小时', 'hours'],
    }),
    '单位',
    'Unit',
  ),
});
export type Duration = z.infer<typeof Duration>;
