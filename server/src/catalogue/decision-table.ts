import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal, refuse, type Refusal, type Text } from '../kernel/refusal.ts';
import { effectOf, type Effect } from './effect.ts';
import { compileCondition, type Condition } from './expression.ts';
import type { Slots } from './expression-shape.ts';
import type { Range } from './expression-range.ts';
import { inputsFrom, type ClockState, type DecideRow, type InputSpec, type Item, type Outcome } from './item.ts';
import { catalogueRefusals } from './refusals.ts';

/** An item's rules, compiled once per version. `decide`: first match wins; `effects`: every match counts. */
export interface DecisionTable {
  readonly itemId: string;
  /** `ruleSetHash` of the item: a machine's decision names it. */
  readonly hash: string;
  readonly inputs: readonly InputSpec[];
  readonly effects: readonly { readonly condition: Condition; readonly effect: Effect }[];
  /** The inputs that some effect mentions. */
  readonly readByEffects: readonly InputSpec[];
  readonly decide: readonly CompiledRow[];
}

interface CompiledRow {
  readonly condition: Condition;
  readonly row: DecideRow;
  /** Inputs of the effects and of every row up to this one: what decided when this row wins. */
  readonly reads: readonly string[];
}

export interface RuleProblem {
  /** Where in the item: `decide[2].when`. */
  readonly place: string;
  readonly reason: string;
  readonly text: Text;
  /** The part of the text at `place` that is wrong. */
  readonly at?: Range;
  readonly suggestion?: string;
}

export interface RuleProblems {
  readonly problems: readonly RuleProblem[];
}

export interface Evaluation {
  readonly outcome: Outcome;
  readonly why: string;
  /** Position of the winning row in `decide`, from 0. */
  readonly row: number;
  /** What the limit does while the case waits; present on DEFER. */
  readonly clock?: ClockState;
  /** The item to go to instead; `null` when it lies outside this catalogue; present on ROUTE. */
  readonly target?: string | null;
  readonly effects: readonly Effect[];
  /** Every input that decided: those of the effects and of all rows up to the winning one. */
  readonly reads: readonly string[];
}

export type Inputs = Readonly<Record<string, unknown>>;

type InputRefusal = Refusal<'unknown-input' | 'missing-input' | 'wrong-type'>;

/** SM3 over the canonical rules: equal hashes decide equally. */
export function ruleSetHash(item: Pick<Item, 'id' | 'inputs' | 'effects' | 'decide'>): string {
  const { id: itemId, effects, decide } = item;
  const inputs = item.inputs.map(({ name, type, source, label }) => ({ name, type, source, label }));
  return sm3Hex(canonicalJson({ itemId, inputs, effects, decide }));
}

/** The part of an item that decides. */
export type Rules = Pick<Item, 'id' | 'inputs' | 'effects' | 'decide'>;

/** Items are immutable once parsed, so identity is the fast key and the rule set's hash the lasting one. */
const compiledByItem = new WeakMap<Rules, DecisionTable | RuleProblems>();
const compiledByHash = new Map<string, DecisionTable | RuleProblems>();
/** Drafts may come in any number; published rule sets are a few hundred. */
const CACHE_LIMIT = 4096;

/** Compiles the item's rules, or lists every place that is wrong. Repeated calls for one rule set share the result. */
export function compileRules(item: Rules): DecisionTable | RuleProblems {
  const known = compiledByItem.get(item);
  if (known !== undefined) return known;
  const hash = ruleSetHash(item);
  const compiled = compiledByHash.get(hash) ?? compileAfresh(item, hash);
  if (compiledByHash.size >= CACHE_LIMIT) compiledByHash.clear();
  compiledByHash.set(hash, compiled);
  compiledByItem.set(item, compiled);
  return compiled;
}

/** The table of a published item: publication has shown that it compiles, so failing here is a fault. */
export function getDecisionTable(item: Item): DecisionTable {
  const compiled = compileRules(item);
  if ('problems' in compiled) throw new Error(`the rules of ${item.id} do not compile`);
  return compiled;
}

/**
 * Decides on complete inputs. Every declared input must be present and of its type: a missing fact never picks a row.
 * Total and deterministic: one outcome, or the refusal that says which input is wrong or that no rule matches.
 */
export function evaluate(table: DecisionTable, inputs: Inputs): Evaluation | InputRefusal | Refusal<'no-rule-matches'> {
  const slots = bind(table.inputs, inputs, table.inputs);
  if (isRefusal(slots)) return slots;
  const row = table.decide.findIndex(({ condition }) => condition.test(slots));
  const winner = table.decide[row];
  if (winner === undefined) return refuse(catalogueRefusals, 'no-rule-matches', { itemId: table.itemId });
  return evaluationOf(winner.row, { index: row, reads: winner.reads, effects: matchingEffects(table, slots) });
}

function evaluationOf(
  rule: DecideRow,
  found: { readonly index: number; readonly reads: readonly string[]; readonly effects: readonly Effect[] },
): Evaluation {
  return {
    outcome: rule.outcome,
    why: rule.why,
    row: found.index,
    ...(rule.outcome === 'DEFER' ? { clock: rule.clock } : {}),
    ...(rule.outcome === 'ROUTE' ? { target: rule.to === '-' ? null : rule.to } : {}),
    effects: found.effects,
    reads: found.reads,
  };
}

/**
 * What the rules say for certain while facts are still missing: rows in order, up to the first that reads a fact not there
 * yet. The refusal names that fact. On complete inputs the answer is that of `evaluate`.
 */
export function evaluateKnown(
  table: DecisionTable,
  inputs: Inputs,
): Evaluation | InputRefusal | Refusal<'no-rule-matches'> {
  const slots = bind(table.inputs, inputs, []);
  if (isRefusal(slots)) return slots;
  for (const [index, { condition, row, reads }] of table.decide.entries()) {
    const missing = table.inputs.find(({ name }) => condition.reads.includes(name) && !isGiven(inputs, name));
    if (missing !== undefined) return missingInput(missing);
    if (!condition.test(slots)) continue;
    const effects = effectsFor(table, inputs);
    return evaluationOf(row, { index, reads, effects: isRefusal(effects) ? [] : effects });
  }
  return refuse(catalogueRefusals, 'no-rule-matches', { itemId: table.itemId });
}

/**
 * The effects alone, from the inputs that they mention: at acceptance a site visit is already known to be needed while
 * its findings are not.
 */
export function effectsFor(table: DecisionTable, inputs: Inputs): readonly Effect[] | InputRefusal {
  const slots = bind(table.inputs, inputs, table.readByEffects);
  return isRefusal(slots) ? slots : matchingEffects(table, slots);
}

function matchingEffects(table: DecisionTable, slots: Slots): readonly Effect[] {
  return table.effects.filter(({ condition }) => condition.test(slots)).map(({ effect }) => effect);
}

/** Puts the given values into typed slots; `needed` must be present, whatever else is given must be right too. */
function bind(specs: readonly InputSpec[], inputs: Inputs, needed: readonly InputSpec[]): Slots | InputRefusal {
  const flags: boolean[] = [];
  const numbers: number[] = [];
  const texts: string[] = [];
  let known = 0;
  for (const [index, spec] of specs.entries()) {
    const given = Object.hasOwn(inputs, spec.name);
    const value = given ? inputs[spec.name] : undefined;
    if (given) known += 1;
    if (value === undefined) {
      if (needed === specs || needed.includes(spec)) {
        return missingInput(spec);
      }
    } else if (typeof value === 'boolean' && spec.type.kind === 'bool') flags[index] = value;
    else if (typeof value === 'number' && isNumberOf(spec, value)) numbers[index] = value;
    else if (typeof value === 'string' && isTextOf(spec, value)) texts[index] = value;
    else return wrongType(spec);
  }
  return Object.keys(inputs).length === known ? { flags, numbers, texts } : unknownInput(specs, inputs);
}

function isGiven(inputs: Inputs, name: string): boolean {
  return Object.hasOwn(inputs, name) && inputs[name] !== undefined;
}

function missingInput({ name, label }: InputSpec): InputRefusal {
  return refuse(catalogueRefusals, 'missing-input', { input: name, label });
}

function isNumberOf(spec: InputSpec, value: number): boolean {
  if (spec.type.kind === 'int') return Number.isSafeInteger(value);
  return spec.type.kind === 'number' && Number.isFinite(value);
}

function isTextOf(spec: InputSpec, value: string): boolean {
  if (spec.type.kind === 'enum') return spec.type.options.includes(value);
  return spec.type.kind === 'string';
}

function wrongType(spec: InputSpec): InputRefusal {
  const expected = spec.type.kind === 'enum' ? `enum(${spec.type.options.join(',')})` : spec.type.kind;
  return refuse(catalogueRefusals, 'wrong-type', { input: spec.name, label: spec.label, expected });
}

function unknownInput(specs: readonly InputSpec[], inputs: Inputs): InputRefusal {
  const names = new Set(specs.map((spec) => spec.name));
  const input = Object.keys(inputs).find((name) => !names.has(name)) ?? '';
  return refuse(catalogueRefusals, 'unknown-input', { input });
}

function compileAfresh(item: Rules, hash: string): DecisionTable | RuleProblems {
  const inputs = inputsFrom(item);
  const problems: RuleProblem[] = repeatedNames(inputs);
  const effects: DecisionTable['effects'][number][] = [];
  const decide: CompiledRow[] = [];
  const reads = new Set<string>();
  for (const [index, row] of item.effects.entries()) {
    const condition = compileCondition(row.when, inputs);
    const effect = effectOf(row);
    if ('reason' in condition) problems.push({ place: `effects[${index}].when`, ...condition });
    else if (effect === undefined) {
      const text = { zh: `读不懂 ${row.arg}`, en: `cannot read ${row.arg}` };
      problems.push({ place: `effects[${index}].arg`, reason: text.en, text });
    } else {
      effects.push({ condition, effect });
      for (const name of condition.reads) reads.add(name);
    }
  }
  const readByEffects = inputs.filter(({ name }) => reads.has(name));
  for (const [index, row] of item.decide.entries()) {
    const condition = compileCondition(row.when, inputs);
    if ('reason' in condition) problems.push({ place: `decide[${index}].when`, ...condition });
    else {
      for (const name of condition.reads) reads.add(name);
      decide.push({ condition, row, reads: [...reads] });
    }
  }
  return problems.length > 0 ? { problems } : { itemId: item.id, hash, inputs, effects, readByEffects, decide };
}

function repeatedNames(inputs: readonly InputSpec[]): RuleProblem[] {
  return inputs.flatMap(({ name }, index) =>
    inputs.findIndex((other) => other.name === name) === index
      ? []
      : [
          {
            place: `inputs[${index}].name`,
            reason: `${name} is declared twice`,
            text: { zh: `${name} 重复`, en: `${name} is declared twice` },
          },
        ],
  );
}
