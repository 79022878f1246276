/** Something that acts rely on was closed, and perhaps opened again; places are positions of commit records in the WAL. */
export interface Closing {
  readonly key: string;
  readonly closedAt: number;
  readonly openedAt?: number;
}

/** An act that relied on `key`, at the place of its commit. */
export interface Committed {
  readonly key: string;
  readonly place: number;
  readonly event: string;
}

/** Acts that committed while what they relied on was closed, and how many closings had an act of the same key before them. */
export function countLate(
  closings: readonly Closing[],
  acts: readonly Committed[],
): { readonly late: readonly (Committed & { readonly closedAt: number })[]; readonly contested: number } {
  const late: (Committed & { closedAt: number })[] = [];
  let contested = 0;
  for (const [key, ofKey] of Map.groupBy(closings, (closing) => closing.key)) {
    const sorted = ofKey.toSorted((a, b) => a.closedAt - b.closedAt);
    const relied = acts.filter((act) => act.key === key);
    let openSince = Number.NEGATIVE_INFINITY;
    for (const { closedAt, openedAt = Number.POSITIVE_INFINITY } of sorted) {
      if (relied.some(({ place }) => place > openSince && place < closedAt)) contested += 1;
      // An act in the very transaction that closed would share its place: it was decided before, and none exists by design.
      late.push(
        ...relied.filter(({ place }) => place > closedAt && place < openedAt).map((act) => ({ ...act, closedAt })),
      );
      openSince = openedAt;
    }
  }
  return { late, contested };
}
