import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { Config } from '../../server/src/kernel/config.ts';
import { startPlatform } from '../../server/src/main.ts';

/** An ordinary working day inside the term of the demo mandates; from here time runs as it does, and by whole days as tests say. */
const BEGIN = Date.parse('2026-03-04T01:30:00.000Z');

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the started platform answers. */
    readonly url: string;
    /** The file that says how many days later it is. */
    readonly calendar: string;
  }
}

/** The whole platform with the demo district, as `npm start` brings it up, for the time of the browser tests. */
export default async function platform(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'liangqian-browser-'));
  // PostgreSQL's own account has to pass through.
  chmodSync(dir, 0o755);
  const began = Date.now();
  const calendar = join(dir, 'days-later');
  writeFileSync(calendar, '0');
  const daysLater = (): number => Number(readFileSync(calendar, 'utf8')) * 86_400_000;
  const clock = { now: () => new Date(BEGIN + Date.now() - began + daysLater()).toISOString() };
  const config = Config.parse({ PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'error' });
  const started = await startPlatform(config, { clock, say: () => undefined });
  project.provide('url', started.url);
  project.provide('calendar', calendar);
  return async () => {
    await started.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}
