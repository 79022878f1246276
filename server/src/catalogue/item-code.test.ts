import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  composeBasicCode,
  composeBizCode,
  composeCaseNo,
  composeImplCode,
  parseBasicCode,
  parseBizCode,
  parseCaseNo,
  parseImplCode,
} from './item-code.ts';

const IMPL = '11110198YH000100203110131001000';

test('codes in public use are read into their parts', () => {
  expect(parseImplCode('11110105085488593L3113249558000')).toEqual({
    valid: true,
    uscc: '11110105085488593L',
    level: 3,
    basicCode: '113249558000',
  });
  for (const code of [
    '11440000MB2D0164XH2440289876000',
    '11370800MB285591843370117002011',
    '12441500196720244T3442199806003',
  ]) {
    expect(parseImplCode(code).valid, code).toBe(true);
  }
  expect(parseBasicCode('110131001000')).toEqual({
    valid: true,
    region: '11',
    type: '01',
    department: '31',
    main: '001',
    sub: '000',
  });
  expect(parseBizCode(`${IMPL}01`)).toEqual({ valid: true, implCode: IMPL, serial: 1 });
  expect(parseCaseNo(`${IMPL}202503030001`)).toEqual({
    valid: true,
    implCode: IMPL,
    receivedOn: '2025-03-03',
    serial: 1,
  });
});

test('an invalid code says which part is wrong', () => {
  const why = (parsed: { readonly valid: boolean; readonly why?: string }) => parsed.why;
  expect(why(parseBasicCode('11013100100'))).toBe('length');
  expect(why(parseBasicCode('1101310010A0'))).toBe('characters');
  expect(why(parseBasicCode('110031001000'))).toBe('type');
  expect(why(parseImplCode(IMPL.slice(1)))).toBe('length');
  expect(why(parseImplCode(`11110198YH00010021${IMPL.slice(18)}`))).toBe('uscc');
  expect(why(parseImplCode('11110198YH000100207110131001000'))).toBe('level');
  expect(why(parseImplCode('11110198YH000100203110031001000'))).toBe('basic-code');
  expect(why(parseBizCode(IMPL))).toBe('length');
  expect(why(parseBizCode(`${IMPL}0A`))).toBe('serial');
  expect(why(parseBizCode(`2${IMPL.slice(1)}01`))).toBe('impl-code');
  expect(why(parseCaseNo(`${IMPL}20250303001`))).toBe('length');
  expect(why(parseCaseNo(`2${IMPL.slice(1)}202503030001`))).toBe('impl-code');
  expect(why(parseCaseNo(`${IMPL}202502290001`))).toBe('date');
  expect(why(parseCaseNo(`${IMPL}202402290000`))).toBe('serial');
  expect(why(parseCaseNo(`${IMPL}20240229000A`))).toBe('serial');
});

test('what is composed is read back into the same parts', () => {
  const digits = (length: number) => fc.nat(10 ** length - 1).map((value) => String(value).padStart(length, '0'));
  const basic = fc.record({
    region: digits(2),
    type: fc.constantFrom('01', '07', '10', '20', '32'),
    department: digits(2),
    main: digits(3),
    sub: digits(3),
  });
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
  const level = fc.integer({ min: 1, max: 6 });
  const serials = fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 9999 }));
  fc.assert(
    fc.property(basic, level, day, serials, (parts, levelOf, at, [bizSerial, caseSerial]) => {
      const basicCode = composeBasicCode(parts);
      expect(parseBasicCode(basicCode)).toEqual({ valid: true, ...parts });
      const impl = { uscc: '11110198YH00010020', level: levelOf, basicCode };
      const implCode = composeImplCode(impl);
      expect(parseImplCode(implCode)).toEqual({ valid: true, ...impl });
      expect(parseBizCode(composeBizCode({ implCode, serial: bizSerial }))).toEqual({
        valid: true,
        implCode,
        serial: bizSerial,
      });
      const caseNo = { implCode, receivedOn: at.toISOString().slice(0, 10), serial: caseSerial };
      expect(composeCaseNo(caseNo)).toHaveLength(43);
      expect(parseCaseNo(composeCaseNo(caseNo))).toEqual({ valid: true, ...caseNo });
    }),
  );
});

test('the 10,000th case of a day gets no number instead of a wrong one', () => {
  expect(() => composeCaseNo({ implCode: IMPL, receivedOn: '2025-03-03', serial: 10_000 })).toThrow(RangeError);
  expect(() => composeImplCode({ uscc: '11110198YH00010021', level: 3, basicCode: '110131001000' })).toThrow(
    RangeError,
  );
});
