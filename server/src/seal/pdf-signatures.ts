import { DerError, readFirst } from './der.ts';
import type { OpenRevision } from './pdf-revision.ts';

/** A signature of a PDF as it stands in the file. */
export interface PdfSignature {
  readonly byteRange: OpenRevision['byteRange'];
  /** The signature itself, without the zeros after it. */
  readonly contents: Uint8Array;
  /** Where its byte range is written: behind the names of filter, signer and time. */
  readonly rangeAt: number;
  /** The length of the file when it was signed. */
  readonly coveredLength: number;
}

/** A letter bears a seal and one signature for readers. */
const SIGNATURES_READ = 4;
/** A seal with its picture takes some forty kilobytes; beyond this the digits are not even looked at. */
const CONTENTS_BYTES = 2 ** 20;
const MARK = '/ByteRange [';

/** The signatures in the order of their revisions; a string says why they cannot be read. */
export function signaturesIn(pdf: Buffer): readonly PdfSignature[] | string {
  const found: PdfSignature[] = [];
  for (let at = pdf.indexOf(MARK, 0, 'latin1'); at >= 0; at = pdf.indexOf(MARK, at + 1, 'latin1')) {
    const signature = readAt(pdf, at);
    if (typeof signature === 'string') return signature;
    if (found.push(signature) > SIGNATURES_READ) return 'more signatures than any letter bears';
  }
  return found.length === 0 ? 'no /ByteRange' : found;
}

function readAt(pdf: Buffer, rangeAt: number): PdfSignature | string {
  const text = pdf.toString('latin1', rangeAt, rangeAt + 120);
  const match = /^\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]\n\/Contents </.exec(text);
  const [from, start, end, rest] = (match ?? []).slice(1).map(Number);
  if (match === null || from === undefined || start === undefined || end === undefined || rest === undefined) {
    return 'malformed /ByteRange';
  }
  if (start !== rangeAt + match[0].length - 1 || end <= start || end + rest > pdf.length) {
    return 'the range misses the signature';
  }
  if (end - start > CONTENTS_BYTES * 2 + 2) return 'a signature larger than any seal';
  const contents = contentsOf(pdf.toString('latin1', start, end));
  if (contents === undefined) return 'malformed /Contents';
  return { byteRange: [from, start, end, rest], contents, rangeAt, coveredLength: end + rest };
}

/** One spelling only: lower-case digits, zeros after the value. A free byte would be a byte that nothing protects. */
function contentsOf(text: string): Uint8Array | undefined {
  if (!/^<(?:[0-9a-f]{2})+>$/.test(text)) return undefined;
  const bytes = Buffer.from(text.slice(1, -1), 'hex');
  try {
    const { bytes: value } = readFirst(bytes);
    return bytes.subarray(value.length).every((byte) => byte === 0) ? value : undefined;
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}
