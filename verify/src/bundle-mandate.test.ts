import { expect, test } from 'vitest';
import type { ReadAct } from './bundle-act.ts';
import { checkMandates } from './bundle-mandate.ts';
import { utf8 } from './bytes.ts';
import { verifierKey } from './note.ts';
import type { Policy } from './policy.ts';

/** Mandates across a log that was ended and the one that follows it: the numbers of the newer begin at zero again. */

const [newest, old] = ['log.example/2', 'log.example/1'].map((name, nth) =>
  verifierKey(name, 'ed25519', new Uint8Array(32).fill(nth + 1)),
);
if (newest === undefined || old === undefined) throw new Error('no keys');
const policy: Policy = { logs: [newest, old], witnesses: [], groups: [], quorum: 'none' };
const CITED = { mandateNo: 'YH-B-1', version: 1, hash: 'ab' };

function act(
  stream: string,
  place: readonly [log: string, index: number],
  events: readonly object[],
  more = {},
): ReadAct {
  const [origin, index] = place;
  const nothing = new Uint8Array();
  const checkpoint = { origin, size: 1_000, root: nothing, extension: [] };
  const note = { text: '', signatures: [] };
  return {
    stream,
    record: nothing,
    leaf: nothing,
    salt: nothing,
    proof: '',
    name: `${stream} ${index}`,
    fields: more,
    body: utf8(JSON.stringify({ events })),
    logProof: { index, path: [], signed: { checkpoint, note }, checkpointText: '' },
  };
}

const published = (place: readonly [string, number]) =>
  act('mandate/YH-B-1', place, [
    { type: 'MandateSigned', data: { version: 1, hash: 'ab' } },
    { type: 'MandatePublished', data: { version: 1 } },
  ]);
const revoked = (place: readonly [string, number]) =>
  act('mandate/YH-B-1', place, [{ type: 'MandateRevoked', data: {} }]);
const used = (place: readonly [string, number]) => act('case/1', place, [], { mandate: CITED });

function judged(acts: readonly ReadAct[], by: Policy = policy): string | undefined {
  return checkMandates(acts, by)[0]?.state;
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

test('with a trust that does not name both logs nobody says what came first', () => {
  const one = { ...policy, logs: [newest] };
  expect(judged([published([old.name, 2]), used([newest.name, 3])], one)).toBe('undecided');
  expect(judged([published([old.name, 2]), used([old.name, 3])], one)).toBe('true');
});
