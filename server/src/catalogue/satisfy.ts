import { partsOf, type Shape, type Slots } from './expression-shape.ts';
import type { InputSpec, InputValue } from './item.ts';

/**
 * Whether conditions can hold together. Every input is cut into the finitely many parts within which no single comparison
 * changes, and one value stands for each part; a branch is left as soon as a condition is certain to fail (Kleene's logic).
 * Comparisons of figures or texts with each other do not follow these parts: they count as unknown, so that a "never" holds
 * whatever they say, and a "yes" is only given with values on which every condition was tried.
 */

export type Values = Readonly<Record<string, InputValue>>;

/** A condition that must hold, or must not. */
export interface Demand {
  readonly shape: Shape;
  readonly holds: boolean;
}

export type Answer =
  | { readonly kind: 'yes'; readonly witness: Values }
  | { readonly kind: 'never' }
  /** Correlated inputs, or more combinations than the budget allows. */
  | { readonly kind: 'undecided'; readonly because: 'correlated' | 'budget' };

/** The steps that all questions of one analysis share; taken away as they are used. */
export interface Budget {
  left: number;
}

export interface Domain {
  readonly spec: InputSpec;
  readonly index: number;
  /** One value for each part. */
  readonly values: readonly InputValue[];
}

export type Domains = ReadonlyMap<string, Domain>;

/** Cuts every input at the constants that any of the conditions compares it with. */
export function domainsOf(specs: readonly InputSpec[], shapes: readonly Shape[]): Domains {
  const constants = new Map<string, (number | string)[]>();
  for (const { bound } of shapes.flatMap(atomsOf)) {
    if (bound === undefined) continue;
    constants.set(bound.input, [...(constants.get(bound.input) ?? []), bound.value]);
  }
  return new Map(
    specs.map((spec, index) => [spec.name, { spec, index, values: valuesOf(spec, constants.get(spec.name) ?? []) }]),
  );
}

type Atom = Extract<Shape, { readonly kind: 'atom' }>;

function atomsOf(shape: Shape): readonly Atom[] {
  return shape.kind === 'atom' ? [shape] : partsOf(shape).flatMap(atomsOf);
}

function valuesOf({ type }: InputSpec, constants: readonly (number | string)[]): readonly InputValue[] {
  switch (type.kind) {
    case 'bool':
      return [true, false];
    case 'enum':
      return type.options;
    case 'string': {
      const named = [...new Set(constants.filter((value) => typeof value === 'string'))];
      return [...named, otherThan(named)];
    }
    case 'int':
      return wholeParts(constants.filter((value) => typeof value === 'number'));
    case 'number':
      return parts(constants.filter((value) => typeof value === 'number'));
    default:
      return type satisfies never;
  }
}

/** A text that no condition names. */
function otherThan(named: readonly string[]): string {
  let other = '其他';
  while (named.includes(other)) other += '…';
  return other;
}

/** The bounds, the whole numbers beside them and zero: one of them lies in every part. Nearest to zero from above first. */
function wholeParts(bounds: readonly number[]): readonly number[] {
  const around = bounds.flatMap((bound) => [
    Math.floor(bound) - 1,
    Math.floor(bound),
    Math.ceil(bound),
    Math.ceil(bound) + 1,
  ]);
  return ordered([0, 1, ...around].filter((value) => Number.isSafeInteger(value)));
}

/** The bounds, a number between each two, and one beyond either end. */
function parts(bounds: readonly number[]): readonly number[] {
  const line = [...new Set(bounds)].toSorted((a, b) => a - b);
  const between = line.flatMap((bound, index) => {
    const next = line[index + 1];
    return next === undefined ? [] : [bound / 2 + next / 2];
  });
  const [first = 0, last = 0] = [line[0], line.at(-1)];
  const beyond = [first - Math.max(1, Math.abs(first)), last + Math.max(1, Math.abs(last))];
  return ordered([0, 1, ...line, ...between, ...beyond].filter((value) => Number.isFinite(value)));
}

function ordered(values: readonly number[]): readonly number[] {
  const different = [...new Set(values.map((value) => (value === 0 ? 0 : value)))].toSorted((a, b) => a - b);
  return [...different.filter((value) => value >= 0), ...different.filter((value) => value < 0)];
}

/** Looks for values on which every demand is met. */
export function satisfy(demands: readonly Demand[], domains: Domains, budget: Budget): Answer {
  const search: Search = { demands, domains, budget, chosen: new Map(), slots: emptySlots(), correlated: false };
  const witness = descend(search);
  if (witness !== undefined) return { kind: 'yes', witness };
  if (budget.left <= 0) return { kind: 'undecided', because: 'budget' };
  return search.correlated ? { kind: 'undecided', because: 'correlated' } : { kind: 'never' };
}

interface Search {
  readonly demands: readonly Demand[];
  readonly domains: Domains;
  readonly budget: Budget;
  readonly chosen: Map<string, InputValue>;
  readonly slots: Filled;
  correlated: boolean;
}

interface Filled extends Slots {
  readonly flags: boolean[];
  readonly numbers: number[];
  readonly texts: string[];
}

function emptySlots(): Filled {
  return { flags: [], numbers: [], texts: [] };
}

function descend(search: Search): Values | undefined {
  if (search.budget.left <= 0) return undefined;
  const open: Demand[] = [];
  for (const demand of search.demands) {
    const known = truth(demand.shape, search);
    if (known === undefined) open.push(demand);
    else if (known !== demand.holds) return undefined;
  }
  const next = open.map(({ shape }) => firstFree(shape, search)).find((domain) => domain !== undefined);
  if (next === undefined) return tried(search, open);
  for (const value of next.values) {
    choose(search, next, value);
    const found = descend(search);
    if (found !== undefined) return found;
  }
  search.chosen.delete(next.spec.name);
  return undefined;
}

function choose({ chosen, slots }: Search, domain: Domain, value: InputValue): void {
  chosen.set(domain.spec.name, value);
  put(slots, domain, value);
}

function put(slots: Filled, { index }: Domain, value: InputValue): void {
  if (typeof value === 'boolean') slots.flags[index] = value;
  else if (typeof value === 'number') slots.numbers[index] = value;
  else slots.texts[index] = value;
}

/** Every input that matters is chosen: what is still open is settled on these very values, or stays unknown. */
function tried(search: Search, open: readonly Demand[]): Values | undefined {
  const rest = [...search.domains.values()].flatMap((domain) => {
    const [value] = domain.values;
    return value === undefined || search.chosen.has(domain.spec.name) ? [] : [{ domain, value }];
  });
  for (const { domain, value } of rest) put(search.slots, domain, value);
  const isMet = open.every(({ shape, holds }) => exactly(shape, search) === holds);
  if (!isMet) {
    search.correlated = true;
    return undefined;
  }
  return Object.fromEntries([
    ...search.chosen,
    ...rest.map(({ domain, value }): [string, InputValue] => [domain.spec.name, value]),
  ]);
}

/** True or false for certain on what is chosen so far, or undefined. */
function truth(shape: Shape, search: Search): boolean | undefined {
  search.budget.left -= 1;
  switch (shape.kind) {
    case 'atom':
      return isCut(shape, search.domains) && shape.reads.every((name) => search.chosen.has(name))
        ? shape.test(search.slots)
        : undefined;
    case 'not': {
      const known = truth(shape.of, search);
      return known === undefined ? undefined : !known;
    }
    case 'both':
    case 'either': {
      // One part that is false settles "and", one that is true settles "or", whatever the other is.
      const settles = shape.kind === 'either';
      const a = truth(shape.a, search);
      if (a === settles) return settles;
      const b = truth(shape.b, search);
      return b === settles ? settles : a === undefined ? undefined : b;
    }
    case 'same': {
      const a = truth(shape.a, search);
      const b = a === undefined ? undefined : truth(shape.b, search);
      return b === undefined ? undefined : a === b;
    }
    case 'choice': {
      const test = truth(shape.test, search);
      if (test !== undefined) return truth(test ? shape.a : shape.b, search);
      const a = truth(shape.a, search);
      return a !== undefined && a === truth(shape.b, search) ? a : undefined;
    }
    default:
      return shape satisfies never;
  }
}

/** Whether the comparison is the same all over each part: one input against constants, or inputs that are cut to single values. */
function isCut({ bound, reads }: Atom, domains: Domains): boolean {
  if (bound !== undefined) return true;
  return reads.every((name) => {
    const kind = domains.get(name)?.spec.type.kind;
    return kind === 'bool' || kind === 'enum';
  });
}

/** The condition on the chosen values themselves. */
function exactly(shape: Shape, search: Search): boolean {
  // A calculation costs more than a comparison.
  search.budget.left -= shape.kind === 'atom' ? 50 : 1;
  switch (shape.kind) {
    case 'atom':
      return shape.test(search.slots);
    case 'not':
      return !exactly(shape.of, search);
    case 'both':
      return exactly(shape.a, search) && exactly(shape.b, search);
    case 'either':
      return exactly(shape.a, search) || exactly(shape.b, search);
    case 'same':
      return exactly(shape.a, search) === exactly(shape.b, search);
    case 'choice':
      return exactly(shape.test, search) ? exactly(shape.a, search) : exactly(shape.b, search);
    default:
      return shape satisfies never;
  }
}

/** An input that is not chosen yet and on which the condition still hangs. */
function firstFree(shape: Shape, search: Search): Domain | undefined {
  if (shape.kind === 'atom') {
    search.budget.left -= 1;
    const free = shape.reads.find((name) => !search.chosen.has(name));
    return free === undefined ? undefined : search.domains.get(free);
  }
  for (const part of partsOf(shape)) {
    const found = truth(part, search) === undefined ? firstFree(part, search) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
