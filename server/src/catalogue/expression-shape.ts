/** How a condition is put together from comparisons that stand or fall as a whole. */
export type Shape =
  | { readonly kind: 'not'; readonly of: Shape }
  | { readonly kind: 'both' | 'either' | 'same'; readonly a: Shape; readonly b: Shape }
  | { readonly kind: 'choice'; readonly test: Shape; readonly a: Shape; readonly b: Shape }
  | {
      readonly kind: 'atom';
      readonly test: Test;
      readonly reads: readonly string[];
      /** Set when one input alone is compared with one constant. */
      readonly bound?: { readonly input: string; readonly value: number | string };
    };

/** The bound inputs, by position in the item's input list and by type. */
export interface Slots {
  readonly flags: readonly boolean[];
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

export type Test = (slots: Slots) => boolean;

export function notShape(of: Shape): Shape {
  return { kind: 'not', of };
}

export function readsOf(shape: Shape): readonly string[] {
  return shape.kind === 'atom' ? shape.reads : partsOf(shape).flatMap(readsOf);
}

/** What the shape is put together from; every part stands in it once, so that its size is that of the text. */
export function partsOf(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case 'atom':
      return [];
    case 'not':
      return [shape.of];
    case 'both':
    case 'either':
    case 'same':
      return [shape.a, shape.b];
    case 'choice':
      return [shape.test, shape.a, shape.b];
    default:
      return shape satisfies never;
  }
}
