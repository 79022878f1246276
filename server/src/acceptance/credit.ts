import { type CasePorts, PURPOSE, type ReceivedApplication } from '../application/application.ts';
import type { ItemVersion } from '../catalogue/catalogue.ts';
import type { StepContext } from '../journal/journal.ts';
import type { AcceptanceFacts, AcceptanceOutcome } from './acceptance.ts';

/** R32: who has broken a promise is tolerated nothing; nobody else's credit is asked for. */
export async function toleranceCredit(
  ports: CasePorts,
  { outcome, received, version }: Occasion,
  { actor, at }: StepContext,
): Promise<Pick<AcceptanceFacts, 'credit' | 'creditGrounds'>> {
  const isTolerant = outcome.outcome === 'ACCEPT' && outcome.tolerated.length > 0;
  const query = { applicant: received.applicant, item: version.item, operator: actor.id, purpose: PURPOSE, at };
  const { credit, grounds } = await ports.facts.credit({ ...query, uses: isTolerant ? ['promise'] : [] });
  return { credit, creditGrounds: grounds };
}

interface Occasion {
  readonly outcome: AcceptanceOutcome;
  readonly received: ReceivedApplication;
  readonly version: ItemVersion;
}
