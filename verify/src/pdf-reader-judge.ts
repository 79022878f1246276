import { chainsTo, isValidAt } from './chain.ts';
import { CMS, type Cms, digestOf, readCms, verifyCms } from './cms.ts';
import { DerError } from './der.ts';
import { isSignatureOnly } from './pdf-revision.ts';
import { type PdfSignature, rangeParts } from './pdf-signatures.ts';
import { notRevoked } from './revocation.ts';
import { verifyToken } from './time-stamp.ts';
import type { DocumentTrust } from './trust-file.ts';
import { type Check, required, type Verdict } from './verdict.ts';

interface Behind {
  /** The file had so many bytes when it was sealed. */
  readonly sealedLength: number;
  readonly trust: DocumentTrust;
}

/** Judges the second signature of a letter, the one for ordinary readers (PAdES B-T, ETSI EN 319 142-1). */
export function judgeReader(
  pdf: Uint8Array,
  signature: PdfSignature,
  { sealedLength, trust }: Behind,
): readonly Check[] {
  const form = required(
    'readerRevision',
    isSignatureOnly(pdf, signature, sealedLength),
    '盖章之后只追加了一个通用签名，没有其他内容',
    'After the seal only the signature for readers was appended, nothing else',
  );
  try {
    return [form, ...judge(pdf, signature, readCms(signature.contents), trust)];
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return [form, signed(false, `: ${error.message}`)];
  }
}

function judge(pdf: Uint8Array, { byteRange }: PdfSignature, cms: Cms, trust: DocumentTrust): readonly Check[] {
  const { signer, certificates } = cms;
  const digest = digestOf(cms.digestAlgorithm, ...rangeParts(pdf, byteRange));
  const detached = cms.contentType === CMS.data && cms.content === undefined;
  const stamp = cms.timeStamp === undefined ? undefined : verifyToken(cms.timeStamp, cms.signature, trust);
  const proven = stamp !== undefined && 'at' in stamp ? stamp.at : undefined;
  const fault = stamp !== undefined && 'fault' in stamp ? `：${stamp.fault}` : '';
  const at = proven ?? signer.notBeforeAt;
  const chains = certificates.map((one) => chainsTo(one, trust.certificates, at));
  const revoked = proven === undefined ? undefined : notRevoked(signer, trust.revocations, trust.certificates, proven);
  return [
    signed(detached && verifyCms(cms, digest), ''),
    required(
      'readerChain',
      together(chains),
      '通用签名证书可信',
      'The certificate of the signature for readers is trusted',
    ),
    required(
      'readerValid',
      proven === undefined ? undefined : isValidAt(signer, proven) && signer.maySign,
      '签名时通用签名证书有效',
      'The certificate of the signature for readers was valid then',
    ),
    required(
      'readerRevoked',
      revoked,
      '通用签名证书未被吊销',
      'The certificate of the signature for readers was not revoked',
    ),
    required(
      'readerTimeStamp',
      fault !== '' ? false : proven === undefined ? undefined : true,
      proven === undefined ? `通用签名的时间戳有效${fault}` : `时间戳证明盖章不晚于 ${proven}`,
      proven === undefined
        ? `The time stamp of the signature for readers is good${fault}`
        : `A time stamp proves the seal by ${proven}`,
    ),
  ];
}

function together(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

function signed(verdict: boolean, why: string): Check {
  return required(
    'readerSignature',
    verdict,
    `通用签名（PAdES）有效${why}`,
    `The signature for readers (PAdES) is valid${why}`,
  );
}
