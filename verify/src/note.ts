import { ed25519 } from '@noble/curves/ed25519.js';
import { areEqual, concat, fromBase64, fromHex, readUint64, toBase64, toHex, utf8 } from './bytes.ts';
import { sha256 } from './digest.ts';
import { verifySm2 } from './signature.ts';

/** Signed notes (C2SP signed-note v1.0.0) and the two kinds of signature on them that we know. */

/**
 * `ed25519` signs the text; `cosignature` signs the text under a time (C2SP tlog-cosignature v1); `sm2` signs the text with SM2
 * and SM3, which the standard leaves to names of one's own: tools that do not know it pass it over.
 */
export type KeyKind = 'ed25519' | 'cosignature' | 'sm2';

/** The byte that the standard assigns and, for a kind of our own, the longer name that it asks for. */
const KIND = {
  ed25519: Uint8Array.of(0x01),
  cosignature: Uint8Array.of(0x04),
  sm2: concat(Uint8Array.of(0xff), utf8('sm2-with-sm3')),
} as const satisfies Record<KeyKind, Uint8Array>;

const KEY_BYTES = { ed25519: 32, cosignature: 32, sm2: 65 } as const satisfies Record<KeyKind, number>;
const KINDS = ['ed25519', 'cosignature', 'sm2'] as const satisfies readonly KeyKind[];

export interface VerifierKey {
  /** A log's origin or a witness's name; never with a space or a plus sign. */
  readonly name: string;
  readonly kind: KeyKind;
  /** 32 bytes after RFC 8032; for SM2 the uncompressed point. */
  readonly publicKey: Uint8Array;
  /** Four bytes that tell keys apart; no proof of anything. */
  readonly id: Uint8Array;
}

export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Note {
  /** With its final newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const NAME = /^[^\s+\p{Z}]+$/u;
/** The standard asks for 16 at least; more only cost time. */
const MOST_SIGNATURES = 100;
const LONGEST_NOTE = 100_000;

export function verifierKey(name: string, kind: KeyKind, publicKey: Uint8Array): VerifierKey {
  const id = sha256(utf8(`${name}\n`), KIND[kind], publicKey).slice(0, 4);
  return { name, kind, publicKey, id };
}

/** The text form `name+id+key` in which keys are handed on. */
export function writeVerifierKey({ name, kind, publicKey, id }: VerifierKey): string {
  return `${name}+${toHex(id)}+${toBase64(concat(KIND[kind], publicKey))}`;
}

/** Undefined for anything but a key of a kind that we know whose id belongs to it. */
export function readVerifierKey(text: string): VerifierKey | undefined {
  // The base64 may hold plus signs, a name never does.
  const [, name = '', idText = '', keyText = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const [id, bytes] = [fromHex(idText), fromBase64(keyText)];
  const kind = KINDS.find((one) => bytes !== undefined && isOfKind(bytes, one));
  if (!NAME.test(name) || id === undefined || bytes === undefined || kind === undefined) return undefined;
  const key = verifierKey(name, kind, bytes.slice(KIND[kind].length));
  return areEqual(key.id, id) ? key : undefined;
}

function isOfKind(bytes: Uint8Array, kind: KeyKind): boolean {
  const mark = KIND[kind];
  return bytes.length === mark.length + KEY_BYTES[kind] && areEqual(bytes.slice(0, mark.length), mark);
}

/** Reads a note; undefined when it is none. Whether any signature holds is another question. */
export function readNote(note: string): Note | undefined {
  if (note.length > LONGEST_NOTE || !note.isWellFormed() || hasControl(note)) return undefined;
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return undefined;
  const lines = note.slice(split + 2, -1).split('\n');
  const signatures = lines.flatMap((line) => readSignature(line) ?? []);
  if (signatures.length !== lines.length || lines.length > MOST_SIGNATURES) return undefined;
  return { text: note.slice(0, split + 1), signatures };
}

/** Controls other than the newline could make two readers see two texts. */
function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text.replaceAll('\n', ''));
}

function readSignature(line: string): NoteSignature | undefined {
  const [, name = '', text = ''] = /^\u2014 (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = fromBase64(text);
  if (!NAME.test(name) || bytes === undefined || bytes.length < 5) return undefined;
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

export function writeNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(writeSignature).join('')}`;
}

/** One line of a note, with its newline. */
export function writeSignature({ name, keyId, signature }: NoteSignature): string {
  return `\u2014 ${name} ${toBase64(concat(keyId, signature))}\n`;
}

/** What one key says of a note: `signed` (a cosignature with its time), `absent`, or `forged`, which condemns the note. */
export type KeyVerdict =
  | { readonly state: 'signed'; readonly at?: bigint }
  | { readonly state: 'absent' }
  | { readonly state: 'forged' };

/** Checks every signature that names the key. One that does not verify condemns the note, as the standard advises. */
export function checkSignature(note: Note, key: VerifierKey): KeyVerdict {
  const named = note.signatures.filter(({ name, keyId }) => name === key.name && areEqual(keyId, key.id));
  const verdicts = named.map(({ signature }) => verdictOf(note.text, key, signature));
  return verdicts.find(({ state }) => state === 'forged') ?? verdicts[0] ?? { state: 'absent' };
}

function verdictOf(text: string, { kind, publicKey }: VerifierKey, signature: Uint8Array): KeyVerdict {
  if (kind === 'sm2') return verifySm2(signature, utf8(text), publicKey) ? { state: 'signed' } : { state: 'forged' };
  if (kind === 'ed25519') {
    return isSigned(signature, utf8(text), publicKey) ? { state: 'signed' } : { state: 'forged' };
  }
  if (signature.length !== 72) return { state: 'forged' };
  const at = readUint64(signature);
  const isWhole = at < 2n ** 63n && isSigned(signature.slice(8), cosignedMessage(text, at), publicKey);
  return isWhole ? { state: 'signed', at } : { state: 'forged' };
}

/** What a witness signs: that at this time this was the largest consistent tree it had seen. */
export function cosignedMessage(text: string, at: bigint): Uint8Array {
  return utf8(`cosignature/v1\ntime ${at}\n${text}`);
}

function isSigned(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  try {
    // RFC 8032 without the leniency of ZIP 215, so that others come to the same answer.
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}
