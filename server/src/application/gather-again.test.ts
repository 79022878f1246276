import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import type { ApplicationView, GatheredFact } from './application.ts';
import { gatherAgain } from './gather-again.ts';

const fact = (name: string, value: boolean): GatheredFact => ({
  name,
  value,
  source: 'share',
  verified: true,
  receipt: 'r',
});
const view: ApplicationView = {
  ...gatherAgain.view([]),
  gathered: [fact('realName', false), fact('addressVerified', true)],
};
const context = { actor: { kind: 'applicant', id: 'a' }, at: '2025-03-04T02:00:00.000Z', stream: 'case/1' } as const;

test('R26, R46: what was put right at its source counts once corrections are in, and only what is new is recorded', () => {
  const found = { facts: [fact('realName', true), fact('addressVerified', true)], materials: [], grounds: [] };
  expect(eventsFor(found)).toMatchObject([
    { type: 'FactsGathered', data: { facts: [{ name: 'realName', value: true }] } },
  ]);
});

test('the same answers leave no trace', () => {
  expect(eventsFor({ facts: view.gathered, materials: [], grounds: [] })).toEqual([]);
});

test('an answer that is no longer confirmed is new', () => {
  const doubtful = { ...fact('addressVerified', true), verified: false };
  expect(eventsFor({ facts: [doubtful], materials: [], grounds: [] })).toHaveLength(1);
});

function eventsFor(found: Parameters<typeof gatherAgain.decide>[2]) {
  const decided = gatherAgain.decide(view, { purpose: '补正后复核' }, found, context);
  return isRefusal(decided) ? [] : decided.events;
}
