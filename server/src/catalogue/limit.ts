import type { Item, LimitUnit } from './item.ts';

export interface Limit {
  readonly value: number;
  readonly unit: LimitUnit;
  /** Present when statute says "on the spot" only under a condition or beside another procedure. */
  readonly qualification?: string;
}

/** Working days of art. 42 of the licensing law: the ceiling where statute gives no figure of its own (R54). */
const GENERAL_LIMIT: Limit = { value: 20, unit: 'W' };

/** Seven natural days hold five working days. */
const NATURAL_DAYS_PER_UNIT = { S: 0, W: 7 / 5, N: 1 } as const satisfies Record<LimitUnit, number>;

/** The statutory limit of the item as figures; "on the spot" is 0 `S`, conditional wording is kept as a qualification. */
export function legalLimitOf(item: Pick<Item, 'legalLimit'>): Limit {
  const { value, unit } = item.legalLimit;
  if (unit === 'S') return value === '当场' ? { value: 0, unit } : { value: 0, unit, qualification: value };
  const figure = /^\d+$/.exec(value);
  return figure === null ? { ...GENERAL_LIMIT, qualification: value } : { value: Number(value), unit };
}

/**
 * R65: whether the statute says "日" for this figure and leaves open which kind. 许可法82 makes working days of its own limits
 * only; what the catalogue's unit says of another statute is then one of two readings.
 */
export function isUnclearDay(item: Pick<Item, 'legalLimit'>, limit: Pick<Limit, 'value' | 'unit'>): boolean {
  if (limit.unit === 'S') return false;
  const { basis } = item.legalLimit;
  const figure = `${limit.value}日`;
  // "20日" is no "120日".
  for (let at = basis.indexOf(figure); at !== -1; at = basis.indexOf(figure, at + 1))
    if (!/\d/u.test(basis.charAt(at - 1))) return true;
  return false;
}

/** The public promise; 0 working days is a case decided within the session. */
export function promisedLimitOf(item: Pick<Item, 'promisedLimit'>): Limit {
  const { value, unit } = item.promisedLimit;
  return value === 0 ? { value: 0, unit: 'S' } : { value, unit };
}

/**
 * R5 (优化条例36): the promise may not be longer than statute. Working and natural days are compared at five to seven:
 * a guide is published for every week of the year, while the exact days of one case are counted by its two clocks (R66).
 * Where statute says "on the spot" only on a condition, the general limit of 许可法42 is the ceiling (our reading).
 */
export function promiseWithinStatute(item: Pick<Item, 'legalLimit' | 'promisedLimit'>): boolean {
  const legal = legalLimitOf(item);
  const ceiling = legal.unit === 'S' && legal.qualification !== undefined ? GENERAL_LIMIT : legal;
  return naturalDays(promisedLimitOf(item)) <= naturalDays(ceiling);
}

function naturalDays(limit: Limit): number {
  return limit.value * NATURAL_DAYS_PER_UNIT[limit.unit];
}
