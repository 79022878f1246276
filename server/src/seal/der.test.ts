import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  TAG,
  bits,
  boolean,
  derBits,
  derBoolean,
  derGeneralizedTime,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derText,
  derUtcTime,
  instantOf,
  integer,
  members,
  octets,
  oidOf,
  readDer,
  textOf,
} from './der.ts';

test('what is written is read back', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 2n ** 200n }),
      fc.uint8Array({ maxLength: 70_000 }),
      fc.string(),
      (n, raw, text) => {
        const [a, b, c, d, e] = members(
          readDer(
            derSequence(
              derInteger(n),
              derOctets(raw),
              derBits(raw),
              derText(TAG.utf8String, text.toWellFormed()),
              derBoolean(true),
            ),
          ),
        );
        expect(integer(a)).toBe(n);
        expect(Buffer.from(octets(b)).equals(raw)).toBe(true);
        expect(Buffer.from(bits(c)).equals(raw)).toBe(true);
        expect(textOf(d, TAG.utf8String)).toBe(text.toWellFormed());
        expect(boolean(e)).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});

test.each(['1.2.156.10197.1.501', '2.5.29.19', '2.25.300786557964673353848022033268330429041', '0.9.2342'])(
  'object identifier %s',
  (oid) => {
    expect(oidOf(readDer(derOid(oid)))).toBe(oid);
  },
);

test('times are whole UTC seconds', () => {
  expect(instantOf(readDer(derGeneralizedTime('2025-03-03T02:00:07.999Z')))).toBe('2025-03-03T02:00:07.000Z');
  expect(instantOf(readDer(derUtcTime('2049-12-31T23:59:59.000Z')))).toBe('2049-12-31T23:59:59.000Z');
  expect(() => instantOf(readDer(derText(TAG.generalizedTime, '20251399000000Z')))).toThrow('not a time');
});

test.each([
  ['indefinite length', '3080020101' + '0000'],
  ['a longer length than needed', '308103020101'],
  ['bytes after the value', '300302010100'],
  ['a value that ends early', '3005020101'],
  ['a length of five bytes', '30850000000001ff'],
  ['nothing', ''],
])('%s is refused: one value has one encoding', (_, hex) => {
  expect(() => readDer(Buffer.from(hex, 'hex'))).toThrow('');
});

test.each([
  ['a padded integer', '02020001', integer],
  ['a negative integer', '0201ff', integer],
  ['an empty integer', '0200', integer],
  ['a bit string with unused bits', '030204f0', bits],
  ['a boolean of one', '010101', boolean],
])('%s is refused', (_, hex, read) => {
  expect(() => read(readDer(Buffer.from(hex, 'hex')))).toThrow('');
});
