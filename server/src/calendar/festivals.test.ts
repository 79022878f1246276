import { expect, test } from 'vitest';
import { addDays, type PlainDate } from '../kernel/time.ts';
import { type Festival, festivalOn } from './festivals.ts';

const YEARS = Array.from({ length: 111 }, (_, place) => 1990 + place);

test('R52: 清明 is the China date on which the sun reaches 15° in every year from 1990 to 2100', () => {
  for (const year of YEARS) {
    const start = julianDay(`${year}-04-01`);
    const momentAt = bisect(start, start + 9, (jd) => sunLongitude(jd) < 15);
    // The series is good to a hundredth of a degree, a quarter of an hour: nearer to midnight than that both dates pass.
    expect([chinaDate(momentAt - 0.011), chinaDate(momentAt + 0.011)], String(year)).toContain(on('qingming', year));
  }
});

test('R52: 春节, 端午 and 中秋 are days 1, 5 and 15 of a month that begins with the new moon', () => {
  for (const [festival, day] of [
    ['spring', 1],
    ['dragonBoat', 5],
    ['midAutumn', 15],
  ] as const) {
    for (const year of YEARS) {
      const monthOn = addDays(on(festival, year), 1 - day);
      const momentAt = newMoonNear(julianDay(monthOn));
      // The new moon of September 2089 falls within minutes of midnight: both dates are right within the series' error.
      expect([chinaDate(momentAt - 0.003), chinaDate(momentAt + 0.003)], `${festival} ${year}`).toContain(monthOn);
    }
  }
});

test('R52: the month of a festival holds its principal term within a day, so a leap month never shifts it', () => {
  const terms = [
    ['spring', 1, 330],
    ['dragonBoat', 5, 90],
    ['midAutumn', 15, 180],
  ] as const;
  for (const [festival, day, degrees] of terms) {
    for (const year of YEARS) {
      const beginsAt = julianDay(addDays(on(festival, year), 1 - day));
      const nextAt = julianDay(chinaDate(newMoonNear(beginsAt + 29.5)));
      // Distance past the term at the two ends of the month: before it at the start, past it at the end. In the short solar
      // months of a few winters (2034, 2053) 雨水 falls a day before its month; a leap month wrongly placed would be 29 days.
      expect(turn(sunLongitude(beginsAt) - degrees), `${festival} ${year}`).toBeLessThan(1.1);
      expect(turn(sunLongitude(nextAt) - degrees), `${festival} ${year}`).toBeGreaterThan(-1.1);
    }
  }
});

test('R52: the years that ICU and the common lunar table get wrong follow the almanac', () => {
  expect(on('spring', 2027)).toBe('2027-02-06');
  expect(on('spring', 2030)).toBe('2030-02-03');
  expect(on('midAutumn', 1996)).toBe('1996-09-27');
  // 2033 has its leap month after the eleventh; the famous misprint put it after the seventh.
  expect(on('midAutumn', 2033)).toBe('2033-09-08');
  expect(on('spring', 2034)).toBe('2034-02-19');
  expect(on('qingming', 2100)).toBe('2100-04-05');
});

test('R52: outside the table a festival is unknown, not guessed', () => {
  expect(festivalOn('spring', 1989)).toBeUndefined();
  expect(festivalOn('spring', 2101)).toBeUndefined();
});

function on(festival: Festival, year: number): PlainDate {
  return festivalOn(festival, year) ?? 'unknown';
}

/** Julian day of midnight in China at the beginning of `date`. */
function julianDay(date: PlainDate): number {
  return Date.parse(date) / 86_400_000 + 2_440_587.5 - 8 / 24;
}

/** The China date at the dynamical time `jd`; ΔT grows from one minute to about two. */
function chinaDate(jd: number): PlainDate {
  const deltaDays = (60 + Math.max(0, (jd - 2_451_545) / 365.25 - 5) * 0.75) / 86_400;
  return new Date((jd - deltaDays + 8 / 24 - 2_440_587.5) * 86_400_000).toISOString().slice(0, 10);
}

function bisect(from: number, to: number, isBefore: (jd: number) => boolean): number {
  let [low, high] = [from, to];
  for (let round = 0; round < 50; round += 1) {
    const middle = (low + high) / 2;
    if (isBefore(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Degrees in (−180, 180]. */
function turn(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}

function sin(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}

/** Apparent longitude of the sun (Meeus, Astronomical Algorithms, chapter 25, low accuracy). */
function sunLongitude(jd: number): number {
  const t = (jd - 2_451_545) / 36_525;
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t;
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t;
  const centre =
    (1.914602 - 0.004817 * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly);
  const longitude = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return ((longitude % 360) + 360) % 360;
}

/** The new moon nearest to `jd` (Meeus, chapter 49, without the planetary terms: good to a minute or two). */
function newMoonNear(jd: number): number {
  const k = Math.round((jd - 2_451_550.09766) / 29.530588861);
  const t = k / 1236.85;
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t;
  const e = 1 - 0.002516 * t;
  const s = 2.5534 + 29.1053567 * k - 0.0000014 * t * t;
  const m = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const f = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const n = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;
  const terms: readonly (readonly [number, number])[] = [
    [-0.4072, m],
    [0.17241 * e, s],
    [0.01608, 2 * m],
    [0.01039, 2 * f],
    [0.00739 * e, m - s],
    [-0.00514 * e, m + s],
    [0.00208 * e * e, 2 * s],
    [-0.00111, m - 2 * f],
    [-0.00057, m + 2 * f],
    [0.00056 * e, 2 * m + s],
    [-0.00042, 3 * m],
    [0.00042 * e, s + 2 * f],
    [0.00038 * e, s - 2 * f],
    [-0.00024 * e, 2 * m - s],
    [-0.00017, n],
    [-0.00007, m + 2 * s],
    [0.00004, 2 * m - 2 * f],
    [0.00004, 3 * s],
    [0.00003, m + s - 2 * f],
    [0.00003, 2 * m + 2 * f],
    [-0.00003, m + s + 2 * f],
    [0.00003, m - s + 2 * f],
    [-0.00002, m - s - 2 * f],
    [-0.00002, 3 * m + s],
    [0.00002, 4 * m],
    [0.000325, 299.77 + 0.107408 * k - 0.009173 * t * t],
    [0.000165, 251.88 + 0.016321 * k],
  ];
  return mean + terms.reduce((sum, [amount, angle]) => sum + amount * sin(angle), 0);
}
