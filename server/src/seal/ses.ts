import type { Instant } from '../kernel/time.ts';
import {
  DerError,
  TAG,
  bits,
  boolean,
  derBits,
  derExplicit,
  derGeneralizedTime,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derText,
  expectTag,
  instantOf,
  integer,
  members,
  octets,
  oidOf,
  readDer,
  textOf,
  type DerNode,
} from './der.ts';
import { SM2_WITH_SM3 } from './sm2.ts';

/** Electronic seal and seal signature after GB/T 38540-2020 (version 4). What is verified are the bytes as received. */

export interface SesSealInfo {
  /** The unique number of the seal. */
  readonly sealId: string;
  readonly vendorId: string;
  readonly name: string;
  /** DER certificates that may use the seal. */
  readonly certificates: readonly Uint8Array[];
  readonly createdAt: Instant;
  readonly validFromAt: Instant;
  readonly validToAt: Instant;
  readonly picture: {
    readonly type: string;
    readonly data: Uint8Array;
    readonly widthMm: number;
    readonly heightMm: number;
  };
}

export interface SesSeal extends SesSealInfo {
  readonly bytes: Uint8Array;
  readonly infoBytes: Uint8Array;
  readonly makerCertificate: Uint8Array;
  readonly makerSignature: Uint8Array;
  readonly criticalExtensions: readonly string[];
}

export interface SesToSign {
  readonly seal: Uint8Array;
  readonly at: Instant;
  readonly dataHash: Uint8Array;
  /** States which bytes `dataHash` covers. */
  readonly propertyInfo: string;
  readonly extensions: readonly SesExtension[];
}

export interface SesExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

export interface SesSignature extends Omit<SesToSign, 'seal'> {
  readonly seal: SesSeal;
  readonly toSignBytes: Uint8Array;
  readonly certificate: Uint8Array;
  readonly signature: Uint8Array;
}

const HEADER_ID = 'ES';
const VERSION = 4;
/** A seal of an organ; 2 would be a person's. */
const UNIT_SEAL = 1;
const CERTIFICATE_LIST = 1;

/** The part that the seal maker signs. */
export function encodeSealInfo(info: SesSealInfo): Uint8Array {
  return derSequence(
    derSequence(derText(TAG.ia5String, HEADER_ID), derInteger(VERSION), derText(TAG.ia5String, info.vendorId)),
    derText(TAG.ia5String, info.sealId),
    derSequence(
      derInteger(UNIT_SEAL),
      derText(TAG.utf8String, info.name),
      derInteger(CERTIFICATE_LIST),
      derSequence(...info.certificates.map(derOctets)),
      derGeneralizedTime(info.createdAt),
      derGeneralizedTime(info.validFromAt),
      derGeneralizedTime(info.validToAt),
    ),
    derSequence(
      derText(TAG.ia5String, info.picture.type),
      derOctets(info.picture.data),
      derInteger(info.picture.widthMm),
      derInteger(info.picture.heightMm),
    ),
  );
}

/** The finished seal: the maker's part, certificate and signature. */
export function encodeSeal(infoBytes: Uint8Array, makerCertificate: Uint8Array, signature: Uint8Array): Uint8Array {
  return derSequence(infoBytes, derOctets(makerCertificate), derOid(SM2_WITH_SM3), derBits(signature));
}

/** The part that the user of the seal signs. */
export function encodeToSign(part: SesToSign): Uint8Array {
  const extensions = part.extensions.map((extension) =>
    derSequence(
      derOid(extension.oid),
      ...(extension.critical ? [Buffer.from([TAG.boolean, 1, 0xff])] : []),
      derOctets(extension.value),
    ),
  );
  return derSequence(
    derInteger(VERSION),
    part.seal,
    derGeneralizedTime(part.at),
    derBits(part.dataHash),
    derText(TAG.ia5String, part.propertyInfo),
    ...(extensions.length === 0 ? [] : [derExplicit(0, derSequence(...extensions))]),
  );
}

export function encodeSignature(toSignBytes: Uint8Array, certificate: Uint8Array, signature: Uint8Array): Uint8Array {
  return derSequence(toSignBytes, derOctets(certificate), derOid(SM2_WITH_SM3), derBits(signature));
}

/** Reads a seal; throws DerError when the bytes are not a version 4 seal. */
export function readSeal(node: DerNode): SesSeal {
  const [info, certificate, algorithm, signature, ...rest] = members(node);
  if (rest.length > 0) throw new DerError('a version 4 seal has four members');
  expectAlgorithm(algorithm);
  const [header, sealId, property, picture, extensions] = members(expectTag(info, TAG.sequence));
  const [pictureType, data, width, height] = members(expectTag(picture, TAG.sequence));
  return {
    bytes: node.bytes,
    infoBytes: expectTag(info, TAG.sequence).bytes,
    vendorId: readHeader(header),
    sealId: textOf(sealId, TAG.ia5String),
    ...readProperty(property),
    picture: {
      type: textOf(pictureType, TAG.ia5String),
      data: octets(data),
      widthMm: Number(integer(width)),
      heightMm: Number(integer(height)),
    },
    criticalExtensions: readExtensions(extensions)
      .filter((extension) => extension.critical)
      .map((extension) => extension.oid),
    makerCertificate: octets(certificate),
    makerSignature: bits(signature),
  };
}

/** Reads a seal signature; throws DerError when the bytes are not one of version 4. */
export function readSignature(bytes: Uint8Array): SesSignature {
  const [toSign, certificate, algorithm, signature, ...rest] = members(readDer(bytes));
  if (rest.length > 0) throw new DerError('a version 4 seal signature without time stamp has four members');
  expectAlgorithm(algorithm);
  const [version, seal, time, dataHash, propertyInfo, tagged] = members(expectTag(toSign, TAG.sequence));
  if (integer(version) !== BigInt(VERSION)) throw new DerError('not version 4');
  return {
    seal: readSeal(expectTag(seal, TAG.sequence)),
    at: instantOf(time),
    dataHash: bits(dataHash),
    propertyInfo: textOf(propertyInfo, TAG.ia5String),
    extensions: tagged === undefined ? [] : readExtensions(readDer(expectTag(tagged, 0xa0).content)),
    toSignBytes: expectTag(toSign, TAG.sequence).bytes,
    certificate: octets(certificate),
    signature: bits(signature),
  };
}

function readHeader(node: DerNode | undefined): string {
  const [id, version, vendorId] = members(expectTag(node, TAG.sequence));
  if (textOf(id, TAG.ia5String) !== HEADER_ID) throw new DerError('not a seal');
  if (integer(version) !== BigInt(VERSION)) throw new DerError('not a version 4 seal');
  return textOf(vendorId, TAG.ia5String);
}

function readProperty(
  node: DerNode | undefined,
): Pick<SesSealInfo, 'name' | 'certificates' | 'createdAt' | 'validFromAt' | 'validToAt'> {
  const [, name, listType, list, created, from, to] = members(expectTag(node, TAG.sequence));
  // Both arms of the CHOICE are plain sequences: only the list type tells certificates from digests.
  if (integer(listType) !== BigInt(CERTIFICATE_LIST)) throw new DerError('only lists of whole certificates are read');
  return {
    name: textOf(name, TAG.utf8String),
    certificates: members(expectTag(list, TAG.sequence)).map(octets),
    createdAt: instantOf(created),
    validFromAt: instantOf(from),
    validToAt: instantOf(to),
  };
}

function readExtensions(node: DerNode | undefined): readonly SesExtension[] {
  if (node === undefined) return [];
  return members(node).map((extension) => {
    const [oid, ...rest] = members(extension);
    // Some makers write `critical FALSE` out in full, which DER would omit.
    return { oid: oidOf(oid), critical: rest.length > 1 && boolean(rest[0]), value: octets(rest.at(-1)) };
  });
}

function expectAlgorithm(node: DerNode | undefined): void {
  if (oidOf(node) !== SM2_WITH_SM3) throw new DerError('the algorithm is not SM2 with SM3');
}
