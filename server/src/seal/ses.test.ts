import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCertificate } from './certificate.ts';
import { DerError } from './der.ts';
import { EXAMPLE, exampleSeal, hostileStructures, type Deviations } from './example-seal.ts';
import { readRevocationList } from './revocation-list.ts';
import { readSignature } from '@liangqian/verify/ses.ts';
import { readSigningRequest } from './signing-request.ts';
import { sm3 } from './sm2.ts';
import { partiesOf, resultOf, type SealTrust, verifySes } from './verify-ses.ts';

const example = await exampleSeal();
const trust: SealTrust = { roots: [example.root], revoked: [] };
const good = await example.signature(4);

const written: readonly (readonly [string, 1 | 4 | 5, Deviations])[] = [
  ['version 4 as we write it', 4, {}],
  ['version 4 with digests of the certificates', 4, { digests: true }],
  ['version 4 with `critical FALSE` written out', 4, { explicitFalse: true }],
  ['version 4 with a raw pair of r and s', 4, { rawPair: true }],
  ['version 5', 5, {}],
  ['version 5 with digests of the certificates', 5, { digests: true }],
  ['version 1', 1, {}],
];

test.each(written)('R85: %s is read and valid', async (_, version, deviations) => {
  const { ses, checks } = verify(await example.signature(version, deviations));
  expect(checks.filter(({ verdict }) => verdict !== true).map(({ name }) => name)).toEqual(['timeStamp']);
  expect(resultOf(checks)).toBe('valid');
  expect(ses).toMatchObject({ version, at: EXAMPLE.at });
  expect(ses.seal).toMatchObject({ version, sealId: EXAMPLE.sealId, name: EXAMPLE.name, validToAt: EXAMPLE.toAt });
});

test.each(written)('%s over another document is not valid', async (_, version, deviations) => {
  const ses = readSignature(await example.signature(version, deviations));
  const checks = verifySes(partiesOf(ses), sm3(Buffer.from('另一份文书')), trust);
  expect(failed(checks)).toEqual(['digest']);
});

test.each([4, 5] as const)('version %i with an unknown critical extension is not valid', async (version) => {
  const { checks } = verify(await example.signature(version, { criticalExtension: true }));
  expect(failed(checks)).toEqual(['extensions']);
});

describe('a time stamp', () => {
  const timeStamp = Buffer.from('token');
  const stampedAt = (at: string): SealTrust => ({ ...trust, verifyTimeStamp: () => ({ at }) });

  test('that nobody can judge leaves the whole undecided', async () => {
    expect(resultOf(verify(await example.signature(4, { timeStamp })).checks)).toBe('undecided');
  });

  test('that is wrong makes the whole invalid', async () => {
    const wrong: SealTrust = { ...trust, verifyTimeStamp: () => ({ fault: '…' }) };
    expect(failed(verify(await example.signature(4, { timeStamp }), wrong).checks)).toEqual(['timeStamp']);
  });

  test('takes the place of the claimed time', async () => {
    const signature = await example.signature(4, { timeStamp });
    expect(resultOf(verify(signature, stampedAt(EXAMPLE.at)).checks)).toBe('valid');
    expect(failed(verify(signature, stampedAt('2030-06-01T00:00:00.000Z')).checks)).toEqual([
      'sealTerm',
      'certificateValid',
    ]);
  });

  test('older than the claimed time is a contradiction', async () => {
    const signature = await example.signature(4, { timeStamp });
    expect(failed(verify(signature, stampedAt('2025-03-03T01:00:00.000Z')).checks)).toEqual(['timeOrder']);
  });

  test('of a version 5 seal is not older than the seal', async () => {
    const signature = await example.signature(5, { sealTimeStamp: timeStamp });
    expect(resultOf(verify(signature, stampedAt(EXAMPLE.at)).checks)).toBe('valid');
    expect(failed(verify(signature, stampedAt('2024-12-31T00:00:00.000Z')).checks)).toEqual(['sealTimeStamp']);
    expect(resultOf(verify(signature).checks)).toBe('undecided');
  });
});

test.each([1, 4, 5] as const)(
  'every single altered byte of a version %i signature is detected',
  { timeout: 120_000 },
  async (version) => {
    const whole = Buffer.from(await example.signature(version));
    const missed: number[] = [];
    for (let index = 0; index < whole.length; index += 1) {
      const before = whole[index] ?? 0;
      whole[index] = before ^ (1 << (index % 8));
      if (judge(whole) !== 'invalid') missed.push(index);
      whole[index] = before;
    }
    // The certificate outside what is signed is compared with the list inside it; nothing is left over.
    expect(missed).toEqual([]);
    expect(judge(whole)).toBe('valid');
  },
);

describe('bad input gets a reason', () => {
  const readers = { readSignature, readCertificate, readRevocationList, readSigningRequest } as const;

  test.each(hostileStructures())('%s', (_, bytes) => {
    for (const read of Object.values(readers)) expect(() => read(bytes)).toThrow(DerError);
  });

  test('every cut of a signature', () => {
    for (let length = 0; length < good.length; length += 1) {
      expect(() => readSignature(good.subarray(0, length))).toThrow(DerError);
    }
  });

  test('whatever else is sent', () => {
    const wrongly = fc.tuple(fc.nat({ max: good.length - 1 }), fc.uint8Array({ maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(wrongly, { minLength: 1, maxLength: 4 }), (changes) => {
        let bytes = Buffer.from(good);
        for (const [at, put] of changes) bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + 1)]);
        // A reader may accept what still is a seal; it never throws anything but its own error.
        return Buffer.from(bytes).equals(good) || judge(bytes) === 'invalid';
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        for (const read of Object.values(readers)) expect(() => read(bytes)).toThrow(DerError);
      }),
      { numRuns: 2000 },
    );
  });
});

function verify(bytes: Uint8Array, by: SealTrust = trust) {
  const ses = readSignature(bytes);
  return { ses, checks: verifySes(partiesOf(ses), sm3(example.data), by) };
}

function judge(bytes: Uint8Array): 'valid' | 'invalid' | 'undecided' {
  try {
    return resultOf(verify(bytes).checks);
  } catch (error) {
    if (error instanceof DerError) return 'invalid';
    throw error;
  }
}

function failed(checks: ReturnType<typeof verifySes>): readonly string[] {
  return checks.filter(({ verdict }) => verdict === false).map(({ name }) => name);
}
