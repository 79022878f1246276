import type { Instant } from '../kernel/time.ts';
import { chainsTo, isValidAt } from './certificate.ts';
import { type Cms, CMS, digestOf, readCms, verifyCms } from './cms.ts';
import { DerError } from './der.ts';
import { appendSignatureField, rangeParts } from './pdf-revision.ts';
import type { PdfSignature } from './pdf-signatures.ts';
import { readerField } from './reader-signature.ts';
import { verifyToken } from './time-stamp.ts';
import { required, type SealCheck, type SealTrust } from './verify-ses.ts';

/** What the second signature of a letter says: its checks, and by when its time stamp proves the seal. */
export interface ReaderJudgement {
  readonly checks: readonly SealCheck[];
  readonly provenAt?: Instant;
}

/** Judges the signature for readers (PAdES B-T) of `pdf`, which was sealed when it had `sealedLength` bytes. */
export function verifyReader(
  pdf: Buffer,
  signature: PdfSignature,
  sealedLength: number,
  trust: SealTrust,
): ReaderJudgement {
  const form = required(
    'readerRevision',
    isOurRevision(pdf, signature, sealedLength),
    '盖章之后只追加了一个通用签名，没有其他内容',
    'After the seal only the signature for readers was appended, nothing else',
  );
  try {
    const cms = readCms(signature.contents);
    const judged = judge(pdf, signature, cms, trust);
    return { ...judged, checks: [form, ...judged.checks] };
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return { checks: [form, signed(false, `: ${error.message}`)] };
  }
}

/** The revision is, byte for byte, the one that is written for this name and time: it can hide nothing. */
function isOurRevision(pdf: Buffer, { byteRange, rangeAt }: PdfSignature, sealedLength: number): boolean {
  const head = /\/Name <feff((?:[0-9a-f]{4})*)> \/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)\n$/.exec(
    pdf.toString('latin1', Math.max(sealedLength, rangeAt - 1024), rangeAt),
  );
  if (head === null) return false;
  const [, name = '', year, month, day, hour, minute, second] = head;
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const signerName = Buffer.from(name, 'hex').swap16().toString('utf16le');
  const [, start, end] = byteRange;
  try {
    const expected = appendSignatureField(
      pdf.subarray(0, sealedLength),
      readerField(signerName, at, (end - start - 2) / 2),
    );
    return (
      expected.byteRange.every((value, index) => value === byteRange[index]) &&
      expected.bytes.length === pdf.length &&
      rangeParts(expected.bytes, byteRange).every((part, index) =>
        Buffer.from(part).equals(rangeParts(pdf, byteRange)[index] ?? Buffer.alloc(0)),
      )
    );
  } catch {
    // What was sealed is no PDF of ours: then nothing after it can be.
    return false;
  }
}

function judge(pdf: Buffer, { byteRange }: PdfSignature, cms: Cms, trust: SealTrust): ReaderJudgement {
  const digest = digestOf(cms.digestAlgorithm, ...rangeParts(pdf, byteRange));
  const detached = cms.contentType === CMS.data && cms.content === undefined;
  const stamp = cms.timeStamp === undefined ? undefined : verifyToken(cms.timeStamp, cms.signature, trust.roots);
  const proven = stamp !== undefined && 'at' in stamp ? stamp.at : undefined;
  const { signer, certificates } = cms;
  const at = proven ?? signer.notBeforeAt;
  const chains = certificates.map((one) => chainsTo(one, trust.roots, at));
  const chain = chains.includes(false) ? false : chains.every((verdict) => verdict === true) ? true : undefined;
  const fault = stamp !== undefined && 'fault' in stamp ? stamp.fault : '';
  return {
    checks: [
      signed(detached && verifyCms(cms, digest), ''),
      required('readerChain', chain, '通用签名证书可信', 'The certificate of the signature for readers is trusted'),
      required(
        'readerValid',
        proven === undefined ? undefined : isValidAt(signer, proven) && signer.maySign,
        '签名时通用签名证书有效',
        'The certificate of the signature for readers was valid then',
      ),
      required(
        'readerTimeStamp',
        fault !== '' ? false : proven === undefined ? undefined : true,
        proven === undefined ? `通用签名的时间戳${fault}` : `时间戳证明盖章不晚于 ${proven}`,
        proven === undefined
          ? `The time stamp of the signature for readers ${fault}`
          : `A time stamp proves the seal by ${proven}`,
      ),
    ],
    ...(proven === undefined ? {} : { provenAt: proven }),
  };
}

function signed(verdict: boolean, why: string): SealCheck {
  return required(
    'readerSignature',
    verdict,
    `通用签名（PAdES）有效${why}`,
    `The signature for readers (PAdES) is valid${why}`,
  );
}
