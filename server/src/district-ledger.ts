import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Policy, withLogs } from '@liangqian/verify/policy.ts';
import { writeTrust } from '@liangqian/verify/trust.ts';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Clock } from './kernel/time.ts';
import { StartFault } from './kernel/start-fault.ts';
import {
  beginLog,
  fileLogKeys,
  type Ledger,
  listLogs,
  type LogKeyOptions,
  logVerifierKeys,
  openLedger,
  publicKeysOf,
} from './ledger/actions.ts';

export interface DistrictLedgerOptions {
  readonly pool: Pool;
  readonly realm: string;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly keyPassphrase: string;
  /** Witnesses that are just starting make one wait. */
  readonly logPolicy?: Promise<Policy | undefined>;
}

/**
 * The transparency log of the district over its journal; without a policy it has no witnesses and says so. The keys must be those with
 * which the log was begun: under other keys it would be another log in the same place.
 */
export async function districtLedger(options: DistrictLedgerOptions): Promise<Ledger> {
  const { pool, realm, clock, dataDir, keyPassphrase, logPolicy } = options;
  const logs = await listLogs(pool, realm);
  const newest = logs.at(-1);
  const generation = newest?.generation ?? 1;
  const place = logKeyPlace(dataDir, keyPassphrase, generation);
  if (newest !== undefined && !existsSync(place.directory)) throw wrongKeys(place.directory);
  const keys = fileLogKeys(place);
  if (newest === undefined) await beginLog(pool, realm, { generation, ...publicKeysOf(keys), at: clock.now() });
  else if (newest.origin !== keys.origin) throw wrongKeys(place.directory);
  const earlier = logs.slice(0, -1);
  const [logKey] = logVerifierKeys(keys);
  const alone: Policy = { logs: [logKey], witnesses: [], groups: [], quorum: 'none' };
  const before = earlier.toReversed().map((log) => logVerifierKeys(log)[0]);
  const policy = withLogs((await logPolicy) ?? alone, [logKey, ...before]);
  return openLedger({ pool, realm, generation, earlier, clock, keys, policy, signaturesOf });
}

function wrongKeys(directory: string): StartFault {
  return new StartFault({
    zh: `${directory} 中没有开始本日志的密钥：请把密钥放回，或运行 liangqian ledger restart 另起新日志。`,
    en: `${directory} does not hold the keys with which the log was begun: put them back, or begin a new log with liangqian ledger restart.`,
  });
}

/** Keeps beside the data what an audit and every verifier must know of the log: keys, witnesses, quorum. Nothing of it is secret. */
export function keepTrust(ledger: Ledger, dataDir: string): void {
  writeFileSync(join(dataDir, TRUST_FILE), writeTrust(ledger.trust));
}

const TRUST_FILE = 'log-trust.txt';

/** Where the keys of the log lie; each new log has keys of its own. */
export function logKeyPlace(dataDir: string, passphrase: string, generation = 1): LogKeyOptions {
  return { directory: join(dataDir, 'keys', generation === 1 ? 'log' : `log-${generation}`), passphrase };
}

const Signed = z.object({ signature: z.object({ algorithm: z.literal('SM2-with-SM3'), value: z.string() }) });

/** The SM2 signatures that persons made: whoever signs puts `signature` into the event. */
export function signaturesOf(_type: string, data: unknown): readonly string[] {
  // Most events have none, and a schema that fails costs more than one that holds.
  if (typeof data !== 'object' || data === null || !('signature' in data)) return [];
  const signed = Signed.safeParse(data);
  return signed.success ? [signed.data.signature.value] : [];
}
