import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Answer, type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { sweepCodes } from '../consent/actions.ts';
import { examplePdf } from '../material/example-files.ts';

const CHANG = { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' } as const;
const ITEM = 'PS-01';
const START = Date.parse('2026-03-03T01:00:00.000Z');
const claims = ['m.birth', 'm.hkb'].map((code) => ({ kind: 'material', code }));
const form = {
  wedlock: true,
  motherId: '110198199406138083',
  fatherId: CHANG.idNo,
  newbornName: '常小河',
  newbornBirthDate: '2026-02-20',
  birthCertNo: 'Y110198202600017',
  hukouAddress: '云河区云桥街道柳荫里5号楼2单元301',
};

let district: HttpDistrict;
let principal: Visitor;
let agent: Visitor;
let clerk: Visitor;
let self: { readonly name: string; readonly idNo: string };
beforeAll(async () => {
  district = await httpDistrict(new Date(START).toISOString());
}, 60_000);
afterAll(() => district.close());
let hours = 0;
beforeEach(async () => {
  hours += 2;
  district.setNow(new Date(START + hours * 3_600_000).toISOString());
  [principal, agent, clerk] = await Promise.all([
    district.signIn('applicant-1'),
    district.signIn('applicant-8'),
    district.signIn('clerk-1'),
  ]);
  const { name, idNo } = (await agent.get('/session')).body.account.applicant;
  self = { name, idNo };
});

function give(more: object = {}): Promise<Answer> {
  return principal.post('/sharing-letters', { agent: self, itemId: ITEM, claims, untilOn: '2026-04-01', ...more });
}

async function letter(more: object = {}): Promise<string> {
  const given = await give(more);
  expect([given.status, given.body.code]).toEqual([200, undefined]);
  return given.body.letterId;
}

function show(letterId: string, more: object = {}, visitor = agent): Promise<Answer> {
  return visitor.post('/consents', { way: 'code', itemId: ITEM, claims, letterId, ...more });
}

function read(code: string, more: object = {}): Promise<Answer> {
  return clerk.post('/consent-codes/readings', { code, itemId: ITEM, ...more });
}

function application(more: object = {}): object {
  return {
    itemId: ITEM,
    applicant: CHANG,
    channel: 'window',
    form,
    scope: { region: '110198' },
    truthStatement: true,
    ...more,
  };
}

function agentPart(): object {
  const signed = { fromAt: '2026-03-01T00:00:00.000Z', untilAt: '2026-12-31T00:00:00.000Z' };
  const parties = { principal: { name: CHANG.name, idNo: CHANG.idNo }, agent: self };
  const powers = { matters: [ITEM], powers: ['apply'], signedAt: signed.fromAt, withdrawnAt: null };
  return { agent: { ...self, letter: { ...parties, ...powers, ...signed } } };
}

async function upload(visitor: Visitor): Promise<string> {
  const answer = await district.http.inject({
    method: 'POST',
    url: `/api/uploads?name=${encodeURIComponent('委托书.pdf')}`,
    payload: examplePdf('signed'),
    headers: {
      cookie: visitor.cookie,
      'x-csrf-token': visitor.csrfToken,
      'content-type': 'application/octet-stream',
    },
  });
  expect(answer.statusCode).toBe(200);
  return answer.json().uploadId;
}

function withdraw(letterId: string): Promise<Answer> {
  return principal.post(`/sharing-letters/${letterId}/withdrawal`, {});
}

test('R15: an agent shows what the letter on record names; the case rests on it, and the principal sees who showed it', async () => {
  const letterId = await letter();
  const mine = await agent.get('/sharing-letters');
  expect(mine.body.received).toMatchObject([
    { letterId, principalName: CHANG.name, canShow: true, canWithdraw: false },
  ]);
  const asked = await agent.get(`/items/${ITEM}/claims?letterId=${letterId}`);
  expect(asked.body.principalName).toBe(CHANG.name);
  const named = asked.body.claims.flatMap((one: { isThere: boolean; code: string }) => (one.isThere ? [one.code] : []));
  expect(named.toSorted()).toEqual(['m.birth', 'm.hkb']);

  const shown = await show(letterId);
  const received = await read(shown.body.code);
  expect(received.body).toMatchObject({ subject: { idNo: CHANG.idNo }, agent: self });
  const { consentId } = shown.body;
  const sharing = { sharing: { consentId } };
  // Whoever else brings the case: the letter names its agent.
  const nobody = await clerk.post('/cases', application(sharing));
  expect([nobody.status, nobody.body.code, nobody.body.rule]).toEqual([422, 'agent-letter-other-agent', 'R15']);
  const filed = await clerk.post('/cases', application({ ...sharing, ...agentPart() }));
  expect([filed.status, filed.body.code]).toEqual([200, undefined]);

  const list = (await principal.get('/consents')).body;
  const consent = list.consents.find((one: { consentId: string }) => one.consentId === consentId);
  expect(consent).toMatchObject({ state: 'used', agentName: self.name, caseNo: filed.body.caseNo });
  const byAgent = list.uses.filter((one: { agentName?: string }) => one.agentName === self.name);
  expect(byAgent.length).toBeGreaterThanOrEqual(2);
  // The agent follows what he agreed to; whose papers were used is told to the principal alone.
  const own = (await agent.get('/consents')).body;
  expect(own.consents.map((one: { consentId: string }) => one.consentId)).toContain(consentId);
  expect(JSON.stringify(own.uses)).not.toContain(consentId);
});

test('R15: online an agent agrees under the letter alone, and the letter must be of this item', async () => {
  const letterId = await letter();
  const given = await show(letterId, { way: 'online' });
  const filed = await agent.post(
    '/cases',
    application({ channel: 'online', sharing: { consentId: given.body.consentId }, ...agentPart() }),
  );
  expect([filed.status, filed.body.code]).toEqual([200, undefined]);
  const { caseNo } = filed.body;
  // Named as the agent of the open case he shows nothing for it without a letter (个保法29).
  const bare = await agent.post('/consents', { way: 'code', itemId: ITEM, claims, caseNo });
  expect([bare.status, bare.body.code, bare.body.rule]).toEqual([422, 'agent-letter-missing', 'R15']);
  const other = await agent.post('/consents', { way: 'code', itemId: 'PS-02', claims: claims.slice(1), letterId });
  expect([other.status, other.body.code]).toEqual([422, 'agent-letter-other-matter']);
  const beyond = await show(letterId, { claims: [{ kind: 'material', code: 'm.id' }] });
  expect([beyond.status, beyond.body.code, beyond.body.detail.claims]).toEqual([
    422,
    'agent-letter-power-missing',
    ['m.id'],
  ]);
});

test('R15: nobody but the agent whom it names does anything with the number of a letter', async () => {
  const letterId = await letter();
  const stranger = await district.signIn('applicant-2');
  expect((await show(letterId, {}, stranger)).body.code).toBe('letter-unknown');
  expect((await show(letterId, {}, principal)).body.code).toBe('letter-unknown');
  expect((await stranger.get(`/items/${ITEM}/claims?letterId=${letterId}`)).body.code).toBe('letter-unknown');
  expect((await stranger.post(`/sharing-letters/${letterId}/withdrawal`, {})).body.code).toBe('letter-unknown');
  expect((await agent.post(`/sharing-letters/${letterId}/withdrawal`, {})).body.code).toBe('letter-unknown');
  // And nobody gives one for another: who the principal is, is said by his account.
  const forged = await agent.post('/sharing-letters', {
    principal: CHANG,
    agent: self,
    itemId: ITEM,
    claims,
    untilOn: '2026-04-01',
  });
  expect([forged.status, forged.body.code]).toEqual([403, 'not-permitted']);
});

test('民法典173: what was shown under a letter that is withdrawn before it is read, or before a case rests on it, opens nothing', async () => {
  const one = await letter();
  const first = await show(one);
  expect((await withdraw(one)).status).toBe(200);
  const late = await read(first.body.code);
  expect([late.status, late.body.code, late.body.rule]).toEqual([422, 'agent-letter-withdrawn', 'R15']);
  expect((await show(one)).body.code).toBe('agent-letter-withdrawn');
  expect((await withdraw(one)).body.code).toBe('letter-over');

  const two = await letter();
  const second = await show(two);
  expect((await read(second.body.code)).status).toBe(200);
  await withdraw(two);
  const sharing = { sharing: { consentId: second.body.consentId } };
  const filed = await clerk.post('/cases', application({ ...sharing, ...agentPart() }));
  expect([filed.status, filed.body.code]).toEqual([422, 'agent-letter-withdrawn']);
  // The principal may also take back the single showing (个保法15).
  const three = await show(await letter());
  expect((await principal.post(`/consents/${three.body.consentId}/withdrawal`, {})).body.state).toBe('withdrawn');
  expect((await read(three.body.code)).body.code).toBe('consent-withdrawn');
});

test('R15: after its last day a letter carries nothing, and none lasts longer than half a year', async () => {
  expect((await give({ untilOn: '2026-12-31' })).body).toMatchObject({ code: 'letter-term-wrong', rule: 'R15' });
  const letterId = await letter({ untilOn: '2026-03-05' });
  district.setNow('2026-03-05T15:59:00.000Z');
  const signedIn = await district.signIn('applicant-8');
  expect((await show(letterId, {}, signedIn)).status).toBe(200);
  district.setNow('2026-03-05T16:00:00.000Z');
  expect((await show(letterId, {}, signedIn)).body.code).toBe('agent-letter-expired');
});

test('R15: the window accepts a letter of paper with its scan and its proof, and nothing that its bearer only tells', async () => {
  const body = { principal: CHANG, agent: self, itemId: ITEM, claims, untilOn: '2026-04-01' };
  expect((await clerk.post('/sharing-letters', body)).body.code).toBe('signed-paper-missing');
  const missing = { paper: { uploadId: '00000000-0000-4000-8000-000000000000', proof: 'notarised' } };
  expect((await clerk.post('/sharing-letters', { ...body, ...missing })).body.code).toBe('signed-paper-missing');
  const paper = { uploadId: await upload(clerk), proof: 'signedHere' };
  const wrong = { ...body, principal: { ...CHANG, idNo: '110198198601256911' }, paper };
  expect((await clerk.post('/sharing-letters', wrong)).body.code).toBe('identity-number-wrong');
  const accepted = await clerk.post('/sharing-letters', { ...body, paper });
  expect(accepted.body).toMatchObject({ state: 'open', way: 'window', agentName: self.name });
  const { letterId } = accepted.body;
  expect((await show(letterId)).status).toBe(200);
  // The principal finds it in his list and takes it back there, or at the window where he says who he is.
  expect((await principal.get('/sharing-letters')).body.given).toContainEqual(expect.objectContaining({ letterId }));
  const other = await clerk.post(`/sharing-letters/${letterId}/withdrawal`, { principalIdNo: self.idNo });
  expect(other.body.code).toBe('letter-unknown');
  const taken = await clerk.post(`/sharing-letters/${letterId}/withdrawal`, { principalIdNo: CHANG.idNo });
  expect(taken.status).toBe(200);
});

test('nothing of a letter in the journal says who the two are, and their names go some years after its end', async () => {
  const letterId = await letter();
  const { rows } = await district.database.database.query('select body from journal.act where stream = $1', [
    `sharing/${letterId}`,
  ]);
  expect(rows).toHaveLength(1);
  for (const secret of [CHANG.name, CHANG.idNo, self.name, self.idNo])
    expect(JSON.stringify(rows)).not.toContain(secret);
  const isListed = async () => JSON.stringify((await principal.get('/sharing-letters')).body).includes(letterId);
  await sweepCodes(district.platform, '2029-04-01T00:00:00.000Z');
  expect(await isListed()).toBe(true);
  await sweepCodes(district.platform, '2029-04-05T00:00:00.000Z');
  expect(await isListed()).toBe(false);
});

test('R6, 北京2024-32: who has no telephone signs on paper at the counter, and the window receives what he agreed to, once', async () => {
  const asked = { subject: CHANG, itemId: ITEM, claims, identitySeen: true };
  const none = { ...asked, uploadId: '00000000-0000-4000-8000-000000000000' };
  expect((await clerk.post('/consent-papers', none)).body.code).toBe('signed-paper-missing');
  const blind = { ...asked, identitySeen: false, uploadId: await upload(clerk) };
  expect((await clerk.post('/consent-papers', blind)).body.code).toBe('bad-input');
  const received = await clerk.post('/consent-papers', { ...asked, uploadId: await upload(clerk) });
  expect([received.status, received.body.code]).toEqual([200, undefined]);
  const codes = received.body.papers.map(({ code }: { readonly code: string }) => code);
  expect(codes.toSorted()).toEqual(['m.birth', 'm.hkb']);
  const sharing = { sharing: { consentId: received.body.consentId } };
  const stranger = await district.signIn('clerk-2');
  expect((await stranger.post('/cases', application(sharing))).body.code).toBe('consent-not-yours');
  const filed = await clerk.post('/cases', application(sharing));
  expect(filed.status).toBe(200);
  // What he did not tick is declined, as it is with a code; and the use stands on his list all the same.
  const shown = await clerk.get(`/cases/${filed.body.caseNo}`);
  expect(shown.body.materials.map(({ code }: { readonly code: string }) => code).toSorted()).toEqual(codes.toSorted());
  const { consents } = (await principal.get('/consents')).body;
  expect(consents).toContainEqual(expect.objectContaining({ way: 'paper', state: 'used', caseNo: filed.body.caseNo }));
  const applicant = await principal.post('/consent-papers', { ...asked, uploadId: await upload(principal) });
  expect(applicant.status).toBe(403);
});

test('R15: an agent without a telephone signs under a letter on record, and not beyond it', async () => {
  const letterId = await letter();
  const asked = { letterId, itemId: ITEM, identitySeen: true };
  const beyond = { ...asked, claims: [{ kind: 'material', code: 'm.id' }], uploadId: await upload(clerk) };
  expect((await clerk.post('/consent-papers', beyond)).body.code).toBe('agent-letter-power-missing');
  const received = await clerk.post('/consent-papers', { ...asked, claims, uploadId: await upload(clerk) });
  expect(received.body).toMatchObject({ subject: { idNo: CHANG.idNo }, agent: self });
});
