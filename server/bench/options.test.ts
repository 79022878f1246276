import { expect, test } from 'vitest';
import { partNames, readOptions } from './options.ts';

test('without flags every part runs in full', () => {
  const options = readOptions([]);
  expect(options).toMatchObject({ rounds: 5, races: 1_000, crashes: 100, cedarPairs: 1_000_000, flushDelay: 0 });
  expect(options).toHaveProperty('parts', new Set(partNames));
});

test('quick shortens every part, and a single figure can still be set', () => {
  expect(readOptions(['--quick', '--crash', '3', '--only', 'kernel,crash'])).toMatchObject({
    rounds: 1,
    crashes: 3,
    parts: new Set(['kernel', 'crash']),
  });
});

test('an unknown flag, part or figure is answered with the usage', () => {
  expect(readOptions(['--fast'])).toContain('npm run bench');
  expect(readOptions(['--only', 'kernel,nothing'])).toContain('npm run bench');
  expect(readOptions(['--rounds', 'many'])).toContain('npm run bench');
  expect(readOptions(['--flush-delay', '200000'])).toContain('npm run bench');
});
