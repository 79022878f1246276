import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCertificate } from '../seal/certificate.ts';
import { claims, exampleAuthority, LIST_URI, statusList, token } from '../seal/example-licence.ts';
import { smallTwin } from '../seal/example-ofd.ts';
import { exampleInstrument } from '../seal/example-sealed.ts';
import { pemOf } from '../seal/pem.ts';
import { encodeRevocationList } from '../seal/revocation-list.ts';
import { stampOfd } from '../seal/stamp-ofd.ts';
import { runCli } from './cli.ts';

const dir = mkdtempSync(join(tmpdir(), 'liangqian-verify-'));
afterAll(() => rmSync(dir, { recursive: true }));

const { root, rootKey, instrument } = await exampleInstrument();
const place = { page: 1, x: 30, y: 30, width: 40, height: 40 };
const sealed = await stampOfd(smallTwin(), [{ instrument, place }], '2025-03-03T02:00:00.000Z');
const times = { thisUpdateAt: '2025-05-01T00:00:00.000Z', nextUpdateAt: '2025-06-01T00:00:00.000Z' };
const list = await encodeRevocationList({ number: 1, ...times, revoked: [] }, readCertificate(root), rootKey);
const letter = write('letter.ofd', sealed);
const trust = write('trust.txt', pemOf('CERTIFICATE', root) + pemOf('X509 CRL', list));

test('a sealed package is valid with exit code 0, and says whose seal it bears and what was asked', async () => {
  const { code, out, err } = await run('verify', letter, '--trust', trust);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const lines = out.split('\n');
  expect(lines[0]).toBe(`有效 valid: ${letter}`);
  expect(out).toContain(instrument.sealId);
  expect(lines.filter((line) => line.includes('是 yes: ')).length).toBeGreaterThan(10);
  expect(out).not.toContain('否 no');
});

test('without a trust file it is undecided, which is not exit code 0', async () => {
  const { code, out } = await run('verify', letter);
  expect(code).toBe(1);
  expect(out).toMatch(/^未定 undecided: /);
  expect(out).toContain('未定 undecided: 签章证书由受信任的根证书签发');
});

test('one altered byte is invalid, in one JSON document', async () => {
  const copy = Buffer.from(sealed);
  const at = copy.indexOf('SignedValue.dat') + 40;
  copy[at] = (copy[at] ?? 0) ^ 1;
  const { code, out } = await run('verify', write('altered.ofd', copy), '--trust', trust, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ kind: 'ofd', result: 'invalid' });
});

test('a licence credential is valid with the list of its status, and undecided without', async () => {
  const authority = await exampleAuthority();
  const { iat, exp: _exp, nbf: _nbf, status: _status, ...rest } = claims;
  const status = { status_list: { uri: LIST_URI, idx: 5 } };
  const credential = write('licence.txt', `${await token({ ...rest, iat, status }, authority.issuer)}~`);
  const roots = write('roots.txt', await authority.trustText());
  const longList = await statusList({}, authority.issuer, { exp: 4_000_000_000 });
  const found = await run('verify', credential, '--trust', roots, '--status-list', write('list.txt', longList));
  expect({ code: found.code, err: found.err }).toEqual({ code: 0, err: '' });
  expect(found.out).toContain(`证照 licence: ${claims.vct}`);
  const alone = await run('verify', credential, '--trust', roots);
  expect(alone.code).toBe(1);
  expect(alone.out).toContain('未定 undecided: 证照现行有效：没有提供状态列表');
});

test('a control character does not reach the screen', async () => {
  const bad = write('\u001b.txt', Buffer.from('%PDF-1.7\n'));
  const { out } = await run('verify', bad);
  expect(out).not.toContain('\u001b');
});

test('a trust file that is none is one sentence with exit code 2', async () => {
  const { code, err } = await run('verify', letter, '--trust', write('bad.txt', Buffer.from('\nrevoked zz\n')));
  expect(code).toBe(2);
  expect(err).toContain('is no trust file, line 2');
});

function write(name: string, content: Uint8Array | string): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

async function run(...parameters: readonly string[]) {
  let [out, err] = ['', ''];
  const code = await runCli(
    parameters,
    {},
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
  );
  return { code, out, err };
}
