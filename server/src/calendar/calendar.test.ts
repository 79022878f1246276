import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../kernel/time.ts';
import { officialNotices } from './actions.ts';
import {
  addMonths,
  addNaturalDays,
  addWorkingDays,
  bothReadings,
  CalendarYear,
  correctionDueOn,
  deadline,
  endOf,
  isDeemedAccepted,
  isDeemedRenewed,
  Limit,
  light,
  lightOfClock,
  Pause,
  renewalLastDayOn,
  workCalendar,
  workingDaysBetween,
} from './calendar.ts';

const calendar = workCalendar(officialNotices);
const statuteOnly = workCalendar([]);

describe('R52 working days', () => {
  test('R52: make-up working days count, days off by notice do not', () => {
    expect(calendar.isWorkingDay('2025-01-26')).toBe(true);
    expect(calendar.isWorkingDay('2025-01-28')).toBe(false);
    expect(calendar.isWorkingDay('2025-02-04')).toBe(false);
    expect(calendar.isWorkingDay('2025-02-08')).toBe(true);
    expect(calendar.isWorkingDay('2025-02-09')).toBe(false);
    expect(calendar.isWorkingDay('2025-02-10')).toBe(true);
  });

  test('R52: a limit counts over holidays and make-up days', () => {
    expect(addWorkingDays(calendar, '2024-09-27', 5)).toBe('2024-10-10');
    expect(addWorkingDays(calendar, '2024-02-08', 5)).toBe('2024-02-21');
    expect(addWorkingDays(calendar, '2025-01-24', 5)).toBe('2025-02-07');
    expect(addWorkingDays(calendar, '2025-09-26', 20)).toBe('2025-10-30');
  });

  test('R52: a year without notice has the holidays of the statute and is provisional', () => {
    expect(calendar.isProvisional('2026-12-31')).toBe(false);
    expect(calendar.isProvisional('2027-01-01')).toBe(true);
    for (const on of ['2027-01-01', '2027-02-05', '2027-02-08', '2027-05-03', '2027-06-09', '2027-10-01']) {
      expect(calendar.isWorkingDay(on), on).toBe(false);
    }
    expect(calendar.isWorkingDay('2027-02-11')).toBe(true);
    expect(deadline(calendar, { value: 5, unit: 'W' }, '2026-12-28')).toEqual({
      dueOn: '2027-01-05',
      provisional: true,
    });
    expect(deadline(calendar, { value: 3, unit: 'W' }, '2026-12-28')).toEqual({
      dueOn: '2026-12-31',
      provisional: false,
    });
  });

  test('R52: the start day is excluded also from what makes a deadline provisional', () => {
    expect(deadline(calendar, { value: 3, unit: 'W' }, '2003-12-31')).toEqual({
      dueOn: '2004-01-06',
      provisional: false,
    });
    expect(deadline(calendar, { value: 3, unit: 'W' }, '2003-12-30').provisional).toBe(true);
  });

  test('R52: where a year is given, its days prevail over the statute', () => {
    const given = workCalendar([{ year: 2027, source: 'notice', offDays: [], workDays: [] }]);
    expect(given.isWorkingDay('2027-01-01')).toBe(true);
    expect(given.isWorkingDay('2028-05-01')).toBe(false);
  });

  test('R52: a year given only from the statute stays provisional', () => {
    const loaded = workCalendar([{ year: 2027, source: 'statute', offDays: ['2027-01-01'], workDays: [] }]);
    expect(loaded.isProvisional('2027-03-01')).toBe(true);
    expect(loaded.isWorkingDay('2027-01-01')).toBe(false);
  });

  test('R52: the later notice decides the days between two years', () => {
    const [y26, y27] = [
      { year: 2026, source: 'notice', offDays: ['2026-12-31'], workDays: [] },
      { year: 2027, source: 'notice', offDays: ['2026-12-30'], workDays: ['2026-12-31'] },
    ] as const;
    for (const years of [
      [y26, y27],
      [y27, y26],
    ]) {
      expect(workCalendar(years).isWorkingDay('2026-12-31')).toBe(true);
      expect(workCalendar(years).isWorkingDay('2026-12-30')).toBe(false);
    }
    expect(() => workCalendar([y26, y26])).toThrow(RangeError);
  });

  test('R52: dates that do not exist or lie outside 1990–2100 are refused, not rounded', () => {
    for (const on of [
      '1989-12-31',
      '2101-01-01',
      '2025-02-29',
      '2025-13-01',
      '2025-1-1',
      '',
      'today',
      '2025-02-30T00:00',
    ]) {
      expect(() => calendar.isWorkingDay(on), on).toThrow(RangeError);
      expect(() => addNaturalDays(calendar, on, 1), on).toThrow(RangeError);
      expect(() => addMonths(calendar, on, 1), on).toThrow(RangeError);
    }
    expect(() => addWorkingDays(calendar, '2100-12-30', 5)).toThrow(RangeError);
    expect(() => addNaturalDays(calendar, '2025-01-01', 1e9)).toThrow(RangeError);
    expect(() => addMonths(calendar, '2025-01-01', 1e9)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, '2025-01-01', -1)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, '2025-01-01', 1.5)).toThrow(RangeError);
    expect(() => addMonths(calendar, '2025-01-01', -1)).toThrow(RangeError);
    expect(addMonths(calendar, '2100-06-15', 6)).toBe('2100-12-15');
    expect(addNaturalDays(calendar, '2100-12-30', 1)).toBe('2100-12-31');
  });

  test('R52: unknown fields and units do not enter the calendar', () => {
    expect(CalendarYear.safeParse({ year: 2027, source: 'notice', offDays: [], workDays: [], extra: 1 }).success).toBe(
      false,
    );
    expect(CalendarYear.safeParse({ year: 1989, source: 'notice', offDays: [], workDays: [] }).success).toBe(false);
    expect(
      CalendarYear.safeParse({ year: 2027, source: 'notice', offDays: ['2027-02-29'], workDays: [] }).success,
    ).toBe(false);
    expect(Limit.safeParse({ value: 5, unit: 'H' }).success).toBe(false);
    expect(Pause.safeParse({ fromOn: '2025-03-02', toOn: '2025-03-01' }).success).toBe(false);
  });
});

describe('R53 the ends of limits', () => {
  test('R53: a natural-day limit that ends on a rest day rolls to the next working day', () => {
    expect(addNaturalDays(calendar, '2025-09-24', 15)).toBe('2025-10-09');
    expect(addNaturalDays(calendar, '2025-09-18', 15)).toBe('2025-10-09');
    // Ends on Sunday 2025-09-28, a make-up working day: no roll.
    expect(addNaturalDays(calendar, '2025-09-21', 7)).toBe('2025-09-28');
  });

  test('R53: a month limit ends on the corresponding day, else on the last of the month', () => {
    expect(addMonths(calendar, '2024-08-31', 6)).toBe('2025-02-28');
    expect(addMonths(calendar, '2024-11-30', 6)).toBe('2025-05-30');
    expect(addMonths(calendar, '2023-11-30', 3)).toBe('2024-02-29');
    expect(addMonths(calendar, '2024-02-29', 12)).toBe('2025-02-28');
    // Corresponding day 2025-10-03 is in the holiday.
    expect(addMonths(calendar, '2025-09-03', 1)).toBe('2025-10-09');
    expect(addMonths(calendar, '2025-03-05', 0)).toBe('2025-03-05');
    expect(deadline(calendar, { value: 6, unit: 'M' }, '2024-08-31')).toEqual({
      dueOn: '2025-02-28',
      provisional: false,
    });
  });

  test('R53: on the spot means the same day, or the next working day after a rest day', () => {
    expect(deadline(calendar, { value: 0, unit: 'S' }, '2025-03-05')).toEqual({
      dueOn: '2025-03-05',
      provisional: false,
    });
    expect(deadline(calendar, { value: 0, unit: 'S' }, '2025-10-01').dueOn).toBe('2025-10-09');
    expect(deadline(calendar, { value: 0, unit: 'W' }, '2025-10-01').dueOn).toBe('2025-10-09');
    expect(deadline(calendar, { value: 0, unit: 'S' }, '2027-03-05').provisional).toBe(true);
  });

  test('R18, R53: online, a China day ends at 24:00', () => {
    expect(endOf('2025-05-12')).toBe('2025-05-12T15:59:59.999Z');
  });
});

test('R54: a licensing decision is due 20 working days after acceptance', () => {
  expect(deadline(calendar, { value: 20, unit: 'W' }, '2025-04-30').dueOn).toBe('2025-06-03');
  expect(deadline(calendar, { value: 20, unit: 'W' }, '2025-03-03').dueOn).toBe('2025-03-31');
});

describe('R58 stopped clocks', () => {
  const testing = [{ fromOn: '2025-03-10', toOn: '2025-03-17' }];

  test('R58: laboratory testing with written notice moves the due day over Qingming', () => {
    expect(addWorkingDays(calendar, '2025-03-03', 20, testing)).toBe('2025-04-08');
  });

  test('R58: the day on which the clock restarts counts again', () => {
    expect(addWorkingDays(calendar, '2025-03-07', 1, testing)).toBe('2025-03-17');
    expect(addWorkingDays(calendar, '2025-03-06', 1, testing)).toBe('2025-03-07');
    expect(addWorkingDays(calendar, '2025-03-06', 1, [{ fromOn: '2025-03-07', toOn: '2025-03-07' }])).toBe(
      '2025-03-07',
    );
  });

  test('R58: overlapping pauses stop the clock once, and natural days and months stop too', () => {
    const twice = [...testing, { fromOn: '2025-03-12', toOn: '2025-03-18' }];
    expect(addWorkingDays(calendar, '2025-03-07', 1, twice)).toBe('2025-03-18');
    expect(addNaturalDays(calendar, '2025-03-03', 10, testing)).toBe('2025-03-20');
    expect(addMonths(calendar, '2025-03-03', 1, testing)).toBe('2025-04-10');
    expect(addNaturalDays(calendar, '2025-03-03', 0, [{ fromOn: '2025-03-03', toOn: '2025-03-05' }])).toBe(
      '2025-03-05',
    );
    expect(() => addWorkingDays(calendar, '2025-03-03', 1, [{ fromOn: '2025-03-05', toOn: '2025-03-04' }])).toThrow(
      RangeError,
    );
  });
});

describe('R25 deemed acceptance', () => {
  test('R25: without a notice by the end of the 5th working day the application counts as accepted', () => {
    expect(correctionDueOn(calendar, '2025-04-30')).toBe('2025-05-12');
    expect(isDeemedAccepted(calendar, '2025-04-30', '2025-05-12')).toBe(false);
    expect(isDeemedAccepted(calendar, '2025-04-30', '2025-05-13')).toBe(true);
  });
});

describe('R61 lights', () => {
  test('R61: yellow from 90 % of the limit, red once it is over', () => {
    // 10 working days after Monday 2025-03-03: due on 2025-03-17.
    expect(light(calendar, '2025-03-03', '2025-03-17', '2025-03-13')).toBe('green');
    expect(light(calendar, '2025-03-03', '2025-03-17', '2025-03-14')).toBe('yellow');
    expect(light(calendar, '2025-03-03', '2025-03-17', '2025-03-17')).toBe('yellow');
    expect(light(calendar, '2025-03-03', '2025-03-17', '2025-03-18')).toBe('red');
    expect(light(calendar, '2025-03-03', '2025-03-07', '2025-03-08')).toBe('red');
    expect(light(calendar, '2025-03-03', '2025-03-03', '2025-03-03')).toBe('yellow');
  });

  test('R61: days on which the clock stood still use up nothing', () => {
    const pauses = [{ fromOn: '2025-03-10', toOn: '2025-06-02' }];
    const clock = { startOn: '2025-03-03', dueOn: addWorkingDays(calendar, '2025-03-03', 10, pauses), pauses };
    expect(lightOfClock(calendar, clock, '2025-05-30')).toBe('green');
    expect(light(calendar, clock.startOn, clock.dueOn, '2025-05-30')).toBe('yellow');
  });

  test('R61: working days left are positive before the due day and negative after it', () => {
    expect(workingDaysBetween(calendar, '2025-03-03', '2025-03-06')).toBe(3);
    expect(workingDaysBetween(calendar, '2025-09-30', '2025-10-09')).toBe(1);
    expect(workingDaysBetween(calendar, '2025-03-06', '2025-03-06')).toBe(0);
    expect(workingDaysBetween(calendar, '2025-03-07', '2025-03-06')).toBe(-1);
    expect(workingDaysBetween(calendar, '2025-03-08', '2025-03-07')).toBe(-1);
    expect(workingDaysBetween(calendar, '2025-03-12', '2025-03-07')).toBe(-3);
  });
});

describe('R63 renewal', () => {
  test('R63: renewal is asked for at the latest 30 days before expiry', () => {
    expect(renewalLastDayOn('2025-12-31')).toBe('2025-12-01');
    expect(renewalLastDayOn('2024-03-30')).toBe('2024-02-29');
    expect(renewalLastDayOn('2025-12-31', 60)).toBe('2025-11-01');
  });

  test('R63: asked in time and undecided at expiry, the licence counts as renewed; asked late, it does not', () => {
    expect(isDeemedRenewed('2025-12-31', '2025-12-01', '2026-01-01')).toBe(true);
    expect(isDeemedRenewed('2025-12-31', '2025-12-01', '2025-12-31')).toBe(false);
    expect(isDeemedRenewed('2025-12-31', '2025-12-02', '2026-01-01')).toBe(false);
  });
});

test('R64: special limits of 7 natural days, 3 working days and 60 natural days are counted in their own unit', () => {
  expect(deadline(calendar, { value: 7, unit: 'N' }, '2025-04-24').dueOn).toBe('2025-05-06');
  expect(deadline(calendar, { value: 3, unit: 'W' }, '2025-04-24').dueOn).toBe('2025-04-28');
  expect(deadline(calendar, { value: 60, unit: 'N' }, '2025-01-02').dueOn).toBe('2025-03-03');
});

test('R65: an unclear 日 binds the organ by the shorter reading and gives the applicant the longer', () => {
  const { organ, applicant } = bothReadings(calendar, 15, '2025-03-03');
  expect([organ.dueOn, applicant.dueOn]).toEqual(['2025-03-18', '2025-03-24']);
});

test('R66: the promised and the statutory clock of one case run side by side from the same day', () => {
  const [promised, statutory] = [8, 20].map((value) => deadline(calendar, { value, unit: 'W' }, '2025-03-03').dueOn);
  expect([promised, statutory]).toEqual(['2025-03-13', '2025-03-31']);
});

const day = fc.integer({ min: 0, max: 31_000 }).map((shift) => addDays('2003-01-01', shift));
const count = fc.integer({ min: 0, max: 90 });
const unit = fc.constantFrom('S', 'W', 'N', 'M' as const);
const pause = fc.tuple(day, fc.nat(40)).map(([fromOn, length]) => ({ fromOn, toOn: addDays(fromOn, length) }));
const pauseNear = (startOn: string) =>
  fc
    .array(fc.tuple(fc.integer({ min: -20, max: 100 }), fc.nat(30)), { maxLength: 3 })
    .map((list) =>
      list.map(([shift, length]) => ({ fromOn: addDays(startOn, shift), toOn: addDays(startOn, shift + length) })),
    );
const limited = day.chain((startOn) => fc.tuple(fc.constant(startOn), count, unit, pauseNear(startOn)));

describe('properties of every deadline', () => {
  test('R52, R53: a deadline is always a working day on which the clock runs, and never before its start', () => {
    fc.assert(
      fc.property(limited, ([startOn, value, unitOf, pauses]) => {
        const { dueOn } = deadline(calendar, { value, unit: unitOf }, startOn, pauses);
        expect(calendar.isWorkingDay(dueOn)).toBe(true);
        expect(dueOn >= startOn).toBe(true);
        expect(pauses.some(({ fromOn, toOn }) => fromOn <= dueOn && dueOn < toOn)).toBe(false);
      }),
    );
  });

  test('R52, R53: a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(limited, fc.nat(10), ([startOn, value, unitOf, pauses], more) => {
        const short = deadline(calendar, { value, unit: unitOf }, startOn, pauses).dueOn;
        expect(deadline(calendar, { value: value + more, unit: unitOf }, startOn, pauses).dueOn >= short).toBe(true);
      }),
    );
  });

  test('R58: a pause never shortens a limit, and one outside it changes nothing', () => {
    fc.assert(
      fc.property(limited, pause, ([startOn, value, unitOf, pauses], further) => {
        const limit = { value, unit: unitOf } as const;
        const before = deadline(calendar, limit, startOn, pauses).dueOn;
        const after = deadline(calendar, limit, startOn, [...pauses, further]).dueOn;
        expect(after >= before).toBe(true);
        if (further.fromOn > before || further.toOn <= startOn) expect(after).toBe(before);
      }),
    );
  });

  test('R52: exactly n unpaused working days lie after the start up to the deadline', () => {
    fc.assert(
      fc.property(limited, ([startOn, value, , pauses]) => {
        const dueOn = addWorkingDays(calendar, startOn, value + 1, pauses);
        let counted = 0;
        for (let on = addDays(startOn, 1); on <= dueOn; on = addDays(on, 1)) {
          const stopped = pauses.some(({ fromOn, toOn }) => fromOn <= on && on < toOn);
          if (calendar.isWorkingDay(on) && !stopped) counted += 1;
        }
        expect(counted).toBe(value + 1);
      }),
    );
  });

  test('R52: a deadline is provisional exactly when it crosses a year without notice', () => {
    fc.assert(
      fc.property(limited, ([startOn, value, unitOf]) => {
        const { dueOn, provisional } = deadline(calendar, { value, unit: unitOf }, startOn);
        let crosses = dueOn === startOn && calendar.isProvisional(dueOn);
        for (let on = addDays(startOn, 1); on <= dueOn; on = addDays(on, 1)) crosses ||= calendar.isProvisional(on);
        expect(provisional).toBe(crosses);
      }),
    );
  });

  test('R65: the reading of the organ is never later than that of the applicant', () => {
    fc.assert(
      fc.property(day, count, (startOn, days) => {
        const { organ, applicant } = bothReadings(statuteOnly, days, startOn);
        expect(organ.dueOn <= applicant.dueOn).toBe(true);
      }),
    );
  });

  test('R61: working days between a start and its deadline are the days of the limit', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 90 }), (startOn, days) => {
        const dueOn = addWorkingDays(calendar, startOn, days);
        expect(workingDaysBetween(calendar, startOn, dueOn)).toBe(days);
        expect(workingDaysBetween(calendar, addDays(dueOn, 1), dueOn)).toBe(-1);
      }),
    );
  });
});
