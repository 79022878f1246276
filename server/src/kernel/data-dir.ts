import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeFolder } from './make-folder.ts';
import { diskFault, errorCode, StartFault } from './start-fault.ts';

/** The data directory, held by this program alone until `release`. */
export interface HeldDataDir {
  readonly path: string;
  readonly release: () => Promise<void>;
}

const LEAST_FREE_BYTES = 200 * 1024 * 1024;

/**
 * Creates the data directory when it is missing and takes it for this program.
 * The lock is an abstract Unix socket: the kernel drops it with the process, even after SIGKILL, so it is never stale.
 */
export async function holdDataDir(path: string): Promise<HeldDataDir> {
  const dir = makeDir(path);
  const holderFile = join(dir, 'holder.pid');
  const lock = await takeLock(dir, holderFile);
  try {
    writeFileSync(holderFile, `${process.pid}\n`);
  } catch (error) {
    lock.close();
    throw diskFault(error, holderFile);
  }
  return {
    path: dir,
    async release() {
      rmSync(holderFile, { force: true });
      await new Promise((resolve) => lock.close(resolve));
    },
  };
}

async function takeLock(dir: string, holderFile: string): Promise<Server> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await listenOn(`\0${lockName(dir)}`);
    } catch (error) {
      if (errorCode(error) !== 'EADDRINUSE') throw error;
      // A holder that took its name away is ending: its socket lives for some milliseconds more.
      if (existsSync(holderFile) || attempt === MOST_ATTEMPTS) throw inUse(dir, holderFile);
      await pause(50);
    }
  }
}

const MOST_ATTEMPTS = 20;

async function listenOn(path: string): Promise<Server> {
  const lock = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    lock.once('error', reject);
    lock.listen({ path }, resolve);
  });
  return lock.unref();
}

/** Whether a live program holds the data directory: abstract sockets of living processes stand in /proc/net/unix. */
export function isHeld(path: string): boolean {
  if (!existsSync(path)) return false;
  const dir = realpathSync(path);
  return readFileSync('/proc/net/unix', 'utf8').includes(`@${lockName(dir)}`);
}

function lockName(dir: string): string {
  return `liangqian-${createHash('sha256').update(dir).digest('hex').slice(0, 40)}`;
}

function makeDir(path: string): string {
  try {
    makeFolder(resolve(path));
    const dir = realpathSync(path);
    const disk = statfsSync(dir);
    if (disk.bavail * disk.bsize < LEAST_FREE_BYTES) {
      throw new StartFault({
        zh: `${dir} 所在磁盘的可用空间不足 200 MB。`,
        en: `Less than 200 MB are free on the disk that holds ${dir}.`,
      });
    }
    return dir;
  } catch (error) {
    throw diskFault(error, path);
  }
}

function inUse(dir: string, holderFile: string): StartFault {
  const holder = readHolder(holderFile);
  return new StartFault({
    zh: `数据目录 ${dir} 正被另一个两签进程使用${holder === '' ? '' : `（进程号 ${holder}）`}。`,
    en: `Another Liangqian process${holder === '' ? '' : ` (${holder})`} is using the data directory ${dir}.`,
  });
}

function readHolder(holderFile: string): string {
  try {
    return readFileSync(holderFile, 'utf8').trim();
  } catch {
    // The file only makes the sentence more helpful; the socket is the lock.
    return '';
  }
}
