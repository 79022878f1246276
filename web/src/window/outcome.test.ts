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
  expect(outcomeOf('FIX_ON_SPOT', fields)).toEqual({ outcome: 'FIX_ON_SPOT', fixed: fields.defects });
});
