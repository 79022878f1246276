import { areEqual } from './bytes.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { chainsTo, isValidAt } from './chain.ts';
import { sm3 } from './digest.ts';
import { algorithmOf, verifyByKey } from './public-key.ts';
import { notRevoked } from './revocation.ts';
import type { SesSeal, SesSignature } from './ses.ts';
import { verifyToken } from './time-stamp.ts';
import type { DocumentTrust } from './trust-file.ts';
import { type Check, notice, required } from './verdict.ts';

/** The judgement over a seal signature after GB/T 38540-2020 §7 and GM/T 0031-2025, whatever carries it: PDF, OFD or bare. */

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
export function verifySes(parties: SealParties, dataHash: Uint8Array, trust: DocumentTrust): readonly Check[] {
  const { ses, signer } = parties;
  const time = timeOf(ses, trust);
  return [
    required('digest', areEqual(dataHash, ses.dataHash), '文件内容与盖章时一致', 'The file is as it was when sealed'),
    required(
      'signature',
      isSm2(signer) && verifyByKey(signer.spki, ses.toSignBytes, ses.signature),
      '盖章签名（SM2）有效',
      'The sealing signature (SM2) is valid',
    ),
    ...sealChecks(parties, trust, time.at),
    ...signerChecks(parties, trust, time.at),
    ...time.checks,
  ];
}

interface SigningTime {
  /** The proven time, or the claimed one; undefined where there is neither. */
  readonly at: string | undefined;
  readonly checks: readonly Check[];
}

/** A good time stamp takes the place of the claimed time, which may not be later than it. */
function timeOf(ses: SesSignature, trust: DocumentTrust): SigningTime {
  if (ses.timeStamp === undefined) {
    const zh = `没有时间戳，盖章时间${ses.at === undefined ? '' : ` ${ses.at} `}仅为盖章方声明`;
    const en = `No time stamp: the time of sealing${ses.at === undefined ? '' : `, ${ses.at},`} is only claimed`;
    return { at: ses.at, checks: [notice('timeStamp', undefined, zh, en)] };
  }
  const judged = verifyToken(ses.timeStamp, ses.signature, trust);
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

function sealChecks({ ses, maker }: SealParties, trust: DocumentTrust, at: string | undefined): readonly Check[] {
  const { seal } = ses;
  const made = isSm2(maker) && verifyByKey(maker.spki, seal.signedBytes, seal.makerSignature) && maker.maySign;
  const inTerm = at === undefined ? undefined : seal.validFromAt <= at && at <= seal.validToAt;
  return [
    required('sealMade', made, '印章由制章者签发，没有改动', 'The seal is the maker’s, unaltered'),
    required(
      'makerChain',
      chainsTo(maker, trust.certificates, seal.createdAt),
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
      notRevoked(maker, trust.revocations, trust.certificates, seal.createdAt),
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
function sealTimeStamp(seal: SesSeal, trust: DocumentTrust): readonly Check[] {
  if (seal.timeStamp === undefined) return [];
  const judged = verifyToken(seal.timeStamp, seal.makerSignature, trust);
  const verdict = judged === undefined ? undefined : 'at' in judged && seal.createdAt <= judged.at;
  return [required('sealTimeStamp', verdict, '印章的时间戳有效', 'The time stamp of the seal is good')];
}

function signerChecks({ ses, signer }: SealParties, trust: DocumentTrust, at: string | undefined): readonly Check[] {
  const decided = <T>(judge: (instant: string) => T): T | undefined => (at === undefined ? undefined : judge(at));
  return [
    required('listed', isListed(ses), '签章证书在印章的证书列表中', 'The signing certificate is in the seal’s list'),
    required(
      'chain',
      decided((instant) => chainsTo(signer, trust.certificates, instant)),
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
      decided((instant) => notRevoked(signer, trust.revocations, trust.certificates, instant)),
      '签章证书未被吊销',
      'The signing certificate was not revoked',
    ),
  ];
}

/** By its bytes, or by its digest where the list has digests. */
function isListed({ seal, certificate }: SesSignature): boolean {
  const digest = sm3(certificate);
  return (
    seal.certificates.some((listed) => areEqual(listed, certificate)) ||
    seal.certificateDigests.some(({ value }) => areEqual(digest, value))
  );
}

/** A seal is SM2 by its standard, whatever else a certificate may hold. */
function isSm2({ spki }: Certificate): boolean {
  return algorithmOf(spki) === 'sm2';
}

function noUnknownCritical(seal: SesSeal, ses: SesSignature): boolean {
  return seal.criticalExtensions.length === 0 && ses.extensions.every((extension) => !extension.critical);
}
