import { expect, test } from 'vitest';
import { outcomeKeys, outcomeOf, outcomes } from './outcome.ts';

test('R23: there are five outcomes and no sixth, each with a key of its own', () => {
  expect(outcomes).toHaveLength(5);
  expect(new Set(Object.values(outcomeKeys)).size).toBe(5);
});

test('R32: a date is promised only where something may follow later', () => {
  expect(outcomeOf('ACCEPT', { toleratedUntilOn: '2026-12-01' })).toEqual({ outcome: 'ACCEPT', tolerated: [] });
  expect(outcomeOf('ACCEPT', { tolerated: ['m.bl'], toleratedUntilOn: '2026-12-01' })).toEqual({
    outcome: 'ACCEPT',
    tolerated: ['m.bl'],
    toleratedUntilOn: '2026-12-01',
  });
});

test('each outcome sends its own fields and none of another', () => {
  const fields = {
    reason: '不需要',
    competentOrgan: '文旅局',
    defects: [{ code: 'm.bl', what: '过期', need: '有效' }],
  };
  expect(outcomeOf('NOT_NEEDED', fields)).toEqual({ outcome: 'NOT_NEEDED', reason: '不需要' });
  expect(outcomeOf('NOT_OURS', fields)).toEqual({ outcome: 'NOT_OURS', reason: '不需要', competentOrgan: '文旅局' });
  expect(outcomeOf('CORRECT', fields)).toEqual({ outcome: 'CORRECT', defects: fields.defects });
  expect(outcomeOf('FIX_ON_SPOT', fields)).toEqual({
    outcome: 'FIX_ON_SPOT',
    fixed: fields.defects,
    materials: [],
    form: {},
  });
});

test('R23: what was mended on the spot comes into the record with it: the paper, or the right answer', () => {
  const told = { what: '缺', need: '补' };
  const defects = [
    { code: 'm.floor', ...told, isBrought: true },
    { code: 'm.bl', ...told, isBrought: false },
    { code: 'area', ...told, answer: 86 },
    { code: 'chain', ...told, answer: false },
  ];
  expect(outcomeOf('FIX_ON_SPOT', { defects })).toMatchObject({
    materials: [{ code: 'm.floor', source: 'paper' }],
    form: { area: 86, chain: false },
  });
});

test('R64: the limit starts later only where the end of the window was named', () => {
  expect(outcomeOf('ACCEPT', { windowEndsOn: '2026-04-30' })).toMatchObject({ windowEndsOn: '2026-04-30' });
  expect(outcomeOf('ACCEPT', { windowEndsOn: '' })).not.toHaveProperty('windowEndsOn');
});
