import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';
import { employer, loudLog, storyOf } from '../../test/matter-story.ts';
import { demoBundle, exampleSubmission } from '../matter/example-matters.ts';
import { runRobotsOnce } from '../robots/robots.ts';

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

const chang = {
  kind: 'naturalPerson',
  name: '常源浩',
  idType: 'citizenId',
  idNo: '110198198601256910',
  phone: '12001980168',
} as const;
const small = exampleSubmission(demoBundle('B-01'), chang, { area: 120, chain: false, isPublicPlace: true });

test('who supervises says why he reads a matter before he is shown it, as for a case; who handles it does not', async () => {
  const applicant = await district.signIn('applicant-1');
  const { matterNo } = (await applicant.post('/matters', small)).body;
  const supervisor = await district.signIn('mk-supervisor');
  const first = await supervisor.get(`/matters/${matterNo}`);
  expect([first.status, first.body.code]).toEqual([403, 'reading-needs-reason']);
  expect(JSON.stringify(first.body)).not.toContain(chang.name);
  expect((await supervisor.post(`/matters/${matterNo}/readings`, { reason: '看' })).status).toBe(400);
  const other = await (
    await district.signIn('clerk-1')
  ).post(`/matters/${matterNo}/readings`, { reason: '信访件核查' });
  expect(other.body.code).toBe('not-permitted');
  expect((await supervisor.post(`/matters/${matterNo}/readings`, { reason: '信访件核查' })).status).toBe(200);
  expect((await supervisor.get(`/matters/${matterNo}`)).status).toBe(200);
  expect((await (await district.signIn('clerk-1')).get(`/matters/${matterNo}`)).status).toBe(200);
  const kept = await district.platform.readings.list({ subject: `matter/${matterNo}` });
  expect(kept.map(({ post, reason }) => [post, reason])).toEqual([
    ['windowClerk', undefined],
    ['supervisor', '信访件核查'],
  ]);
});

describe('beginning a matter', () => {
  test('the plan says before submission that MK-05 becomes MK-06, and asks each thing once', async () => {
    const applicant = await district.signIn('applicant-1');
    const answer = await applicant.post('/bundles/B-01/plan', { answers: small.answers });
    expect(answer.status).toBe(200);
    const { children, questions } = answer.body;
    expect(children.find(({ itemId }: { itemId: string }) => itemId === 'MK-06')).toMatchObject({
      insteadOf: { itemId: 'MK-05' },
      why: { zh: '面积不超过150㎡且非连锁,办小餐饮店许可' },
    });
    const names: readonly string[] = questions.map(({ name }: { name: string }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(questions.find(({ name }: { name: string }) => name === 'legalRepId').known).toMatchObject({
      value: chang.idNo,
      isCorrectable: false,
    });
    // A stranger sees the questions and nothing of anybody.
    const { body } = await district.stranger.post('/bundles/B-01/plan', { answers: {} });
    expect(body.questions.some(({ known }: { known?: unknown }) => known !== undefined)).toBe(false);
  });

  test('one application, and the parent shows every child; another applicant sees nothing', async () => {
    const applicant = await district.signIn('applicant-1');
    const made = await applicant.post('/matters', small);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    await runRobotsOnce(district.platform, loudLog);
    const { matterNo } = made.body;
    const { body } = await applicant.get(`/matters/${matterNo}`);
    expect(body).toMatchObject({ state: 'running', counts: { of: 8, running: 1, waiting: 7 } });
    expect(body.children[0]).toMatchObject({ itemId: 'MK-01', state: 'running', caseState: 'received' });
    expect((await applicant.get('/matters')).body.matters[0]).toMatchObject({ matterNo, counts: { of: 8 } });
    // The child's own case leads back to its matter, for the window and for the founder.
    for (const login of ['clerk-1', 'applicant-1']) {
      const visitor = await district.signIn(login);
      const child = await visitor.get(`/cases/${body.children[0].caseNo}`);
      expect(child.body.matter).toMatchObject({ matterNo });
    }
    // Who supervises handles nothing and says why before he reads (个人信息保护法 6, 51).
    const supervisor = await district.signIn('mk-supervisor');
    expect((await supervisor.get(`/matters/${matterNo}`)).body.code).toBe('reading-needs-reason');
    await supervisor.post(`/matters/${matterNo}/readings`, { reason: '核查群众投诉' });
    expect((await supervisor.get(`/matters/${matterNo}`)).status).toBe(200);
    const other = await district.signIn('applicant-2');
    expect(await other.get(`/matters/${matterNo}`)).toMatchObject({ status: 404, body: { code: 'unknown-matter' } });
    expect((await other.post(`/matters/${matterNo}/withdrawal`, {})).status).toBe(404);
    expect((await other.get('/matters')).body.matters).toEqual([]);
  });

  test('nobody begins a matter in another’s name, and no answer goes missing or is smuggled in', async () => {
    const other = await district.signIn('applicant-2');
    expect((await other.post('/matters', small)).body.code).toBe('not-yourself');
    const applicant = await district.signIn('applicant-1');
    const { seatCount: _seats, ...rest } = small.answers;
    expect((await applicant.post('/matters', { ...small, answers: rest })).body).toMatchObject({
      code: 'matter-answers-wrong',
      detail: { questions: ['seatCount: missing'] },
    });
    expect(
      (await applicant.post('/matters', { ...small, answers: { ...small.answers, salary: 1 } })).body,
    ).toMatchObject({
      code: 'matter-answers-wrong',
      detail: { questions: ['salary: not asked'] },
    });
    expect((await applicant.post('/matters', { ...small, truthStatement: false })).body.code).toBe(
      'matter-truth-missing',
    );
    // An ordinary application cannot claim to be a child.
    const claimed = {
      itemId: 'MK-02',
      applicant: chang,
      channel: 'online',
      scope: { region: '110198' },
      truthStatement: true,
    };
    const answer = await applicant.post('/cases', { ...claimed, matter: { matterNo: '1', fields: {} } });
    expect(answer.status).toBe(400);
  });

  test('a window receives a matter for the person before it', async () => {
    const clerk = await district.signIn('clerk-1');
    const answer = await clerk.post('/matters', { ...small, channel: 'window' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect((await clerk.post('/matters', small)).status).toBe(403);
  });

  test('R15: an agent begins a matter under a letter that names its items; nothing of his own is filled in', async () => {
    const agent = await district.signIn('applicant-2');
    const self = { name: '姜桐', idNo: '110198199406138083' };
    const who = { name: chang.name, idNo: chang.idNo, phone: chang.phone };
    const { questions, children } = (await agent.post('/bundles/B-01/plan', { answers: small.answers, who })).body;
    const known = (name: string) => questions.find((one: { name: string }) => one.name === name).known;
    expect(known('legalRepId')).toMatchObject({ value: chang.idNo });
    expect(known('premisesAddress')).toBeUndefined();
    const letter = {
      principal: { name: chang.name, idNo: chang.idNo },
      agent: self,
      matters: children.map(({ itemId }: { itemId: string }) => itemId),
      powers: ['apply'],
      fromAt: '2025-01-01T00:00:00.000Z',
      untilAt: '2025-12-31T00:00:00.000Z',
      signedAt: '2025-01-01T00:00:00.000Z',
      withdrawnAt: null,
    };
    const made = await agent.post('/matters', { ...small, agent: { ...self, letter } });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    await runRobotsOnce(district.platform, loudLog);
    const [first, second] = (await agent.get(`/matters/${made.body.matterNo}`)).body.children;
    expect((await agent.get(`/cases/${first.caseNo}`)).body).toMatchObject({ agent: { name: '姜桐' } });
    expect(second.state).toBe('waiting');
    // A letter for another item is none for this one: told at once, and nothing is begun.
    const other = { ...self, letter: { ...letter, matters: ['MK-02'] } };
    const wrong = await agent.post('/matters', { ...small, agent: other });
    expect([wrong.status, wrong.body.rule]).toEqual([422, 'R15']);
  });

  test('a buyer who is not eligible gets a written statement with its reason, and each item stays open', async () => {
    const applicant = await district.signIn('applicant-1');
    const home = exampleSubmission(demoBundle('B-05'), chang, { eligible: false });
    const made = await applicant.post('/matters', home);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    await runRobotsOnce(district.platform, loudLog);
    const { body } = await applicant.get(`/matters/${made.body.matterNo}`);
    expect(body).toMatchObject({
      state: 'stopped',
      counts: { of: 0 },
      stopped: {
        why: [{ zh: '买方不具备购房资格,不能一并办理过户' }],
        remedy: { zh: expect.stringContaining('单独申请') },
      },
      can: { withdraw: { allowed: false, refusal: { code: 'matter-over' } } },
      timeline: [{ type: 'MatterSubmitted' }, { type: 'MatterStopped' }],
    });
  });

  test('R20, R47: what licences know is shown with its source and may be corrected', async () => {
    const applicant = await district.signIn('applicant-1');
    const { body } = await applicant.post('/bundles/B-01/plan', { answers: small.answers });
    const of = (name: string) => body.questions.find((question: { name: string }) => question.name === name);
    expect(of('premisesAddress').known).toEqual({
      value: '云河区云桥街道河沿路12号1层',
      source: 'licence',
      of: '标准地址',
      isCorrectable: true,
    });
    // A founder's own account at a bank is not the account of his enterprise.
    expect(of('bankAccount').known).toBeUndefined();
    // Corrected: it is taken as stated, and the organ that keeps the source is told (DiscrepancyNoted in the child).
    const made = await applicant.post('/matters', small);
    await runRobotsOnce(district.platform, loudLog);
    const { children } = (await applicant.get(`/matters/${made.body.matterNo}`)).body;
    const child = (await applicant.get(`/cases/${children[0].caseNo}`)).body;
    expect(child.timeline.map(({ type }: { type: string }) => type)).toContain('DiscrepancyNoted');
  });

  test('R67–R70: beside a refused item stand the remedies of its decision: who reviews, which court, by when', async () => {
    const applicant = await district.signIn('applicant-1');
    const firm = exampleSubmission(demoBundle('B-02'), chang, {});
    const { matterNo } = (await applicant.post('/matters', firm)).body;
    const story = storyOf(district, matterNo);
    await story.goOn({ leave: ['MK-01'] });
    await story.goOn({ refuse: ['MK-01'], shares: { addressVerified: false } });
    // The case took days: the session of its first day is over.
    const later = await district.signIn('applicant-1');
    const answer = await later.get(`/matters/${matterNo}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const [first, second] = answer.body.children;
    expect(first, JSON.stringify(first)).toMatchObject({
      itemId: 'MK-01',
      state: 'refused',
      outcome: 'REFUSE',
      opensAt: 'own',
    });
    expect(first.remedies.join('')).toMatch(/60日内.*云河区人民政府申请行政复议.*6个月内.*云河区人民法院提起行政诉讼/);
    expect(first.documents.length).toBeGreaterThan(0);
    expect(second).toMatchObject({ itemId: 'PS-05', state: 'blocked', remedies: [] });
    district.setShares({});
  });

  test('what one may do with a matter comes with its reason; each role opens a child in its own place', async () => {
    const applicant = await district.signIn('applicant-1');
    const disputed = exampleSubmission(demoBundle('B-06'), chang, { heirDispute: true, relation: true });
    const { matterNo } = (await applicant.post('/matters', disputed)).body;
    await runRobotsOnce(district.platform, loudLog);
    const own = (await applicant.get(`/matters/${matterNo}`)).body;
    expect(own.can).toMatchObject({ withdraw: { allowed: true }, omit: { allowed: true } });
    expect(own.holds).toMatchObject([{ rule: 1, can: { allowed: false, refusal: { code: 'not-permitted' } } }]);
    expect(own.children[0]).toMatchObject({ itemId: 'PS-02', opensAt: 'own' });
    expect(own.timeline.at(-1).actor).toMatchObject({ name: '一件事机器人' });
    const clerk = await district.signIn('clerk-1');
    const atWindow = (await clerk.get(`/matters/${matterNo}`)).body;
    expect(atWindow.children[0]).toMatchObject({ opensAt: 'window' });
    expect(atWindow.holds[0].can).toMatchObject({ allowed: false, refusal: { code: 'hold-not-yours' } });
    expect((await clerk.post(`/matters/${matterNo}/holds`, { rule: 1, evidence: '调解书' })).status).toBe(403);
    const police = await district.signIn('ps-head');
    const atPolice = (await police.get(`/matters/${matterNo}`)).body;
    expect(atPolice.children[0]).toMatchObject({ opensAt: 'desk' });
    expect(atPolice.can.withdraw).toMatchObject({ allowed: false, refusal: { code: 'not-permitted' } });
    expect((await police.post(`/matters/${matterNo}/holds`, { rule: 1, evidence: '调解书' })).body.code).toBe(
      'hold-not-yours',
    );
  });
});

describe('composing a bundle', () => {
  const copy = { ...demoBundle('B-02'), id: 'B-20', name: '企业开办(简)', nameEn: 'Start a small company' };

  test('every fault is named with its place; four eyes publish; the public then sees it', async () => {
    const head = await district.signIn('mk-head');
    const circular = {
      ...copy,
      waves: [
        ['PS-05', 'TX-01', 'HR-03', 'HF-01', 'DR-01'],
        ['MK-01', 'MK-02'],
      ],
    };
    const { faults } = (await head.post('/bundles/check', { bundle: circular })).body;
    expect(faults[0]).toMatchObject({
      code: 'bundle-order-cyclic',
      place: 'waves',
      reason: expect.stringContaining(' → MK-01'),
    });
    expect((await head.post('/bundles', { bundle: circular })).status).toBe(200);
    const legal = await district.signIn('mk-legal');
    const publish = async (visitor: typeof head, bundle: object) => {
      const { hash } = (await head.post('/bundles/check', { bundle })).body;
      const effectiveFrom = district.platform.clock.now();
      return visitor.post('/bundles/publication', { bundleId: 'B-20', hash, effectiveFrom });
    };
    expect((await publish(legal, circular)).body.code).toBe('bundle-order-cyclic');
    expect((await head.post('/bundles', { bundle: copy })).status).toBe(200);
    expect((await district.stranger.get('/bundles/B-20')).status).toBe(404);
    // What exists only as a draft is opened by the organ that leads, and can be withdrawn once it is in force.
    const drafted = (await head.get('/bundles/B-20')).body;
    expect(drafted).toMatchObject({ draft: { by: 'mk-head', faults: [] }, hasDraft: true });
    expect(drafted.can.withdraw).toMatchObject({ allowed: false, refusal: { code: 'bundle-not-in-force' } });
    expect((await head.get('/bundles')).body.bundles).toContainEqual(expect.objectContaining({ bundleId: 'B-20' }));
    expect((await publish(head, copy)).body.code).toBe('bundle-four-eyes');
    expect((await publish(legal, copy)).status).toBe(200);
    expect((await district.stranger.get('/bundles/B-20')).body).toMatchObject({
      version: 1,
      hasDraft: false,
      can: { withdraw: { allowed: false, refusal: { code: 'not-permitted' } } },
    });
    expect((await head.get('/bundles/B-20')).body.can.withdraw).toEqual({ allowed: true });
    const police = await district.signIn('ps-head');
    expect((await police.get('/bundles/B-20')).body.can.withdraw).toMatchObject({
      refusal: { code: 'bundle-not-lead' },
    });
    expect((await head.post('/bundles/withdrawal', { bundleId: 'B-20', reason: '并入B-02' })).status).toBe(200);
    expect((await district.stranger.get('/bundles/B-20')).status).toBe(404);
  });

  test('only the organ that leads composes, and it cannot be taken from it', async () => {
    const other = await district.signIn('ps-head');
    expect((await other.post('/bundles', { bundle: copy })).body.code).toBe('bundle-not-lead');
    expect((await other.post('/bundles', { bundle: { ...copy, lead: 'PS' } })).body.code).toBe('bundle-not-lead');
  });
});

test('R79: the applicant asks for a person, and the rules that would decide that item at once leave it to one', async () => {
  const hiring = exampleSubmission(demoBundle('B-04'), employer, { employeeHukou: 'local', needsCard: false });
  const company = await district.signIn('company-1');
  const plan = await company.post('/bundles/B-04/plan', { answers: hiring.answers });
  expect(
    plan.body.children.map(({ itemId, byRules }: { itemId: string; byRules: boolean }) => [itemId, byRules]),
  ).toEqual([
    ['HR-03', true],
    ['HF-01', true],
  ]);
  const foreign = await company.post('/matters', { ...hiring, humanDecision: ['HR-03', 'MK-01'] });
  expect(foreign.body).toMatchObject({
    code: 'matter-answers-wrong',
    detail: { questions: ['MK-01 humanDecision: not asked'] },
  });
  const stateOf = async (wish: object) => {
    const { matterNo } = (await company.post('/matters', { ...hiring, ...wish })).body;
    const story = storyOf(district, matterNo);
    await story.robots();
    return (await story.states())['HR-03'];
  };
  expect(await stateOf({})).toBe('granted');
  expect(await stateOf({ humanDecision: ['HR-03'] })).toBe('running');
});
