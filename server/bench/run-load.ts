import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { BenchServer } from './bench-server.ts';
import type { Measured } from './load.ts';
import type { LoadOrder } from './load-process.ts';
import type { LoadName } from './loads.ts';
import type { Options } from './options.ts';

const program = join(import.meta.dirname, 'load-process.ts');

/** Runs one load on a database of its own, in a process of its own. */
export async function runLoad(server: BenchServer, name: LoadName, options: Options): Promise<Measured> {
  const database = await server.freshDatabase();
  try {
    return await startLoad(server, name, database, options).measured;
  } finally {
    await server.drop(database);
  }
}

export interface RunningLoad {
  readonly measured: Promise<Measured>;
  /** Ends the measured stretch now. */
  readonly stop: () => void;
}

/** Starts a load on `database` and leaves it running. */
export function startLoad(
  server: BenchServer,
  name: LoadName,
  database: string,
  options: Pick<Options, 'clients' | 'seconds' | 'warmUpSeconds'>,
): RunningLoad {
  const { clients, seconds, warmUpSeconds } = options;
  const order: LoadOrder = {
    load: name,
    url: server.url('liangqian_app', database),
    adminUrl: server.url('postgres', database),
    serverPid: server.pid(),
    clients,
    seconds,
    warmUpSeconds,
  };
  const child = fork(program, [JSON.stringify(order)], { serialization: 'advanced' });
  const measured = new Promise<Measured>((resolve, reject) => {
    let last: Measured | undefined;
    // What this program forks and receives is its own: the structure is `Measured` by construction.
    child.on('message', (message: Measured) => (last = message));
    child.once('error', reject);
    child.once('exit', (code) =>
      last === undefined ? reject(new Error(`the load ${name} ended with ${code}`)) : resolve(last),
    );
  });
  return { measured, stop: () => child.send('stop') };
}
