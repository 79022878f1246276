import { z } from 'zod';
import type { Clock as ReviewClock, Clocks } from '../review/review.ts';

const Clock = z.object({
  dueOn: z.string(),
  light: z.enum(['green', 'yellow', 'red']),
  workingDaysLeft: z.int(),
  provisional: z.boolean(),
  paused: z.boolean(),
});

const Reading = z.object({ unit: z.enum(['W', 'N']), dueOn: z.string() });

/** Both clocks of an accepted case, as of today (R66). */
export const ClocksAnswer = z
  .object({
    statutory: Clock,
    promised: Clock,
    /** Where the statute says "日" alone and the readings differ: the organ keeps the shorter (R65). */
    readings: z.object({ organ: Reading, applicant: Reading }).exactOptional(),
    /** Where the matter is examined by a technical standard: inspectors to be named, a result to decide on (R40). */
    inspectors: Clock.exactOptional(),
    onTheSpot: Clock.exactOptional(),
  })
  .meta({ id: 'Clocks' });

/** The clocks as they are told; nothing where none runs yet. */
export function clocksAnswer(clocks: Clocks | undefined): { clocks?: z.input<typeof ClocksAnswer> } {
  if (clocks === undefined) return {};
  const shown = ({ startOn: _startOn, ...clock }: ReviewClock) => clock;
  const { statutory, promised, readings, inspectors, onTheSpot } = clocks;
  return {
    clocks: {
      statutory: shown(statutory),
      promised: shown(promised),
      ...(readings === undefined ? {} : { readings }),
      ...(inspectors === undefined ? {} : { inspectors: shown(inspectors) }),
      ...(onTheSpot === undefined ? {} : { onTheSpot: shown(onTheSpot) }),
    },
  };
}
