import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Answer, type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { loudLog } from '../../test/matter-story.ts';
import { demoBundle, exampleSubmission } from '../matter/example-matters.ts';
import { runRobotsOnce } from '../robots/robots.ts';

const CHANG = {
  kind: 'naturalPerson',
  name: '常源浩',
  idType: 'citizenId',
  idNo: '110198198601256910',
  phone: '12001980168',
} as const;
const BIRTH = exampleSubmission(demoBundle('B-03'), CHANG, {});
const paper = (code: string) => ({ kind: 'material', code });

let district: HttpDistrict;
let holder: Visitor;
let clerk: Visitor;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
  [holder, clerk] = await Promise.all([district.signIn('applicant-1'), district.signIn('clerk-1')]);
}, 60_000);
afterAll(() => district.close());
beforeEach(() => district.setShares({}));

function submit(sharing: object, more: object = {}, visitor = holder): Promise<Answer> {
  return visitor.post('/matters', { ...BIRTH, sharing, ...more });
}

async function begun(sharing: object, more: object = {}): Promise<string> {
  const made = await submit(sharing, more);
  expect([made.status, made.body.code]).toEqual([200, undefined]);
  return made.body.matterNo;
}

interface Consent {
  readonly consentId: string;
  readonly state: string;
  readonly itemId: string;
  readonly way: string;
  readonly matterNo?: string;
  readonly caseNo?: string;
  readonly claims: readonly { readonly code: string }[];
}

async function consentsOf(matterNo: string): Promise<ReadonlyMap<string, Consent>> {
  const { consents }: { readonly consents: readonly Consent[] } = (await holder.get('/consents')).body;
  return new Map(consents.filter((one) => one.matterNo === matterNo).map((one) => [one.itemId, one]));
}

/** The child's case as the window sees it, once the robots have begun it. */
async function childCase(matterNo: string, itemId: string) {
  await runRobotsOnce(district.platform, loudLog);
  const { body } = await holder.get(`/matters/${matterNo}`);
  const child = body.children.find((one: { readonly itemId: string }) => one.itemId === itemId);
  expect(['running', 'granted']).toContain(child.state);
  return (await clerk.get(`/cases/${child.caseNo}`)).body;
}

function fetchedIn(shown: { readonly materials: readonly { readonly code: string; readonly source: string }[] }) {
  return shown.materials.filter(({ source }) => ['licence', 'share'].includes(source)).map(({ code }) => code);
}

test('个保法14, R20: one application asks once for all its items, item by item: which claims, whence, to whom, on which norm', async () => {
  const { body } = await holder.post('/bundles/B-03/claims', { answers: BIRTH.answers });
  const plan = (await holder.post('/bundles/B-03/plan', { answers: BIRTH.answers })).body;
  const planned = plan.children.map(({ itemId }: { readonly itemId: string }) => itemId);
  expect(body.items.map(({ itemId }: { readonly itemId: string }) => itemId)).toEqual(planned);
  const first = body.items.find(({ itemId }: { readonly itemId: string }) => itemId === 'HL-05');
  expect(first.organName.zh).toContain('卫生健康');
  expect(first.claims).toContainEqual(
    expect.objectContaining({ code: 'm.id', isThere: true, statute: expect.stringContaining('《') }),
  );
  for (const { sources } of first.claims) expect(sources.length).toBeGreaterThan(0);
  expect((await clerk.post('/bundles/B-03/claims', { answers: BIRTH.answers })).status).toBe(403);
});

test('个保法14: what is agreed to is kept for each item and used with its child, once; a child gets what its own list allows', async () => {
  const matterNo = await begun({
    'HL-05': { claims: [paper('m.id'), paper('m.mar')] },
    'PS-01': { claims: [paper('m.birth'), paper('m.hkb')] },
  });
  const before = await consentsOf(matterNo);
  expect([...before.values()].map(({ itemId, state, way }) => [itemId, state, way]).toSorted()).toEqual([
    ['HL-05', 'open', 'matter'],
    ['PS-01', 'open', 'matter'],
  ]);
  const shown = await childCase(matterNo, 'HL-05');
  expect(fetchedIn(shown).toSorted()).toEqual(['m.id', 'm.mar']);
  const after = await consentsOf(matterNo);
  expect(after.get('HL-05')).toMatchObject({ state: 'used', caseNo: shown.caseNo });
  const next = await childCase(matterNo, 'PS-01');
  const used = async (caseNo: string): Promise<readonly string[]> => {
    const { uses } = (await holder.get('/consents')).body;
    return uses.flatMap(
      (use: {
        readonly caseNo?: string;
        readonly ground: { readonly kind: string };
        readonly claims: readonly { readonly code: string }[];
      }) => (use.caseNo === caseNo && use.ground.kind === 'consent' ? use.claims.map(({ code }) => code) : []),
    );
  };
  expect((await used(shown.caseNo)).toSorted()).toEqual(['m.id', 'm.mar']);
  expect((await used(next.caseNo)).toSorted()).toEqual(['m.birth', 'm.hkb']);
});

test('个保法15: what is taken back before a child begins is not fetched for it, and the child begins all the same', async () => {
  const matterNo = await begun({ 'HL-05': { claims: [paper('m.id'), paper('m.mar')] } });
  const consent = (await consentsOf(matterNo)).get('HL-05');
  const back = await holder.post(`/consents/${consent?.consentId ?? ''}/withdrawal`, {});
  expect(back.body.state).toBe('withdrawn');
  const shown = await childCase(matterNo, 'HL-05');
  expect(fetchedIn(shown)).toEqual([]);
  expect((await consentsOf(matterNo)).get('HL-05')?.state).toBe('withdrawn');
});

test('R46: a licence agreed to with the matter is looked at when its child begins', async () => {
  const matterNo = await begun({ 'HL-05': { claims: [paper('m.id'), paper('m.mar')] } });
  district.setShares({ licences: { 'L-MAR': { status: 'suspended', validUntilOn: null } } });
  const shown = await childCase(matterNo, 'HL-05');
  const references = shown.materials.map(({ reference }: { readonly reference?: string }) => reference);
  expect(references).toContain('S-MAR');
  expect(JSON.stringify(references)).not.toContain('L-MAR');
});

test('R6: a matter asks for no paper that can be fetched, unless he does not let it be fetched; then he brings it', async () => {
  const asked = async (more: object = {}): Promise<readonly string[]> => {
    const { questions } = (await holder.post('/bundles/B-03/plan', { answers: BIRTH.answers, ...more })).body;
    return questions.map(({ name }: { readonly name: string }) => name);
  };
  expect((await asked()).filter((name) => name === 'HL-05 m.mar')).toEqual([]);
  const declined = { 'HL-05': ['m.mar'] };
  expect(await asked({ declined })).toContain('HL-05 m.mar');
  const sharing = { 'HL-05': { claims: [paper('m.id')], declined: ['m.mar'] } };
  const own = BIRTH.own['HL-05'] ?? { form: {}, materials: [] };
  const brought = { ...own, materials: [...own.materials, { code: 'm.mar', source: 'paper' }] };
  const matterNo = await begun(sharing, { own: { ...BIRTH.own, 'HL-05': brought } });
  const shown = await childCase(matterNo, 'HL-05');
  expect(fetchedIn(shown)).toEqual(['m.id']);
  expect(shown.materials).toContainEqual(expect.objectContaining({ code: 'm.mar', source: 'paper' }));
});

test('R20, R15: nothing is agreed to beyond an item’s list, for an item that does not follow, or by anybody but the applicant', async () => {
  const foreign = await submit({ 'HL-05': { claims: [paper('m.hkb')] } });
  expect([foreign.status, foreign.body.code, foreign.body.detail]).toEqual([
    422,
    'consent-claim-not-needed',
    { itemId: 'HL-05', claims: ['material:m.hkb'] },
  ]);
  const fact = await submit({ 'PS-01': { claims: [{ kind: 'fact', code: 'birthCertOk' }] } });
  expect(fact.body.code).toBe('consent-claim-not-needed');
  const elsewhere = await submit({ 'MK-01': { claims: [paper('m.id')] } });
  expect(elsewhere.body.code).toBe('consent-claim-not-needed');
  const atWindow = await submit({ 'HL-05': { claims: [paper('m.id')] } }, { channel: 'window' }, clerk);
  expect(atWindow.body.code).toBe('consent-not-yours');
  const agent = await district.signIn('applicant-2');
  const self = { name: '姜桐', idNo: '110198199406138083' };
  const letter = {
    principal: { name: CHANG.name, idNo: CHANG.idNo },
    agent: self,
    matters: ['HL-05'],
    powers: ['apply'],
    fromAt: '2025-03-01T00:00:00.000Z',
    untilAt: '2025-12-31T00:00:00.000Z',
    signedAt: '2025-03-01T00:00:00.000Z',
    withdrawnAt: null,
  };
  const told = await submit({ 'HL-05': { claims: [paper('m.id')] } }, { agent: { ...self, letter } }, agent);
  expect([told.body.code, told.body.rule]).toEqual(['agent-letter-missing', 'R15']);
});
