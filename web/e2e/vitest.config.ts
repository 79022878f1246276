import { defineProject } from 'vitest/config';

/** One browser and one platform: the files run one after the other against it. */
export default defineProject({
  root: import.meta.dirname,
  test: {
    name: 'browser',
    include: ['**/*.test.ts'],
    globalSetup: ['./platform.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
