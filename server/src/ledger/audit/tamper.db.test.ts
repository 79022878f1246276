import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sigsumMessage } from '@liangqian/verify/sigsum.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { openJournal, perform } from '../../journal/actions.ts';
import type { Step } from '../../journal/journal.ts';
import { connectOnce } from '../../kernel/database.ts';
import { sm3Hex } from '../../kernel/digest.ts';
import { atOneMoment, auditLog, type AuditReport, type Ledger, logVerifierKeys, openLedger } from '../actions.ts';
import { fileLogKeys } from '../log-keys.ts';
import { sourceOf } from './store.ts';

/** Whoever holds the database changes it past every trigger; the audit, which trusts only the keys, must find each change. */

const realm = '110198';
const at = '2026-03-04T01:30:00.000Z';
const ENTRIES = 300;
let db: TestDatabase;
let directory: string;
let ledger: Ledger;

const write: Step<{ readonly text: string }, number, undefined, never> = {
  name: 'writeNote',
  view: (events) => events.length,
  decide: (_view, { text }) => ({ events: [{ type: 'NoteWritten', data: { text } }] }),
};

beforeAll(async () => {
  db = await testDatabase();
  directory = mkdtempSync(join(tmpdir(), 'liangqian-tamper-'));
  const keys = fileLogKeys({ directory, passphrase: 'development' });
  const policy = { logs: [logVerifierKeys(keys)[0]], witnesses: [], groups: [], quorum: 'none' };
  ledger = openLedger({ pool: db.database, realm, keys, clock: { now: () => at }, signaturesOf: () => [], policy });
  const journal = openJournal(db.database);
  for (let nth = 0; nth < ENTRIES; nth += 1) {
    // Some checkpoints lie within the log, most acts have neighbours in their stream.
    if (nth % 60 === 0) await ledger.turn();
    const stream = `note/${nth % 40}`;
    const asked = { realm, stream, actor: { kind: 'operator', id: 'test' }, requestId: `note-${nth}`, at } as const;
    await perform(journal, write, { ...asked, command: { text: `text ${nth}` }, facts: () => undefined });
  }
  await ledger.turn();
}, 60_000);
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await ledger.close();
  await db.drop();
});

function ports() {
  return { realm, trust: ledger.trust, signaturesOf: () => [], witnessed: [] };
}

/** Audits what the changes leave, and takes them back. */
async function auditAfter(...changes: readonly string[]): Promise<AuditReport> {
  const client = await connectOnce(db.adminUrl);
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    for (const change of changes) {
      const { rowCount } = await client.query(change);
      if (rowCount === 0) throw new Error(`nothing was changed by ${change}`);
    }
    return await auditLog({ ...ports(), source: sourceOf(client, realm) });
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

function flipped(column: string, byte: number): string {
  return `set_byte(${column}, ${byte}, get_byte(${column}, ${byte}) # 1)`;
}

test('as it stands the log is whole, and a running log stays readable', async () => {
  const report = await atOneMoment(db.asRole('liangqian_auditor'), realm, (source) => auditLog({ ...ports(), source }));
  expect(report).toMatchObject({ state: 'whole', tally: { entries: ENTRIES, tiles: 1, checkpoints: 6, waiting: 0 } });
});

const places = Array.from({ length: 40 }, (_, nth) => (nth * 7) % ENTRIES);
const act = (idx: number) =>
  `place = (select e.place from ledger.entry e where e.realm = '${realm}' and e.idx = ${idx})`;

const changes: readonly (readonly [string, (idx: number) => readonly string[]])[] = [
  ['a bit of a leaf', (idx) => [`update ledger.entry set leaf = ${flipped('leaf', idx % 128)} where idx = ${idx}`]],
  ['a record', (idx) => [`update ledger.entry set record = replace(record, '2026', '2025') where idx = ${idx}`]],
  ['a subject', (idx) => [`update ledger.entry set subject = ${flipped('subject', idx % 32)} where idx = ${idx}`]],
  ['the text of an act', (idx) => [`update journal.act set body = replace(body, 'text', 'test') where ${act(idx)}`]],
  ['the hash of an act', (idx) => [`update journal.act set hash = ${flipped('hash', idx % 32)} where ${act(idx)}`]],
  ['an entry taken away', (idx) => [`delete from ledger.entry where idx = ${idx}`]],
  ['an act taken away', (idx) => [`delete from journal.act where ${act(idx)}`]],
  ['the stream of an act', (idx) => [`update journal.act set stream = 'note/x' where ${act(idx)}`]],
  [
    'two entries in each other’s place',
    (idx) => [
      `update ledger.entry set idx = 100000 where idx = ${idx}`,
      `update ledger.entry set idx = ${idx} where idx = ${(idx + 1) % ENTRIES}`,
      `update ledger.entry set idx = ${(idx + 1) % ENTRIES} where idx = 100000`,
    ],
  ],
];

test.each(changes)('found: %s', async (_, sql) => {
  for (const idx of places) expect(await auditAfter(...sql(idx))).toMatchObject({ state: 'different' });
});

test('an act whose hash was made to fit is told by its record in the log', async () => {
  const { rows } = await db.database.query<{ body: string }>(`select body from journal.act where ${act(17)}`);
  const forged = (rows[0]?.body ?? '').replace('text 17', 'text 71');
  const found = await auditAfter(
    `update journal.act set body = '${forged}', hash = '\\x${sm3Hex(forged)}' where ${act(17)}`,
  );
  expect(found).toMatchObject({ state: 'different', difference: { place: 'entry 17' } });
});

test.each([
  ['a tile', `update ledger.tile set hashes = ${flipped('hashes', 4000)}`, 'tile 0/0'],
  ['the root of a tile', `update ledger.tile set root = ${flipped('root', 0)}`, 'tile 0/0'],
  ['a tile taken away', 'delete from ledger.tile', 'tile 0/0'],
  [
    'a tile too many',
    `insert into ledger.tile select realm, 0, 1, root, hashes from ledger.tile where level = 0 and n = 0`,
    'tiles',
  ],
  [
    'the root of a checkpoint',
    `update ledger.checkpoint set root = ${flipped('root', 3)} where size = 60`,
    'checkpoint 60',
  ],
  [
    'the words of a checkpoint',
    `update ledger.checkpoint set note = replace(note, '60', '61') where size = 60`,
    'checkpoint 60',
  ],
  ['the head', `update ledger.head set root = ${flipped('root', 3)}`, 'head'],
  ['a salt', `update ledger.salt set salt = ${flipped('salt', 3)} where stream = 'note/17'`, 'entry 17'],
  ['a salt taken away', `delete from ledger.salt where stream = 'note/17'`, 'entry 17'],
  ['the end cut off', `delete from ledger.entry where idx >= 290`, 'head'],
])('found where it is: %s', async (_, sql, place) => {
  expect(await auditAfter(sql)).toMatchObject({ state: 'different', difference: { place } });
});

test('the end cut off with the head set back is told by the checkpoint, and without that by the witness', async () => {
  const root = `(select root from ledger.checkpoint where size = 240)`;
  const cut = [
    'delete from ledger.entry where idx >= 240',
    'delete from ledger.tile',
    `update ledger.head set size = 240, settled = (select max(place) from ledger.entry), root = ${root}`,
  ];
  expect(await auditAfter(...cut)).toMatchObject({ difference: { place: 'checkpoint 300' } });
  const client = await connectOnce(db.adminUrl);
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  for (const sql of [...cut, 'delete from ledger.checkpoint where size > 240']) await client.query(sql);
  const source = sourceOf(client, realm);
  const alone = await auditLog({ ...ports(), source });
  const witnessed = [{ witness: 'audit.example', size: 300, root: new Uint8Array(32) }];
  const held = await auditLog({ ...ports(), source: sourceOf(client, realm), witnessed });
  await client.query('rollback');
  await client.end();
  // Whoever holds the database and every key can shorten the log; only those outside remember.
  expect(alone).toMatchObject({ state: 'whole', tally: { entries: 240 } });
  expect(held).toMatchObject({ state: 'different', difference: { place: 'checkpoint 300' } });
});

test('an act that the log passed by, and a leaf that another key signed, are found', async () => {
  const passed = await auditAfter(
    `
    insert into journal.act (realm, stream, from_seq, to_seq, request_id, digest, hash, body)
    select realm, 'note/slipped', 1, 1, 'slipped', digest, hash, body from journal.act where ${act(5)}`,
    `update ledger.head set settled = 1000000`,
  );
  expect(passed).toMatchObject({ state: 'different', difference: { place: 'act note/slipped 1' } });
  const { rows } = await db.database.query<{ leaf: Buffer }>('select leaf from ledger.entry where idx = 299');
  const leaf = rows[0]?.leaf ?? Buffer.alloc(128);
  const { privateKey } = generateKeyPairSync('ed25519');
  const secret = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const forged = Buffer.concat([
    leaf.subarray(0, 32),
    sign(null, sigsumMessage(leaf.subarray(0, 32)), secret),
    leaf.subarray(96),
  ]);
  const found = await auditAfter(`update ledger.entry set leaf = '\\x${forged.toString('hex')}' where idx = 299`);
  expect(found).toMatchObject({ state: 'different', difference: { place: 'entry 299' } });
});
