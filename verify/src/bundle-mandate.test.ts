import { expect, test } from 'vitest';
import { readAct, type ReadAct } from './bundle-act.ts';
import { checkMandates } from './bundle-mandate.ts';
import { toBase64, utf8 } from './bytes.ts';
import { type VerifierKey, verifierKey, writeVerifierKey } from './note.ts';
import { type Policy, readPolicy, withLogs, writePolicy } from './policy.ts';

/** Mandates across a log that was ended and the one that follows it: the numbers of the newer begin at zero again. */

const [newest, old, oldest] = ['log.example/3', 'log.example/2', 'log.example/1'].map((name, nth) =>
  verifierKey(name, 'ed25519', new Uint8Array(32).fill(nth + 1)),
);
if (newest === undefined || old === undefined || oldest === undefined) throw new Error('no keys');
const BOTH = inOrder([newest, old]);
const CITED = { mandateNo: 'YH-B-1', version: 1, hash: 'ab' };

/** A policy whose lines name the logs in this order, as an operator may have written them. */
function written(lines: readonly VerifierKey[]): Policy {
  const read = readPolicy([...lines.map((key) => `log ${writeVerifierKey(key)}`), 'quorum none'].join('\n'));
  if ('reason' in read) throw new Error(read.reason);
  return read;
}

/** What the platform makes of a policy, once it has been written to a trust file and read again. */
function inOrder(newestFirst: readonly VerifierKey[], lines = newestFirst): Policy {
  const read = readPolicy(writePolicy(withLogs(written(lines), newestFirst)));
  if ('reason' in read) throw new Error(read.reason);
  return read;
}

interface Made {
  readonly stream: string;
  readonly place: readonly [log: string, index: number];
  readonly record: object;
  /** Absent: the bundle holds a commitment only. */
  readonly events?: readonly object[];
}

const published = (place: Made['place']): Made => ({
  stream: 'mandate/YH-B-1',
  place,
  record: {},
  events: [
    { type: 'MandateSigned', data: { version: 1, hash: 'ab' } },
    { type: 'MandatePublished', data: { version: 1 } },
  ],
});
const revoked = (place: Made['place']): Made => ({
  ...published(place),
  events: [{ type: 'MandateRevoked', data: {} }],
});
const used = (place: Made['place']): Made => ({ stream: 'case/1', place, record: { mandate: CITED }, events: [] });

function read({ stream, place: [origin, index], record, events }: Made, policy: Policy): ReadAct {
  const checkpoint = `${origin}\n1000\n${toBase64(new Uint8Array(32))}\n\n\u2014 ${origin} AAAAAAAA\n`;
  const proof = `c2sp.org/tlog-proof@v1\nindex ${index}\n\n${checkpoint}`;
  const nothing = new Uint8Array();
  const body = events === undefined ? {} : { body: utf8(JSON.stringify({ events })) };
  return readAct(
    { stream, record: utf8(JSON.stringify(record)), leaf: nothing, salt: nothing, proof, ...body },
    policy,
  );
}

function judged(made: readonly Made[], policy = BOTH): string | undefined {
  const acts = made.map((one) => read(one, policy));
  expect(acts.every(({ logProof }) => logProof !== undefined)).toBe(true);
  return checkMandates(acts)[0]?.state;
}

test('a mandate published in the old log counts in the new one, although its number there is higher', () => {
  expect(judged([published([old.name, 500]), used([newest.name, 3])])).toBe('true');
  expect(judged([published([old.name, 2]), used([newest.name, 3])])).toBe('true');
  expect(judged([published([newest.name, 5]), used([newest.name, 3])])).toBe('false');
  // Published in the new log, used in the old one: whatever the numbers say, that was before.
  expect(judged([published([newest.name, 2]), used([old.name, 500])])).toBe('false');
});

test('what was revoked in the old log is not in force in the new one', () => {
  expect(judged([published([old.name, 2]), revoked([old.name, 900]), used([newest.name, 3])])).toBe('false');
  expect(judged([published([old.name, 2]), revoked([newest.name, 3]), used([old.name, 900])])).toBe('true');
});

test('the order of the logs is stated, whatever the order of the lines: of the demonstration, appended, three logs', () => {
  for (const lines of [[old, newest], [newest, old], [old]]) {
    const policy = inOrder([newest, old], lines);
    expect(policy.newestFirst).toEqual([newest.name, old.name]);
    expect(judged([published([old.name, 500]), used([newest.name, 3])], policy)).toBe('true');
    expect(judged([published([newest.name, 2]), used([old.name, 500])], policy)).toBe('false');
  }
  const three = inOrder([newest, old, oldest], [oldest, newest, old]);
  expect(judged([published([oldest.name, 900]), used([newest.name, 1])], three)).toBe('true');
  expect(judged([published([oldest.name, 900]), revoked([old.name, 900]), used([newest.name, 1])], three)).toBe(
    'false',
  );
  expect(judged([published([oldest.name, 9]), revoked([newest.name, 1]), used([old.name, 5])], three)).toBe('true');
});

test('an act whose content is withheld may have taken the mandate back, unless its record says that it did not', () => {
  const withheld = (record: object): Made => ({ stream: 'mandate/YH-B-1', place: [old.name, 7], record });
  const withOne = (record: object) => judged([published([old.name, 2]), withheld(record), used([newest.name, 3])]);
  expect(withOne({})).toBe('undecided');
  expect(withOne({ types: ['MandateRevoked'] })).toBe('undecided');
  expect(withOne({ types: ['MandateDrafted'] })).toBe('true');
});

test('with a trust that does not state the order of both logs nobody says what came first', () => {
  for (const policy of [
    written([newest, old]),
    written([old, newest]),
    inOrder([newest]),
    inOrder([newest, oldest], [old]),
  ]) {
    expect(judged([published([old.name, 2]), used([newest.name, 3])], policy)).toBe('undecided');
    expect(judged([published([old.name, 2]), used([old.name, 3])], policy)).toBe('true');
  }
});

test('an order that names a log twice, or none of the policy, or comes twice is no order', () => {
  const line = `log ${writeVerifierKey(newest)}`;
  for (const said of [[`${newest.name} ${newest.name}`], [old.name], [newest.name, newest.name]]) {
    const text = [line, ...said.map((names) => `#newest-first ${names}`), 'quorum none'].join('\n');
    expect(readPolicy(text)).toMatchObject({ line: said.length + 1 });
  }
});
