import { expect, test } from 'vitest';
import { doors, story } from '../src/story.ts';
import {
  findBreaches,
  findForbiddenNames,
  findLeaning,
  findUntold,
  type Order,
  type SourceFile,
} from './architecture.ts';
import { readSources, trackedFiles } from './tree.ts';

const order: Order = { modules: story.map(({ name }) => name), doors };
const sources = readSources('server/src');

test('the modules look back and never forward, and keep their doors, SQL and clocks where they belong', () => {
  expect(findBreaches(sources, order)).toEqual([]);
});

test('every module has its place in the story and its front', () => {
  expect(
    findUntold(
      sources.map(({ path }) => path),
      order,
    ),
  ).toEqual([]);
});

test('no file or folder has a name that says nothing', () => {
  expect(findForbiddenNames(trackedFiles())).toEqual([]);
});

test('the verifier stands alone: no platform, and nothing that a browser lacks', () => {
  expect(findLeaning(readSources('verify/src'))).toEqual([]);
});

const leaning: readonly (readonly [string, SourceFile])[] = [
  ['the platform', file('ses.ts', "import { a } from '../../server/src/seal/seal.ts';")],
  ['the platform by its name', file('ses.ts', "import { a } from '@liangqian/server';")],
  ['Node', file('ses.ts', "import { readFileSync } from 'node:fs';")],
  ['Node’s buffers', file('ses.ts', "const a = Buffer.from('');")],
  ['Node, late', file('ses.ts', "await import('node:fs');")],
];

test.each(leaning)('the verifier would lean on %s', (_, source) => {
  expect(findLeaning([source])).toHaveLength(1);
});

const planted: readonly (readonly [string, SourceFile, string])[] = [
  [
    'an import of a later module',
    file('catalogue/x.ts', "import { a } from '../mandate/mandate.ts';"),
    'never forward',
  ],
  ['an import of another module’s inner file', file('desk/x.ts', "import { a } from '../mandate/check.ts';"), 'front'],
  ['an import of another module’s store', file('http/x.ts', "import { a } from '../mandate/store.ts';"), 'front'],
  ['a re-export of a later module', file('catalogue/x.ts', "export { a } from '../desk/desk.ts';"), 'never forward'],
  ['a late import of a later module', file('catalogue/x.ts', "await import('../desk/desk.ts');"), 'never forward'],
  ['an import of a door', file('desk/x.ts', "import { a } from '../http/routes.ts';"), 'door'],
  ['a door that imports another door', file('http/x.ts', "import { a } from '../robots/sealer.ts';"), 'door'],
  ['an import of main', file('http/x.ts', "import { a } from '../main.ts';"), 'start command'],
  ['an import from outside', file('desk/x.ts', "import { a } from '../../test/database.ts';"), 'outside'],
  ['SQL outside a store', file('desk/actions.ts', 'const q = `select a from desk.row`;'), 'SQL lives in store.ts'],
  ['a query outside a store', file('desk/actions.ts', 'await pool.query(text);'), 'SQL lives in store.ts'],
  [
    'a store that names another schema',
    file('desk/store.ts', 'const q = `select a from mandate.version`;'),
    'own schema',
  ],
  ['a clock', file('desk/desk.ts', 'const at = new Date().toISOString();'), 'arguments'],
  ['a millisecond clock', file('desk/desk.ts', 'const at = Date.now();'), 'arguments'],
  ['chance', file('desk/desk.ts', 'const n = Math.random();'), 'arguments'],
  ['the environment', file('http/http.ts', 'const port = process.env.PORT;'), 'arguments'],
];

test.each(planted)('the order is broken by %s', (_, breach, why) => {
  expect(findBreaches([breach], order)).toEqual([expect.stringContaining(why)]);
});

const allowed: readonly (readonly [string, SourceFile])[] = [
  ['an import of an earlier front', file('mandate/x.ts', "import { a } from '../catalogue/catalogue.ts';")],
  ['an import of an earlier module’s actions', file('mandate/x.ts', "import { a } from '../catalogue/actions.ts';")],
  ['any file of the kernel and the journal', file('desk/x.ts', "import { a } from '../journal/register.ts';")],
  ['SQL in a store', file('desk/store.ts', 'const q = `select a from desk.row`;')],
  ['another module’s view in a store', file('desk/store.ts', 'const q = `select a from mandate.v_live`;')],
  ['a clock named in a comment', file('desk/desk.ts', '// never new Date() here')],
  ['arithmetic on a given time', file('desk/desk.ts', 'const on = new Date(Date.parse(at) + 1);')],
];

test.each(allowed)('the order allows %s', (_, source) => {
  expect(findBreaches([source], order)).toEqual([]);
});

test('a module outside the story, or without a front, is found', () => {
  expect(findUntold(['rumour/rumour.ts', 'desk/store.ts', 'kernel/log.ts'], order)).toEqual([
    'rumour is not in story.ts',
    'desk has no front',
  ]);
});

test('names that say nothing are found as file and as folder', () => {
  const empty = ['server/src/utils/a.ts', 'web/src/types.ts', 'server/src/desk/index.ts', 'web/lib/a.tsx'];
  expect(findForbiddenNames([...empty, 'server/src/desk/desk.ts'])).toEqual(empty);
});

function file(path: string, text: string): SourceFile {
  return { path, text };
}
