import type { Bundle, BundleField } from './bundle.ts';

/** The order of a bundle as pairs: whoever stands in `before` is over when the other begins. */
export interface Precedence {
  readonly before: string;
  readonly after: string;
  /** The waves say so, or the field that the later item receives from the earlier one. */
  readonly because: 'waves' | { readonly field: string };
}

/** Every pair that the waves and the outputs put in order. */
export function precedencesOf({ waves, fields }: Pick<Bundle, 'waves' | 'fields'>): readonly Precedence[] {
  const byWaves = waves.flatMap((wave, index) =>
    wave.flatMap((after) =>
      (waves[index - 1] ?? []).map((before): Precedence => ({ before, after, because: 'waves' })),
    ),
  );
  return [...byWaves, ...fields.flatMap(byOutput)];
}

function byOutput({ name, from, to }: BundleField): readonly Precedence[] {
  if (from.kind !== 'output') return [];
  return from.items.flatMap((before) =>
    Object.keys(to)
      .filter((after) => !from.items.includes(after))
      .map((after) => ({ before, after, because: { field: name } })),
  );
}

/**
 * A circle in the order, as the items in the order in which each waits for the one before it, the first again at the end;
 * undefined where every item can have its turn.
 */
export function findCycle(precedences: readonly Precedence[]): readonly string[] | undefined {
  const next = Map.groupBy(precedences, ({ before }) => before);
  const done = new Set<string>();
  function walk(item: string, path: readonly string[]): readonly string[] | undefined {
    const at = path.indexOf(item);
    if (at >= 0) return [...path.slice(at), item];
    if (done.has(item)) return undefined;
    for (const { after } of next.get(item) ?? []) {
      const found = walk(after, [...path, item]);
      if (found !== undefined) return found;
    }
    done.add(item);
    return undefined;
  }
  for (const item of next.keys()) {
    const found = walk(item, []);
    if (found !== undefined) return found;
  }
  return undefined;
}
