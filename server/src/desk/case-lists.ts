import { caseStream } from '../application/actions.ts';
import { type CasePorts, getPinnedVersion } from '../application/application.ts';
import { knownEffects } from '../acceptance/acceptance.ts';
import { factsOf, viewDecision } from '../decision/decision.ts';
import { readStream } from '../journal/actions.ts';
import type { Recorded } from '../journal/journal.ts';
import { type Clocks, clocksOf } from '../review/review.ts';
import type { PlainDate } from '../kernel/time.ts';
import { listDeemedDue, listOwnWork, listRenewalsDue, listWork, type WorkRow } from './store.ts';
import { type Desk, type ListedState, scopesOf } from './work-list.ts';

export type ListPorts = Pick<CasePorts, 'journal' | 'realm' | 'items' | 'calendar'>;

/** A row as the screens show it, with both clocks as they stand today. */
export interface ListedCase extends WorkRow {
  readonly clocks: Clocks | undefined;
}

export interface ListedPage {
  readonly rows: readonly ListedCase[];
  /** Where the next page begins; undefined after the last. */
  readonly next: { readonly sort: string; readonly caseNo: string } | undefined;
}

interface PageAsked {
  readonly state: ListedState | undefined;
  readonly after: { readonly sort: string; readonly caseNo: string } | undefined;
  readonly todayOn: PlainDate;
  readonly limit: number;
}

/** The work of somebody with these desks, the most urgent first. */
export async function listWorkOf(
  ports: ListPorts,
  desks: readonly Desk[],
  { state, after, todayOn, limit }: PageAsked,
): Promise<ListedPage> {
  const rows = await listWork(ports.journal.pool, {
    realm: ports.realm,
    scopes: scopesOf(desks, state),
    state,
    after: after === undefined ? undefined : { dueOn: after.sort, caseNo: after.caseNo },
    limit: limit + 1,
  });
  return pageOf(ports, rows, { limit, todayOn, sortOf: (row) => row.dueOn });
}

/** The cases of the applicant or agent whom `key` names, the newest change first. */
export async function listCasesOfApplicant(
  ports: ListPorts,
  key: string,
  { state, after, todayOn, limit }: PageAsked,
): Promise<ListedPage> {
  const rows = await listOwnWork(ports.journal.pool, {
    realm: ports.realm,
    key,
    state,
    after: after === undefined ? undefined : { updatedAt: after.sort, caseNo: after.caseNo },
    limit: limit + 1,
  });
  return pageOf(ports, rows, { limit, todayOn, sortOf: (row) => row.updatedAt });
}

/** Cases that silence accepts: their last day for a notice is over (R25). */
export function findDeemedDue(ports: ListPorts, todayOn: PlainDate, limit: number): Promise<readonly string[]> {
  return listDeemedDue(ports.journal.pool, ports.realm, todayOn, limit);
}

/** Renewals that silence grants: the licence's last day is over (R63). */
export function findRenewalsDue(ports: ListPorts, todayOn: PlainDate, limit: number): Promise<readonly string[]> {
  return listRenewalsDue(ports.journal.pool, ports.realm, todayOn, limit);
}

/** Both clocks of a case as they stand on `todayOn`; undefined before acceptance. */
export function clocksToday(
  ports: Pick<CasePorts, 'items' | 'calendar'>,
  events: readonly Recorded[],
  todayOn: PlainDate,
): Clocks | undefined {
  const { review } = viewDecision(events);
  const { received } = review.acceptance.application;
  if (received === undefined) return undefined;
  const { item } = getPinnedVersion(ports, received.itemId, received.itemVersion);
  return clocksOf(review, item, knownEffects(item, factsOf(review, item)), { calendar: ports.calendar(), todayOn });
}

async function pageOf(
  ports: ListPorts,
  found: readonly WorkRow[],
  given: { readonly limit: number; readonly todayOn: PlainDate; readonly sortOf: (row: WorkRow) => string },
): Promise<ListedPage> {
  const shown = found.slice(0, given.limit);
  // The rows hold the due dates of the last act; the lights are of today, so they are counted from the events.
  const rows = await Promise.all(
    shown.map(async (row) => {
      const events = await readStream(ports.journal, ports.realm, caseStream(row.caseNo));
      return { ...row, clocks: clocksToday(ports, events, given.todayOn) };
    }),
  );
  const last = shown.at(-1);
  const next =
    last === undefined || found.length <= given.limit ? undefined : { sort: given.sortOf(last), caseNo: last.caseNo };
  return { rows, next };
}
