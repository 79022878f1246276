import { expect, test } from 'vitest';
import { type Recorded, remember } from './journal.ts';

const event: Recorded = {
  realm: '110198',
  stream: 'case/1',
  seq: 1,
  type: 'CaseReceived',
  at: '2025-03-03T01:00:00.000Z',
  actor: { kind: 'person', id: 'clerk-1' },
  requestId: 'r-1',
  data: {},
  hash: '',
};

test('a view is folded once for each list of events, and again for another list', () => {
  let folds = 0;
  const view = remember((events: readonly Recorded[]) => {
    folds += 1;
    return { count: events.length };
  });
  const events = [event];
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
