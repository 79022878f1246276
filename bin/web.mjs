// The browser application is built once from its sources and handed out by the server.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root } from './bring-up.mjs';

const WEB = join(root, 'web');
const MARK = join(WEB, 'dist', 'sources.sha256');

/** Builds `web/dist` unless it was built from exactly these sources. */
export function buildWeb() {
  if (!existsSync(join(WEB, 'index.html'))) return;
  const sources = fingerprint();
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === sources) return;
  process.stderr.write('正在构建网页… Building the web application …\n');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const parameters = [vite, 'build', '--config', join(WEB, 'vite.config.ts'), '--logLevel', 'warn'];
  const built = spawnSync(process.execPath, parameters, { cwd: WEB, encoding: 'utf8' });
  if (built.status !== 0) {
    const reason = (built.stderr || built.stdout || String(built.error)).trim().split('\n').slice(0, 3).join(' ');
    fail(`网页构建失败（${reason}）。 The web application could not be built (${reason}).`);
  }
  writeFileSync(MARK, sources);
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const path of sourcePaths()) hash.update(`\0${path}\0`).update(readFileSync(join(WEB, path)));
  return hash.digest('hex');
}

function sourcePaths() {
  const folders = ['src', 'public'].filter((folder) => existsSync(join(WEB, folder)));
  const files = folders.flatMap((folder) =>
    readdirSync(join(WEB, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(WEB.length + 1)),
  );
  return ['index.html', 'vite.config.ts', ...files].sort();
}
