import { userInfo } from 'node:os';
import { type Journal, openJournal } from '../journal/actions.ts';
import { readConfig } from '../kernel/config.ts';
import { openDatabase } from '../kernel/database.ts';
import { randomIds } from '../kernel/ids.ts';
import { systemClock } from '../kernel/time.ts';
import type { AuthorityErrand } from '../seal/actions.ts';
import type { Terminal } from './command.ts';

/** The journal of the district beside a running program or without one, for one command. */
export async function withJournal<Answer>(
  terminal: Terminal,
  work: (room: { readonly journal: Journal; readonly realm: string }) => Promise<Answer>,
): Promise<Answer> {
  const config = readConfig(terminal.environment);
  // Loaded here so that the other commands do not pay for it.
  const { databaseOf, reachDatabase } = await import('../kernel/platform-database.ts');
  const reached = await reachDatabase(databaseOf(config, terminal.err));
  const role = 'liangqian_app';
  const pool = openDatabase({ url: reached.url(role), role, maxConnections: 1 });
  try {
    return await work({ journal: openJournal(pool), realm: config.LIANGQIAN_REALM });
  } finally {
    await pool.end();
    await reached.stop();
  }
}

/** An act of the operator at this terminal, under the name of his account on this machine. */
export function operatorErrand(): AuthorityErrand {
  return {
    actor: { kind: 'operator', id: accountName() },
    at: systemClock.now(),
    requestId: randomIds.next(),
  };
}

/** The name of the account that runs this, or its number where the machine has no name for it, as in many containers. */
export function accountName(read: () => string = () => userInfo().username, uid = process.getuid?.()): string {
  try {
    return read();
  } catch {
    return `uid-${uid ?? 'unknown'}`;
  }
}
