import { getPinnedVersion, viewApplication } from '../application/application.ts';
import { holdsResult, viewFee } from '../fee/fee.ts';
import type { Recorded } from '../journal/journal.ts';
import { type SealApplied, sealEvents, sealsLetter } from '../seal/seal.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';

/** The papers that are the result, or stand for it (R9). */
const RESULTS = ['grantDecision', 'paperDecisionRecord', 'licence'];

/**
 * R9: whether an unpaid fee holds a paper of the case back from the caller; the organ and the window have it on file. Whatever gives
 * papers away asks here and nowhere else.
 */
export function isHeldFrom(
  platform: Platform,
  caller: Caller | undefined,
  events: readonly Recorded[],
  kind: string,
): boolean {
  if (caller?.kind === 'staff' || !RESULTS.includes(kind)) return false;
  const { received } = viewApplication(events);
  if (received === undefined) return false;
  const { item } = getPinnedVersion(platform, received.itemId, received.itemVersion);
  return holdsResult(viewFee(events), item);
}

/** The sealed letters of a case that the caller may have, in order. */
export function lettersFor(
  platform: Platform,
  caller: Caller | undefined,
  events: readonly Recorded[],
): readonly SealApplied[] {
  return events
    .filter(sealsLetter)
    .map(({ data }) => sealEvents.SealApplied.parse(data))
    .filter(({ documentKind }) => !isHeldFrom(platform, caller, events, documentKind));
}
