import { defineConfig } from 'vitest/config';

const unit = ['src/**/*.test.ts', 'test/**/*.test.ts'];
const db = ['src/**/*.db.test.ts', 'test/**/*.db.test.ts'];
const journeys = ['test/journeys/**/*.test.ts'];
const globalSetup = ['test/one-server.ts'];

export default defineConfig({
  test: {
    // Two cores are the smallest machine that we promise: more workers would only wait for each other.
    maxWorkers: 2,
    pool: 'threads',
    allowOnly: false,
    projects: [
      project({ name: 'unit', include: unit, exclude: [...db, ...journeys], testTimeout: 20_000 }),
      project({ name: 'db', include: db, exclude: journeys, globalSetup, testTimeout: 30_000, hookTimeout: 30_000 }),
      project({ name: 'journeys', include: journeys, globalSetup, testTimeout: 120_000, hookTimeout: 60_000 }),
    ],
  },
});

function project<T extends object>(test: T): { extends: true; root: string; test: T } {
  return { extends: true, root: 'server', test };
}
