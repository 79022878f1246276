import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { findHead } from './actions.ts';
import { fileLogKeys } from './log-keys.ts';
import { openSequencer } from './sequencer.ts';
import { takeOver } from './store.ts';

const log = { realm: '110198', generation: 1 };
const AT = '2026-03-04T01:30:00.000Z';
let db: TestDatabase;
let directory: string;
beforeAll(async () => {
  db = await testDatabase();
  directory = mkdtempSync(join(tmpdir(), 'liangqian-fencing-'));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await db.drop();
});

let acts = 0;
async function act(): Promise<void> {
  acts += 1;
  const body = `{"realm":"${log.realm}","at":"${AT}","prev":"","events":[{"type":"NoteWritten","data":{}}]}`;
  await db.asOwner(`insert into journal.act (realm, stream, from_seq, to_seq, request_id, digest, hash, body)
    values ('${log.realm}', 'note/${acts}', 1, 1, 'f-${acts}', '', decode(repeat('11', 32), 'hex'), '${body}')`);
}

test('a sequencer that another has followed writes nothing more, however late it wakes and whatever it still holds', async () => {
  const keys = fileLogKeys({ directory, passphrase: 'development' });
  const clock = { now: () => AT };
  const late = openSequencer({ pool: db.database, realm: log.realm, keys, clock, signaturesOf: () => [] });
  await act();
  expect(await late.turn()).toBe(1);
  await act();
  // Somebody took the log over meanwhile, and has written nothing yet: only the number of the holder has changed.
  const before = await takeOver(db.database, log);
  expect(await late.turn()).toBe(0);
  expect(late.holds()).toBe(false);
  expect(await findHead(db.database, log)).toEqual({ size: 1, root: before?.root });
  // In its turn it takes the log over again, and goes on.
  expect(await late.turn()).toBe(1);
  expect((await findHead(db.database, log))?.size).toBe(2);
  await late.stop();
});
