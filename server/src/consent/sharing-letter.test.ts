import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { afterOne } from '../journal/one-event-act.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { defaultConsentPolicy as policy } from './policy.ts';
import {
  checkLetter,
  type GiveSharingLetter,
  giveSharingLetter,
  type LetterFacts,
  type LetterUse,
  type SharingLetter,
  viewLetter,
  withdrawSharingLetter,
} from './sharing-letter.ts';

const { items } = Catalogue.parse(
  JSON.parse(readFileSync(new URL('../../../db/demo/catalogue.json', import.meta.url), 'utf8')),
);
const givenAt = '2026-03-03T01:00:00.000Z';
const stream = 'sharing/p-1';
const actor = { kind: 'applicant', id: 'applicant-1' } as const;
const context = { actor, at: givenAt, stream };
const claims = ['m.id', 'm.hkb'].map((code) => ({ kind: 'material' as const, code }));
const untilAt = '2026-04-01T16:00:00.000Z';
const document = { hash: 'a'.repeat(64), size: 1, mediaType: 'application/pdf', name: '委托书.pdf' };

function versionOf(itemId: string): LetterFacts['version'] {
  const item = items.find(({ id }) => id === itemId);
  if (item === undefined) throw new Error(`the demo has ${itemId}`);
  return { itemId, version: 1, hash: '', item, effectiveFrom: givenAt };
}

function give(more: Partial<GiveSharingLetter> = {}, facts: Partial<LetterFacts> = {}) {
  const command = { itemId: 'PS-01', claims, untilAt, ...more };
  const known = { version: versionOf('PS-01'), principalKey: 'p', agentKey: 'a', policy, document: undefined };
  return giveSharingLetter.decide(undefined, command, { ...known, ...facts }, context);
}

function codeOf(answer: ReturnType<typeof give>): string {
  return isRefusal(answer) ? answer.code : 'given';
}

function letterOf(more: Partial<GiveSharingLetter> = {}): SharingLetter {
  const decided = give(more);
  if (isRefusal(decided)) throw new Error(decided.code);
  const [event] = decided.events;
  const made = { stream, type: event?.type ?? '', at: givenAt, actor, requestId: 'r1', data: event?.data };
  const letter = viewLetter(afterOne([], made));
  if (letter === undefined) throw new Error('it was given');
  return letter;
}

const use: LetterUse = { principalKey: 'p', agentKey: 'a', itemId: 'PS-01', claims, at: givenAt };

test('R15: a letter names papers of the item’s list, one agent and a term; a paper letter comes with the signed paper', () => {
  expect(codeOf(give())).toBe('given');
  expect(codeOf(give({ claims: [] }))).toBe('consent-empty');
  expect(codeOf(give({ claims: [{ kind: 'answer', code: 'bankAccount' }] }))).toBe('consent-claim-not-needed');
  expect(codeOf(give({ claims: [{ kind: 'fact', code: 'birthCertOk' }] }))).toBe('consent-claim-not-needed');
  expect(codeOf(give({}, { agentKey: 'p' }))).toBe('letter-to-oneself');
  expect(codeOf(give({ untilAt: givenAt }))).toBe('letter-term-wrong');
  expect(codeOf(give({ untilAt: '2026-09-03T00:00:00.000Z' }))).toBe('letter-term-wrong');
  expect(codeOf(give({ proof: 'signedHere' }))).toBe('signed-paper-missing');
  expect(codeOf(give({ proof: 'signedHere' }, { document }))).toBe('given');
});

test('R16: where the law wants the person himself, no letter lets another show his papers', () => {
  const version = versionOf('CV-01');
  const own = version.item.materials.find(({ replaceableBy }) => replaceableBy.length > 0);
  const shown = [{ kind: 'material' as const, code: own?.code ?? '' }];
  expect(codeOf(give({ itemId: 'CV-01', claims: shown }, { version }))).toBe('presence-required');
});

test('R15: a letter carries its agent, its matter, its case, its papers and its term, and nothing else', () => {
  const letter = letterOf();
  const told = (more: Partial<LetterUse>, of: SharingLetter | undefined = letter) =>
    checkLetter(of, { ...use, ...more })?.code;
  expect(told({})).toBeUndefined();
  expect(checkLetter(undefined, use)?.code).toBe('agent-letter-missing');
  expect(told({ principalKey: 'q' })).toBe('agent-letter-other-principal');
  expect(told({ agentKey: 'b' })).toBe('agent-letter-other-agent');
  expect(told({ agentKey: undefined })).toBe('agent-letter-other-agent');
  expect(told({ itemId: 'PS-02' })).toBe('agent-letter-other-matter');
  expect(told({ claims: [{ kind: 'material', code: 'm.birth' }] })).toBe('agent-letter-power-missing');
  // The same code of another kind is another thing.
  expect(told({ claims: [{ kind: 'answer', code: 'm.id' }] })).toBe('agent-letter-power-missing');
  expect(told({ at: '2026-04-01T15:59:59.999Z' })).toBeUndefined();
  expect(told({ at: untilAt })).toBe('agent-letter-expired');
  const ofCase = letterOf({ caseNo: 'A1' });
  expect([told({}, ofCase), told({ caseNo: 'A2' }, ofCase), told({ caseNo: 'A1' }, ofCase)]).toEqual([
    'agent-letter-other-matter',
    'agent-letter-other-matter',
    undefined,
  ]);
});

test('民法典173: the principal takes his letter back, once; nobody else does, and it carries nothing from then on', () => {
  const letter = letterOf();
  const take = (view: SharingLetter | undefined, principalKey: string) => {
    const decided = withdrawSharingLetter.decide(view, undefined, { principalKey }, context);
    return isRefusal(decided) ? decided.code : decided.sets;
  };
  expect(take(undefined, 'p')).toBe('letter-unknown');
  expect(take(letter, 'a')).toBe('letter-unknown');
  expect(take(letter, 'p')).toEqual([{ key: stream, open: false }]);
  const withdrawn = { ...letter, withdrawnAt: givenAt };
  expect(take(withdrawn, 'p')).toBe('letter-over');
  expect(checkLetter(withdrawn, use)?.code).toBe('agent-letter-withdrawn');
});
