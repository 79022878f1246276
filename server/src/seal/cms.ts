import { createHash } from 'node:crypto';
import { type Certificate, readCertificate } from './certificate.ts';
import {
  der,
  DerError,
  derExplicit,
  derInteger,
  type DerNode,
  derOctets,
  derOid,
  derSequence,
  expectTag,
  integer,
  members,
  octets,
  oidOf,
  readDer,
  TAG,
} from './der.ts';
import type { SigningKey } from './key-store.ts';
import { type KeyAlgorithm, SIGNATURE_OID, verifySignature } from './signature-key.ts';
import { sm3 } from './sm2.ts';

/**
 * CMS SignedData (RFC 5652) in the one form that PAdES signatures (ETSI EN 319 142-1) and time stamps (RFC 3161) have: one
 * signer, his certificate inside and bound by its hash. Written with the DER writer of the seals, because a general
 * library takes several milliseconds a letter; read strictly.
 */
export interface CmsRequest {
  readonly contentType: string;
  /** Absent for a signature over bytes that stand elsewhere. */
  readonly content?: Uint8Array;
  /** The digest of the content: SHA-256 for a P-256 key, SM3 for an SM2 key. */
  readonly digest: Uint8Array;
  readonly key: SigningKey;
  /** The authorities above the signer's certificate. */
  readonly chain: readonly Uint8Array[];
  /** Asks for a time stamp over the signature value. */
  readonly stamp?: (signature: Uint8Array) => Promise<Uint8Array>;
}

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
const DIGEST_OF = { p256: 'sha256', sm2: 'sm3' } as const satisfies Record<KeyAlgorithm, 'sha256' | 'sm3'>;
const IMPLICIT_0 = 0xa0;
const IMPLICIT_1 = 0xa1;

export function digestOf(algorithm: 'sha256' | 'sm3', ...parts: readonly Uint8Array[]): Uint8Array {
  if (algorithm === 'sm3') return sm3(...parts);
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Signs; no signing time inside, because only the time stamp proves one (ETSI EN 319 142-1 §6.3). */
export async function signCms(request: CmsRequest): Promise<Uint8Array> {
  const { contentType, content, key, chain } = request;
  const algorithm = DIGEST_OF[key.algorithm];
  const certificate = readOnce(key.certificate);
  const hashed = derOctets(digestOf(algorithm, key.certificate));
  const bound = algorithm === 'sha256' ? derSequence(hashed) : derSequence(identifier(DIGEST_OID.sm3), hashed);
  const attributes = setOf([
    attribute(ATTRIBUTE.contentType, derOid(contentType)),
    attribute(ATTRIBUTE.messageDigest, derOctets(request.digest)),
    attribute(ATTRIBUTE.signingCertificate, derSequence(derSequence(bound))),
  ]);
  const signature = await key.sign(der(TAG.set, attributes));
  const token = await request.stamp?.(signature);
  const signerInfo = derSequence(
    derInteger(1),
    derSequence(certificate.issuer, derInteger(BigInt(`0x${certificate.serial}`))),
    identifier(DIGEST_OID[algorithm]),
    der(IMPLICIT_0, attributes),
    identifier(SIGNATURE_OID[key.algorithm]),
    derOctets(signature),
    ...(token === undefined ? [] : [der(IMPLICIT_1, attribute(ATTRIBUTE.timeStamp, token))]),
  );
  const signedData = derSequence(
    derInteger(contentType === CMS.data ? 1 : 3),
    der(TAG.set, identifier(DIGEST_OID[algorithm])),
    derSequence(derOid(contentType), ...(content === undefined ? [] : [derExplicit(0, derOctets(content))])),
    der(IMPLICIT_0, setOf([key.certificate, ...chain])),
    der(TAG.set, signerInfo),
  );
  return derSequence(derOid(CMS.signedData), derExplicit(0, signedData));
}

/** The certificate of a seal is the same in letter after letter. */
const read = new WeakMap<Uint8Array, Certificate>();

function readOnce(bytes: Uint8Array): Certificate {
  const known = read.get(bytes) ?? readCertificate(bytes);
  read.set(bytes, known);
  return known;
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
  if (!Buffer.from(cms.digest).equals(digest)) return false;
  return verifySignature(cms.signer.spki, cms.signedBytes, cms.signature);
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
    (one) =>
      Buffer.from(one.issuer).equals(issuer?.bytes ?? Buffer.alloc(0)) && one.serial === integer(serial).toString(16),
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
    signedBytes: der(TAG.set, set.content),
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
  if (!Buffer.from(digestOf(named, signer.bytes)).equals(hash)) throw new DerError('bound to another certificate');
}

function digestNamed(node: DerNode | undefined): 'sha256' | 'sm3' {
  const oid = algorithmIn(node);
  if (oid === DIGEST_OID.sha256) return 'sha256';
  if (oid === DIGEST_OID.sm3) return 'sm3';
  throw new DerError('neither SHA-256 nor SM3');
}

function expectSignature(node: DerNode | undefined, digest: 'sha256' | 'sm3'): void {
  const expected = digest === 'sha256' ? SIGNATURE_OID.p256 : SIGNATURE_OID.sm2;
  if (algorithmIn(node) !== expected) throw new DerError('a signature algorithm that is not known');
}

/** The object identifier; parameters are absent, or NULL as some makers write them. */
function algorithmIn(node: DerNode | undefined): string {
  const [oid, parameters, ...rest] = members(node);
  const plain = parameters === undefined || (parameters.tag === 0x05 && parameters.content.length === 0);
  if (!plain || rest.length > 0) throw new DerError('an algorithm with parameters');
  return oidOf(oid);
}

function attribute(oid: string, value: Uint8Array): Uint8Array {
  return derSequence(derOid(oid), der(TAG.set, value));
}

function identifier(oid: string): Uint8Array {
  return derSequence(derOid(oid));
}

/** DER puts the members of a set into the order of their bytes (X.690 §11.6). */
function setOf(values: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(values.toSorted((one, other) => Buffer.compare(one, other)));
}
