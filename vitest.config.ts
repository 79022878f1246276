import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const unit = ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'];
const db = ['src/**/*.db.test.ts', 'test/**/*.db.test.ts'];
const journeys = ['test/journeys/**/*.test.ts'];
const globalSetup = [join(import.meta.dirname, 'server/test/one-server.ts')];
/** The browser application brings its own: plain tests, and tests in a real Chromium. */
const web = ['web/vitest.config.ts', 'web/e2e/vitest.config.ts'];

export default defineConfig({
  test: {
    // Two cores are the smallest machine that we promise: more workers would only wait for each other.
    maxWorkers: 2,
    pool: 'threads',
    allowOnly: false,
    projects: [
      project({ name: 'unit', include: unit, isolate: false, exclude: [...db, ...journeys], testTimeout: 20_000 }),
      project({ name: 'db', include: db, exclude: journeys, globalSetup, testTimeout: 30_000, hookTimeout: 30_000 }),
      project({ name: 'journeys', include: journeys, globalSetup, testTimeout: 120_000, hookTimeout: 60_000 }),
      project({ name: 'tools', include: ['*.test.ts'] }, 'tools'),
      project({ name: 'verify', include: ['src/**/*.test.ts'], isolate: false, testTimeout: 60_000 }, 'verify'),
      ...web.filter((config) => existsSync(join(import.meta.dirname, config))),
    ],
  },
});

function project<T extends object>(test: T, root = 'server'): { extends: true; root: string; test: T } {
  return { extends: true, root, test };
}
