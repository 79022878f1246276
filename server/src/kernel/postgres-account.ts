import { spawnSync } from 'node:child_process';
import type { Account } from './postgres-binaries.ts';
import { StartFault } from './start-fault.ts';

const ACCOUNT_NAME = 'postgres';

/** PostgreSQL refuses to run as root: then the account `postgres` runs it, and is created when the machine has none. */
export function postgresAccount(say: (line: string) => void): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const present = findAccount();
  if (present !== undefined) return present;
  say(`PostgreSQL does not run as root: the account ${ACCOUNT_NAME} is created for it`);
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', ACCOUNT_NAME]);
  const created = findAccount();
  if (created !== undefined) return created;
  throw new StartFault({
    zh: `PostgreSQL 不能以 root 运行，且无法创建账户 ${ACCOUNT_NAME}：请创建该账户，或改用普通用户运行。`,
    en: `PostgreSQL does not run as root and the account ${ACCOUNT_NAME} could not be created: create it, or run as an ordinary user.`,
  });
}

function findAccount(): Account | undefined {
  const uid = id('-u');
  const gid = id('-g');
  return uid === undefined || gid === undefined || uid === 0 ? undefined : { uid, gid };
}

function id(flag: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, ACCOUNT_NAME], { encoding: 'utf8' });
  return status === 0 ? Number(stdout.trim()) : undefined;
}
