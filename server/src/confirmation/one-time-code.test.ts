import { expect, test } from 'vitest';
import { base32, codeAddress, codeAt, decryptSecret, encryptSecret, stepOf, stepOfCode } from './one-time-code.ts';

const ascii = (text: string) => Buffer.from(text, 'ascii');
const secrets = {
  sha1: ascii('12345678901234567890'),
  sha256: ascii('12345678901234567890123456789012'),
  sha512: ascii('1234567890123456789012345678901234567890123456789012345678901234'),
} as const;

test.each([
  ['1970-01-01T00:00:59.000Z', '94287082', '46119246', '90693936'],
  ['2005-03-18T01:58:29.000Z', '07081804', '68084774', '25091201'],
  ['2005-03-18T01:58:31.000Z', '14050471', '67062674', '99943326'],
  ['2009-02-13T23:31:30.000Z', '89005924', '91819424', '93441116'],
  ['2033-05-18T03:33:20.000Z', '69279037', '90698825', '38618901'],
  ['2603-10-11T11:33:20.000Z', '65353130', '77737706', '47863826'],
])('RFC 6238, appendix B: the codes of %s', (at, sha1, sha256, sha512) => {
  const digits = 8;
  expect(codeAt(secrets.sha1, stepOf(at), { algorithm: 'sha1', digits })).toBe(sha1);
  expect(codeAt(secrets.sha256, stepOf(at), { algorithm: 'sha256', digits })).toBe(sha256);
  expect(codeAt(secrets.sha512, stepOf(at), { algorithm: 'sha512', digits })).toBe(sha512);
});

test('RFC 4226, appendix D: six digits of the first counters', () => {
  expect([0, 1, 2, 9].map((step) => codeAt(secrets.sha1, step))).toEqual(['755224', '287082', '359152', '520489']);
});

test('RFC 4648, section 10: base32, without padding', () => {
  expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(ascii(text)))).toEqual([
    '',
    'MY',
    'MZXQ',
    'MZXW6',
    'MZXW6YQ',
    'MZXW6YTB',
    'MZXW6YTBOI',
  ]);
});

test('a code counts in its own step and in the two beside it, and nowhere else', () => {
  const at = '2025-03-03T01:00:10.000Z';
  const codeOf = (by: number) => codeAt(secrets.sha1, stepOf(at) + by);
  expect([-1, 0, 1].map((by) => stepOfCode(secrets.sha1, codeOf(by), at))).toEqual(
    [-1, 0, 1].map((by) => stepOf(at) + by),
  );
  expect([-2, 2].map((by) => stepOfCode(secrets.sha1, codeOf(by), at))).toEqual([undefined, undefined]);
  expect(stepOfCode(secrets.sha1, '', at)).toBeUndefined();
});

test('the address names issuer and login, and carries the secret', () => {
  const address = new URL(codeAddress(secrets.sha1, '两签 Liangqian', 'mk-officer-1'));
  expect([address.protocol, address.host, decodeURIComponent(address.pathname)]).toEqual([
    'otpauth:',
    'totp',
    '/两签 Liangqian:mk-officer-1',
  ]);
  expect(address.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(address.search).not.toContain('+');
});

test('R72: a stored secret opens for its owner only, and not when a bit was altered', () => {
  const key = Buffer.alloc(32, 7);
  const stored = encryptSecret(secrets.sha1, key, Buffer.alloc(12, 1), '110198\na');
  expect(Buffer.from(stored).includes(secrets.sha1)).toBe(false);
  expect(Buffer.from(decryptSecret(stored, key, '110198\na'))).toEqual(secrets.sha1);
  expect(() => decryptSecret(stored, key, '110198\nb')).toThrow('auth');
  const altered = Buffer.from(stored);
  altered.writeUInt8(altered.readUInt8(30) ^ 1, 30);
  expect(() => decryptSecret(altered, key, '110198\na')).toThrow('auth');
});
