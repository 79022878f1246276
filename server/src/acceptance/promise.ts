import {
  type Call,
  type CasePorts,
  getPinnedVersion,
  PURPOSE,
  type ReceivedApplication,
  type SupplyFacts,
} from '../application/application.ts';
import { deadline } from '../calendar/calendar.ts';
import { type Item, promisedLimitOf } from '../catalogue/catalogue.ts';
import type { Recorded } from '../journal/journal.ts';
import { dateInChina, type Instant, type PlainDate } from '../kernel/time.ts';
import { viewAcceptance } from './acceptance.ts';

type Ports = Pick<CasePorts, 'items' | 'calendar'>;

/** R32: the last day for which papers may be promised today: acceptance, which comes later, allows no less. */
function latestOn(ports: Pick<Ports, 'calendar'>, item: Item, at: Instant): PlainDate {
  return deadline(ports.calendar(), promisedLimitOf(item), dateInChina(at)).dueOn;
}

/** What a promise in answer to a notice is measured by. */
export async function promiseFacts(
  ports: Ports & Pick<CasePorts, 'facts'>,
  { actor, at }: Pick<Call, 'actor' | 'at'>,
  events: readonly Recorded[],
): Promise<Pick<SupplyFacts, 'promise'>> {
  const { received } = viewAcceptance(events).application;
  if (received === undefined) return {};
  const item = itemOf(ports, received);
  const query = { applicant: received.applicant, item, operator: actor.id, purpose: PURPOSE, at };
  const { credit, grounds } = await ports.facts.credit({ ...query, uses: ['promise'] });
  const { unrepairedFalsePromise } = credit;
  return { promise: { latestOn: latestOn(ports, item, at), unrepairedFalsePromise, grounds } };
}

/** Papers of a notice that may be promised instead of brought, and until when (R32). */
export interface Promisable {
  readonly codes: readonly string[];
  readonly latestOn: PlainDate;
}

/** What a party whose notice is open may promise today; undefined where he brings all of it. */
export function promisable(ports: Ports, events: readonly Recorded[], at: Instant): Promisable | undefined {
  const { application, owed } = viewAcceptance(events);
  if (application.received === undefined || application.state !== 'correcting') return undefined;
  const item = itemOf(ports, application.received);
  const last = latestOn(ports, item, at);
  const codes = item.materials.flatMap(({ code, necessity }) =>
    necessity === 'deferrable' && owed.includes(code) ? [code] : [],
  );
  // A promise for the same day would promise nothing.
  const isOpen = item.intake.tolerant && codes.length > 0 && last > dateInChina(at);
  return isOpen ? { codes, latestOn: last } : undefined;
}

function itemOf(ports: Ports, { itemId, itemVersion }: ReceivedApplication): Item {
  return getPinnedVersion(ports, itemId, itemVersion).item;
}
