import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { openLog } from '../kernel/log.ts';
import { runRobotsOnce } from '../robots/robots.ts';

const CHANG = { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' } as const;
const accept = { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] } as const;

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

function apply(clerk: Visitor, itemId: string, more: object = {}) {
  return clerk.post('/cases', {
    itemId,
    applicant: CHANG,
    channel: 'window',
    form: { area: 86, chain: false, hasRawOrCold: false },
    materials: ['m.floor', 'm.commit'].map((code) => ({ code, source: 'paper' })),
    scope: { region: '110198', area: 86 },
    truthStatement: true,
    ...more,
  });
}

test('R35: what one case found bars the applicant at every window of the district, and a received case from acceptance', async () => {
  const [clerk, head, other] = [
    await district.signIn('clerk-1'),
    await district.signIn('mk-head'),
    await district.signIn('ps-head'),
  ];
  const [first, second] = [await apply(clerk, 'MK-06'), await apply(clerk, 'MK-06')];
  const { caseNo } = first.body;
  const finding = {
    cause: 'concealed',
    decisionNo: '云市监〔2025〕1号',
    decidedOn: '2025-03-03',
    facts: '提供虚假材料',
  };
  expect((await other.post(`/cases/${caseNo}/misconduct`, finding)).status).toBe(404);
  expect((await clerk.post(`/cases/${caseNo}/misconduct`, finding)).status).toBe(403);
  expect((await head.post(`/cases/${caseNo}/misconduct`, finding)).status).toBe(200);
  await runRobotsOnce(district.platform, openLog('silent'));
  const barred = await apply(clerk, 'MK-06');
  expect([barred.status, barred.body.code, barred.body.detail]).toMatchObject([
    422,
    're-application-barred',
    { untilOn: '2026-03-03', article: '《行政许可法》第78条', decisionNo: '云市监〔2025〕1号' },
  ]);
  const accepted = await clerk.post(`/cases/${second.body.caseNo}/acceptance`, accept);
  expect(accepted.body.code).toBe('re-application-barred');
  // Online he is told until when before he fills in anything, and nobody else is.
  const known = async (login: string) => (await (await district.signIn(login)).get('/items/MK-06/known')).body.bar;
  expect(await known('applicant-1')).toMatchObject({
    code: 're-application-barred',
    detail: { untilOn: '2026-03-03', decisionNo: '云市监〔2025〕1号' },
  });
  expect(await known('applicant-2')).toBeUndefined();
  const { rows } = await district.platform.pool.query('select * from application.bar');
  expect(JSON.stringify(rows)).not.toContain(CHANG.idNo);
  district.setNow('2026-03-03T01:00:00.000Z');
  const later = await district.signIn('clerk-1');
  expect((await apply(later, 'MK-06')).body.code).not.toBe('re-application-barred');
  district.setNow('2025-03-03T01:00:00.000Z');
});

test('R47: the organ of the source is told what was corrected, and no other organ', async () => {
  const company = await district.signIn('company-1');
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
  await runRobotsOnce(district.platform, openLog('silent'));
  const [registry, market] = [await district.signIn('re-officer-1'), await district.signIn('mk-officer-1')];
  expect((await registry.get('/discrepancies')).body.discrepancies).toMatchObject([
    { caseNo: applied.body.caseNo, name: 'premisesAddress', stated: '云河区新址1号', source: 'S-ADDR' },
  ]);
  expect((await market.get('/discrepancies')).body.discrepancies).toEqual([]);
});
