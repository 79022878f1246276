import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';
import { loudLog } from '../../test/matter-story.ts';
import { runRobotsOnce } from '../robots/robots.ts';

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

const items = ['AG-01', 'GR-01'];
const bundle = {
  id: 'B-08',
  name: '开宠物诊所并移树',
  nameEn: 'Open a clinic for animals and move a tree',
  lead: 'AG',
  items,
  waves: [items],
  founds: null,
  fields: [],
  rules: [],
};
const person = { kind: 'naturalPerson', name: '萧妍敏', idType: 'citizenId', idNo: '110198198301163907' };
const papers = (...codes: string[]) => codes.map((code) => ({ code, source: 'paper' }));

function submission(deferral: object | undefined): object {
  const clinic = { form: { hospital: true, rules: true }, materials: papers('m.floor', 'm.rule') };
  const trees = { form: { trees: 2 }, materials: papers('m.tree', 'm.owner') };
  return {
    bundleId: bundle.id,
    bundleVersion: 1,
    applicant: person,
    channel: 'online',
    answers: {},
    own: { 'AG-01': { ...clinic, ...(deferral === undefined ? {} : { deferral }) }, 'GR-01': trees },
    region: '110198',
    truthStatement: true,
  };
}

test('R32: what is promised in a matter reaches the case of its item, is tolerated there until its day, and is owed', async () => {
  // No source has his business licence.
  district.setShares({ missing: ['m.bl'] });
  const [drafter, head] = [await district.signIn('ag-legal'), await district.signIn('ag-head')];
  const drafted = await drafter.post('/bundles', { bundle });
  expect(drafted.status, JSON.stringify(drafted.body)).toBe(200);
  const { hash } = (await drafter.post('/bundles/check', { bundle })).body;
  const published = await head.post('/bundles/publication', { bundleId: bundle.id, hash });
  expect(published.status, JSON.stringify(published.body)).toBe(200);
  const applicant = await district.signIn('applicant-5');
  const plan = await applicant.post('/bundles/B-08/plan', { answers: {} });
  expect(plan.body.children[0]).toMatchObject({
    itemId: 'AG-01',
    deferrable: { papers: [{ code: 'm.bl' }], limit: { value: 8, unit: 'W' } },
  });
  const long = await applicant.post('/matters', submission({ codes: ['m.bl'], workingDays: 9 }));
  expect([long.status, long.body.code, long.body.rule]).toEqual([422, 'matter-promise-not-allowed', 'R32']);
  const begun = await applicant.post('/matters', submission({ codes: ['m.bl'], workingDays: 6 }));
  expect(begun.status, JSON.stringify(begun.body)).toBe(200);
  await runRobotsOnce(district.platform, loudLog);
  const { children } = (await applicant.get(`/matters/${begun.body.matterNo}`)).body;
  const clerk = await district.signIn('clerk-1');
  const [clinic, trees] = children;
  const path = `/cases/${clinic.caseNo}`;
  const promised = { codes: ['m.bl'], untilOn: '2025-03-11' };
  expect((await clerk.get(path)).body).toMatchObject({ itemId: 'AG-01', deferral: promised });
  expect((await clerk.get(`/cases/${trees.caseNo}`)).body.deferral).toBeUndefined();
  const accept = { outcome: 'ACCEPT', checked: ['identity', 'validity'] };
  const bare = await clerk.post(`${path}/acceptance`, accept);
  expect(bare.body.code).toBe('materials-incomplete');
  const tolerant = { ...accept, tolerated: ['m.bl'], toleratedUntilOn: promised.untilOn };
  const accepted = await clerk.post(`${path}/acceptance`, tolerant);
  expect(accepted.status, JSON.stringify(accepted.body)).toBe(200);
  expect((await clerk.get(path)).body).toMatchObject({ state: 'accepted', owed: ['m.bl'] });
  // The other item had no promise: the one notice names the paper, and its answer may promise it.
  const other = `/cases/${trees.caseNo}`;
  const defect = (code: string) => ({ code, what: '缺少', need: '提交' });
  const short = await clerk.post(`${other}/acceptance`, { outcome: 'CORRECT', defects: [defect('m.owner')] });
  expect([short.body.code, short.body.detail]).toEqual(['defects-missing', { alsoMissing: ['m.bl'] }]);
  await clerk.post(`${other}/acceptance`, { outcome: 'CORRECT', defects: [defect('m.owner'), defect('m.bl')] });
  const asked = (await applicant.get(other)).body;
  expect(asked.promisable).toEqual({ codes: ['m.bl'], latestOn: expect.stringMatching(/^2025-03-1\d$/) });
  const answer = { materials: papers('m.owner'), form: {} };
  expect((await applicant.post(`${other}/corrections`, answer)).body.code).toBe('nothing-supplied');
  const later = { ...answer, deferral: { codes: ['m.bl'], untilOn: asked.promisable.latestOn } };
  expect((await applicant.post(`${other}/corrections`, later)).status).toBe(200);
  const until = { tolerated: ['m.bl'], toleratedUntilOn: asked.promisable.latestOn };
  expect((await clerk.post(`${other}/acceptance`, { ...accept, ...until })).status).toBe(200);
});

test('R15: a window begins no matter for an agent whose letter has run out, and tells him at once', async () => {
  const clerk = await district.signIn('clerk-1');
  const agent = { name: '姜桐', idNo: '110198199406138083' };
  const letter = {
    principal: { name: person.name, idNo: person.idNo },
    agent,
    matters: items,
    powers: ['apply'],
    fromAt: '2025-02-01T00:00:00.000Z',
    signedAt: '2025-02-01T00:00:00.000Z',
    withdrawnAt: null,
  };
  const sent = (untilAt: string) =>
    clerk.post('/matters', {
      ...submission(undefined),
      channel: 'window',
      agent: { ...agent, letter: { ...letter, untilAt } },
    });
  const late = await sent('2025-03-01T00:00:00.000Z');
  expect([late.status, late.body.rule], JSON.stringify(late.body)).toEqual([422, 'R15']);
  const begun = await sent('2025-04-01T00:00:00.000Z');
  expect(begun.status, JSON.stringify(begun.body)).toBe(200);
});
