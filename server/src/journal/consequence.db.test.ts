import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { isRefusal, type RefusalTable, refuse } from '../kernel/refusal.ts';
import { type Journal, openJournal, part, perform, readStream } from './actions.ts';
import type { Consequence } from './consequence.ts';
import type { Recorded, Step } from './journal.ts';

const AT = '2025-03-03T01:00:00.000Z';
const actor = { kind: 'operator', id: 'test' } as const;
const table = {
  no: { rule: 'R1', article: '某法第一条', message: { zh: '不', en: 'no' }, remedy: { zh: '改', en: 'change it' } },
} as const satisfies RefusalTable;

/** Says something; its second word, if any, is what follows on another stream. */
const say: Step<{ readonly says: string }, readonly Recorded[], undefined> = {
  name: 'say',
  view: (events) => events,
  decide: (view, { says }) =>
    says === 'no' ? refuse(table, 'no') : { events: [{ type: 'WordSaid', data: { says, after: view.length } }] },
};

let database: TestDatabase;
let journal: Journal;
/** What happens just before a consequence is decided. */
let meanwhile: () => Promise<unknown> = async () => undefined;
beforeAll(async () => {
  database = await testDatabase();
  journal = openJournal(database.database, undefined, undefined, follows);
}, 60_000);
afterAll(() => database.drop());

function follows(_events: readonly Recorded[], made: readonly Recorded[]): readonly Consequence[] {
  return made.flatMap(({ stream, requestId, data }): readonly Consequence[] => {
    const [, says] = JSON.stringify(data).split('"')[3]?.split(' ') ?? [];
    if (!stream.startsWith('case/') || says === undefined) return [];
    const follow = part(say, { says }, async () => (await meanwhile(), undefined));
    return [{ stream: `echo/${stream.slice(5)}`, requestId: `echo/${requestId}`, actor, parts: [follow] }];
  });
}

function act(stream: string, requestId: string, says: string, on = journal) {
  const frame = { realm: 'r', stream, actor, requestId, at: AT };
  return perform(on, say, { ...frame, command: { says }, facts: () => undefined });
}

const saidOn = async (stream: string) => (await readStream(journal, 'r', stream)).map(({ data }) => data);

test('an act and what it brings about are one commit', async () => {
  await act('case/a', 'a', 'this that');
  expect(await saidOn('echo/a')).toEqual([{ says: 'that', after: 0 }]);
  const { rows } = await database.database.query(`select count(distinct xmin::text)::integer as n from journal.act
    where stream in ('case/a', 'echo/a')`);
  expect(rows).toEqual([{ n: 1 }]);
});

test('a consequence that the law refuses refuses the act, in the words of its own rule', async () => {
  const answer = await act('case/b', 'b', 'this no');
  expect(answer).toMatchObject({ code: 'consequence-refused', rule: 'R1', detail: { because: 'no' } });
  expect(isRefusal(answer) && answer.remedy.zh).toBe('改');
  expect(await saidOn('case/b')).toEqual([]);
});

test('who loses a race on the stream of the consequence writes nothing, and decides again on what is now there', async () => {
  let races = 0;
  meanwhile = async () => {
    races += 1;
    if (races === 1) await act('echo/c', 'rival', 'first', openJournal(database.database));
  };
  await act('case/c', 'c', 'this that');
  meanwhile = async () => undefined;
  expect(races).toBe(2);
  expect(await saidOn('echo/c')).toEqual([
    { says: 'first', after: 0 },
    { says: 'that', after: 1 },
  ]);
  expect(await saidOn('case/c')).toEqual([{ says: 'this that', after: 0 }]);
});

test('promise 5: many at once share commits, each with its consequence, and a repetition brings nothing about', async () => {
  const names = Array.from({ length: 40 }, (_, at) => `case/many-${at}`);
  await Promise.all(names.map((name) => act(name, name, 'this that')));
  const again = await act('case/many-0', 'case/many-0', 'this that');
  expect(!isRefusal(again) && again.repeated).toBe(true);
  const { rows } = await database.database.query(`select count(*)::integer as acts, count(distinct xmin::text)::integer
    as commits from journal.act where stream like 'case/many-%' or stream like 'echo/many-%'`);
  expect(rows[0].acts).toBe(80);
  expect(rows[0].commits).toBeLessThan(40);
});
