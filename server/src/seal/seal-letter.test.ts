import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { SealApplied, SealMade, SEALS_FOR_LETTER, type SealView, TwinSealed } from './seal.ts';
import { makeSealedTwin, sealTwin, twinForbidden } from './twin.ts';
import { verifySealedOfd } from './verify-ofd.ts';
import { verifySealedPdf } from './verify-pdf.ts';

const directory = mkdtempSync(join(tmpdir(), 'sealing-'));
const keyDirectory = join(directory, 'keys');
const fromAt = '2025-01-01T00:00:00.000Z';
const at = '2025-03-03T02:00:00.000Z';
const later = '2025-03-04T02:00:00.000Z';
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
  'the OFD twin of %s is fixed with the letter, bears its seal when it is asked for, is kept, and verifies',
  async (kind) => {
    const letter = await sealed({ content: exampleLetters[kind] });
    const twin = await twinOf(letter);
    const ofd = await ports.files.get(twin.ofdHash);
    expect(letter.applied).not.toHaveProperty('ofdHash');
    expect(TwinSealed.parse(twin)).toMatchObject({ ...letter.applied, at: later, keeper: 'robot/sealing' });
    expect(verifySealedOfd(ofd, trust)).toMatchObject({
      result: 'valid',
      intact: true,
      signedHash: letter.signedHash,
      sealId: made.sealId,
    });
  },
);

test('R82: the same letter fixes the same twin, another letter another; a file that was altered makes none', async () => {
  const { grantDecision: content } = exampleLetters;
  const letter = await sealed({ content });
  const { twinHash = '' } = letter.applied;
  expect((await sealed({ content })).applied.twinHash).toBe(twinHash);
  const other = await sealed({ content: { ...content, addressee: '另一家公司' } });
  expect(other.applied.twinHash).not.toBe(twinHash);
  const crossed = { ...letter, applied: { ...letter.applied, twinHash: other.applied.twinHash ?? '' } };
  await expect(twinOf(crossed)).rejects.toThrow('seal-hash-mismatch');
  for (const hash of [other.applied.twinHash ?? '', other.signedHash]) {
    const file = join(directory, 'documents', hash.slice(0, 2), `${hash}.bin`);
    const whole = readFileSync(file);
    writeFileSync(file, Buffer.from(whole.map((byte, place) => (place === 40 ? byte ^ 1 : byte))));
    await expect(twinOf(other)).rejects.toThrow('has been altered');
    writeFileSync(file, whole);
  }
  expect((await twinOf(other)).ofdHash).toMatch(/^[0-9a-f]{64}$/);
});

test('R85: what forbids the sealing of a twin is a seal or keeper that is no longer in use, never the hour', async () => {
  const letter = await sealed({ content: exampleLetters.grantDecision });
  const inUse: SealView = { state: 'inUse', made, keeper: 'keeper' };
  const facts = (view: SealView, keeperServes = true) => ({
    applied: letter.applied,
    seal: { key: 'seal/1', epoch: 4, view },
    keeperServes,
  });
  const midnight = '2025-03-03T16:00:00.000Z';
  expect(twinForbidden(facts(inUse), midnight)).toBeUndefined();
  const why = (...given: Parameters<typeof twinForbidden>) => twinForbidden(...given)?.detail['why'];
  expect(why(facts({ ...inUse, state: 'stopped' }), midnight)).toBe('sealStopped');
  expect(why(facts(inUse), '2031-01-01T00:00:00.000Z')).toBe('sealExpired');
  expect(why(facts({ ...inUse, made: { ...made, certificateSerial: '0' } }), midnight)).toBe('sealReplaced');
  expect(why(facts(inUse, false), midnight)).toBe('noKeeper');
  const twin = await twinOf(letter);
  const context = { actor: { kind: 'robot', id: 'robot/sealing' }, at: midnight, stream: 'twin/1' } as const;
  const command = { sealedHash: letter.sealedHash };
  expect(sealTwin.decide(undefined, command, { ...facts(inUse), made: twin }, context)).toEqual({
    events: [{ type: 'TwinSealed', data: twin }],
    fences: [{ key: 'seal/1', epoch: 4, mode: 'pass' }],
  });
  expect(sealTwin.decide(twin, command, facts({ ...inUse, state: 'stopped' }), context)).toEqual({ events: [] });
});

test('letters of the course of a case have no twin', async () => {
  const letter = await sealed({ content: exampleLetters.acceptanceNotice });
  expect(letter.applied).not.toHaveProperty('twinHash');
});

test('R82: the rendition that was signed is the one that is sealed, another is refused', async () => {
  const content = exampleLetters.grantDecision;
  const prepared = await prepareLetter({ content, at }, ports);
  if (isRefusal(prepared)) throw new Error(prepared.code);
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

async function twinOf({ applied }: Pick<SealedLetter, 'applied'>): Promise<TwinSealed> {
  const { twinHash } = applied;
  if (twinHash === undefined) throw new Error('the letter has no twin');
  const twin = await makeSealedTwin({ ...applied, twinHash }, { at: later, keeper: 'robot/sealing' }, ports);
  if (isRefusal(twin)) throw new Error(twin.code);
  return twin;
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
