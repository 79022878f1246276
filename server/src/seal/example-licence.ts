import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { issueCertificate, readCertificate } from './certificate.ts';
import { issueRoot } from './development-ca.ts';
import { encodeRevocationList, type Revocation } from './revocation-list.ts';
import { pemOf } from './pem.ts';
import { generateKey, type SignatureKey } from './signature-key.ts';

/** Licences as credentials (SD-JWT VC), written by hand after RFC 9901 and the draft of status lists, for tests of who reads them. */

const FROM_AT = '2025-01-01T00:00:00.000Z';
const TO_AT = '2030-01-01T00:00:00.000Z';
const ORGAN = { name: '云河区市场监督管理局', code: '11110198MB1234567X' };
export const LIST_URI = 'https://yunhe.example/licence-status/0';

export interface Authority {
  readonly root: Uint8Array;
  readonly rootKey: SignatureKey;
  /** Who signs, with the certificate of the organ. */
  readonly issuer: Signer;
  /** Somebody else under the same root. */
  readonly stranger: Signer;
  readonly trustText: (revoked?: readonly Revocation[]) => Promise<string>;
}

export interface Signer {
  readonly key: SignatureKey;
  readonly certificate: Uint8Array;
}

export async function exampleAuthority(): Promise<Authority> {
  const rootKey = generateKey('p256');
  const root = await issueRoot(rootKey, FROM_AT);
  const certified = async (name: string, serialNumber: string, serial: number): Promise<Signer> => {
    const key = generateKey('p256');
    const subject = { country: 'CN', organization: name, commonName: name, serialNumber };
    const about = { serial: Buffer.from([serial]), subject, subjectKey: key, notBeforeAt: FROM_AT, notAfterAt: TO_AT };
    return {
      key,
      certificate: await issueCertificate({ ...about, isAuthority: false }, rootKey, readCertificate(root)),
    };
  };
  return {
    root,
    rootKey,
    issuer: await certified(ORGAN.name, ORGAN.code, 7),
    stranger: await certified('某人', 'mk-officer', 8),
    async trustText(revoked = []) {
      const times = { thisUpdateAt: '2025-05-01T00:00:00.000Z', nextUpdateAt: '2035-06-01T00:00:00.000Z' };
      const list = await encodeRevocationList({ number: 1, ...times, revoked }, readCertificate(root), rootKey);
      return pemOf('CERTIFICATE', root) + pemOf('X509 CRL', list);
    },
  };
}

export const claims = {
  iss: 'https://yunhe.example',
  vct: 'https://yunhe.example/credential-types/11100000MB0D0001X',
  iat: seconds('2025-03-03T02:00:00.000Z'),
  nbf: seconds('2025-03-03T00:00:00.000Z'),
  exp: seconds('2028-03-03T00:00:00.000Z'),
  status: { status_list: { uri: LIST_URI, idx: 5 } },
  issuing_organ: ORGAN.name,
  issuing_organ_code: ORGAN.code,
} as const;

export function seconds(at: string): number {
  return Date.parse(at) / 1000;
}

/** A disclosure and the digest that stands for it (RFC 9901 §4.2). */
export function disclosure(...parts: readonly unknown[]): { readonly text: string; readonly digest: string } {
  const text = Buffer.from(JSON.stringify(['c2FsdHNhbHRzYWx0c2FsdA', ...parts])).toString('base64url');
  return { text, digest: createHash('sha256').update(text).digest('base64url') };
}

/** A token of these claims, signed. */
export async function token(
  payload: object,
  { key, certificate }: Signer,
  header: object = { typ: 'dc+sd-jwt' },
): Promise<string> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const x5c = [Buffer.from(certificate).toString('base64')];
  const text = `${part({ alg: 'ES256', x5c, ...header })}.${part(payload)}`;
  return `${text}.${pairOf(await key.sign(Buffer.from(text))).toString('base64url')}`;
}

/** A list of the status of credentials, two bits each; `values` by their index. */
export function statusList(values: Readonly<Record<number, number>>, signer: Signer, changed: object = {}) {
  const bytes = Buffer.alloc(64);
  for (const [index, value] of Object.entries(values)) {
    const bit = Number(index) * 2;
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (value << (bit & 7));
  }
  const iat = seconds('2025-03-03T02:00:00.000Z');
  const list = { bits: 2, lst: deflateSync(bytes).toString('base64url') };
  const payload = { sub: LIST_URI, iat, exp: iat + 86_400, status_list: list, ...changed };
  return token(payload, signer, { typ: 'statuslist+jwt' });
}

/** The DER pair of r and s as 64 bytes (RFC 7518 §3.4). */
function pairOf(der: Uint8Array): Buffer {
  const bytes = Buffer.from(der);
  const length = bytes[3] ?? 0;
  const halves = [bytes.subarray(4, 4 + length), bytes.subarray(6 + length)];
  return Buffer.concat(halves.map((half) => Buffer.from(half.toString('hex').padStart(64, '0').slice(-64), 'hex')));
}
