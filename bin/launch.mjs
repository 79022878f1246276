// What the npm scripts run. Works on Node 20 in a fresh checkout: see bring-up.mjs.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  fail,
  installPackages,
  isCurrentNodeEnough,
  root,
  runUnderNode24,
  terminal,
  useCompiled,
} from './bring-up.mjs';

const SCRIPTS = {
  start,
  test: (parameters) => gate('test', parameters),
  check: (parameters) => gate('check', parameters),
  dev: (parameters) => gate('dev', parameters),
  bench: (parameters) => gate('bench', parameters),
  e2e: (parameters) => gate('e2e', parameters),
  contract: (parameters) => gate('contract', parameters),
};

const [name = '', ...parameters] = process.argv.slice(2);
const script = Object.hasOwn(SCRIPTS, name) ? SCRIPTS[name] : undefined;
if (script === undefined) fail(`用法 Usage: node bin/launch.mjs ${Object.keys(SCRIPTS).join('|')}`);
await installPackages();
if (isCurrentNodeEnough()) process.exitCode = await script(parameters);
else runUnderNode24(fileURLToPath(import.meta.url), process.argv.slice(2));

async function start(parameters) {
  useCompiled();
  const { runCli } = await import('../server/src/cli/cli.ts');
  return runCli(['start', ...parameters], process.env, terminal);
}

async function gate(task, rest) {
  const bin = join(root, 'node_modules', '.bin');
  // Test runners compile in their own ways.
  delete process.env.NODE_COMPILE_CACHE;
  process.env.PATH = `${bin}:${process.env.PATH}`;
  return (await import('../tools/gate.ts')).runTask(task, rest);
}
