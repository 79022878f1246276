import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseStream } from '../../src/application/actions.ts';
import { review } from '../../src/review/actions.ts';
import { applyAtWindow, draftDecision, sign } from '../../src/decision/actions.ts';
import { Application } from '../../src/application/application.ts';
import { readStream } from '../../src/journal/actions.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { DEMO_PIN } from '../../src/demo-district.ts';
import { type TestDistrict, testDistrict } from '../platform.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await testDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

test('a two-signature case goes from application to sealed decision', async () => {
  const { platform } = district;
  const at = '2025-03-03T01:10:00.000Z';
  const application = Application.parse({
    itemId: 'MK-05',
    applicant: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
    channel: 'window',
    form: { area: 200, chain: false, onlyPrepacked: false, hasRawOrCold: true },
    materials: [
      { code: 'm.floor', source: 'file', reference: 'a' },
      { code: 'm.flow', source: 'file', reference: 'b' },
      { code: 'm.rule', source: 'file', reference: 'c' },
    ],
    scope: { region: '110198', area: 200 },
    truthStatement: true,
  });
  const clerk = { actor: { kind: 'person' as const, id: 'clerk-1' }, requestId: district.requestId(), at };
  const received = await applyAtWindow(platform, clerk, application, { outcome: 'ACCEPT', tolerated: [] });
  expect(isRefusal(received) ? received : received.events.map((event) => event.type)).toEqual([
    'CaseReceived',
    'FactsGathered',
    'CaseAccepted',
    'LetterSealed',
  ]);
  if (isRefusal(received)) return;
  const caseNo = received.stream.slice(5);
  district.setNow('2025-03-05T02:00:00.000Z');
  const officer = { kind: 'person' as const, id: 'mk-officer-1' };
  console.log(caseNo);
  const command = { outcome: 'GRANT' as const, reason: '符合条件', facts: '', norms: [], forwardToHead: false };
  const draft = await draftDecision(
    platform,
    { actor: officer, at: '2025-03-05T02:00:00.000Z' },
    await readStream(platform.journal, '110198', caseStream(caseNo)),
    command,
  );
  console.log(isRefusal(draft) ? draft : { ...draft, pdf: draft.pdf.length });
  if (isRefusal(draft)) return;
  const visit = await review(
    platform,
    { actor: officer, requestId: district.requestId(), at: '2025-03-05T02:00:00.000Z' },
    caseNo,
    {
      act: 'recordSiteVisit',
      address: '云桥街道1号',
      place: { latitude: 39.9, longitude: 116.4 },
      fromAt: '2025-03-04T02:00:00Z',
      toAt: '2025-03-04T03:00:00Z',
      officers: ['mk-officer-1', 'mk-officer-2'],
      signedBy: ['mk-officer-1', 'mk-officer-2'],
      record: '核查记录1',
      findings: [
        { name: 'dedicatedRoom', value: true, evidence: '照片1' },
        { name: 'siteChecked', value: true, evidence: '记录' },
        { name: 'siteOk', value: true, evidence: '记录' },
        { name: 'toiletIsolated', value: true, evidence: '照片2' },
      ],
    },
  );
  console.log(isRefusal(visit) ? visit : visit.events.map((e) => e.type));
  const points = [0, 1, 2, 3, 4].map((point) => ({ point, result: 'met' as const, evidence: '材料' }));
  const first = await sign(
    platform,
    { actor: officer, requestId: district.requestId(), at: '2025-03-05T02:05:00.000Z' },
    caseNo,
    {
      decision: { ...command, documentHash: draft.documentHash, recusal: 'none' },
      pin: DEMO_PIN,
      review: { act: 'recordFindings', findings: [], points },
    },
  );
  console.log(isRefusal(first) ? first : first.events.map((e) => e.type));
  const chief = { kind: 'person' as const, id: 'mk-chief' };
  const draft2 = await draftDecision(
    platform,
    { actor: chief, at: '2025-03-05T02:00:00.000Z' },
    await readStream(platform.journal, '110198', caseStream(caseNo)),
    command,
  );
  if (isRefusal(draft2)) {
    console.log(draft2);
    return;
  }
  const second = await sign(
    platform,
    { actor: chief, requestId: district.requestId(), at: '2025-03-05T03:05:00.000Z' },
    caseNo,
    { decision: { ...command, documentHash: draft2.documentHash, recusal: 'none' }, pin: DEMO_PIN },
  );
  console.log(isRefusal(second) ? second : second.events.map((e) => [e.type, e.actor, e.mandate?.mandateNo]));
});
