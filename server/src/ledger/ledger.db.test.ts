import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCheckpoint } from '@liangqian/verify/checkpoint.ts';
import { judgeLogProof, readLogProof } from '@liangqian/verify/log-proof.ts';
import { checkSignature } from '@liangqian/verify/note.ts';
import type { Policy } from '@liangqian/verify/policy.ts';
import { readSigsumEntry, verifySigsumLeaf } from '@liangqian/verify/sigsum.ts';
import { leafHash as leafToCheck, rootOf, verifyConsistency } from '@liangqian/verify/tree.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { type Journal, openJournal, perform } from '../journal/actions.ts';
import type { Step } from '../journal/journal.ts';
import { inTransaction } from '../kernel/database.ts';
import { findHead, listLeaves, logVerifierKeys, openLedger, proveAct, proveStream, wholeNote } from './actions.ts';
import { tileReader } from './tile-reader.ts';
import { consistencyPath, committed, LogRecord, subjectOf } from './ledger.ts';
import { fileLogKeys } from './log-keys.ts';
import { openSequencer } from './sequencer.ts';
import { findCheckpoint } from './witnessed/store.ts';

const realm = '110198';
const log = { realm, generation: 1 };
const at = '2026-03-04T01:30:00.000Z';
let db: TestDatabase;
let directory: string;
beforeAll(async () => {
  db = await testDatabase();
  directory = mkdtempSync(join(tmpdir(), 'liangqian-log-'));
});
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await db.drop();
});

const keys = () => fileLogKeys({ directory, passphrase: 'development' });
const ports = () => ({
  pool: db.database,
  realm,
  keys: keys(),
  clock: { now: () => at },
  signaturesOf: (type: string) => (type === 'NoteSigned' ? ['c2lnbmF0dXJl'] : []),
});
const policy = (): Policy => ({ logs: [logVerifierKeys(keys())[0]], witnesses: [], groups: [], quorum: 'none' });

const write: Step<{ readonly text: string; readonly type: string }, number, undefined, never> = {
  name: 'writeNote',
  view: (events) => events.length,
  decide: (_view, { text, type }) => ({ events: [{ type, data: { text } }] }),
};

let acts = 0;
let journal: Journal | undefined;
async function act(stream: string, text: string, type = 'NoteWritten'): Promise<void> {
  acts += 1;
  journal ??= openJournal(db.database);
  const done = await perform(journal, write, {
    realm,
    stream,
    actor: { kind: 'operator', id: 'test' },
    requestId: `log-${acts}`,
    at,
    command: { text, type },
    facts: () => undefined,
  });
  expect(done).toMatchObject({ stream });
}

test('every act of every stream becomes one entry, and its proof convinces the verifier', async () => {
  await act('note/张三', 'first');
  await act('note/李四', 'other');
  await act('note/张三', 'second', 'NoteSigned');
  const ledger = openLedger({ ...ports(), policy: policy() });
  expect(await ledger.turn()).toBe(3);
  expect(await ledger.turn()).toBe(0);
  for (const [stream, count] of [
    ['note/张三', 2],
    ['note/李四', 1],
  ] as const) {
    const proved = await proveStream(ledger, stream);
    expect(proved).toHaveLength(count);
    for (const { entry, proof } of proved) {
      const read = readLogProof(proof);
      if (read === undefined) throw new Error('no proof');
      expect(judgeLogProof(read, leafToCheck(entry.leaf), policy())).toEqual({ state: 'trusted', witnesses: [] });
      const leaf = readSigsumEntry(entry.leaf);
      if (leaf === undefined) throw new Error('no leaf');
      expect(verifySigsumLeaf(leaf, Buffer.from(entry.record), ports().keys.submitKey)).toBe(true);
      const sm2 = logVerifierKeys(keys())[1];
      expect(checkSignature(read.signed.note, sm2)).toEqual({ state: 'signed' });
    }
  }
  await ledger.close();
});

test('an entry holds nothing that says whom it is about, and opens with the salt of its stream', async () => {
  const ledger = openLedger({ ...ports(), policy: policy() });
  const [first, second] = await proveStream(ledger, 'note/张三');
  if (first === undefined || second === undefined) throw new Error('not proved');
  expect(first.entry.record + second.entry.record).not.toMatch(/张三|first|second|test/);
  const [one, two] = [first, second].map(({ entry }) => LogRecord.parse(JSON.parse(entry.record)));
  const salt = first.entry.salt ?? Buffer.alloc(0);
  expect(one?.subject).toBe(subjectOf('note/张三', salt));
  expect(two?.subject).toBe(one?.subject);
  expect(two?.prev).toBe(one?.sm3);
  expect(two?.sm2).toEqual(['c2lnbmF0dXJl']);
  const { rows } = await db.database.query<{ hash: Buffer }>(
    "select hash from journal.act where stream = 'note/张三' order by from_seq",
  );
  expect(one?.sm3).toBe(committed(rows[0]?.hash ?? Buffer.alloc(0), salt));
  await ledger.close();
});

test('the tree grows over full tiles, each head continues the one before, and a new holder goes on from it', async () => {
  const first = openSequencer(ports());
  expect(await first.turn()).toBe(0);
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(Array.from({ length: 200 }, (_, nth) => act(`many/${round}-${nth}`, 'x')));
    // The second sequencer waits while the first holds the log.
    const second = openSequencer(ports());
    if (round < 2) expect(await second.turn()).toBe(0);
    const added = round < 2 ? await first.turn() : (await first.stop(), await second.turn());
    expect(added).toBe(200);
    await second.stop();
  }
  const head = await findHead(db.database, log);
  expect(head?.size).toBe(603);
  const leaves = (await listLeaves(db.database, log, 0, 603)).map((leaf) => leafToCheck(leaf));
  expect(Buffer.from(rootOf(leaves))).toEqual(head?.root);
  const read = tileReader(db.database, log);
  for (const oldSize of [3, 203, 403]) {
    const path = await consistencyPath(read, oldSize, 603);
    const roots = { oldRoot: rootOf(leaves.slice(0, oldSize)), newRoot: rootOf(leaves) };
    expect(verifyConsistency({ oldSize, newSize: 603, path, ...roots })).toBe(true);
  }
});

test('an act that commits after a later one is not lost', async () => {
  await inTransaction(db.asRole('liangqian_migrator'), async (late) => {
    await late.query(`insert into journal.act (realm, stream, from_seq, to_seq, request_id, digest, hash, body)
      values ('${realm}', 'late/1', 1, 1, 'late', '', decode(repeat('11', 32), 'hex'),
        '{"realm":"${realm}","at":"${at}","prev":"","events":[{"type":"NoteWritten","data":{}}]}')`);
    await act('early/1', 'x');
    const ledger = openLedger({ ...ports(), policy: policy() });
    expect(await ledger.turn()).toBe(1);
    await ledger.close();
  });
  const ledger = openLedger({ ...ports(), policy: policy() });
  expect(await ledger.turn()).toBe(1);
  expect(await proveAct(ledger, 'late/1', 1)).toBeDefined();
  await ledger.close();
});

test('a sequencer that was replaced writes nothing more', async () => {
  const replaced = openSequencer(ports());
  await act('note/1', 'x');
  expect(await replaced.turn()).toBe(1);
  await db.database.query("select ledger.take_over('110198', decode(repeat('00', 32), 'hex'))");
  await act('note/2', 'x');
  expect(await replaced.turn()).toBe(0);
  expect(replaced.holds()).toBe(false);
  expect(await replaced.turn()).toBe(1);
  await replaced.stop();
});

test('a head that does not fit its entries stops the log instead of growing it', async () => {
  await db.asOwner("update ledger.head set root = decode(repeat('00', 32), 'hex')");
  const sequencer = openSequencer(ports());
  await expect(sequencer.turn()).rejects.toThrow('does not have the root');
  await sequencer.stop();
});

test('the checkpoint of the log is public and signed twice', async () => {
  const said = await findCheckpoint(db.database, log);
  if (said === undefined) throw new Error('nothing said');
  const signed = readCheckpoint(wholeNote(said));
  expect(signed?.checkpoint.size).toBe(said.size);
  for (const key of logVerifierKeys(keys())) {
    expect(signed === undefined ? undefined : checkSignature(signed.note, key)).toEqual({ state: 'signed' });
  }
  const stranger = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  expect(stranger).not.toEqual(Buffer.from(keys().logKey));
});
