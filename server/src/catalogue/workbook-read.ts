import { Unzip, UnzipInflate } from 'fflate';

import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type ExchangeRefusalCode, exchangeRefusals } from './exchange-refusals.ts';
import { readParts, readSheet, type RawSheet, WorkbookFault } from './workbook-xml.ts';

/**
 * Reads workbooks (ISO/IEC 29500, xlsx) that strangers made: nothing in them runs, nothing is fetched, nothing is hidden, and
 * none costs more than its limit. What a reader of the sheet would not see as it is refuses the file.
 */

export interface WorkbookLimits {
  /** Bytes of the file. */
  readonly file: number;
  /** Bytes of all its parts unpacked. */
  readonly unpacked: number;
  readonly parts: number;
  readonly rows: number;
  readonly cells: number;
}

/** Some thirty times an ordinary book of a department. */
export const usualWorkbook: WorkbookLimits = {
  file: 20_000_000,
  unpacked: 160_000_000,
  parts: 500,
  rows: 100_000,
  cells: 3_000_000,
};

/** The sheets in order, or why the file is not read: the place is in the detail. */
export function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = usualWorkbook,
): readonly RawSheet[] | Refusal<ExchangeRefusalCode> {
  try {
    if (bytes.length > limits.file) throw new WorkbookFault('exchange-file-too-large', { bytes: bytes.length });
    requireZip(bytes);
    const parts = unpacked(bytes, limits);
    refuseActive([...parts.keys()]);
    const left = { rows: limits.rows, cells: limits.cells };
    const { sheets, texts } = readParts(parts, left);
    return sheets.map((sheet) => readSheet(sheet, texts, left));
  } catch (error) {
    if (error instanceof WorkbookFault) return refuse(exchangeRefusals, error.code, error.detail);
    throw error;
  }
}

function requireZip(bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  // An encrypted workbook is a compound file (MS-OFFCRYPTO), as is the xls of old.
  if (start === 'd0cf11e0a1b11ae1') throw new WorkbookFault('exchange-file-encrypted');
  if (!start.startsWith('504b0304')) throw new WorkbookFault('exchange-file-type');
}

/** Pieces of the packed file: none can swell beyond some sixty megabytes before it is counted. */
const PIECE = 65_536;
/** The parts that are read; any other is only named. */
const READ =
  /^(\[Content_Types\]\.xml|xl\/(workbook|sharedStrings)\.xml|xl\/_rels\/.*\.rels|xl\/worksheets\/[^/]*\.xml)$/i;

function unpacked(bytes: Uint8Array, limits: WorkbookLimits): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array[]>();
  let size = 0;
  // The library hands our own fault back to us as if the file were broken.
  let excess: WorkbookFault | undefined;
  const unzip = new Unzip((file) => {
    const name = file.name.replaceAll('\\', '/').replace(/^\//, '');
    if (parts.has(name)) throw new WorkbookFault('exchange-file-broken', { part: name });
    const chunks: Uint8Array[] = [];
    parts.set(name, chunks);
    if (parts.size > limits.parts) throw new WorkbookFault('exchange-file-too-large', { parts: parts.size });
    if (!READ.test(name)) return;
    file.ondata = (error, chunk) => {
      if (error !== null) throw excess ?? new WorkbookFault('exchange-file-broken', { part: name });
      size += chunk.length;
      if (size > limits.unpacked) {
        excess = new WorkbookFault('exchange-file-too-large', { part: name, unpacked: size });
        throw excess;
      }
      chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } catch (error) {
    if (error instanceof WorkbookFault) throw error;
    throw new WorkbookFault('exchange-file-broken');
  }
  return new Map([...parts].map(([name, chunks]) => [name, Buffer.concat(chunks)]));
}

/** Parts that run, fetch or hide something. */
const ACTIVE = [
  [/vbaproject|macrosheets|vbadata/i, 'exchange-file-macros'],
  [/externallinks|(^|\/)connections\.xml|querytables/i, 'exchange-file-links'],
  [/activex|ctrlprops|embeddings|customui/i, 'exchange-file-macros'],
] as const satisfies readonly (readonly [RegExp, ExchangeRefusalCode])[];

function refuseActive(names: readonly string[]): void {
  for (const [pattern, code] of ACTIVE) {
    const part = names.find((name) => pattern.test(name));
    if (part !== undefined) throw new WorkbookFault(code, { part });
  }
}
