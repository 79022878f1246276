import { parse } from '@bufbuild/cel';

import { asText, failure, nearest, notInList, syntaxFailure, type CompileFailure } from './compile-failure.ts';
import { add, compare, multiply, type Quantity } from './decimal.ts';
import { rangeOf, type Range } from './expression-range.ts';
import { notShape, readsOf, type Shape, type Slots, type Test } from './expression-shape.ts';
import type { InputSpec } from './item.ts';

/**
 * Conditions in the catalogue's grammar: identifiers, numbers, 'text', == != < <= > >= && || ! + * ?: and parentheses.
 * The CEL library parses; typing and evaluation are ours, so that a condition is total (no overflow, no missing
 * overload) and its numbers are exact decimals, whether written 150 or 150.0.
 */
export interface Condition {
  readonly test: (slots: Slots) => boolean;
  /** Names of the inputs that the condition mentions. */
  readonly reads: readonly string[];
  /** The condition taken apart, for the analysis of coverage. */
  readonly shape: Shape;
}

/** More products than any tariff needs; figures grow with each, and so would the time of an answer. */
const MOST_PRODUCTS = 4;

type Expr = ReturnType<typeof parse>['expr'];

/** What a part is made of: the inputs it reads, and whether it is nothing but one input or one constant. */
interface Origin {
  readonly reads: readonly string[];
  readonly input?: string;
  readonly constant?: number | string;
}

type Bool = { readonly type: 'bool'; readonly run: Test; readonly shape: Shape };

type Typed =
  | Bool
  | { readonly type: 'number'; readonly run: (slots: Slots) => Quantity; readonly origin: Origin }
  | {
      readonly type: 'text';
      readonly run: (slots: Slots) => string;
      readonly origin: Origin;
      /** The only values possible; absent for free text. */
      readonly options?: readonly string[];
    };

/** A part that cannot be built carries its reason upwards. */
type Built = Typed | CompileFailure;

interface Scope {
  readonly places: ReadonlyMap<string, { readonly index: number; readonly spec: InputSpec }>;
  readonly reads: Set<string>;
  readonly rangeOf: (expr: Expr) => Range;
  products: number;
}

type Operator = (args: readonly Typed[]) => Built;

const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['!_', not],
  ['_&&_', (args) => junction('&&', args)],
  ['_||_', (args) => junction('||', args)],
  ['_==_', (args) => equality('==', args)],
  ['_!=_', (args) => negated(equality('!=', args))],
  ['_<_', (args) => order('<', args, (sign) => sign < 0)],
  ['_<=_', (args) => order('<=', args, (sign) => sign <= 0)],
  ['_>_', (args) => order('>', args, (sign) => sign > 0)],
  ['_>=_', (args) => order('>=', args, (sign) => sign >= 0)],
  ['_+_', (args) => arithmetic('+', args, add)],
  ['_*_', (args) => arithmetic('*', args, multiply)],
  ['_?_:_', choice],
]);

/** Compiles `source` over the inputs, or says why it is no condition and where. Never throws. */
export function compileCondition(source: string, inputs: readonly InputSpec[]): Condition | CompileFailure {
  const read = parsed(source, inputs);
  if ('reason' in read) return read;
  const places = new Map(inputs.map((spec, index) => [spec.name, { index, spec }]));
  const scope: Scope = { places, reads: new Set(), rangeOf: (expr) => rangeOf(expr, read, source), products: 0 };
  const built = build(read.expr, scope);
  if ('reason' in built) return { at: scope.rangeOf(read.expr), ...built };
  if (built.type !== 'bool') {
    return { ...failure('not-condition', [built.type]), at: scope.rangeOf(read.expr) };
  }
  return { test: built.run, reads: [...scope.reads], shape: built.shape };
}

function parsed(source: string, inputs: readonly InputSpec[]): ReturnType<typeof parse> | CompileFailure {
  try {
    return parse(source);
  } catch (cause) {
    return syntaxFailure(cause, source, inputs);
  }
}

function build(expr: Expr, scope: Scope): Built {
  const built = buildAt(expr, scope);
  // The innermost part that is wrong names the place.
  return 'reason' in built && built.at === undefined ? { ...built, at: scope.rangeOf(expr) } : built;
}

function buildAt(expr: Expr, scope: Scope): Built {
  const { exprKind } = expr;
  switch (exprKind.case) {
    case 'identExpr':
      return identifier(exprKind.value.name, scope);
    case 'constExpr':
      return constant(exprKind.value.constantKind);
    case 'callExpr': {
      const { target, function: name } = exprKind.value;
      const operator = target === undefined ? operators.get(name) : undefined;
      if (operator === undefined) return failure('not-in-grammar', [name]);
      if (name === '_*_') scope.products += 1;
      if (scope.products > MOST_PRODUCTS) return failure('too-many-products', [String(MOST_PRODUCTS)]);
      const args: Typed[] = [];
      for (const part of exprKind.value.args) {
        const arg = build(part, scope);
        if ('reason' in arg) return arg;
        args.push(arg);
      }
      return operator(args);
    }
    default:
      return failure('not-in-grammar', [exprKind.case ?? '']);
  }
}

function identifier(name: string, scope: Scope): Built {
  const place = scope.places.get(name);
  if (place === undefined) return { ...failure('unknown-input', [name]), ...nearest(name, [...scope.places.keys()]) };
  scope.reads.add(name);
  const { index, spec } = place;
  const origin: Origin = { reads: [name], input: name };
  switch (spec.type.kind) {
    case 'bool':
      return atom([name], (slots) => bound(slots.flags[index], name));
    case 'int':
    case 'number':
      return { type: 'number', origin, run: (slots) => bound(slots.numbers[index], name) };
    case 'string':
      return { type: 'text', origin, run: (slots) => bound(slots.texts[index], name) };
    case 'enum':
      return { type: 'text', origin, options: spec.type.options, run: (slots) => bound(slots.texts[index], name) };
    default:
      return spec.type satisfies never;
  }
}

function atom(reads: readonly string[], test: Test, compared?: readonly [Origin, Origin]): Bool {
  const [a, b] = compared ?? [];
  const input = a?.input ?? b?.input;
  const value = a?.constant ?? b?.constant;
  const alone = input === undefined || value === undefined ? {} : { bound: { input, value } };
  return { type: 'bool', run: test, shape: { kind: 'atom', test, reads: [...new Set(reads)], ...alone } };
}

/** A comparison of two parts of one type. */
function comparison(a: Origin, b: Origin, test: Test): Bool {
  return atom([...a.reads, ...b.reads], test, [a, b]);
}

/** `evaluate` binds every declared input before it runs a condition; anything else is a fault of ours. */
function bound<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`input ${name} is not bound`);
  return value;
}

type ConstantKind = Extract<Expr['exprKind'], { case: 'constExpr' }>['value']['constantKind'];

function constant(kind: ConstantKind): Built {
  switch (kind.case) {
    case 'boolValue': {
      const { value } = kind;
      return atom([], () => value);
    }
    case 'stringValue': {
      const { value } = kind;
      return { type: 'text', origin: { reads: [], constant: value }, options: [value], run: () => value };
    }
    case 'int64Value': {
      const value = Number(kind.value);
      return Number.isSafeInteger(value) ? figure(value) : failure('inexact', [String(kind.value)]);
    }
    case 'doubleValue':
      return Number.isFinite(kind.value) ? figure(kind.value) : failure('too-large', []);
    default:
      return failure('not-in-grammar', [kind.case ?? '']);
  }
}

function figure(value: number): Typed {
  return { type: 'number', origin: { reads: [], constant: value }, run: () => value };
}

function not([arg, ...rest]: readonly Typed[]): Built {
  return rest.length === 0 && arg?.type === 'bool' ? negated(arg) : failure('operand', ['!', 'bool']);
}

function negated(built: Built): Built {
  if ('reason' in built || built.type !== 'bool') return built;
  const { run, shape } = built;
  return { type: 'bool', run: (slots) => !run(slots), shape: notShape(shape) };
}

function junction(sign: '&&' | '||', [a, b]: readonly Typed[]): Built {
  if (a?.type !== 'bool' || b?.type !== 'bool') return failure('operand', [sign, 'bool']);
  return sign === '&&' ? both(a, b) : either(a, b);
}

function both(a: Bool, b: Bool): Bool {
  return {
    type: 'bool',
    run: (slots) => a.run(slots) && b.run(slots),
    shape: { kind: 'both', a: a.shape, b: b.shape },
  };
}

function either(a: Bool, b: Bool): Bool {
  return {
    type: 'bool',
    run: (slots) => a.run(slots) || b.run(slots),
    shape: { kind: 'either', a: a.shape, b: b.shape },
  };
}

function equality(sign: string, [a, b]: readonly Typed[]): Built {
  if (a?.type === 'bool' && b?.type === 'bool') {
    return {
      type: 'bool',
      run: (slots) => a.run(slots) === b.run(slots),
      shape: { kind: 'same', a: a.shape, b: b.shape },
    };
  }
  if (a?.type === 'number' && b?.type === 'number') {
    return comparison(a.origin, b.origin, (slots) => compare(a.run(slots), b.run(slots)) === 0);
  }
  if (a?.type === 'text' && b?.type === 'text') {
    // A misspelt option would make the row dead without anybody noticing.
    if (disjoint(a.options, b.options)) return notInList(a.options ?? [], b.options ?? []);
    return comparison(a.origin, b.origin, (slots) => a.run(slots) === b.run(slots));
  }
  return failure('compares', [sign, asText(a?.type), asText(b?.type)]);
}

function disjoint(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a !== undefined && b !== undefined && !a.some((option) => b.includes(option));
}

function order(sign: string, [a, b]: readonly Typed[], holds: (sign: number) => boolean): Built {
  if (a?.type !== 'number' || b?.type !== 'number') return failure('operand', [sign, 'number']);
  return comparison(a.origin, b.origin, (slots) => holds(compare(a.run(slots), b.run(slots))));
}

type Calculation = (a: Quantity, b: Quantity) => Quantity;

function arithmetic(sign: string, [a, b]: readonly Typed[], calculate: Calculation): Built {
  if (a?.type !== 'number' || b?.type !== 'number') return failure('operand', [sign, 'number']);
  const origin: Origin = { reads: [...a.origin.reads, ...b.origin.reads] };
  return { type: 'number', origin, run: (slots) => calculate(a.run(slots), b.run(slots)) };
}

function choice([test, a, b]: readonly Typed[]): Built {
  if (test?.type !== 'bool') return failure('operand', ['?:', 'bool']);
  if (a?.type === 'bool' && b?.type === 'bool') {
    const run = (slots: Slots): boolean => (test.run(slots) ? a.run(slots) : b.run(slots));
    return { type: 'bool', run, shape: { kind: 'choice', test: test.shape, a: a.shape, b: b.shape } };
  }
  if (a?.type === 'number' && b?.type === 'number') {
    const origin: Origin = { reads: [...readsOf(test.shape), ...a.origin.reads, ...b.origin.reads] };
    return { type: 'number', origin, run: (slots) => (test.run(slots) ? a.run(slots) : b.run(slots)) };
  }
  if (a?.type === 'text' && b?.type === 'text') {
    const origin: Origin = { reads: [...readsOf(test.shape), ...a.origin.reads, ...b.origin.reads] };
    const options = a.options !== undefined && b.options !== undefined ? [...a.options, ...b.options] : undefined;
    const run = (slots: Slots): string => (test.run(slots) ? a.run(slots) : b.run(slots));
    return { type: 'text', run, origin, ...(options === undefined ? {} : { options }) };
  }
  return failure('chooses', [asText(a?.type), asText(b?.type)]);
}
