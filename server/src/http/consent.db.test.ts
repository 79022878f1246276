import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { perform } from '../journal/actions.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { licenceStreamOf } from '../licence/licence.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';

const CHANG = { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' } as const;
const ITEM = 'PS-01';
const START = Date.parse('2026-03-03T01:00:00.000Z');
const papers = ['m.birth', 'm.hkb', 'm.id'].map((code) => ({ kind: 'material', code }));
const answers = ['newbornName', 'hukouAddress'].map((code) => ({ kind: 'answer', code }));

let district: HttpDistrict;
let holder: Visitor;
let clerk: Visitor;
let other: Visitor;
beforeAll(async () => {
  district = await httpDistrict(new Date(START).toISOString());
}, 60_000);
afterAll(() => district.close());
let minutes = 0;
beforeEach(async () => {
  // Every test has its own two hours, so that no lock of one is felt by the next.
  pass(120);
  district.setShares({});
  const logins = ['applicant-1', 'clerk-1', 'clerk-2'];
  const [first, second, third] = await Promise.all(logins.map((login) => district.signIn(login)));
  if (first === undefined || second === undefined || third === undefined) throw new Error('nobody signed in');
  [holder, clerk, other] = [first, second, third];
});

function pass(more: number): void {
  minutes += more;
  district.setNow(new Date(START + minutes * 60_000).toISOString());
}

async function show(more: object = {}, visitor = holder) {
  const given = await visitor.post('/consents', {
    way: 'code',
    itemId: ITEM,
    claims: [...papers, ...answers],
    ...more,
  });
  expect(given.status).toBe(200);
  return given.body;
}

function read(visitor: Visitor, code: string, more: object = {}, headers = {}) {
  return visitor.post('/consent-codes/readings', { code, itemId: ITEM, ...more }, headers);
}

function application(more: object = {}): object {
  return {
    itemId: ITEM,
    applicant: CHANG,
    channel: 'window',
    form: {},
    scope: { region: '110198' },
    truthStatement: true,
    ...more,
  };
}

function codesOf(list: readonly { readonly code?: string; readonly name?: string }[]): readonly string[] {
  return list.map(({ code, name }) => code ?? name ?? '').toSorted();
}

test('a window reads a code and receives what was agreed, for this item, once; the case takes the consent up', async () => {
  const { code, consentId } = await show();
  expect(code).toMatch(/^\d{8}$/);
  const received = await read(clerk, ` ${code.slice(0, 4)} ${code.slice(4)}`);
  expect(received.status).toBe(200);
  expect(received.body).toMatchObject({ consentId, subject: { name: '常源浩', idNo: CHANG.idNo }, unusable: [] });
  expect(codesOf(received.body.papers)).toEqual(['m.birth', 'm.hkb', 'm.id']);
  expect(received.body.answers).toMatchObject([
    { name: 'newbornName', value: '常小河', sourceName: '出生医学证明信息' },
    { name: 'hukouAddress' },
  ]);

  expect((await read(other, code)).body.code).toBe('consent-used');
  const stranger = await other.post('/cases', application({ form: formOf(), sharing: { consentId } }));
  expect(stranger.body.code).toBe('consent-not-yours');

  const filed = await clerk.post('/cases', application({ form: formOf(), sharing: { consentId } }));
  expect(filed.body).toMatchObject({ events: [{ type: 'CaseReceived' }, { type: 'FactsGathered' }] });
  const again = await clerk.post('/cases', application({ form: formOf(), sharing: { consentId } }));
  expect([again.status, again.body.code]).toEqual([409, 'consent-used']);
  const uses = await holder.get('/consents');
  expect(uses.body.consents[0]).toMatchObject({
    consentId,
    state: 'used',
    caseNo: filed.body.caseNo,
    canWithdraw: false,
  });
});

function formOf(): object {
  return {
    wedlock: true,
    motherId: '110198199406138083',
    fatherId: CHANG.idNo,
    newbornName: '常小河',
    newbornBirthDate: '2026-02-20',
    birthCertNo: 'Y110198202600017',
    hukouAddress: '云河区云桥街道柳荫里5号楼2单元301',
  };
}

test('two windows read one code in the same instant: exactly one receives anything', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { code } = await show();
    const both = await Promise.all([clerk, other, clerk, other].map((visitor) => read(visitor, code)));
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(both.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
      new Set(['consent-used']),
    );
  }
});

test('two cases that rest on one consent in the same instant: one of them takes it up', async () => {
  const { code, consentId } = await show();
  await read(clerk, code);
  const filing = application({ form: formOf(), sharing: { consentId } });
  const both = await Promise.all([clerk.post('/cases', filing), clerk.post('/cases', filing)]);
  const told = both.map(({ status, body }) => (status === 200 ? 'received' : body.code));
  expect(told.toSorted()).toEqual(['consent-used', 'received']);
  // A receipt that is refused uses no consent up, and one that is repeated takes it up once.
  const next = await show();
  await read(clerk, next.code);
  const sharing = { consentId: next.consentId };
  expect((await clerk.post('/cases', application({ sharing }))).body.code).toBe('form-invalid');
  const headers = { 'request-id': randomUUID() };
  const first = await clerk.post('/cases', application({ form: formOf(), sharing }), headers);
  const again = await clerk.post('/cases', application({ form: formOf(), sharing }), headers);
  expect([first.status, again.body]).toEqual([200, first.body]);
});

test('a reading repeated under its request id gives the same answer for a minute, then names alone, and is no second use', async () => {
  const { code } = await show();
  const headers = { 'request-id': randomUUID() };
  const first = await read(clerk, code, {}, headers);
  const second = await read(clerk, code, {}, headers);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body).toEqual(first.body);
  pass(1);
  const late = await read(clerk, code, {}, headers);
  expect([late.status, late.body.code]).toEqual([409, 'consent-used']);
  expect(late.body.detail.claims.toSorted()).toEqual(['hukouAddress', 'm.birth', 'm.hkb', 'm.id', 'newbornName']);
  for (const value of ['常小河', '柳荫里', CHANG.idNo]) expect(JSON.stringify(late.body)).not.toContain(value);
});

test('R20: a code is good for its time, its item, its case and its holder, and for what he agreed to', async () => {
  const expired = await show();
  pass(6);
  expect((await read(clerk, expired.code)).body).toMatchObject({
    code: 'consent-expired',
    article: expect.stringContaining('个人信息保护法'),
  });
  const foreign = await show();
  expect((await read(clerk, foreign.code, { itemId: 'MI-01' })).body).toMatchObject({
    code: 'consent-other-item',
    rule: 'R20',
  });
  expect((await read(clerk, foreign.code)).status).toBe(200);
  const narrow = await show({ claims: [{ kind: 'answer', code: 'hukouAddress' }] });
  const received = await read(clerk, narrow.code);
  expect([codesOf(received.body.papers), codesOf(received.body.answers)]).toEqual([[], ['hukouAddress']]);
  const beyond = { way: 'code', itemId: ITEM, claims: [{ kind: 'answer', code: 'bankAccount' }] };
  expect((await holder.post('/consents', beyond)).body).toMatchObject({
    code: 'consent-claim-not-needed',
    rule: 'R20',
  });
  const facts = { way: 'code', itemId: ITEM, claims: [{ kind: 'fact', code: 'birthCertOk' }] };
  expect((await holder.post('/consents', facts)).body.code).toBe('consent-claim-not-needed');
  expect((await holder.post('/consents', { ...facts, claims: [] })).body.code).toBe('consent-empty');
});

test('R46: licences are looked at when they are used; what cannot be used is told with its reason, and nothing rests on it', async () => {
  const claims = ['m.birth', 'm.mar', 'm.id'].map((code) => ({ kind: 'material', code }));
  const { code } = await show({ claims });
  district.setShares({
    licences: {
      'L-MAR': { status: 'suspended', validUntilOn: null },
      'L-BIRTH': { status: 'valid', validUntilOn: null, holderIdNo: '110198199406138083' },
    },
  });
  const received = await read(clerk, code);
  // Another proof that the item accepts still stands: the share, where there is one.
  const sources = received.body.papers.map(({ source }: { readonly source: string }) => source);
  expect(sources.toSorted()).toEqual(['L-ID', 'S-BIRTH', 'S-MAR']);
  const why = received.body.unusable.map((one: { readonly refusal: { readonly code: string } }) => one.refusal.code);
  expect(why.toSorted()).toEqual(['licence-suspended', 'paper-other-holder']);
  const { consentId } = received.body;
  const filed = await clerk.post('/cases', application({ form: formOf(), sharing: { consentId } }));
  const shown = await clerk.get(`/cases/${filed.body.caseNo}`);
  const used = shown.body.materials.map(({ reference }: { readonly reference: string }) => reference);
  expect(used).toEqual(expect.arrayContaining(['S-MAR', 'S-BIRTH']));
});

test('R15, R21: nobody shows another’s papers with a letter that he wrote himself', async () => {
  const agent = await district.signIn('applicant-8');
  const { name, idNo } = (await agent.get('/session')).body.account.applicant;
  const letter = {
    principal: { name: CHANG.name, idNo: CHANG.idNo },
    agent: { name, idNo },
    matters: [ITEM],
    powers: ['apply'],
    fromAt: '2026-03-01T00:00:00.000Z',
    untilAt: '2026-12-31T00:00:00.000Z',
    signedAt: '2026-03-01T00:00:00.000Z',
    withdrawnAt: null,
  };
  const asked = { way: 'code', itemId: ITEM, claims: papers, principal: { subject: CHANG, letter } };
  const refused = await agent.post('/consents', asked);
  expect([refused.status, refused.body.consentId, refused.body.code]).toEqual([400, undefined, 'bad-input']);
  // What the agent shows is his own, and nobody told a word of the other.
  const { code } = await show({}, agent);
  expect((await read(clerk, code)).body).toMatchObject({ subject: { name, idNo } });
});

test('the applicant of the case is the one who shows: another holder’s code brings nothing into it', async () => {
  const filed = await clerk.post('/cases', application({ form: formOf() }));
  const { caseNo } = filed.body;
  const stranger = await district.signIn('applicant-2');
  const { code } = await show({}, stranger);
  const refused = await read(clerk, code, { caseNo });
  expect([refused.status, refused.body.code]).toEqual([422, 'consent-other-holder']);
  const { code: own, consentId } = await show({ caseNo });
  expect((await read(clerk, own)).body.code).toBe('consent-other-case');
  const received = await read(clerk, own, { caseNo });
  expect(received.status).toBe(200);
  const after = await clerk.get(`/cases/${caseNo}`);
  expect(
    after.body.timeline.filter(({ type }: { readonly type: string }) => type === 'FactsGathered'),
  ).not.toHaveLength(0);
  const state = (await holder.get('/consents')).body.consents.find(
    (one: { readonly consentId: string }) => one.consentId === consentId,
  );
  expect(state).toMatchObject({ state: 'redeemed', caseNo });
});

test('online the applicant agrees or declines: what he declines is not fetched, and may be asked of him on paper', async () => {
  const online = { way: 'online', itemId: ITEM, claims: papers.slice(0, 2) };
  const { consentId, code } = (await holder.post('/consents', online)).body;
  expect(code).toBeUndefined();
  const sharing = { consentId, declined: ['m.id', 'm.mar'] };
  const filed = await holder.post('/cases', application({ channel: 'online', form: formOf(), sharing }));
  expect(filed.status).toBe(200);
  const { caseNo } = filed.body;
  const shown = await clerk.get(`/cases/${caseNo}`);
  expect(codesOf(shown.body.materials)).toEqual(['m.birth', 'm.hkb']);
  const uses = (await holder.get('/consents')).body.uses.filter(
    (use: { readonly caseNo?: string }) => use.caseNo === caseNo,
  );
  const byConsent = uses.find((use: { readonly ground: { readonly kind: string } }) => use.ground.kind === 'consent');
  expect(codesOf(byConsent.claims)).toEqual(['m.birth', 'm.hkb']);
  const byStatute = uses.filter((use: { readonly ground: { readonly kind: string } }) => use.ground.kind === 'statute');
  expect(byStatute[0].ground.basis).toContain('《');
  // R6: what could be had is not demanded; what was declined may be.
  // R25: one notice lists all that is missing.
  const demand = (...codes: readonly string[]) => {
    return { outcome: 'CORRECT', defects: codes.map((one) => ({ code: one, what: '缺少', need: '补交' })) };
  };
  const barred = await clerk.post(`/cases/${caseNo}/acceptance`, demand('m.hkb'));
  expect(barred.body).toMatchObject({ code: 'obtainable-paper-demanded', rule: 'R6' });
  expect((await clerk.post(`/cases/${caseNo}/acceptance`, demand('m.id', 'm.mar'))).status).toBe(200);
});

test('个保法14: a paper shown for an open case opens nothing else, and the reading stands on the holder’s list', async () => {
  const sharing = { declined: ['m.id', 'm.mar', 'm.hkb'] };
  const filed = await holder.post('/cases', application({ channel: 'online', form: formOf(), sharing }));
  const { caseNo } = filed.body;
  const before = await clerk.get(`/cases/${caseNo}`);
  expect(codesOf(before.body.materials)).toEqual(['m.birth']);
  const usesOf = async () =>
    (await holder.get('/consents')).body.uses.filter((use: { readonly caseNo?: string }) => use.caseNo === caseNo);
  const usesBefore = await usesOf();
  pass(1);
  const { code, consentId } = await show({ caseNo, claims: [...papers.slice(1, 2), ...answers] });
  expect((await read(clerk, code, { caseNo })).status).toBe(200);
  const after = await clerk.get(`/cases/${caseNo}`);
  expect(codesOf(after.body.materials)).toEqual(['m.birth', 'm.hkb']);
  // What was asked of a source beside it would stand in this event.
  const { rows } = await district.database.database.query(
    "select body from journal.act where stream = $1 and body::text like '%申请人当面亮证%'",
    [`case/${caseNo}`],
  );
  expect(JSON.stringify(rows)).not.toMatch(/"statute"|"kind":"fact"|m\.id/);
  expect(rows).toHaveLength(1);
  // Told once, with the answers that the window saw.
  const uses = await usesOf();
  expect(uses).toHaveLength(usesBefore.length + 1);
  expect(uses[0]).toMatchObject({ ground: { kind: 'consent', consentId }, caseNo, by: expect.any(String) });
  expect(codesOf(uses[0].claims)).toEqual(['hukouAddress', 'm.hkb', 'newbornName']);
});

test('个保法14, R6: what the holder left out of his code is declined: no statute fetches it, and it may be asked on paper', async () => {
  const { code, consentId } = await show({ claims: papers.slice(0, 1) });
  await read(clerk, code);
  const filed = await clerk.post('/cases', application({ form: formOf(), sharing: { consentId } }));
  expect(filed.status).toBe(200);
  const { caseNo } = filed.body;
  const shown = await clerk.get(`/cases/${caseNo}`);
  expect(codesOf(shown.body.materials)).toEqual(['m.birth']);
  // R25: one notice lists all that is missing.
  const demand = (...codes: readonly string[]) => {
    return { outcome: 'CORRECT', defects: codes.map((one) => ({ code: one, what: '缺少', need: '补交' })) };
  };
  expect((await clerk.post(`/cases/${caseNo}/acceptance`, demand('m.birth'))).body.code).toBe(
    'obtainable-paper-demanded',
  );
  expect((await clerk.post(`/cases/${caseNo}/acceptance`, demand('m.id', 'm.mar', 'm.hkb'))).status).toBe(200);
});

test('R20: a code for one item is not read into a case of another', async () => {
  const filed = await clerk.post('/cases', application({ form: formOf() }));
  const { caseNo } = filed.body;
  const claims = [{ kind: 'material', code: 'm.id' }];
  const { code } = await show({ itemId: 'PS-02', claims });
  const refused = await read(clerk, code, { itemId: 'PS-02', caseNo });
  expect([refused.status, refused.body.code]).toEqual([422, 'consent-other-item']);
  // It was neither used nor taken on record.
  expect((await read(clerk, code, { itemId: 'PS-02' })).status).toBe(200);
});

test('R11: a window receives answers to lines that are asked alone, so that what it sends is taken', async () => {
  const claims = ['bankAccount', 'claimantRelation'].map((code) => ({ kind: 'answer', code }));
  const readFor = async (form?: object) => {
    const { code } = await show({ itemId: 'HF-02', claims });
    const received = await read(clerk, code, { itemId: 'HF-02', ...(form === undefined ? {} : { form }) });
    const answers: readonly { readonly name: string; readonly value: unknown }[] = received.body.answers;
    return {
      consentId: received.body.consentId,
      told: Object.fromEntries(answers.map((one) => [one.name, one.value])),
    };
  };
  // Nobody has said yet why he withdraws his fund.
  expect(Object.keys((await readFor()).told)).toEqual(['bankAccount']);
  expect(Object.keys((await readFor({ reason: 'death' })).told).toSorted()).toEqual(claims.map(({ code }) => code));
  const { consentId, told } = await readFor({ reason: 'retire' });
  expect(Object.keys(told)).toEqual(['bankAccount']);
  const form = { ...told, reason: 'retire' };
  const filed = await clerk.post('/cases', application({ itemId: 'HF-02', form, sharing: { consentId } }));
  expect([filed.status, filed.body.code]).toEqual([200, undefined]);
});

test('个保法15: an unused consent is withdrawn by its giver, and by nobody else; a used one cannot be', async () => {
  const { code, consentId } = await show();
  const stranger = await district.signIn('applicant-2');
  expect((await stranger.post(`/consents/${consentId}/withdrawal`, {})).body.code).toBe('consent-unknown');
  expect((await holder.post(`/consents/${consentId}/withdrawal`, {})).body).toMatchObject({ state: 'withdrawn' });
  expect((await read(clerk, code)).body.code).toBe('consent-withdrawn');
  const used = await show();
  await read(clerk, used.code);
  expect((await holder.post(`/consents/${used.consentId}/withdrawal`, {})).body.code).toBe('consent-used');
  // Withdrawal and reading in the same instant: one of them, never both.
  const race = await show();
  const [withdrawn, reading] = await Promise.all([
    holder.post(`/consents/${race.consentId}/withdrawal`, {}),
    read(clerk, race.code),
  ]);
  expect([withdrawn?.status, reading?.status].filter((status) => status === 200)).toHaveLength(1);
});

test('guessing: five wrong codes stop a clerk, and fifteen a window, however fast they come; right ones cost nothing', async () => {
  for (let round = 0; round < 8; round += 1) expect((await read(clerk, (await show()).code)).status).toBe(200);
  const wrong = Array.from({ length: 40 }, (_, index) => String(10_000_000 + index * 7919));
  const tried = await Promise.all(wrong.map((code) => read(clerk, code)));
  const told = tried.map(({ body }) => body.code);
  expect(told.filter((code) => code === 'code-unknown').length).toBeLessThanOrEqual(5);
  expect(told.filter((code) => code === 'code-tries-over').length).toBeGreaterThanOrEqual(35);
  // The right code opens nothing either while reading is stopped; afterwards it does.
  const { code } = await show();
  expect((await read(clerk, code)).body).toMatchObject({
    code: 'code-tries-over',
    detail: { lockedUntil: expect.any(String) },
  });
  pass(6);
  expect((await read(clerk, (await show()).code)).status).toBe(200);
});

test('nothing of a code or of a person is kept where it stays: consents name nobody, codes are digests that go', async () => {
  const { code, consentId } = await show();
  await read(clerk, code);
  const acts = await district.database.database.query(
    "select body, request_id from journal.act where stream like 'consent/%'",
  );
  const kept = JSON.stringify(acts.rows);
  for (const secret of [code, CHANG.idNo, CHANG.name, '常小河', '柳荫里']) expect(kept).not.toContain(secret);
  expect(kept).toContain(consentId);
  const rows = await district.database.database.query('select c.digest, c::text as whole from consent.code c');
  expect(JSON.stringify(rows.rows.map(({ whole }) => whole))).not.toContain(code);
});

test('R46: the library stands before the shares: a licence is read with its number, and no longer once it is suspended', async () => {
  const owner = await district.signIn('company-1');
  const claims = [{ kind: 'material', code: 'm.bl' }];
  const shown = await show({ itemId: 'MK-06', claims }, owner);
  const received = await read(clerk, shown.code, { itemId: 'MK-06' });
  expect(received.body.papers).toMatchObject([
    { code: 'm.bl', source: 'L-BL', organName: { zh: '云河区市场监督管理局' } },
  ]);
  const [{ licenceNo }] = received.body.papers;
  expect(licenceNo).toMatch(/^1\.2\.156\.3005\.2\./);
  const kept = await district.database.database.query("select body from journal.act where stream like 'consent/%'");
  expect(JSON.stringify(kept.rows)).not.toContain(licenceNo);

  await suspend(licenceNo);
  const again = await show({ itemId: 'MK-06', claims }, owner);
  const refused = await read(clerk, again.code, { itemId: 'MK-06' });
  expect(refused.body.papers).toMatchObject([{ code: 'm.bl', source: 'S-CORP' }]);
  expect(refused.body.unusable).toMatchObject([{ code: 'm.bl', refusal: { code: 'licence-suspended', rule: 'R46' } }]);
});

/** The organ suspends the licence, as its stream tells it. */
async function suspend(licenceNo: string): Promise<void> {
  const { journal, realm, clock } = district.platform;
  const step = {
    name: 'suspendForTest',
    view: () => undefined,
    decide: () => ({
      events: [{ type: 'LicenceSuspended', data: { reason: '停业整顿三十日', basis: '行政处罚法第九条' } }],
    }),
  };
  const actor = { kind: 'person' as const, id: 'mk-head' };
  const stream = licenceStreamOf(licenceNo) ?? '';
  const frame = {
    realm,
    stream,
    actor,
    requestId: randomUUID(),
    at: clock.now(),
    command: null,
    facts: () => undefined,
  };
  expect(isRefusal(await perform(journal, step, frame))).toBe(false);
}
