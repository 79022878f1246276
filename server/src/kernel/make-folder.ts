import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a directory and those above it; what stands there as a file is an ENOTDIR.
 * Node's own recursive mkdir never returns where a directory exists and takes no entries, such as /proc.
 */
export function makeFolder(path: string): void {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isDirectory() === true) return;
  if (status !== undefined) throw Object.assign(new Error(`${path} is no directory`), { code: 'ENOTDIR' });
  makeFolder(dirname(path));
  mkdirSync(path);
}
