import { afterEach, beforeEach, expect, test } from 'vitest';
import { apply, issueOwed } from '../decision/actions.ts';
import { projectCase } from '../desk/desk.ts';
import { Application, getPinnedVersion } from '../application/application.ts';
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

test('R25: a name that no letter can print holds up nothing: the case is accepted, the letter is owed, and the window issues it', async () => {
  const { platform } = district;
  const name = '王\u{e000}';
  // As a case stands that came in while the fonts of the office still had the character.
  const before = { ...platform, letters: { ...platform.letters, missingIn: () => Promise.resolve([]) } };
  const applicant = { kind: 'naturalPerson', name, idType: 'citizenId', idNo: '110198198601256910' };
  const clerk = { kind: 'person' as const, id: 'clerk-1' };
  const call = (at: string) => ({ actor: clerk, requestId: district.requestId(), at });
  const made = await receive(before, call(START), application({ applicant }));
  if (isRefusal(made)) throw new Error(made.code);
  const other = await received();
  district.setNow('2025-03-10T16:01:00.000Z');
  expect(await runRobotsOnce(platform, log)).toMatchObject({ 'deemed-acceptance': 2 });
  expect(await typesOf(other)).toContain('LetterSealed');
  const events = await readStream(platform.journal, platform.realm, made.stream);
  expect(events.slice(-2)).toMatchObject([
    { type: 'CaseAccepted', data: { deemed: true, acceptedAt: START } },
    { type: 'LetterNotMade', data: { documentKind: 'acceptanceNotice', code: 'glyph-missing' } },
  ]);
  const caseNo = made.stream.slice('case/'.length);
  const row = JSON.parse(
    projectCase({ ...platform, version: (id, no) => getPinnedVersion(platform, id, no) }, events) ?? '{}',
  );
  expect(row).toMatchObject({ state: 'accepted', dueOn: '2025-03-11' });

  const at = '2025-03-11T01:00:00.000Z';
  expect(await issueOwed(platform, call(at), caseNo, {})).toMatchObject({ code: 'glyph-missing' });
  const bad = await issueOwed(platform, call(at), caseNo, { printedAs: 'WANG \u{e000}' });
  expect(bad).toMatchObject({ code: 'name-not-printable' });
  const issued = await issueOwed(platform, call(at), caseNo, { printedAs: 'WANG Long' });
  expect(isRefusal(issued) ? issued.code : issued.events.map(({ type }) => type)).toEqual([
    'PrintedNameRecorded',
    'LetterSealed',
  ]);
  expect(await issueOwed(platform, call(at), caseNo, {})).toMatchObject({ code: 'no-letter-owed' });
});

test('R63: a renewal by silence stands without its letter, which is served once it could be made', async () => {
  const { platform } = district;
  const applicant = { kind: 'naturalPerson', name: '王\u{e000}', idType: 'citizenId', idNo: '110198198601256910' };
  const before = { ...platform, letters: { ...platform.letters, missingIn: () => Promise.resolve([]) } };
  const call = (id: string, at: string) => ({
    actor: { kind: 'person' as const, id },
    requestId: district.requestId(),
    at,
  });
  const renewal = { licenceNo: 'JZZ-1', expiresOn: '2025-04-30' };
  const paperLicence = { licenceNo: renewal.licenceNo, kind: '居住证', issuer: '北京市公安局云河分局' };
  const asked = application({ applicant, renewal, paperLicence, eDelivery: true });
  const made = await receive(before, call('clerk-1', START), asked);
  if (isRefusal(made)) throw new Error(made.code);
  district.setNow('2025-04-30T16:01:00.000Z');
  await runRobotsOnce(platform, log);
  await runRobotsOnce(platform, log);
  expect((await typesOf(made.stream)).slice(-2)).toEqual(['DecisionMade', 'LetterNotMade']);
  const caseNo = made.stream.slice('case/'.length);
  const issued = await issueOwed(platform, call('ps-officer-1', '2025-05-06T01:00:00.000Z'), caseNo, {
    printedAs: 'WANG Long',
  });
  expect(isRefusal(issued) ? issued.code : issued.events.map(({ type }) => type)).toEqual([
    'PrintedNameRecorded',
    'LetterSealed',
    'DecisionSealed',
  ]);
  district.setNow('2025-05-06T01:01:00.000Z');
  await runRobotsOnce(platform, log);
  expect((await typesOf(made.stream)).at(-1)).toBe('CaseDelivered');
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
