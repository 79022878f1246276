import fc from 'fast-check';
import { expect, test } from 'vitest';
import vectors from '../../../db/demo/vectors.json' with { type: 'json' };
import { checkClock } from './check-clock.ts';

/** The vectors without their calendar: the official notices decide. */
const { calendar: _own, ...withoutCalendar } = vectors;

test('R25, R52, R53, R63: every date of our vectors is reproduced, with the file’s calendar and with the official notices', () => {
  expect(checkClock(vectors)).toEqual({ passed: 14, failed: 0, mismatches: [] });
  expect(checkClock(withoutCalendar)).toEqual({ passed: 14, failed: 0, mismatches: [] });
});

test('any subset of the sections may be checked', () => {
  expect(checkClock({ natural: vectors.natural })).toEqual({ passed: 2, failed: 0, mismatches: [] });
  expect(checkClock({ note: '', semantics: {}, uscc: vectors.uscc, calendar: vectors.calendar }).failed).toBe(0);
  expect(checkClock({ renewal: [vectors.renewal, vectors.renewal] }).passed).toBe(6);
});

test('a wrong date is one mismatch with its place, the expected and the computed day', () => {
  const workdays = [...vectors.workdays, { start: '2024-09-27', workdays: 5, pauses: [], deadline: '2024-10-09' }];
  expect(checkClock({ workdays })).toEqual({
    passed: 4,
    failed: 1,
    mismatches: ['workdays[4].deadline: expected "2024-10-09", got "2024-10-10"'],
  });
  const { deemedAcceptance, renewal } = vectors;
  const places = checkClock({
    deemedAcceptance: {
      received: deemedAcceptance.received,
      noticeDueBy: '2025-05-09',
      ifNoNotice: { acceptedAt: '2025-05-12', decisionDueBy20W: '2025-06-02' },
    },
    renewal: {
      ...renewal,
      applyNoLaterThan: '2025-11-30',
      ifAppliedInTimeAndNoDecisionBy: '2025-12-30',
      outcome: 'EXPIRED',
    },
  }).mismatches.map((line) => line.split(':')[0]);
  expect(places).toEqual([
    'deemedAcceptance.noticeDueBy',
    'deemedAcceptance.ifNoNotice.acceptedAt',
    'deemedAcceptance.ifNoNotice.decisionDueBy20W',
    'renewal.applyNoLaterThan',
    'renewal.ifAppliedInTimeAndNoDecisionBy',
    'renewal.outcome',
  ]);
});

test('R63: a renewal undecided before the expiry day has ended does not count as granted', () => {
  const renewal = { ...vectors.renewal, ifAppliedInTimeAndNoDecisionBy: '2025-12-30' };
  expect(checkClock({ renewal }).mismatches).toEqual([
    'renewal.ifAppliedInTimeAndNoDecisionBy: expected "2025-12-30", got "2025-12-31"',
    'renewal.outcome: expected "DEEMED_RENEWED", got "NOT_RENEWED"',
  ]);
});

test('R52: a deadline that is provisional against expectation is a mismatch', () => {
  const workdays = [{ start: '2027-02-26', workdays: 5, pauses: [], deadline: '2027-03-05', provisional: false }];
  expect(checkClock({ workdays }).mismatches).toEqual(['workdays[0].provisional: expected false, got true']);
});

test('R58: pauses are read in each spelling that says from when to when', () => {
  const pauses = [
    { pauseFrom: '2025-03-10', pauseTo: '2025-03-17' },
    { from: '2025-03-10', to: '2025-03-17' },
    { fromOn: '2025-03-10', toOn: '2025-03-17' },
    ['2025-03-10', '2025-03-17'],
  ];
  const workdays = pauses.map((pause) => ({
    start: '2025-03-03',
    workdays: 20,
    pauses: [pause],
    deadline: '2025-04-08',
  }));
  expect(checkClock({ workdays })).toEqual({ passed: 4, failed: 0, mismatches: [] });
});

test('R52: the file’s calendar holds for the years that it lists and for no other', () => {
  const calendar = { off: ['2027-03-01'], extraWork: ['2027-03-06'] };
  const entry = { start: '2027-02-26', workdays: 5, pauses: [] };
  expect(checkClock({ calendar, workdays: [{ ...entry, deadline: '2027-03-06', provisional: false }] }).failed).toBe(0);
  expect(checkClock({ workdays: [{ ...entry, deadline: '2027-03-05', provisional: true }] }).failed).toBe(0);
  expect(checkClock({ calendar, workdays: [{ ...entry, start: '2025-01-24', deadline: '2025-02-07' }] }).failed).toBe(
    0,
  );
});

test('R52: leap days and years far ahead are computed, years outside the calendar are said to be so', () => {
  const months = [
    { start: '2028-02-29', months: 12, deadline: '2029-02-28' },
    { start: '2027-11-30', months: 3, deadline: '2028-02-29' },
    { start: '2099-11-30', months: 3, deadline: '2100-03-01' },
  ];
  expect(checkClock({ months })).toEqual({ passed: 3, failed: 0, mismatches: [] });
  expect(
    checkClock({ workdays: [{ start: '2100-12-30', workdays: 5, pauses: [], deadline: '2101-01-06' }] }).mismatches,
  ).toEqual([
    'workdays[0].deadline: expected "2101-01-06", got "2101-01-01 is outside the calendar, which covers 1990 to 2100"',
  ]);
});

test('unknown sections and malformed entries are mismatches with a path, never a crash', () => {
  const places = (input: unknown) => checkClock(input).mismatches.map((line) => line.split(':')[0]);
  expect(places(null)).toEqual(['file']);
  expect(places([])).toEqual(['file']);
  expect(places('text')).toEqual(['file']);
  expect(places({ hours: [], toString: [] })).toEqual(['hours', 'toString']);
  expect(places({ workdays: {} })).toEqual(['workdays']);
  expect(places({ workdays: [null, 1] })).toEqual(['workdays[0]', 'workdays[1]']);
  expect(places({ natural: [{ start: '2025-02-30', naturalDays: -1, deadline: 7, extra: 1 }] })).toEqual([
    'natural[0].start',
    'natural[0].deadline',
    'natural[0].naturalDays',
    'natural[0]',
  ]);
  expect(
    places({ workdays: [{ start: '2025-03-03', workdays: 1, pauses: [{ from: 'x' }], deadline: '2025-03-04' }] }),
  ).toEqual(['workdays[0].pauses[0]']);
  expect(places({ deemedAcceptance: { received: '2025-04-30' }, renewal: null })).toEqual([
    'deemedAcceptance.noticeDueBy',
    'deemedAcceptance.ifNoNotice',
    'renewal',
  ]);
  expect(places({ calendar: { off: ['2025-02-30'] } })).toEqual(['calendar.off[0]']);
  expect(places({ calendar: { off: ['2025-03-01'], extraWork: ['2025-03-01'] } })).toEqual(['calendar']);
  expect(places({ calendar: { off: ['1980-03-01'] } })).toEqual(['calendar[0].year']);
  const reversed = [{ pauseFrom: '2025-03-05', pauseTo: '2025-03-04' }];
  expect(
    places({ workdays: [{ start: '2025-03-03', workdays: 1, pauses: reversed, deadline: '2025-03-04' }] }),
  ).toEqual(['workdays[0].deadline']);
});

test('no JSON document makes the check crash, and every entry of a section is accounted for', () => {
  const on = fc.constantFrom('2025-03-03', '2024-02-29', '2100-12-31', '1989-01-01', '2025-02-30', 'x', 5, null);
  const entry = fc.record(
    {
      start: on,
      workdays: fc.nat(400),
      naturalDays: fc.nat(400),
      months: fc.nat(400),
      deadline: on,
      pauses: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const section = fc.oneof(fc.array(entry, { minLength: 1 }), fc.jsonValue());
  const names = ['calendar', 'workdays', 'natural', 'months', 'deemedAcceptance', 'renewal'] as const;
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), section), (file) => {
      const { passed, failed, mismatches } = checkClock(file);
      expect(failed).toBe(mismatches.length);
      for (const name of ['workdays', 'natural', 'months'] as const) {
        const content = file[name];
        if (Array.isArray(content)) expect(passed + failed).toBeGreaterThanOrEqual(content.length);
      }
    }),
  );
});
