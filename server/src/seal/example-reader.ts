import { issueCertificate, readCertificate, TIME_STAMPING } from './certificate.ts';
import { issueRoot } from './development-ca.ts';
import type { SigningKey } from './key-store.ts';
import type { ReaderSigner } from './reader-signature.ts';
import { generateKey, type KeyAlgorithm, type SignatureKey } from './signature-key.ts';
import { embeddedTimeStamper } from './time-stamp.ts';

/** A small public key infrastructure for the signature of ordinary readers, for tests. */
export interface ExampleReader {
  readonly root: Uint8Array;
  readonly rootKey: SignatureKey;
  readonly signer: ReaderSigner;
  readonly stampKey: SigningKey;
  /** Another key of the same name and authority. */
  readonly other: SigningKey;
}

const FROM_AT = '2025-01-01T00:00:00.000Z';
const TO_AT = '2030-01-01T00:00:00.000Z';

export async function exampleReader(algorithm: KeyAlgorithm = 'p256'): Promise<ExampleReader> {
  const rootKey = generateKey(algorithm);
  const root = await issueRoot(rootKey, FROM_AT);
  const certified = async (commonName: string, serial: number, purpose?: string): Promise<SigningKey> => {
    const key = generateKey(algorithm);
    const subject = { country: 'CN', organization: '云河区', commonName };
    const about = { serial: Buffer.from([serial]), subject, subjectKey: key, notBeforeAt: FROM_AT, notAfterAt: TO_AT };
    const request = { ...about, isAuthority: false, ...(purpose === undefined ? {} : { purpose }) };
    const certificate = await issueCertificate(request, rootKey, readCertificate(root));
    return { ...key, certificate };
  };
  const name = '云河区市场监督管理局';
  const stampKey = await certified('时间戳', 13, TIME_STAMPING);
  const stamper = embeddedTimeStamper(stampKey, []);
  return {
    root,
    rootKey,
    signer: { key: await certified(name, 12), chain: [], name, stamper },
    stampKey,
    other: await certified(name, 14),
  };
}
