import {
  bits,
  derBits,
  der,
  derInteger,
  derOid,
  derSequence,
  expectTag,
  integer,
  members,
  readDer,
  TAG,
  DerError,
} from './der.ts';
import { algorithmIn } from './certificate.ts';
import { distinguishedName, nameText, type Subject } from './distinguished-name.ts';
import { SIGNATURE_OID, type SignatureKey, verifySignature } from './signature-key.ts';

/** A request for a certificate (PKCS#10, RFC 2986), as licensed authorities take it; it proves that the asker holds the key. */
export interface SigningRequest {
  readonly spki: Uint8Array;
  readonly subjectText: string;
  readonly signatureAlgorithm: string;
}

/** Asks for a certificate for `key` in the name of `subject`. */
export async function encodeSigningRequest(subject: Subject, key: SignatureKey): Promise<Uint8Array> {
  const info = derSequence(derInteger(0), distinguishedName(subject), key.spki, der(NO_ATTRIBUTES));
  const algorithm = derSequence(derOid(SIGNATURE_OID[key.algorithm]));
  return derSequence(info, algorithm, derBits(await key.sign(info)));
}

/** Reads a request and checks that it was signed with the key that it names; throws DerError where not. */
export function readSigningRequest(bytes: Uint8Array): SigningRequest {
  const [info, algorithm, signature, ...rest] = members(readDer(bytes));
  if (info === undefined || rest.length > 0) throw new DerError('not a request for a certificate');
  const [version, subject, spki] = members(info);
  if (integer(version) !== 0n) throw new DerError('not a request of version 1');
  const key = expectTag(spki, TAG.sequence).bytes;
  if (!verifySignature(key, info.bytes, bits(signature)))
    throw new DerError('the request is not signed by its own key');
  return {
    spki: key,
    subjectText: nameText(expectTag(subject, TAG.sequence)),
    signatureAlgorithm: algorithmIn(algorithm),
  };
}

/** `[0] IMPLICIT SET OF Attribute`, which must be there even when it is empty. */
const NO_ATTRIBUTES = 0xa0;
