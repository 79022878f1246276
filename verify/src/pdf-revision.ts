import { latinOf } from './latin.ts';
import { openPdf, type PdfObjects } from './pdf-file.ts';
import type { PdfSignature } from './pdf-signatures.ts';

/**
 * Whether what follows the sealed `sealedLength` bytes is one invisible signature field and nothing else: a page and the
 * catalogue as they were but for a reference to it, the signature, its field, and the table of these four. It can hide nothing,
 * because every other text in it is written out here.
 */
export function isSignatureOnly(pdf: Uint8Array, signature: PdfSignature, sealedLength: number): boolean {
  const before = openPdf(pdf.subarray(0, sealedLength));
  const after = openPdf(pdf);
  if (before === undefined || after === undefined || pdf.length - sealedLength > REVISION_BYTES) return false;
  const size = Number(/\/Size (\d+)/.exec(before.trailer)?.[1]);
  const root = Number(/\/Root (\d+) 0 R/.exec(before.trailer)?.[1]);
  const page = Number(/ \/P (\d+) 0 R\n/.exec(after.text(size + 1) ?? '')?.[1]);
  const texts = [
    [page, pageWith(before, page, size + 1)],
    [root, rootWith(before, root, size + 1)],
    [size, signatureWith(after.text(size) ?? '', signature)],
    [size + 1, fieldOf(size, page)],
  ] as const;
  const objects = texts.toSorted(([one], [other]) => one - other);
  return latinOf(pdf, sealedLength, pdf.length) === revisionOf(objects, { before, size, root, sealedLength });
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
  const trailer = `<<\n/Size ${size + 2} /Root ${root} 0 R ${`${info} ${id}`.trim()}\n/Prev ${before.xrefAt}\n>>`;
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
function signatureWith(text: string, { byteRange }: PdfSignature): string {
  const found =
    /^<<\n\/Type \/Sig \/Filter \/Adobe\.PPKLite \/SubFilter \/ETSI\.CAdES\.detached\n\/Name <feff(?:[0-9a-f]{4})*> \/M \(D:\d{14}Z\)\n\/ByteRange \[/.exec(
      text,
    )?.[0];
  const digits = /\n\/Contents (<[0-9a-f]+>)\n>>$/.exec(text)?.[1];
  if (found === undefined || digits === undefined) return '';
  return `${found}${byteRange.join(' ').padEnd(RANGE_WIDTH)}]\n/Contents ${digits}\n>>`;
}

/** Four numbers of ten digits and what is between them. */
const RANGE_WIDTH = 44;

function fieldOf(signature: number, page: number): string {
  return (
    `<<\n/Type /Annot /Subtype /Widget /FT /Sig /F 132 /T (reader1) /V ${signature} 0 R /P ${page} 0 R\n` +
    '/Rect [0.00 0.00 0.00 0.00]\n>>'
  );
}
