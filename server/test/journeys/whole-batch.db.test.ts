import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseStream } from '../../src/application/actions.ts';
import { readStream } from '../../src/journal/actions.ts';
import { confirmWith, register, reviewedCase, type Shown } from '../confirming.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../http.ts';

/** As many cases as one ceremony takes. */
const MOST = 200;

let district: HttpDistrict;
let clerk: Visitor;
let officer: Visitor;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z', undefined, { pinAlone: false });
  clerk = await district.signIn('clerk-1');
  officer = await district.signIn('ps-officer-1');
}, 60_000);
afterAll(() => district.close());

interface CaseAnswer {
  readonly caseNo: string;
  readonly decision: object;
  readonly signed?: { readonly seq: number };
  readonly refused?: { readonly code: string };
}

async function reviewedCases(): Promise<readonly string[]> {
  const caseNos: string[] = [];
  // Some at a time, as windows receive them.
  while (caseNos.length < MOST) {
    const some = Array.from({ length: 10 }, () => reviewedCase(clerk, officer));
    caseNos.push(...(await Promise.all(some)));
  }
  return caseNos;
}

/** What the record keeps of the decision on a case. */
async function decided(caseNo: string) {
  const events = await readStream(district.platform.journal, district.platform.realm, caseStream(caseNo));
  const made = events.find(({ type }) => type === 'DecisionMade');
  const data: unknown = made?.data;
  const { signature } = JSON.parse(JSON.stringify(data ?? { signature: undefined }));
  return { requestId: made?.requestId, signature, types: events.map(({ type }) => type) };
}

test('R71, R72: a batch of two hundred is confirmed once, and each case is checked again, signed by its own act and answered for itself', async () => {
  const { device } = await register(officer);
  const caseNos = await reviewedCases();
  const drafted = await officer.post('/decisions/draft', { caseNos, reason: '符合条件', recusal: 'none' });
  const ticked: readonly CaseAnswer[] = drafted.body.cases;
  expect(ticked.filter(({ refused }) => refused !== undefined)).toEqual([]);
  const decisions: readonly Shown[] = ticked.map(({ caseNo, decision }) => ({ caseNo, decision }));
  expect(decisions).toHaveLength(MOST);
  const more = [...decisions, { caseNo: 'one-too-many', decision: decisions[0]?.decision }];
  expect((await officer.post('/decisions/challenge', { decisions: more })).body.code).toBe('batch-too-large');

  const passkey = await confirmWith(officer, device, decisions);
  // After he has confirmed, the findings of one case change and another is withdrawn: these two are not signed.
  const [changed = '', withdrawn = ''] = [caseNos[17], caseNos[141]];
  const points = [{ point: 1, result: 'notMet', evidence: '照片与本人不符' }];
  const deputy = await district.signIn('ps-officer-2');
  expect((await deputy.post(`/cases/${changed}/review`, { act: 'recordFindings', points })).status).toBe(200);
  const proof = { kind: 'identityDocument', idNo: '110198198601256910', reference: '当面核验' };
  const withdrawal = { reason: '不再需要', proof };
  const gone = await clerk.post(`/cases/${withdrawn}/withdrawal`, withdrawal);
  expect([gone.status, gone.body.code]).toEqual([200, undefined]);

  const signed = await officer.post('/decisions', { decisions, passkey });
  expect([signed.status, signed.body.code]).toEqual([200, undefined]);
  const answers: readonly CaseAnswer[] = signed.body.cases;
  expect(answers.map(({ caseNo }) => caseNo)).toEqual(caseNos);
  const refused = answers.flatMap(({ caseNo, refused: why }) => (why === undefined ? [] : [[caseNo, why.code]]));
  expect(refused.map(([caseNo]) => caseNo)).toEqual([changed, withdrawn]);
  expect(refused[0]?.[1]).toBe('evidence-changed');

  const records = await Promise.all(caseNos.map(decided));
  const own = records.filter(({ signature }) => signature !== undefined);
  expect(own).toHaveLength(MOST - 2);
  expect(own.every(({ types }) => types.includes('DecisionSealed'))).toBe(true);
  // An act, a certificate's signature and a document of its own for each; one confirmation, over all two hundred, for all.
  const distinct = (of: (record: (typeof own)[number]) => unknown) => new Set(own.map(of)).size;
  expect(distinct(({ requestId }) => requestId)).toBe(MOST - 2);
  expect(distinct(({ signature }) => signature.signature.value)).toBe(MOST - 2);
  expect(distinct(({ signature }) => signature.documentHash)).toBe(MOST - 2);
  expect(distinct(({ signature }) => signature.confirmation.signature)).toBe(1);
  expect(own[0]?.signature.confirmation.asked.decisions).toHaveLength(MOST);
}, 600_000);
