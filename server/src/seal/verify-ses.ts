import type { Instant } from '../kernel/time.ts';
import { type Certificate, chainsTo, isValidAt, readCertificate } from './certificate.ts';
import { type RevocationList, statusAt } from './revocation-list.ts';
import type { SesSeal, SesSignature } from '@liangqian/verify/ses.ts';
import { algorithmOf, verifySignature } from './signature-key.ts';
import { sm3 } from './sm2.ts';

/**
 * The judgement over a seal signature after GB/T 38540-2020 §7 and GM/T 0031-2025, whatever carries it: PDF, OFD or bare.
 * Every check is true, false or undecided; what is undecided is never shown as valid.
 */

/** Whom the verifier trusts, and what it knows about certificates called back. */
export interface SealTrust {
  /** Root certificates, and the authorities between them and the signers, DER. Without a root nothing can be called valid. */
  readonly roots: readonly Uint8Array[];
  /** Certificates called back, by serial, each from an instant on; absent means that nobody asked. */
  readonly revoked?: readonly { readonly serial: string; readonly fromAt: Instant }[];
  /** Subjects of the authorities of whose certificates alone `revoked` speaks, DER; absent where it speaks of all. */
  readonly revokedBy?: readonly Uint8Array[];
  /** Revocation lists of the authorities; each is believed only when its issuer is among `roots`. */
  readonly revocationLists?: readonly RevocationList[];
  /** Judges a time stamp over `stamped`; absent means that nobody can. */
  readonly verifyTimeStamp?: (token: Uint8Array, stamped: Uint8Array) => TimeStampVerdict;
}

/** What a time stamp proves: the instant, or nothing because it is wrong, or nothing because its authority is not known. */
export type TimeStampVerdict = { readonly at: Instant } | { readonly fault: string } | undefined;

/** `undefined` means undecided, and undecided is never shown as valid. */
export type Verdict = true | false | undefined;

export interface SealCheck {
  readonly name: string;
  readonly verdict: Verdict;
  /** A notice does not decide over the whole. */
  readonly required: boolean;
  readonly zh: string;
  readonly en: string;
}

/** A seal signature with its two certificates read. */
export interface SealParties {
  readonly ses: SesSignature;
  readonly signer: Certificate;
  readonly maker: Certificate;
}

/** Reads the certificates of a signature; throws DerError when one cannot be read. */
export function partiesOf(ses: SesSignature): SealParties {
  return { ses, signer: readCertificate(ses.certificate), maker: readCertificate(ses.seal.makerCertificate) };
}

/** Every check of the signature itself; `dataHash` is the SM3 of the protected bytes, recomputed by who has the document. */
export function verifySes(parties: SealParties, dataHash: Uint8Array, trust: SealTrust): readonly SealCheck[] {
  const { ses, signer } = parties;
  const time = timeOf(ses, trust);
  return [
    required(
      'digest',
      Buffer.from(dataHash).equals(ses.dataHash),
      '文件内容与盖章时一致',
      'The file is as it was when sealed',
    ),
    required(
      'signature',
      isSm2(signer) && verifySignature(signer.spki, ses.toSignBytes, ses.signature),
      '盖章签名（SM2）有效',
      'The sealing signature (SM2) is valid',
    ),
    ...sealChecks(parties, trust, time.at),
    ...signerChecks(parties, trust, time.at),
    ...time.checks,
  ];
}

/** What the checks say together: valid only when every required one is true. */
export function resultOf(checks: readonly SealCheck[]): 'valid' | 'invalid' | 'undecided' {
  const verdicts = checks.filter((check) => check.required).map((check) => check.verdict);
  if (verdicts.includes(false)) return 'invalid';
  return verdicts.every((verdict) => verdict === true) ? 'valid' : 'undecided';
}

/** The checks of the second seal on a document, told apart from those of the first. */
export function secondSeal(checks: readonly SealCheck[]): readonly SealCheck[] {
  return checks.map(({ name, zh, en, ...check }) => ({
    ...check,
    name: `${name}/2`,
    zh: `第二枚印章：${zh}`,
    en: `Second seal: ${en}`,
  }));
}

export function required(name: string, verdict: Verdict, zh: string, en: string): SealCheck {
  return { name, verdict, required: true, zh, en };
}

interface SigningTime {
  /** The proven time, or the claimed one; undefined where there is neither. */
  readonly at: Instant | undefined;
  readonly checks: readonly SealCheck[];
}

/** A good time stamp takes the place of the claimed time, which may not be later than it. */
function timeOf(ses: SesSignature, trust: SealTrust): SigningTime {
  if (ses.timeStamp === undefined) {
    const zh = `没有时间戳，盖章时间${ses.at === undefined ? '' : ` ${ses.at} `}仅为盖章方声明`;
    const en = `No time stamp: the time of sealing${ses.at === undefined ? '' : `, ${ses.at},`} is only claimed`;
    return { at: ses.at, checks: [{ name: 'timeStamp', verdict: undefined, required: false, zh, en }] };
  }
  const judged = trust.verifyTimeStamp?.(ses.timeStamp, ses.signature);
  if (judged === undefined || 'fault' in judged) {
    const verdict = judged === undefined ? undefined : false;
    return { at: ses.at, checks: [required('timeStamp', verdict, '时间戳有效', 'The time stamp is good')] };
  }
  // Clocks differ by less than a second from the authority's, and both write whole seconds.
  const inOrder = ses.at === undefined || Date.parse(ses.at) <= Date.parse(judged.at) + 1000;
  return {
    at: judged.at,
    checks: [
      required('timeStamp', true, `时间戳证明盖章不晚于 ${judged.at}`, `A time stamp proves the seal by ${judged.at}`),
      required('timeOrder', inOrder, '声明的盖章时间不晚于时间戳', 'The claimed time is not later than the time stamp'),
    ],
  };
}

function sealChecks({ ses, maker }: SealParties, trust: SealTrust, at: Instant | undefined): readonly SealCheck[] {
  const { seal } = ses;
  const made = isSm2(maker) && verifySignature(maker.spki, seal.signedBytes, seal.makerSignature) && maker.maySign;
  const inTerm = at === undefined ? undefined : seal.validFromAt <= at && at <= seal.validToAt;
  return [
    required('sealMade', made, '印章由制章者签发，没有改动', 'The seal is the maker’s, unaltered'),
    required(
      'makerChain',
      chainsTo(maker, trust.roots, seal.createdAt),
      '制章者证书可信',
      'The maker’s certificate is trusted',
    ),
    required(
      'makerValid',
      isValidAt(maker, seal.createdAt),
      '制章时制章者证书有效',
      'The maker’s certificate was valid then',
    ),
    required(
      'makerRevoked',
      notRevoked(maker, trust, seal.createdAt),
      '制章者证书未被吊销',
      'The maker’s certificate was not revoked',
    ),
    ...sealTimeStamp(seal, trust),
    required('sealTerm', inTerm, '盖章时印章在有效期内', 'The seal was within its term when used'),
    required(
      'extensions',
      noUnknownCritical(seal, ses),
      '没有不认识的关键扩展',
      'There is no unknown critical extension',
    ),
  ];
}

/** Version 5 puts a time stamp into the seal: it is not older than the seal says it is. */
function sealTimeStamp(seal: SesSeal, trust: SealTrust): readonly SealCheck[] {
  if (seal.timeStamp === undefined) return [];
  const judged = trust.verifyTimeStamp?.(seal.timeStamp, seal.makerSignature);
  const verdict = judged === undefined ? undefined : 'at' in judged && seal.createdAt <= judged.at;
  return [required('sealTimeStamp', verdict, '印章的时间戳有效', 'The time stamp of the seal is good')];
}

function signerChecks({ ses, signer }: SealParties, trust: SealTrust, at: Instant | undefined): readonly SealCheck[] {
  const decided = <T>(judge: (instant: Instant) => T): T | undefined => (at === undefined ? undefined : judge(at));
  return [
    required('listed', isListed(ses), '签章证书在印章的证书列表中', 'The signing certificate is in the seal’s list'),
    required(
      'chain',
      decided((instant) => chainsTo(signer, trust.roots, instant)),
      '签章证书由受信任的根证书签发',
      'The signing certificate leads to a trusted root',
    ),
    required(
      'certificateValid',
      decided((instant) => isValidAt(signer, instant)),
      '盖章时签章证书有效',
      'The signing certificate was valid when sealed',
    ),
    required(
      'keyUsage',
      signer.maySign && signer.unknownCritical.length === 0,
      '签章证书可用于签名',
      'The certificate is meant for signing',
    ),
    required(
      'revoked',
      decided((instant) => notRevoked(signer, trust, instant)),
      '签章证书未被吊销',
      'The signing certificate was not revoked',
    ),
  ];
}

/** By its bytes, or by its digest where the list has digests. */
function isListed({ seal, certificate }: SesSignature): boolean {
  const digest = Buffer.from(sm3(certificate));
  return (
    seal.certificates.some((listed) => Buffer.from(listed).equals(certificate)) ||
    seal.certificateDigests.some(({ value }) => digest.equals(value))
  );
}

/** A seal is SM2 by its standard, whatever else a certificate may hold. */
function isSm2({ spki }: Certificate): boolean {
  return algorithmOf(spki) === 'sm2';
}

function notRevoked(certificate: Certificate, trust: SealTrust, at: Instant): Verdict {
  // A serial is one of its issuer, and who keeps no list of an authority knows nothing of what it called back.
  const speaks = trust.revokedBy?.some((issuer) => Buffer.from(issuer).equals(certificate.issuer)) ?? true;
  const named = speaks
    ? trust.revoked?.every((entry) => entry.serial !== certificate.serial || at < entry.fromAt)
    : undefined;
  if (named === false || trust.revocationLists === undefined) return named;
  const issuers = trust.roots.map(readCertificate);
  const { status } = statusAt(certificate, trust.revocationLists, issuers, at);
  switch (status) {
    case 'good':
      return true;
    case 'revoked':
      return false;
    case 'unknown':
      return named;
    default:
      return status satisfies never;
  }
}

function noUnknownCritical(seal: SesSeal, ses: SesSignature): boolean {
  return seal.criticalExtensions.length === 0 && ses.extensions.every((extension) => !extension.critical);
}
