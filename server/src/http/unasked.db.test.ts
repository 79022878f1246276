import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingIn, type Acting, caseNoOf, whole } from '../../test/district-story.ts';
import { type TestDistrict, testDistrict } from '../../test/platform.ts';
import { deemCaseAccepted, supplyDeferred } from '../acceptance/actions.ts';
import { receive } from '../application/actions.ts';
import { promisePart } from './promise-view.ts';

const nine = (on: string): string => `${on}T01:00:00.000Z`;

let district: TestDistrict;
let acting: Acting;
beforeAll(async () => {
  district = await testDistrict(nine('2025-03-03'));
  acting = actingIn(district);
}, 60_000);
afterAll(() => district.close());

async function unaskedOf(caseNo: string): Promise<readonly string[] | undefined> {
  return promisePart(district.platform, await acting.eventsOf(caseNo), nine('2025-03-12')).unasked;
}

test('R26, T06: what an accepted case lacks although nobody asked for it is shown, and may be brought until the decision', async () => {
  district.setShares({ missing: ['m.photo'] });
  const materials = [{ code: 'm.live', source: 'paper' as const }];
  const atWindow = acting.call('clerk-1', nine('2025-03-03'));
  const caseNo = caseNoOf(await receive(district.platform, atWindow, whole({ itemId: 'PS-03', materials })));
  expect(await unaskedOf(caseNo)).toBeUndefined();
  district.setNow(nine('2025-03-12'));
  const robot = { requestId: 'deemed-1', at: nine('2025-03-12') };
  expect(await deemCaseAccepted(district.platform, robot, caseNo)).toMatchObject({ repeated: false });
  expect(await unaskedOf(caseNo)).toEqual(['m.photo']);
  const supply = { materials: [{ code: 'm.photo', source: 'paper' as const }], form: {} };
  await supplyDeferred(district.platform, acting.call('clerk-1', nine('2025-03-12')), caseNo, supply);
  expect(await unaskedOf(caseNo)).toBeUndefined();
});
