import { expect, test } from 'vitest';
import type { Actor, FenceSet, NewEvent, Recorded } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import {
  fileSeal,
  handBackSeal,
  offerSeal,
  putSealInUse,
  recordSealMade,
  requestSeal,
  type SealFacts,
  type SealStep,
  stopSeal,
  takeSeal,
} from './life-cycle.ts';
import { type SealMade, sealStream, viewSeal } from './seal.ts';

const at = '2025-03-03T02:00:00.000Z';
const organ = '11110198YH00010020';
const sealId = '11019801020001';
const stream = sealStream(sealId);
const requested = { sealId, kind: 'approvalSeal', organ, organName: '云河区市场监督管理局', purpose: '审批' } as const;
const made: SealMade = {
  sealId,
  kind: 'approvalSeal',
  organ,
  organName: requested.organName,
  development: true,
  certificateSerial: '5f',
  structureHash: 'a'.repeat(64),
  validFromAt: '2025-01-01T00:00:00.000Z',
  validToAt: '2030-01-01T00:00:00.000Z',
};
const filed = { filedWith: '云河区公安分局', filingNo: '备〔2025〕7号' };
const inUse = { keeper: 'keeper-1', approval: '授权书 YHMK-SQ-2025-001 第2版' };
const stopped = { reason: 'replaced', explanation: '换发新印章' } as const;
const handedBack = { receiver: '云河区公安分局', disposal: 'destroyed', receiptNo: '收-3' } as const;

const facts: SealFacts = {
  isKeeper: (personId, of) => personId.startsWith('keeper') && of === organ,
  isHead: (personId, of) => personId === 'head' && of === organ,
  isSupervisor: (personId) => personId === 'supervisor',
};

test('R85: a seal is asked for, made, filed, used, stopped and handed back, and its fence is open only while in use', () => {
  const seal = life();
  const open: (boolean | undefined)[] = [];
  const watch = (sets: readonly FenceSet[] | undefined) => open.push(sets?.find(({ key }) => key === stream)?.open);
  watch(seal.act(requestSeal, requested));
  watch(seal.act(recordSealMade, made));
  watch(seal.act(fileSeal, filed));
  watch(seal.act(putSealInUse, inUse));
  expect(seal.view()).toMatchObject({ state: 'inUse', keeper: 'keeper-1' });
  watch(seal.act(stopSeal, stopped));
  expect(seal.view()).toMatchObject({ state: 'stopped', stopped: { reason: 'replaced', at } });
  watch(seal.act(handBackSeal, handedBack));
  expect(seal.view()).toMatchObject({ state: 'handedBack', handedBack: { receiver: '云河区公安分局', at } });
  expect(open).toEqual([false, false, false, true, false, false]);
});

test('R85: no step of a seal’s life is skipped or taken twice', () => {
  const codes = (seal: ReturnType<typeof life>) => [
    seal.refused(requestSeal, requested),
    seal.refused(recordSealMade, made),
    seal.refused(fileSeal, filed),
    seal.refused(putSealInUse, inUse),
    seal.refused(stopSeal, stopped),
    seal.refused(handBackSeal, handedBack),
  ];
  const seal = life();
  const no = 'seal-state';
  expect(codes(seal)).toEqual([undefined, no, no, no, no, no]);
  seal.act(requestSeal, requested);
  expect(codes(seal)).toEqual([no, undefined, no, no, undefined, no]);
  seal.act(recordSealMade, made);
  expect(codes(seal)).toEqual([no, no, undefined, no, undefined, no]);
  seal.act(fileSeal, filed);
  expect(codes(seal)).toEqual([no, no, no, undefined, undefined, no]);
  seal.act(putSealInUse, inUse);
  expect(codes(seal)).toEqual([no, no, no, no, undefined, no]);
  seal.act(stopSeal, stopped);
  expect(codes(seal)).toEqual([no, no, no, no, no, undefined]);
  seal.act(handBackSeal, handedBack);
  expect(codes(seal)).toEqual([no, no, no, no, no, no]);
});

test('R85: the seal that is made is the one that was asked for', () => {
  const seal = life();
  seal.act(requestSeal, requested);
  expect(seal.refused(recordSealMade, { ...made, kind: 'organSeal' })).toBe('seal-not-as-requested');
  expect(seal.refused(recordSealMade, { ...made, organ: 'another' })).toBe('seal-not-as-requested');
});

test('R103: only the head of the organ asks for its seals and puts them in use', () => {
  const seal = life();
  expect(seal.refused(requestSeal, requested, 'keeper-1')).toBe('seal-of-another-organ');
  seal.act(requestSeal, requested);
  seal.act(recordSealMade, made);
  seal.act(fileSeal, filed);
  expect(seal.refused(putSealInUse, inUse, 'head-of-another')).toBe('seal-of-another-organ');
});

test('R80: a seal is entrusted to a keeper of the organ, to nobody else', () => {
  const seal = life();
  seal.act(requestSeal, requested);
  seal.act(recordSealMade, made);
  seal.act(fileSeal, filed);
  expect(seal.refused(putSealInUse, { ...inUse, keeper: 'contract-clerk' })).toBe('keeper-unfit');
  seal.act(putSealInUse, inUse);
  expect(seal.refused(offerSeal, { to: 'contract-clerk', reason: '休假' }, 'keeper-1')).toBe('keeper-unfit');
});

test('custody passes when the other keeper takes the seal, not before, and to nobody whom it was not offered to', () => {
  const seal = inUseSeal();
  seal.act(offerSeal, { to: 'keeper-2', reason: '休假' }, 'keeper-1');
  expect(seal.view()).toMatchObject({ keeper: 'keeper-1', offered: { to: 'keeper-2' } });
  expect(seal.refused(takeSeal, {}, 'keeper-3')).toBe('not-the-keeper');
  seal.act(takeSeal, {}, 'keeper-2');
  expect(seal.view()).toMatchObject({ state: 'inUse', keeper: 'keeper-2' });
  expect(seal.view().offered).toBeUndefined();
  expect(seal.refused(takeSeal, {}, 'keeper-2')).toBe('not-the-keeper');
  expect(seal.refused(offerSeal, { to: 'keeper-3', reason: '越权' }, 'keeper-1')).toBe('not-the-keeper');
});

test('a keeper who cannot hand over is relieved by the head; nobody hands a seal to himself', () => {
  const seal = inUseSeal();
  expect(seal.refused(offerSeal, { to: 'keeper-1', reason: '…' }, 'keeper-1')).toBe('keeper-unfit');
  seal.act(offerSeal, { to: 'keeper-2', reason: '保管人离职' }, 'head');
  seal.act(takeSeal, {}, 'keeper-2');
  expect(seal.view().keeper).toBe('keeper-2');
});

test('T12, T13: keeper, head and supervisor stop a seal; others do not', () => {
  const may = ['keeper-1', 'head', 'supervisor', 'keeper-2', 'officer'].map((id) =>
    inUseSeal().refused(stopSeal, { reason: 'keyCompromised', explanation: '口令泄露' }, id),
  );
  expect(may).toEqual([undefined, undefined, undefined, 'not-the-keeper', 'not-the-keeper']);
});

function inUseSeal() {
  const seal = life();
  seal.act(requestSeal, requested);
  seal.act(recordSealMade, made);
  seal.act(fileSeal, filed);
  seal.act(putSealInUse, inUse);
  return seal;
}

/** One seal's stream, on which steps are decided and kept. */
function life() {
  const events: Recorded[] = [];
  const decide = <Command>(step: SealStep<Command>, command: Command, id: string) => {
    const actor: Actor = { kind: 'person', id };
    return step.decide(step.view(events), command, facts, { actor, at, stream });
  };
  return {
    view: () => viewSeal(events),
    act<Command>(step: SealStep<Command>, command: Command, id = 'head'): readonly FenceSet[] | undefined {
      const decided = decide(step, command, id);
      if (isRefusal(decided)) throw new Error(decided.code);
      for (const event of decided.events) events.push(recorded(events.length + 1, event, id));
      return decided.sets;
    },
    refused<Command>(step: SealStep<Command>, command: Command, id = 'head'): Refusal['code'] | undefined {
      const decided = decide(step, command, id);
      return isRefusal(decided) ? decided.code : undefined;
    },
  };
}

function recorded(seq: number, { type, data }: NewEvent, id: string): Recorded {
  const by: Actor = { kind: 'person', id };
  return { realm: '110198', stream, seq, type, at, actor: by, requestId: `r${seq}`, data, hash: 'a'.repeat(64) };
}
