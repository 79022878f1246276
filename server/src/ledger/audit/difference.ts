import type { Text } from '../../kernel/refusal.ts';

/** The first thing that is not as it must be, and where. */
export interface Difference extends Text {
  /** For people and machines: `entry 17`, `tile 0/3`, `checkpoint 256`, `act case/… 4`. */
  readonly place: string;
}

export function different(place: string, zh: string, en: string): Difference {
  return { place, zh, en };
}
