import { defineProject } from 'vitest/config';

/** One browser and one platform at a time: the files run one after the other. */
export default defineProject({
  root: import.meta.dirname,
  test: {
    name: 'browser',
    include: ['**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
