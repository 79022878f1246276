import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { LARGEST_BUNDLE } from '@liangqian/verify/bundle-file.ts';
import { Zip, type ZipInputFile } from 'fflate';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { httpRefusals } from './refusals.ts';

export interface BundledFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** A PDF is compressed as it is: doing it again would save next to nothing. */
  readonly isCompressed?: boolean;
}

/** What no verifier would open must not be made, nor fill the memory while it is. */
export function againstSize(files: readonly BundledFile[]): Refusal | undefined {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const { bytes: most, files: mostFiles } = LARGEST_BUNDLE;
  if (size <= most && files.length <= mostFiles) return undefined;
  return refuse(httpRefusals, 'evidence-too-large', { bytes: size, most, files: files.length, mostFiles });
}

/**
 * One ZIP file, the same bytes for the same content. Whoever asks for it holds nobody up: zlib deflates on threads of its own, and others
 * have their turn between two files.
 */
export async function pack(files: readonly BundledFile[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  for (const { name, bytes, isCompressed = false } of files) {
    const packed = isCompressed ? Buffer.from(bytes) : await deflate(bytes);
    const file: ZipInputFile = {
      filename: name,
      size: bytes.length,
      crc: crc32(bytes),
      compression: isCompressed ? 0 : 8,
      // No time of packing: the same evidence is the same file.
      mtime: '1980-01-02',
    };
    zip.add(file);
    file.ondata?.(null, packed, true);
  }
  zip.end();
  return Buffer.concat(pieces);
}

const deflate = promisify(deflateRaw);
