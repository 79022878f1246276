import { expect, test } from 'vitest';
import { checkPassword, defaultPasswordCost, hashPassword, isPassword } from './password.ts';

const salt = Buffer.alloc(16, 7);
const cheap = { n: 2 ** 10, r: 8, p: 1 };

test('a password is kept with its own salt and cost, and fits only itself', async () => {
  const stored = await hashPassword('correct-horse', salt, cheap);
  expect(stored).toMatch(/^scrypt\$n=1024,r=8,p=1\$BwcHBwcHBwcHBwcHBwcHBw\$[\w-]{43}$/);
  expect(await isPassword('correct-horse', stored)).toBe(true);
  expect(await isPassword('correct-horsf', stored)).toBe(false);
  expect(await hashPassword('correct-horse', Buffer.alloc(16, 8), cheap)).not.toBe(stored);
});

test('the default cost is at least 2^15, and a hash of any cost stays readable', async () => {
  expect(defaultPasswordCost.n).toBeGreaterThanOrEqual(2 ** 15);
  expect(await isPassword('correct-horse', await hashPassword('correct-horse', salt))).toBe(true);
});

test('the same characters from another keyboard are the same password', async () => {
  const composed = 'caf\u00e9-caf\u00e9-caf\u00e9';
  const stored = await hashPassword(composed, salt, cheap);
  expect(await isPassword(composed.normalize('NFD'), stored)).toBe(true);
});

test('without an account no password fits, not even the one behind the fixed hash', async () => {
  expect(await isPassword('anything', undefined)).toBe(false);
  expect(await isPassword('', undefined)).toBe(false);
});

test('a short salt and an unreadable hash are faults', async () => {
  await expect(hashPassword('x', Buffer.alloc(15), cheap)).rejects.toThrow('at least 16 bytes');
  await expect(isPassword('x', 'scrypt$n=1,r=1,p=1$a$b')).rejects.toThrow('not readable');
});

test('hashes that fail give their turn back', async () => {
  const impossible = { n: 3, r: 8, p: 1 };
  const failing = Array.from({ length: 5 }, () => hashPassword('x', salt, impossible));
  const outcomes = await Promise.allSettled([...failing, hashPassword('x', salt, cheap)]);
  expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([false, false, false, false, false, true]);
});

test('a password has ten characters and does not contain the login', () => {
  expect(checkPassword('mk-head', '123456789')).toMatchObject({ code: 'password-weak' });
  expect(checkPassword('mk-head', '1234567890')).toBeUndefined();
  expect(checkPassword('mk-head', 'x-MK-Head-2026')).toMatchObject({ code: 'password-weak' });
  expect(checkPassword('mk-head', '👍'.repeat(9))).toMatchObject({ code: 'password-weak' });
});
