import { randomUUID } from 'node:crypto';
import { judgeDocument } from '@liangqian/verify/document.ts';
import { readTrustFile } from '@liangqian/verify/trust-file.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifySealedOfd } from '../seal/actions.ts';
import { runRobotsOnce } from '../robots/robots.ts';
import { openLog } from '../kernel/log.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';

const CHANG = { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' } as const;
const PIN = '246810';

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

function application(itemId: string, codes: readonly string[], more: object = {}): object {
  return {
    itemId,
    applicant: CHANG,
    channel: 'window',
    form: {},
    materials: codes.map((code) => ({ code, source: 'paper' })),
    scope: { region: '110198' },
    truthStatement: true,
    eDelivery: true,
    ...more,
  };
}

function types(answer: {
  readonly body: { readonly events: readonly { readonly type: string }[] };
}): readonly string[] {
  return answer.body.events.map(({ type }) => type);
}

async function signCase(
  officer: Visitor,
  caseNo: string,
  more: object = {},
): Promise<Awaited<ReturnType<Visitor['post']>>> {
  const conclusion = { outcome: 'GRANT', reason: '符合条件' };
  const draft = await officer.post(`/cases/${caseNo}/decision/draft`, conclusion);
  expect(draft.status).toBe(200);
  const { documentHash, evidenceHash } = draft.body;
  const shown = { documentHash, evidenceHash, recusal: 'none' };
  return officer.post(`/cases/${caseNo}/decision`, { ...conclusion, ...shown, pin: PIN, ...more });
}

async function pointsMet(officer: Visitor, caseNo: string, count: number, findings: readonly object[] = []) {
  const points = Array.from({ length: count }, (_, point) => ({ point, result: 'met', evidence: '材料' }));
  return officer.post(`/cases/${caseNo}/review`, { act: 'recordFindings', findings, points });
}

test('a one-signature case: the window accepts, one officer decides, the robot serves, the applicant reads', async () => {
  const [clerk, officer, applicant] = await Promise.all(
    ['clerk-1', 'ps-officer-1', 'applicant-1'].map((login) => district.signIn(login)),
  );
  if (clerk === undefined || officer === undefined || applicant === undefined) throw new Error('not signed in');
  const received = await clerk.post('/cases', {
    ...application('PS-03', ['m.live', 'm.photo']),
    outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
  });
  expect(types(received)).toEqual(['CaseReceived', 'FactsGathered', 'CaseAccepted', 'LetterSealed']);
  const { caseNo } = received.body;

  const before = await officer.get(`/cases/${caseNo}`);
  expect(before.body).toMatchObject({
    state: 'accepted',
    clocks: { statutory: { light: 'green', provisional: false }, promised: { paused: false } },
    signing: { plan: 'decide', signatureNo: 1, need: 1, list: 1, mandate: { mandateNo: 'YH-B-PS-2025' } },
    can: {
      reviewCase: { allowed: true },
      signDecision: { allowed: false, refusal: { code: 'review-unfinished' } },
      settleAcceptance: { allowed: false, refusal: { code: 'wrong-state' } },
      deliverCase: { allowed: false, refusal: { code: 'not-permitted' } },
    },
  });

  expect((await pointsMet(officer, caseNo, 2)).status).toBe(200);
  const ready = await officer.get(`/cases/${caseNo}`);
  expect(ready.body.can.signDecision).toEqual({ allowed: true });
  const decided = await signCase(officer, caseNo);
  expect(types(decided)).toEqual(['DecisionMade', 'DecisionSealed']);

  await runRobotsOnce(district.platform, openLog('silent'));
  const read = await applicant.get(`/cases/${caseNo}`);
  expect(read.body).toMatchObject({
    state: 'delivered',
    decided: { outcome: 'GRANT' },
    delivered: { method: 'electronic' },
  });
  expect(read.body.documents.map(({ kind }: { readonly kind: string }) => kind)).toEqual([
    'acceptanceNotice',
    'grantDecision',
  ]);
  const [, decision] = read.body.documents;
  const pdf = await applicant.get(`/documents/${decision.sealedHash}`);
  expect([pdf.status, pdf.headers['content-type'], pdf.body.subarray(0, 5).toString()]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ]);
  const ofd = await applicant.get(`/documents/${decision.sealedHash}/ofd`);
  expect([ofd.status, ofd.headers['content-type'], decision.hasOfd]).toEqual([200, 'application/ofd', true]);
  const trust = { roots: district.platform.authority.trusted, revoked: [] };
  expect(verifySealedOfd(ofd.body, trust)).toMatchObject({ result: 'valid', signedHash: decision.documentHash });
  // Anybody checks both with what the platform publishes about its authorities, without asking it again.
  const published = readTrustFile(JSON.stringify((await district.stranger.get('/trust')).body));
  if ('reason' in published) throw new Error(published.reason);
  expect(judgeDocument(pdf.body, published)).toMatchObject({ result: 'valid', intact: true });
  expect(judgeDocument(ofd.body, published)).toMatchObject({
    result: 'valid',
    seal: { signedHash: decision.documentHash },
  });
  const [notice] = read.body.documents;
  expect([(await applicant.get(`/documents/${notice.sealedHash}/ofd`)).status, notice.hasOfd]).toEqual([404, false]);
  expect((await district.stranger.get(`/documents/${decision.sealedHash}/ofd`)).status).toBe(401);
  const check = await district.stranger.get(`/documents/${decision.sealedHash}/check`);
  expect(check.body).toMatchObject({ valid: true, docNo: decision.docNo, reasons: [] });
  expect((await district.stranger.get(`/documents/${decision.sealedHash}`)).status).toBe(401);
});

test('R87: the receipt is there from the start, the proof of service after it, both without seal and for the parties only', async () => {
  const [clerk, applicant, officer] = [
    await district.signIn('clerk-1'),
    await district.signIn('applicant-1'),
    await district.signIn('ps-officer-1'),
  ];
  const received = await clerk.post('/cases', {
    ...application('PS-03', ['m.live', 'm.photo']),
    outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
  });
  const { caseNo } = received.body;
  const receipt = await applicant.get(`/cases/${caseNo}/receipt`);
  expect([receipt.status, receipt.body.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  expect(receipt.body.includes('/ByteRange')).toBe(false);
  expect((await applicant.get(`/cases/${caseNo}/delivery-receipt`)).body.code).toBe('unknown-document');
  expect((await pointsMet(officer, caseNo, 2)).status).toBe(200);
  await signCase(officer, caseNo);
  await runRobotsOnce(district.platform, openLog('silent'));
  const proof = await applicant.get(`/cases/${caseNo}/delivery-receipt`);
  expect([proof.status, proof.body.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  const other = await district.signIn('mk-officer-1');
  expect((await other.get(`/cases/${caseNo}/receipt`)).status).toBe(404);
  expect((await district.stranger.get(`/cases/${caseNo}/receipt`)).status).toBe(401);
});

test('R71: what changed on the table after the document was shown stops the signature; the own last findings do not', async () => {
  const [clerk, officer, deputy] = [
    await district.signIn('clerk-1'),
    await district.signIn('ps-officer-1'),
    await district.signIn('ps-officer-2'),
  ];
  const received = await clerk.post('/cases', {
    ...application('PS-03', ['m.live', 'm.photo']),
    outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
  });
  const { caseNo } = received.body;
  const conclusion = { outcome: 'GRANT', reason: '符合条件' };
  const draft = await officer.post(`/cases/${caseNo}/decision/draft`, conclusion);
  const { documentHash, evidenceHash } = draft.body;

  const found = { point: 1, result: 'notMet', evidence: '照片与本人不符' };
  expect((await deputy.post(`/cases/${caseNo}/review`, { act: 'recordFindings', points: [found] })).status).toBe(200);
  const points = [0, 1].map((point) => ({ point, result: 'met', evidence: '材料' }));
  const review = { act: 'recordFindings', points };
  const signature = { ...conclusion, documentHash, evidenceHash, recusal: 'none', pin: PIN, review };
  const stopped = await officer.post(`/cases/${caseNo}/decision`, signature);
  expect([stopped.status, stopped.body.code, stopped.body.rule]).toEqual([409, 'evidence-changed', 'R71']);
  expect(stopped.body.detail.shown).toBe(evidenceHash);

  const again = await officer.post(`/cases/${caseNo}/decision/draft`, conclusion);
  expect(again.body.documentHash).toBe(documentHash);
  expect(again.body.evidenceHash).toBe(stopped.body.detail.current);
  expect(types(await signCase(officer, caseNo, { review }))).toEqual([
    'FindingsRecorded',
    'DecisionMade',
    'DecisionSealed',
  ]);
});

test('a two-signature case: the second signer is another person, and the screens know it beforehand', async () => {
  const clerk = await district.signIn('clerk-1');
  const received = await clerk.post('/cases', {
    ...application('MK-05', ['m.floor', 'm.flow', 'm.rule'], {
      form: { area: 200, chain: false, onlyPrepacked: false, hasRawOrCold: true },
      scope: { region: '110198', area: 200 },
    }),
    outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
  });
  const { caseNo } = received.body;
  district.setNow('2025-03-05T02:00:00.000Z');
  const [officer, chief] = [await district.signIn('mk-officer-1'), await district.signIn('mk-chief')];
  const visit = await officer.post(`/cases/${caseNo}/review`, {
    act: 'recordSiteVisit',
    address: '云桥街道1号',
    place: { latitude: 39.9, longitude: 116.4 },
    fromAt: '2025-03-04T02:00:00Z',
    toAt: '2025-03-04T03:00:00Z',
    officers: ['mk-officer-1', 'mk-officer-2'],
    signedBy: ['mk-officer-1', 'mk-officer-2'],
    record: '核查记录1',
    findings: ['dedicatedRoom', 'siteChecked', 'siteOk', 'toiletIsolated'].map((name) => ({
      name,
      value: true,
      evidence: '记录',
    })),
  });
  expect(types(visit)).toEqual(['SiteVisited']);
  await pointsMet(officer, caseNo, 5);
  const early = await chief.get(`/cases/${caseNo}`);
  expect(early.body.can.signDecision).toMatchObject({ allowed: false, refusal: { code: 'proposal-needed' } });
  expect(types(await signCase(officer, caseNo))).toEqual(['DecisionProposed']);
  const again = await officer.get(`/cases/${caseNo}`);
  expect(again.body.can.signDecision.allowed).toBe(false);
  const offered = await chief.get(`/cases/${caseNo}`);
  expect(offered.body).toMatchObject({
    signing: { plan: 'decide', signatureNo: 2, need: 2 },
    can: { signDecision: { allowed: true }, returnProposal: { allowed: true } },
  });
  expect(types(await signCase(chief, caseNo))).toEqual(['DecisionMade', 'DecisionSealed']);
  const done = await chief.get(`/cases/${caseNo}`);
  expect(done.body.signatures.map(({ personId }: { readonly personId: string }) => personId)).toEqual([
    'mk-officer-1',
    'mk-chief',
  ]);
});

test('a case without a signature: received, accepted and decided by the rule set while the applicant waits', async () => {
  const applicant = await district.signIn('applicant-1');
  const received = await applicant.post('/cases', {
    ...application('HL-05', ['m.mar'], { channel: 'online' }),
    materials: [{ code: 'm.form', source: 'form' }],
  });
  expect(types(received)).toEqual([
    'CaseReceived',
    'FactsGathered',
    'CaseAccepted',
    'LetterSealed',
    'DecisionMade',
    'DecisionSealed',
  ]);
  const read = await applicant.get(`/cases/${received.body.caseNo}`);
  expect(read.body).toMatchObject({ state: 'sealed', signatures: [], decided: { outcome: 'GRANT' } });
  expect(
    read.body.timeline.some(({ actor }: { readonly actor: { readonly id: string } }) => actor.id === 'robot/rule-set'),
  ).toBe(true);
});

test('a drafted document opens for the one to whom it was shown, and for nobody else', async () => {
  const clerk = await district.signIn('clerk-1');
  const officer = await district.signIn('ps-officer-1');
  const other = await district.signIn('ps-officer-2');
  const received = await clerk.post('/cases', {
    ...application('PS-03', ['m.live', 'm.photo']),
    outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
  });
  const draft = await officer.post(`/cases/${received.body.caseNo}/decision/draft`, {
    outcome: 'GRANT',
    reason: '符合',
  });
  const path = draft.body.pdfUrl.slice('/api'.length);
  expect((await officer.get(path)).status).toBe(200);
  expect((await other.get(path)).status).toBe(404);
  expect((await officer.get(path.replace(draft.body.documentHash, '0'.repeat(64)))).status).toBe(404);
});

test('work lists: the window has what was received, the officer what was accepted, in order of urgency and page by page', async () => {
  const clerk = await district.signIn('clerk-2');
  for (let no = 0; no < 23; no += 1) await clerk.post('/cases', application('PS-03', ['m.live', 'm.photo']));
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = await clerk.get(`/cases?state=received${cursor === '' ? '' : `&cursor=${cursor}`}`);
    expect(page.status).toBe(200);
    seen.push(...page.body.cases.map(({ caseNo }: { readonly caseNo: string }) => caseNo));
    cursor = page.body.nextCursor ?? '';
  } while (cursor !== '');
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(23);
  const officer = await district.signIn('ps-officer-1');
  const work = await officer.get('/cases');
  expect(work.body.cases.every(({ holder, organ }: Row) => holder === 'handler' && organ === 'PS')).toBe(true);
  const manager = await (await district.signIn('centre-manager')).get('/cases?state=received');
  expect(manager.body.cases.length).toBe(20);
  expect(manager.body.cases.every(({ applicantName }: Row) => applicantName === '')).toBe(true);
  expect((await clerk.get('/cases?cursor=nonsense')).status).toBe(400);
});

interface Row {
  readonly holder: string;
  readonly organ: string;
  readonly applicantName: string;
}

test('one officer and one decision: of two who sign at once exactly one decides, the other is told', async () => {
  const clerk = await district.signIn('clerk-1');
  const officers = await Promise.all(['ps-officer-1', 'ps-officer-2'].map((login) => district.signIn(login)));
  const received = await clerk.post('/cases', {
    ...application('PS-03', ['m.live', 'm.photo']),
    outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
  });
  const { caseNo } = received.body;
  const [first] = officers;
  if (first === undefined) throw new Error('not signed in');
  await pointsMet(first, caseNo, 2);
  const answers = await Promise.all(officers.map((officer) => signCase(officer, caseNo)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const done = await first.get(`/cases/${caseNo}`);
  expect(done.body.timeline.filter(({ type }: { readonly type: string }) => type === 'DecisionMade')).toHaveLength(1);
});

test('a request sent again unchanged gets the first answer; with another body it is refused', async () => {
  const clerk = await district.signIn('clerk-1');
  const headers = { 'request-id': randomUUID() };
  const first = await clerk.post('/cases', application('PS-03', ['m.live', 'm.photo']), headers);
  const again = await clerk.post('/cases', application('PS-03', ['m.live', 'm.photo']), headers);
  expect([again.status, again.body]).toEqual([200, first.body]);
  const other = await clerk.post('/cases', application('PS-03', ['m.live']), headers);
  expect([other.status, other.body.code]).toEqual([409, 'request-id-reused']);
});

test('R15, R26: what somebody without an account brings to the window is taken in by the clerk, under the mandate to receive', async () => {
  const clerk = await district.signIn('clerk-1');
  // No source has it for this applicant; what a source has is never demanded (R6).
  district.setShares({ missing: ['m.live'] });
  const { caseNo } = (await clerk.post('/cases', application('PS-03', ['m.photo']))).body;
  const defects = [{ code: 'm.live', what: '缺少居住证明', need: '补交居住证明' }];
  await clerk.post(`/cases/${caseNo}/acceptance`, { outcome: 'CORRECT', defects });
  district.setShares({});
  const asked = await clerk.get(`/cases/${caseNo}`);
  expect(asked.body).toMatchObject({
    state: 'correcting',
    owed: ['m.live'],
    can: { supplyCorrections: { allowed: true }, withdrawApplication: { allowed: true } },
  });
  const materials = [{ code: 'm.live', source: 'paper' }];
  expect(types(await clerk.post(`/cases/${caseNo}/corrections`, { materials }))).toEqual(['CorrectionSupplied']);
  const { timeline } = (await clerk.get(`/cases/${caseNo}`)).body;
  expect(timeline.at(-1)).toMatchObject({ actor: { id: 'clerk-1' }, mandate: { mandateNo: 'YH-A-PS-2025' } });
  const unproven = await clerk.post(`/cases/${caseNo}/withdrawal`, { reason: '不办了' });
  expect([unproven.status, unproven.body.code]).toEqual([422, 'withdrawal-unproven']);
  const proof = { kind: 'identityDocument', idNo: '110198198601256910', reference: '核验20250303-1' };
  expect(types(await clerk.post(`/cases/${caseNo}/withdrawal`, { reason: '不办了', proof }))).toEqual([
    'ApplicationWithdrawn',
  ]);
});

test('R42, R55: each act of review says by itself who may do it now and why another may not', async () => {
  const clerk = await district.signIn('clerk-1');
  const { caseNo } = (
    await clerk.post('/cases', {
      ...application('PS-03', ['m.live', 'm.photo']),
      outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
    })
  ).body;
  const [officer, head, party] = await Promise.all(
    ['ps-officer-1', 'ps-head', 'applicant-1'].map((login) => district.signIn(login)),
  );
  if (officer === undefined || head === undefined || party === undefined) throw new Error('not signed in');
  const canOf = async (visitor: Visitor) => (await visitor.get(`/cases/${caseNo}`)).body.can;

  expect(await canOf(officer)).toMatchObject({
    'reviewCase.assignInspectors': { allowed: true },
    'reviewCase.tellHearingRight': { allowed: true },
    'reviewCase.scheduleHearing': { allowed: true },
    'reviewCase.recordHearing': { allowed: false, refusal: { code: 'hearing-out-of-time' } },
    'reviewCase.giveJointOpinion': { allowed: false, refusal: { code: 'opinion-not-asked' } },
    'reviewCase.extendLimit': { allowed: false, refusal: { code: 'extension-not-by-head' } },
    'reviewCase.suspendClock': { allowed: false, refusal: { code: 'suspension-without-statute' } },
  });
  expect(await canOf(head)).toMatchObject({ 'reviewCase.extendLimit': { allowed: true } });
  expect(await canOf(party)).toMatchObject({
    'reviewCase.requestHearing': { allowed: false, refusal: { code: 'hearing-out-of-time' } },
  });
  expect(Object.keys(await canOf(party)).filter((act) => act.startsWith('reviewCase.'))).toEqual([
    'reviewCase.requestHearing',
  ]);
  expect(await canOf(clerk)).toMatchObject({
    'deliverCase.mail': { allowed: false, refusal: { code: 'wrong-state' } },
    'reviewCase.extendLimit': { allowed: false, refusal: { code: 'not-permitted' } },
  });

  // Asking and telling change nothing by being rehearsed; done, the party may ask.
  await officer.post(`/cases/${caseNo}/review`, { act: 'tellHearingRight', to: '常源浩' });
  await officer.post(`/cases/${caseNo}/review`, { act: 'askJointOpinion', organ: 'MK', dueInDays: 5 });
  const told = await party.get(`/cases/${caseNo}`);
  expect(told.body.can['reviewCase.requestHearing']).toEqual({ allowed: true });
  expect(told.body).toMatchObject({ hearing: { toldAt: expect.any(String) }, joint: [], interested: [] });
  const other = await district.signIn('mk-officer-1');
  const asked = await other.get(`/cases/${caseNo}`);
  expect(asked.body).toMatchObject({
    joint: [{ organ: 'MK', organName: '云河区市场监督管理局', dueInDays: 5 }],
    can: { 'reviewCase.giveJointOpinion': { allowed: true } },
  });
  // R48: the case stands on the list of whoever is asked, with the day on which the opinion is due, until it is given.
  const listed = async () => {
    const { cases } = (await other.get('/cases')).body;
    return cases.filter((row: { readonly caseNo: string }) => row.caseNo === caseNo);
  };
  expect(await listed()).toMatchObject([{ holder: 'opinion', dueOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) }]);
  const opinion = { act: 'giveJointOpinion', organ: 'MK', opinion: '无不同意见', findings: [] };
  expect((await other.post(`/cases/${caseNo}/review`, opinion)).status).toBeLessThan(300);
  expect(await listed()).toEqual([]);
});

test('R30: the window answers the checklist of its agreement, which guide and case name, before it accepts', async () => {
  const [clerk, officer] = await Promise.all(['clerk-1', 'ps-officer-1'].map((login) => district.signIn(login)));
  if (clerk === undefined || officer === undefined) throw new Error('not signed in');
  expect((await clerk.get('/items/PS-03')).body.windowChecks).toEqual(['validity', 'identity']);
  const asked = application('PS-03', ['m.live', 'm.photo']);
  const unanswered = await clerk.post('/cases', { ...asked, outcome: { outcome: 'ACCEPT', tolerated: [] } });
  expect([unanswered.status, unanswered.body.code, unanswered.body.rule]).toEqual([422, 'checklist-open', 'R30']);
  const { caseNo } = (await clerk.post('/cases', asked)).body;
  const seen = await clerk.get(`/cases/${caseNo}`);
  expect(seen.body.intakeLines).toEqual([
    { check: 'completeness', provenByRecord: true },
    { check: 'form', provenByRecord: true },
    { check: 'validity', provenByRecord: false },
    { check: 'identity', provenByRecord: false },
  ]);
  expect(seen.body.can['settleAcceptance.ACCEPT']).toEqual({ allowed: true });
  // The organ's own officer is confined by no agreement.
  expect((await officer.get(`/cases/${caseNo}`)).body.intakeLines).toEqual([]);
  const accepted = await officer.post(`/cases/${caseNo}/acceptance`, { outcome: 'ACCEPT', tolerated: [] });
  expect(types(accepted)).toEqual(['CaseAccepted', 'LetterSealed']);
});
