import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoSealId } from '../demo-district.ts';
import { readCertificate } from '../seal/certificate.ts';
import { readRevocationList, statusAt } from '../seal/revocation-list.ts';
import { acceptedProof } from '../../test/accepted-proof.ts';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

const organSeal = demoSealId('110198', 0, 'organSeal');

test('R85: the head asks for a seal, has it made and filed, and entrusts it; every act is in its life', async () => {
  const head = await district.signIn('mk-head');
  const { body: list } = await head.get('/seals');
  const next = list.nextIds.find(({ kind }: { kind: string }) => kind === 'receiptSeal');
  const path = `/seals/${next.sealId}`;
  const asked = await head.post('/seals', { ...next, purpose: '受理材料' });
  expect(asked).toMatchObject({ status: 200, body: { events: [{ type: 'SealRequested' }] } });
  expect((await head.post(`${path}/making`, {})).status).toBe(200);
  expect((await head.post(`${path}/filing`, { filedWith: '云河区公安分局', filingNo: '备-9' })).status).toBe(200);
  const unfit = await head.post(`${path}/use`, { keeper: 'mk-officer-1', approval: '授权书' });
  expect(unfit).toMatchObject({ status: 422, body: { code: 'keeper-unfit', rule: 'R80' } });
  expect((await head.post(`${path}/use`, { keeper: 'mk-keeper', approval: '授权书' })).status).toBe(200);
  const { body } = await head.get(path);
  expect(body.seal).toMatchObject({
    kind: 'receiptSeal',
    state: 'inUse',
    keeper: { personId: 'mk-keeper' },
    development: true,
  });
  expect(body.events.map(({ type }: { type: string }) => type)).toEqual([
    'SealRequested',
    'SealMade',
    'SealFiled',
    'SealInUse',
  ]);
  expect(body.picture).toContain('<svg');
  expect(body.can.stopSeal.allowed).toBe(true);
  expect(body.can.handBackSeal).toMatchObject({ allowed: false, refusal: { code: 'seal-state', rule: 'R85' } });
  const stopped = await head.post(`${path}/stop`, { reason: 'replaced', explanation: '换发' });
  expect(stopped.status).toBe(200);
  const back = { receiver: '云河区公安分局', disposal: 'destroyed', receiptNo: '收-1' };
  expect((await head.post(`${path}/return`, back)).status).toBe(200);
  const after = await head.get(path);
  expect(after.body.seal.state).toBe('handedBack');
});

test('T12: the register names case, document, hash, keeper and time of each use, and what the verifier said', async () => {
  const { platform } = district;
  const received = await acceptedProof(platform, district.requestId());
  const used = platform.seals
    .list()
    .find(({ view }) => view.made?.organName.includes('公安') === true && view.made.kind === 'approvalSeal');
  const supervisor = await district.signIn('ps-supervisor');
  const { status, body } = await supervisor.get(`/seals/${used?.view.made?.sealId}/uses`);
  expect(status).toBe(200);
  const line = body.uses.find(({ caseNo }: { caseNo: string }) => caseNo === received.stream.slice('case/'.length));
  expect(line).toMatchObject({ keeper: { personId: 'robot/sealing' }, verified: 'valid', faults: [] });
  expect(line.signedHash).toMatch(/^[0-9a-f]{64}$/);
  // Read again it is the same: what was entered is entered once.
  const again = await supervisor.get(`/seals/${used?.view.made?.sealId}/uses`);
  expect(again.body).toEqual(body);
});

test('R103: another organ’s seals are not seen, and nobody of it acts on them', async () => {
  const stranger = await district.signIn('hl-head');
  const answer = await stranger.get(`/seals/${organSeal}`);
  expect([answer.status, answer.body.code]).toEqual([404, 'unknown-seal']);
  const act = await stranger.post(`/seals/${organSeal}/stop`, { reason: 'other', explanation: '越权' });
  expect([act.status, act.body.code]).toEqual([404, 'unknown-seal']);
  const keeper = await district.signIn('mk-keeper');
  const made = await keeper.post(`/seals/${organSeal}/making`, {});
  expect([made.status, made.body.code]).toEqual([403, 'not-permitted']);
});

test('T13: the published revocation list calls back a stopped seal from that instant, and verifies with the published chain', async () => {
  const { platform } = district;
  const head = await district.signIn('hl-head');
  const { body } = await head.get('/seals');
  const own = body.seals.find(({ kind }: { kind: string }) => kind === 'approvalSeal');
  const view = () => platform.seals.get(`seal/${own.sealId}`)?.view;
  const at = platform.clock.now();
  await head.post(`/seals/${own.sealId}/stop`, { reason: 'keyCompromised', explanation: '口令泄露' });
  const trust = await district.stranger.get('/trust');
  const der = (text: string) => Buffer.from(text, 'base64');
  const issuers = trust.body.certificates.map((text: string) => readCertificate(der(text)));
  const lists = trust.body.revocationLists.map((text: string) => readRevocationList(der(text)));
  const { certificate } = await platform.sealMaker.open(own.sealId);
  const status = (instant: string) => statusAt(readCertificate(certificate), lists, issuers, instant);
  expect(status('2025-02-01T00:00:00.000Z')).toEqual({ status: 'good' });
  expect(view()?.state).toBe('stopped');
  expect(status(new Date(Date.parse(at) + 3_600_000).toISOString())).toMatchObject({
    status: 'revoked',
    reason: 'keyCompromise',
  });
});
