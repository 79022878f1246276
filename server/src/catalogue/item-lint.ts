import { z } from 'zod';

import { blankItem } from './blank-item.ts';
import type { ElementPath } from './element-name.ts';
import { Item, ItemId } from './item.ts';
import { shapeText } from './shape-text.ts';
import { faultAt, publicationFaults, type PublicationFacts, type PublicationFault } from './publication.ts';

const Elements = z.record(z.string(), z.unknown());
const Identity = z.object({ id: ItemId, dept: z.string().regex(/^[A-Z]{2}$/) });

/**
 * Every fault of what may or may not be an item, all at once. An element of another shape is a fault of its own; the rules
 * are then put to the item without the element's group, so that they still tell what else is wrong.
 */
export function lintItem(value: unknown, facts: PublicationFacts): readonly PublicationFault[] {
  const parsed = Item.safeParse(value);
  if (parsed.success) return publicationFaults(parsed.data, facts);
  const shape = parsed.error.issues.flatMap((issue) => shapeFaults(issue, value));
  const groups = new Set(shape.map(({ path }) => path.split(/[.[]/)[0] ?? ''));
  const rest = Item.safeParse(withoutGroups(value, groups));
  const others = rest.success
    ? publicationFaults(rest.data, facts).filter(
        ({ path, code }) =>
          !groups.has(path.split(/[.[]/)[0] ?? '') && !(restsOn[code] ?? []).some((group) => groups.has(group)),
      )
    : [];
  return [...shape, ...others];
}

/** Checks that compare groups: with one of them missing they would only repeat that it is. */
const restsOn: Readonly<Record<string, readonly string[] | undefined>> = {
  'rules-do-not-compile': ['inputs', 'effects', 'decide'],
  'example-fails': ['inputs', 'effects', 'decide', 'cases'],
  'sign-class-deviates': ['signing', 'inputs', 'intake'],
  'sign-list-membership-wrong': ['decidableOnTheSpot', 'signClass'],
  'on-the-spot-wrong': ['signing', 'time', 'intake'],
  'promise-route-unlawful': ['decide'],
  'tolerance-unsound': ['materials'],
  'quantity-limit-unfounded': ['effects', 'inputs'],
  'elements-contradict': ['fees', 'visits', 'online', 'audience', 'promisedLimit', 'form', 'materials'],
  'intermediary-unlawful': ['services'],
  'field-without-purpose': ['inputs'],
  'form-condition-wrong': ['inputs'],
};

/** The item with blanks in place of `groups` and of what no item has; what remains broken is left to the schema. */
function withoutGroups(value: unknown, groups: ReadonlySet<string>): unknown {
  const given = Elements.safeParse(value);
  const identity = Identity.safeParse(value);
  if (!given.success) return value;
  const { id, dept } = identity.success ? identity.data : { id: 'ZZ-99', dept: 'ZZ' };
  const known = Object.entries(given.data).filter(([key]) => key in Item.shape && !groups.has(key));
  return { ...blankItem(id, dept), ...Object.fromEntries(known) };
}

function shapeFaults(issue: z.core.$ZodIssue, item: unknown): readonly PublicationFault[] {
  const path: ElementPath = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => faultAt('element-malformed', [...path, key], '没有这个要素'));
  }
  const isMissing = issue.code === 'invalid_type' && valueAt(item, path) === undefined;
  return [
    isMissing ? faultAt('element-missing', path, '未填写') : faultAt('element-malformed', path, shapeText(issue)),
  ];
}

function valueAt(value: unknown, path: ElementPath): unknown {
  return path.reduce<unknown>((found, key) => {
    const entries = z.record(z.string(), z.unknown()).or(z.array(z.unknown())).safeParse(found);
    if (!entries.success) return undefined;
    return Array.isArray(entries.data) ? entries.data[Number(key)] : entries.data[key];
  }, value);
}
