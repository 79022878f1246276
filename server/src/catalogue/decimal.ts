/**
 * Exact decimal arithmetic for amounts that decide a case. A number stands for the shortest decimal that names it, so
 * 0.8 is eight tenths: in binary floating point 3 * 0.8 is more than 2.4, and a price of exactly 80 % would be "too low".
 */
export interface Decimal {
  readonly coefficient: bigint;
  /** The value is coefficient / 10^scale. */
  readonly scale: number;
}

export type Quantity = number | Decimal;

export function add(a: Quantity, b: Quantity): Quantity {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (isExact(a) && isExact(b) && isExact(sum)) return sum;
  }
  const [x, y] = aligned(toDecimal(a), toDecimal(b));
  return { coefficient: x.coefficient + y.coefficient, scale: x.scale };
}

export function multiply(a: Quantity, b: Quantity): Quantity {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (isExact(a) && isExact(b) && isExact(product)) return product;
  }
  const x = toDecimal(a);
  const y = toDecimal(b);
  return { coefficient: x.coefficient * y.coefficient, scale: x.scale + y.scale };
}

/** Negative when `a` is less, 0 when equal, positive when more. */
export function compare(a: Quantity, b: Quantity): number {
  // Shortest decimals of two numbers have the order of the numbers themselves.
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  const [x, y] = aligned(toDecimal(a), toDecimal(b));
  return x.coefficient < y.coefficient ? -1 : x.coefficient > y.coefficient ? 1 : 0;
}

/** Sums and products of safe integers that stay safe integers carry no rounding. */
function isExact(value: number): boolean {
  return Number.isSafeInteger(value);
}

function toDecimal(value: Quantity): Decimal {
  if (typeof value !== 'number') return value;
  if (isExact(value)) return { coefficient: BigInt(value), scale: 0 };
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const coefficient = BigInt(whole + fraction);
  return scale >= 0 ? { coefficient, scale } : { coefficient: coefficient * 10n ** BigInt(-scale), scale: 0 };
}

function aligned(a: Decimal, b: Decimal): readonly [Decimal, Decimal] {
  const scale = Math.max(a.scale, b.scale);
  return [scaled(a, scale), scaled(b, scale)];
}

function scaled(value: Decimal, scale: number): Decimal {
  if (value.scale === scale) return value;
  return { coefficient: value.coefficient * 10n ** BigInt(scale - value.scale), scale };
}
