import { expect, test } from 'vitest';
import { countLate } from './revocation-order.ts';

const closings = [
  { key: 'mandate/A', closedAt: 10, openedAt: 20 },
  { key: 'mandate/A', closedAt: 30 },
  { key: 'person/P', closedAt: 12, openedAt: 14 },
];

function act(key: string, place: number) {
  return { key, place, event: `case/1#${place}` };
}

test('T01: an act between the closing and the reopening of what it relied on is late, before and after it is not', () => {
  const acts = [act('mandate/A', 9), act('mandate/A', 21), act('person/P', 15), act('person/P', 11)];
  expect(countLate(closings, acts).late).toEqual([]);
  expect(countLate(closings, [...acts, act('mandate/A', 11)]).late).toEqual([
    { ...act('mandate/A', 11), closedAt: 10 },
  ]);
});

test('T01: what is never reopened stays closed', () => {
  expect(countLate(closings, [act('mandate/A', 1_000)]).late).toHaveLength(1);
});

test('a closing counts as contested when an act on the same key committed since the last opening', () => {
  expect(countLate(closings, [act('mandate/A', 5)]).contested).toBe(1);
  expect(countLate(closings, [act('mandate/A', 5), act('mandate/A', 25), act('person/P', 3)]).contested).toBe(3);
  expect(countLate(closings, []).contested).toBe(0);
});
