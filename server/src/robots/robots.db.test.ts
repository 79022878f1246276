import { afterEach, beforeEach, expect, test } from 'vitest';
import { apply } from '../decision/actions.ts';
import { Application } from '../application/application.ts';
import { receive } from '../application/actions.ts';
import { recordLeaving } from '../identity/actions.ts';
import { readStream } from '../journal/actions.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { openLog } from '../kernel/log.ts';
import { type TestDistrict, testDistrict } from '../../test/platform.ts';
import { runRobotsOnce, startRobots } from './robots.ts';

const log = openLog('silent');
const START = '2025-03-03T01:00:00.000Z';

let district: TestDistrict;
beforeEach(async () => {
  district = await testDistrict(START);
}, 60_000);
afterEach(() => district.close());

function application(more: object = {}): Application {
  return Application.parse({
    itemId: 'PS-03',
    applicant: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
    channel: 'window',
    materials: ['m.live', 'm.photo'].map((code) => ({ code, source: 'paper' })),
    scope: { region: '110198' },
    truthStatement: true,
    ...more,
  });
}

async function received(more: object = {}): Promise<string> {
  const call = { actor: { kind: 'person' as const, id: 'clerk-1' }, requestId: district.requestId(), at: START };
  const answer = await receive(district.platform, call, application(more));
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.stream;
}

async function typesOf(stream: string): Promise<readonly string[]> {
  const { journal, realm } = district.platform;
  return (await readStream(journal, realm, stream)).map(({ type }) => type);
}

test('R25: an application on which the window kept silent for five working days counts as accepted, on the day after and not before', async () => {
  const stream = await received();
  district.setNow('2025-03-10T15:59:00.000Z');
  await runRobotsOnce(district.platform, log);
  expect(await typesOf(stream)).not.toContain('CaseAccepted');
  district.setNow('2025-03-10T16:01:00.000Z');
  expect(await runRobotsOnce(district.platform, log)).toMatchObject({ 'deemed-acceptance': 1 });
  const events = await readStream(district.platform.journal, district.platform.realm, stream);
  const accepted = events.find(({ type }) => type === 'CaseAccepted');
  expect(accepted).toMatchObject({
    actor: { kind: 'robot', id: 'robot/deemed-acceptance' },
    data: { deemed: true, acceptedAt: START },
  });
  expect(await runRobotsOnce(district.platform, log)).toMatchObject({ 'deemed-acceptance': 0 });
});

test('R87: the robot serves a decision electronically where the applicant agreed, once, however often it is asked', async () => {
  const call = { actor: { kind: 'applicant' as const, id: 'applicant-1' }, requestId: district.requestId(), at: START };
  const online = application({
    itemId: 'HL-05',
    channel: 'online',
    materials: [{ code: 'm.form', source: 'form' }],
  });
  const answer = await apply(district.platform, call, online);
  if (isRefusal(answer)) throw new Error(answer.code);
  expect(await runRobotsOnce(district.platform, log)).toMatchObject({ outbox: 1 });
  expect(await runRobotsOnce(district.platform, log)).toMatchObject({ outbox: 0 });
  expect((await typesOf(answer.stream)).filter((type) => type === 'CaseDelivered')).toHaveLength(1);
});

test('R105: who leaves is stopped in every mandate that names him, at once and by the robot', async () => {
  const { platform } = district;
  const stops = () => platform.mandateBook.get('YH-B-PS-2025')?.suspendedHolders ?? [];
  expect(stops()).toEqual([]);
  const left = await recordLeaving(platform.identity, {
    personId: 'ps-officer-1',
    command: { reason: 'transferred' },
    actor: { kind: 'operator', id: 'test' },
    requestId: district.requestId(),
    at: START,
  });
  expect(isRefusal(left)).toBe(false);
  await runRobotsOnce(platform, log);
  expect(stops()).toEqual(['ps-officer-1']);
});

test('R104: the end of a term is recorded when it has come, after thirty days of warning', async () => {
  const { platform } = district;
  const [view] = platform.mandateBook.list();
  const { mandateNo, term } = view?.versions[0]?.letter ?? { mandateNo: '', term: { to: '' } };
  district.setNow(new Date(Date.parse(term.to) - 1).toISOString());
  await runRobotsOnce(platform, log);
  expect(platform.mandateBook.get(mandateNo)?.versions[0]?.isExpired).toBe(false);
  district.setNow(term.to);
  await runRobotsOnce(platform, log);
  expect(platform.mandateBook.get(mandateNo)?.versions[0]?.isExpired).toBe(true);
});

test('work that fails is tried again later and says why, and holds up nothing else', async () => {
  const { platform } = district;
  const call = { actor: { kind: 'applicant' as const, id: 'applicant-1' }, requestId: district.requestId(), at: START };
  const made = await apply(
    platform,
    call,
    application({ itemId: 'HL-05', channel: 'online', materials: [{ code: 'm.form', source: 'form' }] }),
  );
  if (isRefusal(made)) throw new Error(made.code);
  const broken = { ...platform, journal: { ...platform.journal, append: () => Promise.reject(new Error('no disk')) } };
  expect(await runRobotsOnce(broken, log)).toMatchObject({ outbox: 0 });
  // Not due again before its wait is over.
  expect(await runRobotsOnce(platform, log)).toMatchObject({ outbox: 0 });
  district.setNow('2025-03-03T01:00:06.000Z');
  expect(await runRobotsOnce(platform, log)).toMatchObject({ outbox: 1 });
  expect(await typesOf(made.stream)).toContain('CaseDelivered');
});

test('started robots stop when they are told to, after what is under way', async () => {
  const robots = startRobots(district.platform, log);
  await robots.stop();
  await expect(robots.stop()).resolves.toBeUndefined();
});
