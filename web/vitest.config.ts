import { defineProject } from 'vitest/config';

export default defineProject({
  root: import.meta.dirname,
  test: { name: 'web', include: ['src/**/*.test.ts'] },
});
