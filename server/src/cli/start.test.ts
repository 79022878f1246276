import { expect, test, vi } from 'vitest';
import { runCli } from './cli.ts';

test('a program that cannot be loaded says why and stops the database that was on its way', async () => {
  const stop = vi.fn<() => Promise<void>>(async () => undefined);
  vi.doMock('../kernel/platform-database.ts', () => ({ startDatabase: async () => ({ stop }) }));
  vi.doMock('../main.ts', () => {
    throw new Error('a package is missing');
  });
  const errors: string[] = [];
  const write = { out: () => undefined, err: (text: string) => errors.push(text) };
  expect(await runCli(['start'], {}, write)).toBe(1);
  expect(errors[0]).toContain('程序内部错误');
  expect(stop).toHaveBeenCalledOnce();
});
