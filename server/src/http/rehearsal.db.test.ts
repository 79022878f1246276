import { afterAll, beforeAll, expect, test } from 'vitest';
import { apply, settle } from '../decision/actions.ts';
import { Application } from '../application/application.ts';
import { caseStream } from '../application/actions.ts';
import { readStream } from '../journal/actions.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { type TestDistrict, testDistrict } from '../../test/platform.ts';
import { rehearsal } from './rehearsal.ts';

const AT = '2025-03-03T01:00:00.000Z';

let district: TestDistrict;
beforeAll(async () => {
  district = await testDistrict(AT);
}, 60_000);
afterAll(() => district.close());

test('an act that is rehearsed is decided by the real rules and leaves nothing behind', async () => {
  const { platform } = district;
  const clerk = { kind: 'person' as const, id: 'clerk-1' };
  const application = Application.parse({
    itemId: 'PS-03',
    applicant: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
    channel: 'window',
    materials: ['m.live', 'm.photo'].map((code) => ({ code, source: 'paper' })),
    scope: { region: '110198' },
    truthStatement: true,
  });
  const received = await apply(platform, { actor: clerk, requestId: 'receive', at: AT }, application);
  if (isRefusal(received)) throw new Error(received.code);
  const caseNo = received.stream.slice('case/'.length);
  const before = await readStream(platform.journal, platform.realm, caseStream(caseNo));

  const stage = rehearsal(platform, before);
  const call = { actor: clerk, requestId: 'accept', at: AT };
  const tried = await settle(stage, call, caseNo, {
    outcome: 'ACCEPT',
    tolerated: [],
    checked: ['identity', 'validity'],
  });
  expect(isRefusal(tried) ? tried.code : tried.events.map(({ type }) => type)).toEqual([
    'CaseAccepted',
    'LetterSealed',
  ]);
  const refused = await settle(stage, { ...call, actor: { kind: 'person', id: 'mk-officer-1' } }, caseNo, {
    outcome: 'ACCEPT',
    tolerated: [],
  });
  expect(isRefusal(refused)).toBe(true);
  expect(await readStream(platform.journal, platform.realm, caseStream(caseNo))).toEqual(before);

  const done = await settle(platform, call, caseNo, {
    outcome: 'ACCEPT',
    tolerated: [],
    checked: ['identity', 'validity'],
  });
  expect(isRefusal(done) ? done.code : done.repeated).toBe(false);
});
