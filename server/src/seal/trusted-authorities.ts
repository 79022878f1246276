import { readDer } from '@liangqian/verify/der.ts';
import { valuesIn } from '@liangqian/verify/distinguished-name.ts';
import { z } from 'zod';
import type { Recorded, Step } from '../journal/journal.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { type Certificate, isIssuedBy, isRoot, isValidAt, readCertificate } from './certificate.ts';
import { ATTRIBUTES, checkImport, CertificatePurpose } from './certificate-import.ts';
import { DerError } from './der.ts';
import { sealRefusals, type SealRefusalCode } from './refusals.ts';

/**
 * Certificates of licensed authorities as acts: whose were taken in, and which roots the operator trusts (R73, 电子签名法 第十八条,
 * 商用密码管理条例 第三十条). A root that merely came with a certificate is never trusted for that.
 */
export const CERTIFICATES = 'certificates';

const text = z.string().min(1).max(400);
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

/** A certificate was taken in for a key of ours, with the authorities between it and its root that were not known before. */
export const CertificateImported = z.strictObject({
  key: text,
  purpose: CertificatePurpose,
  subject: text,
  /** O of the subject, the organ in whose name it signs; absent where it names none. */
  organ: text.exactOptional(),
  serial: text,
  /** SM3 of the certificate, DER. */
  fingerprint,
  notAfterAt: z.string(),
  /** SM3 of the root to which it leads. */
  root: fingerprint,
  between: z.array(z.base64()),
});
export type CertificateImported = z.infer<typeof CertificateImported>;

/** The operator trusts this root from now on: seals and signatures under it count as those of a licensed authority. */
export const AuthorityTrusted = z.strictObject({
  certificate: z.base64(),
  fingerprint,
  subject: text,
  /** Its permit (电子认证服务许可证), or why else it is trusted. */
  basis: text,
});
export type AuthorityTrusted = z.infer<typeof AuthorityTrusted>;

/** The operator trusts the root no longer. */
export const AuthorityUntrusted = z.strictObject({ fingerprint, reason: text });
export type AuthorityUntrusted = z.infer<typeof AuthorityUntrusted>;

export interface TrustedAuthorities {
  readonly roots: readonly { readonly certificate: Uint8Array; readonly fingerprint: string }[];
  /** Authorities that came with certificates: they help to get to a root and are trusted for nothing. */
  readonly between: readonly Uint8Array[];
}

/** Folds the stream of certificates. */
export function viewAuthorities(events: readonly Recorded[]): TrustedAuthorities {
  return events.reduce<TrustedAuthorities>(
    (view, { type, data }) => {
      switch (type) {
        case 'AuthorityTrusted': {
          const { certificate, fingerprint: of } = AuthorityTrusted.parse(data);
          return { ...view, roots: [...view.roots, { certificate: fromText(certificate), fingerprint: of }] };
        }
        case 'AuthorityUntrusted': {
          const gone = AuthorityUntrusted.parse(data).fingerprint;
          return { ...view, roots: view.roots.filter((root) => root.fingerprint !== gone) };
        }
        case 'CertificateImported':
          return { ...view, between: [...view.between, ...CertificateImported.parse(data).between.map(fromText)] };
        default:
          return view;
      }
    },
    { roots: [], between: [] },
  );
}

/** What a verifier needs of them: the roots, and of the authorities between those that one of the roots has issued. */
export function certificatesOf({ roots, between }: TrustedAuthorities): readonly Uint8Array[] {
  let above = roots.map(({ certificate }) => readCertificate(certificate));
  const reached: Certificate[] = [];
  while (above.length > 0) {
    const open = between.map(readCertificate).filter((one) => !reached.some((known) => isSame(known, one)));
    const next = open.filter((one) => above.some((issuer) => isIssuedBy(one, issuer)));
    reached.push(...next);
    above = next;
  }
  return [...roots.map(({ certificate }) => certificate), ...reached.map(({ bytes }) => bytes)];
}

/** Certificates as DER in base64, since a command is part of the record. */
export interface ImportCertificate {
  readonly key: string;
  readonly certificate: string;
  readonly authorities: readonly string[];
  readonly spki: string;
  readonly purpose: CertificatePurpose;
  readonly subject?: Parameters<typeof checkImport>[0]['subject'];
}

/** The bytes of an import as its command carries them. */
export function importOf({
  certificate,
  authorities,
  spki,
}: {
  readonly certificate: Uint8Array;
  readonly authorities: readonly Uint8Array[];
  readonly spki: Uint8Array;
}): Pick<ImportCertificate, 'certificate' | 'authorities' | 'spki'> {
  return { certificate: toText(certificate), authorities: authorities.map(toText), spki: toText(spki) };
}

/** Takes a certificate in, where it may take its place beside the key (`checkImport`). */
export const importCertificate: Step<ImportCertificate, TrustedAuthorities, undefined, SealRefusalCode> = {
  name: 'importCertificate',
  view: viewAuthorities,
  decide(view, { key, purpose, subject, ...given }, _facts, { at }) {
    const authorities = given.authorities.map(fromText);
    const request = { certificate: fromText(given.certificate), authorities, spki: fromText(given.spki), purpose, at };
    const taken = checkImport(subject === undefined ? request : { ...request, subject });
    if (isRefusal(taken)) return taken;
    const chain = authorities.map(readCertificate);
    const root = rootOf(taken, chain);
    const known = view.between.map((bytes) => fingerprintOf(bytes));
    const between = chain.filter((one) => !isRoot(one) && !known.includes(fingerprintOf(one.bytes)));
    const data: CertificateImported = {
      key,
      purpose,
      subject: taken.subjectText,
      ...organPart(taken),
      serial: taken.serial,
      fingerprint: fingerprintOf(taken.bytes),
      notAfterAt: taken.notAfterAt,
      root: root === undefined ? fingerprintOf(taken.bytes) : fingerprintOf(root.bytes),
      between: between.map(({ bytes }) => toText(bytes)),
    };
    return { events: [{ type: 'CertificateImported', data }] };
  },
};

export interface TrustAuthority {
  /** The root, DER in base64. */
  readonly certificate: string;
  readonly basis: string;
}

/** The operator names a root as trusted: one that signs itself, may issue, and is in force. */
export const trustAuthority: Step<TrustAuthority, TrustedAuthorities, undefined, SealRefusalCode> = {
  name: 'trustAuthority',
  view: viewAuthorities,
  decide(view, { certificate, basis }, _facts, { at }) {
    const root = readRoot(fromText(certificate));
    if (isRefusal(root)) return root;
    const named = { subject: root.subjectText, fingerprint: fingerprintOf(root.bytes) };
    if (!isValidAt(root, at)) {
      return refuse(sealRefusals, 'certificate-not-in-force', {
        ...named,
        from: root.notBeforeAt,
        to: root.notAfterAt,
      });
    }
    if (view.roots.some((known) => known.fingerprint === named.fingerprint)) {
      return refuse(sealRefusals, 'authority-already-trusted', named);
    }
    const data: AuthorityTrusted = { certificate, ...named, basis };
    return { events: [{ type: 'AuthorityTrusted', data }] };
  },
};

/** The operator takes his trust back. */
export const untrustAuthority: Step<AuthorityUntrusted, TrustedAuthorities, undefined, SealRefusalCode> = {
  name: 'untrustAuthority',
  view: viewAuthorities,
  decide(view, command) {
    if (!view.roots.some((known) => known.fingerprint === command.fingerprint)) {
      return refuse(sealRefusals, 'authority-not-trusted', { fingerprint: command.fingerprint });
    }
    return { events: [{ type: 'AuthorityUntrusted', data: command }] };
  },
};

/** SM3 of a certificate, hex: what the operator compares with what the authority publishes. */
export function fingerprintOf(certificate: Uint8Array): string {
  return sm3Hex(certificate);
}

function readRoot(bytes: Uint8Array): Certificate | Refusal<SealRefusalCode> {
  try {
    const root = readCertificate(bytes);
    if (isRoot(root) && root.isAuthority && isIssuedBy(root, root) && root.unknownCritical.length === 0) return root;
    return refuse(sealRefusals, 'certificate-no-root', { subject: root.subjectText });
  } catch (error) {
    if (error instanceof DerError) return refuse(sealRefusals, 'certificate-unreadable', { fault: error.message });
    throw error;
  }
}

/** The root at the end of the chain, which `checkImport` has found. */
function rootOf(certificate: Certificate, chain: readonly Certificate[]): Certificate | undefined {
  let [current, left]: [Certificate, number] = [certificate, chain.length];
  while (!isRoot(current) && left > 0) {
    const issuer = chain.find((one) => isIssuedBy(current, one));
    if (issuer === undefined) return undefined;
    [current, left] = [issuer, left - 1];
  }
  return isRoot(current) ? current : undefined;
}

function organPart({ subject }: Certificate): { readonly organ?: string } {
  const [organ] = valuesIn(readDer(subject), ATTRIBUTES.organization);
  return organ === undefined ? {} : { organ };
}

function isSame(one: Certificate, other: Certificate): boolean {
  return Buffer.from(one.bytes).equals(other.bytes);
}

function fromText(base64: string): Uint8Array {
  return Buffer.from(base64, 'base64');
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
