import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmWith, PIN, proofBy, register, reviewedCase, show, type Shown, sign } from '../../test/confirming.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import type { SoftwareAuthenticator } from '../../test/software-authenticator.ts';
import { caseStream } from '../application/actions.ts';
import { codeAt, stepOf } from '../confirmation/one-time-code.ts';
import { readStream } from '../journal/actions.ts';

let district: HttpDistrict;
let clerk: Visitor;
let officer: Visitor;
let device: SoftwareAuthenticator;
let uncounted: SoftwareAuthenticator;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
  clerk = await district.signIn('clerk-1');
  officer = await district.signIn('ps-officer-1');
}, 60_000);
afterAll(() => district.close());

interface CaseAnswer {
  readonly caseNo: string;
  readonly signed?: object;
  readonly refused?: { readonly code: string; readonly message: object; readonly remedy: object };
}

function told({ body }: { readonly body: { readonly cases: readonly CaseAnswer[] } }): readonly string[] {
  return body.cases.map(({ refused }) => refused?.code ?? 'signed');
}

async function eventsOf(caseNo: string) {
  return readStream(district.platform.journal, district.platform.realm, caseStream(caseNo));
}

async function decisionOn(caseNo: string) {
  const made = (await eventsOf(caseNo)).find(({ type }) => type === 'DecisionMade');
  const data: unknown = made?.data;
  return { requestId: made?.requestId, signature: JSON.parse(JSON.stringify(data ?? {})).signature };
}

async function threeCases(): Promise<readonly [Shown, Shown, Shown]> {
  const shown: Shown[] = [];
  for (let index = 0; index < 3; index += 1) shown.push(await show(officer, await reviewedCase(clerk, officer)));
  const [first, second, third] = shown;
  if (first === undefined || second === undefined || third === undefined) throw new Error('no cases');
  return [first, second, third];
}

test('in a demonstration the PIN alone signs a batch, until its owner has something better', async () => {
  const [first] = await threeCases();
  const signed = await officer.post('/decisions', { decisions: [first], pin: PIN });
  expect(told(signed)).toEqual(['signed']);
  expect((await decisionOn(first.caseNo)).signature.confirmation).toEqual({ way: 'pin' });

  const made = await register(officer);
  expect(made.answer.status).toBe(200);
  ({ device } = made);
  const shown = await show(officer, await reviewedCase(clerk, officer));
  expect((await sign(officer, shown, { pin: PIN })).body.code).toBe('confirmation-missing');
});

test('R71, R72: one ceremony, each ticked case checked again and signed by its own act, an answer per case; unticked never', async () => {
  const [first, second, third] = await threeCases();
  const unticked = await show(officer, await reviewedCase(clerk, officer));
  const drafts = await officer.post('/decisions/draft', {
    caseNos: [first.caseNo, second.caseNo, third.caseNo],
    reason: '符合条件',
    recusal: 'none',
  });
  expect(drafts.body.cases).toMatchObject([first, second, third]);
  expect(drafts.body.cases[0]).toMatchObject({
    applicantName: '常源浩',
    draft: { plan: 'decide', signatureNo: 1, need: 1 },
  });
  const pdf = await officer.get(drafts.body.cases[1].draft.pdfUrl.slice('/api'.length));
  expect([pdf.status, pdf.body.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);

  const passkey = await confirmWith(officer, device, [first, second, third]);
  const deputy = await district.signIn('ps-officer-2');
  const points = [{ point: 0, result: 'notMet', evidence: '照片与本人不符' }];
  await deputy.post(`/cases/${second.caseNo}/review`, { act: 'recordFindings', points });

  const headers = { 'request-id': randomUUID() };
  const batch = { decisions: [first, second, third, unticked], passkey };
  const answer = await officer.post('/decisions', batch, headers);
  expect(answer.status).toBe(200);
  expect(told(answer)).toEqual(['signed', 'evidence-changed', 'signed', 'confirmation-other-decision']);
  expect(answer.body.cases[1].refused).toMatchObject({ rule: 'R71', message: { zh: expect.anything() } });

  const made = await Promise.all([first, third].map(({ caseNo }) => decisionOn(caseNo)));
  expect(new Set(made.map(({ requestId }) => requestId)).size).toBe(2);
  const [one, other] = made.map(({ signature }) => signature.confirmation);
  expect(one).toEqual(other);
  expect(one.asked.decisions).toHaveLength(3);
  for (const { caseNo } of [second, unticked]) {
    expect((await eventsOf(caseNo)).map(({ type }) => type)).not.toContain('DecisionMade');
  }
  // The same request again: the same answers, and nothing is signed twice.
  expect(told(await officer.post('/decisions', batch, headers))).toEqual(told(answer));
  expect((await eventsOf(first.caseNo)).filter(({ type }) => type === 'DecisionMade')).toHaveLength(1);
  // Another request with the same confirmation: nothing at all.
  expect(told(await officer.post('/decisions', { decisions: [unticked], passkey }))).toEqual(['challenge-used']);
});

test('个保法45: who is shown the draft of a case, alone or in a batch, has read it', async () => {
  const readingsOf = async (subject: string) => {
    const text = 'select reader, what from reading.made where subject = $1';
    return (await district.database.database.query(text, [caseStream(subject)])).rows;
  };
  const [alone, batched] = [await reviewedCase(clerk, officer), await reviewedCase(clerk, officer)];
  const read = { reader: 'ps-officer-1', what: 'document' };
  expect([await readingsOf(alone), await readingsOf(batched)]).toEqual([[], []]);
  await show(officer, alone);
  expect(await readingsOf(alone)).toEqual([read]);
  const said = { reason: '符合条件', recusal: 'none' };
  expect((await officer.post('/decisions/draft', { caseNos: [batched], ...said })).status).toBe(200);
  expect(await readingsOf(batched)).toEqual([read]);
});

test('R72: an empty batch, one of 201 cases and one with a case in it twice are refused whole', async () => {
  const shown = await show(officer, await reviewedCase(clerk, officer));
  const many = Array.from({ length: 201 }, (_, index) => ({ ...shown, caseNo: `${shown.caseNo}${index}` }));
  const whole = [
    ['batch-empty', []],
    ['batch-too-large', many],
    ['batch-case-twice', [shown, shown]],
  ] as const;
  const passkey = await confirmWith(officer, device, [shown]);
  for (const [code, decisions] of whole) {
    expect((await officer.post('/decisions/challenge', { decisions })).body.code).toBe(code);
    expect((await officer.post('/decisions', { decisions, passkey })).body.code).toBe(code);
    const caseNos = decisions.map(({ caseNo }) => caseNo);
    const draft = await officer.post('/decisions/draft', { caseNos, reason: '符合条件', recusal: 'none' });
    expect(draft.body.code).toBe(code);
  }
  // None of it used the confirmation up.
  expect(told(await officer.post('/decisions', { decisions: [shown], passkey }))).toEqual(['signed']);
});

test('R72: of two requests that bring one confirmation at once, one signs', async () => {
  const [first, second] = await threeCases();
  const passkey = await confirmWith(officer, device, [first, second]);
  const answers = await Promise.all([first, second].map((shown) => sign(officer, shown, { passkey })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('challenge-used');
});

test('R72: a passkey that does not count, and says zero every time, may sign again and again', async () => {
  const owner = await district.signIn('ps-officer-2');
  const made = await register(owner, { lie: { counter: 0 } });
  expect(made.answer.status).toBe(200);
  uncounted = made.device;
  for (const reason of ['符合条件', '符合全部条件']) {
    const shown = await show(owner, await reviewedCase(clerk, owner), reason);
    const passkey = await confirmWith(owner, made.device, [shown], { lie: { counter: 0 } });
    expect((await sign(owner, shown, { passkey })).status).toBe(200);
  }
});

test('R72: a case of another organ in a batch is answered as one that does not exist', async () => {
  const shown = await show(officer, await reviewedCase(clerk, officer));
  const stranger = await district.signIn('mk-officer-1');
  const answer = await stranger.post('/decisions', { decisions: [shown], pin: PIN });
  expect(told(answer)).toEqual(['unknown-case']);
});

test('R72: PIN and one-time code confirm; a code counts once, and five wrong ones lock it', async () => {
  const owner = await district.signIn('ps-officer-2');
  const proof = await proofBy(owner, uncounted, 'addCodes');
  const begun = await owner.post('/confirmation/codes', { pin: PIN, proof });
  expect((await owner.post('/confirmation/codes', { pin: '000000' })).body.code).toBe('pin-wrong');
  const secret = decoded(new URL(begun.body.address).searchParams.get('secret') ?? '');
  const codeOf = (at: string) => codeAt(secret, stepOf(at));
  const shown = await show(owner, await reviewedCase(clerk, owner));
  expect((await sign(owner, shown, { pin: PIN, code: codeOf('2025-03-03T01:00:00.000Z') })).body.code).toBe(
    'codes-not-enabled',
  );
  const first = { code: codeOf('2025-03-03T01:00:00.000Z') };
  expect((await owner.post('/confirmation/codes/start', first)).status).toBe(200);
  expect((await owner.post('/confirmation/codes', { pin: PIN })).body.code).toBe('codes-enabled-already');
  expect((await sign(owner, shown, { pin: PIN })).body.code).toBe('confirmation-missing');
  expect((await sign(owner, shown, { pin: PIN, ...first })).body.code).toBe('code-used');

  district.setNow('2025-03-03T01:00:30.000Z');
  const next = codeOf('2025-03-03T01:00:30.000Z');
  const signed = await sign(owner, shown, { pin: PIN, code: next });
  expect(signed.status, JSON.stringify(signed.body)).toBe(200);
  const { confirmation } = (await decisionOn(shown.caseNo)).signature;
  expect(confirmation).toEqual({ way: 'code', step: stepOf('2025-03-03T01:00:30.000Z') });

  const another = await show(owner, await reviewedCase(clerk, owner));
  expect((await sign(owner, another, { pin: PIN, code: next })).body.code).toBe('code-used');
  // Nor under the name of a request that used it: the name is the client's word.
  district.setNow('2025-03-03T01:01:00.000Z');
  const headers = { 'request-id': randomUUID() };
  const third = await show(owner, await reviewedCase(clerk, owner));
  const given = { pin: PIN, code: codeOf('2025-03-03T01:01:00.000Z') };
  const batch = { decisions: [third], ...given };
  expect(told(await owner.post('/decisions', batch, headers))).toEqual(['signed']);
  expect(told(await owner.post('/decisions', { ...batch, decisions: [another] }, headers))).toEqual(['code-used']);
  expect(told(await owner.post('/decisions', batch, headers))).toEqual(['signed']);
  district.setNow('2025-03-03T01:02:00.000Z');
  const right = codeOf('2025-03-03T01:02:00.000Z');
  const wrong = right === '000000' ? '000001' : '000000';
  for (let guess = 0; guess < 5; guess += 1) {
    expect((await sign(owner, another, { pin: PIN, code: wrong })).body.code).toBe('code-refused');
  }
  // The right one is not heard while it is locked, and is after a quarter of an hour.
  expect((await sign(owner, another, { pin: PIN, code: right })).body.code).toBe('code-refused');
  district.setNow('2025-03-03T01:17:30.000Z');
  const later = codeOf('2025-03-03T01:17:30.000Z');
  expect((await sign(owner, another, { pin: PIN, code: later })).status).toBe(200);

  // A code confirms that its owner removes it, once.
  const again = await district.signIn('ps-officer-2');
  const removal = { reason: 'replaced' };
  expect((await again.post('/confirmation/codes/removal', removal)).body.code).toBe('way-unproved');
  const used = { ...removal, proof: { code: later } };
  expect((await again.post('/confirmation/codes/removal', used)).body.code).toBe('code-used');

  const { rows } = await district.database.database.query(
    'select secret from confirmation.code where secret is not null',
  );
  expect(rows).toHaveLength(1);
  expect(Buffer.from(rows[0].secret).includes(secret)).toBe(false);
});

function decoded(base32: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
