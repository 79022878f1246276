import { expect, test } from 'vitest';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { keptBundles, type MadeBundle } from './kept-bundles.ts';
import { httpRefusals } from './refusals.ts';

const at = '2025-03-03T01:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();
const bytes = { bytes: Buffer.from('zip'), isWitnessed: true };
const copy = (size = 3): MadeBundle => ({ bytes: Buffer.alloc(size), isWitnessed: true });
const codeOf = (answer: Uint8Array | Refusal) => (isRefusal(answer) ? answer.code : 'made');

test('whoever asks within a minute has the same bundle, made once; after it, or when its subject has moved on, a new one', async () => {
  const bundles = keptBundles();
  let made = 0;
  const ask = (head: string, when = at) =>
    bundles({ head, at: when, make: () => ((made += 1), Promise.resolve(copy())) });
  await Promise.all(Array.from({ length: 50 }, () => ask('YH-A 4')));
  await ask('YH-A 4', later(59));
  expect(made).toBe(1);
  await ask('YH-A 5', later(59));
  expect(made).toBe(2);
  await ask('YH-A 4', later(60));
  expect(made).toBe(3);
});

test('more bundles than four are not in work at once, and the next is made when one is done', async () => {
  const bundles = keptBundles();
  const ready = Promise.withResolvers<MadeBundle>();
  const ask = (head: string) => bundles({ head, at, make: () => ready.promise });
  const first = ['1', '2', '3', '4'].map(ask);
  expect(codeOf(await ask('5'))).toBe('evidence-queue-full');
  // One that is in work already is waited for.
  const again = ask('1');
  ready.resolve(bytes);
  expect((await Promise.all([...first, again])).map(codeOf)).toEqual(['made', 'made', 'made', 'made', 'made']);
  expect(codeOf(await ask('5'))).toBe('made');
});

test('what could not be made is not kept, and holds no place', async () => {
  const bundles = keptBundles();
  const waits = () => Promise.resolve(refuse(httpRefusals, 'evidence-waits'));
  for (let round = 0; round < 6; round += 1) {
    expect(codeOf(await bundles({ head: '1', at, make: waits }))).toBe('evidence-waits');
    const broken = bundles({ head: '2', at, make: () => Promise.reject(new Error('the file is gone')) });
    await expect(broken).rejects.toThrow('the file is gone');
  }
  expect(codeOf(await bundles({ head: '1', at, make: () => Promise.resolve(bytes) }))).toBe('made');
});

test('what is kept does not grow without end', async () => {
  const bundles = keptBundles();
  let made = 0;
  const ask = (head: number) => bundles({ head: String(head), at, make: () => ((made += 1), Promise.resolve(copy())) });
  for (let head = 0; head < 33; head += 1) await ask(head);
  await ask(32);
  expect(made).toBe(33);
  await ask(0);
  expect(made).toBe(34);
});

test('one person has one bundle made at a time, and the same one twice is made once; others are not held up', async () => {
  const bundles = keptBundles();
  const ready = Promise.withResolvers<MadeBundle>();
  let made = 0;
  const ask = (asker: string, head: string) =>
    bundles({ head: `${asker} ${head}`, asker, at, make: () => ((made += 1), ready.promise) });
  const first = [ask('张三', 'a'), ask('张三', 'a'), ask('李四', 'a')];
  expect(codeOf(await ask('张三', 'b'))).toBe('evidence-in-work');
  expect(made).toBe(2);
  ready.resolve(copy());
  expect((await Promise.all(first)).map(codeOf)).toEqual(['made', 'made', 'made']);
  expect(codeOf(await ask('张三', 'b'))).toBe('made');
});

test('what its quorum has not witnessed yet is made anew', async () => {
  const bundles = keptBundles();
  let made = 0;
  const ask = (isWitnessed: boolean) =>
    bundles({ head: '1', at, make: () => ((made += 1), Promise.resolve({ ...copy(), isWitnessed })) });
  for (const isWitnessed of [false, false, true, true]) await ask(isWitnessed);
  expect(made).toBe(3);
});

test('kept bundles together take no more than 64 MB; the oldest goes first', async () => {
  const bundles = keptBundles();
  let made = 0;
  const ask = (head: string) => bundles({ head, at, make: () => ((made += 1), Promise.resolve(copy(30 * 2 ** 20))) });
  for (const head of ['1', '2', '1', '3', '2', '3']) await ask(head);
  expect(made).toBe(3);
  await ask('1');
  expect(made).toBe(4);
});
