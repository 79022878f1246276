import { readDer } from '@liangqian/verify/der.ts';
import { valuesIn } from '@liangqian/verify/distinguished-name.ts';
import { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { type Certificate, chainsTo, isRoot, isValidAt, readCertificate, TIME_STAMPING } from './certificate.ts';
import { DerError } from './der.ts';
import type { Subject } from './distinguished-name.ts';
import { sealRefusals, type SealRefusalCode } from './refusals.ts';
import { algorithmOf } from './signature-key.ts';

/** What a certificate is to serve for. */
export const CertificatePurpose = z.enum(['seal', 'sealMaker', 'staff', 'timeStamp']);
export type CertificatePurpose = z.infer<typeof CertificatePurpose>;

export interface CertificateImport {
  /** The certificate as the licensed authority gave it, DER. */
  readonly certificate: Uint8Array;
  /** The authority's own certificates: at least its root, and what stands between. */
  readonly authorities: readonly Uint8Array[];
  /** The public key that waits for this certificate. */
  readonly spki: Uint8Array;
  readonly purpose: CertificatePurpose;
  /** Whom it must name: each attribute of the subject that is given here, once and exactly so. */
  readonly subject?: Partial<Pick<Subject, 'serialNumber' | 'commonName' | 'organization'>>;
  readonly at: Instant;
}

/**
 * Whether a certificate from a licensed authority may take its place beside our key: it is for this very key, fit for its
 * purpose, in force, and led to a root by the chain that came with it (R73, 商用密码管理条例 30).
 */
export function checkImport(request: CertificateImport): Certificate | Refusal<SealRefusalCode> {
  const read = readAll(request);
  if ('fault' in read) return refuse(sealRefusals, 'certificate-unreadable', { fault: read.fault });
  const { certificate } = read;
  const named = { subject: certificate.subjectText, serial: certificate.serial };
  if (algorithmOf(certificate.spki) === undefined || !Buffer.from(certificate.spki).equals(request.spki)) {
    return refuse(sealRefusals, 'certificate-other-key', named);
  }
  if (!servesFor(certificate, request.purpose)) {
    return refuse(sealRefusals, 'certificate-other-purpose', { ...named, purpose: request.purpose });
  }
  const unnamed = unnamedIn(certificate, request.subject ?? {});
  if (unnamed.length > 0) {
    return refuse(sealRefusals, 'certificate-other-subject', { ...named, unnamed });
  }
  if (!isValidAt(certificate, request.at)) {
    return refuse(sealRefusals, 'certificate-not-in-force', {
      ...named,
      from: certificate.notBeforeAt,
      to: certificate.notAfterAt,
    });
  }
  if (isRoot(certificate) || chainsTo(certificate, request.authorities, request.at) !== true) {
    return refuse(sealRefusals, 'certificate-chain-broken', named);
  }
  return certificate;
}

/** The attributes of a subject by which it names somebody (X.520). */
export const ATTRIBUTES = { serialNumber: '2.5.4.5', commonName: '2.5.4.3', organization: '2.5.4.10' } as const;

/** The attributes that do not name whom they should; one that stands twice names two. */
function unnamedIn(certificate: Certificate, wanted: NonNullable<CertificateImport['subject']>): readonly string[] {
  const name = readDer(certificate.subject);
  return Object.entries(ATTRIBUTES).flatMap(([attribute, oid]) => {
    const expected = new Map(Object.entries(wanted)).get(attribute);
    const found = valuesIn(name, oid);
    return expected === undefined || (found.length === 1 && found[0] === expected) ? [] : [attribute];
  });
}

function readAll({ certificate, authorities }: CertificateImport): { certificate: Certificate } | { fault: string } {
  try {
    authorities.forEach(readCertificate);
    return { certificate: readCertificate(certificate) };
  } catch (error) {
    if (error instanceof DerError) return { fault: error.message };
    throw error;
  }
}

/** Time stamps want a certificate for nothing else (RFC 3161 §2.3); the others one that may sign. */
function servesFor(
  { maySign, isAuthority, purposes, unknownCritical }: Certificate,
  purpose: CertificatePurpose,
): boolean {
  if (!maySign || isAuthority || unknownCritical.length > 0) return false;
  const stampsTime = purposes?.includes(TIME_STAMPING) === true;
  return purpose === 'timeStamp' ? stampsTime && purposes.length === 1 : !stampsTime;
}
