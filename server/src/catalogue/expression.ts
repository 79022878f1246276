import { parse } from '@bufbuild/cel';

import { add, compare, multiply, type Quantity } from './decimal.ts';
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
}

/** The bound inputs, by position in the item's input list and by type. */
export interface Slots {
  readonly flags: readonly boolean[];
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

export interface CompileFailure {
  readonly reason: string;
}

type Expr = ReturnType<typeof parse>['expr'];

type Typed =
  | { readonly type: 'bool'; readonly run: (slots: Slots) => boolean }
  | { readonly type: 'number'; readonly run: (slots: Slots) => Quantity }
  | {
      readonly type: 'text';
      readonly run: (slots: Slots) => string;
      /** The only values possible; absent for free text. */
      readonly options?: readonly string[];
    };

/** A part that cannot be built carries its reason upwards. */
type Built = Typed | CompileFailure;

interface Scope {
  readonly places: ReadonlyMap<string, { readonly index: number; readonly spec: InputSpec }>;
  readonly reads: Set<string>;
}

type Operator = (args: readonly Typed[]) => Built;

const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['!_', not],
  ['_&&_', (args) => junction('&&', args, (a, b) => (slots) => a(slots) && b(slots))],
  ['_||_', (args) => junction('||', args, (a, b) => (slots) => a(slots) || b(slots))],
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

/** Compiles `source` over the inputs, or says why it is no condition. Never throws. */
export function compileCondition(source: string, inputs: readonly InputSpec[]): Condition | CompileFailure {
  const expr = parsed(source);
  if ('reason' in expr) return expr;
  const places = new Map(inputs.map((spec, index) => [spec.name, { index, spec }]));
  const scope: Scope = { places, reads: new Set() };
  const built = build(expr, scope);
  if ('reason' in built) return built;
  if (built.type !== 'bool') return { reason: `a condition is true or false, this is a ${built.type}` };
  return { test: built.run, reads: [...scope.reads] };
}

function parsed(source: string): Expr | CompileFailure {
  try {
    return parse(source).expr;
  } catch (cause) {
    return { reason: cause instanceof Error ? cause.message : 'cannot be parsed' };
  }
}

function build(expr: Expr, scope: Scope): Built {
  const { exprKind } = expr;
  switch (exprKind.case) {
    case 'identExpr':
      return identifier(exprKind.value.name, scope);
    case 'constExpr':
      return constant(exprKind.value.constantKind);
    case 'callExpr': {
      const operator = exprKind.value.target === undefined ? operators.get(exprKind.value.function) : undefined;
      if (operator === undefined) return { reason: `${exprKind.value.function} is not in the rule grammar` };
      const args: Typed[] = [];
      for (const part of exprKind.value.args) {
        const arg = build(part, scope);
        if ('reason' in arg) return arg;
        args.push(arg);
      }
      return operator(args);
    }
    default:
      return { reason: `${exprKind.case ?? 'an empty expression'} is not in the rule grammar` };
  }
}

function identifier(name: string, scope: Scope): Built {
  const place = scope.places.get(name);
  if (place === undefined) return { reason: `${name} is not an input of this item` };
  scope.reads.add(name);
  const { index, spec } = place;
  switch (spec.type.kind) {
    case 'bool':
      return { type: 'bool', run: (slots) => bound(slots.flags[index], name) };
    case 'int':
    case 'number':
      return { type: 'number', run: (slots) => bound(slots.numbers[index], name) };
    case 'string':
      return { type: 'text', run: (slots) => bound(slots.texts[index], name) };
    case 'enum':
      return { type: 'text', options: spec.type.options, run: (slots) => bound(slots.texts[index], name) };
    default:
      return spec.type satisfies never;
  }
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
      return { type: 'bool', run: () => value };
    }
    case 'stringValue': {
      const { value } = kind;
      return { type: 'text', options: [value], run: () => value };
    }
    case 'int64Value': {
      const value = Number(kind.value);
      return Number.isSafeInteger(value)
        ? { type: 'number', run: () => value }
        : { reason: `${kind.value} is beyond the whole numbers that are exact` };
    }
    case 'doubleValue': {
      const { value } = kind;
      return Number.isFinite(value) ? { type: 'number', run: () => value } : { reason: 'a number is too large' };
    }
    default:
      return { reason: `${kind.case ?? 'an empty constant'} is not in the rule grammar` };
  }
}

function not([arg, ...rest]: readonly Typed[]): Built {
  return rest.length === 0 && arg?.type === 'bool' ? negated(arg) : { reason: '! needs a condition' };
}

function negated(built: Built): Built {
  if ('reason' in built || built.type !== 'bool') return built;
  const { run } = built;
  return { type: 'bool', run: (slots) => !run(slots) };
}

type Test = (slots: Slots) => boolean;

function junction(sign: string, [a, b]: readonly Typed[], join: (a: Test, b: Test) => Test): Built {
  if (a?.type !== 'bool' || b?.type !== 'bool') return { reason: `${sign} needs a condition on both sides` };
  return { type: 'bool', run: join(a.run, b.run) };
}

function equality(sign: string, [a, b]: readonly Typed[]): Built {
  if (a?.type === 'bool' && b?.type === 'bool') {
    return { type: 'bool', run: (slots) => a.run(slots) === b.run(slots) };
  }
  if (a?.type === 'number' && b?.type === 'number') {
    return { type: 'bool', run: (slots) => compare(a.run(slots), b.run(slots)) === 0 };
  }
  if (a?.type === 'text' && b?.type === 'text') {
    // A misspelt option would make the row dead without anybody noticing.
    if (disjoint(a.options, b.options)) return { reason: `${[...(b.options ?? [])].join('/')} can never be equal` };
    return { type: 'bool', run: (slots) => a.run(slots) === b.run(slots) };
  }
  return { reason: `${sign} compares a ${a?.type} with a ${b?.type}` };
}

function disjoint(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a !== undefined && b !== undefined && !a.some((option) => b.includes(option));
}

function order(sign: string, [a, b]: readonly Typed[], holds: (sign: number) => boolean): Built {
  if (a?.type !== 'number' || b?.type !== 'number') return { reason: `${sign} needs a number on both sides` };
  return { type: 'bool', run: (slots) => holds(compare(a.run(slots), b.run(slots))) };
}

type Calculation = (a: Quantity, b: Quantity) => Quantity;

function arithmetic(sign: string, [a, b]: readonly Typed[], calculate: Calculation): Built {
  if (a?.type !== 'number' || b?.type !== 'number') return { reason: `${sign} needs a number on both sides` };
  return { type: 'number', run: (slots) => calculate(a.run(slots), b.run(slots)) };
}

function choice([test, a, b]: readonly Typed[]): Built {
  if (test?.type !== 'bool') return { reason: '?: needs a condition before the question mark' };
  if (a?.type === 'bool' && b?.type === 'bool') {
    return { type: 'bool', run: (slots) => (test.run(slots) ? a.run(slots) : b.run(slots)) };
  }
  if (a?.type === 'number' && b?.type === 'number') {
    return { type: 'number', run: (slots) => (test.run(slots) ? a.run(slots) : b.run(slots)) };
  }
  if (a?.type === 'text' && b?.type === 'text') {
    const options = a.options !== undefined && b.options !== undefined ? [...a.options, ...b.options] : undefined;
    const run = (slots: Slots): string => (test.run(slots) ? a.run(slots) : b.run(slots));
    return { type: 'text', run, ...(options === undefined ? {} : { options }) };
  }
  return { reason: `?: chooses between a ${a?.type} and a ${b?.type}` };
}
