import type { Instant, PlainDate } from '../kernel/time.ts';
import { addDays, dateInChina } from '../kernel/time.ts';
import type { SuspendMandate } from './halting.ts';
import type { MandateLetter } from './letter.ts';
import { namedPersons } from './letter.ts';

/** R107: who delegates supervises. The last sample may be 30 days old; from then a warning, from 60 days the breaker. */
export function samplingState(
  last: { readonly sampledOn: PlainDate | null; readonly activeOn: PlainDate },
  today: PlainDate,
): 'sampled' | 'warn' | 'trip' {
  const since = last.sampledOn ?? last.activeOn;
  if (today > addDays(since, 60)) return 'trip';
  return today > addDays(since, 30) ? 'warn' : 'sampled';
}

/** R104: the grantor is warned during the last 30 days of the term. */
export function expiryWarning({ term }: MandateLetter, at: Instant): { readonly daysLeft: number } | undefined {
  const daysLeft = Math.ceil((Date.parse(term.to) - Date.parse(at)) / 86_400_000);
  return daysLeft > 0 && daysLeft <= 30 ? { daysLeft } : undefined;
}

/** R105: what the robot commands when a person leaves, is transferred, dies or loses his certificate: nothing he did not hold. */
export function suspensionForLeaver(
  letter: MandateLetter,
  personId: string,
  reason: string,
): SuspendMandate | undefined {
  return namedPersons(letter).includes(personId) ? { kind: 'staffChange', reason, holders: [personId] } : undefined;
}

/** R110: after a recorded objection who ordered answers; but a manifestly unlawful order may not be executed by anybody. */
export function liabilityAfterObjection(objection: {
  readonly isRecorded: boolean;
  readonly isManifestlyUnlawful: boolean;
}): {
  readonly mayExecute: boolean;
  readonly answers: 'officer' | 'superior' | 'both';
} {
  if (objection.isManifestlyUnlawful) return { mayExecute: false, answers: 'both' };
  return { mayExecute: true, answers: objection.isRecorded ? 'superior' : 'officer' };
}

/** R104: a mandate's first day in force, from which the sampling duty counts. */
export function activeOn(fromAt: Instant): PlainDate {
  return dateInChina(fromAt);
}
