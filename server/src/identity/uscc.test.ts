import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkUscc, isUsccOverridable, normalUscc, USCC_CHARSET, usccCheckChar } from './uscc.ts';

const GENUINE = [
  '91350100M000100Y43',
  '911101080828461726',
  '91110000802100433B',
  '11110105085488593L',
  '11440000MB2D0164XH',
  '12100000400010275N',
  '11370800MB28559184',
  '12441500196720244T',
  '11100000000013338W',
  '11110198YH00010020',
];

test('published codes are valid and tell authority, class, region and organisation code', () => {
  for (const code of GENUINE) expect(checkUscc(code).valid, code).toBe(true);
  expect(checkUscc('91350100M000100Y43')).toEqual({
    valid: true,
    authority: '9',
    organClass: '1',
    region: '350100',
    organCode: 'M000100Y4',
  });
});

test('an invalid code says why', () => {
  expect(checkUscc('91350100M000100Y44')).toEqual({ valid: false, why: 'checksum' });
  expect(checkUscc('91350100M000100Y4')).toEqual({ valid: false, why: 'length' });
  expect(checkUscc('')).toEqual({ valid: false, why: 'length' });
  expect(checkUscc('91350100M000100I43')).toEqual({ valid: false, why: 'characters' });
  expect(checkUscc('91350100m000100y43')).toEqual({ valid: false, why: 'characters' });
  expect(checkUscc(signed('91990100M000100Y4'))).toEqual({ valid: false, why: 'region' });
  expect(checkUscc(signed('9135010AM000100Y4'))).toEqual({ valid: false, why: 'region' });
});

test('the organisation code inside has its own check character', () => {
  expect(checkUscc(signed('91350100M000100Y5'))).toEqual({ valid: false, why: 'checksum' });
});

test('a real early-pilot code fails the checksum, and only a checksum may be overridden by a clerk', () => {
  const early = checkUscc('91350203M0001QAY9B');
  expect(early).toEqual({ valid: false, why: 'checksum' });
  expect(isUsccOverridable(early)).toBe(true);
  expect(isUsccOverridable(checkUscc('91350203'))).toBe(false);
  expect(isUsccOverridable(checkUscc('91350203M0001QAY9I'))).toBe(false);
  expect(isUsccOverridable(checkUscc('91350100M000100Y43'))).toBe(false);
});

test('blanks, hyphens, small letters and full-width characters are people, not errors', () => {
  expect(normalUscc(' 9135 0100-m000100y４3\n')).toBe('91350100M000100Y43');
});

test('every single mistyped character and every swap of neighbours is noticed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...GENUINE), fc.nat(17), fc.constantFrom(...USCC_CHARSET), (code, place, char) => {
      const typed = code.slice(0, place) + char + code.slice(place + 1);
      expect(checkUscc(typed).valid).toBe(typed === code);
      const swapped = code.slice(0, place) + (code[place + 1] ?? '') + code[place] + code.slice(place + 2);
      expect(checkUscc(swapped).valid).toBe(swapped === code);
    }),
  );
});

function signed(first17: string): string {
  return first17 + usccCheckChar(first17);
}
