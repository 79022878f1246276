import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';

const CHANG = { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' } as const;
const PIN = '246810';

let district: HttpDistrict;
let clerk: Visitor;
let officer: Visitor;
let chief: Visitor;
let applicant: Visitor;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
  clerk = await district.signIn('clerk-1');
  officer = await district.signIn('ps-officer-1');
  chief = await district.signIn('ps-chief');
  applicant = await district.signIn('applicant-1');
}, 60_000);
afterAll(() => district.close());

async function acceptedCase(): Promise<string> {
  const received = await clerk.post('/cases', {
    itemId: 'PS-03',
    applicant: CHANG,
    channel: 'window',
    form: {},
    materials: ['m.live', 'm.photo'].map((code) => ({ code, source: 'paper' })),
    scope: { region: '110198' },
    truthStatement: true,
    outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
  });
  expect(received.status).toBe(200);
  return received.body.caseNo;
}

test('R44: the applicant asks that an officer stand aside, the chief answers, and the reason is told', async () => {
  const caseNo = await acceptedCase();
  const before = await applicant.get(`/cases/${caseNo}`);
  expect(before.body.can.requestRecusal).toEqual({ allowed: true });
  expect(before.body.officers).toContainEqual({
    personId: 'ps-officer-1',
    name: expect.any(String),
    post: 'postedOfficer',
  });
  const asked = await applicant.post(`/cases/${caseNo}/recusal-request`, {
    personId: 'ps-officer-1',
    ground: 'collateral',
    reason: '系本人表兄',
  });
  expect(asked.body.events.map(({ type }: { readonly type: string }) => type)).toEqual(['RecusalRequested']);

  const points = [0, 1].map((point) => ({ point, result: 'met', evidence: '材料' }));
  expect((await officer.post(`/cases/${caseNo}/review`, { act: 'recordFindings', findings: [], points })).status).toBe(
    200,
  );
  expect((await officer.get(`/cases/${caseNo}`)).body.can.signDecision).toMatchObject({
    allowed: false,
    refusal: { code: 'recusal-pending', rule: 'R44' },
  });
  const signed = await officer.post(`/cases/${caseNo}/decision`, {
    outcome: 'GRANT',
    reason: '符合条件',
    documentHash: 'a'.repeat(64),
    evidenceHash: 'b'.repeat(64),
    recusal: 'none',
    pin: PIN,
  });
  expect([signed.status, signed.body.code]).toEqual([422, 'recusal-pending']);
  const work = await chief.get('/cases');
  expect(work.body.cases).toContainEqual(expect.objectContaining({ caseNo, holder: 'chief' }));

  const own = await applicant.post(`/cases/${caseNo}/recusal-decision`, {
    personId: 'ps-officer-1',
    granted: true,
    reason: '同意',
  });
  expect(own.status).toBe(403);
  const answered = await chief.post(`/cases/${caseNo}/recusal-decision`, {
    personId: 'ps-officer-1',
    granted: false,
    reason: '经核查户籍,无亲属关系',
  });
  expect(answered.status).toBe(200);
  const told = await applicant.get(`/cases/${caseNo}`);
  expect(told.body.recusals).toMatchObject([
    { personId: 'ps-officer-1', answer: { granted: false, reason: '经核查户籍,无亲属关系' } },
  ]);
  expect(told.body.timeline.at(-1)).toMatchObject({
    type: 'RecusalRefused',
    summary: { zh: '回避申请未获同意,已告知理由' },
  });
  expect((await officer.get(`/cases/${caseNo}`)).body.can.signDecision).toEqual({ allowed: true });
});

test('R44: the head answers about the chief, whom the clerk names for the applicant, and nobody below does', async () => {
  const caseNo = await acceptedCase();
  const request = { personId: 'ps-chief', ground: 'other', reason: '曾与申请人有诉讼' };
  expect(
    (await clerk.post(`/cases/${caseNo}/recusal-request`, { ...request, personId: 'mk-officer-1' })).body.code,
  ).toBe('recusal-officer-unknown');
  expect((await clerk.post(`/cases/${caseNo}/recusal-request`, request)).status).toBe(200);
  const answer = { personId: 'ps-chief', granted: true, reason: '情况属实' };
  expect((await chief.post(`/cases/${caseNo}/recusal-decision`, answer)).body.code).toBe('recusal-decided-by');
  const head = await district.signIn('ps-head');
  expect((await head.post(`/cases/${caseNo}/recusal-decision`, answer)).status).toBe(200);
  expect((await chief.get(`/cases/${caseNo}`)).body.can.signDecision).toMatchObject({
    refusal: { code: 'officer-recused' },
  });
});
