import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import { openLog } from '../kernel/log.ts';
import { runRobotsOnce } from '../robots/robots.ts';
import { againstHeldLicence } from './licence-reading.ts';

const PIN = '246810';
const company = {
  kind: 'legalPerson',
  name: '云河区禾木餐饮有限公司',
  idType: 'uscc',
  idNo: '91110198MAYH00012J',
  legalRepresentative: { name: '常源浩', idNo: '110198198601256910' },
} as const;

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

const robots = () => runRobotsOnce(district.platform, openLog('silent'));

async function sign(officer: Visitor, caseNo: string): Promise<readonly string[]> {
  const conclusion = { outcome: 'GRANT', reason: '符合条件' };
  const draft = await officer.post(`/cases/${caseNo}/decision/draft`, conclusion);
  expect([draft.status, draft.body.code]).toEqual([200, undefined]);
  const { documentHash, evidenceHash } = draft.body;
  const shown = { documentHash, evidenceHash, recusal: 'none', pin: PIN };
  const signed = await officer.post(`/cases/${caseNo}/decision`, { ...conclusion, ...shown });
  expect([signed.status, signed.body.code]).toEqual([200, undefined]);
  return signed.body.events.map(({ type }: { readonly type: string }) => type);
}

/** The window accepts an application for a part of the road, for ten days. */
async function accepted(more: object = {}): Promise<string> {
  const clerk = await district.signIn('clerk-1');
  const received = await clerk.post('/cases', {
    itemId: 'UM-01',
    applicant: company,
    channel: 'window',
    form: { days: 10 },
    materials: ['m.form', 'm.road', 'm.qs'].map((code) => ({ code, source: 'paper' })),
    scope: { region: '110198' },
    truthStatement: true,
    outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
    ...more,
  });
  expect([received.status, received.body.code]).toEqual([200, undefined]);
  return received.body.caseNo;
}

/** Granted by two; who agreed is served by the robot. */
async function granted(more: object = {}): Promise<string> {
  const [officer, chief] = [await district.signIn('um-officer-1'), await district.signIn('um-chief')];
  const caseNo = await accepted(more);
  const seen = await officer.get(`/cases/${caseNo}`);
  const { reviewPoints, inputs } = (await officer.get('/items/UM-01')).body;
  const findings = inputs
    .filter(({ source }: { readonly source: string }) => source === 'review')
    .map(({ name, type }: { readonly name: string; readonly type: { readonly kind: string } }) => ({
      name,
      value: type.kind === 'bool' ? true : 1,
      evidence: '现场',
    }));
  const points = reviewPoints.map((_text: string, point: number) => ({ point, result: 'met', evidence: '材料' }));
  const reviewed = await officer.post(`/cases/${caseNo}/review`, { act: 'recordFindings', findings, points });
  expect([reviewed.status, reviewed.body.code, seen.status]).toEqual([200, undefined, 200]);
  const joint = inputs.filter(({ source }: { readonly source: string }) => source === 'joint');
  if (joint.length > 0) {
    await officer.post(`/cases/${caseNo}/review`, { act: 'askJointOpinion', organ: 'PS', dueInDays: 3 });
    const police = await district.signIn('ps-officer-1');
    const answers = joint.map(({ name }: { readonly name: string }) => ({ name, value: true, evidence: '同意' }));
    const given = await police.post(`/cases/${caseNo}/review`, {
      act: 'giveJointOpinion',
      organ: 'PS',
      opinion: '同意',
      findings: answers,
    });
    expect([given.status, given.body.code]).toEqual([200, undefined]);
  }
  const first = await sign(officer, caseNo);
  if (!first.includes('DecisionMade')) await sign(chief, caseNo);
  return caseNo;
}

test('R9: a granted case costs what the standard says; unpaid it holds the issue of the result and nothing else', async () => {
  const [payer, stranger] = [await district.signIn('company-1'), await district.signIn('company-2')];
  const caseNo = await granted();
  const before = await payer.get(`/cases/${caseNo}`);
  expect(before.body.state).toBe('sealed');
  await robots();
  const asked = await payer.get(`/cases/${caseNo}`);
  expect(asked.body).toMatchObject({
    state: 'sealed',
    fee: { state: 'due', totalFen: 50_000, dueFen: 50_000, lines: [{ basis: '《城市道路管理条例》第37条' }] },
    can: { payFee: { allowed: true } },
  });
  const kinds = (answer: typeof asked) => answer.body.documents.map(({ kind }: { readonly kind: string }) => kind);
  const clerk = await district.signIn('clerk-1');
  const onFile = await clerk.get(`/cases/${caseNo}`);
  expect([kinds(asked).includes('grantDecision'), kinds(onFile).includes('grantDecision')]).toEqual([false, true]);
  const letter = onFile.body.documents.find(({ kind }: { readonly kind: string }) => kind === 'grantDecision');
  expect((await payer.get(`/documents/${letter.sealedHash}`)).body.code).toBe('fee-unpaid');
  const early = await clerk.post(`/cases/${caseNo}/delivery`, { method: 'direct', recipient: '常源浩' });
  expect([early.status, early.body.code, early.body.rule]).toEqual([422, 'fee-unpaid', 'R9']);
  expect((await stranger.post(`/cases/${caseNo}/fee/payment`, {})).status).toBe(404);
  const both = await Promise.all([1, 2, 3].map(() => payer.post(`/cases/${caseNo}/fee/payment`, {})));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  const paid = await payer.get(`/cases/${caseNo}`);
  expect(paid.body.fee).toMatchObject({
    state: 'paid',
    office: 'development',
    receiptNo: expect.stringMatching(/^DEV-/),
  });
  await robots();
  expect((await payer.get(`/cases/${caseNo}`)).body).toMatchObject({ state: 'delivered' });
  expect((await payer.get(`/documents/${letter.sealedHash}`)).status).toBe(200);
  const head = await district.signIn('um-head');
  const refunded = await head.post(`/cases/${caseNo}/fee/refund`, { reason: '实际未占用道路' });
  expect(refunded.status).toBe(200);
  expect((await payer.get(`/cases/${caseNo}`)).body.fee).toMatchObject({
    state: 'refunded',
    refundedFor: '实际未占用道路',
  });
});

test('R9: an unpaid fee holds the result back in the evidence bundle as well', async () => {
  const [payer, clerk] = [await district.signIn('company-1'), await district.signIn('clerk-1')];
  const caseNo = await granted();
  await robots();
  while ((await district.platform.ledger.turn()) > 0);
  const documentsFor = async (visitor: Visitor) => {
    const answer = await visitor.get(`/cases/${caseNo}/evidence`);
    expect(answer.status).toBe(200);
    const files = unzipSync(answer.body);
    const bodies = Object.entries(files).filter(([name]) => name.endsWith('/act.json'));
    const text = bodies.map(([, bytes]) => Buffer.from(bytes).toString()).join('\n');
    return { documents: Object.keys(files).filter((name) => name.startsWith('documents/')).length, text };
  };
  const [onFile, held] = [await documentsFor(clerk), await documentsFor(payer)];
  expect(onFile.documents - held.documents).toBe(1);
  expect(onFile.text).toContain('grantDecision');
  expect(held.text).not.toContain('grantDecision');
  // The papers of a licence that the case brought are held like its decision, whoever asks; the organ has them.
  const brought = { basis: { caseNo } };
  expect(await againstHeldLicence(district.platform, undefined, brought)).toMatchObject({ code: 'fee-unpaid' });
  await payer.post(`/cases/${caseNo}/fee/payment`, {});
  while ((await district.platform.ledger.turn()) > 0);
  expect((await documentsFor(payer)).documents).toBe(onFile.documents);
  expect(await againstHeldLicence(district.platform, undefined, brought)).toBeUndefined();
});

test('R9: a reduction has its reason and is for the head or the chief; a waived fee holds nothing', async () => {
  const caseNo = await granted({ eDelivery: false });
  await robots();
  const [officer, chief, clerk] = [
    await district.signIn('um-officer-1'),
    await district.signIn('um-chief'),
    await district.signIn('clerk-1'),
  ];
  const waiver = { toFen: 0, reason: '公益活动占用免收' };
  expect((await officer.post(`/cases/${caseNo}/fee/reduction`, waiver)).status).toBe(403);
  const half = await chief.post(`/cases/${caseNo}/fee/reduction`, { toFen: 25_000, reason: '减半收取' });
  expect(half.status).toBe(200);
  expect((await clerk.get(`/cases/${caseNo}`)).body.fee).toMatchObject({ state: 'due', dueFen: 25_000 });
  expect((await chief.post(`/cases/${caseNo}/fee/reduction`, { ...waiver, toFen: 30_000 })).body.code).toBe(
    'fee-not-due',
  );
  expect((await chief.post(`/cases/${caseNo}/fee/reduction`, waiver)).status).toBe(200);
  const handed = await clerk.post(`/cases/${caseNo}/delivery`, { method: 'direct', recipient: '常源浩' });
  expect([handed.status, handed.body.code]).toEqual([200, undefined]);
});

test('R63, R9: what silence renews is charged too: the notice comes with it, and the paid result goes out', async () => {
  const renewal = { licenceNo: '占道2024-7', expiresOn: '2025-04-30' };
  const paperLicence = { licenceNo: renewal.licenceNo, kind: '临时占道许可', issuer: '云河区城市管理委员会' };
  const caseNo = await accepted({ renewal, paperLicence });
  district.setNow('2025-04-30T16:01:00.000Z');
  await robots();
  await robots();
  const payer = await district.signIn('company-1');
  expect((await payer.get(`/cases/${caseNo}`)).body).toMatchObject({
    decided: { outcome: 'DEEMED_RENEWED' },
    fee: { state: 'due', totalFen: 50_000 },
  });
  expect((await payer.post(`/cases/${caseNo}/fee/payment`, {})).status).toBe(200);
  await robots();
  expect((await payer.get(`/cases/${caseNo}`)).body.state).toBe('delivered');
});
