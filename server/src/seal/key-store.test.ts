import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { chainsTo, readCertificate } from './certificate.ts';
import { developmentAuthority } from './development-ca.ts';
import { type FileKeyStore, fileKeyStore } from './key-store.ts';
import { signAsStaff } from './personal-keys.ts';
import { importSm2PublicKey, sm2Verify } from './sm2.ts';

const fromAt = '2025-01-01T00:00:00.000Z';
const document = Buffer.from('决定书的摘要');
const lin = { personId: 'P-林晓/../1', name: '林晓', organ: '云河区市场监督管理局', pin: '408217', fromAt };
let directory = '';
let keys: FileKeyStore;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'keys-'));
  keys = fileKeyStore({ directory, passphrase: 'development' });
});

afterEach(() => rm(directory, { recursive: true }));

test('R72: a person signs with the own key under the own PIN, and the certificate names the person', async () => {
  const authority = await developmentAuthority(keys, fromAt);
  await authority.createStaffKey(lin);
  const signed = await signAsStaff(keys, lin.personId, lin.pin, document);
  if (isRefusal(signed)) throw new Error(signed.code);
  const certificate = readCertificate(signed.certificate);
  expect(certificate.subjectText).toContain('CN=林晓');
  expect(chainsTo(certificate, authority.trusted, fromAt)).toBe(true);
  expect(sm2Verify(importSm2PublicKey(certificate.spki), document, signed.signature)).toBe(true);
});

test('R72: a wrong PIN is refused, counted, and the sixth locks the key even for the right one', async () => {
  const authority = await developmentAuthority(keys, fromAt);
  await authority.createStaffKey(lin);
  const tries = [];
  for (let index = 0; index < 6; index += 1) tries.push(await signAsStaff(keys, lin.personId, '000000', document));
  expect(tries.map((outcome) => isRefusal(outcome) && [outcome.code, outcome.detail.attemptsLeft])).toEqual(
    [5, 4, 3, 2, 1, 0].map((left) => ['pin-wrong', left]),
  );
  const reopened = fileKeyStore({ directory, passphrase: 'development' });
  const locked = await signAsStaff(reopened, lin.personId, lin.pin, document);
  expect(isRefusal(locked) && locked.code).toBe('signing-key-locked');
}, 20_000);

test('R72: the right PIN sets the count back', async () => {
  const authority = await developmentAuthority(keys, fromAt);
  await authority.createStaffKey(lin);
  await signAsStaff(keys, lin.personId, '000000', document);
  expect(isRefusal(await signAsStaff(keys, lin.personId, lin.pin, document))).toBe(false);
  const wrong = await signAsStaff(keys, lin.personId, '000000', document);
  expect(isRefusal(wrong) && wrong.detail.attemptsLeft).toBe(5);
});

test('R72: the same change of a PIN again changes nothing and counts nothing; with another new PIN it is counted', async () => {
  const authority = await developmentAuthority(keys, fromAt);
  await authority.createStaffKey(lin);
  const change = (newPin: string, requestId: string) =>
    keys.changePersonalPin(lin.personId, lin.pin, newPin, requestId);
  expect(await change('918273', 'r-1')).toBeUndefined();
  expect(await change('918273', 'r-1')).toBeUndefined();
  expect(await change('918274', 'r-1')).toMatchObject({ code: 'pin-wrong', detail: { attemptsLeft: 5 } });
  expect(await change('918273', 'r-1')).toBeUndefined();
  expect(await change('918273', 'r-2')).toMatchObject({ code: 'pin-wrong', detail: { attemptsLeft: 4 } });
  expect(isRefusal(await signAsStaff(keys, lin.personId, '918273', document))).toBe(false);
}, 20_000);

test('T13: a key reported compromised signs no more, also after a restart', async () => {
  const authority = await developmentAuthority(keys, fromAt);
  await authority.createStaffKey(lin);
  await keys.stopPersonal(lin.personId, '2025-03-03T02:00:00.000Z');
  const reopened = fileKeyStore({ directory, passphrase: 'development' });
  const outcome = await signAsStaff(reopened, lin.personId, lin.pin, document);
  expect(isRefusal(outcome) && [outcome.code, outcome.detail.stoppedAt]).toEqual([
    'signing-key-stopped',
    '2025-03-03T02:00:00.000Z',
  ]);
});

test('who has no certificate cannot sign', async () => {
  const outcome = await signAsStaff(keys, 'P-404', '123456', document);
  expect(isRefusal(outcome) && outcome.code).toBe('signing-key-absent');
});

test('keys survive a restart, and no file holds one in clear', async () => {
  const first = await developmentAuthority(keys, fromAt);
  const again = await developmentAuthority(
    fileKeyStore({ directory, passphrase: 'development' }),
    '2026-01-01T00:00:00.000Z',
  );
  expect(Buffer.from(again.root).equals(first.root)).toBe(true);
  for (const name of await readdir(directory)) {
    const bytes = await readFile(join(directory, name));
    // The object identifier of the SM2 curve, as every private key in clear would hold it.
    expect(bytes.includes(Buffer.from('2a811ccf5501822d', 'hex')) || bytes.includes('KoEcz1UBgi0')).toBe(false);
  }
});

test('a wrong passphrase or an altered key file is a fault, not another key', async () => {
  await developmentAuthority(keys, fromAt);
  const stranger = fileKeyStore({ directory, passphrase: 'guess' });
  await expect(stranger.open('development-root-sm2')).rejects.toThrow('cannot be opened');
  const path = join(directory, 'development-root-sm2.json');
  const file = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...file, iv: Buffer.alloc(12).toString('base64') }));
  await expect(fileKeyStore({ directory, passphrase: 'development' }).open('development-root-sm2')).rejects.toThrow();
});

test('R72: only the right PIN entrusts the key, only the entrusted copy opens without it, and it goes when it is taken back', async () => {
  const authority = await developmentAuthority(keys, fromAt);
  await authority.createStaffKey(lin);
  const { personId } = lin;
  expect(await keys.openEntrusted(personId)).toMatchObject({ code: 'signing-key-not-entrusted' });
  expect(await keys.entrustPersonal(personId, '000000')).toMatchObject({ code: 'pin-wrong' });
  expect(await keys.openEntrusted(personId)).toMatchObject({ code: 'signing-key-not-entrusted' });
  expect(await keys.entrustPersonal(personId, lin.pin)).toBeUndefined();
  const key = await keys.openEntrusted(personId);
  if (isRefusal(key)) throw new Error(key.code);
  const { spki } = readCertificate(key.certificate);
  expect(sm2Verify(importSm2PublicKey(spki), document, await key.sign(document))).toBe(true);
  await keys.takeBackPersonal(personId);
  expect(await keys.openEntrusted(personId)).toMatchObject({ code: 'signing-key-not-entrusted' });
  expect(isRefusal(await keys.openPersonal(personId, lin.pin))).toBe(false);
});

test('R72, T13: an entrusted copy opens no longer after a new key was made, and not after the key was stopped', async () => {
  const authority = await developmentAuthority(keys, fromAt);
  await authority.createStaffKey(lin);
  await keys.entrustPersonal(lin.personId, lin.pin);
  await authority.createStaffKey(lin);
  expect(await keys.openEntrusted(lin.personId)).toMatchObject({ code: 'signing-key-not-entrusted' });
  await keys.entrustPersonal(lin.personId, lin.pin);
  await keys.stopPersonal(lin.personId, fromAt);
  expect(await keys.openEntrusted(lin.personId)).toMatchObject({ code: 'signing-key-stopped' });
  expect(await keys.openEntrusted('P-404')).toMatchObject({ code: 'signing-key-absent' });
});

test('a secret for one purpose is none for another, and is the same after opening the store again', async () => {
  const codes = await keys.secretFor('one-time codes');
  expect(codes).toHaveLength(32);
  expect(await keys.secretFor('something else')).not.toEqual(codes);
  const reopened = fileKeyStore({ directory, passphrase: 'development' });
  expect(await reopened.secretFor('one-time codes')).toEqual(codes);
});
