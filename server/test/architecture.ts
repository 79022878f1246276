import { dirname, join, normalize } from 'node:path';

export interface SourceFile {
  /** From `server/src`, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Order {
  readonly modules: readonly string[];
  readonly doors: readonly string[];
}

/** Modules whose every file may be imported: they are the ground, not a part of the story. */
const GROUND = ['kernel', 'journal'];

/** Files at the top that put the modules together. */
const WIRING = [
  'main.ts',
  'platform.ts',
  'demo-district.ts',
  'demo-licences.ts',
  'demo-cases.ts',
  'demo-witnesses.ts',
  'district-counts.ts',
  'district-keys.ts',
  'district-ledger.ts',
  'district-letters.ts',
  'district-consents.ts',
];

const FORBIDDEN_NAMES = ['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'lib', 'misc', 'types', 'index'];

/** Where the world outside may be asked for time, chance and settings. */
const IMPURE = /\bprocess\.env\b|\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\b|\bperformance\.now\(\)/g;

const SQL =
  /['"`]\s*(?:select|insert into|update|delete from|truncate|create|alter|drop|grant|revoke)\s+[a-z*"(]|\b(?:pool|client|connection|database|db)\.query[(<]/g;

/** Every breach of the order of the modules, one line each, with its place. */
export function findBreaches(files: readonly SourceFile[], order: Order): readonly string[] {
  return files.filter((file) => !file.path.endsWith('.test.ts')).flatMap((file) => breachesOf(file, order));
}

/** Files and folders that say nothing about what is in them. */
export function findForbiddenNames(paths: readonly string[]): readonly string[] {
  return paths.filter((path) =>
    path.split('/').some((part) => FORBIDDEN_NAMES.includes(part.replace(/(\.test)?\.(?:[cm]?[jt]sx?|sql|md)$/, ''))),
  );
}

/** Modules that have files but no place in the story, or no front. */
export function findUntold(paths: readonly string[], order: Order): readonly string[] {
  const folders = new Set(paths.filter((path) => path.includes('/')).map(moduleOf));
  const untold = [...folders].filter((folder) => ![...order.modules, ...order.doors].includes(folder));
  const frontless = order.modules.filter(
    (name) => name !== 'kernel' && folders.has(name) && !paths.includes(`${name}/${name}.ts`),
  );
  return [...untold.map((name) => `${name} is not in story.ts`), ...frontless.map((name) => `${name} has no front`)];
}

/** The one file of the verifier that runs at a command line. */
const VERIFIER_COMMAND = 'command.ts';
const PLATFORM_OR_NODE =
  /(?:\bfrom|\bimport\(?)\s*['"](?:node:[^'"]*|[^'"]*\bserver\b[^'"]*|@liangqian\/[^'"]*)['"]|\bBuffer\.|\bprocess\./g;

/** Where the verifier leans on the platform, or on Node: then a browser could not run it, and nobody could trust it alone. */
export function findLeaning(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => !path.endsWith('.test.ts') && path !== VERIFIER_COMMAND)
    .flatMap(({ path, text }) => unique(withoutComments(text), PLATFORM_OR_NODE).map((found) => `${path}: ${found}`));
}

function breachesOf(file: SourceFile, order: Order): readonly string[] {
  const code = withoutComments(file.text);
  return [
    ...importsOf(code).flatMap((target) => importBreach(file.path, target, order)),
    ...sqlBreaches(file.path, code, order),
    ...impureBreaches(file.path, code),
  ];
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function importsOf(code: string): readonly string[] {
  return [...code.matchAll(/(?:\bfrom|\bimport\(?)\s*['"](\.{1,2}\/[^'"]+)['"]/g)].map((match) => match[1] ?? '');
}

function importBreach(path: string, specifier: string, order: Order): readonly string[] {
  const target = normalize(join(dirname(path), specifier));
  const say = (why: string) => [`${path} imports ${target}: ${why}`];
  if (target.startsWith('..')) return target.endsWith('.json') ? [] : say('it lies outside server/src');
  const from = moduleOf(path);
  const to = moduleOf(target);
  // main.ts and platform.ts wire everything; the command `start` is the only one that starts main.ts, doors open platform.ts.
  if (WIRING.includes(path) || from === to) return [];
  if (to === 'platform.ts' || to === 'demo-district.ts')
    return order.doors.includes(from) ? [] : say('only doors open the platform');
  if (to === 'main.ts') return path === 'cli/start.ts' ? [] : say('only the start command starts the platform');
  if (order.doors.includes(to)) return say('nothing imports a door');
  if (!order.modules.includes(to)) return say(`${to} is no module`);
  const isDoor = order.doors.includes(from);
  if (!isDoor && order.modules.indexOf(to) > order.modules.indexOf(from))
    return say('a module looks back, never forward');
  const isOpen = GROUND.includes(to) || [`${to}/${to}.ts`, `${to}/refusals.ts`, `${to}/actions.ts`].includes(target);
  return isOpen ? [] : say('another module is reached by its front, refusals.ts or actions.ts');
}

function sqlBreaches(path: string, code: string, order: Order): readonly string[] {
  const from = moduleOf(path);
  if (from === 'kernel') return [];
  if (!path.endsWith('/store.ts'))
    return unique(code, SQL).map((sql) => `${path} holds SQL (${sql.trim()}): SQL lives in store.ts`);
  return [...code.matchAll(/\b(?:from|join|into|update)\s+([a-z]+)\.([a-z_]+)/g)]
    .filter(
      ([, schema = '', table = '']) => order.modules.includes(schema) && schema !== from && !table.startsWith('v_'),
    )
    .map(([, schema, table]) => `${path} names ${schema}.${table}: a store names its own schema or another's v_ view`);
}

function impureBreaches(path: string, code: string): readonly string[] {
  if (path === 'main.ts' || moduleOf(path) === 'kernel') return [];
  return unique(code, IMPURE).map((found) => `${path} uses ${found}: time, chance and settings are arguments`);
}

function unique(code: string, pattern: RegExp): readonly string[] {
  return [...new Set([...code.matchAll(pattern)].map(([found]) => found))];
}

function moduleOf(path: string): string {
  return path.split('/')[0] ?? '';
}
