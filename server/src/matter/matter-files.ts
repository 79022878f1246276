import { type Handed, type SuppliedMaterial, uploadsIn, withFiles } from '../application/application.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { SubmitMatter } from './view.ts';

type Given = Pick<SubmitMatter, 'papers' | 'own'>;

/** The uploads that a submission names, each once, wherever it names them. */
export function uploadsOfMatter({ papers, own }: Given): readonly string[] {
  const supplied = [...allOf(papers), ...Object.values(own).flatMap(({ materials }) => materials)];
  return [...new Set(uploadsIn(supplied))];
}

/**
 * The papers and materials as the event keeps them, each file with its hash: the matter takes the files with its own act, and
 * hands them on when a child begins, which may be weeks later and is done by a robot that owns no upload.
 */
export function matterFiles({ papers, own }: Given, handed: Handed): Given | Refusal {
  const whole = withFiles([...allOf(papers), ...Object.values(own).flatMap(({ materials }) => materials)], handed);
  if (isRefusal(whole)) return whole;
  // The same list again, in the same order, cut where it was joined.
  let at = 0;
  const next = (count: number): SuppliedMaterial[] => whole.slice(at, (at += count));
  const kept = Object.fromEntries(
    Object.entries(papers).map(([field, some]) => [field, next(some.length).map(({ code: _code, ...paper }) => paper)]),
  );
  const ownKept = Object.fromEntries(
    Object.entries(own).map(([itemId, given]) => [itemId, { ...given, materials: next(given.materials.length) }]),
  );
  return { papers: kept, own: ownKept };
}

/** Shared papers have no code of their own until an item's list gives them one. */
function allOf(papers: Given['papers']): readonly SuppliedMaterial[] {
  return Object.entries(papers).flatMap(([field, some]) =>
    some.map((paper) => ({ ...paper, code: field.slice(0, 40) })),
  );
}
