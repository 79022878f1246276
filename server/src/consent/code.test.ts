import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeDigest, codeFrom, codeKey, readCode } from './code.ts';

test('a code is read as people type it and scanners send it', () => {
  expect([readCode('12345678'), readCode(' 1234 5678 '), readCode('1234-5678'), readCode('１２３４５６７８')]).toEqual(
    Array.from({ length: 4 }, () => '12345678'),
  );
  expect([readCode('1234567'), readCode('123456789'), readCode('1234567a'), readCode('')]).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
});

test('every code is eight digits, and the bytes that would make small ones likelier are drawn again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (bytes) => {
      const drawn = Buffer.from(bytes).readUInt32BE(0);
      const code = codeFrom(bytes);
      // 42 whole turns of 10⁸ fit into 2³².
      if (drawn >= 4_200_000_000) expect(code).toBeUndefined();
      else expect(code).toBe(String(drawn % 100_000_000).padStart(8, '0'));
    }),
  );
  expect(codeFrom(Buffer.from('00000007', 'hex'))).toBe('00000007');
  expect(codeFrom(Buffer.from('ffffffff', 'hex'))).toBeUndefined();
});

test('the digest of a code needs the key of the installation and of its realm', () => {
  const key = codeKey('passphrase', '110198');
  const digests = [key, codeKey('other', '110198'), codeKey('passphrase', '110101')].map((one) =>
    codeDigest(one, '12345678').toString('hex'),
  );
  expect(new Set(digests).size).toBe(3);
  expect(codeDigest(codeKey('passphrase', '110198'), '12345678').toString('hex')).toBe(digests[0]);
});
