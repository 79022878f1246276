import { judgeLogProof, readLogProof } from '@liangqian/verify/log-proof.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingIn } from '../../test/district-story.ts';
import { PIN } from '../../test/confirming.ts';
import { actOn, announceAndWaive } from '../../test/licence-acts.ts';
import { grantedRestaurant } from '../../test/granted-restaurant.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { licencesOf } from '../licence/actions.ts';

/** One licence of the police that a case of market supervision used, and the licence that came of that case. */

const HOLDER = '110198198601256910';
const FOUND = {
  facts: '两次抽检食品不合格',
  reason: '检查中发现违反食品安全管理规定',
  basis: '《食品安全法》第一百二十二条',
};
/** Of the holder, of his case, and of why the organ acted. */
const PRIVATE = /常源浩|6910|违反食品安全|抽检|准字/;
let district: HttpDistrict;
let holder: Visitor;
let officer: Visitor;
let caseNo = '';
let idCard = '';
let restaurant = '';

beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
  caseNo = await grantedRestaurant(actingIn(district), '2025-03-04');
  const held = await licencesOf(district.platform, HOLDER);
  const numberOf = (type: string) => held.find(({ typeId }) => typeId === type)?.licenceNo ?? '';
  [idCard, restaurant] = [numberOf('L-ID'), held[0]?.licenceNo ?? ''];
  [holder, officer] = await Promise.all([district.signIn('applicant-1'), district.signIn('mk-officer-1')]);
  const head = await district.signIn('mk-head');
  await announceAndWaive(head, restaurant, { intended: 'suspend', ...FOUND }, { clerk: officer });
  const command = { act: 'suspend', ...FOUND, recusal: 'none' };
  const suspended = await actOn(head, restaurant, command, { pin: PIN });
  expect(suspended.status).toBe(200);
  while ((await district.platform.ledger.turn()) > 0);
}, 120_000);
afterAll(() => district.close());

const lineage = async (by: Visitor, no: string) => (await by.get(`/licences/${no}/lineage`)).body;
const kindsOf = ({ steps }: { steps: { kind: string; type?: string }[] }) =>
  steps.map(({ kind, type }) => (kind === 'life' ? type : kind));

test('its holder sees from which case a licence came, under which mandate, and what became of it, each with its place in the log', async () => {
  const body = await lineage(holder, restaurant);
  expect(body).toMatchObject({ seenAs: 'holder', waiting: 0, isCut: false, licence: { status: 'suspended' } });
  expect(kindsOf(body)).toEqual(
    expect.arrayContaining(['LicenceIssued', 'EndingAnnounced', 'EndingAnswered', 'LicenceSuspended']),
  );
  expect(body.steps[0]).toMatchObject({
    caseNo,
    mandate: { mandateNo: 'YH-B-MK-2025', version: 1 },
    organName: { zh: '云河区市场监督管理局' },
    by: 'robot/licences',
  });
  const suspended = body.steps.find(({ type }: { type?: string }) => type === 'LicenceSuspended');
  expect(suspended).toMatchObject({ reason: FOUND.reason });
  for (const { place } of body.steps) {
    const proof = readLogProof(place.proof);
    if (proof === undefined) throw new Error('no proof');
    const verdict = judgeLogProof(proof, Buffer.from(place.leafHash, 'hex'), district.platform.ledger.trust.policy);
    expect(verdict).toMatchObject({ state: 'trusted' });
    expect((await district.stranger.get(`/log/entries/${place.index}`)).body.leafHash).toBe(place.leafHash);
  }
});

test('its holder sees which case of another organ used it, for what and on which ground', async () => {
  const body = await lineage(holder, idCard);
  expect(kindsOf(body)).toEqual(['LicenceIssued', 'use']);
  const [issued, use] = body.steps;
  expect(issued.organName.zh).not.toBe(use.organName.zh);
  expect(use).toMatchObject({
    caseNo,
    organName: { zh: '云河区市场监督管理局' },
    itemName: { zh: expect.any(String) },
  });
  expect(use.ground).toMatchObject({ kind: 'statute', basis: expect.stringContaining('《') });
  expect(use.place.index).toBeGreaterThan(issued.place.index);
});

test('staff of an organ that used it see their part: that it was issued, and their own use; the holder reads who looked', async () => {
  const body = await lineage(officer, idCard);
  expect(body.seenAs).toBe('user');
  expect(kindsOf(body)).toEqual(['LicenceIssued', 'use']);
  expect(body.steps[0]).not.toHaveProperty('by');
  const { readings } = (await holder.get(`/licences/${idCard}/readings`)).body;
  expect(readings).toMatchObject([{ readerId: 'mk-officer-1', what: 'licence' }]);
});

test('the organ that issued it does not learn where else it was used, and a third organ nothing that is not public', async () => {
  const issuer = await lineage(await district.signIn('ps-head'), idCard);
  expect([issuer.seenAs, kindsOf(issuer)]).toEqual(['issuer', ['LicenceIssued']]);
  expect(JSON.stringify(issuer)).not.toContain(caseNo);
  const third = await lineage(await district.signIn('hl-head'), idCard);
  expect([third.seenAs, kindsOf(third)]).toEqual(['public', ['LicenceIssued']]);
  const other = await lineage(await district.signIn('applicant-2'), restaurant);
  expect(other.seenAs).toBe('public');
});

test('anybody with the number sees how its status came about, witnessed, and nothing of whom, why or from which case', async () => {
  const body = await lineage(district.stranger, restaurant);
  expect(kindsOf(body)).toEqual(['LicenceIssued', 'LicenceSuspended']);
  expect(body.steps[0]).toMatchObject({ mandate: { mandateNo: 'YH-B-MK-2025' }, place: { isWitnessed: true } });
  expect(JSON.stringify(body)).not.toMatch(PRIVATE);
  expect(JSON.stringify(body)).not.toContain(caseNo);
  for (const one of body.steps) expect(Object.keys(one)).not.toEqual(expect.arrayContaining(['by']));
  const forged = `${restaurant.slice(0, -1)}${restaurant.endsWith('0') ? '1' : '0'}`;
  expect((await lineage(district.stranger, forged)).code).toBe('unknown-licence');
});

test('who supervises says why first, and then sees all of it', async () => {
  const supervisor = await district.signIn('zw-supervisor');
  expect((await lineage(supervisor, idCard)).code).toBe('reading-needs-reason');
  await supervisor.post(`/licences/${idCard}/readings`, { reason: '核查证照使用情况' });
  const body = await lineage(supervisor, idCard);
  expect([body.seenAs, kindsOf(body)]).toEqual(['supervisor', ['LicenceIssued', 'use']]);
});

test('the case names the licences that it used and the one that came of it', async () => {
  const { lineage: steps } = (await holder.get(`/cases/${caseNo}/chain`)).body;
  const numbers = steps.map(({ kind, licenceNo }: { kind: string; licenceNo?: string }) => [kind, licenceNo]);
  expect(numbers).toContainEqual(['licence', idCard]);
  expect(numbers).toContainEqual(['issued', restaurant]);
});
