import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findItem } from '../../test/case-story.ts';
import type { Facts, Item } from '../catalogue/catalogue.ts';
import type { Recorded } from '../journal/journal.ts';
import { afterOne } from '../journal/one-event-act.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { reckonFee, viewFee } from './fee.ts';

const road = findItem('UM-01');

function fact(value: number): Facts {
  return { days: { value, source: 'form', verified: true } };
}

type Line = Item['fees']['lines'][number];

function charged(change: Partial<Line>): Item {
  return { ...road, fees: { ...road.fees, lines: road.fees.lines.map((one) => ({ ...one, ...change })) } };
}

function told(item: Item, facts: Facts): unknown {
  const lines = reckonFee(item, facts);
  return isRefusal(lines) ? lines.code : lines.map(({ fen }) => fen);
}

test('R9: a fee is reckoned from the published standard, in whole fen', () => {
  expect(told(road, fact(10))).toEqual([50_000]);
  expect(told(findItem('RE-01'), {})).toEqual([8000]);
  const tiers = {
    kind: 'tiers' as const,
    input: 'days',
    tiers: [
      { upTo: 7, fen: 100 },
      { upTo: null, fen: 900 },
    ],
  };
  expect([7, 8].map((days) => told(charged({ amount: tiers }), fact(days)))).toEqual([[100], [900]]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 10_000, noNaN: true }), (days) => {
      const lines = reckonFee(road, fact(days));
      return !isRefusal(lines) && lines.every(({ fen }) => Number.isSafeInteger(fen) && fen >= 0);
    }),
  );
});

test('R9: no fee without a statute or an administrative regulation, and none to the account of the organ', () => {
  const rule = { law: '某部门规章', article: '第1条', rank: 'departmentRule' as const };
  expect(told(charged({ basis: rule }), fact(10))).toBe('fee-not-chargeable');
  expect(told(charged({ payee: 'organ' }), fact(10))).toBe('fee-not-chargeable');
  expect(told(road, {})).toBe('fee-undetermined');
  expect(told({ ...road, fees: { ...road.fees, charged: false } }, fact(10))).toEqual([]);
});

const given = {
  FeeAssessed: { noticeNo: 'JK1', lines: [], totalFen: 500, payee: 'treasury' },
  FeeReduced: { toFen: 0, reason: '公益活动免收' },
  FeePaid: { receiptNo: 'R', fen: 500, paidAt: '2025-03-03T01:00:00.000Z', office: 'development' },
  FeeRefunded: { reason: '多缴退回' },
} as const;

function stateAfter(...types: readonly (keyof typeof given)[]): string {
  let events: readonly Recorded[] = [];
  for (const [index, type] of types.entries()) {
    const actor = { kind: 'robot', id: 'robot/fees' } as const;
    const place = { stream: 'case/1', requestId: `r${index}`, at: '2025-03-03T01:00:00.000Z' };
    events = afterOne(events, { ...place, type, actor, data: given[type] });
  }
  return viewFee(events).fee.state;
}

test('the fee of a case is what its events tell, and nothing is paid twice', () => {
  expect(stateAfter()).toBe('none');
  expect(stateAfter('FeeAssessed')).toBe('due');
  expect(stateAfter('FeeAssessed', 'FeeReduced')).toBe('waived');
  expect(stateAfter('FeeAssessed', 'FeePaid', 'FeeReduced')).toBe('paid');
  expect(stateAfter('FeeAssessed', 'FeePaid', 'FeeRefunded')).toBe('refunded');
  expect(stateAfter('FeeAssessed', 'FeeReduced', 'FeePaid')).toBe('waived');
});
