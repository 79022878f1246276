import { inspect } from '@liangqian/verify/inspect.ts';
import { logTrustOf, readTrustFile } from '@liangqian/verify/trust-file.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildHttp } from './app.ts';
import { openLog } from '../kernel/log.ts';
import type { LetterKind } from '../document/document.ts';
import { readStream } from '../journal/actions.ts';
import type { Recorded } from '../journal/journal.ts';
import { sealEvents } from '../seal/seal.ts';
import { endingOf } from './standing-says.ts';
import { acceptedProof } from '../../test/accepted-proof.ts';
import { type TestDistrict, testDistrict } from '../../test/platform.ts';

let district: TestDistrict;
let caseStream = '';
beforeAll(async () => {
  district = await testDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

test('promise 8: the code printed on a letter leads to the page that verifies, with its number; the register knows what stands', async () => {
  const { platform } = district;
  const http = await buildHttp(platform, { log: openLog('silent'), requestId: district.requestId });
  const received = await acceptedProof(platform, district.requestId());
  caseStream = received.events[0]?.stream ?? '';
  const seal = sealEvents.SealApplied.parse(received.events.find(({ type }) => type === 'LetterSealed')?.data);
  const scanned = new URL(platform.place.verification(seal.docNo).url);
  expect([scanned.pathname, scanned.searchParams.get('no')]).toEqual(['/verify', seal.docNo]);
  const ask = async (no: string) => (await http.inject({ method: 'GET', url: '/api/standing', query: { no } })).json();
  const { sealedHash, signedHash } = seal;
  const standing = await ask(seal.docNo);
  expect(standing).toMatchObject({ state: 'stands', kind: 'acceptanceNotice', sealedHash, signedHash });
  expect(standing).toMatchObject({ mandate: { mandateNo: 'YH-A-PS-2025', version: 1, state: 'active' } });
  // Whoever guesses numbers learns of no person and of no case.
  expect(JSON.stringify(standing)).not.toMatch(/常源浩|19860125|case/);
  expect(await ask('某号')).toMatchObject({ state: 'unknown' });
  await http.close();
});

test('the letter under its seal says its own number and kind to programs, and is valid by what the platform publishes', async () => {
  const { platform } = district;
  const http = await buildHttp(platform, { log: openLog('silent'), requestId: district.requestId });
  const events = await readStream(platform.journal, platform.realm, caseStream);
  const seal = sealEvents.SealApplied.parse(events.find(({ type }) => type === 'LetterSealed')?.data);
  const published = await http.inject({ method: 'GET', url: '/api/trust' });
  const trust = readTrustFile(published.body);
  if ('reason' in trust) throw new Error(trust.reason);
  const file = await platform.files.get(seal.sealedHash);
  const read = inspect(file, { documents: trust, log: undefined, at: platform.clock.now() });
  expect(read).toMatchObject({ kind: 'pdf', result: 'valid' });
  expect(read.letter).toEqual({ docNo: seal.docNo, kind: 'acceptanceNotice' });
  expect(logTrustOf(trust)).toEqual(platform.ledger.trust);
  await http.close();
});

test('a mandate is asked by the number that its letter bears: whether this version is in force', async () => {
  const { platform } = district;
  const http = await buildHttp(platform, { log: openLog('silent'), requestId: district.requestId });
  const [view] = platform.mandateBook.list();
  const letter = view?.versions[0]?.letter;
  const no = `${letter?.mandateNo}-${letter?.version}`;
  const answer = await http.inject({ method: 'GET', url: '/api/standing', query: { no } });
  expect(answer.json()).toMatchObject({ state: 'stands', kind: 'mandateLetter', mandate: { version: 1 } });
  const none = await http.inject({ method: 'GET', url: '/api/standing', query: { no: `${letter?.mandateNo}-9` } });
  expect(none.json()).toMatchObject({ state: 'unknown' });
  await http.close();
});

test('R91–R93: what a later letter of the case took away no longer stands; another letter takes nothing away', () => {
  const sealed = (documentKind: LetterKind, docNo: string): Recorded => ({
    realm: 'r',
    stream: 'case/1',
    seq: 1,
    type: 'LetterSealed',
    at: '2025-03-03T01:00:00.000Z',
    actor: { kind: 'robot', id: 'robot/sealing' },
    requestId: '',
    hash: '',
    data: {
      sealId: '11019801030001',
      sealKind: 'organSeal',
      signedHash: '0'.repeat(64),
      sealedHash: '1'.repeat(64),
      documentKind,
      docNo,
      keeper: 'robot/sealing',
      at: '2025-03-03T01:00:00.000Z',
      certificateSerial: '1',
    },
  });
  const granted = sealed('grantDecision', '准1');
  expect(endingOf([granted, sealed('acceptanceNotice', '受2')], '准1')).toBeUndefined();
  expect(endingOf([granted, sealed('annulmentDecision', '撤2')], '准1')).toMatchObject({ docNo: '撤2' });
  expect(endingOf([granted, sealed('annulmentDecision', '撤2')], '撤2')).toBeUndefined();
  expect(endingOf([sealed('annulmentDecision', '撤0'), granted], '准1')).toBeUndefined();
});
