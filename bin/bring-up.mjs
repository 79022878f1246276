// Plain JavaScript for Node 20 without any package: it brings up the packages and the Node that everything else needs.
// Only stderr is written, so that the output of a command stays machine-readable from the first run on.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const NODE_MAJOR = 24;

/**
 * Where Node keeps what it compiled: half of the time of a start. Beside the packages, because whoever may write there may
 * change the program anyway.
 */
const COMPILED = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compiled');

/** True when this very process can run the TypeScript sources. */
export function isCurrentNodeEnough() {
  return Number(process.versions.node.split('.')[0]) >= NODE_MAJOR;
}

/** Lets this process take compiled sources from the last run, where its Node can. */
export function useCompiled() {
  nodeModule.enableCompileCache?.(COMPILED);
}

/** Installs what package-lock.json names unless exactly that is installed. */
export async function installPackages() {
  if (isInstalled()) return;
  process.stderr.write('正在安装依赖（首次约一分钟）… Installing the packages (about a minute the first time) …\n');
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const progress = setInterval(() => process.stderr.write(`… ${seconds()} s\n`), 15_000);
  const trouble = await runNpmCi();
  clearInterval(progress);
  if (trouble !== '' || !isInstalled()) {
    const reason = trouble || 'npm ci';
    fail(
      `依赖安装失败（${reason}），请检查网络和磁盘后重试。 The packages could not be installed (${reason}): check the network and the disk, then try again.`,
    );
  }
  process.stderr.write(`依赖已安装。 Installed in ${seconds()} s.\n`);
}

/** Returns why it failed, or nothing. */
function runNpmCi() {
  const parameters = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawn('npm', parameters, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  npm.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
  return new Promise((resolve) => {
    npm.on('error', (error) => resolve(error.message));
    npm.on('close', (code) => {
      const lines = errors.split('\n').map((line) => line.replace(/^npm (?:error|ERR!) ?/, '').trim());
      const said = lines
        .filter((line) => line !== '')
        .slice(0, 2)
        .join(' ');
      resolve(code === 0 ? '' : said || `npm ci → ${code}`);
    });
  });
}

/** Runs `script` under Node 24 with the same terminal; this process only passes signals on and ends as the other ends. */
export function runUnderNode24(script, parameters) {
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED };
  const child = spawn(node24(), [script, ...parameters], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) =>
    fail(`无法启动 Node ${NODE_MAJOR}。 Node ${NODE_MAJOR} cannot be started: ${error.message}`),
  );
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** Where a command writes. A reader that has seen enough (`… | head`) is no error. */
export const terminal = { out: writerTo(process.stdout), err: writerTo(process.stderr) };

function writerTo(stream) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return (text) => stream.write(text);
}

export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** npm writes what it installed into node_modules/.package-lock.json; packages for other platforms are not in it. */
function isInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true;
    const installed = present[path];
    return installed === undefined ? entry.optional === true : installed.version === entry.version;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function node24() {
  if (isCurrentNodeEnough()) return process.execPath;
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  return fail(
    `需要 Node ${NODE_MAJOR}，当前为 ${process.version}，且没有适用于 ${process.platform}-${process.arch} 的内置版本：请安装 Node ${NODE_MAJOR}。 ` +
      `Node ${NODE_MAJOR} is needed, this is ${process.version}, and none is packaged for ${process.platform}-${process.arch}: install Node ${NODE_MAJOR}.`,
  );
}
