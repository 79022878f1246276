import { concat, fromHex, toHex } from './bytes.ts';
import { sha256 } from './digest.ts';
import { DerError, integer, members, readDer } from './der.ts';
import { verifyP256, verifySm2 } from './signature.ts';

/** The two kinds of keys that documents are signed with: SM2 (GB/T 32918) and P-256 (FIPS 186-5). */
export type KeyAlgorithm = 'sm2' | 'p256';

/** How every public key of the kind begins, before its uncompressed point (GB/T 35275, RFC 5480 §2). */
const PREFIX = {
  sm2: fromHex('3059301306072a8648ce3d020106082a811ccf5501822d034200'),
  p256: fromHex('3059301306072a8648ce3d020106082a8648ce3d030107034200'),
} as const;
const PREFIX_BYTES = 26;

/** Which of the two a SubjectPublicKeyInfo is; undefined for any other. */
export function algorithmOf(spki: Uint8Array): KeyAlgorithm | undefined {
  const begins = (prefix: Uint8Array | undefined) =>
    spki.length === PREFIX_BYTES + 65 && prefix?.every((byte, index) => spki[index] === byte) === true;
  if (begins(PREFIX.sm2)) return 'sm2';
  return begins(PREFIX.p256) ? 'p256' : undefined;
}

/** Answers given before, by the digest of the question: the certificates of one authority come with every document. */
const answered = new Map<string, boolean>();
const ANSWERS_KEPT = 500;

/** Whether `signature` is this key's over `message`; false also for a key that is of neither kind. */
export function verifyByKey(spki: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  // Each part with its length: two questions never read as one.
  const lengths = Uint32Array.of(spki.length, message.length, signature.length);
  const question = toHex(sha256(new Uint8Array(lengths.buffer), spki, message, signature));
  const known = answered.get(question);
  if (known !== undefined) return known;
  const answer = verify(spki, message, signature);
  const [eldest] = answered.keys();
  if (eldest !== undefined && answered.size >= ANSWERS_KEPT) answered.delete(eldest);
  answered.set(question, answer);
  return answer;
}

function verify(spki: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const point = spki.subarray(PREFIX_BYTES);
  switch (algorithmOf(spki)) {
    case 'sm2': {
      const pair = pairOf(signature);
      return pair !== undefined && verifySm2(pair, message, point);
    }
    case 'p256':
      return verifyP256(signature, message, point);
    default:
      return false;
  }
}

/** r and s in 64 bytes; read strictly here, because a library that takes other spellings would take changed bytes. */
function pairOf(signature: Uint8Array): Uint8Array | undefined {
  if (signature.length === 64) return signature;
  try {
    const [r, s, ...rest] = members(readDer(signature));
    const halves = [integer(r), integer(s)].map((value) => fromHex(value.toString(16).padStart(64, '0')));
    const [first, second] = halves;
    if (rest.length > 0 || first?.length !== 32 || second?.length !== 32) return undefined;
    return concat(first, second);
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}
