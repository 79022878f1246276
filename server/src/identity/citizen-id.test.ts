import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCitizenId, citizenIdCheckChar, normalCitizenId } from './citizen-id.ts';

test('sex, birth date and region are derived from the number', () => {
  expect(checkCitizenId('11010519491231002X')).toEqual({
    valid: true,
    sex: 'female',
    bornOn: '1949-12-31',
    region: '110105',
  });
  expect(checkCitizenId('110198199003070010')).toEqual({
    valid: true,
    sex: 'male',
    bornOn: '1990-03-07',
    region: '110198',
  });
  expect(checkCitizenId('110198202402290138').valid).toBe(true);
  expect(checkCitizenId('440524188001010014').valid).toBe(true);
});

test('an invalid number says why', () => {
  expect(checkCitizenId('110198199003070011')).toEqual({ valid: false, why: 'checksum' });
  expect(checkCitizenId('110105194913310021')).toEqual({ valid: false, why: 'date' });
  expect(checkCitizenId('11010519491231002')).toEqual({ valid: false, why: 'length' });
  expect(checkCitizenId('110105491231002')).toEqual({ valid: false, why: 'length' });
  expect(checkCitizenId('11010519491231002x')).toEqual({ valid: false, why: 'characters' });
  expect(checkCitizenId('1101051949123100X2')).toEqual({ valid: false, why: 'characters' });
  expect(checkCitizenId(signed('99010519491231002'))).toEqual({ valid: false, why: 'region' });
});

test('29 February exists in leap years only, and nobody is born before 1800 or tomorrow', () => {
  expect(checkCitizenId(signed('11019820240229013')).valid).toBe(true);
  expect(checkCitizenId(signed('11019820000229013')).valid).toBe(true);
  expect(checkCitizenId(signed('11019820230229013'))).toEqual({ valid: false, why: 'date' });
  expect(checkCitizenId(signed('11019819000229013'))).toEqual({ valid: false, why: 'date' });
  expect(checkCitizenId(signed('11019800010101013'))).toEqual({ valid: false, why: 'date' });
  expect(checkCitizenId('110198202402290138', '2024-02-28')).toEqual({ valid: false, why: 'date' });
  expect(checkCitizenId('110198202402290138', '2024-02-29').valid).toBe(true);
});

test('a small x, blanks and full-width digits are people, not errors', () => {
  expect(normalCitizenId(' 110105 1949１231 002x ')).toBe('11010519491231002X');
});

test('every single mistyped character is noticed', () => {
  fc.assert(
    fc.property(fc.nat(17), fc.constantFrom(...'0123456789X'), (place, char) => {
      const id = '11010519491231002X';
      const typed = id.slice(0, place) + char + id.slice(place + 1);
      expect(checkCitizenId(typed).valid).toBe(typed === id);
    }),
  );
});

function signed(first17: string): string {
  return first17 + citizenIdCheckChar(first17);
}
