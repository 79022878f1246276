import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { type ActRecord, actRecordOf, eventsOfAct, isIntact, sealAct } from './act-record.ts';
import type { Actor, MandateRef, Recorded } from './journal.ts';

const clerk: Actor = { kind: 'person', id: 'clerk-1' };
const power: MandateRef = { mandateNo: 'M', version: 1, hash: 'h' };
const record: ActRecord = {
  realm: '110198',
  stream: 'case/1',
  seq: 1,
  at: '2025-03-03T01:00:00.000Z',
  actor: clerk,
  mandate: power,
  requestId: 'r-1',
  events: [
    { type: 'CaseReceived', data: { 甲: 1, a: [true, null] } },
    { type: 'FactsGathered', data: {}, mandate: null },
  ],
  prev: '',
};

test('an act is hashed over exactly the text that is stored', () => {
  const { hash, body } = sealAct(record);
  expect(body.toString()).toBe(canonicalJson(record));
  expect(hash).toBe(sm3Hex(body));
  expect(JSON.parse(body.toString())).toEqual(record);
});

test('an act that differs in any member, or in any member of an event, has another hash', () => {
  const { hash } = sealAct(record);
  const [first = { type: '', data: {} }, second = { type: '', data: {} }] = record.events;
  const variants: readonly Partial<ActRecord>[] = [
    { realm: '110199' },
    { seq: 2 },
    { at: '2025-03-03T01:00:00.001Z' },
    { actor: { kind: 'robot', id: 'clerk-1' } },
    { mandate: { ...power, version: 2 } },
    { requestId: 'r-2' },
    { prev: hash },
    { events: [first] },
    { events: [second, first] },
    { events: [{ ...first, type: 'CaseAccepted' }, second] },
    { events: [{ ...first, data: { 甲: 1, a: [true, false] } }, second] },
    { events: [first, { ...second, mandate: { ...power, mandateNo: 'N' } }] },
    { events: [first, { ...second, actor: { kind: 'robot', id: 'robot/rules' } }] },
  ];
  const hashes = variants.map((change) => sealAct({ ...record, ...change }).hash);
  expect(new Set([hash, ...hashes]).size).toBe(variants.length + 1);
});

const actor = fc.constantFrom<Actor>(clerk, { kind: 'robot', id: 'robot/rules' }, { kind: 'applicant', id: 'clerk-1' });
const mandate = fc.option(fc.constantFrom(power, { ...power, version: 2 }, { ...power, mandateNo: 'N' }), {
  nil: undefined,
});
const events = fc
  .array(fc.record({ actor, mandate, data: fc.dictionary(fc.string(), fc.json().map(plain)) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((made) => made.map(recorded));

function recorded(made: { actor: Actor; mandate: MandateRef | undefined; data: object }, index: number): Recorded {
  return {
    realm: '110198',
    stream: 'case/1',
    seq: index + 4,
    type: `T${index}`,
    at: record.at,
    requestId: 'r-1',
    actor: made.actor,
    ...(made.mandate === undefined ? {} : { mandate: made.mandate }),
    data: made.data,
    hash: 'h',
  };
}

function plain(json: string): unknown {
  return JSON.parse(json);
}

test('whoever acts under whichever mandates in one moment, the record gives back every event as it was', () => {
  fc.assert(
    fc.property(events, (made) => {
      expect(eventsOfAct(JSON.parse(sealAct(actRecordOf(made, 'p')).body.toString()), 'h')).toEqual(made);
    }),
  );
});

test('a stream is intact only as it was written: no event changed, missing, added or in another place', () => {
  const first = stamped(recorded({ actor: clerk, mandate: power, data: { n: 1 } }, 0), '', 1, 'r-1');
  const second = stamped(recorded({ actor: clerk, mandate: undefined, data: { n: 2 } }, 1), first.hash, 2, 'r-2');
  expect(isIntact([])).toBe(true);
  expect(isIntact([first, second])).toBe(true);
  expect(isIntact([second])).toBe(false);
  expect(isIntact([second, first])).toBe(false);
  expect(isIntact([first, { ...second, data: { n: 3 } }])).toBe(false);
  expect(isIntact([{ ...first, actor: { kind: 'robot', id: 'r' } }, second])).toBe(false);
  expect(isIntact([first, { ...second, seq: 3 }])).toBe(false);
  expect(isIntact([first, second, { ...second, seq: 3 }])).toBe(false);
});

function stamped(event: Recorded, prev: string, seq: number, requestId: string): Recorded {
  const placed = { ...event, seq, requestId };
  return { ...placed, hash: sealAct(actRecordOf([placed], prev)).hash };
}
