import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../../src/cli/cli.ts';
import { sm3Hex } from '../../src/kernel/digest.ts';
import { ROOT } from '../tree.ts';

test('case run writes every document, the history and the summary, and leaves nothing else behind', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'liangqian-out-'));
  const before = leftovers();
  let out = '';
  const file = join(ROOT, 'examples/zero-signature.json');
  const write = {
    out: (text: string) => {
      out += text;
    },
    err: () => undefined,
  };
  const code = await runCli(['case', 'run', file, '--out', dir, '--json'], {}, write);
  const summary = JSON.parse(out);
  expect(code).toBe(0);
  expect(summary).toEqual(JSON.parse(readFileSync(join(dir, 'summary.json'), 'utf8')));
  expect(readdirSync(dir).toSorted()).toEqual(
    [
      ...summary.documents.map(({ file: name }: { file: string }) => name),
      ...summary.documents
        .filter(({ kind }: { kind: string }) => kind === 'grantDecision')
        .map(({ file: name }: { file: string }) => name.replace('.pdf', '.ofd')),
      'events.json',
      'summary.json',
      'summary.txt',
    ].toSorted(),
  );
  for (const document of summary.documents)
    expect(sm3Hex(readFileSync(join(dir, document.file)))).toBe(document.sealedHash);
  const events = JSON.parse(readFileSync(join(dir, 'events.json'), 'utf8'));
  expect(events.at(-1).hash).toBe(summary.history.lastHash);
  expect(readFileSync(join(dir, 'summary.txt'), 'utf8')).toContain('由规则集自动作出');
  expect(leftovers().filter((name) => !before.includes(name))).toEqual([]);
  rmSync(dir, { recursive: true });
});

function leftovers(): readonly string[] {
  const outside = '/var/lib/liangqian';
  return [
    ...readdirSync(tmpdir()).filter((name) => name.startsWith('liangqian-case-') && !name.includes('file')),
    ...(existsSync(outside) ? readdirSync(outside).filter((name) => name.startsWith('data-')) : []),
  ];
}
