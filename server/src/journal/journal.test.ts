import { expect, test } from 'vitest';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { type EventRecord, type Recorded, remember, seal } from './journal.ts';

const record: EventRecord = {
  realm: '110198',
  stream: 'case/1',
  seq: 1,
  type: 'CaseReceived',
  at: '2025-03-03T01:00:00.000Z',
  actor: { kind: 'person', id: 'clerk-1' },
  requestId: 'r-1',
  data: { 甲: 1, a: [true, null] },
  prev: '',
};

test('an event is hashed over exactly the text that is stored', () => {
  const { recorded, body } = seal(record);
  expect(body).toBe(canonicalJson(record));
  expect(recorded.hash).toBe(sm3Hex(body));
  expect(JSON.parse(body)).toEqual(record);
});

test('an event that differs in any member has another hash', () => {
  const { hash } = seal(record).recorded;
  const variants: readonly Partial<EventRecord>[] = [
    { realm: '110199' },
    { seq: 2 },
    { type: 'CaseAccepted' },
    { at: '2025-03-03T01:00:00.001Z' },
    { actor: { kind: 'robot', id: 'clerk-1' } },
    { mandate: { mandateNo: 'M', version: 1, hash: 'h' } },
    { requestId: 'r-2' },
    { data: { 甲: 1, a: [true, false] } },
    { prev: hash },
  ];
  const hashes = variants.map((change) => seal({ ...record, ...change }).recorded.hash);
  expect(new Set([hash, ...hashes]).size).toBe(variants.length + 1);
});

test('a view is folded once for each list of events, and again for another list', () => {
  let folds = 0;
  const view = remember((events: readonly Recorded[]) => {
    folds += 1;
    return { count: events.length };
  });
  const events = [seal(record).recorded];
  expect(view(events)).toBe(view(events));
  expect(folds).toBe(1);
  expect(view([...events])).toEqual({ count: 1 });
  expect(folds).toBe(2);
});

test('a view that is undefined is remembered too', () => {
  let folds = 0;
  const view = remember(() => {
    folds += 1;
    return undefined;
  });
  const events: readonly Recorded[] = [];
  view(events);
  view(events);
  expect(folds).toBe(1);
});
