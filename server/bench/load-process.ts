import { setTimeout as delay } from 'node:timers/promises';
import { connectOnce } from '../src/kernel/database.ts';
import { openLoad } from './loads.ts';
import { type Load, markServer, type Measured } from './load.ts';
import { readProcesses, treeTime } from './processor-time.ts';

/** What the parent asks for; one process carries one load, so that its processor time is the load's alone. */
export interface LoadOrder {
  readonly load: string;
  readonly url: string;
  readonly adminUrl: string;
  readonly serverPid: number;
  readonly clients: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

const sample = 200_000;

async function main(): Promise<void> {
  const order: LoadOrder = JSON.parse(process.argv[2] ?? '');
  const load = await openLoad(order.load)(order);
  const measured = await measure(load, order);
  await load.close();
  // All of it has to be on its way before the process ends.
  await new Promise((resolve) => process.send?.(measured, resolve));
  process.disconnect?.();
}

/** The parent may end the stretch early. */
const toldToStop = new Promise((resolve) => process.once('message', resolve));

async function measure(load: Load, order: LoadOrder): Promise<Measured> {
  const admin = await connectOnce(order.adminUrl);
  let cases = 0;
  let steps: number[] = [];
  let open = true;
  function stepped(milliseconds: number): void {
    if (steps.length < sample) steps.push(milliseconds);
  }
  async function client(number: number): Promise<void> {
    while (open) {
      await load.runCase(number, stepped);
      cases += 1;
    }
  }
  const clients = Promise.all(Array.from({ length: order.clients }, (_, number) => client(number)));
  await Promise.race([clients, delay(order.warmUpSeconds * 1000, undefined, { ref: false })]);
  const markBefore = await markServer(admin);
  const before = readTimes(order.serverPid);
  cases = 0;
  steps = [];
  await Promise.race([clients, delay(order.seconds * 1000, undefined, { ref: false }), toldToStop]);
  const after = readTimes(order.serverPid);
  const counted = cases;
  const measuredSteps = steps;
  const markAfter = await markServer(admin);
  open = false;
  await clients;
  await admin.end();
  return {
    cases: counted,
    seconds: after.at - before.at,
    stepMilliseconds: measuredSteps,
    programCpu: after.program - before.program,
    serverCpu: after.server - before.server,
    commits: markAfter.commits - markBefore.commits,
    walBytes: markAfter.walBytes - markBefore.walBytes,
    fullPages: markAfter.fullPages - markBefore.fullPages,
    acts: markAfter.acts - markBefore.acts,
  };
}

function readTimes(serverPid: number): { readonly at: number; readonly program: number; readonly server: number } {
  const processes = readProcesses();
  return {
    at: performance.now() / 1000,
    program: treeTime(processes, process.pid),
    server: treeTime(processes, serverPid),
  };
}

await main();
