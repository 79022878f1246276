import { type ReadAct, readAct } from '@liangqian/verify/bundle-act.ts';
import { readBundle } from '@liangqian/verify/bundle-file.ts';
import { checkSignatures } from '@liangqian/verify/bundle-signature.ts';
import { type DocumentTrust, readTrustFile } from '@liangqian/verify/trust-file.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmAct, confirmWith, PIN, proofBy, register, reviewedCase, show, sign } from '../../test/confirming.ts';
import { type HttpDistrict, httpDistrict, type Visitor } from '../../test/http.ts';
import type { SoftwareAuthenticator } from '../../test/software-authenticator.ts';
import { registerPasskey } from '../confirmation/ways.ts';
import { loadDemoCases } from '../demo-cases.ts';
import { perform } from '../journal/actions.ts';

let district: HttpDistrict;
let first: SoftwareAuthenticator;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z', undefined, { pinAlone: false });
}, 60_000);
afterAll(() => district.close());

/** The acts as they lie in the bundle behind `path`. */
async function bundled(by: Visitor, path: string): Promise<readonly ReadAct[]> {
  while ((await district.platform.ledger.turn()) > 0);
  const answer = await by.get(path);
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  return (readBundle(answer.body)?.acts ?? []).map((act) => readAct(act, district.platform.ledger.trust.policy));
}

/** Of all signatures but those on letters of mandates, which the demonstration has from the start. */
function statesOf(acts: readonly ReadAct[], trust?: DocumentTrust): readonly string[] {
  const ofLetters = acts.flatMap(({ name, body }) =>
    /"Mandate(Signed|Accepted)"/.test(Buffer.from(body ?? '').toString()) ? [name] : [],
  );
  const lines = checkSignatures(acts, trust).filter(({ of }) => !ofLetters.some((name) => of.startsWith(name)));
  return lines.map(({ check, state }) => `${check} ${state}`);
}

test('R72: whoever holds the bundle checks certificate and passkey offline, and finds every change', async () => {
  const clerk = await district.signIn('clerk-1');
  const officer = await district.signIn('ps-officer-1');
  const { device } = await register(officer);
  first = device;
  const [one, other] = [
    await show(officer, await reviewedCase(clerk, officer)),
    await show(officer, await reviewedCase(clerk, officer)),
  ];
  const passkey = await confirmWith(officer, device, [one, other]);
  expect((await officer.post('/decisions', { decisions: [one, other], passkey })).status).toBe(200);
  const acts = await bundled(officer, `/cases/${other.caseNo}/evidence`);
  const states = (change: (text: string) => string = (text) => text) =>
    statesOf(
      acts.map((act) => {
        const text = Buffer.from(act.body ?? '').toString();
        return text.includes('"DecisionMade"') ? { ...act, body: Buffer.from(change(text)) } : act;
      }),
    );
  expect(states()).toEqual(['signature true', 'signer undecided', 'confirmed true']);
  const altered = ['signature false', 'signer undecided', 'confirmed false'];
  expect(states((text) => text.replaceAll('符合条件', '不符条件'))).toEqual(altered);
  expect(states((text) => text.replaceAll('"recusal":"none"', '"recusal":"spouse"'))).toEqual(altered);
  expect(states((text) => text.replaceAll('YH-B-PS-2025', 'YH-B-PS-2024'))).toEqual(altered);
  // Another name over the same certificate: the certificate is somebody else's.
  expect(states((text) => text.replaceAll('"id":"ps-officer-1"', '"id":"ps-officer-2"'))).toEqual([
    'signature false',
    'signer false',
    'confirmed false',
  ]);
  expect(states((text) => text.replaceAll('"rpId":"localhost"', '"rpId":"evil"'))).toEqual(altered);
  expect(states((text) => text.replaceAll('http://localhost', 'http://evil'))).toEqual(altered);
  // The instant is the server's word: the certificate covers it, the passkey was asked before.
  expect(
    states((text) =>
      text.replaceAll('"at":"2025-03-03T01:00:00.000Z","events"', '"at":"2025-03-04T01:00:00.000Z","events"'),
    ),
  ).toEqual(['signature false', 'signer undecided', 'confirmed true']);
  const [question = ''] = acts.flatMap(
    ({ body }) => /"decisions":\["([0-9a-f]{64})/.exec(Buffer.from(body ?? '').toString())?.[1] ?? [],
  );
  expect(states((text) => text.replaceAll(question, 'f'.repeat(64)))).toEqual(altered);
});

const WAYS = 'confirmation/ps-officer-1';
const isOfWays = ({ stream }: ReadAct) => stream === WAYS;

/** The same acts, with the log's places of some of them moved. */
function placed(acts: readonly ReadAct[], isMoved: (act: ReadAct) => boolean, by: number): readonly ReadAct[] {
  return acts.map((act) =>
    isMoved(act) && act.logProof !== undefined
      ? { ...act, logProof: { ...act.logProof, index: act.logProof.index + by } }
      : act,
  );
}

test('R72: the bundle proves by the log whose passkey confirmed, registered before and not removed', async () => {
  const clerk = await district.signIn('clerk-1');
  const officer = await district.signIn('ps-officer-1');
  const early = await show(officer, await reviewedCase(clerk, officer));
  const passkey = await confirmWith(officer, first, [early]);
  expect((await sign(officer, early, { passkey })).status).toBe(200);
  district.setNow('2025-03-03T01:01:00.000Z');
  for (const [pin, newPin] of [
    [PIN, '918273'],
    ['918273', PIN],
  ])
    expect((await officer.post('/confirmation/pin', { pin, newPin })).status).toBe(200);
  const { device: second } = await register(officer, { by: first });
  const removal = { credentialId: first.credentialId, reason: 'lost' };
  const proof = await proofBy(officer, second, 'removePasskey');
  expect((await officer.post('/confirmation/passkeys/removal', { ...removal, proof })).status).toBe(200);
  district.setNow('2025-03-03T01:02:00.000Z');
  const late = await show(officer, await reviewedCase(clerk, officer));
  expect((await sign(officer, late, { passkey: await confirmWith(officer, second, [late]) })).status).toBe(200);

  const confirmedIn = (acts: readonly ReadAct[]) => statesOf(acts).filter((line) => line.startsWith('confirmed'));
  const before = await bundled(officer, `/cases/${early.caseNo}/evidence`);
  const after = await bundled(officer, `/cases/${late.caseNo}/evidence`);
  expect(confirmedIn(before)).toEqual(['confirmed true']);
  expect(confirmedIn(after)).toEqual(['confirmed true']);
  // What is proved to everybody names no device, and says nothing of codes and PINs.
  const shown = after.filter(isOfWays).flatMap(({ body }) => (body === undefined ? [] : Buffer.from(body).toString()));
  expect(shown).toHaveLength(3);
  expect(shown.every((text) => /"PasskeyRegistered"|"PasskeyRemoved"/.test(text))).toBe(true);
  expect(shown.join('\n')).not.toMatch(/label|工作手机|PinChanged|Codes/);
  // Nothing is told of an officer's devices after the signature for which it is needed.
  expect(before.filter(isOfWays)).toHaveLength(1);
  expect(after.filter(isOfWays)).toHaveLength(5);

  const isDecision = ({ body }: ReadAct) => Buffer.from(body ?? '').includes('"DecisionMade"');
  // Without the registration, or with that of somebody else, it stays open whose the passkey was.
  expect(confirmedIn(before.filter((act) => !isOfWays(act)))).toEqual(['confirmed undecided']);
  expect(confirmedIn(before.map((act) => (isOfWays(act) ? { ...act, stream: `${WAYS}0` } : act)))).toEqual([
    'confirmed undecided',
  ]);
  // Registered only afterwards; registered, and removed by then; another passkey than the registered one.
  expect(confirmedIn(placed(before, isOfWays, 1_000_000))).toEqual(['confirmed false']);
  const decidedLate = placed(before, isDecision, 1_000_000);
  expect(confirmedIn([...decidedLate.filter((act) => !isOfWays(act)), ...after.filter(isOfWays)])).toEqual([
    'confirmed false',
  ]);
  expect(confirmedIn([...after.filter((act) => !isOfWays(act)), ...before.filter(isOfWays)])).toEqual([
    'confirmed false',
  ]);
});

test('R71, R72: what stops a mandate is proved like a decision: certificate, signer and passkey', async () => {
  const head = await district.signIn('hr-head');
  const { device } = await register(head);
  // An act of before, which names the device: nobody is shown that.
  const { journal, realm } = district.platform;
  const key = { credentialId: 'old', publicKey: 'old', transports: [], aaguid: '0', backedUp: false };
  await perform(journal, registerPasskey, {
    realm,
    stream: 'confirmation/hr-head',
    actor: { kind: 'person', id: 'hr-head' },
    requestId: 'labelled',
    at: '2025-03-03T01:02:00.000Z',
    command: { ...key, label: '王晓的手机' },
    facts: () => ({ isProved: true, isTaken: false }),
  });
  const path = '/mandates/YH-B-HR-2025';
  const command = { kind: 'department', reason: '核查', holders: ['hr-officer-1'] };
  const passkey = await confirmAct(head, device, `${path}/suspension`, command);
  expect((await head.post(`${path}/suspension`, { command, passkey })).status).toBe(200);
  const acts = await bundled(district.stranger, `${path}/evidence`);
  const ways = acts.filter(({ stream }) => stream === 'confirmation/hr-head');
  expect(ways.map(({ body }) => body !== undefined)).toEqual([true, false]);
  expect(acts.some(({ body }) => Buffer.from(body ?? '').includes('王晓的手机'))).toBe(false);
  const trust = readTrustFile((await district.http.inject({ url: '/api/trust' })).body);
  if ('reason' in trust) throw new Error(trust.reason);
  expect(statesOf(acts, trust)).toEqual(['signature true', 'signer true', 'confirmed true']);
  const altered = acts.map((act) => {
    const text = Buffer.from(act.body ?? '').toString();
    return { ...act, body: Buffer.from(text.replace('"reason":"核查"', '"reason":"改了"')) };
  });
  expect(statesOf(altered, trust)).toEqual(['signature false', 'signer true', 'confirmed false']);
});

test('R72: a demonstration in which the PIN alone signs nothing loads its cases all the same, and asks for more after that', async () => {
  await loadDemoCases(district.platform, district.platform.clock.now());
  expect(district.platform.confirmation.pinAlone).toBe(false);
  const officer = await district.signIn('mk-officer-1');
  const clerk = await district.signIn('clerk-1');
  const ps = await district.signIn('ps-officer-1');
  const shown = await show(ps, await reviewedCase(clerk, ps));
  expect((await officer.get('/cases')).body.cases.length).toBeGreaterThan(0);
  expect((await sign(ps, shown, { pin: PIN })).body.code).toBe('confirmation-missing');
});

test('R72: what was confirmed without a passkey claims no more than the certificate’s signature', async () => {
  const clerk = await district.signIn('clerk-1');
  const officer = await district.signIn('ps-officer-2');
  Object.assign(district.platform.confirmation, { pinAlone: true });
  const shown = await show(officer, await reviewedCase(clerk, officer));
  expect((await sign(officer, shown, { pin: '246810' })).status).toBe(200);
  expect(statesOf(await bundled(officer, `/cases/${shown.caseNo}/evidence`))).toEqual([
    'signature true',
    'signer undecided',
  ]);
});
