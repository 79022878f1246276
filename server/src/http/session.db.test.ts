import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';

const PASSWORD = 'Liangqian-2026';

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

async function enter(
  login: string,
  password: string,
  more: { headers?: Record<string, string>; remoteAddress?: string } = {},
) {
  const answer = await district.http.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login, password },
    ...more,
  });
  return { status: answer.statusCode, cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

async function statusOf(cookie: string): Promise<number> {
  return (await district.http.inject({ url: '/api/session', headers: { cookie } })).statusCode;
}

test('a sign-in ends the session that the browser had before, of whomever it was', async () => {
  const first = await enter('ps-officer-1', PASSWORD);
  expect(await statusOf(first.cookie)).toBe(200);
  const elsewhere = await enter('ps-officer-1', PASSWORD);
  const second = await enter('ps-chief', PASSWORD, { headers: { cookie: first.cookie } });
  expect([await statusOf(first.cookie), await statusOf(second.cookie)]).toEqual([401, 200]);
  // Another browser of the same person is another session.
  expect(await statusOf(elsewhere.cookie)).toBe(200);
});

test('a refused sign-in leaves the session as it was', async () => {
  const first = await enter('ps-officer-1', PASSWORD);
  expect((await enter('ps-chief', 'not-the-password', { headers: { cookie: first.cookie } })).status).toBe(401);
  expect(await statusOf(first.cookie)).toBe(200);
});

test('wrong passwords count for the address of the connection, whatever a client claims to be', async () => {
  for (let attempt = 0; attempt < 5; attempt += 1)
    await enter('ps-officer-2', 'not-the-password', { headers: { 'x-forwarded-for': `198.51.100.${attempt}` } });
  expect((await enter('ps-officer-2', PASSWORD)).status).toBe(401);
  expect((await enter('ps-officer-2', PASSWORD, { remoteAddress: '192.0.2.9' })).status).toBe(200);
});
