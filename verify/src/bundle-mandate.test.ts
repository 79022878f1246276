import { expect, test } from 'vitest';
import { readAct, type ReadAct } from './bundle-act.ts';
import { checkMandates } from './bundle-mandate.ts';
import { toBase64, utf8 } from './bytes.ts';
import { verifierKey } from './note.ts';

/** Mandates across a log that was ended and the one that follows it: the numbers of the newer begin at zero again. */

const [newest, old] = ['log.example/2', 'log.example/1'].map((name, nth) =>
  verifierKey(name, 'ed25519', new Uint8Array(32).fill(nth + 1)),
);
if (newest === undefined || old === undefined) throw new Error('no keys');
const BOTH = { logs: [newest, old] };
const CITED = { mandateNo: 'YH-B-1', version: 1, hash: 'ab' };

interface Made {
  readonly stream: string;
  readonly place: readonly [log: string, index: number];
  readonly record: object;
  readonly events: readonly object[];
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

function read({ stream, place: [origin, index], record, events }: Made, logs: typeof BOTH): ReadAct {
  const checkpoint = `${origin}\n1000\n${toBase64(new Uint8Array(32))}\n\n\u2014 ${origin} AAAAAAAA\n`;
  const proof = `c2sp.org/tlog-proof@v1\nindex ${index}\n\n${checkpoint}`;
  const nothing = new Uint8Array();
  const body = utf8(JSON.stringify({ events }));
  return readAct({ stream, record: utf8(JSON.stringify(record)), leaf: nothing, salt: nothing, proof, body }, logs);
}

function judged(made: readonly Made[], logs = BOTH): string | undefined {
  const acts = made.map((one) => read(one, logs));
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

test('with a trust that does not name both logs nobody says what came first', () => {
  const one = { logs: [newest] };
  expect(judged([published([old.name, 2]), used([newest.name, 3])], one)).toBe('undecided');
  expect(judged([published([old.name, 2]), used([old.name, 3])], one)).toBe('true');
});
