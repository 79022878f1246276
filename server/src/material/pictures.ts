import type { ContentReader } from './content.ts';

/** More chunks than any scanner or camera writes; a file with more would only keep us busy. */
const MOST_PARTS = 100_000;

/** Where a PNG ends: the place after IEND (PNG 3rd ed., 5.2), or undefined where its chunks do not add up to a picture. */
export async function pngEnds(file: ContentReader): Promise<number | undefined> {
  let at = 8;
  for (let part = 0; part < MOST_PARTS; part += 1) {
    if (at + 12 > file.size) return undefined;
    const head = Buffer.from(await file.read(at, 8));
    const length = head.readUInt32BE(0);
    const type = head.toString('latin1', 4);
    if (part === 0 && (type !== 'IHDR' || length !== 13)) return undefined;
    at += 12 + length;
    if (at > file.size) return undefined;
    if (type === 'IEND') return at;
  }
  return undefined;
}

const SOS = 0xda;
/** Frames: baseline, progressive and so on; not the tables DHT, JPG and DAC, which share the range (ITU-T T.81, table B.1). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * Whether the segments of a JPEG lead from its frame to its scan, and its end marker is there. Cameras put a short film or a
 * second picture behind it, so that the end marker need not be the end of the file.
 */
export async function jpegEnds(file: ContentReader): Promise<boolean> {
  let at = 2;
  let hasFrame = false;
  for (let part = 0; part < MOST_PARTS; part += 1) {
    if (at + 4 > file.size) return false;
    const head = Buffer.from(await file.read(at, 4));
    const marker = head.readUInt8(1);
    if (head.readUInt8(0) !== 0xff) return false;
    // A marker may be preceded by any number of fill bytes.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    hasFrame ||= isFrame(marker);
    const length = head.readUInt16BE(2);
    if (length < 2) return false;
    at += 2 + length;
    if (marker === SOS) return hasFrame && (await holdsEndMarker(file, at));
  }
  return false;
}

const STEP = 65_536;

async function holdsEndMarker(file: ContentReader, from: number): Promise<boolean> {
  const end = Buffer.from([0xff, 0xd9]);
  for (let to = file.size; to > from; to -= STEP - 1) {
    const begin = Math.max(from, to - STEP);
    if (Buffer.from(await file.read(begin, to - begin)).includes(end)) return true;
  }
  return false;
}
