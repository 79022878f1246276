import type { Recorded } from '../journal/journal.ts';
import type { QuotaFacts } from './decision.ts';
import { factsOf, isLimited } from './evaluation.ts';
import { caseFile, type CaseFile, type DecisionPorts } from './gather.ts';
import { quotaKey, readQueue } from './store.ts';

/** Before any grant: a number of places in all counts every one of them. */
const BEGINNING = '1900-01-01T00:00:00.000Z';

/** R34: where a case of a limited item stands among those accepted before it and undecided; its own place is the first free. */
export async function quotaPlace(
  ports: DecisionPorts,
  events: readonly Recorded[],
): Promise<{ readonly place: number; readonly placesLeft: number } | undefined> {
  const file = caseFile(ports, events);
  if (file === undefined || file.view.decided !== undefined) return undefined;
  const quota = await quotaOf(ports, file);
  return quota === undefined ? undefined : { place: quota.earlierUndecided + 1, placesLeft: quota.placesLeft };
}

/** R34: how many earlier acceptances are open, and how many places are left since they were asked about. */
export async function quotaOf(ports: DecisionPorts, file: CaseFile): Promise<QuotaFacts | undefined> {
  const accepted = file.view.review.acceptance.accepted;
  if (accepted === undefined || !isLimited(file.version.item, file.effects)) return undefined;
  const limit = file.version.item.intake.quantityLimit;
  // The item says how many there are in all, or which answer of a share says how many are left.
  const left = factsOf(file.view.review, file.version.item)[limit?.input ?? 'quotaLeft']?.value;
  const inAll = limit?.input === null ? limit.count : null;
  const queue = await readQueue(ports.journal.pool, {
    realm: ports.realm,
    itemId: file.version.itemId,
    acceptedAt: accepted.acceptedAt,
    receivedAt: inAll === null ? file.view.review.acceptance.application.receivedAt : BEGINNING,
    caseNo: file.received.caseNo,
  });
  return {
    fence: { key: quotaKey(file.version.itemId), epoch: queue.epoch, mode: 'bump' },
    earlierUndecided: queue.earlierUndecided,
    placesLeft: (inAll ?? (typeof left === 'number' ? left : 0)) - queue.granted,
  };
}
