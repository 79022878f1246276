import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grow, type Recorded, remember, rememberFold } from './journal.ts';

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

test('however lists grow out of each other and are asked for, each gets the fold of its own events', () => {
  const step = fc.record({ from: fc.nat(), added: fc.nat(2), crowd: fc.constantFrom(0, 0, 1, 2_047, 2_048) });
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 30 }),
      fc.array(fc.nat(), { maxLength: 60 }),
      (steps, asked) => {
        const seqs = rememberFold<readonly number[]>([], (known, { seq }) => [...known, seq]);
        const lists: (readonly Recorded[])[] = [[]];
        let seq = 0;
        for (const { from, added, crowd } of steps) {
          const before = lists[from % lists.length] ?? [];
          lists.push(
            grow(
              before,
              Array.from({ length: added }, () => ({ ...event, seq: (seq += 1) })),
            ),
          );
          // Other lists take the places of the ring in which views are kept.
          for (let other = 0; other < crowd; other += 1) seqs([]);
          seqs(lists.at(-1) ?? []);
        }
        for (const nth of asked) {
          const list = lists[nth % lists.length] ?? [];
          expect(seqs(list)).toEqual(list.map((one) => one.seq));
        }
      },
    ),
  );
});
