import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LetterKind } from '../src/document/document.ts';
import { exampleLetters } from '../src/document/example-letters.ts';
import { fileStore } from '../src/document/file-store.ts';
import { letterRenderer } from '../src/document/render.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { sealLetter, type SealedLetter } from '../src/seal/actions.ts';
import { developmentAuthority } from '../src/seal/development-ca.ts';
import { developmentReaders } from '../src/seal/development-readers.ts';
import { developmentSeals } from '../src/seal/development-seals.ts';
import { fileKeyStore } from '../src/seal/key-store.ts';
import { SEALS_FOR_LETTER } from '../src/seal/seal.ts';
import { makeSealedTwin } from '../src/seal/twin.ts';

const AT = '2025-03-03T02:00:00.000Z';
const SEAL_ID = '11019800000101';
const directory = mkdtempSync(join(tmpdir(), 'foreign-'));
const renderer = letterRenderer();
const sealed = new Map<LetterKind, SealedLetter>();
const twins = new Map<LetterKind, Uint8Array>();
let readersRoot = '';

beforeAll(async () => {
  const keys = fileKeyStore({ directory: join(directory, 'keys'), passphrase: 'development' });
  const authority = await developmentAuthority(keys, '2025-01-01T00:00:00.000Z');
  const signer = developmentSeals(join(directory, 'keys'), keys, authority);
  const validity = { validFromAt: '2025-01-01T00:00:00.000Z', validToAt: '2030-01-01T00:00:00.000Z' } as const;
  const organ = { organ: '11110198YH00010020', organName: '云河区市场监督管理局' } as const;
  await signer.make({ sealId: SEAL_ID, kind: 'organSeal', ...organ, ...validity });
  const files = fileStore(join(directory, 'files'));
  const ports = { renderer, files, signer, readers: developmentReaders(keys, authority) };
  for (const kind of LetterKind.options.filter((one) => SEALS_FOR_LETTER[one].length > 0)) {
    const asked = {
      content: exampleLetters[kind],
      sealId: SEAL_ID,
      sealKind: 'organSeal',
      keeper: 'k',
      at: AT,
    } as const;
    const letter = await sealLetter(asked, ports);
    if (isRefusal(letter)) throw new Error(letter.code);
    sealed.set(kind, letter);
    const { twinHash } = letter.applied;
    if (twinHash === undefined) continue;
    const twin = await makeSealedTwin({ ...letter.applied, twinHash }, { at: AT, keeper: 'k' }, ports);
    if (isRefusal(twin)) throw new Error(twin.code);
    twins.set(kind, await files.get(twin.ofdHash));
  }
  readersRoot = put('root.der', authority.trusted[2] ?? Buffer.alloc(0));
}, 120_000);

afterAll(async () => {
  await renderer.close();
  rmSync(directory, { recursive: true });
});

test('ofdrw accepts every sealed OFD and reads its text, and refuses an altered one', { timeout: 120_000 }, () => {
  const packages = [...twins].map(([kind, ofd]) => put(`${kind}.ofd`, ofd));
  const told = java('OFDRW_JARS', 'OfdCheck.java', packages);
  if (told === undefined) return;
  expect(told).toHaveLength(packages.length);
  for (const line of told) expect(line).toMatch(/^VALID 云河区市场监督管理局/);
});

test(
  'veraPDF finds every letter to be PDF/A-2b, and of a sealed one says only that the seal is no PKCS#7',
  { timeout: 120_000 },
  async () => {
    const plain: string[] = [];
    for (const kind of LetterKind.options) {
      const rendered = await renderer.renderPdf(exampleLetters[kind], { at: AT });
      if (isRefusal(rendered)) throw new Error(rendered.code);
      plain.push(put(`${kind}-plain.pdf`, rendered.pdf));
    }
    const told = java('VERAPDF_JARS', 'PdfACheck.java', plain);
    if (told === undefined) return;
    expect(told).toEqual(plain.map(() => 'COMPLIANT'));
    const files = [...sealed].map(([kind, { pdf }]) => put(`${kind}.pdf`, pdf));
    expect(java('VERAPDF_JARS', 'PdfACheck.java', files)).toEqual(files.map(() => 'BROKEN 6.4.3'));
  },
);

test('pyHanko trusts the signature for readers and its time stamp, over the whole file', { timeout: 60_000 }, () => {
  const python = process.env['PYHANKO_PYTHON'];
  if (python === undefined) return skipped('PYHANKO_PYTHON');
  const files = [...sealed].map(([kind, { pdf }]) => put(`${kind}-reader.pdf`, pdf));
  const script = join(import.meta.dirname, 'verifiers/reader_check.py');
  const moment = String(Date.parse(AT) / 1000 + 60);
  const told = linesOf(
    execFileSync(python, [script, readersRoot, moment, ...files], { encoding: 'utf8', stdio: QUIET }),
  );
  expect(told).toEqual(files.map(() => 'INTACT:TRUSTED,TIMESTAMP_TOKEN<INTACT:TRUSTED>,UNTOUCHED ENTIRE_FILE True'));
});

const QUIET = ['ignore', 'pipe', 'ignore'] satisfies ('ignore' | 'pipe')[];

function put(name: string, bytes: Uint8Array): string {
  const file = join(directory, name);
  writeFileSync(file, bytes);
  return file;
}

/** The lines that a source of `verifiers/` prints, run with the jars that a variable names. */
function java(variable: string, source: string, files: readonly string[]): readonly string[] | undefined {
  const jars = process.env[variable];
  if (jars === undefined) return skipped(variable);
  const path = join(import.meta.dirname, 'verifiers', source);
  return linesOf(execFileSync('java', ['-cp', `${jars}/*`, path, ...files], { encoding: 'utf8', stdio: QUIET }));
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

function skipped(variable: string): undefined {
  console.warn(`NOT CHECKED: ${variable} is not set (server/test/verifiers/README.md)`);
  return undefined;
}
