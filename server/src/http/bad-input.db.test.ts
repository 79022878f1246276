import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withdrawItem } from '../catalogue/actions.ts';
import { PIN } from '../../test/confirming.ts';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2026-12-28T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

const applicant = { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' };

function application(more: object = {}): Record<string, unknown> {
  return {
    itemId: 'PS-03',
    applicant,
    channel: 'window',
    form: {},
    materials: ['m.live', 'm.photo'].map((code) => ({ code, source: 'paper' })),
    scope: { region: '110198' },
    truthStatement: true,
    ...more,
  };
}

async function raw(payload: Buffer | string, contentType = 'application/json') {
  const clerk = await district.signIn('clerk-1');
  const answer = await district.http.inject({
    method: 'POST',
    url: '/api/cases',
    headers: {
      cookie: clerk.cookie,
      'x-csrf-token': clerk.csrfToken,
      'content-type': contentType,
      'request-id': randomUUID(),
    },
    payload,
  });
  return { status: answer.statusCode, body: answer.json() };
}

test('an unknown field is named with its place', async () => {
  const clerk = await district.signIn('clerk-1');
  const answer = await clerk.post('/cases', application({ applicant: { ...applicant, age: 39 } }));
  expect(answer.status).toBe(400);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).toMatchObject({
    code: 'bad-input',
    paths: [{ path: 'body.applicant.age', message: 'unknown field' }],
  });
});

test('a wrong type is named with its place, and so is a missing field', async () => {
  const clerk = await district.signIn('clerk-1');
  const answer = await clerk.post('/cases', application({ truthStatement: 'yes', scope: {} }));
  expect(answer.status).toBe(400);
  expect(answer.body.paths.map(({ path }: { readonly path: string }) => path)).toEqual([
    'body.scope.region',
    'body.truthStatement',
  ]);
});

test('an unknown item, an unknown case, an unknown document, an unknown address', async () => {
  const clerk = await district.signIn('clerk-1');
  const item = await clerk.post('/cases', application({ itemId: 'XX-99' }));
  expect([item.status, item.body.code]).toEqual([404, 'unknown-item']);
  expect((await clerk.get('/cases/1')).body.code).toBe('unknown-case');
  expect((await clerk.get(`/documents/${'a'.repeat(64)}`)).body.code).toBe('unknown-document');
  expect((await clerk.get('/nothing')).body.code).toBe('no-such-page');
  const address = await district.http.inject({ method: 'GET', url: '/api/items/%E0%A4%A' });
  expect([address.statusCode, address.json().code]).toEqual([400, 'malformed-request']);
});

test('a session that was idle for half an hour has ended, and says so', async () => {
  const clerk = await district.signIn('clerk-1');
  district.setNow('2026-12-28T01:29:00.000Z');
  expect((await clerk.get('/session')).status).toBe(200);
  district.setNow('2026-12-28T02:00:00.000Z');
  const answer = await clerk.get('/session');
  expect([answer.status, answer.body.code]).toEqual([401, 'session-ended']);
  expect((await clerk.get('/items')).status).toBe(200);
});

test('somebody else’s case looks like no case at all, to read and to act on', async () => {
  const clerk = await district.signIn('clerk-1');
  const { caseNo } = (await clerk.post('/cases', application())).body;
  const other = await district.signIn('applicant-2');
  const none = await other.get(`/cases/${caseNo.slice(0, -1)}9`);
  const foreign = await other.get(`/cases/${caseNo}`);
  expect([foreign.status, { ...foreign.body, requestId: '' }]).toEqual([404, { ...none.body, requestId: '' }]);
  expect((await other.post(`/cases/${caseNo}/withdrawal`, { reason: '' })).status).toBe(404);
  const otherOrgan = await district.signIn('mk-officer-1');
  expect((await otherOrgan.get(`/cases/${caseNo}`)).status).toBe(404);
  expect((await (await district.signIn('applicant-1')).get(`/cases/${caseNo}`)).status).toBe(200);
});

test('R15: online nobody applies in another’s name', async () => {
  const other = await district.signIn('applicant-2');
  const answer = await other.post('/cases', application({ channel: 'online' }));
  expect([answer.status, answer.body.code]).toEqual([403, 'not-yourself']);
});

test('R15: online nobody applies with his own number under another’s name', async () => {
  const own = await district.signIn('applicant-1');
  const named = { ...applicant, name: '王美丽' };
  const answer = await own.post('/cases', application({ channel: 'online', applicant: named }));
  expect([answer.status, answer.body.code, answer.body.detail]).toEqual([
    403,
    'not-yourself',
    { field: 'applicant.name' },
  ]);
});

test('R44: an organisation cannot apply without its legal representative, against whom recusal is matched', async () => {
  const company = await district.signIn('company-1');
  const { account } = (await company.get('/session')).body;
  const { legalRepresentative: _left, ...hidden } = account.applicant;
  const answer = await company.post('/cases', application({ itemId: 'MK-07', channel: 'online', applicant: hidden }));
  expect([answer.status, answer.body.detail]).toEqual([403, { field: 'applicant.legalRepresentative' }]);
});

test('an address or a place in a list that the database cannot keep is bad input, not a fault', async () => {
  const clerk = await district.signIn('clerk-1');
  const cursor = Buffer.from(JSON.stringify(['2025-03-03', 'x\u0000'])).toString('base64url');
  for (const path of ['/cases/x%00y', '/items/x%00', `/cases?cursor=${cursor}`]) {
    const answer = await clerk.get(path);
    expect([path, answer.status]).toEqual([path, 400]);
  }
});

test('promise 1: an officer whose mandate lacks the power is refused by law, with rule and article', async () => {
  const clerk = await district.signIn('clerk-1');
  const accepted = {
    ...application(),
    outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
  };
  const { caseNo } = (await clerk.post('/cases', accepted)).body;
  const head = await district.signIn('ps-head');
  const { mandates: held } = (await head.get('/mandates')).body;
  const own = held.map(({ mandateNo }: { readonly mandateNo: string }) => mandateNo);
  const suspension = { command: { kind: 'department', reason: '核查期间', holders: [] }, pin: PIN };
  const stopped = [];
  for (const no of own)
    if ((await head.post(`/mandates/${no}/suspension`, suspension)).status === 200) stopped.push(no);
  const officer = await district.signIn('ps-officer-1');
  const answer = await officer.post(`/cases/${caseNo}/escalation`, { reason: '超出授权' });
  const { can } = (await officer.get(`/cases/${caseNo}`)).body;
  const resumption = { command: { reason: '核查完毕', holders: [] }, pin: PIN };
  for (const no of stopped) expect((await head.post(`/mandates/${no}/resumption`, resumption)).status).toBe(200);
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({
    rule: expect.stringMatching(/^[RT]\d+/),
    article: expect.stringContaining('条'),
  });
  expect(can.escalateCase.refusal.code).toBe(answer.body.code);
});

test('house: the officer does not end a case alone because its object is gone; his chief does', async () => {
  const clerk = await district.signIn('clerk-1');
  const accepted = {
    ...application(),
    outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
  };
  const { caseNo } = (await clerk.post('/cases', accepted)).body;
  const end = { ground: 'objectGone', reason: '标的灭失' };
  const officer = await district.signIn('ps-officer-1');
  const alone = await officer.post(`/cases/${caseNo}/termination`, end);
  expect([alone.status, alone.body.code]).toEqual([422, 'termination-needs-chief']);
  const { can } = (await officer.get(`/cases/${caseNo}`)).body;
  expect(can.terminateCase).toMatchObject({ allowed: false, refusal: { code: 'termination-needs-chief' } });
  const chief = await district.signIn('ps-chief');
  expect((await chief.get(`/cases/${caseNo}`)).body.can.terminateCase).toEqual({ allowed: true });
  const answer = await chief.post(`/cases/${caseNo}/termination`, end);
  expect(answer.status).toBe(200);
  expect((await chief.get(`/cases/${caseNo}`)).body.state).toBe('terminated');
});

test('R1: a version withdrawn while the application was being written is not applied for any more', async () => {
  const clerk = await district.signIn('clerk-1');
  const { version } = (await clerk.get('/items/PS-06')).body;
  const at = district.platform.clock.now();
  const call = { realm: district.platform.realm, actor: { kind: 'operator' as const, id: 'test' }, requestId: 'w', at };
  await withdrawItem(district.platform.journal, call, { itemId: 'PS-06', version, reason: '修订' });
  const answer = await clerk.post('/cases', application({ itemId: 'PS-06', itemVersion: version }));
  expect([answer.status, answer.body.code]).toEqual([422, 'item-not-in-force']);
});

test('10 MB of JSON are refused before they are read', async () => {
  const answer = await raw(JSON.stringify({ filler: 'x'.repeat(10 * 1024 * 1024) }));
  expect([answer.status, answer.body.code]).toEqual([413, 'too-large']);
});

test('broken UTF-8, broken JSON, texts that cannot be kept and other formats are told apart from a fault', async () => {
  const broken = Buffer.concat([Buffer.from('{"itemId":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
  for (const body of [broken, '{"itemId":', '{"itemId":"\\u0000"}', '{"itemId":"\\ud800"}', '{"__proto__":{}}', '']) {
    const answer = await raw(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed-request']);
  }
  const text = await raw('itemId=PS-03', 'application/x-www-form-urlencoded');
  expect([text.status, text.body.code]).toEqual([415, 'media-type-unsupported']);
});

test('an act without a request id, without the request token, or from another site is not done', async () => {
  const clerk = await district.signIn('clerk-1');
  const codes = [
    await clerk.post('/cases', application(), { 'request-id': 'not-a-uuid' }),
    await clerk.post('/cases', application(), { 'x-csrf-token': 'wrong' }),
    await clerk.post('/cases', application(), { origin: 'https://elsewhere.example' }),
    await clerk.post('/cases', application(), { 'sec-fetch-site': 'cross-site' }),
    await district.stranger.post('/cases', application()),
  ].map(({ status, body }) => [status, body.code]);
  expect(codes).toEqual([
    [400, 'request-id-missing'],
    [403, 'request-forged'],
    [403, 'other-origin'],
    [403, 'other-origin'],
    [401, 'not-signed-in'],
  ]);
});

test('a wrong password and an unknown login get one answer', async () => {
  const wrong = await district.stranger.post('/session', { login: 'clerk-2', password: 'wrong-password' });
  const unknown = await district.stranger.post('/session', { login: 'nobody', password: 'wrong-password' });
  expect([wrong.status, { ...wrong.body, requestId: '' }]).toEqual([401, { ...unknown.body, requestId: '' }]);
});

test('a limit that runs into a year without a published calendar is shown as provisional', async () => {
  const clerk = await district.signIn('clerk-1');
  const accepted = {
    ...application(),
    outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
  };
  const { caseNo } = (await clerk.post('/cases', accepted)).body;
  const { clocks } = (await clerk.get(`/cases/${caseNo}`)).body;
  expect(clocks.statutory).toMatchObject({ provisional: true, dueOn: expect.stringMatching(/^2027-/) });
});

test('every answer carries the security headers, and the interface is kept out of caches', async () => {
  const { headers } = await district.stranger.get('/items');
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
  });
});

test('a fault is told by its number and by nothing else', async () => {
  const clerk = await district.signIn('clerk-1');
  const { get } = district.platform.files;
  const { caseNo } = (
    await clerk.post('/cases', {
      ...application(),
      outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
    })
  ).body;
  const [letter] = (await clerk.get(`/cases/${caseNo}`)).body.documents;
  Object.assign(district.platform.files, { get: () => Promise.reject(new Error('/secret/place')) });
  const answer = await clerk.get(`/documents/${letter.sealedHash}`);
  Object.assign(district.platform.files, { get });
  expect([answer.status, answer.body.code, answer.body.detail]).toEqual([500, 'fault', {}]);
  expect(JSON.stringify(answer.body)).not.toContain('secret');
});
