import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';

const PIN = '246810';
const NO = 'YH-B-MK-2025';

let district: HttpDistrict;
const visitors: Record<string, Visitor> = {};
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
  for (const login of ['mk-head', 'mk-officer-1', 'mk-legal', 'hr-head', 'hr-supervisor', 'zw-legal', 'applicant-1'])
    visitors[login] = await district.signIn(login);
}, 90_000);
afterAll(() => district.close());

function as(login: string): Visitor {
  return visitors[login] ?? district.stranger;
}

interface Told {
  readonly type: string;
}

async function typesFor(login: string): Promise<readonly string[]> {
  const { body } = await as(login).get(`/mandates/${NO}`);
  return body.events.map(({ type }: Told) => type);
}

const outsiders = ['stranger', 'applicant-1', 'hr-head', 'hr-supervisor'];
const insiders = ['mk-head', 'mk-officer-1', 'mk-legal', 'zw-legal'];

test('R106: while the next version is prepared, whoever is not concerned sees the one in force and nothing of the draft', async () => {
  const { letter } = (await as('mk-head').get(`/mandates/${NO}`)).body.versions[0];
  const next = { ...letter, version: 2, scope: { ...letter.scope, areaMax: 77 } };
  const before = await typesFor('stranger');
  expect((await as('mk-head').post(`/mandates/${NO}/amendment`, { letter: next })).status).toBe(200);
  expect((await as('mk-legal').post(`/mandates/${NO}/review`, { opinion: '合法', passed: true })).status).toBe(200);
  const { versions } = (await as('mk-head').get(`/mandates/${NO}`)).body;
  const { hash, documentHash } = (await as('mk-head').get(`/mandates/${NO}/versions/2/draft`)).body;
  expect(hash).toBe(versions[1].hash);
  const signing = { command: { hash, documentHash }, pin: PIN };
  expect((await as('mk-head').post(`/mandates/${NO}/signature`, signing)).status).toBe(200);

  for (const login of outsiders) {
    const seen = await as(login).get(`/mandates/${NO}`);
    expect([login, seen.body.versions.length, seen.body.state]).toEqual([login, 1, 'active']);
    expect(await typesFor(login)).toEqual(before);
    expect(JSON.stringify(seen.body)).not.toContain('"areaMax":77');
    const open = ['suspendMandate', 'downloadEvidence'];
    expect(Object.keys(seen.body.can).filter((act) => !open.includes(act))).toEqual([]);
  }
  expect(before).toEqual([
    'MandateSigned',
    ...before.filter((type) => type === 'MandateAccepted'),
    'MandateFiled',
    'MandatePublished',
  ]);
  for (const login of insiders) {
    expect((await as(login).get(`/mandates/${NO}`)).body.versions).toHaveLength(2);
    expect((await typesFor(login)).slice(-3)).toEqual(['MandateAmended', 'MandateReviewed', 'MandateSigned']);
  }
});

test('R106: a mandate that was never published does not exist for other organs: not in the list, not to read, not to try', async () => {
  const { letter } = (await as('mk-head').get(`/mandates/${NO}`)).body.versions[0];
  const mandateNo = 'YH-B-MK-2026-N';
  const drafted = await as('mk-head').post('/mandates', { letter: { ...letter, mandateNo, version: 1 } });
  expect(drafted.status).toBe(200);
  const listed = async (login: string) =>
    (await as(login).get('/mandates')).body.mandates.some(
      (row: { readonly mandateNo: string }) => row.mandateNo === mandateNo,
    );
  for (const login of insiders) expect([login, await listed(login)]).toEqual([login, true]);
  for (const login of outsiders) {
    expect([login, await listed(login)]).toEqual([login, false]);
    expect((await as(login).get(`/mandates/${mandateNo}`)).body.code).toBe('unknown-mandate');
    expect((await as(login).get(`/mandates/${mandateNo}/letter.pdf`)).body.code).toBe('unknown-mandate');
  }
  const tried = await as('hr-head').post(`/mandates/${mandateNo}/revocation`, { command: { reason: '试一试' } });
  const nothing = await as('hr-head').post('/mandates/YH-B-XX-1999/revocation', { command: { reason: '试一试' } });
  expect([tried.status, tried.body.code]).toEqual([404, 'unknown-mandate']);
  expect(nothing.status).toBe(404);
});

test('a supervisor of another organ may still stop a published mandate at once', async () => {
  const seen = await as('hr-supervisor').get(`/mandates/${NO}`);
  expect(seen.body.can.suspendMandate).toEqual({ allowed: true });
  expect(Object.keys(seen.body.can).toSorted()).toEqual(['downloadEvidence', 'suspendMandate']);
});
