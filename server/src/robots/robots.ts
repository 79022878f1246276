import { deemCaseAccepted } from '../acceptance/actions.ts';
import { sweepDrafts } from '../application/actions.ts';
import { sweepCodes } from '../consent/actions.ts';
import { deemCaseRenewed } from '../decision/actions.ts';
import { findDeemedDue, findRenewalsDue, refreshAfterCalendar } from '../desk/actions.ts';
import { sweepSessions } from '../identity/actions.ts';
import { catchUp } from '../journal/actions.ts';
import { sweepUploads } from '../material/actions.ts';
import { sweepMatterDrafts } from '../matter/actions.ts';
import type { Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Log } from '../kernel/log.ts';
import { dateInChina } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import { watchLog } from './log-watch.ts';
import { workOutbox } from './outbox.ts';

/** The robots: what statute or a person has already decided, done without anybody having to remember it. */
export interface Robots {
  readonly stop: () => Promise<void>;
}

interface Duty {
  readonly name: string;
  readonly everyMs: number;
  readonly run: (platform: Platform, log: Log) => Promise<number>;
}

const BATCH = 200;

const duties = [
  { name: 'registers', everyMs: 1_000, run: async ({ journal }) => (await catchUp(journal), 0) },
  { name: 'outbox', everyMs: 500, run: workOutbox },
  { name: 'log', everyMs: 200, run: async ({ ledger }) => (await ledger.catchUp(), 0) },
  { name: 'witnesses', everyMs: 500, run: async ({ ledger }) => (await ledger.witnessing.nudge(), 0) },
  { name: 'log-watch', everyMs: 60_000, run: watchLog },
  { name: 'readings', everyMs: 1_000, run: ({ readings, clock }) => readings.turn(clock.now()) },
  { name: 'deemed-acceptance', everyMs: 60_000, run: deemAcceptances },
  { name: 'deemed-renewal', everyMs: 60_000, run: deemRenewals },
  { name: 'work-lists', everyMs: 60_000, run: (platform) => refreshAfterCalendar(platform) },
  { name: 'uploads', everyMs: 600_000, run: (platform) => sweepUploads(platform, platform.clock.now()) },
  { name: 'drafts', everyMs: 600_000, run: sweepAllDrafts },
  { name: 'old-readings', everyMs: 3_600_000, run: ({ readings, clock }) => readings.forget(clock.now()) },
  { name: 'codes', everyMs: 600_000, run: (platform) => sweepCodes(platform, platform.clock.now()) },
  { name: 'sessions', everyMs: 600_000, run: ({ identity, clock }) => sweepSessions(identity, clock.now()) },
] as const satisfies readonly Duty[];

/** Starts every robot on its own timer. Timers never keep the program alive; `stop` waits for what is under way. */
export function startRobots(platform: Platform, log: Log): Robots {
  const stops = duties.map((duty) => repeat(platform, log, duty));
  return {
    async stop() {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

/** Lets every robot do once what is due now; returns how much each of them did. */
export async function runRobotsOnce(platform: Platform, log: Log): Promise<Readonly<Record<string, number>>> {
  const done: Record<string, number> = {};
  for (const { name, run } of duties) done[name] = await run(platform, log);
  return done;
}

function repeat(platform: Platform, log: Log, duty: Duty): () => Promise<void> {
  let isStopped = false;
  let turn: Promise<void> = Promise.resolve();
  let timer = setTimeout(next, duty.everyMs).unref();
  function next(): void {
    turn = attempt(platform, log, duty).then(() => {
      if (!isStopped) timer = setTimeout(next, duty.everyMs).unref();
    });
  }
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await turn;
  };
}

/** A robot that fails says so and comes again; no failure of one stops another. */
async function attempt(platform: Platform, log: Log, { name, run }: Duty): Promise<void> {
  try {
    const count = await run(platform, log);
    if (count > 0) log.info({ robot: name, count }, 'robot did its work');
  } catch (error) {
    log.error({ robot: name, fault: error instanceof Error ? error.message : String(error) }, 'robot failed');
  }
}

/** Drafts of single applications and of matters whose time is over. */
async function sweepAllDrafts(platform: Platform): Promise<number> {
  const at = platform.clock.now();
  return (await sweepDrafts(platform, at)) + (await sweepMatterDrafts(platform, at));
}

/** R25, R29: silence past the last day for a notice is acceptance. */
async function deemAcceptances(platform: Platform, log: Log): Promise<number> {
  const at = platform.clock.now();
  const due = await findDeemedDue(platform, dateInChina(at), BATCH);
  return doEach(due, log, (caseNo) => {
    return deemCaseAccepted(platform, { requestId: `deemed-acceptance/${caseNo}/${dateInChina(at)}`, at }, caseNo);
  });
}

/** R63: silence past the last day of a licence grants its timely renewal. */
async function deemRenewals(platform: Platform, log: Log): Promise<number> {
  const at = platform.clock.now();
  const due = await findRenewalsDue(platform, dateInChina(at), BATCH);
  return doEach(due, log, (caseNo) => {
    return deemCaseRenewed(platform, { requestId: `deemed-renewal/${caseNo}`, at }, caseNo);
  });
}

async function doEach(
  caseNos: readonly string[],
  log: Log,
  act: (caseNo: string) => Promise<Performed | Refusal>,
): Promise<number> {
  let done = 0;
  for (const caseNo of caseNos) {
    try {
      const answer = await act(caseNo);
      if (isRefusal(answer)) log.info({ caseNo, refusal: answer.code }, 'robot was refused');
      else done += 1;
    } catch (error) {
      // One case that fails keeps no other from what the law gives it.
      log.error({ caseNo, fault: error instanceof Error ? error.message : String(error) }, 'robot failed in a case');
    }
  }
  return done;
}
