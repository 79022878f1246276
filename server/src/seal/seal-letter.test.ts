import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hasTwin, LetterKind } from '../document/document.ts';
import { exampleLetters } from '../document/example-letters.ts';
import { fileStore } from '../document/file-store.ts';
import { letterRenderer } from '../document/render.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { prepareLetter, sealLetter, type SealLetterRequest, type SealedLetter } from './actions.ts';
import { developmentAuthority } from './development-ca.ts';
import { developmentReaders } from './development-readers.ts';
import { developmentSeals } from './development-seals.ts';
import { fileKeyStore } from './key-store.ts';
import { SealApplied, SealMade, SEALS_FOR_LETTER } from './seal.ts';
import { verifySealedOfd } from './verify-ofd.ts';
import { verifySealedPdf } from './verify-pdf.ts';

const directory = mkdtempSync(join(tmpdir(), 'sealing-'));
const keyDirectory = join(directory, 'keys');
const fromAt = '2025-01-01T00:00:00.000Z';
const at = '2025-03-03T02:00:00.000Z';
const keys = fileKeyStore({ directory: keyDirectory, passphrase: 'development' });
const authority = await developmentAuthority(keys, fromAt);
const seals = developmentSeals(keyDirectory, keys, authority);
const request = {
  sealId: '11019800000101',
  kind: 'approvalSeal',
  organ: '11110198YH00010020',
  organName: '云河区市场监督管理局',
  validFromAt: fromAt,
  validToAt: '2030-01-01T00:00:00.000Z',
} as const;
const made = await seals.make(request);
const renderer = letterRenderer();
const readers = developmentReaders(keys, authority);
const ports = { renderer, files: fileStore(join(directory, 'documents')), signer: seals, readers };
const trust = { roots: authority.trusted, revoked: [] };

afterAll(async () => {
  await renderer.close();
  rmSync(directory, { recursive: true });
});

const sealable = LetterKind.options.filter((kind) => SEALS_FOR_LETTER[kind].length > 0);

test.each(sealable)('%s is printed, sealed, kept, and verifies', async (kind) => {
  const letter = await sealed({ content: exampleLetters[kind] });
  const result = verifySealedPdf(letter.pdf, trust);
  expect(result).toMatchObject({ result: 'valid', intact: true, signedHash: letter.signedHash });
  expect(SealApplied.parse(letter.applied)).toMatchObject({ signedHash: letter.signedHash, documentKind: kind, at });
  expect(Buffer.from(await ports.files.get(letter.sealedHash)).equals(letter.pdf)).toBe(true);
  const unsealed = await ports.files.get(letter.signedHash);
  expect(Buffer.from(letter.pdf.subarray(0, unsealed.length)).equals(unsealed)).toBe(true);
  check('qpdf', (file) => ['--check', file], letter.pdf, 'No syntax or stream encoding errors');
  check('pdfsig', (file) => ['-nocert', file], letter.pdf, 'Total document signed');
  check('pdfsig', (file) => ['-nocert', file], letter.pdf, 'Signature is Valid.');
});

test.each(sealable.filter(hasTwin))(
  'the OFD twin of %s bears the seal of the PDF, is kept, and verifies',
  async (kind) => {
    const letter = await sealed({ content: exampleLetters[kind] });
    const { ofd = Buffer.alloc(0), applied } = letter;
    expect(verifySealedOfd(ofd, trust)).toMatchObject({
      result: 'valid',
      intact: true,
      signedHash: letter.signedHash,
      sealId: made.sealId,
    });
    expect(Buffer.from(await ports.files.get(applied.ofdHash ?? '')).equals(ofd)).toBe(true);
  },
);

test('letters of the course of a case have no twin', async () => {
  const letter = await sealed({ content: exampleLetters.acceptanceNotice });
  expect(letter.ofd).toBeUndefined();
  expect(letter.applied).not.toHaveProperty('ofdHash');
});

test('R82: the rendition that was signed is the one that is sealed, another is refused', async () => {
  const content = exampleLetters.grantDecision;
  const prepared = await prepareLetter({ content, at }, ports);
  if (isRefusal(prepared)) throw new Error(prepared.code);
  const later = '2025-03-04T02:00:00.000Z';
  const letter = await sealed({ content, at: later, renderedAt: at, lastSignedHash: prepared.hash });
  expect(letter.signedHash).toBe(prepared.hash);
  const changed = { ...content, addressee: '另一家公司' };
  const refused = await sealing({ content: changed, at: later, renderedAt: at, lastSignedHash: prepared.hash });
  expect(isRefusal(refused) && refused.code).toBe('seal-hash-mismatch');
});

test('a letter that cannot be printed whole is not sealed', async () => {
  const refused = await sealing({ content: { ...exampleLetters.grantDecision, addressee: '王🐉' } });
  expect(isRefusal(refused) && refused.code).toBe('glyph-missing');
});

test('R85: a seal is made once; made again it is the same seal, and a restart finds it', async () => {
  expect(SealMade.parse(made)).toEqual(made);
  const again = developmentSeals(
    keyDirectory,
    fileKeyStore({ directory: keyDirectory, passphrase: 'development' }),
    authority,
  );
  expect(await again.make(request)).toEqual(made);
  expect((await again.open(made.sealId)).name).toBe('云河区市场监督管理局　行政审批专用章');
  expect(readdirSync(keyDirectory).filter((name) => name.endsWith('.ses'))).toHaveLength(1);
});

test('a seal that nobody made cannot be opened', async () => {
  await expect(seals.open('11019899999999')).rejects.toThrow();
  await expect(seals.open('../../keys')).rejects.toThrow('not a seal number');
});

function sealing(changed: Pick<SealLetterRequest, 'content'> & Partial<SealLetterRequest>) {
  return sealLetter({ sealId: made.sealId, sealKind: made.kind, keeper: 'robot:sealing', at, ...changed }, ports);
}

async function sealed(changed: Pick<SealLetterRequest, 'content'> & Partial<SealLetterRequest>): Promise<SealedLetter> {
  const outcome: SealedLetter | Refusal = await sealing(changed);
  if (isRefusal(outcome)) throw new Error(outcome.code);
  return outcome;
}

/** Asks a program that others wrote; says so loudly when it is not installed. */
function check(program: string, command: (file: string) => string[], pdf: Uint8Array, expected: string): void {
  const file = join(directory, 'sealed.pdf');
  writeFileSync(file, pdf);
  try {
    expect(execFileSync(program, command(file), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })).toContain(
      expected,
    );
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    console.warn(`NOT CHECKED: ${program} is not installed (apt-get install poppler-utils qpdf)`);
  }
}
