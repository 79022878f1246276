import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoFactSource, type ShareAnswers } from '../src/application/demo-facts.ts';
import { DEMO_PIN, type DemoDistrict, loadDemoDistrict, readDemoDistrict } from '../src/demo-district.ts';
import type { Clock, Instant } from '../src/kernel/time.ts';
import { demoResults } from '../src/matter/matter.ts';
import { openPlatform, type Platform, type PlatformOptions } from '../src/platform.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export interface TestDistrict {
  readonly platform: Platform;
  readonly database: TestDatabase;
  /** Where the district keeps its files. */
  readonly dataDir: string;
  /** Moves the wall clock of the district. */
  readonly setNow: (at: Instant) => void;
  /** What the shares answer from now on. */
  readonly setShares: (answers: ShareAnswers) => void;
  /** The next request id. */
  readonly requestId: () => string;
  readonly close: () => Promise<void>;
}

/** The demo district, changed where the test needs it, on a database of its own, with a clock and shares that the test sets. */
export async function testDistrict(
  startAt: Instant,
  change: (demo: DemoDistrict) => DemoDistrict = (demo) => demo,
  options: Partial<PlatformOptions> = {},
): Promise<TestDistrict> {
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'liangqian-test-'));
  const demo = change(readDemoDistrict());
  let now = startAt;
  let answers: ShareAnswers = {};
  let requests = 0;
  const clock: Clock = { now: () => now };
  const platform = await openPlatform({
    pool: database.database,
    realm: '110198',
    dataDir,
    clock,
    publicUrl: 'http://127.0.0.1:8080',
    reviewUrl: 'https://xzfy.yunhe.example/',
    keyPassphrase: 'development',
    sealHours: { from: '00:00', to: '24:00' },
    correctionWaitDays: 30,
    renderWorkers: 1,
    factSource: {
      gather: (query) => demoFactSource(demo.shares, answers).gather(query),
      credit: (query) => demoFactSource(demo.shares, answers).credit(query),
      known: (query) => demoFactSource(demo.shares, answers).known(query),
      papers: (query) => demoFactSource(demo.shares, answers).papers(query),
    },
    demoPin: DEMO_PIN,
    resultSource: demoResults('110198'),
    ...options,
  });
  await loadDemoDistrict(platform, demo, startAt);
  return {
    platform,
    database,
    dataDir,
    setNow(at) {
      now = at;
    },
    setShares(next) {
      answers = next;
    },
    requestId() {
      requests += 1;
      return `test-${requests}`;
    },
    async close() {
      await platform.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
