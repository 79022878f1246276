import type { Instant } from '../kernel/time.ts';
import { CMS, digestOf, signCms } from './cms.ts';
import type { SigningKey } from './key-store.ts';
import { appendSignatureField, putSignature, rangeParts, type SignatureField } from './pdf-revision.ts';
import type { TimeStamper } from './time-stamp.ts';

/** The second signature of a sealed PDF: what readers of any country check without knowing SM2 (PAdES B-T). */
export interface ReaderSigner {
  /** A P-256 key of the organ whose seal is on the letter. */
  readonly key: SigningKey;
  readonly chain: readonly Uint8Array[];
  readonly name: string;
  readonly stamper: TimeStamper;
}

/** The port behind which these keys live; one for each seal. */
export interface ReaderSigners {
  readonly open: (seal: { readonly sealId: string; readonly name: string }) => Promise<ReaderSigner>;
}

/** Certificates, token and their frames; what a token of a stranger needs beyond it is an error, never a cut signature. */
const RESERVE = 8192;

/** The field as it stands in every letter: it shows nothing, because the seal is what one sees. */
export function readerField(signerName: string, at: Instant, reserve: number): SignatureField {
  return {
    name: 'reader1',
    page: 1,
    filter: 'Adobe.PPKLite',
    subFilter: 'ETSI.CAdES.detached',
    signerName,
    at,
    reserve,
  };
}

/** Appends the revision; the sealed bytes stay an untouched prefix of it. */
export async function signForReaders(sealed: Uint8Array, signer: ReaderSigner, at: Instant): Promise<Uint8Array> {
  const { key, chain, name, stamper } = signer;
  const revision = appendSignatureField(sealed, readerField(name, at, RESERVE));
  const signature = await signCms({
    contentType: CMS.data,
    digest: digestOf('sha256', ...rangeParts(revision.bytes, revision.byteRange)),
    key,
    chain,
    stamp: (value) => stamper.stamp(value, at),
  });
  return putSignature(revision, signature);
}
