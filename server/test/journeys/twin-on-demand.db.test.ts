import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewDecision } from '../../src/decision/decision.ts';
import { reinstatePerson, suspendPerson } from '../../src/identity/actions.ts';
import { openJournal, readStream } from '../../src/journal/actions.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { readSealUses, readTwin, verifySealedOfd } from '../../src/seal/actions.ts';
import { sealActs } from '../../src/seal/seal-acts.ts';
import { SealApplied, TwinSealed } from '../../src/seal/seal.ts';
import { sm2Operations } from '../../src/seal/sm2.ts';
import { type Acting, actingIn, applicants, caseNoOf, told } from '../district-story.ts';
import { type HttpDistrict, httpDistrict } from '../http.ts';

/** An hour at which no person may use a seal. */
const NIGHT = '2025-03-05T15:30:00.000Z';

let district: HttpDistrict;
let acting: Acting;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
  acting = actingIn(district);
}, 60_000);
afterAll(() => district.close());

test('R82: the act of sealing fixes the twin; of eight who ask at once all are given the one that is sealed, and all later ones', async () => {
  const { applied, documentHash } = await granted('chang');
  expect(applied).not.toHaveProperty('ofdHash');
  expect(await recorded(applied)).toEqual([]);
  const before = sm2Operations().signed;
  const twins = await Promise.all(Array.from({ length: 8 }, () => twinOf(applied, NIGHT)));
  expect(sm2Operations().signed - before).toBe(1);
  const [twin = Buffer.alloc(0)] = twins;
  expect(verifySealedOfd(twin, trust())).toMatchObject({
    result: 'valid',
    signedHash: documentHash,
    sealId: applied.sealId,
  });
  twins.push(await twinOf(applied, '2025-04-01T02:00:00.000Z'));
  expect(twins.every((other) => Buffer.from(other).equals(twin))).toBe(true);
  const [event, ...more] = await recorded(applied);
  expect(more).toEqual([]);
  expect(event?.actor).toEqual({ kind: 'robot', id: 'robot/sealing' });
  const entry = TwinSealed.parse(event?.data);
  expect(entry).toMatchObject({ ...applied, at: NIGHT });
  // In the register it stands with its letter, and the hour is no fault: nothing was approved at night (T12).
  const hours = () => ({ from: '09:00', to: '17:00' });
  const uses = await readSealUses({ ...district.platform, sealHours: hours, trust: trust() }, applied.sealId);
  const line = uses.find((use) => use.applied.sealedHash === applied.sealedHash);
  expect(line).toMatchObject({ twin: { sealed: entry, verified: 'valid' }, faults: [] });
});

test('R83, R80: neither an altered file nor a seal without a keeper makes a twin; of two processes that ask at once one seals it', async () => {
  const { applied } = await granted('jiang');
  const { twinHash = '' } = applied;
  const file = join(district.dataDir, 'documents', twinHash.slice(0, 2), `${twinHash}.bin`);
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file, whole.replace(applied.docNo, applied.docNo.replace('号', '名')));
  await expect(twinOf(applied, NIGHT)).rejects.toThrow('has been altered');
  writeFileSync(file, whole);

  const errand = (at: string) => ({
    actor: { kind: 'person' as const, id: 'hl-head' },
    requestId: district.requestId(),
    at,
    personId: 'hl-keeper',
  });
  const suspended = { ...errand('2025-03-05T03:00:00.000Z'), command: { reason: '停职检查' } };
  expect(isRefusal(await suspendPerson(district.platform.identity, suspended))).toBe(false);
  await expect(twinOf(applied, NIGHT)).rejects.toThrow('twin-seal-not-in-use noKeeper');
  expect(await recorded(applied)).toEqual([]);
  const back = { ...errand('2025-03-05T04:00:00.000Z'), command: { reason: '复职' } };
  expect(isRefusal(await reinstatePerson(district.platform.identity, back))).toBe(false);

  const other = { ...district.platform, journal: openJournal(district.database.database) };
  const twins = await Promise.all([
    ...Array.from({ length: 4 }, () => twinOf(applied, NIGHT)),
    ...Array.from({ length: 4 }, () => twinOf(applied, NIGHT, other)),
  ]);
  const [twin = Buffer.alloc(0)] = twins;
  expect(twins.every((one) => Buffer.from(one).equals(twin))).toBe(true);
  expect(await recorded(applied)).toHaveLength(1);
});

test('R85: a stopped seal seals no twin; the answer says that the PDF stands, and a twin sealed before is served', async () => {
  const [{ applied }, early] = [await granted('tang'), await granted('chang', '2025-03-06')];
  const officer = await district.signIn('hl-officer-1');
  const ofd = (hash: string) => officer.get(`/documents/${hash}/ofd`);
  const first = await ofd(early.applied.sealedHash);
  expect([first.status, first.headers['content-type']]).toEqual([200, 'application/ofd']);
  const stop = {
    sealId: applied.sealId,
    actor: { kind: 'person', id: 'hl-head' } as const,
    requestId: district.requestId(),
    at: '2025-03-07T02:00:00.000Z',
  };
  await sealActs.stopSeal(district.platform, stop, { reason: 'other', explanation: '印章遗失' });
  const refused = await ofd(applied.sealedHash);
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'twin-seal-not-in-use', rule: 'R85', detail: { why: 'sealStopped', state: 'stopped' } },
  });
  expect(refused.body.message.zh).toContain('PDF文书继续有效');
  expect((await officer.get(`/documents/${applied.sealedHash}`)).status).toBe(200);
  expect(await recorded(applied)).toEqual([]);
  expect((await ofd(early.applied.sealedHash)).body.equals(first.body)).toBe(true);
});

/** A nurse's registration, granted and sealed: its seal, and the hash that the officer signed. */
async function granted(who: keyof typeof applicants, on = '2025-03-04') {
  const asked = { itemId: 'HL-03', applicant: applicants[who], form: { trained3m: true } };
  const caseNo = caseNoOf(await acting.atWindow(asked, `${on}T03:06:00.000Z`));
  await acting.findBy('hl-officer-1', caseNo, { healthOk: true }, `${on}T03:15:00.000Z`);
  const signed = await acting.signBy('hl-officer-1', caseNo, { outcome: 'GRANT' }, `${on}T03:20:00.000Z`);
  expect(told(signed)).toEqual(['DecisionMade', 'DecisionSealed']);
  const events = await acting.eventsOf(caseNo);
  const applied = SealApplied.parse(events.find(({ type }) => type === 'DecisionSealed')?.data);
  return { applied, documentHash: viewDecision(events).signatures.at(-1)?.documentHash };
}

async function twinOf(applied: SealApplied, at: string, room = district.platform): Promise<Uint8Array> {
  const twin = await readTwin(room, applied, at);
  if (twin === undefined) throw new Error('the letter has no twin');
  if (isRefusal(twin)) throw new Error(`${twin.code} ${String(twin.detail['why'])}`);
  return twin;
}

function recorded({ sealedHash }: SealApplied) {
  return readStream(district.platform.journal, district.platform.realm, `twin/${sealedHash}`);
}

function trust() {
  return { roots: district.platform.authority.trusted, revoked: [] };
}
