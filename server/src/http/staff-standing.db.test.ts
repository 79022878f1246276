import { checkBundle } from '@liangqian/verify/bundle.ts';
import { readTrustFile } from '@liangqian/verify/trust-file.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PIN } from '../../test/confirming.ts';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';
import { openCeremony } from '../confirmation/actions.ts';
import { reinstatePerson, revokeCertificate, suspendPerson } from '../identity/actions.ts';
import { isRefusal } from '../kernel/refusal.ts';

/** Signing keys of people who may sign no more. */

const NOW = '2025-03-03T01:00:00.000Z';
const operator = { kind: 'operator', id: 'test' } as const;
let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict(NOW);
}, 60_000);
afterAll(() => district.close());

const act = () => ({ actor: operator, requestId: district.requestId(), at: NOW });
const open = (personId: string) =>
  district.platform.signer.confirm({ personId, given: { pin: PIN }, useId: district.requestId(), at: NOW });
const codeOf = (answer: object) => (isRefusal(answer) ? answer.code : 'open');

test('T13: the key of somebody whose certificate was called back opens for nothing, nor does one that was opened for a batch go on', async () => {
  const personId = 'mk-chief';
  const ceremony = openCeremony(district.platform.signer, { pin: PIN }, 'batch');
  const context = { stream: 'case/1', actor: { kind: 'person', id: personId }, at: NOW } as const;
  const sign = async () => codeOf(await ceremony.keyFor(() => '', context));
  expect([await sign(), await sign()]).toEqual(['open', 'open']);
  const key = await open(personId);
  if (isRefusal(key)) throw new Error(key.code);
  // Exact to the commit: an act that was signed before the revocation and comes to be written after it is not written.
  expect(key.fences).toContainEqual({ key: 'person/mk-chief', epoch: expect.any(Number), mode: 'pass' });
  const command = { reason: 'compromised' } as const;
  await revokeCertificate(district.platform.identity, { ...act(), personId, command });
  expect(key.stands()).toBe(false);
  expect(await sign()).toBe('certificate-revoked');
  expect(codeOf(await open(personId))).toBe('certificate-revoked');
});

test('R105: who is suspended signs nothing, and once reinstated he does again', async () => {
  const personId = 'mk-officer-1';
  expect(codeOf(await open(personId))).toBe('open');
  const command = { reason: '停职' };
  await suspendPerson(district.platform.identity, { ...act(), personId, command });
  expect(codeOf(await open(personId))).toBe('person-suspended');
  await reinstatePerson(district.platform.identity, { ...act(), personId, command });
  expect(codeOf(await open(personId))).toBe('open');
});

test('T13: the published list calls the certificate back from that instant; what it signed before stays good', async () => {
  while ((await district.platform.ledger.turn()) > 0);
  const answer = await district.http.inject({ url: '/api/trust' });
  const trust = readTrustFile(answer.body);
  if ('reason' in trust) throw new Error(trust.reason);
  const entries = trust.revocations.lists.flatMap(({ revoked }) => revoked);
  expect(entries).toMatchObject([{ fromAt: NOW }]);
  const { body } = await district.stranger.get('/mandates/YH-B-MK-2025/evidence');
  // The chief accepted the letter on the first day of the year, months before.
  const { state, checks } = checkBundle(body, district.platform.ledger.trust, trust);
  expect(checks.filter((one) => one.state !== 'true')).toEqual([]);
  expect(state).toBe('yes');
  const later = {
    ...trust,
    revocations: {
      ...trust.revocations,
      revoked: entries.map((one) => ({ ...one, fromAt: '2024-01-01T00:00:00.000Z' })),
    },
  };
  const told = checkBundle(body, district.platform.ledger.trust, later).checks.filter(
    ({ state: one }) => one === 'false',
  );
  expect(told.map(({ check, of }) => [check, of.includes('serialNumber=mk-chief')])).toEqual([['signer', true]]);
});
