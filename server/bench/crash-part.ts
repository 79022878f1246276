import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { holdDataDir } from '../src/kernel/data-dir.ts';
import { connectOnce } from '../src/kernel/database.ts';
import { startEmbeddedPostgres } from '../src/kernel/embedded-postgres.ts';
import { postgresReadyAt, postmasterPid } from './bench-server.ts';
import { type Clients, startClients } from './crash-clients.ts';
import { type Audit, audit } from './crash-audit.ts';
import { type Program, startProgram } from './crash-program.ts';
import type { Options } from './options.ts';
import { atLeast, atMost, type Part, type Say } from './report.ts';
import { median } from './statistics.ts';

const victims = ['program', 'PostgreSQL', 'both'] as const;

interface CrashPoint {
  readonly victim: (typeof victims)[number];
  readonly afterMs: number;
  readonly inFlight: number;
  /** From the start of the new program to the first act that it acknowledged. */
  readonly firstCommitMs: number;
  /** Of that, until PostgreSQL had recovered and took connections. */
  readonly postgresMs: number;
}

/** Part 8: kills the program, PostgreSQL or both again and again under clients that repeat blindly, then counts. */
export async function runCrashes(options: Options, say: Say): Promise<Part> {
  const dir = mkdtempSync(join(tmpdir(), `liangqian-bench-${process.pid}-crash-`));
  // PostgreSQL's own account has to pass through.
  chmodSync(dir, 0o755);
  const points: CrashPoint[] = [];
  let program = await startProgram(dir);
  const clients = startClients();
  clients.connect(program);
  try {
    for (let n = 0; n < options.crashes; n += 1) {
      const victim = victims[n % victims.length] ?? 'both';
      const afterMs = 50 + ((n * 137) % 450);
      await delay(afterMs);
      const inFlight = await killAt(program, clients, victim, dir);
      const began = performance.now();
      program = await startProgram(dir);
      clients.connect(program);
      await clients.acknowledged();
      const point = { victim, afterMs, inFlight, firstCommitMs: performance.now() - began };
      points.push({ ...point, postgresMs: postgresReadyAt(dir) - program.postgresFrom });
      if (n % 10 === 0) say(`${n + 1} of ${options.crashes} crash points, ${clients.acks.size} acts acknowledged`);
    }
    await clients.finish();
    program.end();
    await program.ended;
    return partOf(points, clients, await auditAll(dir, clients));
  } catch (fault) {
    say(`crash points failed: ${String(fault)}`);
    throw fault;
  } finally {
    program.kill();
    await program.ended;
    await stopServer(dir);
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Kills without warning and returns how many requests were waiting for an answer at that moment. */
async function killAt(
  program: Program,
  clients: Clients,
  victim: (typeof victims)[number],
  dir: string,
): Promise<number> {
  const inFlight = clients.waiting();
  if (victim !== 'program') process.kill(postmasterPid(dir), 'SIGKILL');
  if (victim !== 'PostgreSQL') program.kill();
  await program.ended;
  return inFlight;
}

async function auditAll(dir: string, clients: Clients): Promise<Audit> {
  const held = await holdDataDir(dir);
  const postgres = await startEmbeddedPostgres({ dataDir: held.path, say: () => undefined });
  const admin = await connectOnce(postgres.url('postgres', 'liangqian'));
  const result = await audit(admin, clients.acks);
  await admin.end();
  await postgres.stop();
  // Releasing waits for a handle that by itself does not keep a process alive.
  await Promise.all([held.release(), delay(100)]);
  return result;
}

/** After a fault the server may be running without its program. */
async function stopServer(dir: string): Promise<void> {
  const held = await holdDataDir(dir);
  const postgres = await startEmbeddedPostgres({ dataDir: held.path, say: () => undefined });
  await postgres.stop();
  await Promise.all([held.release(), delay(100)]);
}

function partOf(points: readonly CrashPoint[], clients: Clients, result: Audit): Part {
  const hit = points.filter(({ inFlight }) => inFlight > 0).length / points.length;
  const first = median(points.map(({ firstCommitMs }) => firstCommitMs));
  const ratios = points.map(({ firstCommitMs, postgresMs }) => firstCommitMs / postgresMs);
  return {
    part: 'crashes',
    figures: [
      atMost('acknowledged acts lost (goal 12)', result.lost, 'acts', 0),
      atMost('acts doubled (goal 12)', result.doubled, 'acts', 0),
      atMost('broken chains or half acts', result.broken, 'streams', 0),
      { name: 'crash points', value: points.length, unit: 'kill -9' },
      { name: 'acts acknowledged', value: clients.acks.size, unit: 'acts' },
      { name: 'acts asked again after a crash', value: clients.repeatedAfterCrash(), unit: 'acts' },
      atLeast('points with requests in flight (goal 12)', hit, 'share', 0.9),
      { name: 'first commit after restart', value: first, unit: 'ms' },
      atMost('first commit ÷ PostgreSQL start (goal 12)', median(ratios), 'times', 1.5),
    ],
    rounds: points,
    notes: ['every client repeats the same request with the same id until it is answered'],
    failed: result.lost + result.doubled + result.broken > 0,
  };
}
