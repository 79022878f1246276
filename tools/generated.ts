import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contractDocument } from '../server/src/http/contract-document.ts';
import { apiTypes } from './api-types.ts';
import { eventReference } from './event-reference.ts';
import { refusalReference } from './refusal-reference.ts';

interface GeneratedFile {
  readonly path: string;
  readonly make: () => Promise<string>;
}

const ROOT = join(import.meta.dirname, '..');

/** Every file that is generated, committed and never edited. */
const FILES: readonly GeneratedFile[] = [
  { path: 'openapi.json', make: contractDocument },
  { path: 'web/src/api/contract.generated.ts', make: apiTypes },
  { path: 'docs/reference/refusals.md', make: refusalReference },
  { path: 'docs/reference/events.md', make: eventReference },
];

/** Writes every generated file. */
export async function writeGenerated(): Promise<number> {
  for (const { path, make } of FILES) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), await make());
    console.log(`wrote ${path}`);
  }
  return 0;
}

/** Generates every file again and compares it with the one in the tree. */
export async function checkGenerated(): Promise<{
  readonly current: readonly string[];
  readonly stale: readonly string[];
}> {
  const current: string[] = [];
  const stale: string[] = [];
  for (const { path, make } of FILES) ((await isCurrent(path, make)) ? current : stale).push(path);
  return { current, stale };
}

async function isCurrent(path: string, make: () => Promise<string>): Promise<boolean> {
  const file = join(ROOT, path);
  return existsSync(file) && readFileSync(file, 'utf8') === (await make());
}
