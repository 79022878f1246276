import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleSeal } from '../../src/seal/example-seal.ts';

const PROGRAM = join(import.meta.dirname, '../outside/VerifySes.java');

test(
  'BouncyCastle accepts our seal, its signature and both certificates, and no altered one',
  { timeout: 60_000 },
  async () => {
    const jar = globSync(join(homedir(), '.m2/repository/org/bouncycastle/bcprov-jdk18on/*/*.jar'))[0];
    if (jar === undefined || !hasJava()) {
      console.warn(
        'NOT CHECKED: Java or BouncyCastle is not there (mvn dependency:get -Dartifact=org.bouncycastle:bcprov-jdk18on:1.79)',
      );
      return;
    }
    const directory = mkdtempSync(join(tmpdir(), 'bouncy-'));
    const example = await exampleSeal();
    const good = Buffer.from(await example.signature(4));
    // The hash of the document stands before its own member's text; one bit of it is turned.
    const at = good.indexOf('all of it') - 10;
    const altered = Buffer.from(good);
    altered[at] = (altered[at] ?? 0) ^ 1;
    const root = join(directory, 'root.der');
    writeFileSync(root, example.root);
    const ask = (bytes: Uint8Array): string => {
      const file = join(directory, 'ses.der');
      writeFileSync(file, bytes);
      return execFileSync('java', ['-cp', jar, PROGRAM, file, root], { encoding: 'utf8' });
    };
    try {
      expect(ask(good)).toBe('signer true\nmaker true\n');
      expect(ask(altered)).toBe('signer false\nmaker true\n');
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
);

function hasJava(): boolean {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
