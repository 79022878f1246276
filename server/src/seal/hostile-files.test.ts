import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from '@liangqian/verify/inspect.ts';
import { NO_TRUST, readTrustFile } from '@liangqian/verify/trust-file.ts';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { hostileFiles } from './example-hostile.ts';
import { claims, exampleAuthority, token } from './example-licence.ts';
import { smallTwin } from './example-ofd.ts';
import { exampleSeal } from './example-seal.ts';
import { exampleInstrument, smallPdf } from './example-sealed.ts';
import { stampOfd } from './stamp-ofd.ts';
import { stampPdf } from './stamp-pdf.ts';

const at = '2025-03-03T02:00:00.000Z';
const directory = mkdtempSync(join(tmpdir(), 'liangqian-hostile-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test.each(hostileFiles())('%s: a reason, and never a fault', (_, bytes) => {
  const { result, checks } = inspect(bytes, { documents: NO_TRUST, log: undefined, at });
  expect(result).not.toBe('valid');
  expect(checks.find(({ state }) => state !== 'true')?.en).toMatch(/\w{3}/);
});

/** What a telephone can spare. The program itself takes some of it before it has read anything. */
const MEGABYTES = 256;

test.each(hostileFiles().filter(([name]) => /megabyte|unpack|million|attributes/.test(name)))(
  '%s: in the memory of a telephone',
  { timeout: 60_000 },
  (name, bytes) => {
    const file = join(directory, name.replaceAll(' ', '-'));
    writeFileSync(file, bytes);
    const worker = fileURLToPath(new URL('./hostile-worker.ts', import.meta.url));
    const { stdout, stderr } = spawnSync(process.execPath, [worker, file], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const told: { result: string; megabytes: number } = JSON.parse(stdout);
    expect(told.result).not.toBe('valid');
    expect(told.megabytes).toBeLessThan(MEGABYTES);
  },
);

test(
  'whole files of every kind, cut, doubled, mixed and overwritten: a reason and never a fault',
  { timeout: 60_000 },
  async () => {
    const place = { page: 1, x: 30, y: 30, width: 40, height: 40 };
    const { instrument } = await exampleInstrument();
    const { issuer } = await exampleAuthority();
    const seeds = [
      await stampPdf(smallPdf(), instrument, { place, at }),
      await stampOfd(smallTwin('ab'.repeat(32)), [{ instrument, place }], at),
      await (await exampleSeal()).signature(4),
      Buffer.from(`${await token(claims, issuer)}~`),
    ];
    const piece = fc.record({
      seed: fc.constantFrom(...seeds),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      to: fc.double({ min: 0, max: 1, noNaN: true }),
      over: fc.uint8Array({ maxLength: 12 }),
    });
    const mixed = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) =>
      Buffer.concat(
        pieces.flatMap(({ seed, from, to, over }) => {
          const [start, end] = [from, to].map((part) => Math.floor(part * seed.length)).toSorted((a, b) => a - b);
          return [Buffer.from(seed.subarray(start, end)), Buffer.from(over)];
        }),
      ),
    );
    fc.assert(
      fc.property(mixed, (bytes) => {
        const { result, checks } = inspect(bytes, { documents: NO_TRUST, log: undefined, at });
        return result !== 'valid' && checks.length > 0;
      }),
      { numRuns: 300 },
    );
  },
);

test('any text is a trust file or says why not', () => {
  const line = fc.constantFrom(
    '-----BEGIN CERTIFICATE-----',
    '-----END CERTIFICATE-----',
    'MAMCAQE=',
    'revoked 0a 2025-03-01T00:00:00Z',
    'quorum none',
    '{"certificates":["MAMCAQE="],"revocationLists":[]}',
    '{',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string())), (lines) => {
      const read = readTrustFile(lines.join('\n'));
      return 'reason' in read ? read.reason !== '' : read.certificates.length === 0;
    }),
  );
});
