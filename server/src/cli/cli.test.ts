import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from './cli.ts';

const dir = mkdtempSync(join(tmpdir(), 'liangqian-cli-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const vectors = join(import.meta.dirname, '../../../db/demo/vectors.json');

test('every command shows its usage in Chinese and English', async () => {
  const overview = await run('--help');
  expect(overview).toMatchObject({ code: 0, err: '' });
  const names = [...overview.out.matchAll(/^ {2}([a-z]+(?: [a-z]+)?)(?= {2}| FILE)/gm)].map(([, name = '']) => name);
  expect(names).toEqual(
    expect.arrayContaining(['start', 'check rules', 'check clock', 'check codes', 'migrate', 'doctor']),
  );
  for (const name of names) {
    const { code, out } = await run(...name.split(' '), '--help');
    expect({ name, code }).toEqual({ name, code: 0 });
    expect(out).toMatch(new RegExp(`^用法 Usage: liangqian ${name}`));
  }
});

test.each([
  [['dance'], 'There is no command "dance"; see liangqian --help.'],
  [['check', 'dreams'], 'There is no command "check dreams"; see liangqian --help.'],
  [['doctor', '--loud'], "Unknown option '--loud'; see liangqian doctor --help."],
  [['check', 'codes'], 'liangqian check codes takes 1 argument: liangqian check codes FILE.'],
  [['doctor', 'now'], 'liangqian doctor takes 0 arguments: liangqian doctor.'],
])('a wrong call %j is one sentence with exit code 2', async (parameters, sentence) => {
  const { code, out, err } = await run(...parameters);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.split('\n').slice(1)).toEqual([sentence, '']);
});

test('a check prints its totals alone on the last line', async () => {
  const { code, out } = await run('check', 'codes', vectors);
  expect(code).toBe(0);
  expect(out).toMatch(/^\d+ passed, 0 failed\n$/);
});

test('a check names every mismatch and ends with exit code 1', async () => {
  const file = write('wrong.json', JSON.stringify({ uscc: { valid: ['91110000000000000X'] } }));
  const { code, out } = await run('check', 'codes', file);
  expect(code).toBe(1);
  expect(out.split('\n').at(-2)).toBe('0 passed, 1 failed');
  expect(out).toContain('uscc');
});

test('with --json the answer is one JSON document, also when the call fails', async () => {
  expect(JSON.parse((await run('check', 'codes', vectors, '--json')).out)).toMatchObject({ failed: 0, mismatches: [] });
  const missing = await run('check', 'codes', join(dir, 'missing.json'), '--json');
  expect(JSON.parse(missing.out)).toEqual({ error: { zh: expect.stringContaining('找不到'), en: expect.any(String) } });
});

test('a file that cannot be checked is one sentence with exit code 2', async () => {
  const big = write('big.json', '');
  truncateSync(big, 10_000_001);
  const sentences: readonly (readonly [string, string])[] = [
    [join(dir, 'missing.json'), 'There is no file'],
    [dir, 'is a directory'],
    ['/dev/zero', 'is not a regular file'],
    [big, 'is too big (10.0 MB): at most 10 MB are read'],
    [write('broken.json', Uint8Array.of(0x22, 0xff, 0x22)), 'is not valid UTF-8 text'],
    [write('cut.json', '{"uscc": ['), 'is not valid JSON'],
    [write('empty.json', '{}'), 'holds nothing to check'],
  ];
  for (const [file, sentence] of sentences) {
    const { code, out, err } = await run('check', 'codes', file);
    expect({ file, code, out }).toEqual({ file, code: 2, out: '' });
    expect(err).toContain(sentence);
  }
});

test.each([
  ['/proc/nowhere', 'The directory /proc/nowhere cannot be made.'],
  [join(vectors, 'out'), `The directory ${join(vectors, 'out')} cannot be made.`],
])('documents are not written to %s, and one sentence says so', async (out, sentence) => {
  const example = join(import.meta.dirname, '../../../examples/minimal.json');
  expect(await run('case', 'run', example, '--out', out)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining(sentence),
  });
});

test('a text that no database keeps is bad input', async () => {
  const file = join(dir, 'nul.json');
  writeFileSync(file, '{"name": "a\\u0000b"}');
  const { code, err } = await run('check', 'codes', file);
  expect(code).toBe(2);
  expect(err).toContain('is not valid JSON (a text that cannot be kept in "name")');
});

test('a setting that is not valid stops a command with exit code 1 before anything is touched', async () => {
  const { code, err } = await run('migrate', { PORT: 'x', DATA_DIR: join(dir, 'never') });
  expect(code).toBe(1);
  expect(err).toContain('The setting PORT "x" is not valid');
});

async function run(
  ...parameters: readonly (string | Readonly<Record<string, string>>)[]
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const words = parameters.filter((parameter) => typeof parameter === 'string');
  const environment = Object.assign({}, ...parameters.filter((parameter) => typeof parameter === 'object'));
  const code = await runCli(words, environment, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

function write(name: string, content: string | Uint8Array): string {
  const file = join(dir, name);
  writeFileSync(file, content);
  return file;
}
