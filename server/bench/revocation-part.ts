import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { reinstatePerson, suspendPerson } from '../src/identity/actions.ts';
import { connectOnce } from '../src/kernel/database.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { mandates } from '../src/mandate/actions.ts';
import { mandateStream } from '../src/mandate/mandate.ts';
import { asAdmin, type BenchServer } from './bench-server.ts';
import { freshRequestId, handlerId, signingMandateNo } from './case-acts.ts';
import { type District, enterEvents, openDistrict, REALM } from './district.ts';
import type { Options } from './options.ts';
import { fixedOutside } from './outside.ts';
import { atMost, type Part, type Say } from './report.ts';
import { type RunningLoad, startLoad } from './run-load.ts';
import { type Closing, type Committed, countLate } from './revocation-order.ts';

const CLIENTS = 32;
/** Long enough for the load to be in full swing again, short enough for a thousand races. */
const OPEN_MS = 40;
const CLOSED_MS = 4;

/**
 * Part 7: takes the signing mandate, or the officer, away under load and gives it back, over and over, from another
 * process. The order of commits is read from the WAL itself: `xmin` names the transaction that wrote an event, and
 * pg_walinspect lists the commit records in the order in which they became durable.
 */
export async function runRevocations(server: BenchServer, options: Options, say: Say): Promise<Part> {
  const database = await server.freshDatabase();
  const adminUrl = server.url('postgres', database);
  // The whole WAL of the races is read afterwards: nothing of it may be recycled.
  await asAdmin(adminUrl, "alter system set wal_keep_size = '16GB'");
  await asAdmin(adminUrl, 'select pg_reload_conf()');
  await asAdmin(adminUrl, 'create extension pg_walinspect');
  const admin = await connectOnce(adminUrl);
  const district = await openDistrict(server.url('liangqian_app', database), fixedOutside);
  let load: RunningLoad | undefined;
  try {
    const from = await walPosition(admin);
    load = startLoad(server, 'contested', database, { clients: CLIENTS, seconds: 3_600, warmUpSeconds: 1 });
    await delay(2_000);
    for (let race = 0; race < options.races; race += 1) {
      await (race % 2 === 0 ? raceMandate(district) : racePerson(district));
      if (race % 200 === 0) say(`${race} of ${options.races} revocations under load`);
    }
    load.stop();
    const measured = await load.measured;
    say(`reading the order of commits from the WAL`);
    const { closings, acts } = await readOrder(admin, from);
    const { late, contested } = countLate(closings, acts);
    return {
      part: 'revocation',
      figures: [
        atMost('acts committed after the revocation (goal 7)', late.length, 'acts', 0),
        { name: 'revocations', value: closings.length, unit: 'races' },
        { name: 'of them with acts right before', value: contested, unit: 'races' },
        { name: 'acts that relied on what was revoked', value: acts.length, unit: 'acts' },
      ],
      rounds: [{ cases: measured.cases, seconds: measured.seconds }, ...late.slice(0, 5)],
      notes: ['half of the races suspend the mandate, half the officer, from another process than the acts'],
      failed: late.length > 0,
    };
  } catch (fault) {
    say(`revocations failed: ${String(fault)}`);
    throw fault;
  } finally {
    load?.stop();
    await load?.measured.catch(() => undefined);
    await district.close();
    await admin.end();
    await asAdmin(adminUrl, 'alter system reset wal_keep_size');
    await asAdmin(adminUrl, 'select pg_reload_conf()');
    await server.drop(database);
  }
}

const at = '2025-06-03T03:00:00.000Z';
const unknownFacts = {
  person: () => undefined,
  organ: () => undefined,
  item: () => undefined,
  powersHeldBy: () => [],
  centre: '',
  filingOrgans: [],
};

async function raceMandate({ ports: { journal } }: District): Promise<void> {
  await delay(OPEN_MS);
  const robot = { kind: 'robot', id: 'robot/breaker' } as const;
  const suspended = await mandates.suspend(
    { journal, realm: REALM, facts: unknownFacts },
    { mandateNo: signingMandateNo, actor: robot, at, requestId: freshRequestId() },
    { kind: 'breaker', reason: 'bench', holders: [] },
  );
  if (isRefusal(suspended)) throw new Error(suspended.code);
  await delay(CLOSED_MS);
  const resumed = [{ type: 'MandateResumed', data: { reason: 'bench', holders: [] } }];
  await enterEvents(journal, mandateStream(signingMandateNo), resumed, { requestId: freshRequestId(), at });
}

async function racePerson({ identity }: District): Promise<void> {
  await delay(OPEN_MS);
  const call = () => ({
    personId: handlerId,
    actor: { kind: 'person', id: 'hr-head' } as const,
    requestId: freshRequestId(),
    at,
    command: { reason: 'bench' },
  });
  const suspended = await suspendPerson(identity, call());
  if (isRefusal(suspended)) throw new Error(suspended.code);
  await delay(CLOSED_MS);
  const reinstated = await reinstatePerson(identity, call());
  if (isRefusal(reinstated)) throw new Error(reinstated.code);
}

async function walPosition(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ lsn: string }>('select pg_current_wal_insert_lsn()::text as lsn');
  return rows[0]?.lsn ?? '';
}

interface EventRow {
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly xid: string;
  readonly mandate_no: string | null;
  readonly actor: string;
}

/** Everything that was closed, opened or relied on, by the place of its commit record in the WAL. */
async function readOrder(
  admin: pg.Client,
  from: string,
): Promise<{ readonly closings: readonly Closing[]; readonly acts: readonly Committed[] }> {
  const commits = await admin.query<{ xid: string; place: string }>(
    `select xid::text as xid, (start_lsn - '0/0')::text as place
     from pg_get_wal_records_info($1::pg_lsn, pg_current_wal_flush_lsn())
     where resource_manager = 'Transaction' and record_type like 'COMMIT%'`,
    [from],
  );
  const places = new Map(commits.rows.map(({ xid, place }) => [xid, Number(place)]));
  const events = await admin.query<EventRow>(
    `select e.stream, e.seq, e.type, a.xmin::text as xid, e.mandate->>'mandateNo' as mandate_no, e.actor->>'id' as actor
     from journal.event e
     join journal.act a on a.realm = e.realm and a.request_id = e.request_id
     where e.realm = $1`,
    [REALM],
  );
  const rows = events.rows
    .flatMap((row) => {
      const place = places.get(row.xid);
      // Written before the races began.
      return place === undefined ? [] : [{ ...row, place }];
    })
    .toSorted((a, b) => a.place - b.place || a.seq - b.seq);
  const mandate = mandateStream(signingMandateNo);
  const person = `person/${handlerId}`;
  const closed = { MandateSuspended: mandate, PersonSuspended: person } as const;
  const opened = { MandateResumed: mandate, PersonReinstated: person } as const;
  const closings: Closing[] = [];
  for (const row of rows) {
    if (Object.hasOwn(closed, row.type)) closings.push({ key: row.stream, closedAt: row.place });
    if (Object.hasOwn(opened, row.type)) {
      const last = closings.findLast(({ key }) => key === row.stream);
      if (last !== undefined) closings[closings.indexOf(last)] = { ...last, openedAt: row.place };
    }
  }
  const acts = rows.flatMap((row): readonly Committed[] => {
    const relied = [
      ...(row.mandate_no === signingMandateNo ? [mandate] : []),
      ...(row.actor === handlerId ? [person] : []),
    ];
    return relied.map((key) => ({ key, place: row.place, event: `${row.stream}#${row.seq} ${row.type}` }));
  });
  return { closings, acts };
}
