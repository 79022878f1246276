import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { afterOne } from '../journal/one-event-act.ts';
import type { Recorded } from '../journal/journal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { checkPaper, type Paper, type PaperStatus } from './paper.ts';
import { defaultConsentPolicy as policy } from './policy.ts';
import { checkReading, checkUse, giveConsent, type Reading } from './steps.ts';
import { viewConsent } from './view.ts';

const { items } = Catalogue.parse(
  JSON.parse(readFileSync(new URL('../../../db/demo/catalogue.json', import.meta.url), 'utf8')),
);
const item = items.find(({ id }) => id === 'PS-01') ?? items[0];
const givenAt = '2026-03-03T01:00:00.000Z';
const holder = { kind: 'applicant', id: 'applicant-1' } as const;
const clerk = { kind: 'person', id: 'clerk-1' } as const;
const claims = [{ kind: 'material' as const, code: 'm.id' }];
const stream = 'consent/c-1';

function given(way: 'code' | 'online', caseNo?: string): readonly Recorded[] {
  if (item === undefined) throw new Error('the demo has items');
  const version = { itemId: item.id, version: 1, hash: '', item, effectiveFrom: givenAt };
  const command = { way, itemId: item.id, claims, ...(caseNo === undefined ? {} : { caseNo }) };
  const context = { actor: holder, at: givenAt, stream };
  const decided = giveConsent.decide(viewConsent([]), command, { version, subjectKey: 'key', policy }, context);
  if (isRefusal(decided)) throw new Error(decided.code);
  const [event] = decided.events;
  return afterOne([], {
    stream,
    type: event?.type ?? '',
    at: givenAt,
    actor: holder,
    requestId: 'r1',
    data: event?.data,
  });
}

function then(events: readonly Recorded[], type: string, data: object, actor: Recorded['actor']): readonly Recorded[] {
  return afterOne(events, { stream, type, at: givenAt, actor, requestId: type, data });
}

const reading: Reading = { itemId: 'PS-01', organ: 'PS', place: 'YH-CENTRE', isCentre: true };

test('R20: a code opens at the window of its organ or of the centre, for its item and case, for whose it is', () => {
  const open = viewConsent(given('code'));
  const told = (more: Partial<Reading>, view = open) => checkReading(view, { ...reading, ...more }, givenAt)?.code;
  expect(told({})).toBeUndefined();
  expect(told({ isCentre: false, place: 'PS' })).toBeUndefined();
  expect(told({ isCentre: false, place: 'MK' })).toBe('consent-other-organ');
  expect(told({ organ: 'MK' })).toBe('consent-other-organ');
  expect(told({ itemId: 'PS-02' })).toBe('consent-other-item');
  expect(told({ applicantKey: 'key' })).toBeUndefined();
  expect(told({ applicantKey: 'another' })).toBe('consent-other-holder');
  const ofCase = viewConsent(given('code', 'A1'));
  expect([told({}, ofCase), told({ caseNo: 'A2' }, ofCase), told({ caseNo: 'A1' }, ofCase)]).toEqual([
    'consent-other-case',
    'consent-other-case',
    undefined,
  ]);
  expect(told({}, viewConsent(given('online')))).toBe('consent-not-yours');
  expect(told({}, viewConsent([]))).toBe('consent-unknown');
});

test('a code is good until its last instant and not in it', () => {
  const view = viewConsent(given('code'));
  const until = (ms: number) => new Date(Date.parse(givenAt) + policy.codeMinutes * 60_000 + ms).toISOString();
  expect(checkReading(view, reading, until(-1))).toBeUndefined();
  expect(checkReading(view, reading, until(0))).toMatchObject({ code: 'consent-expired' });
});

test('the case of the clerk who read the code takes the consent up, within hours; an online one that of its giver', () => {
  const redeemed = then(given('code'), 'ConsentRedeemed', { place: 'YH-CENTRE', claims }, clerk);
  const use = { caseNo: 'A1', itemId: 'PS-01', subjectKeys: ['key'] };
  const at = (hours: number) => new Date(Date.parse(givenAt) + hours * 3_600_000).toISOString();
  const told = (events: readonly Recorded[], actorId: string, when = givenAt, more = {}) =>
    checkUse(viewConsent(events), { ...use, ...more }, { actorId, at: when }, { policy })?.code;
  expect(told(redeemed, 'clerk-1', at(3))).toBeUndefined();
  expect(told(redeemed, 'clerk-1', at(4))).toBe('consent-expired');
  expect(told(redeemed, 'clerk-2')).toBe('consent-not-yours');
  expect(told(redeemed, 'clerk-1', givenAt, { itemId: 'PS-02' })).toBe('consent-other-item');
  expect(told(redeemed, 'clerk-1', givenAt, { subjectKeys: ['another'] })).toBe('consent-other-holder');
  expect(told(then(redeemed, 'ConsentUsed', { caseNo: 'A1' }, clerk), 'clerk-1')).toBe('consent-used');
  expect(told(given('online'), 'applicant-1')).toBeUndefined();
  expect(told(given('online'), 'applicant-2')).toBe('consent-not-yours');
  expect(told(given('online'), 'applicant-1', at(2))).toBe('consent-expired');
  // A code that no window has read is no consent for a case.
  expect(told(given('code'), 'applicant-1')).toBe('consent-not-yours');
  const withdrawn = then(given('online'), 'ConsentWithdrawn', {}, holder);
  expect(told(withdrawn, 'applicant-1')).toBe('consent-withdrawn');
  const shown = { place: 'YH-CENTRE', claims, caseNo: 'A1' };
  expect(told(then(given('code'), 'ConsentRedeemed', shown, clerk), 'clerk-1')).toBe('consent-used');
});

test('个保法6, 51: a code that somebody else photographed opens nothing: not a second time, elsewhere, for another thing, or minutes later', () => {
  const shown = given('code');
  const read = then(shown, 'ConsentRedeemed', { place: 'YH-CENTRE', claims }, clerk);
  const late = new Date(Date.parse(givenAt) + policy.codeMinutes * 60_000).toISOString();
  const told = (events: readonly Recorded[], more: Partial<Reading> = {}, at = givenAt) =>
    checkReading(viewConsent(events), { ...reading, ...more }, at)?.code;
  expect(policy.codeMinutes).toBeLessThanOrEqual(5);
  expect(told(read)).toBe('consent-used');
  expect(told(shown, {}, late)).toBe('consent-expired');
  expect(told(shown, { place: 'MK', isCentre: false })).toBe('consent-other-organ');
  expect(told(shown, { itemId: 'PS-02' })).toBe('consent-other-item');
  expect(told(shown, { applicantKey: 'somebody else' })).toBe('consent-other-holder');
  // Whoever has the picture opens no case with it either: the clerk who read it does, and for its holder alone.
  const use = { caseNo: 'A1', itemId: 'PS-01', subjectKeys: ['key'] };
  const used = (actorId: string, more: object = {}) =>
    checkUse(viewConsent(read), { ...use, ...more }, { actorId, at: givenAt }, { policy })?.code;
  expect(used('clerk-1')).toBeUndefined();
  expect(used('clerk-2')).toBe('consent-not-yours');
  expect(used('clerk-1', { subjectKeys: ['somebody else'] })).toBe('consent-other-holder');
});

test('R46: only a valid licence of this very holder, within its term, is used', () => {
  const paper: Paper = {
    code: 'm.id',
    source: 'L-ID',
    sourceName: '居民身份证',
    organ: 'PS',
    status: 'valid',
    validUntilOn: '2026-03-03',
    holderIdNo: '11019819860125691x',
    receipt: 'r',
  };
  const told = (more: Partial<Paper>, on = '2026-03-03', idNo = '11019819860125691X') =>
    checkPaper({ ...paper, ...more }, idNo, on)?.code;
  expect(told({})).toBeUndefined();
  expect(told({}, '2026-03-04')).toBe('licence-expired');
  expect(told({ validUntilOn: null }, '2036-03-04')).toBeUndefined();
  expect(told({}, '2026-03-03', '110198199406138083')).toBe('paper-other-holder');
  const states: readonly PaperStatus[] = ['suspended', 'expired', 'withdrawn', 'annulled', 'forfeited', 'cancelled'];
  expect(states.map((status) => told({ status }))).toEqual([
    'licence-suspended',
    'licence-expired',
    'licence-ended',
    'licence-ended',
    'licence-ended',
    'licence-ended',
  ]);
});
