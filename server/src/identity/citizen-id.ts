import type { PlainDate } from '../kernel/time.ts';
import { PROVINCES } from './uscc.ts';

/** Citizen identity numbers (GB 11643-1999). Sex, birth date and region are derived from the number, never asked again. */

export type CitizenIdFault = 'length' | 'characters' | 'checksum' | 'date' | 'region';

export type CitizenIdCheck =
  | { readonly valid: true; readonly sex: 'male' | 'female'; readonly bornOn: PlainDate; readonly region: string }
  | { readonly valid: false; readonly why: CitizenIdFault };

/**
 * Says whether `id` is a well-formed number, and what it tells. With `todayOn`, a birth in the future is refused too. The last
 * place is a capital X: see `normalCitizenId`.
 */
export function checkCitizenId(id: string, todayOn?: PlainDate): CitizenIdCheck {
  if (id.length !== 18) return { valid: false, why: 'length' };
  if (!/^\d{17}[\dX]$/.test(id)) return { valid: false, why: 'characters' };
  const bornOn = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  if (!isBirthDate(bornOn, todayOn)) return { valid: false, why: 'date' };
  if (citizenIdCheckChar(id) !== id[17]) return { valid: false, why: 'checksum' };
  const region = id.slice(0, 6);
  if (!CITIZEN_REGIONS.has(region.slice(0, 2))) return { valid: false, why: 'region' };
  return { valid: true, sex: Number(id[16]) % 2 === 1 ? 'male' : 'female', bornOn, region };
}

/** The number as people mean it: without blanks, a small x made a capital, full-width digits made plain. */
export function normalCitizenId(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/** The check character over the first 17 digits (ISO 7064 MOD 11-2). */
export function citizenIdCheckChar(id: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(id[place]), 0);
  return '10X98765432'[sum % 11] ?? '';
}

/** The number of somebody born on `bornOn` in `region`, with three digits of order. */
export function citizenIdOf(region: string, bornOn: PlainDate, order: string): string {
  const body = `${region}${bornOn.replaceAll('-', '')}${order.padStart(3, '0')}`;
  return `${body}${citizenIdCheckChar(body)}`;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Residence permits of people from Hong Kong, Macao and Taiwan have numbers of the same form under 81, 82 and 83. */
const CITIZEN_REGIONS: ReadonlySet<string> = new Set([...PROVINCES, '83']);

/** The registers hold nobody born before 1800: an earlier year is a typing error. */
const EARLIEST_BIRTH = '1800-01-01';

function isBirthDate(on: PlainDate, todayOn: PlainDate | undefined): boolean {
  const at = Date.parse(`${on}T00:00:00.000Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== on) return false;
  return on >= EARLIEST_BIRTH && (todayOn === undefined || on <= todayOn);
}
