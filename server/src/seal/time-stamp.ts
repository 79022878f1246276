import { randomBytes } from 'node:crypto';
import type { Instant } from '../kernel/time.ts';
import { chainsTo, TIME_STAMPING } from './certificate.ts';
import { type Cms, CMS, DIGEST_OID, digestOf, readCms, signCms, verifyCms } from './cms.ts';
import {
  derBoolean,
  DerError,
  derGeneralizedTime,
  derInteger,
  type DerNode,
  derOctets,
  derOid,
  derSequence,
  instantOf,
  integer,
  members,
  octets,
  oidOf,
  readDer,
  TAG,
} from './der.ts';
import type { SigningKey } from './key-store.ts';
import type { KeyAlgorithm } from './signature-key.ts';
import type { TimeStampVerdict } from './verify-ses.ts';

/** Gets a time stamp (RFC 3161) over bytes: from an authority outside, or in development from the one inside. */
export interface TimeStamper {
  readonly stamp: (bytes: Uint8Array, at: Instant) => Promise<Uint8Array>;
}

/** The authority outside did not answer, or not what was asked. */
export class TimeStampError extends Error {
  override readonly name = 'TimeStampError';
}

export interface RemoteAuthority {
  readonly url: string;
  readonly algorithm: KeyAlgorithm;
  readonly timeoutMs: number;
}

/** Under which the embedded authority stamps; an arc from a UUID, which needs no registration (ITU-T X.667). */
export const DEVELOPMENT_POLICY = '2.25.113059749145936325402354257176981405697';
const DIGEST_OF = { p256: 'sha256', sm2: 'sm3' } as const;
const RESPONSE_BYTES = 64 * 1024;

/** The authority inside the program, for development and closed networks: its word is worth no more than ours. */
export function embeddedTimeStamper(key: SigningKey, chain: readonly Uint8Array[]): TimeStamper {
  return {
    stamp(bytes, at) {
      const digest = DIGEST_OF[key.algorithm];
      return issueToken({ digest, hash: digestOf(digest, bytes) }, { key, chain, at });
    },
  };
}

/** An authority that is asked over HTTP (RFC 3161 §3.4). It answers, or the letter is not sealed. */
export function remoteTimeStamper({ url, algorithm, timeoutMs }: RemoteAuthority): TimeStamper {
  return {
    async stamp(bytes) {
      const digest = DIGEST_OF[algorithm];
      const nonce = BigInt(`0x${randomBytes(8).toString('hex')}`);
      const asked = { digest, hash: digestOf(digest, bytes), nonce };
      const answer = await post(url, encodeQuery(asked), timeoutMs);
      return tokenOf(answer, asked);
    },
  };
}

async function post(url: string, query: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: Buffer.from(query),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = new Uint8Array(await response.arrayBuffer());
    if (response.ok && answer.length <= RESPONSE_BYTES) return answer;
    throw new TimeStampError(`the time stamp authority answers ${response.status}`);
  } catch (cause) {
    if (cause instanceof TimeStampError) throw cause;
    throw new TimeStampError('the time stamp authority cannot be reached', { cause });
  }
}

interface Imprint {
  readonly digest: 'sha256' | 'sm3';
  readonly hash: Uint8Array;
  readonly nonce?: bigint;
}

interface Issuer {
  readonly key: SigningKey;
  readonly chain: readonly Uint8Array[];
  readonly at: Instant;
}

/** Answers a query as the embedded authority: TimeStampResp, granted or rejected with the reason of RFC 3161 §2.4.2. */
export async function answerQuery(query: Uint8Array, issuer: Issuer): Promise<Uint8Array> {
  const status = (code: number) => derSequence(derSequence(derInteger(code)));
  try {
    const imprint = readQuery(query);
    return derSequence(derSequence(derInteger(0)), await issueToken(imprint, issuer));
  } catch (error) {
    if (error instanceof DerError) return status(2);
    throw error;
  }
}

/** What a token proves about `stamped`: the instant, a fault, or nothing because its authority is not trusted. */
export function verifyToken(token: Uint8Array, stamped: Uint8Array, roots: readonly Uint8Array[]): TimeStampVerdict {
  try {
    const cms = readCms(token);
    const info = readInfo(cms);
    if (!Buffer.from(digestOf(info.digest, stamped)).equals(info.hash)) return { fault: 'stamped other bytes' };
    if (!verifyCms(cms, digestOf(cms.digestAlgorithm, cms.content ?? new Uint8Array())))
      return { fault: 'not signed so' };
    const { signer } = cms;
    if (signer.purposes?.join(' ') !== TIME_STAMPING || !signer.maySign) return { fault: 'not a time stamp authority' };
    const inside = cms.certificates.map(({ bytes }) => bytes);
    const trusted = cms.certificates.map((one) =>
      chainsTo(one, [...roots, ...inside.filter((b) => isLink(b, cms))], info.at),
    );
    if (trusted.includes(undefined)) return undefined;
    return trusted.includes(false) ? { fault: 'no trusted authority' } : { at: info.at };
  } catch (error) {
    if (error instanceof DerError) return { fault: error.message };
    throw error;
  }
}

/** A token may bring the authorities between, and never a root of its own. */
function isLink(bytes: Uint8Array, { certificates }: Cms): boolean {
  const one = certificates.find((certificate) => certificate.bytes === bytes);
  return one !== undefined && one.isAuthority && !Buffer.from(one.issuer).equals(one.subject);
}

function encodeQuery({ digest, hash, nonce }: Imprint): Uint8Array {
  return derSequence(
    derInteger(1),
    imprintOf(digest, hash),
    ...(nonce === undefined ? [] : [derInteger(nonce)]),
    derBoolean(true),
  );
}

function imprintOf(digest: 'sha256' | 'sm3', hash: Uint8Array): Uint8Array {
  return derSequence(derSequence(derOid(DIGEST_OID[digest])), derOctets(hash));
}

function readQuery(query: Uint8Array): Imprint {
  const [version, imprint, ...rest] = members(readDer(query));
  if (integer(version) !== 1n) throw new DerError('another version of query');
  const nonce = rest.find(({ tag }) => tag === TAG.integer);
  return { ...readImprint(imprint), ...(nonce === undefined ? {} : { nonce: integer(nonce) }) };
}

function readImprint(node: DerNode | undefined): Imprint {
  const [algorithm, hash] = members(node);
  const oid = oidOf(members(algorithm)[0]);
  const digest = oid === DIGEST_OID.sha256 ? 'sha256' : oid === DIGEST_OID.sm3 ? 'sm3' : undefined;
  if (digest === undefined || octets(hash).length !== 32) throw new DerError('neither SHA-256 nor SM3');
  return { digest, hash: octets(hash) };
}

async function issueToken({ digest, hash, nonce }: Imprint, { key, chain, at }: Issuer): Promise<Uint8Array> {
  const info = derSequence(
    derInteger(1),
    derOid(DEVELOPMENT_POLICY),
    imprintOf(digest, hash),
    derInteger(BigInt(`0x${randomBytes(16).toString('hex')}`)),
    derGeneralizedTime(at),
    ...(nonce === undefined ? [] : [derInteger(nonce)]),
  );
  return signCms({
    contentType: CMS.timeStampInfo,
    content: info,
    digest: digestOf(DIGEST_OF[key.algorithm], info),
    key,
    chain,
  });
}

function readInfo(cms: Cms): Imprint & { readonly at: Instant } {
  if (cms.contentType !== CMS.timeStampInfo || cms.content === undefined) throw new DerError('not a time stamp');
  const [version, policy, imprint, serial, time, ...rest] = members(readDer(cms.content));
  if (integer(version) !== 1n) throw new DerError('another version of time stamp');
  oidOf(policy);
  integer(serial);
  const nonce = rest.find(({ tag }) => tag === TAG.integer);
  return { ...readImprint(imprint), at: instantOf(time), ...(nonce === undefined ? {} : { nonce: integer(nonce) }) };
}

/** The token of an answer, when it is about what was asked. */
function tokenOf(answer: Uint8Array, asked: Imprint): Uint8Array {
  try {
    const [status, token] = members(readDer(answer));
    const code = integer(members(status)[0]);
    if (code > 1n || token === undefined) throw new TimeStampError(`the authority refuses with status ${code}`);
    const info = readInfo(readCms(token.bytes));
    if (Buffer.from(info.hash).equals(asked.hash) && info.nonce === asked.nonce) return token.bytes;
    throw new TimeStampError('the time stamp authority answered another question');
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause;
    throw new TimeStampError('the answer of the time stamp authority cannot be read', { cause });
  }
}
