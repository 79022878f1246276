import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PIN, demoFacts, loadDemoDistrict, readDemoDistrict } from '../demo-district.ts';
import { type Environment, readConfig } from '../kernel/config.ts';
import { openDatabase } from '../kernel/database.ts';
import { bringUpDatabase } from '../kernel/platform-database.ts';
import type { Instant } from '../kernel/time.ts';
import { uploadLimitsOf } from '../material/material.ts';
import { openPlatform, type Platform } from '../platform.ts';
import type { CaseFile } from './case-file.ts';

/** The district in which a case runs, with a clock and shares that its file sets. */
export interface CaseWorld {
  readonly platform: Platform;
  readonly setNow: (at: Instant) => void;
  readonly setShares: (shares: CaseFile['shares']) => void;
  readonly requestId: () => string;
}

export interface OpenedWorld extends CaseWorld {
  readonly close: () => Promise<void>;
}

/**
 * Opens the district for one case: a database of its own that is thrown away with the case, unless DATABASE_URL or
 * DATA_DIR name one. A running platform holds its data directory, so that nothing is done to its data by accident.
 */
export async function openCaseWorld(
  environment: Environment,
  given: { readonly startAt: Instant; readonly runId: string; readonly say: (line: string) => void },
): Promise<OpenedWorld> {
  const isOwn = isThrowAway(environment);
  const dataDir = isOwn ? makeThrowAway() : readConfig(environment).DATA_DIR;
  const closings: (() => Promise<void> | void)[] = isOwn ? [() => throwAway(dataDir)] : [];
  async function close(): Promise<void> {
    for (const end of closings.splice(0).toReversed()) await end();
  }
  try {
    const world = await openOn(environment, dataDir, { ...given, isOwn, closings });
    return { ...world, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whether the case gets a database of its own: no setting names another. */
export function isThrowAway(environment: Environment): boolean {
  return (environment['DATABASE_URL'] ?? '') === '' && (environment['DATA_DIR'] ?? '') === '';
}

function makeThrowAway(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'liangqian-case-'));
  // Started by root, PostgreSQL runs under its own account, which has to come through here to its cluster.
  chmodSync(dataDir, 0o711);
  return dataDir;
}

/** The cluster lies elsewhere when PostgreSQL's account cannot reach the temporary directory. */
function throwAway(dataDir: string): void {
  const pointer = join(dataDir, 'postgres-location');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

async function openOn(
  environment: Environment,
  dataDir: string,
  given: {
    readonly startAt: Instant;
    readonly runId: string;
    readonly say: (line: string) => void;
    readonly isOwn: boolean;
    readonly closings: (() => Promise<void> | void)[];
  },
): Promise<CaseWorld> {
  const { startAt, closings } = given;
  const config = readConfig(environment);
  const database = await bringUpDatabase({
    databaseUrl: given.isOwn ? undefined : config.DATABASE_URL,
    migratorUrl: config.DATABASE_MIGRATOR_URL,
    dataDir,
    say: given.isOwn ? () => undefined : given.say,
    durable: !given.isOwn,
  });
  closings.push(database.stop);
  const pool = openDatabase({ url: database.url('liangqian_app'), role: 'liangqian_app' });
  closings.push(() => pool.end());
  const demo = readDemoDistrict();
  let now = startAt;
  let shares: CaseFile['shares'] = { facts: {}, unverified: [], missing: [] };
  let requests = 0;
  const [from = '00:00', to = '24:00'] = config.LIANGQIAN_SEAL_HOURS.split('-');
  const platform = await openPlatform({
    pool,
    realm: config.LIANGQIAN_REALM,
    dataDir,
    clock: { now: () => now },
    publicUrl: config.LIANGQIAN_PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`,
    reviewUrl: config.LIANGQIAN_REVIEW_URL,
    keyPassphrase: config.LIANGQIAN_KEY_PASSPHRASE,
    sealHours: { from, to },
    correctionWaitDays: config.LIANGQIAN_CORRECTION_WAIT_DAYS,
    uploadLimits: uploadLimitsOf(config),
    renderWorkers: 1,
    factSource: demoFacts(demo, () => shares),
    demoPin: DEMO_PIN,
  });
  closings.push(platform.close);
  await loadDemoDistrict(platform, demo, startAt);
  return {
    platform,
    setNow(at) {
      now = at;
    },
    setShares(next) {
      shares = next;
    },
    requestId() {
      requests += 1;
      return `case-run/${given.runId}/${requests}`;
    },
  };
}
