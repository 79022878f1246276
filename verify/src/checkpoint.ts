import { fromBase64, toBase64 } from './bytes.ts';
import { type Note, readNote } from './note.ts';

/** The head of a log at one moment (C2SP tlog-checkpoint v1.0.0): whose it is, how many entries, over which root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Lines that the log adds; a cosignature says nothing about them. */
  readonly extension: readonly string[];
}

export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly note: Note;
}

export function writeCheckpoint({ origin, size, root, extension }: Checkpoint): string {
  return [origin, String(size), toBase64(root), ...extension].map((line) => `${line}\n`).join('');
}

/** Reads a signed checkpoint; undefined when it is none. Whose signatures hold is for the policy to say. */
export function readCheckpoint(text: string): SignedCheckpoint | undefined {
  const note = readNote(text);
  if (note === undefined) return undefined;
  const [origin = '', sizeText = '', rootText = '', ...extension] = note.text.slice(0, -1).split('\n');
  const [size, root] = [readCount(sizeText), fromBase64(rootText)];
  if (origin === '' || size === undefined || root?.length !== 32 || extension.includes('')) return undefined;
  return { checkpoint: { origin, size, root, extension }, note };
}

/** A decimal without leading zeros that a number can hold exactly. */
export function readCount(text: string): number | undefined {
  if (!/^(?:0|[1-9]\d{0,15})$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
