import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseStream, withdraw } from '../../src/application/actions.ts';
import { viewApplication } from '../../src/application/application.ts';
import { askedLines } from '../../src/catalogue/catalogue.ts';
import { readStream } from '../../src/journal/actions.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { lift, moveMatter, withdrawWhole } from '../../src/matter/actions.ts';
import { openLog } from '../../src/kernel/log.ts';
import { activeHolds, matterStream, noResults } from '../../src/matter/matter.ts';
import { demoBundle, demoBundles, demoItems } from '../../src/matter/example-matters.ts';
import { runRobotsOnce } from '../../src/robots/robots.ts';
import { begin, employer, finishFor } from '../matter-story.ts';
import { applicants } from '../district-story.ts';
import { type TestDistrict, testDistrict } from '../platform.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await testDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

test.each(demoBundles)(
  '$id $name: every child goes its own way to a grant, and then the matter is complete',
  async (bundle) => {
    const by = bundle.id === 'B-04' ? employer : applicants.chang;
    const story = await begin(
      district,
      bundle,
      { area: 320, gvw: 12_000, eligible: true, motherEmployed: true, relation: true, addressProof: true },
      by,
    );
    await story.goOn();
    const { submitted, children, completedAt } = await story.view();
    expect(await story.states()).toEqual(
      Object.fromEntries((submitted?.children ?? []).map(({ itemId }) => [itemId, 'granted'])),
    );
    expect(completedAt).toBeDefined();
    const cases = [...children.values()].flatMap((child) => ('caseNo' in child ? [child.caseNo] : []));
    expect(new Set(cases).size).toBe(children.size);
  },
  120_000,
);

test('worked story: 120 m² and no chain, WA-01 refused, HF-01 not verified: six of eight done, one refused, one in review', async () => {
  const answers = { area: 120, chain: false, isPublicPlace: true };
  const story = await begin(district, demoBundle('B-01'), answers);
  await story.goOn({ refuse: ['WA-01'], leave: ['HF-01'], unverified: ['daysSinceSetup'] });
  expect(await story.states()).toEqual({
    'MK-01': 'granted',
    'PS-05': 'granted',
    'TX-01': 'granted',
    'MK-06': 'granted',
    'FR-01': 'granted',
    'WA-01': 'refused',
    'HR-03': 'granted',
    'HF-01': 'running',
  });
  expect((await story.view()).completedAt).toBeUndefined();
  await story.goOn();
  expect(await story.states()).toMatchObject({ 'HF-01': 'granted', 'WA-01': 'refused' });
  expect((await story.view()).completedAt).toBeDefined();
}, 120_000);

test('a wave waits for the one before it; a refused MK-01 leaves nothing to build on, and each child is told why', async () => {
  const story = await begin(district, demoBundle('B-02'), {}, applicants.jiang);
  await story.goOn({ leave: ['MK-01'] });
  expect(await story.states()).toEqual({
    'MK-01': 'running',
    'PS-05': 'waiting',
    'TX-01': 'waiting',
    'HR-03': 'waiting',
    'HF-01': 'waiting',
  });
  await story.goOn({ refuse: ['MK-01'], shares: { addressVerified: false } });
  expect(await story.states()).toEqual({
    'MK-01': 'refused',
    'PS-05': 'blocked',
    'TX-01': 'blocked',
    'HR-03': 'blocked',
    'HF-01': 'blocked',
  });
  expect(await story.child('PS-05')).toMatchObject({ by: ['MK-01'] });
  expect((await story.view()).completedAt).toBeDefined();
}, 120_000);

test('a hold: heirs who disagree wait until somebody with the evidence lifts it; the others go on', async () => {
  const story = await begin(district, demoBundle('B-06'), { heirDispute: true, relation: true });
  await story.goOn();
  expect(await story.states()).toMatchObject({
    'PS-02': 'granted',
    'MI-02': 'granted',
    'HR-06': 'waiting',
    'HF-02': 'waiting',
  });
  const evidence = '法院调解书(2025)云民调12号';
  // The police have no item on hold here, and no part in the heirs' dispute.
  expect(await liftAs(['PS'], story.matterNo, 1, evidence)).toMatchObject({
    code: 'hold-not-yours',
    detail: { lifters: ['HR', 'HF'] },
  });
  expect(isRefusal(await liftAs(['HR'], story.matterNo, 1, evidence))).toBe(false);
  expect(await liftAs(['HR'], story.matterNo, 1, evidence)).toMatchObject({ code: 'no-such-hold' });
  await story.goOn();
  expect(await story.states()).toMatchObject({ 'HR-06': 'granted', 'HF-02': 'granted' });
}, 120_000);

/** Somebody with a post in `organs` lifts the hold of rule `rule`. */
function liftAs(organs: readonly string[], matterNo: string, rule: number, evidence: string) {
  const { platform } = district;
  const actor = { kind: 'person' as const, id: 'ps-officer' };
  const call = { actor, requestId: district.requestId(), at: platform.clock.now(), organs };
  return lift(platform, call, matterNo, { rule, evidence });
}

test.each([
  { id: 'B-06', why: 'unnatural', answers: { unnatural: true, relation: true }, rule: 0, held: ['PS-02'], by: 'PS' },
  {
    id: 'B-05',
    why: 'mortgaged',
    answers: { mortgageState: 'mortgaged', eligible: true },
    rule: 0,
    held: ['RE-01'],
    by: 'RE',
  },
  { id: 'B-02', why: 'preNeeded', answers: { preNeeded: true }, rule: 1, held: ['MK-01'], by: 'MK' },
])(
  'a hold: $why holds $held until $by lifts it, and no other organ',
  async ({ id, answers, rule, held, by }) => {
    const story = await begin(district, demoBundle(id), answers);
    await story.goOn();
    const states = await story.states();
    expect(held.map((itemId) => states[itemId])).toEqual(held.map(() => 'waiting'));
    expect(activeHolds(demoBundle(id), await story.view()).map((hold) => hold.rule)).toEqual([rule]);
    expect(await liftAs(['HL', 'ZW'], story.matterNo, rule, '某公函')).toMatchObject({ code: 'hold-not-yours' });
    expect(isRefusal(await liftAs([by], story.matterNo, rule, '某公函'))).toBe(false);
    await story.goOn({ shares: { preValid: true } });
    const after = await story.states();
    expect(Object.entries(after).filter(([, state]) => state !== 'granted')).toEqual([]);
  },
  120_000,
);

test('an output that arrives late: the child waits, the robot asks again, and each thing happens once', async () => {
  const { platform } = district;
  const story = await begin(district, demoBundle('B-02'));
  await story.goOn({ leave: ['MK-01'] });
  const child = await story.child('MK-01');
  await finishFor(district, child?.state === 'running' ? child.caseNo : '', 'MK-01');
  const silent = { ...platform, results: noResults };
  const owed = `select count(*)::int as owed from journal.outbox where payload::text like '%${story.matterNo}%'`;
  for (let turn = 0; turn < 2; turn += 1) {
    await runRobotsOnce(silent, openLog('silent'));
    expect(await story.states()).toMatchObject({ 'MK-01': 'granted', 'PS-05': 'waiting', 'TX-01': 'waiting' });
    // The work is put off and not forgotten.
    expect((await district.database.database.query(owed)).rows).toEqual([{ owed: 1 }]);
  }
  const answers = await moveMatter(
    silent,
    { requestId: district.requestId(), at: platform.clock.now() },
    story.matterNo,
  );
  expect(answers.at(-1)).toMatchObject({ code: 'output-awaited', detail: { from: ['MK-01'] } });
  const later = new Date(Date.parse(platform.clock.now()) + 3_600_000).toISOString();
  const thenPlatform = { ...platform, clock: { now: () => later } };
  await runRobotsOnce(thenPlatform, openLog('silent'));
  await runRobotsOnce(thenPlatform, openLog('silent'));
  const events = await readStream(platform.journal, platform.realm, matterStream(story.matterNo));
  expect(events.filter(({ type }) => type === 'OutputsArrived')).toHaveLength(1);
  const begun = events.filter(({ type }) => type === 'ChildStarted').map(({ data }) => data);
  expect(begun.slice(0, 3)).toMatchObject([{ itemId: 'MK-01' }, { itemId: 'PS-05' }, { itemId: 'TX-01' }]);
  expect((await district.database.database.query(owed)).rows).toEqual([{ owed: 0 }]);
}, 120_000);

test('a birth certificate that does not verify stops what follows, by a fact that only the child PS-01 brings to light', async () => {
  const story = await begin(district, demoBundle('B-03'), { motherEmployed: true });
  await story.goOn({ leave: ['PS-01'], shares: { birthCertOk: false } });
  expect(await story.states()).toMatchObject({ 'HL-05': 'granted', 'PS-01': 'running', 'MI-01': 'waiting' });
  const { platform } = district;
  const child = await story.child('PS-01');
  const caseNo = child?.state === 'running' ? child.caseNo : '';
  const call = { actor: { kind: 'applicant' as const, id: 'applicant-1' }, at: platform.clock.now() };
  await withdraw(platform, { ...call, requestId: district.requestId() }, caseNo, { reason: '先补办证明' });
  await story.robots();
  expect(await story.states()).toMatchObject({ 'PS-01': 'withdrawn' });
  expect(activeHolds(demoBundle('B-03'), await story.view())).toMatchObject([
    { items: ['MI-01', 'HR-07', 'MI-02', 'MI-03'] },
  ]);
  // The police inquire, so they say that the reason is gone; the organs that wait do not.
  expect(await liftAs(['MI', 'HR'], story.matterNo, 0, '派出所调查结论')).toMatchObject({ code: 'hold-not-yours' });
  expect(isRefusal(await liftAs(['PS'], story.matterNo, 0, '派出所调查结论'))).toBe(false);
  await story.robots();
  expect(await story.states()).toMatchObject({ 'MI-01': 'blocked' });
}, 120_000);

test('withdrawing the whole: what runs is withdrawn, what waits never begins, what was granted stands', async () => {
  const story = await begin(district, demoBundle('B-01'), { area: 120, chain: false });
  await story.goOn({ leave: ['TX-01'] });
  const { platform } = district;
  const call = {
    actor: { kind: 'applicant' as const, id: 'applicant-1' },
    at: platform.clock.now(),
    requestId: district.requestId(),
  };
  expect(isRefusal(await withdrawWhole(platform, call, story.matterNo, { reason: '不开了' }))).toBe(false);
  await story.robots();
  await story.robots();
  expect(await story.states()).toMatchObject({
    'MK-01': 'granted',
    'PS-05': 'granted',
    'TX-01': 'withdrawn',
    'MK-06': 'waiting',
  });
  expect((await story.view()).completedAt).toBeDefined();
}, 120_000);

test('R20–R22, 个保法6: a child receives what stands on its own list, and nothing else of the matter', async () => {
  const bundle = demoBundle('B-01');
  const story = await begin(district, bundle, { area: 320, isPublicPlace: true });
  await story.goOn();
  const { platform } = district;
  for (const child of (await story.view()).children.values()) {
    if (child.state !== 'ended') throw new Error(`${child.itemId} has not ended`);
    const events = await readStream(platform.journal, platform.realm, caseStream(child.caseNo));
    const { received } = viewApplication(events);
    const own = bundle.fields.filter(({ to }) => Object.hasOwn(to, child.itemId));
    const allowed = new Set(own.map(({ standard }) => standard));
    expect(Object.keys(received?.matter?.fields ?? {}).filter((name) => !allowed.has(name))).toEqual([]);
    const item = demoItems.get(child.itemId);
    const form = received?.form ?? {};
    const rules = item?.inputs.filter(({ source }) => source === 'form').map(({ name }) => name) ?? [];
    expect(rules.filter((name) => !(name in form))).toEqual([]);
    const lines = new Map(item?.form.map((line) => [line.name, line]));
    expect(Object.keys(form).filter((name) => !lines.has(name) && !rules.includes(name))).toEqual([]);
    // What the item's form requires in this situation is in the application, and need not be asked again.
    const due = askedLines(item?.form ?? [], form).filter(({ required }) => required);
    expect(due.filter(({ name }) => !(name in form)).map(({ name }) => `${child.itemId} ${name}`)).toEqual([]);
    const papers = new Set(item?.materials.map(({ code }) => code));
    expect(received?.materials.filter(({ code }) => !papers.has(code))).toEqual([]);
    // Nobody gets the telephone number or the address who does not list it.
    expect(received?.applicant.phone).toBeUndefined();
  }
  const seal = await story.child('PS-05');
  const events = await readStream(
    platform.journal,
    platform.realm,
    caseStream(seal !== undefined && 'caseNo' in seal ? seal.caseNo : ''),
  );
  expect(viewApplication(events).received).toMatchObject({
    form: {
      enterpriseName: '示例enterpriseName',
      enterpriseUscc: expect.stringMatching(/^91110198/),
      legalRepId: applicants.chang.idNo,
      legalRepPhone: expect.any(String),
    },
    applicant: { name: '示例enterpriseName', idType: 'uscc' },
  });
}, 120_000);

test('a robot that dies anywhere: nothing is done twice and nothing is lost', async () => {
  const { platform } = district;
  const story = await begin(district, demoBundle('B-02'));
  await story.goOn({ leave: ['MK-01'] });
  const { matterNo } = story;
  // Dies between each two commits of its work, for the first child and for the wave that follows it.
  let left = 0;
  const dying = {
    ...platform,
    journal: {
      ...platform.journal,
      append: (...args: Parameters<typeof platform.journal.append>) => {
        left -= 1;
        if (left < 0) throw new Error('killed');
        return platform.journal.append(...args);
      },
    },
  };
  const child = await story.child('MK-01');
  const caseNo = child?.state === 'running' ? child.caseNo : '';
  await finishFor(district, caseNo, 'MK-01');
  for (let lives = 0; lives < 14; lives += 1) {
    left = lives;
    const work = { requestId: `killed/${lives}`, at: platform.clock.now() };
    const outcome = await moveMatter(dying, work, matterNo).then(
      () => 'done',
      () => 'killed',
    );
    if (outcome === 'done') break;
    // What the next robot finds is never more than one case an item.
    const { rows } = await district.database.database.query(
      `select item_id from desk.work w where exists (
         select from journal.act a where a.realm = w.realm and a.stream = 'case/' || w.case_no
         and a.body like '%"matterNo":"${matterNo}"%') group by item_id having count(*) > 1`,
    );
    expect(rows).toEqual([]);
  }
  await story.goOn();
  expect(await story.states()).toEqual({
    'MK-01': 'granted',
    'PS-05': 'granted',
    'TX-01': 'granted',
    'HR-03': 'granted',
    'HF-01': 'granted',
  });
  const { rows } = await district.database.database.query(
    `select count(*)::int as cases from journal.act where stream like 'case/%' and from_seq = 1 and body like '%"matterNo":"${matterNo}"%'`,
  );
  expect(rows).toEqual([{ cases: 5 }]);
}, 120_000);
