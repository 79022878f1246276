import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Acting, actingIn, caseNoOf, told } from '../../test/district-story.ts';
import { type TestDistrict, testDistrict } from '../../test/platform.ts';
import { exampleIdNo } from '../identity/example-staff.ts';
import type { ReviewAct } from './review.ts';

const fromAt = '2025-01-01T00:00:00.000Z';
/** Serves in the market bureau under a contract. */
const hired = {
  personId: 'mk-hired',
  name: '某某',
  idNo: exampleIdNo(801),
  phone: '12001980999',
  employment: 'contract' as const,
  organ: 'MK',
  posts: [{ postId: 'mk-hired/departmentStaff', kind: 'departmentStaff' as const, organ: 'MK', fromAt }],
  relations: [],
  nameEn: 'Hired Hand',
  certificate: null,
};

let district: TestDistrict;
let acting: Acting;
beforeAll(async () => {
  district = await testDistrict('2025-03-03T01:00:00.000Z', (demo) => ({
    ...demo,
    people: { ...demo.people, people: [...demo.people.people, hired] },
  }));
  acting = actingIn(district);
}, 60_000);
afterAll(() => district.close());

test('R80: contract staff of the organ that was asked give no joint opinion, and preside over no hearing', async () => {
  const caseNo = caseNoOf(await acting.atWindow({ itemId: 'PS-03', form: {} }, '2025-03-03T01:10:00.000Z'));
  const at = '2025-03-04T01:00:00.000Z';
  expect(
    await acting.reviewBy('ps-officer-1', caseNo, { act: 'askJointOpinion', organ: 'MK', dueInDays: 5 }, at).then(told),
  ).toEqual(['JointOpinionAsked']);
  const opinion: ReviewAct = { act: 'giveJointOpinion', organ: 'MK', opinion: '同意', findings: [] };
  expect(told(await acting.reviewBy('mk-hired', caseNo, opinion, at))).toBe('contract-staff');
  expect(
    told(await acting.reviewBy('mk-hired', caseNo, { act: 'extendLimit', workingDays: 3, reason: '情况复杂' }, at)),
  ).toBe('contract-staff');
  const plan = { act: 'scheduleHearing', onDate: '2025-03-17', place: '会议室', presider: 'mk-hired' } as const;
  expect(told(await acting.reviewBy('ps-officer-1', caseNo, plan, at))).toBe('contract-staff');
  expect(told(await acting.reviewBy('mk-legal', caseNo, opinion, at))).toEqual(['JointOpinionGiven']);
});

test('R42: whoever is heard gets a sealed notice of day, place and presider with the act that sets them', async () => {
  const caseNo = caseNoOf(await acting.atWindow({ itemId: 'PS-03', form: {} }, '2025-03-03T01:20:00.000Z'));
  const at = '2025-03-04T01:00:00.000Z';
  const heard = (act: ReviewAct) => acting.reviewBy('ps-officer-1', caseNo, act, at).then(told);
  expect(await heard({ act: 'tellHearingRight', to: '何秀兰' })).toEqual(['HearingRightTold']);
  expect(await heard({ act: 'requestHearing', by: '何秀兰' })).toEqual(['HearingRequested']);
  const plan = { act: 'scheduleHearing', onDate: '2025-03-17', place: '三层听证室', presider: 'ps-legal' } as const;
  expect(await heard(plan)).toEqual(['HearingScheduled', 'LetterSealed']);
});
