/**
 * TrueType files (ISO/IEC 14496-22): gives a font that was cut down for a PDF the tables that it needs outside one, the
 * map from characters to glyphs and the metrics that systems ask for. The glyphs stay as they are.
 */

interface Table {
  readonly tag: string;
  readonly data: Buffer;
}

/** One character and its glyph. */
export type CharacterGlyph = readonly [character: number, glyph: number];

const CHECKSUM_OF_ALL = 0xb1b0afba;

/** The font with a character map of `pairs`, whose characters differ. */
export function withCharacterMap(sfnt: Buffer, pairs: readonly CharacterGlyph[]): Buffer {
  const tables = readTables(sfnt).filter(({ tag }) => tag !== 'cmap' && tag !== 'OS/2');
  const sorted = [...pairs].sort(([a], [b]) => a - b);
  const all = [...tables, { tag: 'OS/2', data: metrics(tables, sorted) }, { tag: 'cmap', data: characterMap(sorted) }];
  return writeTables(sfnt.subarray(0, 4), all);
}

function readTables(sfnt: Buffer): readonly Table[] {
  return Array.from({ length: sfnt.readUInt16BE(4) }, (_, index) => {
    const at = 12 + 16 * index;
    const offset = sfnt.readUInt32BE(at + 8);
    return {
      tag: sfnt.toString('latin1', at, at + 4),
      data: sfnt.subarray(offset, offset + sfnt.readUInt32BE(at + 12)),
    };
  });
}

function writeTables(version: Buffer, tables: readonly Table[]): Buffer {
  const sorted = [...tables].sort((a, b) => (a.tag < b.tag ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  const head = Buffer.alloc(12 + 16 * sorted.length);
  version.copy(head);
  for (const [index, value] of [sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16].entries()) {
    head.writeUInt16BE(value, 4 + index * 2);
  }
  const parts: Buffer[] = [head];
  let at = head.length;
  let headAt = 0;
  for (const [index, { tag, data }] of sorted.entries()) {
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    if (tag === 'head') {
      padded.writeUInt32BE(0, 8);
      headAt = at;
    }
    head.write(tag, 12 + 16 * index, 'latin1');
    for (const [place, value] of [sumOf(padded), at, data.length].entries()) {
      head.writeUInt32BE(value, 16 + 16 * index + place * 4);
    }
    parts.push(padded);
    at += padded.length;
  }
  const font = Buffer.concat(parts);
  font.writeUInt32BE((CHECKSUM_OF_ALL - sumOf(font)) >>> 0, headAt + 8);
  return font;
}

function sumOf(data: Buffer): number {
  let sum = 0;
  for (let at = 0; at + 3 < data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0;
  return sum;
}

/** Formats 4 and 12: old readers know only the first, which ends at U+FFFF. */
function characterMap(pairs: readonly CharacterGlyph[]): Buffer {
  const small = segments(pairs.filter(([character]) => character < 0xffff));
  const [four, twelve] = [formatFour(small), formatTwelve(segments(pairs))];
  const head = Buffer.alloc(20);
  head.writeUInt16BE(2, 2);
  for (const [index, [encoding, offset]] of [
    [1, 20],
    [10, 20 + four.length],
  ].entries()) {
    head.writeUInt16BE(3, 4 + index * 8);
    head.writeUInt16BE(encoding ?? 0, 6 + index * 8);
    head.writeUInt32BE(offset ?? 0, 8 + index * 8);
  }
  return Buffer.concat([head, four, twelve]);
}

interface Segment {
  readonly from: number;
  to: number;
  readonly glyph: number;
}

/** Characters that follow each other with glyphs that follow each other share a segment. */
function segments(pairs: readonly CharacterGlyph[]): readonly Segment[] {
  const list: Segment[] = [];
  for (const [character, glyph] of pairs) {
    const last = list.at(-1);
    if (last?.to === character - 1 && last.glyph + character - last.from === glyph) last.to = character;
    else list.push({ from: character, to: character, glyph });
  }
  return list;
}

function formatFour(list: readonly Segment[]): Buffer {
  const all = [...list, { from: 0xffff, to: 0xffff, glyph: 0 }];
  const power = 2 ** Math.floor(Math.log2(all.length));
  const words = [
    4,
    16 + all.length * 8,
    0,
    all.length * 2,
    power * 2,
    Math.log2(power),
    (all.length - power) * 2,
    ...all.map(({ to }) => to),
    0,
    ...all.map(({ from }) => from),
    ...all.map(({ from, glyph }) => (glyph - from) & 0xffff),
    ...all.map(() => 0),
  ];
  const table = Buffer.alloc(words.length * 2);
  for (const [index, word] of words.entries()) table.writeUInt16BE(word, index * 2);
  return table;
}

function formatTwelve(list: readonly Segment[]): Buffer {
  const table = Buffer.alloc(16 + list.length * 12);
  table.writeUInt16BE(12, 0);
  table.writeUInt32BE(table.length, 4);
  table.writeUInt32BE(list.length, 12);
  for (const [index, { from, to, glyph }] of list.entries()) {
    for (const [place, value] of [from, to, glyph].entries()) table.writeUInt32BE(value, 16 + index * 12 + place * 4);
  }
  return table;
}

/** OS/2 version 1, with the heights of `hhea`: embedding allowed without limit, as the Open Font License has it. */
function metrics(tables: readonly Table[], pairs: readonly CharacterGlyph[]): Buffer {
  const hhea = tables.find(({ tag }) => tag === 'hhea')?.data ?? Buffer.alloc(36);
  const [ascent, descent] = [hhea.readInt16BE(4), hhea.readInt16BE(6)];
  const table = Buffer.alloc(86);
  const words: readonly (readonly [at: number, value: number])[] = [
    [0, 1],
    [2, hhea.readUInt16BE(10)],
    [4, 400],
    [6, 5],
    [62, 0x40],
    [64, Math.min(pairs[0]?.[0] ?? 0, 0xffff)],
    [66, Math.min(pairs.at(-1)?.[0] ?? 0, 0xffff)],
    [74, ascent],
    [76, -descent],
  ];
  for (const [at, value] of words) table.writeUInt16BE(value, at);
  for (const [at, value] of [
    [68, ascent],
    [70, descent],
  ] as const) {
    table.writeInt16BE(value, at);
  }
  table.write('NONE', 58, 'latin1');
  // The code page bit of simplified Chinese.
  table.writeUInt32BE(1 << 18, 78);
  return table;
}
