import { expect, test } from 'vitest';
import vectors from '../../../db/demo/vectors.json' with { type: 'json' };
import { checkCodes } from './check-codes.ts';

const places = (input: unknown) => checkCodes(input, '2025-06-01').mismatches.map((line) => line.split(':')[0]);

test('every code and identifier of our vectors is judged as expected', () => {
  expect(checkCodes(vectors, '2025-06-01')).toEqual({ passed: 39, failed: 0, mismatches: [] });
});

test('any subset of the sections may be checked', () => {
  expect(checkCodes({ eLicenceId: vectors.eLicenceId })).toEqual({ passed: 2, failed: 0, mismatches: [] });
  expect(checkCodes({ uscc: { valid: ['91350100M000100Y43'] } })).toEqual({ passed: 1, failed: 0, mismatches: [] });
  expect(checkCodes({ calendar: vectors.calendar, workdays: vectors.workdays, note: '' }).failed).toBe(0);
});

test('a wrong verdict, reason, weight or letter is one mismatch with its place', () => {
  expect(
    places({ uscc: { valid: ['91350100M000100Y44'], invalid: [{ value: '91350100M000100Y43', why: 'checksum' }] } }),
  ).toEqual(['uscc.valid[0]', 'uscc.invalid[0]']);
  expect(places({ uscc: { invalid: [{ value: '91350100M000100Y4', why: 'checksum' }] } })).toEqual([
    'uscc.invalid[0].why',
  ]);
  const { uscc } = vectors;
  expect(places({ uscc: { weights: uscc.weights.with(3, 28), charset: `${uscc.charset}Z` } })).toEqual([
    'uscc.weights',
    'uscc.charset',
  ]);
  expect(places({ citizenId: { valid: ['110198199003070011'], invalid: ['110198199003070010'] } })).toEqual([
    'citizenId.valid[0]',
    'citizenId.invalid[0]',
  ]);
  const [licence] = vectors.eLicenceId;
  expect(places({ eLicenceId: [{ ...licence, valid: false }] })).toEqual(['eLicenceId[0].valid']);
  const [item] = vectors.itemCode;
  expect(places({ itemCode: [{ ...item, basic12: '110131002000' }] })).toEqual(['itemCode[0].impl31']);
  expect(places({ itemCode: [{ ...item, biz33: `${item?.impl31.replace(/0$/, '1')}01` }] })).toEqual([
    'itemCode[0].biz33',
  ]);
  expect(
    places({ caseNo: { format: '44 chars', example: vectors.caseNo.example.replace('20250303', '20250229') } }),
  ).toEqual(['caseNo.example', 'caseNo.format']);
});

test('a number of somebody not yet born is invalid', () => {
  const citizenId = { invalid: ['110198202402290138'] };
  expect(checkCodes({ citizenId }, '2024-02-28').failed).toBe(0);
  expect(checkCodes({ citizenId }, '2024-02-29').failed).toBe(1);
});

test('unknown sections and malformed entries are mismatches with a path, never a crash', () => {
  expect(places(undefined)).toEqual(['file']);
  expect(places({ passports: [], constructor: {} })).toEqual(['passports', 'constructor']);
  expect(places({ uscc: { valid: [1, 'x'], invalid: 'no' } })).toEqual([
    'uscc.valid[0]',
    'uscc.valid[1]',
    'uscc.invalid',
  ]);
  expect(places({ uscc: { valid: [], other: 1 }, citizenId: [] })).toEqual(['uscc', 'citizenId']);
  expect(places({ eLicenceId: [{ value: 1, valid: 'yes' }], itemCode: [{}], caseNo: {} })).toEqual([
    'eLicenceId[0].value',
    'eLicenceId[0].valid',
    'itemCode[0].item',
    'itemCode[0].basic12',
    'itemCode[0].impl31',
    'itemCode[0].biz33',
    'caseNo.example',
  ]);
});
