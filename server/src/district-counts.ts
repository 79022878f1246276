import type { MandateBook } from './mandate/actions.ts';

interface Counts {
  readonly sums: boolean;
  readonly perDay: boolean;
  readonly priorRefusal: boolean;
  readonly windowDays: number;
  readonly perProject: boolean;
}

/** What the letters on an item count over cases; worked out again whenever a mandate changed. */
export function countsOver(book: MandateBook): (itemId: string) => Counts {
  let generation = -1;
  let known = new Map<string, Counts>();
  return (itemId) => {
    if (generation !== book.register.generation()) known = new Map();
    generation = book.register.generation();
    const counts = known.get(itemId) ?? countsOf(book, itemId);
    known.set(itemId, counts);
    return counts;
  };
}

function countsOf(book: MandateBook, itemId: string): Counts {
  const letters = book
    .list()
    .flatMap((view) => view.versions.map((one) => one.letter))
    .filter((letter) => letter.items.some((item) => item.itemId === itemId));
  return {
    sums: letters.some((letter) => letter.scope.cumulativeCap !== undefined),
    perDay: letters.some((letter) => letter.limits.maxDecisionsPerDay !== undefined),
    priorRefusal: letters.some((letter) => letter.exclusions.priorRefusal !== undefined),
    windowDays: Math.max(1, ...letters.map((letter) => letter.scope.cumulativeCap?.windowDays ?? 0)),
    perProject: letters.some((letter) => letter.scope.cumulativeCap?.per === 'project'),
  };
}
