import { latinOf, indexOfText } from './latin.ts';

/**
 * The objects of a PDF by its classic cross-reference tables, one revision after the other (ISO 32000-1 §7.5). Only what is
 * needed to see what a revision changed; a file of another kind is none.
 */
export interface PdfObjects {
  readonly trailer: string;
  readonly xrefAt: number;
  /** The text of an object from after `obj` to before `endobj`; undefined when it is not where the tables say. */
  readonly text: (number: number) => string | undefined;
}

/** More revisions than any letter gets; a file whose tables point in a circle ends here. */
const REVISIONS_READ = 16;
const OBJECTS_READ = 100_000;
/** The signature with its digits is the longest object that is looked at. */
const OBJECT_BYTES = 2 ** 22;
/** Longer ones are an attack on the reader. */
const TRAILER_BYTES = 4096;

/** Undefined when the tables cannot be read. */
export function openPdf(pdf: Uint8Array): PdfObjects | undefined {
  const start = /startxref\n(\d{1,10})\n%%EOF\n?$/.exec(latinOf(pdf, Math.max(0, pdf.length - 64), pdf.length))?.[1];
  const offsets = new Map<number, number>();
  let newest = '';
  let next: string | undefined = start;
  for (let revision = 0; next !== undefined; revision += 1) {
    const trailer = revision < REVISIONS_READ ? readTable(pdf, Number(next), offsets) : undefined;
    if (trailer === undefined) return undefined;
    if (revision === 0) newest = trailer;
    next = /\/Prev (\d{1,10})/.exec(trailer)?.[1];
  }
  if (start === undefined) return undefined;
  return { trailer: newest, xrefAt: Number(start), text: (number) => textAt(pdf, number, offsets.get(number)) };
}

function textAt(pdf: Uint8Array, number: number, at: number | undefined): string | undefined {
  const head = `${number} 0 obj\n`;
  if (at === undefined || latinOf(pdf, at, at + head.length) !== head) return undefined;
  const end = indexOfText(pdf, '\nendobj\n', at);
  if (end < 0 || end - at > OBJECT_BYTES) return undefined;
  return latinOf(pdf, at + head.length, end);
}

/** Reads one table into `offsets`, where the newer ones stand already, and returns its trailer. */
function readTable(pdf: Uint8Array, at: number, offsets: Map<number, number>): string | undefined {
  const end = indexOfText(pdf, 'startxref', at);
  if (latinOf(pdf, at, at + 5) !== 'xref\n' || end < 0 || end - at > OBJECTS_READ * 20) return undefined;
  const text = latinOf(pdf, at + 5, end);
  const trailerAt = text.indexOf('trailer');
  for (let position = 0; position < trailerAt;) {
    const head = /^(\d{1,10}) (\d{1,6})\n/.exec(text.slice(position, position + 24));
    const [first, count] = [Number(head?.[1]), Number(head?.[2])];
    if (head === null || count > OBJECTS_READ) return undefined;
    position += head[0].length;
    for (let index = 0; index < count && position < trailerAt; index += 1) {
      const entry = text.slice(position, position + 20);
      if (entry[17] === 'n' && !offsets.has(first + index)) offsets.set(first + index, Number(entry.slice(0, 10)));
      position += 20;
    }
  }
  return trailerAt < 0 || text.length - trailerAt > TRAILER_BYTES ? undefined : text.slice(trailerAt);
}
