import { randomBytes } from 'node:crypto';
import type { Instant } from '../kernel/time.ts';
import { issueCertificate, readCertificate, type Subject } from './certificate.ts';
import type { KeyStore } from './key-store.ts';
import { generateSm2Key, type Sm2Key } from './sm2.ts';

/**
 * A certification authority for development: root → seal maker, seals of organs, staff. Every subject says so. In
 * service the certificates come from a licensed e-government authentication body (商用密码管理条例 30, R73).
 */
export interface DevelopmentAuthority {
  /** The trust anchor, DER. */
  readonly root: Uint8Array;
  readonly sealMaker: { readonly certificate: Uint8Array; readonly sign: (bytes: Uint8Array) => Uint8Array };
  readonly certify: (subject: Subject, key: Sm2Key, validity: Validity) => Uint8Array;
  /** Makes the person's signing key under `pin` and its certificate. */
  readonly createStaffKey: (staff: StaffKeyRequest) => Promise<{ readonly certificate: Uint8Array }>;
}

export interface Validity {
  readonly fromAt: Instant;
  readonly toAt: Instant;
}

export interface StaffKeyRequest {
  readonly personId: string;
  readonly name: string;
  readonly organ: string;
  readonly pin: string;
  readonly fromAt: Instant;
}

const YEAR_MS = 366 * 86_400_000;
const ROOT_ID = 'development-root';
const MAKER_ID = 'development-seal-maker';
/** Printed in every name, so that nobody takes a development seal for a real one. */
const MARK = '两签开发测试';

/** Opens the authority, making root and seal maker at the first start; `fromAt` is when they begin to be valid. */
export async function developmentAuthority(keys: KeyStore, fromAt: Instant): Promise<DevelopmentAuthority> {
  await keys.ensure(ROOT_ID, (key) => issueRoot(key, fromAt));
  const root = await keys.openKey(ROOT_ID);
  const rootCertificate = readCertificate(root.certificate);

  function certify(subject: Subject, subjectKey: Sm2Key, validity: Validity): Uint8Array {
    return issueCertificate(
      {
        serial: newSerial(),
        subject,
        subjectKey,
        notBeforeAt: validity.fromAt,
        notAfterAt: validity.toAt,
        isAuthority: false,
      },
      root.key,
      rootCertificate,
    );
  }

  const makerName = { country: 'CN', organization: MARK, commonName: `${MARK}制章者` };
  const maker = await keys.ensure(MAKER_ID, (key) =>
    certify(makerName, key, { fromAt: rootCertificate.notBeforeAt, toAt: rootCertificate.notAfterAt }),
  );
  return {
    root: root.certificate,
    sealMaker: maker,
    certify,
    createStaffKey: ({ personId, name, organ, pin, fromAt: validFromAt }) =>
      keys.createPersonal(personId, pin, (key) =>
        certify({ country: 'CN', organization: organ, commonName: name, serialNumber: printable(personId) }, key, {
          fromAt: validFromAt,
          toAt: later(validFromAt, 3 * YEAR_MS),
        }),
      ),
  };
}

/** A root on its own, for tests that need a stranger's trust. */
export function issueRoot(key: Sm2Key = generateSm2Key(), fromAt: Instant): Uint8Array {
  const subject = { country: 'CN', organization: MARK, commonName: `${MARK}根证书` };
  const validity = { notBeforeAt: fromAt, notAfterAt: later(fromAt, 20 * YEAR_MS) };
  return issueCertificate({ serial: newSerial(), subject, subjectKey: key, ...validity, isAuthority: true }, key);
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

/** PrintableString knows few characters; the rest of an id is written as its code. */
function printable(id: string): string {
  return id.replace(/[^A-Za-z0-9 '()+,\-./:=?]/gu, (character) => `(${character.codePointAt(0)?.toString(16)})`);
}
