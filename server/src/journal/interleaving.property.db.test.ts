import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { add, frameOf, sumOf } from '../../test/counted-stream.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { isIntact } from './act-record.ts';
import { type Journal, openJournal, perform, readStream } from './actions.ts';

const REALM = '110198';
const LIMIT = 12;
let db: TestDatabase;
let journals: readonly Journal[];
let run = 0;

beforeAll(async () => {
  db = await testDatabase();
  journals = [openJournal(db.database), openJournal(db.database)];
});
afterAll(() => db.drop());

interface Move {
  readonly journal: number;
  readonly stream: number;
  readonly amount: number;
  /** Drawn from few, so that ids are repeated and reused. */
  readonly request: number;
}

const move = fc.record<Move>({
  journal: fc.nat({ max: 1 }),
  stream: fc.nat({ max: 2 }),
  amount: fc.integer({ min: 1, max: 5 }),
  request: fc.nat({ max: 15 }),
});

test('promise 5: however acts of two processes meet on few streams, each request has one outcome and every sum keeps its limit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(move, { minLength: 1, maxLength: 8 }), { maxLength: 4 }), async (waves) => {
      run += 1;
      const prefix = `model-${run}`;
      const outcomes = new Map<string, string>();
      for (const wave of waves) {
        const answers = await Promise.all(wave.map((one) => attempt(prefix, one)));
        for (const { id, content, code } of answers) {
          // The model: the first content under an id stands for ever; a refusal leaves the id free.
          const first = outcomes.get(id);
          if (code === 'ok' && first === undefined) outcomes.set(id, content);
          else if (code === 'ok') expect(content).toBe(first);
          else expect(['over-limit', 'request-id-reused']).toContain(code);
        }
      }
      await expectModel(prefix, outcomes);
    }),
    { numRuns: 40 },
  );
});

async function attempt(prefix: string, one: Move): Promise<{ id: string; content: string; code: string }> {
  const stream = `${prefix}-${one.stream}`;
  const id = `${prefix}-${one.request}-${one.stream}`;
  const journal = journals[one.journal] ?? journals[0];
  if (journal === undefined) throw new Error('no journal');
  const command = { amount: one.amount, limit: LIMIT };
  const answer = await perform(journal, add, { ...frameOf(stream, id), command, facts: () => [] });
  const code = isRefusal(answer) ? answer.code : 'ok';
  return { id, content: `${stream} ${one.amount}`, code };
}

async function expectModel(prefix: string, outcomes: ReadonlyMap<string, string>): Promise<void> {
  for (const stream of [0, 1, 2].map((n) => `${prefix}-${n}`)) {
    const events = await readStream(journals[0] ?? openJournal(db.database), REALM, stream);
    const expected = [...outcomes].filter(([, content]) => content.startsWith(`${stream} `));
    expect(new Set(events.map(({ requestId }) => requestId))).toEqual(new Set(expected.map(([id]) => id)));
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
    expect(sumOf(events)).toBe(expected.reduce((sum, [, content]) => sum + Number(content.split(' ')[1]), 0));
    expect(sumOf(events)).toBeLessThanOrEqual(LIMIT);
    expect(isIntact(events)).toBe(true);
  }
}
