import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { inspect, type Inspection } from '@liangqian/verify/inspect.ts';
import { type DocumentTrust, readTrustFile } from '@liangqian/verify/trust-file.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { claims, disclosure, exampleAuthority, LIST_URI, seconds, statusList, token } from './example-licence.ts';

const at = '2025-03-03T03:00:00.000Z';
const authority = await exampleAuthority();
const { issuer, stranger } = authority;
const trust = trustOf(await authority.trustText());
const stands = await statusList({}, issuer);
const [no, name, area] = [
  disclosure('licence_no', 'JY11101980000001'),
  disclosure('holder_name', '云河小馆'),
  disclosure('area', 120),
];
const payload = { ...claims, _sd_alg: 'sha-256', _sd: [no.digest, name.digest], claims: { _sd: [area.digest] } };
const signed = await token(payload, issuer);
const whole = `${signed}~${no.text}~${name.text}~${area.text}~`;

test('R46: a licence with certificate, term and status is valid, and shows what was disclosed and nothing more', () => {
  expect(read(whole)).toMatchObject({
    kind: 'licence',
    result: 'valid',
    licence: { untilAt: '2028-03-03T00:00:00.000Z' },
  });
  expect(open(read(whole))).toEqual(['holder']);
  expect(read(whole).licence?.claims).toContainEqual(['claims', '{"area":120}']);
  const part = read(`${signed}~${no.text}~`);
  expect(part.result).toBe('valid');
  expect(part.licence?.claims.map(([claim]) => claim)).toEqual([
    'issuing_organ',
    'issuing_organ_code',
    'claims',
    'licence_no',
  ]);
});

test('undecided is never shown as valid: no list of the status, an old list, no trust, no list of what was called back', async () => {
  expect(open(read(whole, { list: undefined }))).toEqual(['status', 'holder']);
  expect(open(read(whole, { at: '2025-03-05T03:00:00.000Z' }))).toEqual(['statusCurrent', 'holder']);
  const bare = trustOf('');
  const results = [
    read(whole, { list: undefined }),
    read(whole, { at: '2025-03-05T03:00:00.000Z' }),
    read(whole, { trust: bare }),
    read(`${await token({ ...claims, status: undefined }, issuer)}~`),
  ];
  expect(results.map(({ result }) => result)).toEqual(results.map(() => 'undecided'));
  expect(open(read(whole, { trust: bare }))).toEqual(
    expect.arrayContaining(['licenceChain', 'licenceRevoked', 'statusChain']),
  );
});

test('R91–R93: what the list says was taken back or suspended is invalid, at the place of this credential only', async () => {
  for (const value of [1, 2]) {
    expect(failed(read(whole, { list: await statusList({ 5: value }, issuer) }))).toEqual(['status']);
  }
  expect(read(whole, { list: await statusList({ 4: 1, 6: 2 }, issuer) }).result).toBe('valid');
  expect(open(read(whole, { list: await statusList({ 5: 3 }, issuer) }))).toEqual(['status', 'holder']);
  const elsewhere = await statusList({}, issuer, { sub: `${LIST_URI}1` });
  expect(failed(read(whole, { list: elsewhere }))).toEqual(['statusOwn']);
  expect(open(read(whole, { list: 'x.y.z' }))).toEqual(['status', 'holder']);
});

test('T13: the certificate of the issuer was called back before; outside the term; by another than the organ named', async () => {
  const before = { serial: '7', fromAt: '2025-03-01T00:00:00.000Z', reason: 'keyCompromise' as const };
  const revoked = trustOf(await authority.trustText([before]));
  expect(failed(read(whole, { trust: revoked }))).toEqual(['licenceRevoked', 'statusRevoked']);
  const late = await statusList({}, issuer, { exp: seconds('2029-01-01T00:00:00.000Z') });
  expect(failed(read(whole, { at: '2028-03-03T00:00:00.000Z', list: late }))).toEqual(['term']);
  expect(failed(read(`${await token(payload, stranger)}~`))).toEqual(['licenceIssuer']);
});

test.each([
  ['none as algorithm', { alg: 'none', typ: 'dc+sd-jwt' }, 'licenceSignature'],
  ['another type of token', { typ: 'JWT' }, 'form'],
  ['something critical that nobody knows', { typ: 'dc+sd-jwt', crit: ['b64'] }, 'format'],
  ['no certificate', { typ: 'dc+sd-jwt', x5c: [] }, 'format'],
])('%s is invalid', async (_, header, check) => {
  expect(failed(read(`${await token(payload, issuer, header)}~`))).toContain(check);
});

test('what is shown and was not signed, shown twice, or put in another place is invalid', async () => {
  const foreign = disclosure('holder_name', '别人');
  const listed = disclosure('nameless');
  const twice = await token({ ...claims, _sd: [no.digest, no.digest] }, issuer);
  const over = await token({ ...claims, _sd: [disclosure('vct', 'x').digest] }, issuer);
  const inObject = await token({ ...claims, _sd: [listed.digest] }, issuer);
  const bad = [
    `${signed}~${foreign.text}~`,
    `${signed}~${no.text}~${no.text}~`,
    `${signed}~bm90IEpTT04~`,
    `${twice}~${no.text}~`,
    `${over}~${disclosure('vct', 'x').text}~`,
    `${inObject}~${listed.text}~`,
  ];
  for (const text of bad) expect(failed(read(text)), text).toEqual(['claims']);
  // To leave open whether the licence ends is to let its holder decide.
  const exp = disclosure('exp', claims.exp);
  const { exp: _, ...endless } = claims;
  expect(failed(read(`${await token({ ...endless, _sd: [exp.digest] }, issuer)}~${exp.text}~`))).toEqual(['form']);
});

test('a proof of the holder is by the key that the issuer named, over exactly what is shown', async () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = pair.publicKey.export({ format: 'jwk' });
  const bound = await token({ ...payload, cnf: { jwk } }, issuer);
  const shown = `${bound}~${no.text}~`;
  const proof = (over: string, said: object = {}) => {
    const hash = createHash('sha256').update(over).digest('base64url');
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'ES256', typ: 'kb+jwt' })}.${part({ iat: seconds(at), nonce: 'n', aud: 'window', ...said, sd_hash: hash })}`;
    const key = { key: pair.privateKey, dsaEncoding: 'ieee-p1363' as const };
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
  };
  expect(open(read(`${shown}${proof(shown)}`, { nonce: 'n', audience: 'window' }))).toEqual([]);
  expect(open(read(`${shown}${proof(shown)}`, { nonce: 'n' }))).toEqual([]);
  const other = `${bound}~${no.text}~${name.text}~`;
  expect(failed(read(`${other}${proof(shown)}`))).toEqual(['holder']);
  expect(failed(read(`${signed}~${no.text}~${proof(`${signed}~${no.text}~`)}`))).toEqual(['holder']);

  // RFC 9901 §7.3: a proof made for another question, or long ago, is no proof of who shows it now.
  const now = { nonce: 'n', audience: 'window' };
  expect(failed(read(`${shown}${proof(shown)}`, { ...now, nonce: 'm' }))).toEqual(['holderNow']);
  expect(failed(read(`${shown}${proof(shown)}`, { ...now, audience: 'bank' }))).toEqual(['holderNow']);
  const unasked = read(`${shown}${proof(shown)}`);
  expect([open(unasked), unasked.result]).toEqual([['holderNow'], 'undecided']);
  expect(unasked.checks.find(({ name: check }) => check === 'holderNow')?.zh).toContain(at.slice(0, 16));
  for (const iat of [seconds(at) - 3_600, seconds(at) + 3_600, 'today']) {
    const stale = read(`${shown}${proof(shown, { iat })}`, now);
    expect([open(stale), stale.result]).toEqual([['holderNow'], 'undecided']);
  }
});

test('any byte of a credential altered is found out', { timeout: 60_000 }, () => {
  const bytes = Buffer.from(whole);
  const missed: number[] = [];
  for (let index = 0; index < bytes.length; index += 1) {
    const copy = Buffer.from(bytes);
    copy[index] = (copy[index] ?? 0) ^ (1 << (index % 7));
    if (inspect(copy, { documents: trust, log: undefined, statusList: stands, at }).result === 'valid')
      missed.push(index);
  }
  expect(missed).toEqual([]);
});

test('whatever follows the beginning of a token, there is a reason and never a fault', () => {
  const parts = fc.array(fc.oneof(fc.string(), fc.constantFrom('~', '.', signed, no.text, '"', '[]', '{}')));
  fc.assert(
    fc.property(parts, (texts) => {
      const { result, checks } = read(`eyJ${texts.join('')}`);
      return result !== 'valid' && checks.length > 0;
    }),
  );
  const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
  const bomb = disclosure('x', JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`));
  expect(failed(read(`${signed}~${Buffer.from(deep).toString('base64url')}~`))).toEqual(['claims']);
  expect(read(`${signed}~${bomb.text}~`).result).toBe('invalid');
  expect(failed(read('eyJ'.repeat(800_000)))).toEqual(['format']);
});

interface Asked {
  readonly list?: string | undefined;
  readonly trust?: DocumentTrust;
  readonly at?: string;
  readonly nonce?: string;
  readonly audience?: string;
}

function read(text: string, asked: Asked = {}): Inspection {
  const known = { list: stands, trust, at, nonce: undefined, audience: undefined, ...asked };
  return inspect(Buffer.from(text), {
    documents: known.trust,
    log: undefined,
    statusList: known.list,
    at: known.at,
    nonce: known.nonce,
    audience: known.audience,
  });
}

function failed({ checks }: Inspection): readonly string[] {
  return checks.filter(({ state }) => state === 'false').map(({ name: check }) => check);
}

function open({ checks }: Inspection): readonly string[] {
  return checks.filter(({ state }) => state !== 'true').map(({ name: check }) => check);
}

function trustOf(text: string): DocumentTrust {
  const file = readTrustFile(text);
  if ('reason' in file) throw new Error(file.reason);
  return file;
}
