import { isObject, jsonOf } from './bundle-file.ts';
import { concat, textOf, utf8 } from './bytes.ts';
import { type Claims, fromBase64Url, instantOf, judgeToken } from './jwt.ts';
import { type ReadSdJwt, readSdJwt } from './sd-jwt.ts';
import { verifyP256Pair } from './signature.ts';
import { judgeStatus, type StatusPlace } from './status-list.ts';
import type { DocumentTrust } from './trust-file.ts';
import { type Check, notice, required, type Result, resultOf, type Verdict } from './verdict.ts';

/** What a licence as a credential says of itself: worth as much as the checks. */
export interface LicenceFacts {
  /** The kind of licence by its identifier. */
  readonly type: string;
  readonly issuer: string;
  readonly certificateSerial: string;
  readonly issuedAt?: string;
  readonly untilAt?: string;
  /** Where its issuer publishes whether it still stands. */
  readonly statusUri?: string;
  /** The claims that are shown, beside those of the form. */
  readonly claims: readonly (readonly [name: string, value: string])[];
}

export interface LicenceVerdict {
  readonly result: Result;
  readonly checks: readonly Check[];
  readonly licence?: LicenceFacts;
}

export interface LicenceQuestion {
  readonly trust: DocumentTrust;
  /** The list of the issuer that says which credentials were taken back, as a token in compact form. */
  readonly statusList?: string | undefined;
  readonly at: string;
  /** What the reader asked the holder to put into his proof, so that nobody shows him an old one (RFC 9901 §7.3). */
  readonly nonce?: string | undefined;
  /** As whom the reader asked; without it no name in the proof is looked at. */
  readonly audience?: string | undefined;
}

/** A licence with its picture; a longer file is none. */
const BYTES_READ = 2 ** 21;
const TYPES: readonly string[] = ['dc+sd-jwt', 'vc+sd-jwt'];
/** What may never be shown or hidden at will (SD-JWT VC §2.2.2.2), because it decides what the credential is worth. */
const FORM: readonly string[] = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status', 'iat', 'sub', 'aud'];

/** Whether the bytes mean to be such a credential, whole or not: a token begins with a JSON object in Base64. */
export function isLicence(bytes: Uint8Array): boolean {
  return bytes[0] === 0x65 && bytes[1] === 0x79 && bytes[2] === 0x4a;
}

/** Checks a licence that is shown as a credential (SD-JWT VC) against what the reader trusts; never throws on a bad file. */
export function judgeLicence(
  bytes: Uint8Array,
  { trust, statusList, at, nonce, audience }: LicenceQuestion,
): LicenceVerdict {
  if (bytes.length > BYTES_READ) return unreadable('文件过大', 'the file is larger than any licence');
  const text = textOf(bytes);
  const read = text === undefined ? 'it is not text' : readSdJwt(text);
  if (typeof read === 'string') return unreadable(read, read);
  const { token, claims } = read;
  const issuedAt = instantOf(token.claims['iat']);
  const what = { zh: '证照', en: 'The credential' };
  const place = placeOf(token.claims['status']);
  const checks = [
    formCheck(read),
    required(
      'claims',
      typeof claims !== 'string',
      `出示的内容都是签发者签过的${typeof claims === 'string' ? `：${claims}` : ''}`,
      `Every claim that is shown was signed by the issuer${typeof claims === 'string' ? `: ${claims}` : ''}`,
    ),
    ...judgeToken(token, trust, { prefix: 'licence', what, at: issuedAt ?? at }),
    issuerCheck(token),
    termCheck(token.claims, at),
    ...judgeStatus({ place, list: statusList, trust, issuer: token.signer, at }),
    ...holderChecks(read, { nonce, audience, at }),
  ];
  const untilAt = instantOf(token.claims['exp']);
  return {
    result: resultOf(checks),
    checks,
    licence: {
      type: String(token.claims['vct']).slice(0, 400),
      issuer: token.signer.subjectText,
      certificateSerial: token.signer.serial,
      ...(issuedAt === undefined ? {} : { issuedAt }),
      ...(untilAt === undefined ? {} : { untilAt }),
      ...(place === undefined ? {} : { statusUri: place.uri }),
      claims: typeof claims === 'string' ? [] : shownOf(claims),
    },
  };
}

function unreadable(zh: string, en: string): LicenceVerdict {
  const check = required(
    'format',
    false,
    `不是可识别的电子证照凭证：${zh}`,
    `No readable credential of a licence: ${en}`,
  );
  return { result: 'invalid', checks: [check] };
}

/** The form, and that nothing of what gives it its worth was left to the holder. */
function formCheck({ token, claims }: ReadSdJwt): Check {
  const isTyped = TYPES.includes(token.type) && typeof token.claims['vct'] === 'string';
  const isFixed = typeof claims === 'string' || FORM.every((name) => name in claims === name in token.claims);
  return required(
    'form',
    isTyped && isFixed,
    '是电子证照凭证（SD-JWT VC），种类、期限和状态由签发者固定',
    'It is a credential (SD-JWT VC) whose kind, term and status its issuer fixed',
  );
}

/** Any certificate of a trusted authority signs; only that of the organ which the licence names issues it. */
function issuerCheck({ claims, signer }: ReadSdJwt['token']): Check {
  const named = [claims['issuing_organ'], claims['issuing_organ_code']];
  const parts = signer.subjectText.split(', ');
  const isOwn = parts.includes(`O=${String(named[0])}`) && parts.includes(`serialNumber=${String(named[1])}`);
  return required(
    'licenceIssuer',
    named.includes(undefined) ? undefined : isOwn,
    '签名证书就是证照载明的发证机关的',
    'The certificate is that of the organ which the credential names',
  );
}

function termCheck(claims: Claims, at: string): Check {
  const bounds = ['nbf', 'exp'].map((name) => (name in claims ? (instantOf(claims[name]) ?? 'unreadable') : undefined));
  const [fromAt, untilAt] = bounds;
  const isReadable = !bounds.includes('unreadable');
  const within = isReadable && (fromAt ?? at) <= at && at < (untilAt ?? '9999');
  const term = `${fromAt ?? '—'} … ${untilAt ?? '—'}`;
  return required('term', within, `核验时在有效期内（${term}）`, `It is within its term now (${term})`);
}

function placeOf(status: unknown): StatusPlace | undefined {
  const list = isObject(status) ? status['status_list'] : undefined;
  if (!isObject(list)) return undefined;
  const { uri, idx } = list;
  return typeof uri === 'string' && typeof idx === 'number' && Number.isSafeInteger(idx) && idx >= 0
    ? { uri, index: idx }
    : undefined;
}

/**
 * Whoever has the file shows it; only a proof by the holder's key says that it is he, and a wrong one spoils the whole (RFC 9901
 * §7.3). A proof that was made for somebody else, or some time ago, may be in anybody's hands: it proves nothing of who shows it now.
 */
function holderChecks(read: ReadSdJwt, asked: Asked): readonly Check[] {
  if (read.holderProof === '') {
    const en = 'There is no proof of the holder: whether he shows it himself stays open';
    return [notice('holder', undefined, '没有持有人的证明，出示者是否持有人无法判断', en)];
  }
  const proof = proofOf(read);
  const madeAt = instantOf(proof?.['iat']);
  const made = madeAt ?? '—';
  return [
    required('holder', proof !== undefined, '由持有人的密钥签名', 'It is signed with the key of its holder'),
    required(
      'holderNow',
      proof === undefined ? undefined : isMadeFor(proof, asked),
      `持有人的证明是应本次核验的要求刚刚作出的（作出于 ${made}）`,
      `The holder made his proof just now, for this question (made at ${made})`,
    ),
  ];
}

interface Asked {
  readonly nonce: string | undefined;
  readonly audience: string | undefined;
  readonly at: string;
}

/** How old a proof may be, and how far clocks may differ, both in milliseconds. */
const PROOF_AGE_MS = 5 * 60_000;
const CLOCK_MS = 60_000;

/** Undecided is what nobody asked for by a nonce, or was made at another time: it may be real and yet shown again by another. */
function isMadeFor(proof: Claims, { nonce, audience, at }: Asked): Verdict {
  if (nonce !== undefined && proof['nonce'] !== nonce) return false;
  if (audience !== undefined && proof['aud'] !== audience) return false;
  const madeAt = instantOf(proof['iat']);
  if (nonce === undefined || madeAt === undefined) return undefined;
  const age = Date.parse(at) - Date.parse(madeAt);
  return age >= -CLOCK_MS && age <= PROOF_AGE_MS ? true : undefined;
}

/** The claims of a proof that the holder's key signed over exactly what is shown; undefined for any other. */
function proofOf({ token, holderProof, shownHash }: ReadSdJwt): Claims | undefined {
  const confirmed = token.claims['cnf'];
  const point = pointOf(isObject(confirmed) ? confirmed['jwk'] : undefined);
  const [head = '', body = '', end = ''] = holderProof.split('.');
  const [header, claims, signature] = [jsonOf(fromBase64Url(head)), jsonOf(fromBase64Url(body)), fromBase64Url(end)];
  if (point === undefined || !isObject(header) || !isObject(claims) || signature === undefined) return undefined;
  const isOwn = header['typ'] === 'kb+jwt' && header['alg'] === 'ES256' && claims['sd_hash'] === shownHash;
  return isOwn && verifyP256Pair(signature, utf8(`${head}.${body}`), point) ? claims : undefined;
}

function pointOf(jwk: unknown): Uint8Array | undefined {
  if (!isObject(jwk) || jwk['crv'] !== 'P-256') return undefined;
  const [x, y] = [jwk['x'], jwk['y']].map((one) => (typeof one === 'string' ? fromBase64Url(one) : undefined));
  if (x?.length !== 32 || y?.length !== 32) return undefined;
  return concat(Uint8Array.of(4), x, y);
}

/** The claims as lines; a nested one in JSON, a long one (a picture) by its length. */
function shownOf(claims: Claims): readonly (readonly [string, string])[] {
  return Object.entries(claims)
    .filter(([name]) => !FORM.includes(name))
    .map(([name, value]): readonly [string, string] => [
      name,
      lineOf(typeof value === 'string' ? value : JSON.stringify(value)),
    ]);
}

function lineOf(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 40)}… (${text.length})`;
}
