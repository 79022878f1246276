/** A UTC instant as ISO 8601 with milliseconds and `Z`; names end in `At`. Instants of this form sort as text. */
export type Instant = string;

/** A calendar date `YYYY-MM-DD` in China Standard Time; names end in `On`. */
export type PlainDate = string;

export interface Clock {
  readonly now: () => Instant;
}

/** China Standard Time is UTC+8 in the whole country, without daylight saving since 1992. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** The date that a wall calendar in Beijing shows at `at`. */
export function dateInChina(at: Instant): PlainDate {
  // Before 16:00 UTC China has the same date; the common form of an instant needs no arithmetic to see it.
  if (at.endsWith('Z') && at[10] === 'T' && at.slice(11, 13) < '16') return at.slice(0, 10);
  return new Date(Date.parse(at) + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant at which the wall clock in Beijing shows `on` `time` (`HH:MM` or `HH:MM:SS`). */
export function instantInChina(on: PlainDate, time = '00:00'): Instant {
  return new Date(Date.parse(`${on}T${time.length === 5 ? `${time}:00` : time}.000Z`) - CHINA_OFFSET_MS).toISOString();
}

/** `on` shifted by whole days. */
export function addDays(on: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${on}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
