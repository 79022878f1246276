import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartFault } from '../kernel/start-fault.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What the browser application is made of; a change of any of it makes the build stale. */
const SOURCES = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/vite.config.ts',
  'web/package.json',
  // The page that verifies is made of it as well.
  'verify/src',
  'package-lock.json',
];

/** Where the built browser application lies. */
export const WEB_ROOT = join(ROOT, 'web', 'dist');

/** Builds the browser application unless the build there is of exactly these sources. */
export async function buildWebIfStale(say: (line: string) => void): Promise<void> {
  const stamp = join(WEB_ROOT, 'stamp');
  const wanted = digestOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('正在构建网页 building the web application …');
  await runVite();
  writeFileSync(stamp, wanted);
}

function digestOfSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, join(ROOT, source), source);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string, name: string): void {
  if (!existsSync(path)) return;
  const children = readNames(path);
  if (children === undefined) {
    hash.update(name).update('\0').update(readFileSync(path));
    return;
  }
  for (const child of children.toSorted()) addTo(hash, join(path, child), `${name}/${child}`);
}

function readNames(path: string): readonly string[] | undefined {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

async function runVite(): Promise<void> {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(ROOT, 'web'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code === 0) return;
  throw new StartFault({
    zh: `网页构建失败：${output.trim().split('\n').at(-1) ?? ''}`,
    en: `The web application did not build: ${output.trim().split('\n').at(-1) ?? ''}`,
  });
}
