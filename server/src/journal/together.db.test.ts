import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';
import { isRefusal, type RefusalTable, refuse } from '../kernel/refusal.ts';
import { part, perform, readStream } from './actions.ts';
import type { Recorded, Step } from './journal.ts';
import { performTogether } from './together.ts';

const AT = '2025-03-03T01:00:00.000Z';
const table = {
  no: { rule: 'house', article: '—', message: { zh: '不', en: 'no' }, remedy: { zh: '—', en: '—' } },
} as const satisfies RefusalTable;

const note: Step<{ readonly says: string }, readonly Recorded[], undefined> = {
  name: 'note',
  view: (events) => events,
  decide: (_view, { says }) =>
    says === 'no' ? refuse(table, 'no') : { events: [{ type: 'NoteMade', data: { says } }] },
};

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict(AT);
}, 90_000);
afterAll(() => district.close());

const actor = { kind: 'operator', id: 'test' } as const;

function act(
  stream: string,
  requestId: string,
  says: string,
  meanwhile: () => Promise<unknown> = async () => undefined,
) {
  const { realm } = district.platform;
  const facts = async () => (await meanwhile(), undefined);
  return { frame: { realm, stream, actor, requestId, at: AT }, parts: [part(note, { says }, facts)] };
}

const lengthOf = async (stream: string) =>
  (await readStream(district.platform.journal, district.platform.realm, stream)).length;

test('one refusal refuses all, and nothing is written', async () => {
  const { journal } = district.platform;
  const done = await performTogether(journal, [act('note/a', 'r1', 'yes'), act('note/b', 'r2', 'no')]);
  expect(isRefusal(done) && done.code).toBe('no');
  expect(await lengthOf('note/a')).toBe(0);
});

test('a repetition returns the first answers and writes nothing', async () => {
  const { journal } = district.platform;
  const acts = [act('note/c', 'r3', 'yes'), act('note/d', 'r4', 'yes')];
  const first = await performTogether(journal, acts);
  const again = await performTogether(journal, acts);
  expect(isRefusal(first) ? [] : first.map(({ repeated }) => repeated)).toEqual([false, false]);
  expect(isRefusal(again) ? [] : again.map(({ repeated }) => repeated)).toEqual([true, true]);
  expect(await lengthOf('note/c')).toBe(1);
});

test('who loses a race on one stream writes on none, and decides again on what is now there', async () => {
  const { journal, realm } = district.platform;
  let races = 0;
  const rival = async () => {
    races += 1;
    if (races > 1) return;
    const frame = { realm, stream: 'note/f', actor, requestId: 'rival', at: AT };
    await perform(journal, note, { ...frame, command: { says: 'first' }, facts: () => undefined });
    expect(await lengthOf('note/e')).toBe(0);
  };
  const done = await performTogether(journal, [act('note/e', 'r5', 'yes'), act('note/f', 'r6', 'yes', rival)]);
  expect(races).toBe(2);
  expect(isRefusal(done) ? [] : done.map(({ stream, seq }) => [stream, seq])).toEqual([
    ['note/e', 1],
    ['note/f', 2],
  ]);
});
