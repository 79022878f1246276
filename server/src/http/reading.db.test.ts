import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemoCases } from '../demo-cases.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { openLog } from '../kernel/log.ts';
import { runRobotsOnce } from '../robots/robots.ts';
import { allRoutes } from './routes.ts';

const NOW = '2025-03-03T01:00:00.000Z';
/** A restaurant that was refused with two signatures, and told so. */
const CASE = '11110198YH000100203110131005000202502190001';

let district: HttpDistrict;
let party: Visitor;
let officer: Visitor;
let supervisor: Visitor;
beforeAll(async () => {
  district = await httpDistrict(NOW);
  await loadDemoCases(district.platform, NOW);
  party = await district.signIn('applicant-7');
  officer = await district.signIn('mk-officer-1');
  supervisor = await district.signIn('mk-supervisor');
}, 120_000);
afterAll(() => district.close());

const readingsOf = async (visitor: Visitor) => {
  const answer = await visitor.get(`/cases/${CASE}/readings`);
  expect(answer.status).toBe(200);
  return answer.body.readings;
};

test('个保法45: a party sees who of the staff read his case, by name and post, and that it is in the log', async () => {
  expect(await readingsOf(party)).toEqual([]);
  await party.get(`/cases/${CASE}`);
  expect(await readingsOf(party)).toEqual([]);
  expect((await officer.get(`/cases/${CASE}`)).status).toBe(200);
  const [one] = await readingsOf(party);
  expect(one).toMatchObject({ post: 'postedOfficer', what: 'case', readAt: NOW, organName: '云河区市场监督管理局' });
  expect(one.readerName).not.toBe(one.readerId);
  expect(one.stream).toBeUndefined();
  await runRobotsOnce(district.platform, openLog('silent'));
  while ((await district.platform.ledger.turn()) > 0);
  const [noted] = await readingsOf(party);
  expect(noted.stream).toMatch(/^reading\//);
  const { rows } = await district.database.database.query<{ record: string }>(
    'select e.record from ledger.entry e join journal.v_act a on a.realm = e.realm and a.place = e.place where a.stream = $1',
    [noted.stream],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.record).not.toContain(one.readerId);
});

test('who supervises says why he reads before he is shown anything, and the party reads the reason', async () => {
  const first = await supervisor.get(`/cases/${CASE}`);
  expect([first.status, first.body.code]).toEqual([403, 'reading-needs-reason']);
  const before = await party.get(`/cases/${CASE}`);
  const [letter] = before.body.documents;
  expect((await supervisor.get(`/documents/${letter.sealedHash}`)).body.code).toBe('reading-needs-reason');
  expect((await supervisor.get(`/cases/${CASE}/evidence`)).body.code).toBe('reading-needs-reason');
  expect((await supervisor.post(`/cases/${CASE}/readings`, { reason: '看' })).status).toBe(400);
  expect((await supervisor.post(`/cases/${CASE}/readings`, { reason: '信访件核查' })).status).toBe(200);
  expect((await supervisor.get(`/cases/${CASE}`)).status).toBe(200);
  expect((await supervisor.get(`/documents/${letter.sealedHash}`)).status).toBe(200);
  const reasons = (await readingsOf(party)).filter(({ post }: { readonly post: string }) => post === 'supervisor');
  expect(new Set(reasons.map(({ reason }: { readonly reason: string }) => reason))).toEqual(new Set(['信访件核查']));
  const all = await supervisor.get('/readings');
  expect(all.body.readings.length).toBeGreaterThan(reasons.length);
  expect((await officer.get('/readings')).status).toBe(403);
  expect((await officer.get(`/cases/${CASE}/readings`)).status).toBe(403);
  expect((await (await district.signIn('applicant-8')).get(`/cases/${CASE}/readings`)).body.code).toBe('unknown-case');
});

test('every door through which staff read in a case leaves a line', async () => {
  const clerk = await district.signIn('clerk-1');
  const { body } = await clerk.get(`/cases/${CASE}`);
  const [letter] = body.documents;
  // What is shown to its own signer alone, what one may not read as a clerk, and the record of readings itself.
  const others = ['getDecisionDraft', 'listCaseReadings', 'getDocument', 'getDocumentAsOfd'];
  const routes = allRoutes(district.platform, undefined).filter(
    ({ method, path, operationId }) => method === 'GET' && path.includes(':caseNo') && !others.includes(operationId),
  );
  expect(routes.length).toBeGreaterThan(4);
  const doors = [
    ...routes.map(({ path }) => path.replace(':caseNo', CASE).replace(':fileHash', '0'.repeat(64))),
    `/documents/${letter.sealedHash}`,
  ];
  const unnoted: string[] = [];
  for (const [nth, path] of doors.entries()) {
    // Later than what is still the same reading.
    const at = new Date(Date.parse(NOW) + (nth + 1) * 20 * 60_000).toISOString();
    district.setNow(at);
    await clerk.get(path);
    const [last] = await readingsOf(party);
    if (last?.readAt !== at || last.post !== 'windowClerk') unnoted.push(path);
  }
  expect(unnoted).toEqual([]);
});
