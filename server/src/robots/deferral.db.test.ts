import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingIn, type Acting, caseNoOf, whole } from '../../test/district-story.ts';
import { type TestDistrict, testDistrict } from '../../test/platform.ts';
import { supplyDeferred } from '../acceptance/actions.ts';
import { openLog } from '../kernel/log.ts';
import { runRobotsOnce } from './robots.ts';

const nine = (on: string): string => `${on}T01:00:00.000Z`;

let district: TestDistrict;
let acting: Acting;
beforeAll(async () => {
  district = await testDistrict(nine('2025-03-03'));
  acting = actingIn(district);
}, 60_000);
afterAll(() => district.close());

/** Accepted on Monday with the photograph promised for Thursday. */
async function tolerated(): Promise<string> {
  district.setShares({ missing: ['m.photo'] });
  const materials = [{ code: 'm.live', source: 'paper' as const }];
  const application = whole({ itemId: 'PS-03', materials, deferral: { codes: ['m.photo'], untilOn: '2025-03-06' } });
  const outcome = { outcome: 'ACCEPT', tolerated: ['m.photo'], toleratedUntilOn: '2025-03-06' } as const;
  const checked: ('identity' | 'validity')[] = ['identity', 'validity'];
  const answer = await acting.atWindow(application, nine('2025-03-03'), {
    ...outcome,
    tolerated: ['m.photo'],
    checked,
  });
  return caseNoOf(answer);
}

async function robotsOn(on: string): Promise<void> {
  district.setNow(nine(on));
  await runRobotsOnce(district.platform, openLog('silent'));
}

async function typesOf(caseNo: string): Promise<readonly string[]> {
  return (await acting.eventsOf(caseNo)).map(({ type }) => type);
}

test('R32: a robot reminds when the promised day is over, and ends the case when the reminder was in vain', async () => {
  const [late, mended, punctual] = [await tolerated(), await tolerated(), await tolerated()];
  const supply = { materials: [{ code: 'm.photo', source: 'paper' as const }], form: {} };
  await supplyDeferred(district.platform, acting.call('clerk-1', nine('2025-03-05')), punctual, supply);
  await robotsOn('2025-03-06');
  expect(await typesOf(late)).not.toContain('DeferralReminded');
  await robotsOn('2025-03-07');
  expect(await typesOf(late)).toContain('DeferralReminded');
  expect(await typesOf(punctual)).not.toContain('DeferralReminded');
  await supplyDeferred(district.platform, acting.call('clerk-1', nine('2025-03-10')), mended, supply);
  await robotsOn('2025-03-14');
  expect(await typesOf(late)).not.toContain('CaseTerminated');
  await robotsOn('2025-03-15');
  expect((await typesOf(late)).slice(-2)).toEqual(['CaseTerminated', 'LetterSealed']);
  expect(await typesOf(mended)).not.toContain('CaseTerminated');
  const ended = (await acting.eventsOf(late)).find(({ type }) => type === 'CaseTerminated');
  expect(ended).toMatchObject({
    actor: { kind: 'robot', id: 'robot/deferred-materials' },
    data: { ground: 'deferredMaterialsOverdue' },
  });
});
