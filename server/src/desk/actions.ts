import { readCalendarMark } from '../calendar/actions.ts';
import { caseStream } from '../application/actions.ts';
import { type Journal, readStream } from '../journal/actions.ts';
import { type RefreshedRow, listOpenCases, readBasis, saveBasis, saveRows } from './store.ts';

export {
  clocksToday,
  findDeemedDue,
  findRenewalsDue,
  listCasesOfApplicant,
  type ListedCase,
  type ListedPage,
  listWorkOf,
} from './case-lists.ts';
export { type Desk, listedStates } from './work-list.ts';

/** Cases read and written at a time; a refresh must not hold up the window. */
const BATCH = 50;

export interface RefreshPorts {
  readonly journal: Journal;
  readonly realm: string;
  readonly reloadCalendar: () => Promise<void>;
}

/** Counts the open cases' rows again when the calendar is no longer the one they were counted with. Returns how many. */
export async function refreshAfterCalendar(ports: RefreshPorts): Promise<number> {
  const { pool } = ports.journal;
  const mark = await readCalendarMark(pool, ports.realm);
  if ((await readBasis(pool, ports.realm)) === mark) return 0;
  await ports.reloadCalendar();
  const count = await refreshOpenCases(ports);
  await saveBasis(pool, ports.realm, mark);
  return count;
}

async function refreshOpenCases({ journal, realm }: RefreshPorts): Promise<number> {
  let count = 0;
  for (let after = ''; ;) {
    const cases = await listOpenCases(journal.pool, realm, after, BATCH);
    const rows: RefreshedRow[] = [];
    for (const caseNo of cases) {
      const events = await readStream(journal, realm, caseStream(caseNo));
      const document = journal.project(events);
      if (document !== null) rows.push({ stream: caseStream(caseNo), seq: events.length, document });
    }
    await saveRows(journal.pool, realm, rows);
    count += rows.length;
    const last = cases.at(-1);
    if (last === undefined || cases.length < BATCH) return count;
    after = last;
  }
}
