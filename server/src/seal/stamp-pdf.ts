import { deflateSync } from 'node:zlib';
import { documentHash, type SealPlace } from '../document/document.ts';
import { derInteger, derOctets, derSequence } from './der.ts';
import { appendSignatureField, putSignature, rangeParts } from './pdf-revision.ts';
import type { SealInstrument } from './seal.ts';
import { encodeSignature, encodeToSign } from './ses.ts';
import { sealOperators, type SealImage } from './seal-image.ts';
import { sm3 } from './sm2.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * The extension that binds a seal to what was signed: length and SM3 of the document before sealing. The arc is an
 * RFC 9562 UUID (ITU-T X.667), so it needs no registration.
 */
export const SIGNED_DOCUMENT_EXTENSION = '2.25.300786557964673353848022033268330429041';

/**
 * GM/T 0112-2021 fixes the names of filter and sub-filter; `GM.sm2seal` is what products write for a GB/T 38540 seal.
 * Both are configuration, because the filter's name differs between products.
 */
export interface StampNames {
  readonly filter: string;
  readonly subFilter: string;
}

export const DEFAULT_STAMP_NAMES: StampNames = { filter: 'GM.PKILite', subFilter: 'GM.sm2seal' };

export interface Stamp {
  readonly place: SealPlace;
  readonly at: Instant;
  readonly names?: StampNames;
  /** SM3 of `pdf` where the caller has it already. */
  readonly signedHash?: string;
  /** A second seal: the document that was signed is the beginning of `pdf`, before the first one. */
  readonly beside?: { readonly signedLength: number; readonly signedHash: string };
}

/** The names of the fields of seals: each party's of its own. */
const FIELDS = { first: 'seal1', beside: 'seal2' } as const;

/** Seals `pdf`: appends a revision whose signature covers every byte of the file except itself. */
export async function stampPdf(pdf: Uint8Array, instrument: SealInstrument, stamp: Stamp): Promise<Uint8Array> {
  const { place } = stamp;
  const names = stamp.names ?? DEFAULT_STAMP_NAMES;
  const { signedLength, signedHash } = stamp.beside ?? {
    signedLength: pdf.length,
    signedHash: stamp.signedHash ?? documentHash(pdf),
  };
  const revision = appendSignatureField(pdf, {
    name: stamp.beside === undefined ? FIELDS.first : FIELDS.beside,
    page: place.page,
    ...names,
    visible: { ...place, deflatedOperators: operatorsOf(instrument.image, place.width) },
    signerName: instrument.name,
    at: stamp.at,
    // The rest of the structure is the hash, times, two signatures and names: well under a kilobyte.
    reserve: instrument.seal.length + instrument.certificate.length + 1024,
  });
  const toSign = encodeToSign({
    seal: instrument.seal,
    at: stamp.at,
    dataHash: sm3(...rangeParts(revision.bytes, revision.byteRange)),
    propertyInfo: propertyInfoOf(revision.byteRange),
    extensions: [
      {
        oid: SIGNED_DOCUMENT_EXTENSION,
        critical: false,
        value: derSequence(derInteger(signedLength), derOctets(Buffer.from(signedHash, 'hex'))),
      },
    ],
  });
  const signature = await instrument.sign(toSign);
  return putSignature(revision, encodeSignature(toSign, instrument.certificate, signature));
}

/** States the protected bytes inside the signature, as GB/T 38540 asks. */
export function propertyInfoOf(byteRange: readonly number[]): string {
  return `ByteRange [${byteRange.join(' ')}]`;
}

const drawn = new WeakMap<SealImage, Uint8Array>();

function operatorsOf(image: SealImage, size: number): Uint8Array {
  const known = drawn.get(image);
  if (known !== undefined) return known;
  const operators = deflateSync(Buffer.from(sealOperators(image, size), 'latin1'));
  drawn.set(image, operators);
  return operators;
}
