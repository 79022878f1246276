import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../kernel/time.ts';
import { termOf } from './licence.ts';

test.each([
  ['5年', '2025-03-05', '2030-03-04'],
  ['3年(待核)', '2025-03-05', '2028-03-04'],
  ['6个月(待核)', '2025-08-31', '2026-02-27'],
  ['每年签注', '2024-02-29', '2025-02-27'],
])('a term of %s from %s ends on %s, the day before the corresponding one (民法典 202)', (words, from, to) => {
  expect(termOf(words, from)).toEqual({ kind: 'until', toOn: to });
});

test.each([
  ['长期', '长期'],
  ['按场次', '按场次'],
  ['3个月内开工', '3个月内开工'],
  ['-', '长期'],
])('a term of %s has no last day', (words, said) => {
  expect(termOf(words, '2025-03-05')).toEqual({ kind: 'open', words: said });
});

test('a term never ends before it begins, and the next one of the same length leaves no day out', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 20 }), (from, years) => {
      const term = termOf(`${years}年`, from);
      if (term.kind !== 'until') return false;
      const next = termOf(`${years}年`, addDays(term.toOn, 1));
      return term.toOn >= from && next.kind === 'until' && next.toOn > term.toOn;
    }),
  );
});
