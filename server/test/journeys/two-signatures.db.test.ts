import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewDecision } from '../../src/decision/decision.ts';
import { deliver, deliveryRobot } from '../../src/delivery/actions.ts';
import { type Acting, actingIn, caseNoOf, told } from '../district-story.ts';
import { type TestDistrict, testDistrict } from '../platform.ts';

let district: TestDistrict;
let acting: Acting;
beforeAll(async () => {
  district = await testDistrict('2025-03-03T01:00:00.000Z');
  acting = actingIn(district);
}, 60_000);
afterAll(() => district.close());

const GRANT = { outcome: 'GRANT' } as const;

test('a restaurant licence goes from the window to the sealed decision and its delivery with two signatures', async () => {
  const form = { area: 200, chain: false, onlyPrepacked: false, hasRawOrCold: true };
  const restaurant = { itemId: 'MK-05', form, scope: { region: '110198', area: 200 } };
  const received = await acting.atWindow(restaurant, '2025-03-03T01:10:00.000Z');
  expect(told(received)).toEqual(['CaseReceived', 'FactsGathered', 'CaseAccepted', 'LetterSealed']);
  const caseNo = caseNoOf(received);
  const found = { dedicatedRoom: true, siteChecked: true, siteOk: true, toiletIsolated: true };
  const pair = ['mk-officer-1', 'mk-officer-2'];
  const visited = await acting.visitBy(pair, caseNo, {
    fromAt: '2025-03-04T02:00:00.000Z',
    toAt: '2025-03-04T03:00:00.000Z',
    findings: found,
  });
  expect(told(visited)).toEqual(['SiteVisited']);
  expect(told(await acting.signBy('mk-officer-1', caseNo, GRANT, '2025-03-05T02:00:00.000Z'))).toBe(
    'review-unfinished',
  );
  await acting.findBy('mk-officer-1', caseNo, {}, '2025-03-05T02:05:00.000Z');
  expect(told(await acting.signBy('mk-chief', caseNo, GRANT, '2025-03-05T02:10:00.000Z'))).toBe('proposal-needed');
  expect(told(await acting.signBy('mk-officer-1', caseNo, GRANT, '2025-03-05T02:15:00.000Z'))).toEqual([
    'DecisionProposed',
  ]);
  expect(told(await acting.signBy('mk-chief', caseNo, GRANT, '2025-03-05T03:05:00.000Z'))).toEqual([
    'DecisionMade',
    'DecisionSealed',
  ]);
  const at = '2025-03-05T03:06:00.000Z';
  const served = { method: 'electronic', recipient: '常源浩的政务账户' } as const;
  const robot = { actor: deliveryRobot, requestId: district.requestId(), at };
  expect(told(await deliver(district.platform, robot, caseNo, served))).toEqual(['CaseDelivered']);

  const events = await acting.eventsOf(caseNo);
  const view = viewDecision(events);
  // Promise 4: who signed, in which role, under which mandate, stands in the record; both signed the same document.
  expect(view.signatures.map(({ personId, role, mandate }) => [personId, role, mandate?.mandateNo])).toEqual([
    ['mk-officer-1', 'handler', 'YH-B-MK-2025'],
    ['mk-chief', 'chief', 'YH-B-MK-2025'],
  ]);
  const sealed = events.find(({ type }) => type === 'DecisionSealed');
  expect(sealed?.data).toMatchObject({ signedHash: view.decided?.documentHash });
  expect(view.review.acceptance.application.state).toBe('delivered');
});
