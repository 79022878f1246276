import { expect, test } from 'vitest';
import { readAct, type ReadAct } from './bundle-act.ts';
import { checkLicenceActs } from './bundle-licence.ts';
import { checkSignatures } from './bundle-signature.ts';
import { utf8 } from './bytes.ts';

/** What is said of acts of which the record holds no signature, no letter, or nobody who could have signed. */

const PERSON = { kind: 'person', id: 'mk-head' };
const ROBOT = { kind: 'robot', id: 'robot/licences' };
const signature = { certificate: 'AAAA', value: 'AAAA' };

function read(stream: string, events: readonly object[], actor: object = PERSON): ReadAct {
  const body = utf8(JSON.stringify({ realm: '110198', at: '2025-03-03T01:00:00.000Z', actor, events }));
  const nothing = new Uint8Array();
  return readAct({ stream, record: utf8('{"seq":[1,1]}'), leaf: nothing, salt: nothing, proof: '', body }, {});
}

const onLicence = (type: string, data: object, actor?: object) => {
  const checks = checkLicenceActs([read('licence/1', [{ type, data }], actor)]);
  return checks.map(({ check, state }) => `${check} ${state}`);
};
const signatures = (acts: readonly ReadAct[]) => {
  const found = checkSignatures(acts).filter(({ check }) => check === 'signature');
  return found.map(({ state }) => state);
};

const TAKING = ['EndingAnnounced', 'LicenceSuspended', 'LicenceWithdrawn', 'LicenceAnnulled', 'LicenceForfeited'];

test.each(TAKING)('R71: %s by a robot is false, whatever it carries', (type) => {
  expect(onLicence(type, {}, ROBOT)).toEqual(['signature false']);
  expect(onLicence(type, { signed: { signature, office: 'MK' } }, ROBOT)).toEqual(['signature false']);
});

test('what law or a case brings about by itself is nobody’s signature to hold', () => {
  for (const type of ['LicenceIssued', 'LicenceRenewed', 'LicenceChanged', 'LicenceReinstated', 'LicenceCancelled'])
    expect(onLicence(type, {}, ROBOT)).toEqual([]);
});

test.each(TAKING)('R67, R71: %s without a letter, or without a signature, stays undecided', (type) => {
  const signed = { signature, office: 'MK' };
  expect(onLicence(type, { signed })).toEqual(['mandate undecided', 'sealed undecided']);
  expect(onLicence(type, {})).toEqual(['signature undecided', 'sealed undecided']);
  // A letter to which no seal in the same act belongs is false, signed or not.
  expect(onLicence(type, { letter: { docNo: '1', documentHash: 'ab' } })).toEqual([
    'signature undecided',
    'sealed false',
  ]);
});

test('what was made out later, and what takes nothing, needs no letter of its own', () => {
  const signed = { signature, office: 'MK' };
  expect(onLicence('LicenceCancelled', { signed, later: { caseNo: '1' } })).toEqual(['mandate undecided']);
  expect(onLicence('LicenceCancelled', { signed })).toEqual(['mandate undecided', 'sealed undecided']);
  expect(onLicence('LicenceReplaced', { signed })).toEqual(['mandate undecided']);
});

test('R71: a signature without a value is false, one without a certificate undecided: on licences and in cases alike', () => {
  const on = (kept: object) =>
    signatures([read('licence/1', [{ type: 'LicenceReplaced', data: { signed: { signature: kept } } }])]);
  expect([on({ certificate: 'AAAA' }), on({ value: 'AAAA' }), on(signature)]).toEqual([
    ['false'],
    ['undecided'],
    ['false'],
  ]);
  const received = { type: 'CaseReceived', data: { itemId: 'i', itemVersion: 1, itemHash: 'ab' } };
  const decided = (kept: object, first: readonly object[] = [received]) =>
    signatures([read('case/1', first), read('case/1', [{ type: 'DecisionMade', data: { signature: kept } }])]);
  expect([decided({ signature: { certificate: 'AAAA' } }), decided({ signature: { value: 'AAAA' } })]).toEqual([
    ['false'],
    ['undecided'],
  ]);
  // Without any signature, or without the receipt that it covers, a person's decision is not passed over.
  expect(decided({})).toEqual(['undecided']);
  expect(decided({ signature }, [])).toEqual(['undecided']);
});

test('R71, R97: a person’s act on a mandate without a signature says that the record holds none', () => {
  for (const type of ['MandateSigned', 'MandateAccepted', 'MandateSuspended', 'MandateResumed', 'MandateRevoked']) {
    expect(signatures([read('mandate/1', [{ type, data: {} }])])).toEqual(['undecided']);
    expect(signatures([read('mandate/1', [{ type, data: { signed: { signature } } }])])).toEqual(['false']);
  }
  // R105: the personnel feed suspends at once and signs nothing.
  expect(signatures([read('mandate/1', [{ type: 'MandateSuspended', data: {} }], ROBOT)])).toEqual([]);
  expect(signatures([read('mandate/1', [{ type: 'MandatePublished', data: {} }])])).toEqual([]);
});
