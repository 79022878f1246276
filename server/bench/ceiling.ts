import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import pg from 'pg';
import { asAdmin, type BenchServer } from './bench-server.ts';
import { readMachine, readProcesses, treeTime } from './processor-time.ts';

/** Durable one-row inserts per second: what the disk and the server allow, whoever asks. */
export interface Ceiling {
  readonly tool: 'pgbench' | 'own loop over pg';
  readonly one: number;
  readonly thirtyTwo: number;
  /** Processor time of one such row with thirty-two clients, theirs and the server's, in milliseconds. */
  readonly rowCpuMs: number;
  /** Cores that others used while thirty-two clients were measured. */
  readonly others: number;
}

/** As wide as an ordinary log row. */
const table =
  'create table public.ceiling (id bigint generated always as identity primary key, at timestamptz not null default now(), body text not null)';
const insert = `insert into public.ceiling (body) values (repeat('x', 200))`;

/** Measures with one and with thirty-two clients, `seconds` each. */
export async function measureCeiling(server: BenchServer, seconds: number): Promise<Ceiling> {
  const database = await server.freshDatabase();
  const url = server.url('postgres', database);
  const pgbench = findPgbench();
  const run = pgbench === undefined ? ownLoop : (at: string, n: number, s: number) => runPgbench(pgbench, at, n, s);
  try {
    await asAdmin(url, table);
    const one = await run(url, 1, seconds);
    const before = cpuSeconds(server);
    const others = watchOthers(server);
    const thirtyTwo = await run(url, 32, seconds);
    const rowCpuMs = (1000 * (cpuSeconds(server) - before)) / (thirtyTwo * seconds);
    return { tool: pgbench === undefined ? 'own loop over pg' : 'pgbench', one, thirtyTwo, rowCpuMs, others: others() };
  } finally {
    await server.drop(database);
  }
}

/** What this program, its children and the server have used so far. */
export function cpuSeconds(server: BenchServer): number {
  const processes = readProcesses();
  return treeTime(processes, process.pid) + treeTime(processes, server.pid());
}

/** How many cores others have used between now and when the answer is asked for: a wall time is worth no more than that is small. */
export function watchOthers(server: BenchServer): () => number {
  const began = performance.now();
  const before = readMachine() - cpuSeconds(server);
  return () => (1000 * Math.max(0, readMachine() - cpuSeconds(server) - before)) / (performance.now() - began);
}

/** Debian's pgbench of the newest version, when the machine has one. */
function findPgbench(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  return readdirSync(root)
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(root, version, 'bin/pgbench'))
    .find((path) => existsSync(path));
}

function runPgbench(program: string, url: string, clients: number, seconds: number): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'liangqian-pgbench-'));
  const script = join(dir, 'insert.sql');
  writeFileSync(script, `${insert};\n`);
  const parameters = ['-n', '-M', 'prepared', '-f', script, '-c', `${clients}`, '-j', `${Math.min(clients, 2)}`];
  const child = spawn(program, [...parameters, '-T', `${seconds}`, url], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      rmSync(dir, { recursive: true, force: true });
      const tps = /tps = ([\d.]+)/.exec(output)?.[1];
      // On a stalled disk nothing at all is committed, and pgbench then prints no rate.
      if (tps === undefined && !output.includes('actually processed: 0')) reject(new Error(`pgbench: ${output}`));
      else resolve(Number(tps ?? 0));
    });
  });
}

/** The same statement from this program, for machines without pgbench; a little lower, since Node costs more than C. */
async function ownLoop(url: string, clients: number, seconds: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  let done = 0;
  let open = true;
  async function client(): Promise<void> {
    while (open) {
      await pool.query({ name: 'ceiling', text: insert });
      done += 1;
    }
  }
  const all = Promise.all(Array.from({ length: clients }, client));
  const began = performance.now();
  await delay(seconds * 1000);
  const tps = done / ((performance.now() - began) / 1000);
  open = false;
  await all;
  await pool.end();
  return tps;
}
