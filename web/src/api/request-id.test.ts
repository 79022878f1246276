import { expect, test } from 'vitest';
import { createPendingActs, randomRequestId } from './request-id.ts';

function shelf(): {
  getItem: (key: string) => string | null;
  setItem: (key: string, value: string) => void;
  removeItem: (key: string) => void;
  kept: Map<string, string>;
} {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

function counter(): () => string {
  let last = 0;
  return () => `id-${(last += 1)}`;
}

test('an act without an answer goes out again under the same id, even after the page was loaded anew', () => {
  const kept = shelf();
  const next = counter();
  const first = createPendingActs(kept, next).idFor('/cases', { itemId: 'MK-06' });
  expect(createPendingActs(kept, next).idFor('/cases', { itemId: 'MK-06' })).toBe(first);
});

test('a different body is a different act, and so is the same body after an answer', () => {
  const pending = createPendingActs(shelf(), counter());
  const first = pending.idFor('/cases', { area: 80 });
  expect(pending.idFor('/cases', { area: 81 })).not.toBe(first);
  const second = pending.idFor('/cases', { area: 81 });
  pending.settle('/cases');
  expect(pending.idFor('/cases', { area: 81 })).not.toBe(second);
});

test('nothing personal is left in the browser', () => {
  const kept = shelf();
  createPendingActs(kept, counter()).idFor('/cases', { name: '常源浩', idNo: '110198198601256910' });
  expect([...kept.kept.values()].join()).not.toMatch(/常源浩|1986/);
});

test('a request id is a version 4 UUID', () => {
  expect(randomRequestId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
