import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { sealAct } from '../src/journal/act-record.ts';
import { auditLog, type AuditReport } from '../src/ledger/audit/audit.ts';
import { checkOrigins } from '../src/ledger/audit/generations.ts';
import type { WitnessedHead } from '../src/ledger/audit/tree-check.ts';
import { LOG_BEGUN, logStream, type Pins } from '../src/ledger/ledger.ts';
import {
  logActs,
  memorySource,
  type Model,
  openWorld,
  REALM,
  type World,
  type Written,
  writeActs,
} from './tamper-model.ts';

/** Two logs that follow each other after a restore: what whoever holds database and keys could say about the loss. */

const SAID = 12;
const SEEN = 16;
let first: World;
let second: World;
let whole: Model;
let old: Model;
let later: Model;
let seen: readonly WitnessedHead[];

beforeAll(async () => {
  [first, second] = [openWorld(), openWorld()];
  const acts = writeActs(SEEN, 4);
  whole = await logActs(first, acts, [5, SAID]);
  old = await logActs(first, acts.slice(0, SAID), [5]);
  later = await begin(honest());
  const newest = whole.checkpoints.at(-1);
  if (newest === undefined) throw new Error('no checkpoint');
  seen = [{ witness: 'audit', origin: first.keys.origin, size: newest.size, root: newest.root }];
});

function honest(): Pins {
  const root = whole.head.root.toString('base64');
  return { origin: first.keys.origin, size: SAID, root: old.head.root.toString('base64'), lost: { size: SEEN, root } };
}

/** A new log under its own keys that begins with these pins. */
function begin(pins: Pins): Promise<Model> {
  return logActs(second, [begunWith(pins), ...writeActs(6, 3, 'later')], [3]);
}

function begunWith(pins: Pins): Written {
  const stream = logStream(REALM);
  const data = { generation: 2, origin: second.keys.origin, pins, note: '', reason: 'restored' };
  const sealed = sealAct({
    realm: REALM,
    stream,
    seq: 1,
    at: '2026-03-04T01:30:00.000Z',
    actor: { kind: 'operator', id: 'ledger restart' },
    requestId: 'begin',
    events: [{ type: LOG_BEGUN, data }],
    prev: '',
  });
  const act = {
    stream,
    fromSeq: 1,
    toSeq: 1,
    hash: Buffer.from(sealed.hash, 'hex'),
    body: sealed.body.toString('utf8'),
  };
  return { place: 1, salt: randomBytes(32), act };
}

function audit(logs: readonly [Model, Model], origins = [first.keys.origin, second.keys.origin]): Promise<AuditReport> {
  const trust = {
    policy: { ...first.trust.policy, logs: [...first.trust.policy.logs, ...second.trust.policy.logs] },
    submitKeys: [...first.trust.submitKeys, ...second.trust.submitKeys],
    sm2Keys: [...first.trust.sm2Keys, ...second.trust.sm2Keys],
  };
  const source = memorySource(logs[0], [logs[1]], origins);
  return auditLog({ source, realm: REALM, trust, signaturesOf: () => [], witnessed: seen });
}

test('a loss that the new log tells is no difference, and is told', async () => {
  expect(await audit([old, later])).toMatchObject({ state: 'whole', ended: [{ size: SAID, lost: SEEN }] });
});

const told: readonly (readonly [string, () => Pins])[] = [
  ['another size', () => ({ ...honest(), size: SAID - 1 })],
  ['another root', () => ({ ...honest(), root: randomBytes(32).toString('base64') })],
  ['another log', () => ({ ...honest(), origin: second.keys.origin })],
  ['a smaller loss', () => ({ ...honest(), lost: { size: SEEN - 1, root: randomBytes(32).toString('base64') } })],
  [
    'another end of what was lost',
    () => ({ ...honest(), lost: { size: SEEN, root: randomBytes(32).toString('base64') } }),
  ],
  ['no loss', () => ({ origin: first.keys.origin, size: SAID, root: old.head.root.toString('base64') })],
];

test.each(told)('found: a new log that tells %s', async (_, pins) => {
  expect(await audit([old, await begin(pins())])).toMatchObject({ state: 'different' });
});

test('found: the old log cut further, taken away, or put behind a log without a beginning', async () => {
  const shorter = await logActs(first, writeActs(SAID, 4).slice(0, SAID - 2), [5]);
  expect(await audit([shorter, later])).toMatchObject({ state: 'different', difference: { place: 'end' } });
  expect(await audit([later, later], [second.keys.origin])).toMatchObject({ state: 'different' });
  const without = await logActs(second, writeActs(6, 3, 'later'), [3]);
  expect(await audit([old, without])).toMatchObject({ state: 'different', difference: { place: 'end' } });
});

test('found: a checkpoint of one log laid into the other', async () => {
  const mixed = {
    ...later,
    checkpoints: [...later.checkpoints, ...old.checkpoints].toSorted((a, b) => a.size - b.size),
  };
  expect(await audit([old, mixed])).toMatchObject({ state: 'different' });
});

test('found: a number missing among the logs, and a log that no trust names', () => {
  const logs = [{ generation: 2, origin: second.keys.origin }];
  expect(checkOrigins(logs, [], second.trust.policy)).toMatchObject({ place: 'log 1' });
  expect(checkOrigins([{ generation: 1, origin: 'elsewhere' }], [], first.trust.policy)).toMatchObject({
    place: 'log 1',
  });
});
