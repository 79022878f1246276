import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, canWrite, SYSTEM_DIR } from './postgres-binaries.ts';
import { diskFault, StartFault } from './start-fault.ts';

/** One database cluster: where it lies, the programs that serve it, and the account that runs them. */
export interface Cluster {
  readonly dir: string;
  readonly home: string;
  readonly account: Account | undefined;
}

/** PostgreSQL's own data directory. */
export function dataOf(cluster: Cluster): string {
  return join(cluster.dir, 'cluster');
}

/**
 * Where the cluster of a data directory lies: inside it, unless PostgreSQL's own account cannot reach it there.
 * The place is then written down in the data directory, so that moving or deleting the directory starts afresh.
 */
export function clusterDir(dataDir: string, account: Account | undefined, say: (line: string) => void): string {
  const pointer = join(dataDir, 'postgres-location');
  const inside = join(dataDir, 'postgres');
  try {
    if (existsSync(pointer)) return ownedDir(readFileSync(pointer, 'utf8').trim(), account);
    ownedDir(inside, account);
    if (account === undefined || canWrite(inside, account)) return inside;
    rmSync(inside, { recursive: true });
    mkdirSync(SYSTEM_DIR, { recursive: true, mode: 0o755 });
    chmodSync(SYSTEM_DIR, 0o755);
    const outside = ownedDir(join(SYSTEM_DIR, `data-${randomUUID()}`), account);
    writeFileSync(pointer, `${outside}\n`);
    say(`PostgreSQL's own account cannot reach ${dataDir}; the database is kept in ${outside}`);
    return outside;
  } catch (error) {
    throw diskFault(error, inside);
  }
}

/** Creates the cluster beside its place and renames it, so that an interrupted start leaves no half cluster. */
export async function initCluster(cluster: Cluster, password: string, durable: boolean): Promise<void> {
  const fresh = join(cluster.dir, 'new');
  const secretDir = mkdtempSync(join(tmpdir(), 'liangqian-'));
  try {
    rmSync(fresh, { recursive: true, force: true });
    const passwordFile = join(secretDir, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (cluster.account !== undefined) {
      chownSync(secretDir, cluster.account.uid, cluster.account.gid);
      chownSync(passwordFile, cluster.account.uid, cluster.account.gid);
    }
    await runInitdb(cluster, [
      `--pgdata=${fresh}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
    ]);
    renameSync(fresh, dataOf(cluster));
  } catch (error) {
    throw diskFault(error, cluster.dir);
  } finally {
    rmSync(secretDir, { recursive: true, force: true });
  }
}

function ownedDir(dir: string, account: Account | undefined): string {
  if (existsSync(dir)) return dir;
  mkdirSync(dir, { mode: 0o700 });
  if (account !== undefined) chownSync(dir, account.uid, account.gid);
  return dir;
}

function runInitdb(cluster: Cluster, parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(cluster.home, 'bin/initdb'), parameters, {
      ...cluster.account,
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(initFault(cluster.dir, output))));
  });
}

function initFault(dir: string, output: string): StartFault {
  if (/no space left/i.test(output)) {
    return new StartFault({
      zh: `磁盘已满，无法在 ${dir} 创建数据库。`,
      en: `The disk is full: no database can be created in ${dir}.`,
    });
  }
  const reason = output.split('\n').find((line) => /error|fatal/i.test(line)) ?? output.trim();
  return new StartFault({
    zh: `无法在 ${dir} 创建数据库：${reason}`,
    en: `No database can be created in ${dir}: ${reason}`,
  });
}
