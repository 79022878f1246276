import { expect, test } from 'vitest';
import type { SealApplied } from './seal.ts';
import { useFaults } from './seal-register.ts';

const hours = { from: '09:00', to: '17:00' };
const hash = 'a'.repeat(64);
const applied: SealApplied = {
  sealId: '11019801020001',
  sealKind: 'approvalSeal',
  signedHash: hash,
  sealedHash: 'b'.repeat(64),
  documentKind: 'grantDecision',
  docNo: '云市监准字〔2025〕第0001号',
  keeper: 'mk-keeper',
  at: '2025-03-03T02:00:00.000Z',
  certificateSerial: '5f',
};

const known = { lastSignedHash: hash, hours, verified: 'valid' } as const;

test('T12: a use within hours over the document that was signed has no fault', () => {
  expect(useFaults(applied, known)).toEqual([]);
});

test('T12: a use by a person outside service hours is found, both ends exact; the platform seals at any hour', () => {
  const faultsAt = (at: string, keeper = 'mk-keeper') => useFaults({ ...applied, at, keeper }, known);
  expect(faultsAt('2025-03-03T00:59:59.999Z')).toEqual(['afterHours']);
  expect(faultsAt('2025-03-03T01:00:00.000Z')).toEqual([]);
  expect(faultsAt('2025-03-03T08:59:59.999Z')).toEqual([]);
  expect(faultsAt('2025-03-03T09:00:00.000Z')).toEqual(['afterHours']);
  expect(faultsAt('2025-03-03T15:00:00.000Z', 'robot/sealing')).toEqual([]);
  expect(useFaults(applied, { ...known, hours: null })).toEqual(['afterHours']);
});

test('T12, R82: a decision sealed over another document than the one signed last, or over none, is found', () => {
  expect(useFaults(applied, { ...known, lastSignedHash: 'c'.repeat(64) })).toEqual(['hashMismatch']);
  expect(useFaults(applied, { ...known, lastSignedHash: undefined })).toEqual(['unsigned']);
  expect(useFaults({ ...applied, documentKind: 'acceptanceNotice' }, { ...known, lastSignedHash: undefined })).toEqual(
    [],
  );
});

test.each(['invalid', 'undecided'] as const)('T12: a use whose sealed file is %s is found', (verified) => {
  expect(useFaults(applied, { ...known, verified })).toEqual(['notValid']);
});
