import { fromHex } from './bytes.ts';
import { DerError, readFirst } from './der.ts';
import { indexOfText, latinOf } from './latin.ts';

/** A signature of a PDF as it stands in the file (ISO 32000-1 §12.8). */
export interface PdfSignature {
  readonly byteRange: ByteRange;
  /** The signature itself, without the zeros after it. */
  readonly contents: Uint8Array;
  /** Where its byte range is written. */
  readonly rangeAt: number;
  /** The length of the file when it was signed. */
  readonly coveredLength: number;
}

/** `[0, start, end, rest]`: all bytes except the hexadecimal string of the signature. */
export type ByteRange = readonly [number, number, number, number];

/** A letter bears a seal and one signature for readers. */
const SIGNATURES_READ = 4;
/** A seal with its picture takes some forty kilobytes; beyond this the digits are not even looked at. */
const CONTENTS_BYTES = 2 ** 20;
const MARK = '/ByteRange [';

/** The signatures in the order of their revisions; a string says why they cannot be read. */
export function signaturesIn(pdf: Uint8Array): readonly PdfSignature[] | string {
  const found: PdfSignature[] = [];
  for (let at = indexOfText(pdf, MARK, 0); at >= 0; at = indexOfText(pdf, MARK, at + 1)) {
    const signature = readAt(pdf, at);
    if (typeof signature === 'string') return signature;
    if (found.push(signature) > SIGNATURES_READ) return 'more signatures than any letter bears';
  }
  return found.length === 0 ? 'no /ByteRange' : found;
}

/** The bytes that a byte range selects. */
export function rangeParts(bytes: Uint8Array, range: ByteRange): readonly Uint8Array[] {
  const [from, start, end, rest] = range;
  return [bytes.subarray(from, from + start), bytes.subarray(end, end + rest)];
}

function readAt(pdf: Uint8Array, rangeAt: number): PdfSignature | string {
  const text = latinOf(pdf, rangeAt, rangeAt + 120);
  const match = /^\/ByteRange \[(\d{1,10}) (\d{1,10}) (\d{1,10}) (\d{1,10}) *\]\n\/Contents </.exec(text);
  const [from, start, end, rest] = (match ?? []).slice(1).map(Number);
  if (match === null || from === undefined || start === undefined || end === undefined || rest === undefined) {
    return 'malformed /ByteRange';
  }
  if (start !== rangeAt + match[0].length - 1 || end <= start || end + rest > pdf.length) {
    return 'the range misses the signature';
  }
  if (end - start > CONTENTS_BYTES * 2 + 2) return 'a signature larger than any seal';
  const contents = contentsOf(latinOf(pdf, start, end));
  if (contents === undefined) return 'malformed /Contents';
  return { byteRange: [from, start, end, rest], contents, rangeAt, coveredLength: end + rest };
}

/** One spelling only: lower-case digits, zeros after the value. A free byte would be a byte that nothing protects. */
function contentsOf(text: string): Uint8Array | undefined {
  const bytes = /^<[0-9a-f]+>$/.test(text) ? fromHex(text.slice(1, -1)) : undefined;
  if (bytes === undefined) return undefined;
  try {
    const { bytes: value } = readFirst(bytes);
    return bytes.subarray(value.length).every((byte) => byte === 0) ? value : undefined;
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}
