import { expect, test } from 'vitest';
import { LetterKind } from '../document/document.ts';
import type { NewEvent, Recorded } from '../journal/journal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  SealApplied,
  applySeal,
  maySeal,
  sealStream,
  viewSeal,
  type SealMade,
  type SealUse,
  type SealView,
} from './seal.ts';

const at = '2025-03-03T02:00:00.000Z';
const hash = 'a'.repeat(64);
const organ = '11110198YH00010020';

const made: SealMade = {
  sealId: '11019800000101',
  kind: 'approvalSeal',
  organ,
  organName: '云河区市场监督管理局',
  development: true,
  certificateSerial: '5f',
  structureHash: hash,
  validFromAt: '2025-01-01T00:00:00.000Z',
  validToAt: '2030-01-01T00:00:00.000Z',
};
const filed = { filedWith: '云河区政务服务和数据管理局', filingNo: '备〔2025〕7号' };
const inUse = { keeper: 'P-赵倩', approval: '授权书 YHMK-SQ-2025-001 第2版' };
const stream = sealStream(made.sealId);

const running: SealView = viewSeal([
  recorded(1, { type: 'SealMade', data: made }),
  recorded(2, { type: 'SealFiled', data: filed }),
  recorded(3, { type: 'SealInUse', data: inUse }),
]);

const use = {
  documentKind: 'grantDecision',
  documentHash: hash,
  lastSignedHash: hash,
  caseState: 'readyToSeal',
  grantor: organ,
  keeper: { kind: 'person', id: 'P-赵倩', signers: ['P-林晓', 'P-周明远'], withinServiceHours: true },
  at,
} as const satisfies SealUse;

const applied: SealApplied = {
  sealId: made.sealId,
  sealKind: made.kind,
  signedHash: hash,
  sealedHash: 'b'.repeat(64),
  documentKind: 'grantDecision',
  docNo: '云市监准字〔2025〕第0001号',
  keeper: 'P-赵倩',
  at,
  certificateSerial: '5f',
};

test('R82: the seal goes on the document that was last signed', () => {
  expect(maySeal(running, use)).toBeUndefined();
});

test('R82: another document than the one last signed is not sealed', () => {
  expect(maySeal(running, { ...use, documentHash: 'c'.repeat(64) })?.code).toBe('seal-hash-mismatch');
});

test('R82: what nobody signed is not sealed', () => {
  const { lastSignedHash: _, ...unsigned } = use;
  expect(maySeal(running, unsigned)).toMatchObject({ code: 'seal-hash-mismatch', rule: 'R82' });
});

test('R82: one document is sealed once', () => {
  expect(maySeal(running, { ...use, caseState: 'sealed' })?.code).toBe('already-sealed');
});

test('R82: the register entry names the document it was allowed for', () => {
  const entry = applySeal(running, use, applied);
  expect(entry).toEqual({ event: { type: 'SealApplied', data: applied }, fence: stream });
  expect(SealApplied.parse(applied)).toEqual(applied);
  const other = applySeal(running, use, { ...applied, signedHash: 'c'.repeat(64) });
  expect(isRefusal(other) && other.code).toBe('seal-hash-mismatch');
});

test.each(['absent', 'notReady'] as const)('T12: the seal is not used when the case is %s', (caseState) => {
  expect(maySeal(running, { ...use, caseState })).toMatchObject({ code: 'seal-without-case', rule: 'T12' });
});

test('T12: a person does not use the seal after hours; the platform under the standing approval may', () => {
  const late = { ...use, keeper: { ...use.keeper, withinServiceHours: false } };
  expect(maySeal(running, late)).toMatchObject({ code: 'seal-after-hours', rule: 'T12' });
  expect(maySeal(running, { ...late, keeper: { kind: 'robot', id: 'sealing' } })).toBeUndefined();
});

test('T11: the keeper of the seal is not the only signer', () => {
  const signedBy = (...signers: readonly string[]) =>
    maySeal(running, { ...use, keeper: { ...use.keeper, signers } })?.code;
  expect(signedBy('P-赵倩')).toBe('keeper-is-sole-signer');
  expect(signedBy('P-赵倩', 'P-赵倩')).toBe('keeper-is-sole-signer');
  expect(signedBy('P-赵倩', 'P-周明远')).toBeUndefined();
});

test('T13: a seal whose key was compromised seals nothing more', () => {
  const stopped = viewSeal([
    recorded(1, { type: 'SealMade', data: made }),
    recorded(2, { type: 'SealFiled', data: filed }),
    recorded(3, { type: 'SealInUse', data: inUse }),
    recorded(4, { type: 'SealStopped', data: { reason: 'keyCompromised', explanation: '口令泄露' } }),
  ]);
  expect(maySeal(stopped, use)?.code).toBe('seal-not-in-use');
});

test('R85: a seal is used only within its term, both ends included', () => {
  const codes = [made.validFromAt, made.validToAt, '2024-12-31T23:59:59.999Z', '2030-01-01T00:00:00.001Z'].map(
    (instant) => maySeal(running, { ...use, at: instant })?.code,
  );
  expect(codes).toEqual([undefined, undefined, 'seal-not-in-use', 'seal-not-in-use']);
});

test.each(['marriage', 'adoption', 'inheritance'] as const)(
  'R84: an instrument on %s has no electronic seal',
  (instrument) => {
    expect(maySeal(running, { ...use, instrument })).toMatchObject({ code: 'paper-only-instrument', rule: 'R84' });
  },
);

test('R103: the seal is the grantor’s', () => {
  expect(maySeal(running, { ...use, grantor: '11110198YH000107XT' })?.code).toBe('seal-other-organ');
});

test('R28: the receipt seal serves notices of acceptance, never a decision or a mandate', () => {
  const receipt = { ...running, made: { ...made, kind: 'receiptSeal' as const } };
  const allowed = LetterKind.options.filter((documentKind) => maySeal(receipt, { ...use, documentKind }) === undefined);
  expect(allowed).toEqual(['acceptanceNotice', 'correctionNotice', 'nonAcceptanceNotice']);
});

function recorded(seq: number, event: NewEvent): Recorded {
  return {
    realm: '110198',
    stream,
    seq,
    type: event.type,
    at,
    actor: { kind: 'person', id: 'P-1' },
    requestId: `r${seq}`,
    data: event.data,
    hash,
  };
}
