import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkELicenceId, composeELicenceId } from './e-licence-id.ts';

const PUBLISHED = [
  '1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0',
  '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
  '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9',
];

test('published e-licence identifiers are valid', () => {
  for (const id of PUBLISHED) expect(checkELicenceId(id).valid, id).toBe(true);
  expect(checkELicenceId(PUBLISHED[0] ?? '')).toEqual({
    valid: true,
    type: '11100000000013338W009',
    issuer: '11330105002500287C',
    serial: '2025052201',
    version: '002',
  });
});

test('an invalid identifier says why', () => {
  const why = (id: string) => {
    const check = checkELicenceId(id);
    return check.valid ? 'valid' : check.why;
  };
  expect(why('1.2.156.3005.1.11100000000013338W009.11330105002500287C.2025052201.002.0')).toBe('prefix');
  expect(why('1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002')).toBe('length');
  expect(why('1.2.156.3005.2.11100000000013338W09.11330105002500287C.2025052201.002.0')).toBe('length');
  expect(why('1.2.156.3005.2.11100000000013338W009.11330105002500287C..002.0')).toBe('length');
  expect(why('1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.02.0')).toBe('length');
  expect(why('1.2.156.3005.2.11100000000013338w009.11330105002500287C.2025052201.002.0')).toBe('characters');
  expect(why('1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.00A.0')).toBe('characters');
  expect(why('1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.1')).toBe('checksum');
  expect(why('')).toBe('prefix');
});

test('every single mistyped character after the prefix is noticed', () => {
  const prefix = '1.2.156.3005.2.'.length;
  fc.assert(
    fc.property(
      fc.constantFrom(...PUBLISHED),
      fc.nat(60),
      fc.constantFrom(...'0123456789ABCXYZ'),
      (id, shift, char) => {
        const place = Math.min(prefix + shift, id.length - 1);
        const typed = id.slice(0, place) + char + id.slice(place + 1);
        expect(checkELicenceId(typed).valid).toBe(typed === id);
      },
    ),
  );
});

test('a composed identifier is valid, and parts of the wrong length are refused', () => {
  const parts = { type: '11110198YH00010020001', issuer: '11110198YH00010020', serial: '2025000001', version: '001' };
  expect(checkELicenceId(composeELicenceId(parts))).toEqual({ valid: true, ...parts });
  expect(() => composeELicenceId({ ...parts, version: '1' })).toThrow(RangeError);
});
