import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Trust } from '@liangqian/verify/trust.ts';
import { type DocumentTrust, logTrustOf, readTrustFile } from '@liangqian/verify/trust-file.ts';
import { type Config, readConfig } from '../kernel/config.ts';
import { type Database, openDatabase } from '../kernel/database.ts';
import { headKnownTo, listLogs, type WitnessedHead } from '../ledger/actions.ts';
import { type Call, InputFault } from './command.ts';

/** The log as a command beside the platform sees it: with the rights of an auditor, and never writing. */
export interface LedgerScene {
  readonly pool: Database;
  readonly realm: string;
}

/** Reading a log of millions takes longer than any answer to a person may. */
const PATIENCE_MS = 3_600_000;

/** Opens the database of the running platform, or brings it up for the command alone. */
export async function onLedger<T>({ terminal }: Call, work: (scene: LedgerScene) => Promise<T>): Promise<T> {
  const config = readConfig(terminal.environment);
  // Loaded here so that the other commands do not pay for it.
  const { databaseOf, reachDatabase } = await import('../kernel/platform-database.ts');
  const database = await reachDatabase(databaseOf(config, terminal.err));
  const role = 'liangqian_auditor';
  const pool = openDatabase({ url: database.url(role), role, maxConnections: 2, statementTimeoutMs: PATIENCE_MS });
  try {
    return await work({ pool, realm: config.LIANGQIAN_REALM });
  } finally {
    await pool.end();
    await database.stop();
  }
}

/** The log of the realm that goes on. */
export async function newestLog({
  pool,
  realm,
}: LedgerScene): Promise<{ readonly realm: string; readonly generation: number }> {
  return { realm, generation: (await listLogs(pool, realm)).at(-1)?.generation ?? 1 };
}

/** The trust file that the call names; else the one that the platform keeps beside its data. */
export function trustOf(call: Call): Trust {
  return trustsOf(call).log;
}

/** The same file with what it says about certificates: nothing, where it is about the log alone. */
export function trustsOf({ flags, terminal }: Call): { readonly log: Trust; readonly documents: DocumentTrust } {
  const config: Config = readConfig(terminal.environment);
  const named = flags['trust'];
  const file = typeof named === 'string' ? named : join(config.DATA_DIR, 'log-trust.txt');
  if (!existsSync(file))
    throw new InputFault({
      zh: `找不到信任文件 ${file}；用 --trust 指定。`,
      en: `There is no trust file ${file}; name one with --trust.`,
    });
  const documents = readTrustFile(readFileSync(file, 'utf8'));
  const log = 'reason' in documents ? documents : (logTrustOf(documents) ?? NO_LOG);
  if (!('reason' in documents) && !('reason' in log)) return { log, documents };
  const { line, reason } = 'reason' in log ? log : NO_LOG;
  throw new InputFault({
    zh: `信任文件 ${file} 第 ${line} 行有误（${reason}）。`,
    en: `The trust file ${file} is wrong in line ${line}: ${reason}.`,
  });
}

const NO_LOG = { line: 0, reason: 'there is no quorum line' } as const;

/** What the witnesses say they have seen of every log; who cannot be asked is told to the person at the terminal. */
export async function askWitnesses({ terminal }: Call, { policy }: Trust): Promise<readonly WitnessedHead[]> {
  const asked = policy.witnesses.flatMap((witness) =>
    policy.logs.map(async (log) => ({ witness, log, head: await headKnownTo(witness, log) })),
  );
  const silent = new Set<string>();
  const heads = (await Promise.all(asked)).flatMap(({ witness, log, head }) => {
    if (head !== undefined) return [{ witness: witness.name, origin: log.name, ...head }];
    silent.add(witness.name);
    return [];
  });
  for (const name of silent) terminal.err(`见证机构 ${name} 未应答。 The witness ${name} did not answer.`);
  return heads;
}
