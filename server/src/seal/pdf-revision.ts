/**
 * Appends a revision with one signature field to a PDF with a classic cross-reference table, as Typst writes it. The
 * bytes received stay an untouched prefix: what was signed can always be cut out again and hashed.
 */
export interface SignatureField {
  /** From 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly filter: string;
  readonly subFilter: string;
  /** PDF operators of the visible seal, deflated; the graphics state /G multiplies, so the text below shows through. */
  readonly deflatedOperators: Uint8Array;
  readonly signerName: string;
  readonly at: string;
  /** Bytes kept for the signature. */
  readonly reserve: number;
}

export interface OpenRevision {
  readonly bytes: Buffer;
  /** `[0, start, end, rest]`: all bytes except the hexadecimal string of the signature. */
  readonly byteRange: readonly [number, number, number, number];
}

interface PdfTail {
  readonly xrefAt: number;
  readonly offsets: readonly number[];
  readonly size: number;
  readonly root: number;
  readonly carried: string;
}

/** Number width in the byte range: files of up to 10 GB. */
const RANGE_DIGITS = 10;

/** The document with an empty signature; fill it with `putSignature` after hashing `byteRange`. */
export function appendSignatureField(pdf: Uint8Array, field: SignatureField): OpenRevision {
  const original = Buffer.from(pdf);
  const tail = readTail(original);
  const page = findPage(original, tail, field.page);
  const pageText = objectText(original, tail, page);
  const rootText = objectText(original, tail, tail.root);
  if (pageText.includes('/Annots') || rootText.includes('/AcroForm')) {
    throw new Error('the document already has annotations or a form; it may be sealed only once');
  }
  const [signature, widget, appearance] = [tail.size, tail.size + 1, tail.size + 2];
  const objects = new Map<number, Buffer>([
    [page, latin(withEntry(pageText, `/Annots [${widget} 0 R]`))],
    [tail.root, latin(withEntry(rootText, `/AcroForm << /SigFlags 3 /Fields [${widget} 0 R] >>`))],
    [signature, latin(signatureObject(field))],
    [widget, latin(widgetObject(field, page, signature, appearance))],
    [appearance, appearanceObject(field)],
  ]);
  const { body, offsets } = writeObjects(objects, original.length);
  const bytes = Buffer.concat([original, body, latin(xrefOf(offsets, tail, original.length + body.length))]);
  return openRevision(bytes, offsets.get(signature) ?? 0, field.reserve);
}

/** Writes `signature` into its place; the rest of the reserve stays zero. */
export function putSignature(revision: OpenRevision, signature: Uint8Array): Uint8Array {
  const [, start, end] = revision.byteRange;
  const hex = Buffer.from(signature).toString('hex');
  if (hex.length > end - start - 2)
    throw new Error(`the signature needs ${signature.length} bytes, more than reserved`);
  const bytes = Buffer.from(revision.bytes);
  bytes.write(hex, start + 1, 'latin1');
  return bytes;
}

/** The bytes that a byte range selects. */
export function rangeParts(bytes: Uint8Array, range: OpenRevision['byteRange']): readonly Uint8Array[] {
  const [from, start, end, rest] = range;
  return [bytes.subarray(from, from + start), bytes.subarray(end, end + rest)];
}

function readTail(pdf: Buffer): PdfTail {
  const match = /startxref\n(\d+)\n%%EOF\n?$/.exec(pdf.toString('latin1', Math.max(0, pdf.length - 64)));
  const xrefAt = Number(match?.[1] ?? Number.NaN);
  const text = pdf.toString('latin1', Number.isNaN(xrefAt) ? pdf.length : xrefAt);
  const head = /^xref\n0 (\d+)\n/.exec(text);
  const size = Number(head?.[1] ?? 0);
  const table = text.slice(head?.[0].length ?? 0, (head?.[0].length ?? 0) + size * 20);
  const trailer = text.slice(text.lastIndexOf('trailer'));
  const root = /\/Root (\d+) 0 R/.exec(trailer)?.[1];
  if (size === 0 || root === undefined || table.length !== size * 20 || trailer.includes('/Prev')) {
    throw new Error('the document has not the single cross-reference table that was expected');
  }
  const offsets = Array.from({ length: size }, (_, index) => Number(table.slice(index * 20, index * 20 + 10)));
  const info = /\/Info \d+ 0 R/.exec(trailer)?.[0] ?? '';
  const id = /\/ID \[[^\]]*\]/.exec(trailer)?.[0] ?? '';
  return { xrefAt, offsets, size, root: Number(root), carried: `${info} ${id}`.trim() };
}

function objectText(pdf: Buffer, tail: PdfTail, number: number): string {
  const from = tail.offsets[number] ?? 0;
  const end = pdf.indexOf('endobj', from, 'latin1');
  const text = pdf.toString('latin1', from, end);
  const head = `${number} 0 obj\n`;
  if (!text.startsWith(head) || end < 0) throw new Error(`object ${number} of the document cannot be read`);
  return text.slice(head.length).trim();
}

function findPage(pdf: Buffer, tail: PdfTail, page: number): number {
  const pagesRoot = reference(objectText(pdf, tail, tail.root), 'Pages');
  const found = leaves(pdf, tail, pagesRoot)[page - 1];
  if (found === undefined) throw new Error(`the document has no page ${page}`);
  return found;
}

function leaves(pdf: Buffer, tail: PdfTail, number: number): readonly number[] {
  const text = objectText(pdf, tail, number);
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1];
  if (kids === undefined) return [number];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap((kid) => leaves(pdf, tail, Number(kid[1])));
}

function reference(text: string, name: string): number {
  const number = new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1];
  if (number === undefined) throw new Error(`the document has no /${name}`);
  return Number(number);
}

function withEntry(dictionary: string, entry: string): string {
  if (!dictionary.endsWith('>>')) throw new Error('a dictionary was expected');
  return `${dictionary.slice(0, -2)}${entry}\n>>`;
}

function signatureObject(field: SignatureField): string {
  const blank = ' '.repeat(4 * RANGE_DIGITS + 4);
  return (
    `<<\n/Type /Sig /Filter /${field.filter} /SubFilter /${field.subFilter}\n` +
    `/Name <${utf16(field.signerName)}> /M (D:${field.at.slice(0, 19).replace(/[-:T]/g, '')}Z)\n` +
    `/ByteRange [${blank}]\n/Contents <${'0'.repeat(field.reserve * 2)}>\n>>`
  );
}

function widgetObject(field: SignatureField, page: number, signature: number, appearance: number): string {
  const rectangle = [field.x, field.y, field.x + field.width, field.y + field.height].map((value) => value.toFixed(2));
  // Flags: print, locked.
  return (
    `<<\n/Type /Annot /Subtype /Widget /FT /Sig /F 132 /T (seal1) /V ${signature} 0 R /P ${page} 0 R\n` +
    `/Rect [${rectangle.join(' ')}] /AP << /N ${appearance} 0 R >>\n>>`
  );
}

function appearanceObject(field: SignatureField): Buffer {
  const data = field.deflatedOperators;
  const box = `${field.width.toFixed(2)} ${field.height.toFixed(2)}`;
  const head =
    `<<\n/Type /XObject /Subtype /Form /FormType 1 /BBox [0 0 ${box}]\n` +
    '/Resources << /ExtGState << /G << /Type /ExtGState /BM /Multiply /ca 0.92 >> >> >>\n' +
    `/Filter /FlateDecode /Length ${data.length}\n>>\nstream\n`;
  return Buffer.concat([latin(head), data, latin('\nendstream')]);
}

function writeObjects(
  objects: ReadonlyMap<number, Buffer>,
  from: number,
): { readonly body: Buffer; readonly offsets: ReadonlyMap<number, number> } {
  const parts: Buffer[] = [latin('\n')];
  const offsets = new Map<number, number>();
  let at = from + 1;
  for (const [number, content] of [...objects].sort(([a], [b]) => a - b)) {
    const part = Buffer.concat([latin(`${number} 0 obj\n`), content, latin('\nendobj\n')]);
    offsets.set(number, at);
    at += part.length;
    parts.push(part);
  }
  return { body: Buffer.concat(parts), offsets };
}

function xrefOf(offsets: ReadonlyMap<number, number>, tail: PdfTail, at: number): string {
  const entries = [...offsets].map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = Math.max(...offsets.keys()) + 1;
  return (
    `xref\n${entries.join('')}trailer\n<<\n/Size ${size} /Root ${tail.root} 0 R ${tail.carried}\n/Prev ${tail.xrefAt}\n>>\n` +
    `startxref\n${at}\n%%EOF\n`
  );
}

function openRevision(bytes: Buffer, objectAt: number, reserve: number): OpenRevision {
  const start = bytes.indexOf('/Contents <', objectAt, 'latin1') + '/Contents '.length;
  const end = start + reserve * 2 + 2;
  const byteRange = [0, start, end, bytes.length - end] as const;
  const rangeAt = bytes.indexOf('/ByteRange [', objectAt, 'latin1') + '/ByteRange ['.length;
  bytes.write(byteRange.join(' '), rangeAt, 'latin1');
  return { bytes, byteRange };
}

function utf16(text: string): string {
  return `feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;
}

function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
