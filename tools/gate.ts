import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import { checkGenerated, writeGenerated } from './generated.ts';
import { readTotals, type Totals } from './totals.ts';

type Task = 'test' | 'check' | 'dev' | 'bench' | 'e2e' | 'contract';

/** One runner of the gate: it never hides a failure of another, all of them run. */
interface Runner {
  readonly name: string;
  /** Absent means that there is nothing of this kind to run. */
  readonly run: (() => Promise<Totals>) | undefined;
}

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'out');
const NODE = process.execPath;

const CHECKS: readonly Runner[] = [
  { name: 'format', run: () => tool('oxfmt', ['--check', '.']) },
  { name: 'lint', run: () => tool('oxlint', ['--type-aware', '--deny-warnings', '.']) },
  ...['server', 'web', 'verify', 'tools'].map((workspace) => ({
    name: `types ${workspace}`,
    run: ifPresent(`${workspace}/tsconfig.json`, () => tool('tsc', ['-p', workspace])),
  })),
  { name: 'unused code', run: () => tool('knip', ['--no-progress']) },
  {
    name: 'unit and database tests',
    run: () => vitest('checks', ['--project', 'unit', '--project', 'db', '--project', 'tools', '--project', 'verify']),
  },
  { name: 'web tests', run: ifPresent('web/vitest.config.ts', () => vitest('web', ['--project', 'web'])) },
  { name: 'generated files', run: () => generatedFiles() },
];

const JOURNEYS: readonly Runner[] = [
  { name: 'journeys', run: ifPresent('server/test/journeys', () => vitest('journeys', ['--project', 'journeys'])) },
];

const BROWSER: readonly Runner[] = [
  {
    name: 'browser tests',
    run: ifPresent('web/e2e', async () => {
      if (!ensureBrowser()) return { passed: 0, failed: 1, failures: ['there is no browser to test with'] };
      return vitest('browser', ['--project', 'browser']);
    }),
  },
];

const TASKS = {
  check: () => runAll(CHECKS),
  test: () => runAll([...CHECKS, ...JOURNEYS, ...BROWSER]),
  e2e: () => runAll([...JOURNEYS, ...BROWSER]),
  contract: () => writeGenerated(),
  bench: (parameters) => foreground('server/bench/bench.ts', parameters),
  dev: (parameters) => foreground('bin/launch.mjs', ['start', ...parameters], ['--watch-path=server/src']),
} as const satisfies Record<Task, (parameters: readonly string[]) => Promise<number>>;

/** Runs one of the npm scripts. Returns its exit code. */
export function runTask(task: Task, parameters: readonly string[]): Promise<number> {
  process.chdir(ROOT);
  return TASKS[task](parameters);
}

async function runAll(runners: readonly Runner[]): Promise<number> {
  mkdirSync(OUT, { recursive: true });
  const lines: string[] = [];
  const failures: string[] = [];
  let passed = 0;
  let failed = 0;
  for (const { name, run } of runners) {
    if (run === undefined) continue;
    console.log(`\n── ${name}`);
    const began = Date.now();
    const totals = await run();
    passed += totals.passed;
    failed += totals.failed;
    failures.push(...totals.failures.map((told) => `✗ ${name}: ${told}`));
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    lines.push(
      `${totals.failed === 0 ? '✓' : '✗'} ${name}: ${totals.passed} passed, ${totals.failed} failed (${seconds} s)`,
    );
  }
  writeFileSync(join(OUT, 'totals.json'), JSON.stringify({ passed, failed }));
  console.log(['', ...failures, ...lines, `${passed} passed, ${failed} failed`].join('\n'));
  return failed === 0 ? 0 : 1;
}

function ifPresent<T>(path: string, run: T): T | undefined {
  return existsSync(join(ROOT, path)) ? run : undefined;
}

/** A tool counts as one check. */
async function tool(name: string, parameters: readonly string[]): Promise<Totals> {
  const { status } = spawnSync(join(ROOT, 'node_modules/.bin', name), parameters, { cwd: ROOT, stdio: 'inherit' });
  if (status === 0) return { passed: 1, failed: 0, failures: [] };
  return { passed: 0, failed: 1, failures: [`${name} ended with ${status ?? 'a signal'}: what it said stands above`] };
}

async function vitest(name: string, parameters: readonly string[]): Promise<Totals> {
  const report = join(OUT, `vitest-${name}.json`);
  rmSync(report, { force: true });
  const program = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(NODE, [program, 'run', '--passWithNoTests', ...parameters, ...reporters], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return readTotals(report, status);
}

async function generatedFiles(): Promise<Totals> {
  const { current, stale } = await checkGenerated();
  const failures = stale.map((file) => `${file} differs from what npm run contract generates`);
  return { passed: current.length, failed: stale.length, failures };
}

function foreground(
  script: string,
  parameters: readonly string[],
  nodeOptions: readonly string[] = [],
): Promise<number> {
  if (!existsSync(join(ROOT, script))) {
    console.error(`There is no ${script} yet.`);
    return Promise.resolve(1);
  }
  const child = spawn(NODE, [...nodeOptions, join(ROOT, script), ...parameters], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
