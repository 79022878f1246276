import { expect, test } from 'vitest';
import {
  checkRequestToken,
  defaultSessionPolicy,
  isEnded,
  isNoteDue,
  requestToken,
  sessionCookie,
  sessionToken,
  tokenHash,
} from './session.ts';

const createdAt = '2025-03-03T00:00:00.000Z';

test('a session ends at thirty idle minutes, that instant included', () => {
  const session = { createdAt, lastSeenAt: '2025-03-03T01:00:00.000Z' };
  expect(isEnded(session, '2025-03-03T01:29:59.999Z', defaultSessionPolicy)).toBe(false);
  expect(isEnded(session, '2025-03-03T01:30:00.000Z', defaultSessionPolicy)).toBe(true);
});

test('a session in steady use ends at twelve hours, that instant included', () => {
  const session = { createdAt, lastSeenAt: '2025-03-03T11:59:00.000Z' };
  expect(isEnded(session, '2025-03-03T11:59:59.999Z', defaultSessionPolicy)).toBe(false);
  expect(isEnded(session, '2025-03-03T12:00:00.000Z', defaultSessionPolicy)).toBe(true);
});

test('use is noted once in a minute, not at every request', () => {
  const session = { lastSeenAt: createdAt };
  expect(isNoteDue(session, '2025-03-03T00:00:59.999Z', defaultSessionPolicy)).toBe(false);
  expect(isNoteDue(session, '2025-03-03T00:01:00.000Z', defaultSessionPolicy)).toBe(true);
});

test('a change without the request token of its own session is refused', () => {
  const token = sessionToken(Buffer.alloc(32, 1));
  const other = sessionToken(Buffer.alloc(32, 2));
  expect(checkRequestToken(token, requestToken(token))).toBeUndefined();
  for (const given of [undefined, '', token, requestToken(other), `${requestToken(token)}x`]) {
    expect(checkRequestToken(token, given)).toMatchObject({ code: 'request-forged' });
  }
});

test('what is stored and what the page holds do not tell the session token', () => {
  const token = sessionToken(Buffer.alloc(32, 1));
  expect(token).toHaveLength(43);
  expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
  expect(requestToken(token)).not.toBe(token);
  expect(() => sessionToken(Buffer.alloc(31))).toThrow('32 random bytes');
});

test('the cookie is out of reach of scripts, and bound to the host under TLS', () => {
  expect(sessionCookie(true)).toMatchObject({
    name: '__Host-liangqian',
    options: { httpOnly: true, secure: true, path: '/' },
  });
  expect(sessionCookie(false)).toMatchObject({
    name: 'liangqian',
    options: { httpOnly: true, secure: false, sameSite: 'lax' },
  });
});
