/** How a condition is put together from comparisons that stand or fall as a whole. */
export type Shape =
  | { readonly kind: 'not'; readonly of: Shape }
  | { readonly kind: 'both' | 'either'; readonly a: Shape; readonly b: Shape }
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

/** `test ? a : b` as a shape: (test and a) or (not test and b). */
export function chosen(test: Shape, a: Shape, b: Shape): Shape {
  return {
    kind: 'either',
    a: { kind: 'both', a: test, b: a },
    b: { kind: 'both', a: notShape(test), b },
  };
}

export function readsOf(shape: Shape): readonly string[] {
  switch (shape.kind) {
    case 'not':
      return readsOf(shape.of);
    case 'both':
    case 'either':
      return [...readsOf(shape.a), ...readsOf(shape.b)];
    case 'atom':
      return shape.reads;
    default:
      return shape satisfies never;
  }
}
