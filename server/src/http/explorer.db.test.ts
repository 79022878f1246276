import { fromHex } from '@liangqian/verify/bytes.ts';
import { judgeLogProof, readLogProof } from '@liangqian/verify/log-proof.ts';
import { leafHash } from '@liangqian/verify/tree.ts';
import { readTrust } from '@liangqian/verify/trust.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemoCases } from '../demo-cases.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';

const NOW = '2025-03-03T01:00:00.000Z';
/** A restaurant that was refused with two signatures, and told so. */
const CASE = '11110198YH000100203110131005000202502190001';

let district: HttpDistrict;
let party: Visitor;
beforeAll(async () => {
  district = await httpDistrict(NOW);
  await loadDemoCases(district.platform, NOW);
  while ((await district.platform.ledger.turn()) > 0);
  party = await district.signIn('applicant-7');
}, 120_000);
afterAll(() => district.close());

const mandateNo = () =>
  district.platform.mandateBook.list().flatMap(({ versions }) => versions)[0]?.letter.mandateNo ?? '';

test('each act of a case is shown with a proof that holds, and with what its result came from', async () => {
  const { body } = await party.get(`/cases/${CASE}/chain`);
  const trust = readTrust(body.log.trust);
  if ('reason' in trust) throw new Error(trust.reason);
  expect(body.acts.length).toBeGreaterThan(5);
  expect(body.waiting).toBe(0);
  for (const { leaf, proof, leafHash: told } of body.acts) {
    const [bytes, read] = [fromHex(leaf), readLogProof(proof)];
    if (bytes === undefined || read === undefined) throw new Error('no proof');
    expect(Buffer.from(leafHash(bytes)).toString('hex')).toBe(told);
    expect(judgeLogProof(read, leafHash(bytes), trust.policy).state).toBe('trusted');
  }
  const kinds = new Set(body.lineage.map(({ kind }: { readonly kind: string }) => kind));
  expect(kinds).toEqual(new Set(['mandate', 'licence', 'decision', 'letter']));
});

test('R106: the public sees hashes and witnesses by number, of a mandate its public life, and of a case nothing', async () => {
  const { stranger } = district;
  const { body } = await stranger.get('/log/entries/3');
  expect(Object.keys(body).toSorted()).toEqual(
    ['checkpointSize', 'index', 'isWitnessed', 'leaf', 'leafHash', 'log', 'proof', 'witnesses'].toSorted(),
  );
  expect((await stranger.get('/log/entries/999999')).body.code).toBe('no-such-entry');
  expect((await stranger.get('/log')).body.newest.size).toBeGreaterThan(100);
  expect((await stranger.get(`/cases/${CASE}/chain`)).status).toBe(401);
  const other = await district.signIn('applicant-8');
  expect((await other.get(`/cases/${CASE}/chain`)).body.code).toBe('unknown-case');
  const chain = await stranger.get(`/mandates/${mandateNo()}/chain`);
  expect(chain.body.acts.length).toBeGreaterThan(0);
  expect((await stranger.get('/mandates/none/chain')).body.code).toBe('unknown-mandate');
});

test('whether evidence can be had is the answer of the server, on cases and on mandates', async () => {
  expect((await party.get(`/cases/${CASE}`)).body.can.downloadEvidence).toEqual({ allowed: true });
  const shown = await district.stranger.get(`/mandates/${mandateNo()}`);
  expect(shown.body.can).toEqual({ downloadEvidence: { allowed: true } });
  const clerk = await district.signIn('clerk-1');
  const received = await clerk.post('/cases', {
    itemId: 'PS-03',
    applicant: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
    channel: 'window',
    materials: ['m.live', 'm.photo'].map((code) => ({ code, source: 'paper' })),
    scope: { region: '110198' },
    truthStatement: true,
  });
  const fresh = await clerk.get(`/cases/${received.body.caseNo}`);
  expect(fresh.body.can.downloadEvidence).toMatchObject({ allowed: false, refusal: { code: 'evidence-waits' } });
});
