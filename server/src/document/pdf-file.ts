import { inflateSync } from 'node:zlib';

/**
 * Reads back the PDFs that this program writes: classic cross-reference tables, one after the other, and dictionaries
 * without comments. Whatever else calls itself a PDF is refused with an error that says what was expected.
 */
export interface PdfFile {
  readonly bytes: Buffer;
  readonly root: number;
  /** One more than the highest object number. */
  readonly size: number;
  readonly xrefAt: number;
  /** What every trailer carries on: document information and file identifier. */
  readonly carried: string;
  /** The object numbers of the pages, in order. */
  readonly pages: readonly number[];
  /** The text of an object up to its stream, if it has one. */
  readonly text: (number: number) => string;
  /** The inflated stream of an object. */
  readonly stream: (number: number) => Buffer;
}

/** More revisions than any letter gets; a file whose tables point in a circle ends here. */
const REVISIONS_READ = 16;
const OBJECTS_READ = 100_000;
const STREAM_BYTES = 32 * 2 ** 20;

/** Opens a PDF; throws when it is not one of the kind that this program writes. */
export function openPdf(pdf: Uint8Array): PdfFile {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const xrefAt = startOfXref(bytes);
  const { offsets, trailer } = readTables(bytes, xrefAt);
  const root = referenceIn(trailer, 'Root');

  function find(number: number): { readonly text: string; readonly streamAt: number } {
    const from = offsets.get(number) ?? -1;
    const head = `${number} 0 obj\n`;
    if (from < 0 || bytes.toString('latin1', from, from + head.length) !== head) {
      throw new Error(`object ${number} of the document cannot be read`);
    }
    const end = bytes.indexOf('endobj', from, 'latin1');
    const stream = bytes.indexOf('stream\n', from, 'latin1');
    const hasStream = stream >= 0 && stream < end;
    if (end < 0) throw new Error(`object ${number} of the document has no end`);
    const text = bytes.toString('latin1', from + head.length, hasStream ? stream : end).trim();
    return { text, streamAt: hasStream ? stream + 'stream\n'.length : -1 };
  }

  function stream(number: number): Buffer {
    const { text, streamAt } = find(number);
    const length = Number(/\/Length (\d+)/.exec(text)?.[1] ?? Number.NaN);
    if (streamAt < 0 || Number.isNaN(length)) throw new Error(`object ${number} of the document has no stream`);
    const data = bytes.subarray(streamAt, streamAt + length);
    return text.includes('/FlateDecode') ? inflateSync(data, { maxOutputLength: STREAM_BYTES }) : data;
  }

  const text = (number: number) => find(number).text;
  return {
    bytes,
    root,
    size: Number(/\/Size (\d+)/.exec(trailer)?.[1] ?? 0),
    xrefAt,
    carried: `${/\/Info \d+ 0 R/.exec(trailer)?.[0] ?? ''} ${/\/ID \[[^\]]*\]/.exec(trailer)?.[0] ?? ''}`.trim(),
    pages: leaves(text, referenceIn(text(root), 'Pages'), 0),
    text,
    stream,
  };
}

/** The object number that `/name` refers to. */
export function referenceIn(text: string, name: string): number {
  const number = new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1];
  if (number === undefined) throw new Error(`the document has no /${name}`);
  return Number(number);
}

function startOfXref(bytes: Buffer): number {
  const end = bytes.toString('latin1', Math.max(0, bytes.length - 64));
  const at = /startxref\n(\d{1,10})\n%%EOF\n?$/.exec(end)?.[1];
  if (at === undefined) throw new Error('the document does not end as a PDF of this program');
  return Number(at);
}

function readTables(
  bytes: Buffer,
  newest: number,
): { readonly offsets: Map<number, number>; readonly trailer: string } {
  const offsets = new Map<number, number>();
  let newestTrailer = '';
  let next: number | undefined = newest;
  for (let revision = 0; next !== undefined; revision += 1) {
    if (revision === REVISIONS_READ) throw new Error('the document has more revisions than any letter');
    const trailer: string = readTable(bytes, next, offsets);
    if (newestTrailer === '') newestTrailer = trailer;
    const previous: string | undefined = /\/Prev (\d+)/.exec(trailer)?.[1];
    next = previous === undefined ? undefined : Number(previous);
  }
  return { offsets, trailer: newestTrailer };
}

/** Reads one table into `offsets`, where the newer ones stand already, and returns its trailer. */
function readTable(bytes: Buffer, at: number, offsets: Map<number, number>): string {
  const end = bytes.indexOf('startxref', at, 'latin1');
  if (bytes.toString('latin1', at, at + 5) !== 'xref\n' || end < 0) {
    throw new Error('the document has not the cross-reference table that was expected');
  }
  const text = bytes.toString('latin1', at + 5, end);
  const trailerAt = text.indexOf('trailer');
  for (let position = 0; position < trailerAt;) {
    const head = /^(\d+) (\d+)\n/.exec(text.slice(position, position + 24));
    const [first, count] = [Number(head?.[1]), Number(head?.[2])];
    if (head === null || count > OBJECTS_READ) throw new Error('the cross-reference table cannot be read');
    position += head[0].length;
    for (let index = 0; index < count; index += 1) {
      const entry = text.slice(position, position + 20);
      if (entry[17] === 'n' && !offsets.has(first + index)) offsets.set(first + index, Number(entry.slice(0, 10)));
      position += 20;
    }
  }
  return text.slice(trailerAt);
}

function leaves(text: (number: number) => string, number: number, depth: number): readonly number[] {
  if (depth > 32) throw new Error('the page tree is deeper than any letter');
  const kids = /\/Kids \[([^\]]*)\]/.exec(text(number))?.[1];
  if (kids === undefined) return [number];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap((kid) => leaves(text, Number(kid[1]), depth + 1));
}
