import type { Instant } from '../kernel/time.ts';
import {
  derBits,
  derBoolean,
  derExplicit,
  derGeneralizedTime,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derText,
  TAG,
} from './der.ts';
import { SM2_WITH_SM3 } from './sm2.ts';

/**
 * Electronic seal and seal signature as they are written: GB/T 38540-2020, version 4, which the field reads everywhere.
 * What others wrote is read in `ses.ts` of the package `verify`.
 */

export interface SesSealInfo {
  /** The unique number of the seal. */
  readonly sealId: string;
  readonly vendorId: string;
  /** Whose seal it is; an organ's unless it says otherwise. */
  readonly holder?: SealHolder;
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

/** 单位印章 or 个人印章, by the numbers that the standard suggests. */
export type SealHolder = keyof typeof HOLDER;

export const HOLDER = { unit: 1, person: 2 } as const;

export const HEADER_ID = 'ES';
const VERSION = 4;
/** The list holds whole certificates; 2 would be their digests. */
const CERTIFICATE_LIST = 1;

/** The part that the seal maker signs. */
export function encodeSealInfo(info: SesSealInfo): Uint8Array {
  return derSequence(
    derSequence(derText(TAG.ia5String, HEADER_ID), derInteger(VERSION), derText(TAG.ia5String, info.vendorId)),
    derText(TAG.ia5String, info.sealId),
    derSequence(
      derInteger(HOLDER[info.holder ?? 'unit']),
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
    derSequence(derOid(extension.oid), ...(extension.critical ? [derBoolean(true)] : []), derOctets(extension.value)),
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

/** The finished seal signature; `timeStamp` is an RFC 3161 token over `signature`. */
export function encodeSignature(
  toSignBytes: Uint8Array,
  certificate: Uint8Array,
  signature: Uint8Array,
  timeStamp?: Uint8Array,
): Uint8Array {
  const stamp = timeStamp === undefined ? [] : [derExplicit(0, derBits(timeStamp))];
  return derSequence(toSignBytes, derOctets(certificate), derOid(SM2_WITH_SM3), derBits(signature), ...stamp);
}
