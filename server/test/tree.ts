import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './architecture.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

/** The TypeScript files under a folder of the project, with paths from that folder. */
export function readSources(folder: string): readonly SourceFile[] {
  const base = join(ROOT, folder);
  if (!existsSync(base)) return [];
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|tsx|mjs)$/.test(path) && !path.includes('node_modules'))
    .map((path) => ({ path, text: readFileSync(join(base, path), 'utf8') }));
}

/** Paths of every file under version control, or of every file when the project was unpacked without its history. */
export function trackedFiles(): readonly string[] {
  const listed = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  if (listed.status === 0)
    return listed.stdout.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)));
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !/(^|\/)(node_modules|out|data|\.git)(\/|$)/.test(path) && /\.[a-z]+$/.test(path),
  );
}

export function readTracked(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
