import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runCli } from '../src/cli/cli.ts';
import { Config } from '../src/kernel/config.ts';
import { doors, story } from '../src/story.ts';
import { commandsOf, type Document, findDeadLinks, findMachinePlaces } from './docs.ts';
import { readTracked, ROOT, trackedFiles } from './tree.ts';

const tracked = trackedFiles();
const documents = tracked.filter((path) => path.endsWith('.md')).map(document);

test('every link in the documents leads to a file', () => {
  expect(documents.flatMap((one) => findDeadLinks(one, ROOT))).toEqual([]);
});

test('every command in the documents exists', async () => {
  const wrong: string[] = [];
  for (const { path, command } of documents.flatMap((one) =>
    commandsOf(one).map((command) => ({ path: one.path, command })),
  )) {
    if (!(await isCommand(command))) wrong.push(`${path}: ${command}`);
  }
  expect(wrong).toEqual([]);
});

test('the README says the same commands in both languages', () => {
  expect(commandsOf(document('README.zh-CN.md'))).toEqual(commandsOf(document('README.md')));
});

test('every module of the story is in the glossary and in the story of a case or below it', () => {
  const glossary = readTracked('docs/glossary.md');
  const names = [...story.map(({ name }) => name), ...doors].filter((name) =>
    existsSync(join(ROOT, 'server/src', name)),
  );
  expect(names.filter((name) => !isInTable(glossary, name))).toEqual([]);
});

test('every event type of a case is in the reference', () => {
  const reference = readTracked('docs/reference/events.md');
  const source = readTracked('server/src/application/case-state.ts');
  const types = [...source.matchAll(/^ {2}([A-Z]\w+): \{ from:/gm)].map(([, type = '']) => type);
  expect(types.length).toBeGreaterThan(20);
  expect(types.filter((type) => !reference.includes(`\`${type}\``))).toEqual([]);
});

test('every event that the life of a case names is in the reference', () => {
  const reference = readTracked('docs/reference/events.md');
  const named = [...readTracked('docs/life-of-a-case.md').matchAll(/`([A-Z][a-z]+[A-Z]\w+)`/g)].map(
    ([, type = '']) => type,
  );
  expect(named.filter((type) => !reference.includes(`\`${type}\``))).toEqual([]);
});

test('every setting is documented for the operator', () => {
  const running = readTracked('docs/operating/running.md');
  expect(Object.keys(Config.shape).filter((name) => !isInTable(running, name))).toEqual([]);
});

/** Put together here, so that this file names no package host either. */
const PUBLIC_REGISTRY = ['registry', 'npmjs', 'org'].join('.');

test('no file names a place of one machine or a package host', () => {
  const host = spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).stdout.trim();
  const isPublic = host === '' || host.includes(PUBLIC_REGISTRY);
  // A checkout at the root of a file system has no path that could be told from any other.
  const places = [ROOT.split('/').length > 2 ? `${ROOT}/` : '', isPublic ? '' : new URL(host).host];
  const texts = tracked.filter((path) => !/\.(?:png|jpg|pdf|ofd|otf|ttf|ico|woff2|der|p12)$/.test(path));
  expect(texts.flatMap((path) => findMachinePlaces(document(path), places))).toEqual([]);
});

test('a dead link, a missing command and a place of one machine are found', async () => {
  const planted: Document = {
    path: 'docs/planted.md',
    text: `[a](../README.md) [b](nowhere.md)\n\n\`\`\`sh\nnpm run dance\nbin/liangqian dance\n\`\`\`\n ${['', 'home', 'somebody', 'x'].join('/')}`,
  };
  expect(findDeadLinks(planted, ROOT)).toEqual(['docs/planted.md links to nowhere.md']);
  expect(commandsOf(planted)).toEqual(['npm run dance', 'bin/liangqian dance']);
  for (const command of commandsOf(planted)) expect(await isCommand(command)).toBe(false);
  expect(findMachinePlaces(planted, [])).toHaveLength(1);
});

/** The formatter pads the cells of a table. */
function isInTable(text: string, name: string): boolean {
  return new RegExp(`\\| \`${name}\` +\\|`).test(text);
}

function document(path: string): Document {
  return { path, text: readTracked(path) };
}

const PackageJson = z.object({ scripts: z.record(z.string(), z.string()) });

async function isCommand(command: string): Promise<boolean> {
  // What a command writes need not be there yet.
  const [program = '', ...words] = command.replace(/ --out \S+/, '').split(' ');
  if (program === 'npm') return isScript(words);
  if (program !== 'bin/liangqian') return false;
  const files = words.filter((word) => word.includes('/'));
  if (files.some((file) => !existsSync(join(ROOT, file)))) return false;
  const silent = { out: () => undefined, err: () => undefined };
  return (await runCli([...words.filter((word) => !files.includes(word)), '--help'], {}, silent)) === 0;
}

function isScript(words: readonly string[]): boolean {
  const { scripts } = PackageJson.parse(JSON.parse(readTracked('package.json')));
  const name = words[0] === 'run' ? words[1] : words[0];
  return name !== undefined && Object.hasOwn(scripts, name);
}
