import { createPublicKey, createVerify, type KeyObject, verify } from 'node:crypto';
import { areEqual, readUint64 } from '@liangqian/verify/bytes.ts';
import { cosignedMessage, type Note, type NoteSignature, type VerifierKey } from '@liangqian/verify/note.ts';
import { sm2IdentityHash } from '@liangqian/verify/sm2-identity.ts';

/**
 * Signatures checked by OpenSSL, for the audit of whole logs: `@liangqian/verify` does the same for single proofs some twenty
 * times slower, and shares no line with this.
 */

/** SubjectPublicKeyInfo up to the key itself (RFC 8410; GB/T 35276 for SM2). */
const SPKI = {
  ed25519: Buffer.from('302a300506032b6570032100', 'hex'),
  sm2: Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex'),
} as const;

const known = new Map<string, KeyObject>();
const byBytes = new WeakMap<Uint8Array, KeyObject>();

function keyObject(kind: keyof typeof SPKI, raw: Uint8Array): KeyObject {
  // Whoever audits asks with the same bytes again and again.
  const asked = byBytes.get(raw);
  if (asked !== undefined) return asked;
  const id = Buffer.from(raw).toString('base64');
  const found = known.get(id);
  if (found !== undefined) {
    byBytes.set(raw, found);
    return found;
  }
  const key = createPublicKey({ key: Buffer.concat([SPKI[kind], raw]), format: 'der', type: 'spki' });
  known.set(id, key);
  return key;
}

/** What a key says of a note: the answers of `checkSignature`, sooner. */
export function quickVerdict(note: Note, key: VerifierKey): 'signed' | 'absent' | 'forged' {
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && areEqual(keyId, key.id));
  if (own.length === 0) return 'absent';
  return own.every((one) => isSigned(note.text, one, key)) ? 'signed' : 'forged';
}

function isSigned(text: string, { signature }: NoteSignature, { kind, publicKey }: VerifierKey): boolean {
  switch (kind) {
    case 'ed25519':
      return signature.length === 64 && verify(null, Buffer.from(text), keyObject('ed25519', publicKey), signature);
    case 'cosignature': {
      if (signature.length !== 72) return false;
      const message = cosignedMessage(text, readUint64(signature));
      return verify(null, message, keyObject('ed25519', publicKey), signature.subarray(8));
    }
    case 'sm2':
      return createVerify('sm3')
        .update(sm2IdentityHash(publicKey))
        .update(text)
        .verify(keyObject('sm2', publicKey), signature);
    default:
      return kind satisfies never;
  }
}
