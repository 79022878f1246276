import { viewApplication } from '../application/application.ts';
import type { OutboxEntry, Recorded } from '../journal/journal.ts';

/** Work of the robot that moves matters on. */
export const MATTER_TOPIC = 'matter.advance';

/** The events with which a case is over, whichever way. */
const ends: readonly string[] = [
  'NotNeededTold',
  'NotOursTold',
  'ApplicationWithdrawn',
  'DecisionMade',
  'PaperDecisionRecorded',
  'CaseTerminated',
];

/**
 * The follow-up that an act on a child owes its matter: committed with the act, so that no end of a child is lost, whoever
 * brought it about. The modules of the case know nothing of it.
 */
export function followMatter(events: readonly Recorded[], made: readonly Recorded[]): readonly OutboxEntry[] {
  if (events[0]?.stream.startsWith('case/') !== true || !made.some(({ type }) => ends.includes(type))) return [];
  const { received } = viewApplication(events);
  if (received?.matter === undefined) return [];
  return [{ topic: MATTER_TOPIC, payload: { matterNo: received.matter.matterNo } }];
}
