import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { type Applicant } from './applicant.ts';
import { exampleIdNo } from './example-staff.ts';
import { requestToken } from './session.ts';
import {
  changePassword,
  defaultIdentitySettings,
  type Door,
  findApplicant,
  findSession,
  openAccount,
  registerApplicant,
  resetPassword,
  signIn,
  signOut,
  sweepSessions,
} from './sign-in.ts';
import { setStaffClosed } from './store.ts';

const at = '2025-03-03T01:00:00.000Z';
const later = (minutes: number, ms = 0) => new Date(Date.parse(at) + minutes * 60_000 + ms).toISOString();
const password = 'Liangqian-2026';

let db: TestDatabase;
let door: Door;
let count = 0;
beforeAll(async () => {
  db = await testDatabase();
  const settings = { ...defaultIdentitySettings, passwordCost: { n: 2 ** 10, r: 8, p: 1 }, refusalTakesMs: 0 };
  door = { realm: '110198', database: db.database, settings, random: (size) => randomBytes(size) };
});
afterAll(() => db.drop());

async function newLogin(kind: 'staff' | 'applicant' = 'staff'): Promise<string> {
  count += 1;
  const login = `officer-${count}`;
  await openAccount(door, { login, kind, holderId: login, password, at });
  return login;
}

const OWN = '192.0.2.1';

async function enter(login: string, given = password, when = at, address = OWN) {
  return signIn(door, { login, password: given, at: when, address, isOffSite: false });
}

async function getToken(login: string, when = at): Promise<string> {
  const signedIn = await enter(login, password, when);
  if (isRefusal(signedIn)) throw new Error(signedIn.code);
  return signedIn.token;
}

test('who signs in gets a session of his own kind', async () => {
  const login = await newLogin('applicant');
  const token = await getToken(login);
  expect(await findSession(door, token, at)).toMatchObject({
    login,
    kind: 'applicant',
    holderId: login,
    isOffSite: false,
  });
  expect(requestToken(token)).not.toBe(requestToken(await getToken(login)));
});

test('a login is given once, and never with a weak password', async () => {
  const login = await newLogin();
  const again = { login, kind: 'staff' as const, holderId: 'x', password, at };
  expect(await openAccount(door, again)).toMatchObject({ code: 'login-taken' });
  expect(await openAccount(door, { ...again, login: 'new', password: 'short' })).toMatchObject({
    code: 'password-weak',
  });
});

test('wrong password, unknown login, locked and closed account get the same answer to the letter', async () => {
  const [wrong, locked, closed] = [await newLogin(), await newLogin(), await newLogin()];
  for (let attempt = 0; attempt < 5; attempt += 1) await enter(locked, 'wrong-password');
  await setStaffClosed(door.database, door.realm, closed, at);
  const answers = [
    await enter(wrong, 'wrong-password'),
    await enter('nobody'),
    await enter(locked),
    await enter(closed),
  ];
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ code: 'sign-in-refused', detail: {} });
});

test('a refusal is not answered sooner for an unknown login than for a known one', async () => {
  const held: Door = { ...door, settings: { ...door.settings, refusalTakesMs: 250 } };
  const login = await newLogin();
  for (const name of [login, 'nobody']) {
    const startedMs = performance.now();
    await signIn(held, { login: name, password: 'wrong-password', at, address: OWN, isOffSite: false });
    // The timer may fire a millisecond early.
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(249);
  }
});

test('five wrong passwords lock the account for fifteen minutes, to the instant, even for the right one', async () => {
  const login = await newLogin();
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect(await enter(login, 'wrong-password')).toMatchObject({ refused: true });
  expect(await enter(login)).toMatchObject({ code: 'sign-in-refused' });
  expect(await enter(login, password, later(15, -1))).toMatchObject({ code: 'sign-in-refused' });
  expect(isRefusal(await enter(login, password, later(15)))).toBe(false);
});

test('the next round of wrong passwords locks for twice as long', async () => {
  const login = await newLogin();
  for (let attempt = 0; attempt < 5; attempt += 1) await enter(login, 'wrong-password');
  for (let attempt = 0; attempt < 5; attempt += 1) await enter(login, 'wrong-password', later(15));
  expect(await enter(login, password, later(45, -1))).toMatchObject({ code: 'sign-in-refused' });
  expect(isRefusal(await enter(login, password, later(45)))).toBe(false);
});

test('a right password forgets the wrong ones before it', async () => {
  const login = await newLogin();
  for (let round = 0; round < 3; round += 1) {
    for (let attempt = 0; attempt < 4; attempt += 1) await enter(login, 'wrong-password');
    expect(isRefusal(await enter(login))).toBe(false);
  }
});

test('forty guesses sent at once get no look at the password after the fifth', async () => {
  const login = await newLogin();
  const guesses = Array.from({ length: 40 }, (_, index) => enter(login, index === 39 ? password : 'wrong-password'));
  const answers = await Promise.all(guesses);
  expect(answers.filter((answer) => !isRefusal(answer))).toEqual([]);
});

test('forty wrong guesses sent at once are charged as five and lock the account', async () => {
  const login = await newLogin();
  await Promise.all(Array.from({ length: 40 }, () => enter(login, 'wrong-password')));
  const { rows } = await db.database.query(
    'select failed_count, locked_until from identity.attempt where realm = $1 and login = $2',
    [door.realm, login],
  );
  expect(rows).toEqual([{ failed_count: 5, locked_until: later(15) }]);
});

test('whoever guesses elsewhere locks nobody out: the officer enters at his own address all day', async () => {
  const login = await newLogin();
  await getToken(login);
  for (let minutes = 1; minutes <= 8 * 60; minutes += 7)
    await enter(login, 'wrong-password', later(minutes), `198.51.100.${minutes % 250}`);
  for (const minutes of [60, 240, 480]) expect(isRefusal(await enter(login, password, later(minutes)))).toBe(false);
});

test('nor does he where the officer was never before, for longer than an hour', async () => {
  const login = await newLogin();
  for (let guess = 0; guess < 400; guess += 1)
    await enter(login, 'wrong-password', later(guess), `2001:db8:${guess.toString(16)}::1`);
  const answers = await Promise.all(
    Array.from({ length: 62 }, (_, minutes) => enter(login, password, later(400 + minutes), `203.0.113.${minutes}`)),
  );
  expect(answers.some((answer) => !isRefusal(answer))).toBe(true);
});

test('a guesser with a thousand addresses gets twenty looks before the brake, and twenty an hour at the end', async () => {
  const login = await newLogin();
  // Each look at the password is charged to the account first.
  const looksSoFar = async (): Promise<number> => {
    const { rows } = await db.database.query('select failed_count from identity.account where login = $1', [login]);
    return rows[0].failed_count;
  };
  const guessAll = async (minutes: number) => {
    const before = await looksSoFar();
    const network = `2001:db8:${minutes.toString(16)}`;
    await Promise.all(
      Array.from({ length: 40 }, (_, guess) => enter(login, 'wrong', later(minutes), `${network}:${guess}::1`)),
    );
    return (await looksSoFar()) - before;
  };
  expect([await guessAll(0), await guessAll(14), await guessAll(15), await guessAll(45)]).toEqual([20, 0, 20, 20]);
  expect([await guessAll(104), await guessAll(105), await guessAll(164), await guessAll(165)]).toEqual([0, 20, 0, 20]);
});

test('one address gets five looks, also where it is known, and its lock holds up no other', async () => {
  const login = await newLogin();
  await getToken(login);
  for (let attempt = 0; attempt < 5; attempt += 1) await enter(login, 'wrong-password');
  expect(await enter(login)).toMatchObject({ code: 'sign-in-refused' });
  expect(isRefusal(await enter(login, password, at, '192.0.2.2'))).toBe(false);
});

test('what is kept of attempts names no address, and is forgotten', async () => {
  const login = await newLogin();
  await enter(login, 'wrong-password');
  const kept = () => db.database.query('select * from identity.attempt where login = $1', [login]);
  expect(JSON.stringify((await kept()).rows)).not.toContain(OWN);
  await sweepSessions(door, later(24 * 60 - 1));
  expect((await kept()).rows).toHaveLength(1);
  await sweepSessions(door, later(24 * 60));
  expect((await kept()).rows).toEqual([]);
});

test('a session ends after thirty idle minutes, to the instant, and use prolongs it', async () => {
  const token = await getToken(await newLogin());
  expect(await findSession(door, token, later(30, -1))).toMatchObject({ lastSeenAt: later(30, -1) });
  expect(await findSession(door, token, later(60, -2))).toMatchObject({ lastSeenAt: later(60, -2) });
  expect(await findSession(door, token, later(90, -2))).toMatchObject({ code: 'session-ended' });
  expect(await findSession(door, token, later(60))).toMatchObject({ code: 'session-ended' });
});

test('a session in steady use ends after twelve hours', async () => {
  const token = await getToken(await newLogin());
  for (let minutes = 20; minutes < 720; minutes += 20)
    expect(isRefusal(await findSession(door, token, later(minutes)))).toBe(false);
  expect(await findSession(door, token, later(720))).toMatchObject({ code: 'session-ended' });
});

test('who signs out is out, and a token of another realm opens nothing', async () => {
  const token = await getToken(await newLogin());
  expect(await findSession({ ...door, realm: '110199' }, token, at)).toMatchObject({ code: 'session-ended' });
  await signOut(door, token);
  await signOut(door, token);
  expect(await findSession(door, token, at)).toMatchObject({ code: 'session-ended' });
});

test('a new password ends the other sessions and shuts out the old one', async () => {
  const login = await newLogin();
  const [mine, stolen] = [await getToken(login), await getToken(login)];
  const change = (oldPassword: string, newPassword: string) =>
    changePassword(door, mine, { oldPassword, newPassword, at, address: OWN });
  expect(await change('wrong-password', 'Another-2026')).toMatchObject({ code: 'sign-in-refused' });
  expect(await change(password, 'short')).toMatchObject({ code: 'password-weak' });
  expect(await change(password, 'Another-2026')).toEqual({ login });
  expect(await findSession(door, mine, at)).toMatchObject({ login });
  expect(await findSession(door, stolen, at)).toMatchObject({ code: 'session-ended' });
  expect(await enter(login)).toMatchObject({ code: 'sign-in-refused' });
  expect(isRefusal(await enter(login, 'Another-2026'))).toBe(false);
});

test('a forgotten password is set anew, which ends sessions and lock', async () => {
  const login = await newLogin();
  const token = await getToken(login);
  for (let attempt = 0; attempt < 5; attempt += 1) await enter(login, 'wrong-password');
  expect(await resetPassword(door, { login, newPassword: 'short', at })).toMatchObject({ code: 'password-weak' });
  expect(await resetPassword(door, { login, newPassword: 'Another-2026', at })).toEqual({ login });
  expect(await findSession(door, token, at)).toMatchObject({ code: 'session-ended' });
  expect(isRefusal(await enter(login, 'Another-2026'))).toBe(false);
});

test('ended sessions are swept, living ones stay', async () => {
  const [old, young] = [await getToken(await newLogin()), await getToken(await newLogin(), later(10))];
  await sweepSessions(door, later(30));
  expect(await findSession(door, young, later(30))).toMatchObject({ kind: 'staff' });
  // Asked at an instant when it still lived: the row itself is gone.
  expect(await findSession(door, old, at)).toMatchObject({ code: 'session-ended' });
});

test('R105: a closed account has no session and opens none', async () => {
  const login = await newLogin();
  const token = await getToken(login);
  await setStaffClosed(door.database, door.realm, login, at);
  expect(await findSession(door, token, at)).toMatchObject({ code: 'session-ended' });
  await setStaffClosed(door.database, door.realm, login, null);
  expect(await findSession(door, token, at)).toMatchObject({ code: 'session-ended' });
  expect(isRefusal(await enter(login))).toBe(false);
});

test('applicants are natural persons or organisations, each identity number once', async () => {
  const person: Applicant = {
    applicantId: 'a-1',
    kind: 'naturalPerson',
    idType: 'citizenId',
    name: '某',
    idNo: exampleIdNo(1),
    phone: '12001980000',
    verifiedAt: at,
  };
  const company: Applicant = {
    applicantId: 'a-2',
    kind: 'organisation',
    idType: 'uscc',
    name: '某公司',
    idNo: '11110198YH00010020',
    phone: '12001980000',
    verifiedAt: null,
    legalRepresentative: { name: '某', idNo: exampleIdNo(1) },
  };
  expect(await registerApplicant(door, person)).toBe(true);
  expect(await registerApplicant(door, company)).toBe(true);
  expect(await registerApplicant(door, { ...person, applicantId: 'a-3' })).toBe(false);
  expect(await findApplicant(door, 'a-1')).toEqual(person);
  expect(await findApplicant(door, 'a-2')).toEqual(company);
  expect(await findApplicant(door, 'a-3')).toBeUndefined();
});

test.each([
  ['liangqian_app', 'delete from identity.account'],
  ['liangqian_app', "update identity.account set holder_id = 'mk-head'"],
  ['liangqian_app', "update identity.session set login = 'mk-head'"],
  ['liangqian_app', "update identity.applicant set id_no = 'x'"],
  ['liangqian_app', 'truncate identity.session'],
  ['liangqian_auditor', 'select password_hash from identity.account'],
  ['liangqian_auditor', 'select token_hash from identity.session'],
  ['liangqian_auditor', 'select source from identity.attempt'],
  ['liangqian_app', "update identity.attempt set source = 'x'"],
  ['liangqian_reader', 'select login from identity.attempt'],
  ['liangqian_auditor', 'delete from identity.session'],
  ['liangqian_reader', 'select login from identity.account'],
  ['liangqian_reader', 'select name from identity.applicant'],
] as const)('%s may not: %s', async (role, sql) => {
  await expect(db.asRole(role).query(sql)).rejects.toMatchObject({ code: '42501' });
});

test('the auditor sees who could sign in and who did', async () => {
  await getToken(await newLogin());
  const auditor = db.asRole('liangqian_auditor');
  const accounts = await auditor.query('select login, failed_count, closed_at from identity.account');
  const sessions = await auditor.query('select login, created_at, off_site from identity.session');
  expect(Math.min(accounts.rows.length, sessions.rows.length)).toBeGreaterThan(0);
});

test('what strangers have used up is not given back to them by a sign-in at an address that is known', async () => {
  const login = await newLogin();
  await getToken(login);
  const strangers = Array.from({ length: 20 }, (_, place) => `198.51.100.${place + 1}`);
  await Promise.all(strangers.map((address) => enter(login, 'wrong', at, address)));
  expect(isRefusal(await enter(login, password, at, '203.0.113.1'))).toBe(true);
  await getToken(login);
  expect(isRefusal(await enter(login, password, at, '203.0.113.2'))).toBe(true);
  expect(isRefusal(await enter(login, password, later(15), '203.0.113.2'))).toBe(false);
  expect(isRefusal(await enter(login, 'wrong', later(15), '203.0.113.3'))).toBe(true);
  expect(isRefusal(await enter(login, password, later(15), '203.0.113.4'))).toBe(false);
});
