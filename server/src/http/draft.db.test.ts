import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { runRobotsOnce } from '../robots/robots.ts';
import { openLog } from '../kernel/log.ts';

const NOON = '2025-03-03T04:00:00.000Z';

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict(NOON);
}, 60_000);
afterAll(() => district.close());

const save = (visitor: Visitor, itemId: string, revision: number, form: object) =>
  visitor.post(`/drafts/${itemId}`, { itemVersion: 1, revision, body: { form, step: 1 } });

async function erase(visitor: Visitor, path: string): Promise<number> {
  const headers = { cookie: visitor.cookie, 'x-csrf-token': visitor.csrfToken };
  return (await district.http.inject({ method: 'DELETE', url: `/api${path}`, headers })).statusCode;
}

test('a draft is resumed on another device by its owner alone, and deleted by him for good', async () => {
  const [phone, laptop, other] = [
    await district.signIn('applicant-1'),
    await district.signIn('applicant-1'),
    await district.signIn('applicant-2'),
  ];
  const saved = await save(phone, 'MK-06', 0, { area: 86 });
  expect([saved.status, saved.body.revision, saved.body.expiresAt]).toEqual([200, 1, '2025-04-02T16:00:00.000Z']);
  const resumed = await laptop.get('/drafts/MK-06');
  expect(resumed.body).toMatchObject({
    isWithdrawn: false,
    draft: { revision: 1, body: { form: { area: 86 }, step: 1 } },
  });
  expect((await other.get('/drafts/MK-06')).body.code).toBe('no-draft');
  expect(await erase(other, '/drafts/MK-06')).toBe(404);
  expect((await save(laptop, 'MK-06', 1, { area: 88 })).body.revision).toBe(2);
  const late = await save(phone, 'MK-06', 1, { area: 90 });
  expect([late.status, late.body.code]).toEqual([409, 'draft-moved']);
  expect(await erase(phone, '/drafts/MK-06')).toBe(200);
  expect((await laptop.get('/drafts/MK-06')).status).toBe(404);
  const { rows } = await district.platform.pool.query('select from application.draft');
  expect(rows).toEqual([]);
});

test('race: of many devices that save over the same revision one is heard', async () => {
  const visitor = await district.signIn('applicant-3');
  expect((await save(visitor, 'MK-06', 0, { area: 1 })).status).toBe(200);
  const answers = await Promise.all([2, 3, 4, 5, 6, 7].map((area) => save(visitor, 'MK-06', 1, { area })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
  const first = await Promise.all([1, 2, 3].map((area) => save(visitor, 'MK-05', 0, { area })));
  expect(first.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
});

test('a draft goes after its time, and when its application was received', async () => {
  const visitor = await district.signIn('applicant-4');
  await save(visitor, 'MK-06', 0, { area: 86 });
  await save(visitor, 'MK-05', 0, { area: 86 });
  const received = await visitor.post('/cases', {
    itemId: 'MK-06',
    applicant: { kind: 'naturalPerson', name: '王建然', idType: 'citizenId', idNo: '110198200003033178' },
    channel: 'online',
    form: { area: 86, chain: false, hasRawOrCold: false },
    materials: [{ code: 'm.commit', source: 'form' }],
    scope: { region: '110198' },
    truthStatement: true,
  });
  expect([received.status, received.body.code]).toEqual([200, undefined]);
  const left = await visitor.get('/drafts');
  expect(left.body.drafts.map(({ itemId }: { readonly itemId: string }) => itemId)).toEqual(['MK-05']);
  district.setNow('2025-04-02T15:59:59.000Z');
  const again = await district.signIn('applicant-4');
  expect((await again.get('/drafts/MK-05')).status).toBe(200);
  district.setNow('2025-04-02T16:00:00.000Z');
  expect((await again.get('/drafts/MK-05')).status).toBe(404);
  await runRobotsOnce(district.platform, openLog('silent'));
  const { rows } = await district.platform.pool.query(
    "select from application.draft where owner = 'applicant/applicant-4'",
  );
  expect(rows).toEqual([]);
  district.setNow(NOON);
});

test('R6, R47: what licences and earlier cases know is shown with its source, and only to the person himself', async () => {
  const company = await district.signIn('company-1');
  const known = await company.get('/items/MK-05/known');
  expect(known.body.known).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'enterpriseName', value: '云河区禾木餐饮有限公司', from: 'source', organ: 'MK' }),
      expect.objectContaining({ name: 'premisesAddress', source: 'S-ADDR', organ: 'RE' }),
    ]),
  );
  const applied = await company.post('/cases', {
    itemId: 'MK-05',
    applicant: {
      kind: 'legalPerson',
      name: '云河区禾木餐饮有限公司',
      idType: 'uscc',
      idNo: '91110198MAYH00012J',
      legalRepresentative: { name: '常源浩', idNo: '110198198601256910' },
    },
    channel: 'online',
    form: { area: 200, chain: false, onlyPrepacked: false, hasRawOrCold: true, premisesAddress: '云河区新址1号' },
    materials: [],
    scope: { region: '110198', area: 200 },
    truthStatement: true,
  });
  expect([applied.status, applied.body.code]).toEqual([200, undefined]);
  expect(applied.body.events.map(({ type }: { readonly type: string }) => type)).toContain('DiscrepancyNoted');
  const seen = await company.get(`/cases/${applied.body.caseNo}`);
  expect(seen.body.discrepancies).toMatchObject([
    { name: 'premisesAddress', stated: '云河区新址1号', value: '云河区云桥街道河沿路12号1层', organ: 'RE' },
  ]);
  const next = await company.get('/items/MK-05/known');
  expect(next.body.known).toContainEqual(
    expect.objectContaining({ name: 'area', value: 200, from: 'case', caseNo: applied.body.caseNo }),
  );
  const other = await district.signIn('company-2');
  expect(JSON.stringify((await other.get('/items/MK-05/known')).body)).not.toContain('禾木');
  expect((await district.stranger.get('/items/MK-05/known')).status).toBe(401);
});
