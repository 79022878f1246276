import { expect, test } from 'vitest';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { publicBundles } from './public-bundles.ts';
import { httpRefusals } from './refusals.ts';

const at = '2025-03-03T01:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();
const bytes = Buffer.from('zip');
const codeOf = (answer: Uint8Array | Refusal) => (isRefusal(answer) ? answer.code : 'made');

test('whoever asks within a minute has the same bundle, made once; after it, or when its subject has moved on, a new one', async () => {
  const bundles = publicBundles();
  let made = 0;
  const ask = (head: string, when = at) =>
    bundles({ head, at: when, make: () => ((made += 1), Promise.resolve(Buffer.from(bytes))) });
  await Promise.all(Array.from({ length: 50 }, () => ask('YH-A 4')));
  await ask('YH-A 4', later(59));
  expect(made).toBe(1);
  await ask('YH-A 5', later(59));
  expect(made).toBe(2);
  await ask('YH-A 4', later(60));
  expect(made).toBe(3);
});

test('more bundles than four are not in work at once, and the next is made when one is done', async () => {
  const bundles = publicBundles();
  const ready = Promise.withResolvers<Uint8Array>();
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
  const bundles = publicBundles();
  const waits = () => Promise.resolve(refuse(httpRefusals, 'evidence-waits'));
  for (let round = 0; round < 6; round += 1) {
    expect(codeOf(await bundles({ head: '1', at, make: waits }))).toBe('evidence-waits');
    const broken = bundles({ head: '2', at, make: () => Promise.reject(new Error('the file is gone')) });
    await expect(broken).rejects.toThrow('the file is gone');
  }
  expect(codeOf(await bundles({ head: '1', at, make: () => Promise.resolve(bytes) }))).toBe('made');
});

test('what is kept does not grow without end', async () => {
  const bundles = publicBundles();
  let made = 0;
  const ask = (head: number) =>
    bundles({ head: String(head), at, make: () => ((made += 1), Promise.resolve(Buffer.from(bytes))) });
  for (let head = 0; head < 33; head += 1) await ask(head);
  await ask(32);
  expect(made).toBe(33);
  await ask(0);
  expect(made).toBe(34);
});
