import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { employer, loudLog } from '../../test/matter-story.ts';
import { examplePdf } from '../material/example-files.ts';
import { sweepUploads } from '../material/actions.ts';
import { demoBundle, exampleSubmission } from '../matter/example-matters.ts';
import { runRobotsOnce } from '../robots/robots.ts';

const NOON = '2025-03-03T04:00:00.000Z';

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict(NOON);
}, 60_000);
afterAll(() => district.close());

async function upload(visitor: Visitor, name: string, bytes: Buffer) {
  const { cookie, csrfToken } = visitor;
  const headers = { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/octet-stream' };
  const url = `/api/uploads?name=${encodeURIComponent(name)}`;
  const answer = await district.http.inject({ method: 'POST', url, payload: bytes, headers });
  return answer.json();
}

const save = (visitor: Visitor, revision: number, body: object) =>
  visitor.post('/matter-drafts/B-04', { bundleVersion: 1, revision, body });

async function erase(visitor: Visitor): Promise<number> {
  const headers = { cookie: visitor.cookie, 'x-csrf-token': visitor.csrfToken };
  return (await district.http.inject({ method: 'DELETE', url: '/api/matter-drafts/B-04', headers })).statusCode;
}

/** R6: the contract is fetched unless the company says that it brings it. */
const sharing = { 'HR-03': { claims: [], declined: ['m.contract'] } };
const hiring = exampleSubmission(demoBundle('B-04'), employer, { employeeHukou: 'local', needsCard: false });

test('a matter is resumed on another device by its owner alone, never written over unseen, and deleted for good', async () => {
  const [desk, phone, other] = [
    await district.signIn('company-1'),
    await district.signIn('company-1'),
    await district.signIn('applicant-2'),
  ];
  const saved = await save(desk, 0, { answers: { needsCard: false, 'HR-03 form.wageBase': 5000 } });
  expect([saved.status, saved.body.revision, saved.body.expiresAt]).toEqual([200, 1, '2025-04-02T16:00:00.000Z']);
  expect((await phone.get('/matter-drafts/B-04')).body).toMatchObject({
    isChanged: false,
    isWithdrawn: false,
    draft: { revision: 1, body: { answers: { needsCard: false, 'HR-03 form.wageBase': 5000 } } },
  });
  expect((await phone.get('/matter-drafts')).body.drafts).toMatchObject([{ bundleId: 'B-04' }]);
  expect((await other.get('/matter-drafts/B-04')).body.code).toBe('no-draft');
  expect((await save(phone, 1, { answers: {} })).body.revision).toBe(2);
  expect((await save(desk, 1, { answers: {} })).body.code).toBe('draft-moved');
  expect(await erase(other)).toBe(404);
  expect(await erase(desk)).toBe(200);
  expect((await phone.get('/matter-drafts/B-04')).status).toBe(404);
});

test('a file uploaded once stands in the child’s case, weeks after the upload would have gone; the draft is done', async () => {
  const company = await district.signIn('company-1');
  const { uploadId, hash } = await upload(company, '劳动合同.pdf', examplePdf('contract'));
  await save(company, 0, { files: { contract: [{ uploadId, name: '劳动合同.pdf', size: 1 }] } });
  const papers = { contract: [{ source: 'file', reference: uploadId }] };
  const made = await company.post('/matters', { ...hiring, papers, sharing });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  expect((await company.get('/matter-drafts/B-04')).status).toBe(404);
  // The children of later waves begin when uploads that nobody took are long gone.
  await sweepUploads(district.platform, '2025-06-01T00:00:00.000Z');
  await runRobotsOnce(district.platform, loudLog);
  const [first] = (await company.get(`/matters/${made.body.matterNo}`)).body.children;
  const child = (await company.get(`/cases/${first.caseNo}`)).body;
  expect(child.materials).toContainEqual(expect.objectContaining({ code: 'm.contract', source: 'file' }));
  const file = await company.get(`/cases/${first.caseNo}/files/${hash}`);
  expect([file.status, file.body.equals(examplePdf('contract'))]).toEqual([200, true]);
});

test('another’s upload, and one that another act has, is refused by name', async () => {
  const [company, other] = [await district.signIn('company-1'), await district.signIn('applicant-2')];
  const { uploadId } = await upload(other, '别人的.pdf', examplePdf('other'));
  const papers = { contract: [{ source: 'file', reference: uploadId }] };
  expect((await company.post('/matters', { ...hiring, papers, sharing })).body).toMatchObject({
    code: 'upload-unknown',
    detail: { uploadId },
  });
});

test('drafts of matters go after their time', async () => {
  const company = await district.signIn('company-1');
  await save(company, 0, { answers: { needsCard: true } });
  district.setNow('2025-04-03T00:00:00.000Z');
  await runRobotsOnce(district.platform, loudLog);
  expect((await district.platform.pool.query('select from matter.draft')).rows).toEqual([]);
});

test('R11: the form says which questions depend on others, the server which are asked, and receives no other answer', async () => {
  district.setNow(NOON);
  const [clerk, company] = [await district.signIn('clerk-1'), await district.signIn('company-1')];
  const { questions } = (await company.get('/items/HR-03/form')).body;
  const conditional = questions.filter(({ isConditional }: { isConditional: boolean }) => isConditional);
  expect(conditional.map(({ name }: { name: string }) => name)).toEqual([
    'staffIds',
    'employeeId',
    'contractStart',
    'wageBase',
    'employeePhone',
  ]);
  const asked = async (form: object): Promise<readonly string[]> =>
    (await company.post('/items/HR-03/asked-questions', { form })).body.asked;
  expect(await asked({})).not.toContain('staffIds');
  expect(await asked({ newHire: false })).toContain('staffIds');
  expect(await asked({ newHire: true })).not.toContain('staffIds');
  const received = await clerk.post('/cases', {
    itemId: 'HR-03',
    applicant: employer,
    channel: 'window',
    form: { newHire: true, staffIds: '1101' },
    materials: [],
    scope: { region: '110198' },
    truthStatement: true,
  });
  expect(received.body).toMatchObject({
    code: 'form-invalid',
    detail: { fields: ['form.staffIds: not asked'] },
  });
});
