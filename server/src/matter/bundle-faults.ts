import { compileCondition, type Item } from '../catalogue/catalogue.ts';
import { type Bundle, type BundleField, type BundleRule, conditionInputs, partsOf } from './bundle.ts';
import { findCycle, precedencesOf } from './order.ts';
import { identityTargets, isRuleInput, linesListing } from './own-lines.ts';
import type { BundleRefusalCode } from './refusals.ts';

/** One reason why a bundle may not be published, with its place in the bundle and what is wrong there. */
export interface BundleFault {
  readonly code: BundleRefusalCode;
  readonly place: string;
  readonly reason: string;
}

/** The items that the library has in force, by id. */
export type ItemsInForce = ReadonlyMap<string, Item>;

type Check = (bundle: Bundle, items: ItemsInForce) => readonly BundleFault[];

/** In this order, so that the first fault is the one that the others may follow from. */
const checks: readonly Check[] = [
  unknownItems,
  itemsInNoWave,
  itemsTwice,
  cycle,
  wrongConditions,
  lateBranches,
  doubledFields,
  unfoundedEnterprise,
  fieldsNotAllowed,
  unwrittenWords,
];

/** Everything that forbids publishing `bundle`. */
export function bundleFaults(bundle: Bundle, items: ItemsInForce): readonly BundleFault[] {
  return checks.flatMap((check) => check(bundle, items));
}

/** Every item that the bundle names, with its place. */
function namedItems({ items, waves, rules, fields, founds }: Bundle): readonly (readonly [string, string])[] {
  return [
    ...items.map((item, index) => [`items[${index}]`, item] as const),
    ...waves.flatMap((wave, index) => wave.map((item) => [`waves[${index}]`, item] as const)),
    ...rules.flatMap((rule, index) => itemsOfRule(rule).map((item) => [`rules[${index}]`, item] as const)),
    ...fields.flatMap((field, index) => itemsOfField(field).map((item) => [`fields[${index}]`, item] as const)),
    ...(founds?.items ?? []).map((item) => ['founds', item] as const),
  ];
}

function itemsOfRule({ does }: BundleRule): readonly string[] {
  switch (does.kind) {
    case 'replace':
      return [does.item, does.by];
    case 'hold':
      return does.items;
    case 'remove':
    case 'add':
    case 'prompt':
      return [does.item];
    case 'stop':
      return [];
    default:
      return does satisfies never;
  }
}

function itemsOfField({ from, to }: BundleField): readonly string[] {
  const giving = from.kind === 'output' ? from.items : from.kind === 'fact' ? [from.item] : [];
  return [...giving, ...Object.keys(to)];
}

function unknownItems(bundle: Bundle, items: ItemsInForce): readonly BundleFault[] {
  return namedItems(bundle)
    .filter(([, item]) => !items.has(item))
    .map(([place, item]) => ({ code: 'bundle-item-unknown', place, reason: item }));
}

function itemsInNoWave(bundle: Bundle): readonly BundleFault[] {
  const placed = new Set(bundle.waves.flat());
  return [...partsOf(bundle)]
    .filter((item) => !placed.has(item))
    .map((item) => ({ code: 'bundle-item-in-no-wave', place: 'waves', reason: item }));
}

/** An item twice among the ordinary ones; twice in the waves is a circle and is told as one. */
function itemsTwice({ items }: Bundle): readonly BundleFault[] {
  return items
    .filter((item, index) => items.indexOf(item) !== index)
    .map((item) => ({ code: 'bundle-item-twice', place: `items[${items.lastIndexOf(item)}]`, reason: item }));
}

function cycle(bundle: Bundle): readonly BundleFault[] {
  const within = bundle.waves.flatMap((wave, index) =>
    wave
      .filter((item, place) => wave.indexOf(item) !== place)
      .map((item) => ({ place: `waves[${index}]`, path: [item, item] })),
  );
  const found = findCycle(precedencesOf(bundle));
  return [...within, ...(found === undefined ? [] : [{ place: 'waves', path: found }])].map(({ place, path }) => ({
    code: 'bundle-order-cyclic',
    place,
    reason: path.join(' → '),
  }));
}

function wrongConditions(bundle: Bundle): readonly BundleFault[] {
  const inputs = conditionInputs(bundle);
  return bundle.rules.flatMap(({ when }, index): BundleFault[] => {
    const compiled = compileCondition(when, inputs);
    return 'reason' in compiled
      ? [{ code: 'bundle-condition-wrong', place: `rules[${index}].when`, reason: compiled.reason }]
      : [];
  });
}

/** Which items there will be is settled before submission: only a hold may wait for what a child brings to light. */
function lateBranches(bundle: Bundle): readonly BundleFault[] {
  const late = new Set(
    bundle.fields.filter(({ from }) => from.kind === 'output' || from.kind === 'fact').map(({ name }) => name),
  );
  return bundle.rules.flatMap(({ when, does }, index): BundleFault[] => {
    if (does.kind === 'hold') return [];
    const compiled = compileCondition(when, conditionInputs(bundle));
    const reads = 'reason' in compiled ? [] : compiled.reads.filter((name) => late.has(name));
    return reads.map((name) => ({ code: 'bundle-branch-late', place: `rules[${index}].when`, reason: name }));
  });
}

/** A name used twice, or two answers for the same line of one item's list. */
function doubledFields({ fields }: Bundle): readonly BundleFault[] {
  const names = fields.map(({ name }) => name);
  const lines = fields.flatMap(({ to }, index) =>
    Object.entries(to)
      .filter(([, target]) => target.startsWith('form.'))
      .map(([item, target]) => ({ index, line: `${item} ${target}` })),
  );
  const doubledNames = names.flatMap((name, index) => (names.indexOf(name) === index ? [] : [{ index, reason: name }]));
  const doubledLines = lines.flatMap(({ index, line }, place) =>
    lines.findIndex((one) => one.line === line) === place ? [] : [{ index, reason: line }],
  );
  return [...doubledNames, ...doubledLines].map(({ index, reason }) => ({
    code: 'bundle-field-twice',
    place: `fields[${index}]`,
    reason,
  }));
}

function unfoundedEnterprise({ founds, fields }: Bundle): readonly BundleFault[] {
  if (founds === null) return [];
  const code = fields.find(({ name }) => name === founds.code);
  const gives = code?.from.kind === 'output' && founds.items.every((item) => itemsOfOutput(code).includes(item));
  return [
    ...(fields.some(({ name }) => name === founds.name) ? [] : [founds.name]),
    ...(gives ? [] : [founds.code]),
  ].map((reason) => ({ code: 'bundle-founding-incomplete', place: 'founds', reason }));
}

function itemsOfOutput({ from }: BundleField): readonly string[] {
  return from.kind === 'output' ? from.items : [];
}

/** 个保法6, R11: an item receives what stands on its own list, in the kind that the list names, and nothing else. */
function fieldsNotAllowed({ fields }: Bundle, items: ItemsInForce): readonly BundleFault[] {
  return fields.flatMap((field, index) =>
    Object.entries(field.to).flatMap(([itemId, target]): BundleFault[] => {
      const item = items.get(itemId);
      if (item === undefined || isOnList(item, target, field)) return [];
      return [
        {
          code: 'bundle-field-not-allowed',
          place: `fields[${index}].to.${itemId}`,
          reason: `${target} (${field.standard})`,
        },
      ];
    }),
  );
}

/** What people are asked and told is written, in both languages. */
function unwrittenWords({ fields, rules }: Bundle): readonly BundleFault[] {
  const texts = [
    ...fields.map(({ label }, index) => ({ place: `fields[${index}]`, words: label })),
    ...rules.map(({ why }, index) => ({ place: `rules[${index}]`, words: why })),
  ];
  return texts.flatMap(({ place, words: { zh, en } }): BundleFault[] =>
    [zh, en].some((text) => !/[\p{L}\p{N}]/u.test(text))
      ? [{ code: 'bundle-words-missing', place, reason: `${zh} / ${en}` }]
      : [],
  );
}

function isOnList(item: Item, target: string, { standard, type }: BundleField): boolean {
  if (identityTargets.includes(target)) return type === 'string';
  if (type === 'material') {
    // A paper stands for a paper that somebody has to bring, never for our own form.
    const material = item.materials.find(({ code }) => code === target);
    return material !== undefined && material.kind !== 'form';
  }
  const lines = linesListing(item, { standard, type });
  if (target.startsWith('form.'))
    return isRuleInput(item, target, type) || lines.some(({ name }) => `form.${name}` === target);
  // The telephone number and the address of the applicant only where the form asks for them.
  return target.startsWith('applicant.') && lines.length > 0;
}
