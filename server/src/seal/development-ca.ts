import { randomBytes } from 'node:crypto';
import type { Instant } from '../kernel/time.ts';
import { issueCertificate, readCertificate, TIME_STAMPING } from './certificate.ts';
import type { Subject } from './distinguished-name.ts';
import type { FileKeyStore, SigningKey } from './key-store.ts';
import type { PinKnown } from './personal-keys.ts';
import { encodeRevocationList, type Revocation } from './revocation-list.ts';
import { algorithmOf, generateKey, type KeyAlgorithm, type SignatureKey } from './signature-key.ts';

/**
 * Certification authorities for development, one for SM2 and one for P-256: root → operating → seal maker, seals of organs,
 * staff, time stamps. Every subject says so. In service the certificates come from a licensed e-government authentication body
 * (商用密码管理条例 30, R73).
 */
export interface DevelopmentAuthority {
  /** The trust anchor of the SM2 side, DER. */
  readonly root: Uint8Array;
  /** What a verifier needs: both roots and both operating authorities. */
  readonly trusted: readonly Uint8Array[];
  readonly sealMaker: SigningKey;
  /** The key of the embedded time stamp authority. */
  readonly timeStamp: (algorithm: KeyAlgorithm) => Promise<SigningKey>;
  /** Issues a certificate under the authority of the key's own kind. */
  readonly certify: (subject: Subject, key: { readonly spki: Uint8Array }, validity: Validity) => Promise<Uint8Array>;
  /** Makes the person's signing key under `pin` and its certificate. */
  readonly createStaffKey: (staff: StaffKeyRequest) => Promise<{ readonly certificate: Uint8Array }>;
  /** Signs what was called back as a revocation list, good for a day. */
  readonly revocationList: (
    algorithm: KeyAlgorithm,
    revoked: readonly Revocation[],
    at: Instant,
  ) => Promise<Uint8Array>;
}

export interface Validity {
  readonly fromAt: Instant;
  readonly toAt: Instant;
}

/** Roots of the development authority begin long before any demo year. */
export const AUTHORITY_FROM = '2020-01-01T00:00:00.000Z';

export interface StaffKeyRequest extends PinKnown {
  readonly personId: string;
  readonly name: string;
  readonly organ: string;
  readonly pin: string;
  readonly fromAt: Instant;
}

const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;
/** Printed in every name, so that nobody takes a development seal for a real one. */
const MARK = '两签开发测试';
/** The one root of earlier builds, under which their seals stay good. */
const EARLIER_ROOT_ID = 'development-root';

/** Opens the authority, making its keys at the first start; `fromAt` is when they begin to be valid. */
export async function developmentAuthority(keys: FileKeyStore, fromAt: Instant): Promise<DevelopmentAuthority> {
  const sides = { sm2: await openSide(keys, 'sm2', fromAt), p256: await openSide(keys, 'p256', fromAt) };
  const sideOf = (spki: Uint8Array) => sides[algorithmOf(spki) ?? 'p256'];
  const certify: DevelopmentAuthority['certify'] = (subject, key, validity) =>
    sideOf(key.spki).issue(subject, key, validity);
  const whole = { fromAt, toAt: later(fromAt, 10 * YEAR_MS) };
  const earlier = await keys.find(EARLIER_ROOT_ID);
  const sealMaker = await keys.ensure('development-maker', (key) => certify(markedName('制章者'), key, whole));
  return {
    root: sides.sm2.root,
    trusted: [
      sides.sm2.root,
      sides.sm2.operating,
      sides.p256.root,
      sides.p256.operating,
      ...(earlier === undefined ? [] : [earlier]),
    ],
    sealMaker,
    timeStamp: (algorithm) =>
      keys.ensure(
        `development-time-stamp-${algorithm}`,
        (key) => sides[algorithm].issue(markedName('时间戳'), key, whole, TIME_STAMPING),
        algorithm,
      ),
    certify,
    createStaffKey: ({ personId, name, organ, pin, fromAt: validFromAt, ...known }) =>
      keys.createPersonal(
        personId,
        pin,
        (key) =>
          certify({ country: 'CN', organization: organ, commonName: name, serialNumber: personId }, key, {
            fromAt: validFromAt,
            toAt: later(validFromAt, 3 * YEAR_MS),
          }),
        known,
      ),
    revocationList: (algorithm, revoked, at) => sides[algorithm].revoke(revoked, at),
  };
}

/** A root on its own, for tests that need a stranger's trust. */
export function issueRoot(key: SignatureKey = generateKey('sm2'), fromAt: Instant): Promise<Uint8Array> {
  const validity = { notBeforeAt: fromAt, notAfterAt: later(fromAt, 20 * YEAR_MS) };
  const about = { serial: newSerial(), subject: markedName('根证书'), subjectKey: key };
  return issueCertificate({ ...about, ...validity, isAuthority: true, pathLength: 1 }, key);
}

/** Root and operating authority of one kind of keys; the root signs one certificate in its life. */
async function openSide(keys: FileKeyStore, algorithm: KeyAlgorithm, fromAt: Instant) {
  const root = await keys.ensure(`development-root-${algorithm}`, (key) => issueRoot(key, fromAt), algorithm);
  const rootCertificate = readCertificate(root.certificate);
  const operating = await keys.ensure(
    `development-operating-${algorithm}`,
    (key) =>
      issueCertificate(
        {
          serial: newSerial(),
          subject: markedName('运行证书'),
          subjectKey: key,
          notBeforeAt: fromAt,
          notAfterAt: later(fromAt, 15 * YEAR_MS),
          isAuthority: true,
        },
        root,
        rootCertificate,
      ),
    algorithm,
  );
  const issuer = readCertificate(operating.certificate);
  return {
    root: root.certificate,
    operating: operating.certificate,
    issue(subject: Subject, subjectKey: { readonly spki: Uint8Array }, validity: Validity, purpose?: string) {
      const term = { notBeforeAt: validity.fromAt, notAfterAt: validity.toAt, isAuthority: false };
      const about = { serial: newSerial(), subject, subjectKey, ...(purpose === undefined ? {} : { purpose }) };
      return issueCertificate({ ...about, ...term }, operating, issuer);
    },
    revoke(revoked: readonly Revocation[], at: Instant) {
      const list = { number: Math.floor(Date.parse(at) / 1000), thisUpdateAt: at, nextUpdateAt: later(at, DAY_MS) };
      return encodeRevocationList({ ...list, revoked }, issuer, operating);
    },
  };
}

function markedName(role: string): Subject {
  return { country: 'CN', organization: MARK, commonName: `${MARK}${role}` };
}

function later(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}

/** Positive, unguessable, at most 20 octets (RFC 5280 §4.1.2.2). */
function newSerial(): Uint8Array {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}
