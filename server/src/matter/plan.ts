import { compileCondition, type InputValue, isCertain } from '../catalogue/catalogue.ts';
import { type Bundle, type BundleField, type BundleRule, conditionInputs, type Words } from './bundle.ts';

export type Values = Readonly<Record<string, InputValue>>;

/** An item that becomes a case of its own. */
export interface PlannedChild {
  readonly itemId: string;
  readonly wave: number;
  /** Over before this one begins: those of the wave before, and those whose output it receives. */
  readonly after: readonly string[];
  /** The fields that it receives from a grant; without the grant it cannot begin. */
  readonly needs: readonly { readonly field: string; readonly from: readonly string[] }[];
  /** Why it is here, where it is not in the ordinary case. */
  readonly why?: Words;
  /** The item whose place it took. */
  readonly insteadOf?: string;
}

export interface Hold {
  /** Position of the rule in the bundle, from 0. */
  readonly rule: number;
  readonly items: readonly string[];
  readonly why: Words;
  /** The organ that lifts it; where none is named, the organs of the items. */
  readonly liftedBy?: string;
}

/** What a situation makes of a bundle. */
export interface Plan {
  readonly children: readonly PlannedChild[];
  readonly leftOut: readonly { readonly itemId: string; readonly why: Words }[];
  readonly holds: readonly Hold[];
  readonly prompts: readonly { readonly itemId: string; readonly why: Words }[];
  readonly stops: readonly Words[];
}

interface Draft {
  readonly chosen: Map<string, { why?: Words; insteadOf?: string }>;
  readonly leftOut: { itemId: string; why: Words }[];
  readonly holds: Hold[];
  readonly prompts: { itemId: string; why: Words }[];
  readonly stops: Words[];
}

/** The children that `values` call for. A rule that reads what is not known yet does not apply yet. Pure and total. */
export function planOf(bundle: Bundle, values: Values): Plan {
  const draft: Draft = {
    chosen: new Map(bundle.items.map((itemId) => [itemId, {}])),
    leftOut: [],
    holds: [],
    prompts: [],
    stops: [],
  };
  bundle.rules.forEach((rule, index) => {
    if (holds(bundle, rule, values)) follow(draft, rule, index);
  });
  const { chosen, ...rest } = draft;
  return { children: placed(bundle, chosen), ...rest };
}

/** Whether the condition of `rule` is certainly true. */
function holds(bundle: Bundle, { when }: BundleRule, values: Values): boolean {
  const inputs = conditionInputs(bundle);
  const condition = compileCondition(when, inputs);
  if ('reason' in condition) return false;
  return isCertain(condition, inputs, values);
}

function follow({ chosen, ...draft }: Draft, { does, why }: BundleRule, rule: number): void {
  switch (does.kind) {
    case 'replace':
      if (chosen.delete(does.item)) chosen.set(does.by, { why, insteadOf: does.item });
      return;
    case 'remove':
      if (chosen.delete(does.item)) draft.leftOut.push({ itemId: does.item, why });
      return;
    case 'add':
      if (!chosen.has(does.item)) chosen.set(does.item, { why });
      return;
    case 'hold':
      draft.holds.push({
        rule,
        items: does.items,
        why,
        ...(does.liftedBy === undefined ? {} : { liftedBy: does.liftedBy }),
      });
      return;
    case 'prompt':
      draft.prompts.push({ itemId: does.item, why });
      return;
    case 'stop':
      draft.stops.push(why);
      return;
    default:
      does satisfies never;
  }
}

/** The chosen items in the order of the waves. A wave that the situation emptied holds up nobody. */
function placed(bundle: Bundle, chosen: Draft['chosen']): readonly PlannedChild[] {
  const waves = bundle.waves.map((wave) => wave.filter((itemId) => chosen.has(itemId))).filter(isNotEmpty);
  return waves.flatMap((wave, index) =>
    wave.map((itemId) => {
      const needs = needsOf(bundle.fields, itemId, chosen);
      const producers = needs.flatMap(({ from }) => from);
      const after = [...new Set([...(waves[index - 1] ?? []), ...producers])].filter((one) => one !== itemId);
      return { itemId, wave: index, after, needs, ...chosen.get(itemId) };
    }),
  );
}

function needsOf(fields: readonly BundleField[], itemId: string, chosen: Draft['chosen']): PlannedChild['needs'] {
  return fields.flatMap(({ name, from, to }) => {
    if (from.kind !== 'output' || !Object.hasOwn(to, itemId) || from.items.includes(itemId)) return [];
    return [{ field: name, from: from.items.filter((item) => chosen.has(item)) }];
  });
}

function isNotEmpty(wave: readonly string[]): boolean {
  return wave.length > 0;
}
