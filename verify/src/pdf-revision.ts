import { latinOf } from './latin.ts';
import { openPdf, type PdfObjects } from './pdf-file.ts';
import type { PdfSignature } from './pdf-signatures.ts';

/**
 * Whether what follows the sealed `sealedLength` bytes is one invisible signature field and nothing else: a page and the
 * catalogue as they were but for a reference to it, the signature, its field, and the table of these four. It can hide nothing,
 * because every other text in it is written out here.
 */
export function isSignatureOnly(pdf: Uint8Array, signature: PdfSignature, sealedLength: number): boolean {
  return isRevision(pdf, signature, sealedLength, { head: READER, objects: () => ['reader1', NOWHERE] });
}

/**
 * The same for the seal of a second party, which is seen on the page: its picture is one more object, no larger than a seal, that
 * darkens what is under it and hides nothing.
 */
export function isSealOnly(pdf: Uint8Array, signature: PdfSignature, sealedLength: number): boolean {
  return isRevision(pdf, signature, sealedLength, {
    head: SEAL,
    objects(after, size) {
      const picture = pictureOf(after.text(size + 2) ?? '');
      const corner = /\n\/Rect \[(\d{1,4}\.\d\d) (\d{1,4}\.\d\d) /.exec(after.text(size + 1) ?? '');
      if (picture === undefined || corner === null) return undefined;
      const [x, y] = [Number(corner[1]), Number(corner[2])];
      const ends = [x, y, x + picture.width, y + picture.height].map((value) => value.toFixed(2));
      return ['seal2', `[${ends.join(' ')}] /AP << /N ${size + 2} 0 R >>`, picture.text];
    },
  });
}

const READER = String.raw`\/Filter \/Adobe\.PPKLite \/SubFilter \/ETSI\.CAdES\.detached`;
const SEAL = String.raw`\/Filter \/[A-Za-z0-9.]{1,40} \/SubFilter \/[A-Za-z0-9.]{1,40}`;
const NOWHERE = '[0.00 0.00 0.00 0.00]';

interface Field {
  readonly head: string;
  /** The name of the field, its place with what it shows, and the text of the picture. */
  readonly objects: (after: PdfObjects, size: number) => readonly [string, string, string?] | undefined;
}

function isRevision(
  pdf: Uint8Array,
  signature: PdfSignature,
  sealedLength: number,
  { head, objects: objectsOf }: Field,
): boolean {
  const before = openPdf(pdf.subarray(0, sealedLength));
  const after = openPdf(pdf);
  if (before === undefined || after === undefined || pdf.length - sealedLength > REVISION_BYTES) return false;
  const size = Number(/\/Size (\d+)/.exec(before.trailer)?.[1]);
  const root = Number(/\/Root (\d+) 0 R/.exec(before.trailer)?.[1]);
  const page = Number(/ \/P (\d+) 0 R\n/.exec(after.text(size + 1) ?? '')?.[1]);
  const own = objectsOf(after, size);
  if (own === undefined) return false;
  const [name, place, picture] = own;
  const texts: readonly NumberedText[] = [
    [page, pageWith(before, page, size + 1)],
    [root, rootWith(before, root, size + 1)],
    [size, signatureWith(after.text(size) ?? '', signature, head)],
    [size + 1, fieldOf(name, { signature: size, page, place })],
    ...(picture === undefined ? [] : [[size + 2, picture] as const]),
  ];
  const objects = texts.toSorted(([one], [other]) => one - other);
  const newSize = size + texts.length - 2;
  return latinOf(pdf, sealedLength, pdf.length) === revisionOf(objects, { before, size: newSize, root, sealedLength });
}

/** A seal is 42 mm wide, in points; what is larger is no seal. */
const LARGEST_SEAL = 120;

/** The picture of a seal, written out but for its compressed operators; undefined for anything else. */
function pictureOf(
  text: string,
): { readonly text: string; readonly width: number; readonly height: number } | undefined {
  const box =
    /^<<\n\/Type \/XObject \/Subtype \/Form \/FormType 1 \/BBox \[0 0 (\d{1,3}\.\d\d) (\d{1,3}\.\d\d)\]\n/.exec(text);
  const start = text.indexOf('stream\n') + 'stream\n'.length;
  const data = text.slice(start, text.length - '\nendstream'.length);
  const [width, height] = [Number(box?.[1]), Number(box?.[2])];
  if (box === null || !(width <= LARGEST_SEAL && height <= LARGEST_SEAL)) return undefined;
  const head =
    `<<\n/Type /XObject /Subtype /Form /FormType 1 /BBox [0 0 ${width.toFixed(2)} ${height.toFixed(2)}]\n` +
    '/Resources << /ExtGState << /G << /Type /ExtGState /BM /Multiply /ca 0.92 >> >> >>\n' +
    `/Filter /FlateDecode /Length ${data.length}\n>>\nstream\n`;
  return { text: `${head}${data}\nendstream`, width, height };
}

/** The signature with its reserve, and two dictionaries. */
const REVISION_BYTES = 2 ** 22;
/** A page or a catalogue; a longer one would only keep the reader busy. */
const DICTIONARY_BYTES = 65_536;

type NumberedText = readonly [number: number, text: string];

interface Place {
  readonly before: PdfObjects;
  readonly size: number;
  readonly root: number;
  readonly sealedLength: number;
}

function revisionOf(objects: readonly NumberedText[], { before, size, root, sealedLength }: Place): string {
  let body = '\n';
  let table = 'xref\n';
  for (const [number, text] of objects) {
    table += `${number} 1\n${String(sealedLength + body.length).padStart(10, '0')} 00000 n \n`;
    body += `${number} 0 obj\n${text}\nendobj\n`;
  }
  const info = /\/Info \d+ 0 R/.exec(before.trailer)?.[0] ?? '';
  const id = /\/ID \[[^\]]*\]/.exec(before.trailer)?.[0] ?? '';
  const trailer = `<<\n/Size ${size} /Root ${root} 0 R ${`${info} ${id}`.trim()}\n/Prev ${before.xrefAt}\n>>`;
  return `${body}${table}trailer\n${trailer}\nstartxref\n${sealedLength + body.length}\n%%EOF\n`;
}

function pageWith(before: PdfObjects, page: number, field: number): string {
  const text = dictionaryOf(before, page);
  const known = /\n?\/Annots \[([^\]]*)\]/.exec(text);
  return withEntry(text.replace(known?.[0] ?? '', ''), `/Annots [${withReference(known?.[1], field)}]`);
}

function rootWith(before: PdfObjects, root: number, field: number): string {
  const text = dictionaryOf(before, root);
  const fields = withReference(/\/Fields \[([^\]]*)\]/.exec(text)?.[1], field);
  return withEntry(text.replace(/\n?\/AcroForm << [^>]* >>/, ''), `/AcroForm << /SigFlags 3 /Fields [${fields}] >>`);
}

function dictionaryOf(before: PdfObjects, number: number): string {
  const text = before.text(number) ?? '';
  return text.length > DICTIONARY_BYTES ? '' : text;
}

function withReference(list: string | undefined, number: number): string {
  return `${list === undefined ? '' : `${list} `}${number} 0 R`;
}

/** An object that is no dictionary cannot have got an entry. */
function withEntry(dictionary: string, entry: string): string {
  return dictionary.endsWith('>>') ? `${dictionary.slice(0, -2)}${entry}\n>>` : '';
}

/** The frame of a signature; its name and its time are free, and the signature covers them. */
function signatureWith(text: string, { byteRange }: PdfSignature, head: string): string {
  const frame = new RegExp(
    String.raw`^<<\n\/Type \/Sig ${head}\n\/Name <feff(?:[0-9a-f]{4})*> \/M \(D:\d{14}Z\)\n\/ByteRange \[`,
  );
  const found = frame.exec(text)?.[0];
  const digits = /\n\/Contents (<[0-9a-f]+>)\n>>$/.exec(text)?.[1];
  if (found === undefined || digits === undefined) return '';
  return `${found}${byteRange.join(' ').padEnd(RANGE_WIDTH)}]\n/Contents ${digits}\n>>`;
}

/** Four numbers of ten digits and what is between them. */
const RANGE_WIDTH = 44;

function fieldOf(
  name: string,
  { signature, page, place }: { readonly signature: number; readonly page: number; readonly place: string },
): string {
  return (
    `<<\n/Type /Annot /Subtype /Widget /FT /Sig /F 132 /T (${name}) /V ${signature} 0 R /P ${page} 0 R\n` +
    `/Rect ${place}\n>>`
  );
}
