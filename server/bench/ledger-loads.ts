import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { signaturesOf } from '../src/district-ledger.ts';
import { openDatabase } from '../src/kernel/database.ts';
import { systemClock } from '../src/kernel/time.ts';
import { fileLogKeys, type Ledger, logVerifierKeys, openLedger } from '../src/ledger/actions.ts';
import { openFullCases, openTwoSignatureCases } from './case-loads.ts';
import type { Load, LoadSetting } from './load.ts';
import { REALM } from './district.ts';

/** How long the product's robot rests between its turns. */
const EVERY_MS = 200;

/** A log over the database behind `url`, with keys of its own and no witnesses; `close` takes both away. */
export function openBenchLedger(url: string): Ledger {
  const directory = mkdtempSync(join(tmpdir(), 'liangqian-bench-log-'));
  const pool = openDatabase({ url, role: 'liangqian_app', maxConnections: 3, statementTimeoutMs: 600_000 });
  const keys = fileLogKeys({ directory, passphrase: 'bench' });
  const [log] = logVerifierKeys(keys);
  const policy = { logs: [log], witnesses: [], groups: [], quorum: 'none' };
  const ledger = openLedger({ pool, realm: REALM, keys, clock: systemClock, signaturesOf, policy });
  return {
    ...ledger,
    async close() {
      await ledger.close();
      await pool.end();
      rmSync(directory, { recursive: true });
    },
  };
}

/** Two-signature cases, kernel path only, with the log behind them: the same cases as `twoSignatures`. */
export async function openLoggedCases(setting: LoadSetting): Promise<Load> {
  return withLog(setting, await openTwoSignatureCases(setting));
}

/** The cases as the product carries them, with the log behind them: the same as `full`. */
export async function openLoggedFullCases(setting: LoadSetting): Promise<Load> {
  return withLog(setting, await openFullCases(setting));
}

/** Turns the log beside the cases, as the product's robot does. */
function withLog(setting: LoadSetting, cases: Load): Load {
  const ledger = openBenchLedger(setting.url);
  let isOpen = true;
  const robot = (async () => {
    while (isOpen) {
      await ledger.catchUp();
      await delay(EVERY_MS);
    }
  })();
  return {
    runCase: cases.runCase,
    async close() {
      isOpen = false;
      await robot;
      await cases.close();
      await ledger.close();
    },
  };
}
