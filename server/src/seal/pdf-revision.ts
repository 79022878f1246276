import { openPdf, type PdfFile } from '../document/document.ts';

/**
 * Appends a revision with one signature field to a PDF that this program wrote. The bytes received stay an untouched
 * prefix: what was signed can always be cut out again and hashed.
 */
export interface SignatureField {
  /** The name of the field, which no other in the document bears: `seal1`, `reader1`. */
  readonly name: string;
  /** From 1. */
  readonly page: number;
  readonly filter: string;
  readonly subFilter: string;
  /** Absent for a signature that shows nothing on the page. */
  readonly visible?: VisibleSignature;
  readonly signerName: string;
  readonly at: string;
  /** Bytes kept for the signature. */
  readonly reserve: number;
}

export interface VisibleSignature {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** PDF operators of the visible seal, deflated; the graphics state /G multiplies, so the text below shows through. */
  readonly deflatedOperators: Uint8Array;
}

export interface OpenRevision {
  readonly bytes: Buffer;
  /** `[0, start, end, rest]`: all bytes except the hexadecimal string of the signature. */
  readonly byteRange: readonly [number, number, number, number];
}

/** Number width in the byte range: files of up to 10 GB. */
const RANGE_DIGITS = 10;

/** The document with an empty signature; fill it with `putSignature` after hashing `byteRange`. */
export function appendSignatureField(pdf: Uint8Array, field: SignatureField): OpenRevision {
  const file = openPdf(pdf);
  const page = file.pages[field.page - 1];
  if (page === undefined) throw new Error(`the document has no page ${field.page}`);
  const rootText = file.text(file.root);
  if (file.bytes.includes(`/T (${field.name}) `, 0, 'latin1')) {
    throw new Error(`the document has a signature ${field.name} already`);
  }
  const [signature, widget, appearance] = [file.size, file.size + 1, file.size + 2];
  const fields = withReference(/\/Fields \[([^\]]*)\]/.exec(rootText)?.[1], widget);
  const form = `/AcroForm << /SigFlags 3 /Fields [${fields}] >>`;
  const { visible } = field;
  const objects = new Map<number, Buffer>([
    [page, latin(withAnnotation(file.text(page), widget))],
    [file.root, latin(withEntry(rootText.replace(/\n?\/AcroForm << [^>]* >>/, ''), form))],
    [signature, latin(signatureObject(field))],
    [widget, latin(widgetObject(field, { page, signature, appearance }))],
    ...(visible === undefined ? [] : [[appearance, appearanceObject(visible)] as const]),
  ]);
  const { body, offsets } = writeObjects(objects, file.bytes.length);
  const bytes = Buffer.concat([file.bytes, body, latin(xrefOf(offsets, file, file.bytes.length + body.length))]);
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

function withAnnotation(pageText: string, widget: number): string {
  const known = /\n?\/Annots \[([^\]]*)\]/.exec(pageText);
  return withEntry(pageText.replace(known?.[0] ?? '', ''), `/Annots [${withReference(known?.[1], widget)}]`);
}

function withReference(list: string | undefined, number: number): string {
  return `${list === undefined ? '' : `${list} `}${number} 0 R`;
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

function widgetObject(
  { name, visible }: SignatureField,
  refs: { readonly page: number; readonly signature: number; readonly appearance: number },
): string {
  const { x = 0, y = 0, width = 0, height = 0 } = visible ?? {};
  const rectangle = [x, y, x + width, y + height].map((value) => value.toFixed(2));
  const shown = visible === undefined ? '' : ` /AP << /N ${refs.appearance} 0 R >>`;
  // Flags: print, locked.
  return (
    `<<\n/Type /Annot /Subtype /Widget /FT /Sig /F 132 /T (${name}) /V ${refs.signature} 0 R /P ${refs.page} 0 R\n` +
    `/Rect [${rectangle.join(' ')}]${shown}\n>>`
  );
}

function appearanceObject(visible: VisibleSignature): Buffer {
  const data = visible.deflatedOperators;
  const box = `${visible.width.toFixed(2)} ${visible.height.toFixed(2)}`;
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

function xrefOf(offsets: ReadonlyMap<number, number>, file: PdfFile, at: number): string {
  const entries = [...offsets].map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = Math.max(...offsets.keys()) + 1;
  return (
    `xref\n${entries.join('')}trailer\n<<\n/Size ${size} /Root ${file.root} 0 R ${file.carried}\n/Prev ${file.xrefAt}\n>>\n` +
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
