import { type Refusal, refuse } from '../kernel/refusal.ts';
import { jpegEnds, pngEnds } from './pictures.ts';
import { materialRefusals } from './refusals.ts';
import { readZipDirectory } from './zip-directory.ts';

/** Random access to a file that lies on disk. */
export interface ContentReader {
  readonly size: number;
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
}

/** The kinds of files that are taken in, and no other: documents for the eye that carry no program of their own. */
export const fileKinds = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  /** 版式文件 GB/T 33190: a ZIP with OFD.xml at its root. */
  ofd: { mediaType: 'application/ofd', endings: ['ofd'] },
} as const satisfies Record<string, { readonly mediaType: string; readonly endings: readonly [string, ...string[]] }>;

export type FileKind = keyof typeof fileKinds;

/** Readers of PDF take a header anywhere in the first KB for the beginning of a document. */
const HEAD_BYTES = 1024;

/**
 * What a file is by its content, never by its name: the magic bytes at the very beginning, the structure up to its end, and
 * nothing of another kind inside. Damaged files and files of two kinds are refused.
 */
export async function kindOfContent(file: ContentReader): Promise<FileKind | Refusal> {
  if (file.size === 0) return refuse(materialRefusals, 'file-empty');
  const head = Buffer.from(await file.read(0, Math.min(HEAD_BYTES, file.size)));
  const begun = beginningOf(head);
  if (begun === undefined) return refuse(materialRefusals, 'file-type-refused', { begins: head.toString('hex', 0, 4) });
  const zip = await readZipDirectory(file);
  if (begun === 'zip') {
    if (zip.found === 'none') return refuse(materialRefusals, 'file-damaged', { what: 'zip' });
    return zip.found === 'unsafe'
      ? refuse(materialRefusals, 'file-archive-unsafe', { why: zip.why })
      : ofdIn(zip.names);
  }
  if (zip.found !== 'none') return refuse(materialRefusals, 'file-ambiguous', { is: begun, holds: 'zip' });
  if (begun !== 'pdf' && head.includes('%PDF-')) {
    return refuse(materialRefusals, 'file-ambiguous', { is: begun, holds: 'pdf' });
  }
  return checkWhole(file, begun);
}

type Beginning = 'pdf' | 'jpeg' | 'png' | 'zip';

function beginningOf(head: Buffer): Beginning | undefined {
  if (/^%PDF-[12]\.\d/.test(head.toString('latin1', 0, 8))) return 'pdf';
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (head.subarray(0, 8).equals(Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'))) return 'png';
  return head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')) ? 'zip' : undefined;
}

/** Documents of offices (docx) and other archives are ZIP files too, and none of them is taken in. */
function ofdIn(names: readonly string[]): FileKind | Refusal {
  return names.includes('OFD.xml') ? 'ofd' : refuse(materialRefusals, 'file-type-refused', { begins: 'zip' });
}

async function checkWhole(file: ContentReader, kind: Exclude<Beginning, 'zip'>): Promise<FileKind | Refusal> {
  switch (kind) {
    case 'pdf': {
      const length = Math.min(HEAD_BYTES, file.size);
      const tail = Buffer.from(await file.read(file.size - length, length)).toString('latin1');
      return tail.includes('%%EOF') ? kind : refuse(materialRefusals, 'file-damaged', { what: kind });
    }
    case 'png': {
      const ends = await pngEnds(file);
      if (ends === undefined) return refuse(materialRefusals, 'file-damaged', { what: kind });
      return ends === file.size ? kind : refuse(materialRefusals, 'file-ambiguous', { is: kind, holds: 'more' });
    }
    case 'jpeg':
      return (await jpegEnds(file)) ? kind : refuse(materialRefusals, 'file-damaged', { what: kind });
    default:
      return kind satisfies never;
  }
}
