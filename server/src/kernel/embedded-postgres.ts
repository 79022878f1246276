import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Cluster, clusterDir, dataOf, initCluster } from './postgres-cluster.ts';
import { postgresAccount } from './postgres-account.ts';
import { postgresHome } from './postgres-binaries.ts';
import { type ServerProcess, type SpawnOptions, spawnServer, stopLeftover } from './postgres-process.ts';
import { diskFault, StartFault } from './start-fault.ts';

/** The PostgreSQL that this program started, on loopback only. */
export interface EmbeddedPostgres {
  readonly port: number;
  /** A connection URL for the superuser `postgres` (`postgres`) or one of our roles, each with its own password. */
  readonly url: (role: EmbeddedRole, database?: string) => string;
  /** Settles when the server ended, asked or not. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

export type EmbeddedRole =
  | 'postgres'
  | 'liangqian_app'
  | 'liangqian_reader'
  | 'liangqian_auditor'
  | 'liangqian_migrator';

export interface EmbeddedPostgresOptions {
  /** Held by this program (`holdDataDir`) before the server starts. */
  readonly dataDir: string;
  readonly say: (line: string) => void;
  /** Only data that is thrown away may give up durability for speed. */
  readonly durable?: boolean;
  /**
   * Called, perhaps more than once, when nothing is left to do but wait for a server. A program that loads itself holds up everything
   * else in it: whoever loads before this holds up the server, and afterwards nobody.
   */
  readonly onWait?: () => void;
}

/** Starts the embedded PostgreSQL on a data directory; creates the cluster at the first start, stops what a killed program left behind. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, say, durable = true, onWait = () => undefined } = options;
  const runner = postgresAccount(say);
  const dir = clusterDir(dataDir, runner, say);
  const account = ownerOf(dir) ?? runner;
  const cluster: Cluster = { dir, home: postgresHome(account, say), account };
  const secret = clusterSecret(dataDir);
  if (!existsSync(join(dataOf(cluster), 'PG_VERSION'))) {
    say(`creating the database in ${dir}`);
    await initCluster(cluster, passwordOf('postgres', secret), durable);
  }
  requireSameMajor(cluster);
  await stopLeftover(cluster, say, onWait);
  const server = await startWithRetry(cluster, join(dataDir, 'postgres.log'), { durable, onWait });
  return {
    port: server.port,
    url: urlsOf(secret, server),
    ended: server.ended,
    stop: server.stop,
  };
}

/** The embedded server that another program runs on this data directory now, if there is one. */
export function findRunningPostgres(dataDir: string): Pick<EmbeddedPostgres, 'port' | 'url'> | undefined {
  const silent = () => undefined;
  const dir = clusterDir(dataDir, postgresAccount(silent), silent);
  const pidFile = join(dataOf({ dir, home: '', account: undefined }), 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  // The fourth line of the file is the port, the fifth the socket's directory (PostgreSQL documentation, postmaster.pid).
  const lines = readCluster(pidFile).split('\n');
  const port = Number(lines[3]);
  if (!Number.isInteger(port) || port <= 0) return undefined;
  return { port, url: urlsOf(clusterSecret(dataDir), { port, socketDir: lines[4] || undefined }) };
}

/** TCP stands in every URL for the tools that know nothing else; the socket, where there is one, is taken first. */
function urlsOf(secret: string, server: Pick<ServerProcess, 'port' | 'socketDir'>): EmbeddedPostgres['url'] {
  const socket = server.socketDir === undefined ? '' : `?host=${encodeURIComponent(server.socketDir)}`;
  return (role, database = 'postgres') =>
    `postgres://${role}:${passwordOf(role, secret)}@127.0.0.1:${server.port}/${database}${socket}`;
}

/** Root may start a cluster that an ordinary user made: then that user goes on running it. */
function ownerOf(dir: string): Cluster['account'] {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = statSync(dir);
  return uid === 0 ? undefined : { uid, gid };
}

function clusterSecret(dataDir: string): string {
  const file = join(dataDir, 'postgres-secret');
  try {
    if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw diskFault(error, file);
  }
}

function passwordOf(role: EmbeddedRole, secret: string): string {
  return createHash('sha256').update(`${role} ${secret}`).digest('hex');
}

function requireSameMajor(cluster: Cluster): void {
  const version = readCluster(join(dataOf(cluster), 'PG_VERSION')).trim();
  const supported = readFileSync(join(cluster.home, 'share/postgresql/postgres.bki'), 'utf8').match(
    /^# PostgreSQL (\d+)/,
  )?.[1];
  if (version === supported) return;
  throw new StartFault({
    zh: `${dataOf(cluster)} 由 PostgreSQL ${version} 创建，内置的是 PostgreSQL ${supported}：请从备份恢复。`,
    en: `${dataOf(cluster)} was made by PostgreSQL ${version}, but PostgreSQL ${supported} is built in: restore from a backup.`,
  });
}

function readCluster(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw diskFault(error, file);
  }
}

/** Between finding a free port and taking it somebody else may take it. */
async function startWithRetry(cluster: Cluster, logFile: string, options: SpawnOptions): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await spawnServer(cluster, logFile, options);
    } catch (error) {
      if (attempt === 3 || error instanceof StartFault) throw error;
      await delay(100 * attempt);
    }
  }
}
