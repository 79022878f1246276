import { renameSync, writeFileSync } from 'node:fs';

/** Makes a file that only its owner reads: written beside its place and moved there, so that no half of it is ever found. */
export function makeFile(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
