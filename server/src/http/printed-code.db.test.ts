import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildHttp } from './app.ts';
import { openLog } from '../kernel/log.ts';
import { applyAtWindow } from '../decision/actions.ts';
import { Application } from '../application/application.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { sealEvents } from '../seal/seal.ts';
import { type TestDistrict, testDistrict } from '../../test/platform.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await testDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

test('promise 8: the code printed on a letter leads to the check of exactly that letter, another number to none', async () => {
  const { platform } = district;
  const http = await buildHttp(platform, { log: openLog('silent'), requestId: district.requestId });
  const application = Application.parse({
    itemId: 'PS-06',
    applicant: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
    channel: 'window',
    form: { proofDays: 10, soloHousehold: true },
    materials: [{ code: 'm.juweihui', source: 'paper' }],
    scope: { region: '110198' },
    truthStatement: true,
  });
  const call = {
    actor: { kind: 'person' as const, id: 'clerk-1' },
    requestId: district.requestId(),
    at: platform.clock.now(),
  };
  const received = await applyAtWindow(platform, call, application, {
    outcome: 'ACCEPT',
    tolerated: [],
    checked: ['identity', 'validity'],
  });
  if (isRefusal(received)) throw new Error(received.code);
  const seal = sealEvents.SealApplied.parse(received.events.find(({ type }) => type === 'LetterSealed')?.data);
  const scanned = new URL(platform.place.verification(seal.docNo).url);
  const answer = await http.inject({ method: 'GET', url: `${scanned.pathname}${scanned.search}` });
  expect([answer.statusCode, answer.headers['location']]).toEqual([302, `/documents/${seal.sealedHash}`]);
  const check = await http.inject({ method: 'GET', url: `/api/documents/${seal.sealedHash}/check` });
  expect(check.json()).toMatchObject({ result: 'valid', docNo: seal.docNo });
  const stranger = await http.inject({ method: 'GET', url: '/verify?no=%E6%9F%90%E5%8F%B7' });
  expect(stranger.headers['location']).toBe(`/documents/${'0'.repeat(64)}`);
  await http.close();
});
