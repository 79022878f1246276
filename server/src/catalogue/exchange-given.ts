import type { Text } from '../kernel/refusal.ts';
import { type CatalogueRefusalCode, catalogueRefusals } from './refusals.ts';

/** Where something stands in a file: sheet, row and heading; in JSON the number of the item and the element. */
export interface Spot {
  readonly sheet: string;
  /** As the sheet counts; in JSON the place of the item, from 1. */
  readonly row: number;
  readonly column: Text;
  readonly value: string;
}

/** Why a row is not taken. */
export interface RowFault extends Spot {
  /** Empty where the row names none. */
  readonly itemId: string;
  readonly code: CatalogueRefusalCode;
  /** What was found there, or what was expected. */
  readonly found: string;
  readonly rule: string;
  readonly article: string;
  readonly message: Text;
  readonly remedy: Text;
}

/** An item as a file gives it. What the file leaves open is taken from `base`. */
export interface GivenItem {
  readonly itemId: string;
  readonly spot: Spot;
  readonly build: (base: unknown) => BuiltItem;
}

export interface BuiltItem {
  readonly item: Readonly<Record<string, unknown>>;
  readonly faults: readonly RowFault[];
  /** Where the element at `path` (`materials[3].name`) stands, or the nearest that holds it. */
  readonly spotOf: (path: string) => Spot;
  /** What was read otherwise than it was written, for the one who confirms. */
  readonly readings: readonly string[];
}

export interface GivenItems {
  readonly items: readonly GivenItem[];
  /** Faults of rows and columns that belong to no item. */
  readonly faults: readonly RowFault[];
}

/** The fault `code` at `spot`. */
export function rowFault(code: CatalogueRefusalCode, itemId: string, spot: Spot, found = ''): RowFault {
  const { rule, article, message, remedy } = catalogueRefusals[code];
  return { ...spot, itemId, code, found, rule, article, message, remedy };
}

/** Looks a path up among `spots`: the element itself, else the nearest that holds it, else `otherwise`. */
export function nearestSpot(spots: ReadonlyMap<string, Spot>, path: string, otherwise: Spot): Spot {
  for (let at = path; at !== ''; at = at.replace(/(\.[^.[]*|\[\d+\]|^[^.[]*)$/, '')) {
    const found = spots.get(at) ?? firstWithin(spots, at);
    if (found !== undefined) return found;
  }
  return otherwise;
}

/** A group such as `promisedLimit` stands where its first element stands. */
function firstWithin(spots: ReadonlyMap<string, Spot>, path: string): Spot | undefined {
  return (
    spots.get(`${path}.value`) ?? spots.get(`${path}.zh`) ?? spots.get(`${path}.code`) ?? spots.get(`${path}.name`)
  );
}

/** The number of an item as people write it: MK-01, mk01, ＭＫ－０１. */
export function itemIdOf(text: string): string {
  const [, organ = '', serial = ''] = /^([A-Z]{2})[-–—_.]?(\d{2})$/.exec(text.normalize('NFKC').toUpperCase()) ?? [];
  return organ === '' ? '' : `${organ}-${serial}`;
}
