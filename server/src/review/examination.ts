import { inputsFrom, type Item } from '../catalogue/catalogue.ts';
import type { Instant } from '../kernel/time.ts';
import type { ReviewView } from './review.ts';

/** 许可法55: what is judged by a technical standard through inspection 检验, testing 检测 or quarantine 检疫. */
const byStandard: ReadonlySet<string> = new Set(['inspection', 'testing', 'quarantine']);
const examinedInWords = /检验|检测|检疫/u;

/** R40: whether article 55 applies: such a procedure was begun, or the guide has the officer find how one came out. */
export function isExamined(view: Pick<ReviewView, 'procedures' | 'acceptance'>, item: Item): boolean {
  if (view.procedures.some(({ procedure }) => byStandard.has(procedure))) return true;
  const { received, form } = view.acceptance.application;
  // What is granted on a promise is examined afterwards (R33).
  const promised = received?.route === 'promise' || form['byPromise'] === true;
  return !promised && examinedInputs(item).length > 0;
}

/** R40: a refusal rests on an examination where one was held, or where its finding is against the applicant. */
export function failedByStandard(view: Pick<ReviewView, 'procedures' | 'findings'>, item: Item): boolean {
  if (view.procedures.some(({ procedure }) => byStandard.has(procedure))) return true;
  return examinedInputs(item).some((name) => view.findings.get(name)?.value === false);
}

/** R40: since when the result lies there that is decided on the spot; undefined while one is out, or has to be analysed. */
export function resultAt(view: Pick<ReviewView, 'procedures'>): Instant | undefined {
  const runs = view.procedures.filter(({ procedure }) => byStandard.has(procedure));
  if (runs.some(({ endedAt, furtherAnalysis }) => endedAt === undefined || furtherAnalysis)) return undefined;
  return runs
    .flatMap(({ endedAt }) => endedAt ?? [])
    .toSorted()
    .at(-1);
}

function examinedInputs(item: Item): readonly string[] {
  return inputsFrom(item).flatMap(({ name, label, source }) =>
    source === 'review' && examinedInWords.test(label) ? [name] : [],
  );
}
