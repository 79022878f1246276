import { expect, test } from 'vitest';
import { lines } from './line.ts';

test('work under one key is done in the order of arrival, under different keys side by side', async () => {
  const inLine = lines();
  const done: string[] = [];
  const gate = Promise.withResolvers<undefined>();
  const first = inLine('a', async () => {
    await gate.promise;
    done.push('a1');
  });
  const second = inLine('a', async () => {
    done.push('a2');
  });
  await inLine('b', async () => {
    done.push('b1');
  });
  gate.resolve(undefined);
  await Promise.all([first, second]);
  expect(done).toEqual(['b1', 'a1', 'a2']);
});

test('a fault in one piece of work stops nobody behind it', async () => {
  const inLine = lines();
  const failed = inLine('a', () => Promise.reject(new Error('broken')));
  const next = inLine('a', async () => 'done');
  await expect(failed).rejects.toThrow('broken');
  expect(await next).toBe('done');
});
