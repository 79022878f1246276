import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Cluster, dataOf } from './postgres-cluster.ts';
import { diskFault, errorCode, StartFault } from './start-fault.ts';

/** A running PostgreSQL server. */
export interface ServerProcess {
  readonly port: number;
  /** The directory of the server's Unix socket; absent when its path would be too long for one. */
  readonly socketDir: string | undefined;
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

const START_SECONDS = 60;
const STOP_SECONDS = 30;
const POLL_MS = 5;

/** One machine, few connections, every commit on disk before it is answered. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  max_connections: '50',
  shared_buffers: '160MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  wal_compression: 'pglz',
  commit_delay: '0',
  max_wal_size: '1GB',
  // A server that recovers from an archive takes no connections before it is done: nobody could write yet.
  hot_standby: 'off',
  checkpoint_completion_target: '0.9',
  // Mixed workloads of short statements: compiling them costs more than it saves.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_line_prefix: '%m [%p] ',
  ssl: 'off',
};

const NOT_DURABLE: Readonly<Record<string, string>> = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
};

export interface SpawnOptions {
  readonly durable: boolean;
  /** Called when nothing is left to do but wait for the server. */
  readonly onWait: () => void;
}

/** Starts the server of `cluster` on a free loopback port and waits until it takes connections. */
export async function spawnServer(
  cluster: Cluster,
  logFile: string,
  { durable, onWait }: SpawnOptions,
): Promise<ServerProcess> {
  const port = await freePort();
  const socketDir = socketDirOf(cluster);
  const own = { port: String(port), unix_socket_directories: socketDir ?? '' };
  const child = launch(cluster, logFile, { ...SETTINGS, ...(durable ? {} : NOT_DURABLE), ...own });
  const stopWithProgram = () => child.kill('SIGINT');
  process.once('exit', stopWithProgram);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      process.off('exit', stopWithProgram);
      resolve();
    });
  });
  try {
    onWait();
    await untilReady(cluster, child, logFile);
  } catch (error) {
    child.kill('SIGQUIT');
    throw error;
  }
  return { port, socketDir, ended, stop: () => stopChild(child, ended) };
}

/** A killed program leaves its server running: it is stopped, so that the next one starts with its own settings and log. */
export async function stopLeftover(
  cluster: Cluster,
  say: (line: string) => void,
  onWait: () => void = () => undefined,
): Promise<void> {
  const data = dataOf(cluster);
  const pidFile = join(data, 'postmaster.pid');
  const pid = Number(readLines(pidFile)[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  if (!isServerOf(pid, data)) {
    // A killed postmaster's backends still write for a moment; a second server beside them would destroy the data.
    await untilDeserted(data);
    // PostgreSQL judges a dead number in this file by itself. After a power cut the number may belong to a stranger, which
    // would forbid the start; nobody is left in the data directory, so the file says nothing any more.
    if (existsSync(`/proc/${pid}`)) rmSync(pidFile, { force: true });
    return;
  }
  say(`stopping the database server ${pid} that an ended program left running`);
  process.kill(pid, 'SIGINT');
  onWait();
  for (let waited = 0; isServerOf(pid, data); waited += POLL_MS) {
    if (waited === STOP_SECONDS * 1000) process.kill(pid, 'SIGQUIT');
    if (waited > 2 * STOP_SECONDS * 1000) throw stuck(pid);
    await delay(POLL_MS);
  }
}

/** Waits until no process works in the data directory: every process of a PostgreSQL server has it as its working directory. */
async function untilDeserted(data: string): Promise<void> {
  for (let waited = 0; workersIn(data).length > 0; waited += POLL_MS) {
    if (waited > STOP_SECONDS * 1000) throw stuck(workersIn(data)[0] ?? 0);
    await delay(POLL_MS);
  }
}

function workersIn(data: string): readonly number[] {
  const dir = realpathSync(data);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && workingDirectoryOf(name) === dir)
    .map(Number);
}

function workingDirectoryOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Ended meanwhile, or somebody else's.
    return undefined;
  }
}

/** A round trip over the socket takes two thirds of one over TCP. A socket's path has at most 107 bytes (unix(7)). */
function socketDirOf(cluster: Cluster): string | undefined {
  const fits = Buffer.byteLength(`${cluster.dir}/.s.PGSQL.65535`) <= 107;
  // PostgreSQL reads the setting as a list.
  return fits && !/[,"]/.test(cluster.dir) ? cluster.dir : undefined;
}

function launch(cluster: Cluster, logFile: string, settings: Readonly<Record<string, string>>): ChildProcess {
  const log = openLog(logFile);
  const parameters = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(cluster.home, 'bin/postgres'), ['-D', dataOf(cluster), ...parameters], {
    ...cluster.account,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    stdio: ['ignore', log, log],
    // Its own session: Ctrl-C reaches this program only, which first ends its work and then stops the server.
    detached: true,
  });
  closeSync(log);
  return child;
}

function openLog(logFile: string): number {
  try {
    return openSync(logFile, 'a', 0o600);
  } catch (error) {
    throw diskFault(error, logFile);
  }
}

async function untilReady(cluster: Cluster, child: ChildProcess, logFile: string): Promise<void> {
  let spawnError: Error | undefined;
  child.once('error', (error) => (spawnError = error));
  const pidFile = join(dataOf(cluster), 'postmaster.pid');
  for (let waited = 0; waited < START_SECONDS * 1000;) {
    if (spawnError !== undefined) throw startFault(spawnError.message, logFile);
    if (child.exitCode !== null || child.signalCode !== null) throw exitError(logFile);
    const lines = readLines(pidFile);
    // The eighth line of postmaster.pid is the server's own word on its state (postmaster.h, PM_STATUS_READY).
    const said = lines[0] === String(child.pid) ? lines[7]?.trim() : undefined;
    if (said === 'ready') return;
    // How long an archive takes nobody knows (PM_STATUS_STANDBY); it ends with the server, ready or not.
    if (said !== 'standby') waited += POLL_MS;
    await delay(POLL_MS);
  }
  throw startFault(`no answer within ${START_SECONDS} s`, logFile);
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const hard = setTimeout(() => child.kill('SIGQUIT'), STOP_SECONDS * 1000);
  await ended;
  clearTimeout(hard);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no free loopback port')),
      );
    });
  });
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw diskFault(error, file);
  }
}

/** The postmaster changes into its data directory and stays there. */
function isServerOf(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data) && !isZombie(pid);
  } catch {
    return false;
  }
}

function isZombie(pid: number): boolean {
  return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

function exitError(logFile: string): Error {
  const reason =
    readLines(logFile)
      .findLast((line) => /FATAL|PANIC|error/.test(line))
      ?.replace(/^.*?\] /, '') ?? 'no reason given';
  if (/no space left/i.test(reason)) {
    return new StartFault({ zh: '磁盘已满，数据库无法启动。', en: 'The disk is full: the database cannot start.' });
  }
  return /Address already in use|could not create any TCP/.test(reason)
    ? new Error(reason)
    : startFault(reason, logFile);
}

function startFault(reason: string, logFile: string): StartFault {
  return new StartFault({
    zh: `内置数据库无法启动（${reason}），详见 ${logFile}。`,
    en: `The embedded database cannot start (${reason}); see ${logFile}.`,
  });
}

function stuck(pid: number): StartFault {
  return new StartFault({
    zh: `先前留下的数据库进程 ${pid} 无法停止，请手动结束它。`,
    en: `The database server ${pid} left by an earlier run does not stop; end it by hand.`,
  });
}
