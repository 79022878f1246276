import { randomInt } from 'node:crypto';
import type { MandateRef } from '../journal/journal.ts';
import type { Granted } from './act.ts';

/**
 * What each holder holds, a row for a holder. A place in memory that nothing has read lately costs 250 to 450 ns among a
 * million mandates, and the engine's own map takes four of them one after the other: a bucket, an entry, the text of the key,
 * the value. Here the hash of an id leads straight to its row, which is one line of the processor's cache with the id itself
 * in it, and to the texts of an answer: neither waits for the other, so that both are fetched at once. A row only ever
 * answers for exactly its id; the hash says where to look and nothing else.
 */
export interface HolderTable {
  /** The row of `holder`, `absent`, or `unfit`. Good until the next change. */
  readonly find: (holder: string) => number;
  readonly wordingAt: (row: number) => number;
  /** Number and version of the mandate, with nothing else looked at. */
  readonly nameAt: (row: number) => MandateName;
  readonly refAt: (row: number) => MandateRef;
  readonly fenceAt: (row: number) => Granted['fence'];
  /** Writes the row of `holder`, whose id must fit. */
  readonly set: (holder: string, held: Held) => void;
  readonly delete: (holder: string) => void;
}

export type MandateName = Pick<MandateRef, 'mandateNo' | 'version'>;

/** One version in a holder's hands, and the number of what it says of him. */
export interface Held {
  readonly wording: number;
  readonly ref: MandateRef;
  readonly fence: Granted['fence'];
}

export interface HolderTableOptions {
  /** Drawn anew for every table, so that nobody can choose ids that are all looked for at one place. */
  readonly seed?: number;
  /** Which bits of the hash are used: all, but in a test in which ids shall meet. */
  readonly bits?: number;
}

export const absent = -1;
/** The id is longer than a row or goes beyond Latin-1: few are, and they are kept elsewhere. */
export const unfit = -2;

/**
 * A row is sixteen words of four bytes; the id has the last eleven. Version and epoch count what happened to one mandate, and
 * fit a word.
 */
const ROW = 16;
const [HASH, LENGTH, WORDING, VERSION, EPOCH, ID] = [0, 1, 2, 3, 4, 5];
const LONGEST = (ROW - ID) * 4;
/** Three texts of an answer lie beside a row: number and hash of the mandate, key of its fence. */
const TEXTS = 3;
const FIRST_ROWS = 16;

/** Opens an empty table. */
export function createHolderTable(options: HolderTableOptions = {}): HolderTable {
  const reader = openReader(options);
  let rows = emptyRows(FIRST_ROWS);
  let filled = 0;

  return {
    find(holder) {
      if (!reader.read(holder)) return unfit;
      const row = rowOf(rows, reader, holder.length);
      return isFree(rows, row) ? absent : row;
    },
    wordingAt: (row) => numberAt(rows, row, WORDING),
    nameAt: (row) => ({ mandateNo: textAt(rows, row, 0), version: numberAt(rows, row, VERSION) }),
    refAt: (row) => ({
      mandateNo: textAt(rows, row, 0),
      version: numberAt(rows, row, VERSION),
      hash: textAt(rows, row, 1),
    }),
    fenceAt: (row) => ({ key: textAt(rows, row, 2), epoch: numberAt(rows, row, EPOCH), mode: 'pass' }),
    set(holder, held) {
      if (!reader.read(holder)) throw new Error(`the id ${holder} does not fit a row`);
      let row = rowOf(rows, reader, holder.length);
      if (isFree(rows, row)) {
        // Three quarters full at most: beyond, searches grow long.
        if (filled * 4 >= (rows.mask + 1) * 3) {
          rows = grown(rows);
          row = rowOf(rows, reader, holder.length);
        }
        filled += 1;
      }
      write(rows, row, { ...held, hash: reader.hash(), length: holder.length, asked: reader.asked });
    },
    delete(holder) {
      if (!reader.read(holder)) return;
      const row = rowOf(rows, reader, holder.length);
      if (isFree(rows, row)) return;
      free(rows, row);
      filled -= 1;
    },
  };
}

/** Reads an id as it stands in a row; what was read last is kept, so that a search makes nothing. */
interface Reader {
  /** False when the id fits no row. */
  readonly read: (holder: string) => boolean;
  readonly asked: Int32Array;
  readonly hash: () => number;
}

function openReader({ seed = randomInt(2 ** 31), bits = -1 }: HolderTableOptions): Reader {
  const asked = new Int32Array(ROW - ID);
  let hash = 0;
  return {
    asked,
    hash: () => hash,
    read(holder) {
      const { length } = holder;
      if (length === 0 || length > LONGEST) return false;
      let mixed = seed;
      let all = 0;
      let word = 0;
      for (let place = 0; place < length; place += 1) {
        const code = holder.charCodeAt(place);
        all |= code;
        word |= code << ((place & 3) << 3);
        if ((place & 3) !== 3 && place + 1 !== length) continue;
        asked[place >> 2] = word;
        mixed = Math.imul(mixed ^ word, 0x9e3779b1);
        mixed ^= mixed >>> 15;
        word = 0;
      }
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0x85ebca6b);
      hash = (mixed ^ (mixed >>> 16)) & bits;
      return all < 256;
    },
  };
}

/** The row of the id that was read, or the free one where it would stand. */
function rowOf({ mask, words, texts }: Rows, reader: Reader, length: number): number {
  const hash = reader.hash();
  let row = hash & mask;
  // The texts are asked for first: they are on their way while the row is compared.
  while (texts[row * TEXTS] !== undefined && texts[row * TEXTS + 2] !== undefined) {
    const at = row * ROW;
    if (words[at + HASH] === hash && words[at + LENGTH] === length && isId(words, at + ID, reader.asked, length))
      return row;
    row = (row + 1) & mask;
  }
  return row;
}

function isId(words: Int32Array, at: number, id: Int32Array, length: number): boolean {
  for (let place = (length - 1) >> 2; place >= 0; place -= 1) if (words[at + place] !== id[place]) return false;
  return true;
}

interface Rows {
  /** Their count is a power of two, so that a mask takes a hash to its row. */
  readonly mask: number;
  readonly words: Int32Array;
  /** Undefined where the row is free. */
  readonly texts: (string | undefined)[];
}

function emptyRows(count: number): Rows {
  const texts: Rows['texts'] = [];
  // Pushed one by one: the engine keeps a list that is made long at once, and beyond 32 million places, as a map.
  for (let n = 0; n < count * TEXTS; n += 1) texts.push(undefined);
  return { mask: count - 1, words: new Int32Array(count * ROW), texts };
}

function isFree({ texts }: Rows, row: number): boolean {
  return texts[row * TEXTS] === undefined;
}

function textAt({ texts }: Rows, row: number, which: number): string {
  const text = texts[row * TEXTS + which];
  if (text === undefined) throw new Error(`nobody stands in row ${row}`);
  return text;
}

function numberAt({ words }: Rows, row: number, which: number): number {
  return words[row * ROW + which] ?? 0;
}

interface Written extends Held, Pick<Reader, 'asked'> {
  readonly hash: number;
  readonly length: number;
}

function write({ words, texts }: Rows, row: number, { hash, length, asked, wording, ref, fence }: Written): void {
  words.set([hash, length, wording, ref.version, fence.epoch], row * ROW);
  words.set(asked, row * ROW + ID);
  for (const [n, text] of [ref.mandateNo, ref.hash, fence.key].entries()) texts[row * TEXTS + n] = text;
}

function homeOf({ words }: Rows, row: number, mask: number): number {
  return (words[row * ROW + HASH] ?? 0) & mask;
}

function grown(old: Rows): Rows {
  const rows = emptyRows((old.mask + 1) * 2);
  for (let from = 0; from <= old.mask; from += 1) {
    if (isFree(old, from)) continue;
    let to = homeOf(old, from, rows.mask);
    while (!isFree(rows, to)) to = (to + 1) & rows.mask;
    copy(old, from, rows, to);
  }
  return rows;
}

/** Frees a row, and moves up what stands further down only because it was taken: no search ends too early. */
function free(rows: Rows, row: number): void {
  const { mask, texts } = rows;
  let gap = row;
  for (let next = (gap + 1) & mask; !isFree(rows, next); next = (next + 1) & mask) {
    // In a circle: who begins to look behind the gap does not pass it.
    if (((next - homeOf(rows, next, mask)) & mask) < ((next - gap) & mask)) continue;
    copy(rows, next, rows, gap);
    gap = next;
  }
  texts.fill(undefined, gap * TEXTS, (gap + 1) * TEXTS);
}

function copy(from: Rows, row: number, to: Rows, place: number): void {
  to.words.set(from.words.subarray(row * ROW, (row + 1) * ROW), place * ROW);
  for (let n = 0; n < TEXTS; n += 1) to.texts[place * TEXTS + n] = from.texts[row * TEXTS + n];
}
