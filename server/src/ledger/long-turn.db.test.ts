import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { findHead } from './actions.ts';
import { fileLogKeys } from './log-keys.ts';
import { openSequencer, type Sequencer } from './sequencer.ts';

const realm = '110198';
const AT = '2026-03-04T01:30:00.000Z';
let db: TestDatabase;
let directory: string;
beforeAll(async () => {
  db = await testDatabase();
  directory = mkdtempSync(join(tmpdir(), 'liangqian-long-turn-'));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await db.drop();
});

function sequencer(): Sequencer {
  const keys = fileLogKeys({ directory, passphrase: 'development' });
  return openSequencer({ pool: db.database, realm, keys, clock: { now: () => AT }, signaturesOf: () => [] });
}

let acts = 0;
async function backlog(count: number): Promise<void> {
  const body = `{"realm":"${realm}","at":"${AT}","prev":"","events":[{"type":"NoteWritten","data":{}}]}`;
  await db.asOwner(`insert into journal.act (realm, stream, from_seq, to_seq, request_id, digest, hash, body)
    select '${realm}', 'note/' || nth, 1, 1, 'b-' || nth, '', decode(repeat('11', 32), 'hex'), '${body}'
    from generate_series(${acts + 1}, ${acts + count}) nth`);
  acts += count;
}

async function saidSizes(): Promise<readonly number[]> {
  const { rows } = await db.database.query<{ size: number }>(
    'select size from ledger.checkpoint where realm = $1 and size > 0 order by size',
    [realm],
  );
  return rows.map(({ size }) => size);
}

test('a long backlog says where the log stands on its way, not only at the end of its turn', async () => {
  const running = sequencer();
  await backlog(9_000);
  expect(await running.turn()).toBe(9_000);
  expect(await saidSizes()).toEqual([8_192, 9_000]);
  await running.stop();
}, 60_000);

test('who is told to stop finishes what is under way and leaves the rest to the next', async () => {
  const stopped = sequencer();
  expect(await stopped.turn()).toBe(0);
  await backlog(9_000);
  const turning = stopped.turn();
  await stopped.stop();
  const added = await turning.catch(() => 0);
  expect(added).toBeLessThan(9_000);
  const next = sequencer();
  expect(await next.turn()).toBe(9_000 - added);
  expect((await findHead(db.database, { realm, generation: 1 }))?.size).toBe(18_000);
  await next.stop();
}, 60_000);
