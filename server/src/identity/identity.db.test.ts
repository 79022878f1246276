import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openJournal, perform } from '../journal/actions.ts';
import { readStreams } from '../journal/store.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import {
  assignPost,
  declareAbsence,
  endPost,
  enrolPerson,
  findOrgan,
  findPerson,
  findSession,
  type Identity,
  listOrgans,
  matchAccounts,
  openIdentity,
  recordLeaving,
  reinstatePerson,
  revokeCertificate,
  rosterOf,
  signIn,
  suspendPerson,
} from './actions.ts';
import { DemoPeople, loadDemoPeople } from './demo-people.ts';
import { checkInOffice, isAbsentAt, postsAt } from './person.ts';
import { suspendPerson as suspendStep } from './person-steps.ts';
import { conflictOf } from './recusal.ts';
import { whoMayAct } from './roster.ts';
import { defaultIdentitySettings } from './sign-in.ts';

const demo = DemoPeople.parse(
  JSON.parse(readFileSync(new URL('../../../db/demo/people.json', import.meta.url), 'utf8')),
);
const at = '2025-03-03T01:00:00.000Z';
const settings = { ...defaultIdentitySettings, passwordCost: { n: 2 ** 10, r: 8, p: 1 }, refusalTakesMs: 0 };
const feed = { kind: 'robot', id: 'staff-feed' } as const;

let db: TestDatabase;
let identity: Identity;
beforeAll(async () => {
  db = await testDatabase();
  identity = await openIdentity({ realm: demo.realm, journal: openJournal(db.database), settings });
  await loadDemoPeople(identity, demo, at);
});
afterAll(() => db.drop());

const act = <C>(personId: string, requestId: string, command: C) => ({ personId, command, actor: feed, requestId, at });

async function isFenceOpen(key: string): Promise<boolean | undefined> {
  const { rows } = await db.database.query<{ open: boolean }>(
    'select open from journal.fence where realm = $1 and key = $2',
    [demo.realm, key],
  );
  return rows[0]?.open;
}

test('the demo district is established: organs with heads, staff in posts, every fence open', async () => {
  expect(listOrgans(identity)).toHaveLength(26);
  expect(listOrgans(identity).filter(({ headPersonId }) => headPersonId === null)).toEqual([]);
  expect(findOrgan(identity, 'MK')).toMatchObject({ headPersonId: 'mk-head', abbreviation: '云市监' });
  expect(findPerson(identity, 'mk-chief')).toMatchObject({ organ: 'MK', certificate: 'valid', status: 'active' });
  expect(rosterOf(identity, 'MK')).toHaveLength(7);
  expect(await isFenceOpen('person/mk-chief')).toBe(true);
});

test('loading the demo district twice changes nothing', async () => {
  const before = await readStreams(db.database, demo.realm, 'person/');
  await loadDemoPeople(identity, demo, at);
  expect(await readStreams(db.database, demo.realm, 'person/')).toHaveLength(before.length);
});

test('every demo sign-in opens a session', async () => {
  const signedIn = await Promise.all(
    demo.demoSignIns.map(({ login, password }) =>
      signIn(identity, { login, password, at, isOffSite: false, address: '192.0.2.1' }),
    ),
  );
  expect(signedIn.filter((answer) => isRefusal(answer))).toEqual([]);
});

test('R44: the demo officer stands aside for the agent who is his sister-in-law', () => {
  const officer = findPerson(identity, 'mk-officer-1');
  const agent = demo.applicants.find(({ applicantId }) => applicantId === 'applicant-8');
  if (officer === undefined || agent === undefined) throw new Error('demo people are missing');
  expect(conflictOf(officer, [{ role: 'agent', idNo: agent.idNo }])).toEqual([{ role: 'agent', ground: 'affinity' }]);
});

test('one human being is enrolled once, until he has left', async () => {
  const officer = demo.people.find(({ personId }) => personId === 'ed-officer-1');
  if (officer === undefined) throw new Error('demo people are missing');
  const { name, idNo, phone } = officer;
  const command = {
    personId: 'ed-again',
    name,
    idNo: idNo.toLowerCase(),
    phone,
    employment: 'civilServant' as const,
    organ: 'DR',
  };
  const enrol = (requestId: string) => enrolPerson(identity, { command, actor: feed, requestId, at });
  expect(await enrol('again-1')).toMatchObject({ code: 'person-taken', detail: { personId: 'ed-officer-1' } });
  await recordLeaving(identity, act('ed-officer-1', 'again-2', { reason: 'transferred' as const }));
  expect(await enrol('again-3')).toMatchObject({ stream: 'person/ed-again' });
});

test('R80: a contract clerk is refused the post of an officer', async () => {
  const post = { postId: 'x', kind: 'postedOfficer' as const, organ: 'YH-CENTRE', centre: 'YH-CENTRE', fromAt: at };
  expect(await assignPost(identity, act('clerk-1', 'r80', { post }))).toMatchObject({ code: 'contract-staff' });
});

test('R105: leaving closes the fence in the same commit, ends the posts and the open session', async () => {
  const signedIn = await signIn(identity, {
    login: 'hl-officer-1',
    password: 'Liangqian-2026',
    at,
    isOffSite: false,
    address: '192.0.2.1',
  });
  if (isRefusal(signedIn)) throw new Error(signedIn.code);
  expect(await recordLeaving(identity, act('hl-officer-1', 'r105', { reason: 'transferred' as const }))).toMatchObject({
    repeated: false,
  });
  expect(await isFenceOpen('person/hl-officer-1')).toBe(false);
  const outbox = await db.database.query('select topic from journal.outbox where payload like $1', [
    '%person/hl-officer-1%',
  ]);
  expect(outbox.rows).toEqual([{ topic: 'identity.personBarred' }]);
  expect(await findSession(identity, signedIn.token, at)).toMatchObject({ code: 'session-ended' });
  expect(
    await signIn(identity, {
      login: 'hl-officer-1',
      password: 'Liangqian-2026',
      at,
      isOffSite: false,
      address: '192.0.2.1',
    }),
  ).toMatchObject({ refused: true });
  const acting = whoMayAct({ post: 'postedOfficer', organ: 'HL', at, roster: rosterOf(identity, 'HL') });
  expect(acting).toMatchObject({ personId: 'hl-officer-2', rank: 'deputy' });
});

test('a repeated act answers as the first did and changes nothing', async () => {
  const again = await recordLeaving(identity, act('hr-officer-1', 'leave-1', { reason: 'retired' as const }));
  const repeated = await recordLeaving(identity, act('hr-officer-1', 'leave-1', { reason: 'retired' as const }));
  expect([again, repeated]).toMatchObject([
    { seq: 4, repeated: false },
    { seq: 4, repeated: true },
  ]);
});

test('T13: a compromised key closes the fence, the account stays open for reading', async () => {
  await revokeCertificate(identity, act('cv-officer-1', 't13', { reason: 'compromised' as const }));
  expect(await isFenceOpen('person/cv-officer-1')).toBe(false);
  const person = findPerson(identity, 'cv-officer-1');
  expect(person === undefined ? undefined : checkInOffice(person)).toMatchObject({ code: 'certificate-revoked' });
  const signedIn = await signIn(identity, {
    login: 'cv-officer-1',
    password: 'Liangqian-2026',
    at,
    isOffSite: false,
    address: '192.0.2.1',
  });
  expect(isRefusal(signedIn)).toBe(false);
});

test('suspension shuts fence and account, reinstatement opens both', async () => {
  const credentials = { login: 'ps-officer-1', password: 'Liangqian-2026', at, isOffSite: false, address: '192.0.2.1' };
  await suspendPerson(identity, act('ps-officer-1', 's1', { reason: '调查' }));
  expect(await isFenceOpen('person/ps-officer-1')).toBe(false);
  expect(await signIn(identity, credentials)).toMatchObject({ code: 'sign-in-refused' });
  await reinstatePerson(identity, act('ps-officer-1', 's2', { reason: '查清' }));
  expect(await isFenceOpen('person/ps-officer-1')).toBe(true);
  expect(isRefusal(await signIn(identity, credentials))).toBe(false);
});

test('R105: what another process recorded shuts the account when the robot matches it', async () => {
  const other = await openIdentity({ realm: demo.realm, journal: openJournal(db.database), settings });
  // The step alone, as when that process dies before it closes the account.
  await perform(other.journal, suspendStep, {
    realm: demo.realm,
    stream: 'person/ct-officer-1',
    command: { reason: '调查' },
    facts: () => undefined,
    actor: feed,
    requestId: 'other',
    at,
  });
  await matchAccounts(identity, 'ct-officer-1', at);
  expect(findPerson(identity, 'ct-officer-1')).toMatchObject({ status: 'suspended' });
  const credentials = { login: 'ct-officer-1', password: 'Liangqian-2026', at, isOffSite: false, address: '192.0.2.1' };
  expect(await signIn(identity, credentials)).toMatchObject({ refused: true });
});

test('promise 6: absence and the end of a post move work along the roster', async () => {
  const absence = { absenceId: 'a', reason: 'sick' as const, fromAt: at, untilAt: '2025-03-04T01:00:00.000Z' };
  await declareAbsence(identity, act('wa-officer-1', 'a1', { absence }));
  const absent = findPerson(identity, 'wa-officer-1');
  expect(absent === undefined ? undefined : isAbsentAt(absent, at)).toBe(true);
  await endPost(identity, act('wa-officer-2', 'e1', { postId: 'wa-officer-2/postedOfficer', reason: '轮岗' }));
  const ended = findPerson(identity, 'wa-officer-2');
  expect(ended === undefined ? undefined : postsAt(ended, at)).toEqual([]);
  const acting = whoMayAct({ post: 'postedOfficer', organ: 'WA', at, roster: rosterOf(identity, 'WA') });
  expect(acting).toMatchObject({ personId: 'wa-chief', rank: 'chiefRepresentative' });
});
