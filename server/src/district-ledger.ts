import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '@liangqian/verify/policy.ts';
import { writeTrust } from '@liangqian/verify/trust.ts';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Clock } from './kernel/time.ts';
import { fileLogKeys, type Ledger, type LogKeyOptions, logVerifierKeys, openLedger } from './ledger/actions.ts';

export interface DistrictLedgerOptions {
  readonly pool: Pool;
  readonly realm: string;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly keyPassphrase: string;
  /** Witnesses that are just starting make one wait. */
  readonly logPolicy?: Promise<Policy | undefined>;
}

/** The transparency log of the district over its journal; without a policy it has no witnesses and says so. */
export async function districtLedger(options: DistrictLedgerOptions): Promise<Ledger> {
  const { pool, realm, clock, dataDir, keyPassphrase, logPolicy } = options;
  const keys = fileLogKeys(logKeyPlace(dataDir, keyPassphrase));
  const [logKey] = logVerifierKeys(keys);
  const alone: Policy = { logs: [logKey], witnesses: [], groups: [], quorum: 'none' };
  return openLedger({ pool, realm, clock, keys, policy: (await logPolicy) ?? alone, signaturesOf });
}

/** Keeps beside the data what an audit and every verifier must know of the log: keys, witnesses, quorum. Nothing of it is secret. */
export function keepTrust(ledger: Ledger, dataDir: string): void {
  writeFileSync(join(dataDir, TRUST_FILE), writeTrust(ledger.trust));
}

const TRUST_FILE = 'log-trust.txt';

/** Where the keys of the log lie. */
export function logKeyPlace(dataDir: string, passphrase: string): LogKeyOptions {
  return { directory: join(dataDir, 'keys', 'log'), passphrase };
}

const Signed = z.object({ signature: z.object({ algorithm: z.literal('SM2-with-SM3'), value: z.string() }) });

/** The SM2 signatures that persons made: whoever signs puts `signature` into the event. */
export function signaturesOf(_type: string, data: unknown): readonly string[] {
  const signed = Signed.safeParse(data);
  return signed.success ? [signed.data.signature.value] : [];
}
