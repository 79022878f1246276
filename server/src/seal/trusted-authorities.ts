import { readDer } from '@liangqian/verify/der.ts';
import { valuesIn } from '@liangqian/verify/distinguished-name.ts';
import { z } from 'zod';
import type { Recorded, Step } from '../journal/journal.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { type Certificate, isIssuedBy, isRoot, isValidAt, readCertificate } from './certificate.ts';
import { ATTRIBUTES, checkImport, CertificatePurpose } from './certificate-import.ts';
import { DerError } from './der.ts';
import { sealRefusals, type SealRefusalCode } from './refusals.ts';

/**
 * Certificates of licensed authorities as acts: whose were taken in, and which roots the operator trusts (R73, 电子签名法 第十八条,
 * 商用密码管理条例 第三十条). A root that merely came with a certificate is never trusted for that.
 */
export const CERTIFICATES = 'certificates';

/** The longest text that an act on certificates may carry. */
export const LONGEST_TEXT = 400;

const text = z.string().min(1).max(LONGEST_TEXT);
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
  /** What was taken in, for which key. */
  readonly imported: readonly Pick<CertificateImported, 'key' | 'serial' | 'fingerprint'>[];
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
        case 'CertificateImported': {
          const { key, serial, fingerprint: of, between } = CertificateImported.parse(data);
          return {
            ...view,
            imported: [...view.imported, { key, serial, fingerprint: of }],
            between: [...view.between, ...between.map(fromText)],
          };
        }
        default:
          return view;
      }
    },
    { roots: [], imported: [], between: [] },
  );
}

/**
 * What a verifier needs of them: the roots, and of the authorities between those that one of the roots has issued. Earlier
 * imports kept whatever came along: what is no authority names perhaps a person, and goes to nobody.
 */
export function certificatesOf({ roots, between }: TrustedAuthorities): readonly Uint8Array[] {
  let above = roots.map(({ certificate }) => readCertificate(certificate));
  const authorities = between.map(readCertificate).filter(({ isAuthority }) => isAuthority);
  const reached: Certificate[] = [];
  while (above.length > 0) {
    const open = authorities.filter((one) => !reached.some((known) => isSame(known, one)));
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
    // On record, but perhaps not beside its key: whoever failed after the record takes it in again, and it stands there once.
    const print = fingerprintOf(taken.bytes);
    if (view.imported.some((one) => one.key === key && one.fingerprint === print)) return { events: [] };
    const chain = chainOf(taken, authorities.map(readCertificate), at);
    const root = chain.at(-1);
    const known = view.between.map((bytes) => fingerprintOf(bytes));
    const between = chain.filter((one) => !isRoot(one) && !known.includes(fingerprintOf(one.bytes)));
    const data: CertificateImported = {
      key,
      purpose,
      subject: cutText(taken.subjectText),
      ...organPart(taken),
      serial: taken.serial,
      fingerprint: print,
      notAfterAt: taken.notAfterAt,
      root: root === undefined ? print : fingerprintOf(root.bytes),
      between: between.map(({ bytes }) => toText(bytes)),
    };
    return recorded('CertificateImported', CertificateImported, data);
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
    const data = { certificate, ...named, subject: cutText(named.subject), basis };
    return recorded('AuthorityTrusted', AuthorityTrusted, data);
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
    return recorded('AuthorityUntrusted', AuthorityUntrusted, command);
  },
};

/** The event, as its reader will have it: one that could not be read again would close the whole stream for ever. */
function recorded(type: string, schema: z.ZodType<object>, data: object) {
  const read = schema.safeParse(data);
  if (read.success) return { events: [{ type, data: read.data }] };
  const fields = read.error.issues.map(({ path }) => path.join('.'));
  return refuse(sealRefusals, 'certificate-text-unfit', { fields, most: LONGEST_TEXT });
}

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

/** More links than any chain has (`chainsTo`). */
const LINKS = 6;

/**
 * The authorities above the certificate up to the root, which `checkImport` has found, and nothing else that came along: a
 * certificate of a member of staff among them would be published with the trust file.
 */
function chainOf(
  certificate: Certificate,
  given: readonly Certificate[],
  at: Instant,
  links = LINKS,
): readonly Certificate[] {
  if (links === 0) return [];
  const fit = given.filter((one) => isValidAt(one, at) && one.unknownCritical.length === 0);
  for (const issuer of fit.filter((one) => isIssuedBy(certificate, one))) {
    if (isRoot(issuer)) return [issuer];
    const above = chainOf(issuer, given, at, links - 1);
    if (above.length > 0) return [issuer, ...above];
  }
  return [];
}

function organPart({ subject }: Certificate): { readonly organ?: string } {
  const [organ] = valuesIn(readDer(subject), ATTRIBUTES.organization);
  return organ === undefined || organ === '' ? {} : { organ: cutText(organ) };
}

/** A name of the certificate for the record: the certificate itself, by its fingerprint, has it whole. */
function cutText(whole: string): string {
  if (whole === '') return '—';
  return whole.length <= LONGEST_TEXT ? whole : `${whole.slice(0, LONGEST_TEXT - 1).toWellFormed()}…`;
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
