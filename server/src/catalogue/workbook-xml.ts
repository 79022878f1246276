import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';

import type { RefusalDetail } from '../kernel/refusal.ts';
import type { ExchangeRefusalCode } from './exchange-refusals.ts';
import { CELL_LENGTH, columnName } from './workbook-write.ts';

/** Why a workbook is not read; `readWorkbook` makes a refusal of it. */
export class WorkbookFault extends Error {
  override readonly name = 'WorkbookFault';
  readonly code: ExchangeRefusalCode;
  readonly detail: Readonly<Record<string, RefusalDetail>>;

  constructor(code: ExchangeRefusalCode, detail: Readonly<Record<string, RefusalDetail>> = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

export interface Cell {
  readonly text: string;
  /** It was kept as a number: a long code is then no longer what was typed. */
  readonly isNumber: boolean;
}

export interface RawRow {
  /** As the sheet counts, from 1. */
  readonly number: number;
  /** By column from 0. */
  readonly cells: ReadonlyMap<number, Cell>;
}

export interface RawSheet {
  readonly name: string;
  readonly rows: readonly RawRow[];
}

interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly bytes: Uint8Array;
}

/** What may still be read of the whole book. */
interface Left {
  rows: number;
  cells: number;
}

type Tag = SaxesTagNS;

/** The sheets that the book names, and the texts that they share. */
export function readParts(
  parts: ReadonlyMap<string, Uint8Array>,
  left: Left,
): { readonly sheets: readonly SheetPart[]; readonly texts: readonly string[] } {
  const types = attributesOf(parts.get('[Content_Types].xml'), ['Override', 'Default'], '[Content_Types].xml');
  const macros = types.find(({ ContentType = '' }) => /macroEnabled|vbaProject/i.test(ContentType));
  if (macros !== undefined) throw new WorkbookFault('exchange-file-macros', { part: '[Content_Types].xml' });
  const book = 'xl/workbook.xml';
  if (!parts.has(book)) throw new WorkbookFault('exchange-file-type');
  const links = attributesOf(parts.get('xl/_rels/workbook.xml.rels'), ['Relationship'], book);
  const targets = new Map(links.map(({ Id = '', Target = '' }) => [Id, pathOf(Target)]));
  const named = attributesOf(parts.get(book), ['sheet'], book);
  const sheets = named.flatMap(({ name = '', state = 'visible', id = '' }) => {
    const bytes = parts.get(targets.get(id) ?? '');
    return bytes === undefined ? [] : [{ name, isHidden: state !== 'visible', bytes }];
  });
  return { sheets, texts: sharedTexts(parts.get('xl/sharedStrings.xml'), left) };
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

function attributesOf(
  bytes: Uint8Array | undefined,
  tags: readonly string[],
  part: string,
): readonly Readonly<Record<string, string | undefined>>[] {
  const found: Record<string, string | undefined>[] = [];
  if (bytes === undefined) return found;
  parse(bytes, part, {
    open({ local, attributes }) {
      if (tags.includes(local)) found.push(Object.fromEntries(Object.values(attributes).map(named)));
    },
  });
  return found;
}

function named({ local, value }: SaxesAttributeNS): readonly [string, string] {
  return [local, value];
}

function sharedTexts(bytes: Uint8Array | undefined, left: Left): readonly string[] {
  const texts: string[] = [];
  if (bytes === undefined) return texts;
  let text = '';
  let isPhonetic = false;
  parse(bytes, 'xl/sharedStrings.xml', {
    open({ local }) {
      if (local === 'si') text = '';
      if (local === 'rPh') isPhonetic = true;
    },
    text(part, within) {
      if (within === 't' && !isPhonetic) text += part;
    },
    close(local) {
      if (local === 'rPh') isPhonetic = false;
      if (local === 'si' && texts.push(unescaped(text)) > left.cells)
        throw new WorkbookFault('exchange-file-too-large');
    },
  });
  return texts;
}

/** Reads one sheet; merged cells, formulas, faults of the program and whatever is hidden refuse the book with their place. */
export function readSheet({ name, isHidden, bytes }: SheetPart, texts: readonly string[], left: Left): RawSheet {
  const rows: RawRow[] = [];
  let cells = new Map<number, Cell>();
  let rowNumber = 0;
  let cell = { at: 0, place: '', type: '', text: '' };
  let isPhonetic = false;
  parse(bytes, name, {
    open({ local, attributes }) {
      const is = (key: string): string | undefined => attributes[key]?.value;
      if (local === 'mergeCell')
        throw new WorkbookFault('exchange-merged-cells', { sheet: name, cells: is('ref') ?? '' });
      if (local === 'f') throw new WorkbookFault('exchange-formula', { sheet: name, cell: cell.place });
      if (local === 'rPh') isPhonetic = true;
      if (local === 'row') {
        rowNumber = Number(is('r') ?? rowNumber + 1);
        cells = new Map();
        cell = { at: -1, place: '', type: '', text: '' };
      }
      if (local === 'c') {
        const at = columnAt(is('r')) ?? cell.at + 1;
        cell = { at, place: `${columnName(at)}${rowNumber}`, type: is('t') ?? 'n', text: '' };
      }
    },
    text(part, within) {
      if ((within === 'v' || within === 't') && !isPhonetic) cell.text += part;
      if (cell.text.length > CELL_LENGTH * 8) throw new WorkbookFault('exchange-file-too-large', { cell: cell.place });
    },
    close(local) {
      if (local === 'rPh') isPhonetic = false;
      if (local === 'c' && cell.text !== '') {
        if (isHidden) throw new WorkbookFault('exchange-hidden-sheet', { sheet: name, cell: cell.place });
        left.cells -= 1;
        cells.set(cell.at, valueOf(cell, name, texts));
      }
      if (local === 'row' && cells.size > 0) {
        left.rows -= 1;
        rows.push({ number: rowNumber, cells });
      }
      if (left.rows < 0 || left.cells < 0) throw new WorkbookFault('exchange-file-too-large', { sheet: name });
    },
  });
  return { name, rows };
}

function valueOf(
  { type, text, place }: { readonly type: string; readonly text: string; readonly place: string },
  sheet: string,
  texts: readonly string[],
): Cell {
  switch (type) {
    case 's': {
      const shared = texts[Number(text)];
      if (shared === undefined) throw new WorkbookFault('exchange-file-broken', { sheet, cell: place });
      return { text: shared, isNumber: false };
    }
    case 'b':
      return { text: text === '1' ? 'true' : 'false', isNumber: false };
    case 'e':
      throw new WorkbookFault('exchange-formula', { sheet, cell: place, value: text });
    case 'n':
      return { text, isNumber: true };
    default:
      return { text: unescaped(text), isNumber: false };
  }
}

function columnAt(place: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** `_x000D_` is the sign of that number (ISO/IEC 29500-1, 22.9.2.19). */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_all, code) =>
    String.fromCharCode(Number.parseInt(String(code), 16)),
  );
}

interface Handlers {
  readonly open: (tag: Tag) => void;
  readonly text?: (text: string, within: string) => void;
  readonly close?: (local: string) => void;
}

const DEPTH = 32;
/** Pieces in which a part is parsed: a hundred megabytes are never one text. */
const PIECE = 1_048_576;

/** Parses a part. No document type, so no entities that grow and nothing that is fetched. */
function parse(bytes: Uint8Array, part: string, { open, text, close }: Handlers): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const path: string[] = [];
  const broken = (): never => {
    throw new WorkbookFault('exchange-file-broken', { part });
  };
  parser.on('error', broken);
  parser.on('doctype', broken);
  parser.on('opentag', (tag) => {
    if (path.push(tag.local) > DEPTH) broken();
    open(tag);
  });
  parser.on('text', (said) => text?.(said, path.at(-1) ?? ''));
  parser.on('cdata', (said) => text?.(said, path.at(-1) ?? ''));
  parser.on('closetag', ({ local }) => {
    path.pop();
    close?.(local);
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (error instanceof WorkbookFault) throw error;
    broken();
  }
}
