import { defineConfig } from 'vitest/config';

const unit = ['src/**/*.test.ts', 'test/**/*.test.ts'];
const db = ['src/**/*.db.test.ts', 'test/**/*.db.test.ts'];
const journeys = ['test/journeys/**/*.test.ts'];

export default defineConfig({
  test: {
    // Two cores are the smallest machine that we promise: more workers would only wait for each other.
    maxWorkers: 2,
    pool: 'threads',
    allowOnly: false,
    projects: [
      { extends: true, test: { name: 'unit', include: unit, exclude: [...db, ...journeys], testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          name: 'db',
          include: db,
          exclude: journeys,
          globalSetup: ['test/one-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: journeys,
          globalSetup: ['test/one-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
