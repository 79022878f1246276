import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T04:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

const jiang = { kind: 'naturalPerson', name: '蒋敏玉', idType: 'citizenId', idNo: '110198198801259147' };
const scope = { region: '110198' };
const company = {
  kind: 'legalPerson',
  name: '云河区禾木餐饮有限公司',
  idType: 'uscc',
  idNo: '91110198MAYH00012J',
  legalRepresentative: { name: '常源浩', idNo: '110198198601256910' },
};

async function received(clerk: Visitor): Promise<string> {
  const answer = await clerk.post('/cases', {
    itemId: 'MK-06',
    applicant: jiang,
    channel: 'window',
    form: { area: 86, chain: false, hasRawOrCold: false, premisesAddress: '云桥街道 1 号' },
    materials: [{ code: 'm.form', source: 'form' }],
    scope,
    truthStatement: true,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.caseNo;
}

test('R47: at the window nobody is asked again what he answered before, and each case that was read for it is noted', async () => {
  const clerk = await district.signIn('clerk-1');
  const caseNo = await received(clerk);
  const known = (applicant: object) => clerk.post('/items/MK-06/known-at-counter', { applicant, scope });
  // Somebody's number without his name finds nothing, and nothing is noted.
  expect((await known({ ...jiang, name: '蒋敏' })).body.known).toEqual([]);
  expect(await district.platform.readings.list({ subject: `case/${caseNo}` })).toEqual([]);
  const { body } = await known(jiang);
  const address = body.known.find(({ name }: { name: string }) => name === 'premisesAddress');
  expect(address).toMatchObject({ from: 'case', value: '云桥街道 1 号', caseNo, receivedOn: '2025-03-03' });
  const noted = await district.platform.readings.list({ subject: `case/${caseNo}` });
  expect(noted.map(({ reader, post, what }) => [reader, post, what])).toEqual([['clerk-1', 'windowClerk', 'case']]);
});

test('R15: what his document says of the applicant fills the lines that repeat it', async () => {
  const clerk = await district.signIn('clerk-1');
  const { body } = await clerk.post('/items/FR-01/known-at-counter', { applicant: company, scope });
  const said = Object.fromEntries(
    body.known.map(({ name, value, from }: { name: string; value: unknown; from: string }) => [name, [from, value]]),
  );
  expect(said).toMatchObject({
    enterpriseName: ['applicant', company.name],
    enterpriseUscc: ['applicant', company.idNo],
    legalRepId: ['applicant', company.legalRepresentative.idNo],
  });
  // A founder has no enterprise yet: its name is asked of him.
  const founder = await clerk.post('/items/MK-01/known-at-counter', { applicant: jiang, scope });
  const names = founder.body.known.map(({ name }: { name: string }) => name);
  expect(names).toContain('legalRepId');
  expect(names).not.toContain('enterpriseName');
});

test('R30: a clerk looks up nothing for an item that the agreement does not give the window', async () => {
  const clerk = await district.signIn('clerk-1');
  const body = { applicant: jiang, scope: { region: '110101' } };
  const refused = await clerk.post('/items/MK-06/known-at-counter', body);
  expect([refused.status, refused.body.code]).toEqual([422, 'region-outside']);
  expect((await district.stranger.post('/items/MK-06/known-at-counter', { applicant: jiang, scope })).status).toBe(401);
});

test('R47: for a matter the window knows what he answered in earlier cases too, by the same rules', async () => {
  const clerk = await district.signIn('clerk-1');
  const caseNo = await received(clerk);
  const answers = { area: 120, chain: false, isPublicPlace: true };
  const look = (body: object) =>
    clerk.post('/bundles/B-01/known-at-counter', { applicant: jiang, answers, region: '110198', ...body });
  const readers = async () => (await district.platform.readings.list({ subject: `case/${caseNo}` })).length;
  // Under another name nothing is found and nothing noted; where the window may not receive, nothing is looked up (R30).
  expect((await look({ applicant: { ...jiang, name: '蒋敏' } })).body.known).toEqual([]);
  expect((await look({ region: '110101' })).body.code).toBe('region-outside');
  expect(await readers()).toBe(0);
  const streams = vi.spyOn(district.platform.journal, 'read');
  const { status, body } = await look({});
  // However many items follow, his earlier cases are read once.
  const read = streams.mock.calls.map(([{ stream }]) => stream);
  expect(read.filter((stream) => stream === `case/${caseNo}`)).toHaveLength(1);
  streams.mockRestore();
  expect(status, JSON.stringify(body)).toBe(200);
  const found = Object.fromEntries(body.known.map((one: { name: string }) => [one.name, one]));
  expect(found['premisesAddress']).toEqual({
    name: 'premisesAddress',
    value: '云桥街道 1 号',
    source: 'case',
    of: caseNo,
  });
  expect(await readers()).toBe(1);
  // Nothing of it goes unasked: every answer is to a question that the same plan asks and that is open still (个保法6).
  const plan = await clerk.post('/bundles/B-01/plan', { answers, who: { name: jiang.name, idNo: jiang.idNo } });
  const asked = plan.body.questions.map(({ name }: { name: string }) => name);
  expect(asked).toContain('premisesAddress');
  expect(body.known.filter(({ name }: { name: string }) => !asked.includes(name) || name in answers)).toEqual([]);
  // A case that answers none of them is no business of the clerk's: it is not noted as read.
  const said = { ...answers, premisesAddress: '云桥街道 2 号' };
  expect((await look({ answers: said })).body.known).toEqual([]);
  expect(await readers()).toBe(1);
  expect((await district.stranger.post('/bundles/B-01/known-at-counter', {})).status).toBe(401);
});
