import { areEqual } from './bytes.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { DerError, type DerNode, expectTag, integer, members, octets, oidOf, readDer, retagged, TAG } from './der.ts';
import { sha256, sm3 } from './digest.ts';
import { verifyByKey } from './public-key.ts';

/**
 * CMS SignedData (RFC 5652) in the one form that PAdES signatures (ETSI EN 319 142-1) and time stamps (RFC 3161) have: one
 * signer, his certificate inside and bound by its hash. Read strictly.
 */
export interface Cms {
  readonly contentType: string;
  readonly content?: Uint8Array;
  /** As the signer states it. */
  readonly digest: Uint8Array;
  readonly digestAlgorithm: 'sha256' | 'sm3';
  readonly signer: Certificate;
  readonly certificates: readonly Certificate[];
  /** The attributes as the set that is signed. */
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
  readonly timeStamp?: Uint8Array;
}

export const CMS = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
} as const;

const ATTRIBUTE = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  timeStamp: '1.2.840.113549.1.9.16.2.14',
} as const;

export const DIGEST_OID = { sha256: '2.16.840.1.101.3.4.2.1', sm3: '1.2.156.10197.1.401' } as const;
const IMPLICIT_0 = 0xa0;
const IMPLICIT_1 = 0xa1;

export function digestOf(algorithm: 'sha256' | 'sm3', ...parts: readonly Uint8Array[]): Uint8Array {
  return algorithm === 'sm3' ? sm3(...parts) : sha256(...parts);
}

/** Reads a signature of that form; throws DerError when the bytes are not one. */
export function readCms(bytes: Uint8Array): Cms {
  const [type, wrapped, ...rest] = members(readDer(bytes));
  if (oidOf(type) !== CMS.signedData || rest.length > 0) throw new DerError('not a CMS signature');
  const signedData = readDer(expectTag(wrapped, 0xa0).content);
  const [version, digests, encapsulated, certificateSet, signerInfos, ...more] = members(signedData);
  const [signerInfo, ...others] = members(signerInfos, TAG.set);
  if (more.length > 0 || others.length > 0) throw new DerError('one signer and no lists were expected');
  const { contentType, content } = readContent(encapsulated);
  if (integer(version) !== (contentType === CMS.data ? 1n : 3n)) throw new DerError('another version of CMS');
  const certificates = members(certificateSet, IMPLICIT_0).map((node) => readCertificate(node.bytes));
  const signed = readSigner(signerInfo, certificates);
  const [digest, ...further] = members(digests, TAG.set);
  if (further.length > 0 || digestNamed(digest) !== signed.digestAlgorithm) throw new DerError('another digest');
  if (signed.contentType !== contentType) throw new DerError('the signed type is not that of the content');
  return {
    ...signed,
    contentType,
    ...(content === undefined ? {} : { content }),
    certificates,
  };
}

/** Whether the signature is the signer's over content with this digest. */
export function verifyCms(cms: Cms, digest: Uint8Array): boolean {
  if (!areEqual(cms.digest, digest)) return false;
  return verifyByKey(cms.signer.spki, cms.signedBytes, cms.signature);
}

function readContent(node: DerNode | undefined): { readonly contentType: string; readonly content?: Uint8Array } {
  const [type, wrapped, ...rest] = members(node);
  if (rest.length > 0) throw new DerError('more than one content');
  const contentType = oidOf(type);
  if (wrapped === undefined) return { contentType };
  return { contentType, content: octets(readDer(expectTag(wrapped, 0xa0).content)) };
}

type SignerPart = Omit<Cms, 'content' | 'certificates'>;

function readSigner(node: DerNode | undefined, certificates: readonly Certificate[]): SignerPart {
  const [version, id, digest, attributes, algorithm, signature, unsigned, ...rest] = members(node);
  if (integer(version) !== 1n || rest.length > 0) throw new DerError('another form of signer');
  const [issuer, serial, ...more] = members(id);
  const signer = certificates.find(
    (one) => areEqual(one.issuer, issuer?.bytes ?? new Uint8Array()) && one.serial === integer(serial).toString(16),
  );
  if (signer === undefined || more.length > 0) throw new DerError('the certificate of the signer is not inside');
  const digestAlgorithm = digestNamed(digest);
  const set = expectTag(attributes, IMPLICIT_0);
  const values = attributesIn(set);
  checkSigningCertificate(values.get(ATTRIBUTE.signingCertificate), signer);
  expectSignature(algorithm, digestAlgorithm);
  const token =
    unsigned === undefined ? undefined : attributesIn(expectTag(unsigned, IMPLICIT_1)).get(ATTRIBUTE.timeStamp);
  if (unsigned !== undefined && token === undefined) throw new DerError('an unsigned attribute that is not known');
  return {
    contentType: oidOf(values.get(ATTRIBUTE.contentType)),
    digest: octets(values.get(ATTRIBUTE.messageDigest)),
    digestAlgorithm,
    signer,
    // What is signed bears the tag of a set (RFC 5652 §5.4).
    signedBytes: retagged(TAG.set, set),
    signature: octets(signature),
    ...(token === undefined ? {} : { timeStamp: token.bytes }),
  };
}

/** Attributes by their type, each with its one value. */
function attributesIn(set: DerNode): ReadonlyMap<string, DerNode> {
  const found = new Map<string, DerNode>();
  for (const node of members(set, set.tag)) {
    const [type, values, ...rest] = members(node);
    const [value, ...more] = members(values, TAG.set);
    const name = oidOf(type);
    if (value === undefined || rest.length > 0 || more.length > 0 || found.has(name)) {
      throw new DerError('an attribute with one value was expected');
    }
    found.set(name, value);
  }
  return found;
}

/** The signer's certificate is bound by its hash, so that none with the same key takes its place (RFC 5035 §4). */
function checkSigningCertificate(node: DerNode | undefined, signer: Certificate): void {
  const [first] = members(members(node)[0]);
  const parts = members(first);
  const named = parts[0]?.tag === TAG.sequence ? digestNamed(parts[0]) : 'sha256';
  const hash = octets(parts[0]?.tag === TAG.sequence ? parts[1] : parts[0]);
  if (!areEqual(digestOf(named, signer.bytes), hash)) throw new DerError('bound to another certificate');
}

function digestNamed(node: DerNode | undefined): 'sha256' | 'sm3' {
  const oid = algorithmIn(node);
  if (oid === DIGEST_OID.sha256) return 'sha256';
  if (oid === DIGEST_OID.sm3) return 'sm3';
  throw new DerError('neither SHA-256 nor SM3');
}

function expectSignature(node: DerNode | undefined, digest: 'sha256' | 'sm3'): void {
  const expected = digest === 'sha256' ? '1.2.840.10045.4.3.2' : '1.2.156.10197.1.501';
  if (algorithmIn(node) !== expected) throw new DerError('a signature algorithm that is not known');
}

/** The object identifier; parameters are absent, or NULL as some makers write them. */
function algorithmIn(node: DerNode | undefined): string {
  const [oid, parameters, ...rest] = members(node);
  const plain = parameters === undefined || (parameters.tag === 0x05 && parameters.content.length === 0);
  if (!plain || rest.length > 0) throw new DerError('an algorithm with parameters');
  return oidOf(oid);
}
