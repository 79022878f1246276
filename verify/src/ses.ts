import {
  bits,
  boolean,
  DerError,
  type DerNode,
  expectTag,
  instantOf,
  integer,
  members,
  octets,
  oidOf,
  readDer,
  sequenceOf,
  TAG,
  textOf,
} from './der.ts';

/**
 * Seals and seal signatures as they are found: version 1 (GM/T 0031-2014, in archives), 4 (GB/T 38540-2020) and 5
 * (GM/T 0031-2025). Bytes are kept as received, because makers deviate from DER in what they sign and a structure that is
 * written again would no longer verify. Nothing here decides; that is `ses-judge.ts`.
 */
export type SesVersion = 1 | 4 | 5;

export interface SesSeal {
  /** The unique number of the seal. */
  readonly sealId: string;
  readonly vendorId: string;
  readonly name: string;
  /** DER certificates that may use the seal. */
  readonly certificates: readonly Uint8Array[];
  readonly createdAt: string;
  readonly validFromAt: string;
  readonly validToAt: string;
  readonly picture: {
    readonly type: string;
    readonly data: Uint8Array;
    readonly widthMm: number;
    readonly heightMm: number;
  };
  readonly version: SesVersion;
  /** 1 for a unit and 2 for a person by convention; others are the maker's own (3 and 6 occur). */
  readonly kind: number;
  /** Digests of the certificates that may use the seal, where the list has them instead of certificates. */
  readonly certificateDigests: readonly CertificateDigest[];
  readonly bytes: Uint8Array;
  /** What the maker signed. */
  readonly signedBytes: Uint8Array;
  readonly makerCertificate: Uint8Array;
  readonly makerSignature: Uint8Array;
  /** Version 5: an RFC 3161 token over the maker's signature. */
  readonly timeStamp: Uint8Array | undefined;
  readonly criticalExtensions: readonly string[];
}

export interface CertificateDigest {
  readonly algorithm: string;
  readonly value: Uint8Array;
}

export interface SesSignature {
  readonly version: SesVersion;
  readonly seal: SesSeal;
  /** As the signer claims it; undefined where a version 1 signature carries something else than a time. */
  readonly at: string | undefined;
  readonly dataHash: Uint8Array;
  /** States which bytes `dataHash` covers. */
  readonly propertyInfo: string;
  readonly extensions: readonly SesExtension[];
  readonly toSignBytes: Uint8Array;
  readonly certificate: Uint8Array;
  readonly signature: Uint8Array;
  /** An RFC 3161 token over `signature`. */
  readonly timeStamp: Uint8Array | undefined;
}

export interface SesExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

const HEADER_ID = 'ES';
/** SM2 with SM3 (GM/T 0006). */
const SM2_WITH_SM3 = '1.2.156.10197.1.501';

/** Reads a seal; throws DerError when the bytes are not one of a known version. */
export function readSeal(node: DerNode): SesSeal {
  const [info, second, algorithm, signature, stamp, ...rest] = members(node);
  const version = versionOf(info);
  const parts = { info: expectTag(info, TAG.sequence), version, bytes: node.bytes };
  if (algorithm === undefined) return { ...readInfo(parts), ...makerOfVersion1(parts.info, second) };
  if (rest.length > 0 || version === 1) throw new DerError('not the members of a seal');
  expectAlgorithm(algorithm);
  return {
    ...readInfo(parts),
    signedBytes: parts.info.bytes,
    makerCertificate: octets(second),
    makerSignature: bits(signature),
    timeStamp: timeStampIn(stamp),
  };
}

/** Reads a seal signature; throws DerError when the bytes are not one of a known version. */
export function readSignature(bytes: Uint8Array): SesSignature {
  const [toSign, second, third, signature, stamp, ...rest] = members(readDer(bytes));
  if (rest.length > 0) throw new DerError('not the members of a seal signature');
  // Only version 1 has its certificate inside what is signed, and so two members outside.
  if (third === undefined) return readVersion1(expectTag(toSign, TAG.sequence), second);
  expectAlgorithm(third);
  const [version, eseal, time, dataHash, propertyInfo, tagged, ...more] = members(toSign);
  if (more.length > 0) throw new DerError('not the members of what is signed');
  const seal = readSeal(expectTag(eseal, TAG.sequence));
  if (integer(version) !== BigInt(seal.version)) throw new DerError('signature and seal are of different versions');
  return {
    version: seal.version,
    seal,
    at: instantOf(time),
    dataHash: bits(dataHash),
    propertyInfo: textOf(propertyInfo, TAG.ia5String),
    extensions: tagged === undefined ? [] : readExtensions(readDer(expectTag(tagged, 0xa0).content)),
    toSignBytes: expectTag(toSign, TAG.sequence).bytes,
    certificate: octets(second),
    signature: bits(signature),
    timeStamp: timeStampIn(stamp),
  };
}

function readVersion1(toSign: DerNode, signature: DerNode | undefined): SesSignature {
  const [, eseal, time, dataHash, propertyInfo, certificate, algorithm, ...more] = members(toSign);
  if (more.length > 0) throw new DerError('not the members of what is signed');
  expectAlgorithm(algorithm);
  return {
    version: 1,
    seal: readSeal(expectTag(eseal, TAG.sequence)),
    at: timeOfVersion1(bitsOrOctets(time)),
    dataHash: bitsOrOctets(dataHash),
    propertyInfo: textOf(propertyInfo, TAG.ia5String),
    extensions: [],
    toSignBytes: toSign.bytes,
    certificate: octets(certificate),
    signature: bits(signature),
    timeStamp: undefined,
  };
}

/** The maker signs info, certificate and algorithm together; some put the three into a bit string. */
function makerOfVersion1(info: DerNode, node: DerNode | undefined) {
  const signInfo = node?.tag === TAG.bitString ? readDer(bits(node)) : node;
  const [certificate, algorithm, signature, ...rest] = members(signInfo);
  if (rest.length > 0 || certificate === undefined || algorithm === undefined)
    throw new DerError('not a maker’s signature');
  expectAlgorithm(algorithm);
  return {
    signedBytes: sequenceOf(info.bytes, certificate.bytes, algorithm.bytes),
    makerCertificate: octets(certificate),
    makerSignature: bits(signature),
    timeStamp: undefined,
  };
}

interface InfoParts {
  readonly info: DerNode;
  readonly version: SesVersion;
  readonly bytes: Uint8Array;
}

type Info = Omit<SesSeal, 'signedBytes' | 'makerCertificate' | 'makerSignature' | 'timeStamp'>;

function readInfo({ info, version, bytes }: InfoParts): Info {
  const [header, sealId, property, picture, extensions, ...rest] = members(info);
  if (rest.length > 0) throw new DerError('not the members of a seal’s information');
  const [pictureType, data, width, height] = members(picture);
  return {
    version,
    bytes,
    vendorId: textOf(members(header)[2], TAG.ia5String),
    sealId: textOf(sealId, TAG.ia5String),
    ...readProperty(property, version),
    picture: {
      type: textOf(pictureType, TAG.ia5String),
      data: octets(data),
      widthMm: Number(integer(width)),
      heightMm: Number(integer(height)),
    },
    criticalExtensions: extensionsOfSeal(extensions, version)
      .filter(({ critical }) => critical)
      .map(({ oid }) => oid),
  };
}

function versionOf(info: DerNode | undefined): SesVersion {
  const [id, version] = members(members(info)[0]);
  if (textOf(id, TAG.ia5String) !== HEADER_ID) throw new DerError('not a seal');
  const number = integer(version);
  if (number === 4n) return 4;
  if (number === 5n) return 5;
  // Before the version was counted, makers wrote what they liked below four.
  if (number < 4n) return 1;
  throw new DerError(`a seal of the unknown version ${number}`);
}

function readProperty(node: DerNode | undefined, version: SesVersion) {
  const [kind, name, ...rest] = members(node);
  // Version 1 has no type before its list.
  const [listType, list, created, from, to] = version === 1 ? [undefined, ...rest] : rest;
  return {
    kind: Number(integer(kind)),
    name: textOf(name, TAG.utf8String),
    ...(version === 1
      ? { certificates: certificatesOfVersion1(list), certificateDigests: [] }
      : readList(listType, list)),
    createdAt: instantOf(created),
    validFromAt: instantOf(from),
    validToAt: instantOf(to),
  };
}

/** Both arms of the CHOICE are plain sequences: only the list type tells certificates from digests. */
function readList(
  type: DerNode | undefined,
  list: DerNode | undefined,
): Pick<SesSeal, 'certificates' | 'certificateDigests'> {
  const number = integer(type);
  if (number === 1n) return { certificates: members(list).map(octets), certificateDigests: [] };
  if (number !== 2n) throw new DerError(`a list of the unknown type ${number}`);
  const digests = members(list).map((node) => {
    const [algorithm, value] = members(node);
    return { algorithm: textOf(algorithm, TAG.printableString), value: octets(value) };
  });
  return { certificates: [], certificateDigests: digests };
}

/** Test seals of version 1 list other things than certificates: they list none. */
function certificatesOfVersion1(list: DerNode | undefined): readonly Uint8Array[] {
  return members(list)
    .filter(({ tag }) => tag === TAG.octetString)
    .map(octets);
}

/** Version 1 knows makers who put in here what they liked, and no rule for what is critical. */
function extensionsOfSeal(node: DerNode | undefined, version: SesVersion): readonly SesExtension[] {
  if (version === 1 && node?.tag !== TAG.sequence) return [];
  return readExtensions(node);
}

function readExtensions(node: DerNode | undefined): readonly SesExtension[] {
  if (node === undefined) return [];
  return members(node).map((extension) => {
    const [oid, ...rest] = members(extension);
    // Some makers write `critical FALSE` out in full, which DER would omit.
    return { oid: oidOf(oid), critical: rest.length > 1 && boolean(rest[0]), value: octets(rest.at(-1)) };
  });
}

function timeStampIn(node: DerNode | undefined): Uint8Array | undefined {
  return node === undefined ? undefined : bits(readDer(expectTag(node, 0xa0).content));
}

function bitsOrOctets(node: DerNode | undefined): Uint8Array {
  return node?.tag === TAG.octetString ? octets(node) : bits(node);
}

/** In version 1 a time is in DER, or its digits, or ISO 8601 as text; a time stamp token in its place is not read. */
function timeOfVersion1(content: Uint8Array): string | undefined {
  const text = new TextDecoder('latin1').decode(content.subarray(0, 40));
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  try {
    return instantOf(/^\d{14}Z$/.test(text) ? { tag: TAG.generalizedTime, content, bytes: content } : readDer(content));
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function expectAlgorithm(node: DerNode | undefined): void {
  if (oidOf(node) !== SM2_WITH_SM3) throw new DerError('the algorithm is not SM2 with SM3');
}
