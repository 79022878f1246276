import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';

const CHANG = { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' } as const;

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

test('R84: a marriage is booked, verified and handed over; the platform only records what was signed on paper', async () => {
  const [clerk, officer, other, applicant] = await Promise.all(
    ['clerk-1', 'cv-officer-1', 'mk-officer-1', 'applicant-1'].map((login) => district.signIn(login)),
  );
  if (clerk === undefined || officer === undefined || other === undefined || applicant === undefined)
    throw new Error('not signed in');
  const caseNo = await receive(clerk);
  await review(officer, caseNo);
  const seen = await officer.get(`/cases/${caseNo}`);
  expect(seen.body.can).toMatchObject({ recordPaperDecision: { allowed: true } });
  const draft = await officer.post(`/cases/${caseNo}/decision/draft`, { outcome: 'GRANT', reason: '符合条件' });
  expect(draft.body.code).toBe('paper-only-instrument');
  const paper = paperOf('cv-officer-1');
  // Nobody else's name on the paper than one that the mandate holds.
  const stranger = await officer.post(`/cases/${caseNo}/paper-decision`, { ...paper, signedBy: 'mk-officer-1' });
  expect([stranger.status, stranger.body.code]).toEqual([422, 'item-not-listed']);
  const recorded = await officer.post(`/cases/${caseNo}/paper-decision`, paper);
  expect(recorded.body.events.map(({ type }: { readonly type: string }) => type)).toEqual(['PaperDecisionRecorded']);

  const told = await applicant.get(`/cases/${caseNo}`);
  expect(told.body).toMatchObject({
    state: 'decided',
    decided: { outcome: 'GRANT', paper: { paperNo: 'J110198-2025-000123', signedBy: 'cv-officer-1' } },
    documents: [{ kind: 'acceptanceNotice' }],
  });
  const pdf = await applicant.get(`/cases/${caseNo}/paper-decision`);
  expect([pdf.status, pdf.body.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  expect(pdf.body.includes('/ByteRange')).toBe(false);
  expect((await other.get(`/cases/${caseNo}/paper-decision`)).status).toBe(404);
  const handOver = { recipient: '常源浩', method: 'electronic' };
  expect((await clerk.post(`/cases/${caseNo}/delivery`, handOver)).body.code).toBe('paper-is-handed-over');
  expect((await clerk.post(`/cases/${caseNo}/delivery`, { ...handOver, method: 'direct' })).status).toBe(200);
  const after = (await applicant.get(`/cases/${caseNo}`)).body;
  expect(after.state).toBe('delivered');

  // The register knows the certificate by its number, and makes nothing electronic of it.
  const path = `/licences/${encodeURIComponent(after.licenceNo)}`;
  const { licence, basis } = (await applicant.get(path)).body;
  expect(licence).toMatchObject({ typeId: 'L-MAR', status: 'valid', paperNo: 'J110198-2025-000123' });
  expect(basis.decisionNo).toBe('J110198-2025-000123');
  expect((await applicant.get(`${path}/document`)).body.code).toBe('licence-on-paper');
  expect((await applicant.post(`${path}/credential`, {})).body.code).toBe('licence-on-paper');
});

test('R71: what was signed before the mandate began is not recorded under it afterwards', async () => {
  const young = await httpDistrict('2025-03-03T01:00:00.000Z', (demo) => ({
    ...demo,
    letters: demo.letters.map((letter) =>
      letter.mandateNo === 'YH-B-CV-2025'
        ? { ...letter, term: { ...letter.term, from: '2025-03-03T16:00:00.000Z' } }
        : letter,
    ),
  }));
  try {
    const caseNo = await receive(await young.signIn('clerk-1'));
    young.setNow('2025-03-04T02:00:00.000Z');
    const officer = await young.signIn('cv-officer-1');
    await review(officer, caseNo);
    const paper = paperOf('cv-officer-1');
    const refused = await officer.post(`/cases/${caseNo}/paper-decision`, paper);
    expect([refused.status, refused.body.code]).toEqual([422, 'mandate-not-yet']);
    const signed = await officer.post(`/cases/${caseNo}/paper-decision`, { ...paper, signedOn: '2025-03-04' });
    expect(signed.status).toBe(200);
  } finally {
    await young.close();
  }
});

test('R60: the ten working days for handing it over run from the day on the paper, however late it is recorded', async () => {
  const caseNo = await receive(await district.signIn('clerk-1'));
  await review(await district.signIn('cv-officer-1'), caseNo);
  district.setNow('2025-03-05T02:00:00.000Z');
  const officer = await district.signIn('cv-officer-1');
  const recorded = await officer.post(`/cases/${caseNo}/paper-decision`, paperOf('cv-officer-1'));
  expect(recorded.status).toBe(200);
  const { rows } = await district.database.database.query(
    'select due_on::text as "dueOn" from desk.work where case_no = $1',
    [caseNo],
  );
  expect(rows).toEqual([{ dueOn: '2025-03-17' }]);
});

/** A marriage that is received and accepted at the window. */
async function receive(clerk: Visitor): Promise<string> {
  const received = await clerk.post('/cases', {
    itemId: 'CV-01',
    applicant: CHANG,
    channel: 'window',
    form: { kin: false },
    materials: [{ code: 'm.marstat', source: 'paper' }],
    scope: { region: '110198' },
    truthStatement: true,
    outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
  });
  expect(received.status).toBe(200);
  return received.body.caseNo;
}

/** The officer finds that every condition is met. */
async function review(officer: Visitor, caseNo: string): Promise<void> {
  const guide = (await officer.get('/items/CV-01')).body;
  const points = guide.reviewPoints.map((_text: string, point: number) => ({
    point,
    result: 'met',
    evidence: '当面核对',
  }));
  const findings = guide.inputs
    .filter(({ source }: { readonly source: string }) => source === 'review')
    .map(({ name }: { readonly name: string }) => ({ name, value: true, evidence: '当面核对' }));
  await officer.post(`/cases/${caseNo}/review`, { act: 'recordFindings', findings, points });
}

function paperOf(signedBy: string): object {
  return {
    reason: '双方符合结婚条件',
    recusal: 'none',
    signedBy,
    paperNo: 'J110198-2025-000123',
    signedOn: '2025-03-03',
  };
}
