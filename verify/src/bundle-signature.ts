import { fromBase64, utf8 } from './bytes.ts';
import { answer, type BundleCheck, type ReadAct } from './bundle-act.ts';
import { checkConfirmed } from './bundle-passkey.ts';
import { type Signed, signaturesIn } from './bundle-signed.ts';
import { checkUnsigned } from './bundle-unsigned.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { chainsTo, isValidAt } from './chain.ts';
import { DerError, readDer } from './der.ts';
import { SERIAL_NUMBER, valuesIn } from './distinguished-name.ts';
import { verifyByKey } from './public-key.ts';
import { notRevoked } from './revocation.ts';
import type { DocumentTrust } from './trust-file.ts';

type Members = Readonly<Record<string, unknown>>;

/**
 * For every signature whose act is in the bundle: whether the signer's certificate key signed exactly this record, whether that
 * certificate is his and was good then, and whether a passkey of his confirmed exactly this (R71, R72; 电子签名法 第十三条).
 */
export function checkSignatures(acts: readonly ReadAct[], trust?: DocumentTrust): readonly BundleCheck[] {
  return acts
    .flatMap((act) => signaturesIn(act, acts))
    .flatMap((signed) => [...certified(signed), ...checkSigner(signed, trust), ...checkConfirmed(signed, acts)])
    .concat(checkUnsigned(acts));
}

function certified({ act, signature, signer, signedText }: Signed): readonly BundleCheck[] {
  const of = ['signature', act.name] as const;
  if (typeof signature['value'] !== 'string')
    return [answer(of, 'false', '所记签名没有签名值。', 'What is kept as a signature has no value.')];
  if (typeof signature['certificate'] !== 'string')
    return [
      answer(
        of,
        'undecided',
        `${String(signer)} 的签名没有随记录保存证书，无法核验。`,
        `No certificate is kept with the signature of ${String(signer)}: it cannot be checked.`,
      ),
    ];
  return [
    isSignedBy(signature, signedText)
      ? answer(
          of,
          'true',
          `${String(signer)} 的签名与记录逐字相符（证书随记录保存）。`,
          `The signature of ${String(signer)} is over exactly this record, by the certificate kept with it.`,
        )
      : answer(of, 'false', '签名与记录不符。', 'The signature is not over this record.'),
  ];
}

/** Whether the certificate names the signer, and was good at that time; the latter is open where the reader trusts no authority. */
function checkSigner({ act, signature, signer, at }: Signed, trust: DocumentTrust | undefined): readonly BundleCheck[] {
  const certificate = certificateIn(signature);
  if (certificate === undefined) return [];
  const of = ['signer', `${act.name} ${certificate.subjectText}`] as const;
  if (!isOf(certificate, signer)) {
    const en = `The certificate is not that of ${String(signer)}, whom the record names as signer.`;
    return [answer(of, 'false', `证书不是记录所载签批人 ${String(signer)} 的。`, en)];
  }
  if (trust === undefined || trust.certificates.length === 0) {
    const en =
      'The trust file names no authority of certificates, so whether the signer’s certificate is good stays open.';
    return [answer(of, 'undecided', '信任文件没有列出发证机构，签批人的证书是否可信无法判断。', en)];
  }
  const signedAt = String(at);
  const verdicts = [
    certificate.serial === signature['certificateSerial'],
    chainsTo(certificate, trust.certificates, signedAt),
    isValidAt(certificate, signedAt) && certificate.maySign,
    notRevoked(certificate, trust.revocations, trust.certificates, signedAt),
  ];
  if (verdicts.includes(false)) {
    const en = 'The signer’s certificate was not trusted, out of its term or called back at the time of signing.';
    return [answer(of, 'false', '签名时，签批人的证书不可信、不在有效期内或者已被吊销。', en)];
  }
  if (verdicts.includes(undefined)) {
    const zh = '信任文件不足以判断签批人的证书（没有其颁发者，或者没有覆盖签名时间的吊销列表）。';
    const en =
      'The trust file does not say enough of the signer’s certificate: no issuer, or no list that covers the time.';
    return [answer(of, 'undecided', zh, en)];
  }
  const en =
    'The certificate is the signer’s, and was trusted, within its term and not called back at the time of signing.';
  return [answer(of, 'true', '证书是签批人本人的；签名时可信、有效、未被吊销。', en)];
}

/** The subject names one person by his number; a name alone is borne by many. */
function isOf({ subject }: Certificate, signer: unknown): boolean {
  const numbers = valuesIn(readDer(subject), SERIAL_NUMBER);
  return numbers.length === 1 && numbers[0] === signer;
}

function certificateIn(signature: Members): Certificate | undefined {
  const der = typeof signature['certificate'] === 'string' ? fromBase64(signature['certificate']) : undefined;
  try {
    return der === undefined ? undefined : readCertificate(der);
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function isSignedBy(signature: Members, text: string): boolean {
  const certificate = fromBase64(String(signature['certificate']));
  const value = fromBase64(String(signature['value']));
  if (certificate === undefined || value === undefined) return false;
  try {
    return verifyByKey(readCertificate(certificate).spki, utf8(text), value);
  } catch {
    // What is no certificate has signed nothing.
    return false;
  }
}
