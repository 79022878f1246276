import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AgentLetter, AgentPower, checkAgent, checkOpposing, checkPresence } from './agency.ts';
import { checkRealName } from './applicant.ts';
import { exampleIdNo } from './example-staff.ts';

const fromAt = '2025-03-01T00:00:00.000Z';
const untilAt = '2025-04-01T00:00:00.000Z';
const letter: AgentLetter = {
  principal: { name: '申请人', idNo: exampleIdNo(1) },
  agent: { name: '代理人', idNo: exampleIdNo(2) },
  matters: ['MK-02', 'MK-06'],
  powers: ['apply', 'correct'],
  fromAt,
  untilAt,
  signedAt: '2025-02-28T00:00:00.000Z',
  withdrawnAt: null,
};
const act = {
  letter,
  principalIdNo: exampleIdNo(1),
  agentIdNo: exampleIdNo(2),
  matter: 'MK-02',
  power: 'apply' as const,
  at: '2025-03-10T00:00:00.000Z',
  personalPresence: false,
};

test('R15: an agent acts with a signed letter that names him, the applicant, the matter and the power', () => {
  expect(checkAgent(act)).toBeUndefined();
  expect(checkAgent({ ...act, letter: undefined })).toMatchObject({ code: 'agent-letter-missing', rule: 'R15' });
  expect(checkAgent({ ...act, letter: { ...letter, signedAt: null } })).toMatchObject({
    code: 'agent-letter-unsigned',
  });
  expect(checkAgent({ ...act, letter: { ...letter, signedAt: untilAt } })).toMatchObject({
    code: 'agent-letter-unsigned',
  });
  expect(checkAgent({ ...act, agentIdNo: exampleIdNo(3) })).toMatchObject({ code: 'agent-letter-other-agent' });
  expect(checkAgent({ ...act, principalIdNo: exampleIdNo(3) })).toMatchObject({ code: 'agent-letter-other-principal' });
  expect(checkAgent({ ...act, matter: 'MK-01' })).toMatchObject({ code: 'agent-letter-other-matter' });
  expect(checkAgent({ ...act, power: 'withdraw' })).toMatchObject({ code: 'agent-letter-power-missing' });
});

test('R15: the term holds from its first instant and no longer at its last', () => {
  const at = (instant: string) => checkAgent({ ...act, at: instant })?.code;
  expect(at('2025-02-28T23:59:59.999Z')).toBe('agent-letter-early');
  expect(at(fromAt)).toBeUndefined();
  expect(at('2025-03-31T23:59:59.999Z')).toBeUndefined();
  expect(at(untilAt)).toBe('agent-letter-expired');
});

test('R15: a letter that is withdrawn gives nothing from that instant', () => {
  const withdrawnAt = '2025-03-10T00:00:00.000Z';
  const withdrawn = { ...act, letter: { ...letter, withdrawnAt } };
  expect(checkAgent(withdrawn)).toMatchObject({ code: 'agent-letter-withdrawn' });
  expect(checkAgent({ ...withdrawn, at: '2025-03-09T23:59:59.999Z' })).toBeUndefined();
});

test('R15: term, matter and power are checked at every act', () => {
  const instant = fc
    .date({ min: new Date('2025-02-01'), max: new Date('2025-05-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  fc.assert(
    fc.property(
      instant,
      fc.constantFrom('MK-01', 'MK-02', 'MK-06'),
      fc.constantFrom(...AgentPower.options),
      (at, matter, power) => {
        const isCovered =
          fromAt <= at && at < untilAt && letter.matters.includes(matter) && letter.powers.includes(power);
        expect(checkAgent({ ...act, at, matter, power }) === undefined).toBe(isCovered);
      },
    ),
  );
});

test('R15: a letter names a matter and a power', () => {
  expect(AgentLetter.safeParse({ ...letter, matters: [] }).success).toBe(false);
  expect(AgentLetter.safeParse({ ...letter, powers: [] }).success).toBe(false);
  expect(AgentLetter.safeParse({ ...letter, everything: true }).success).toBe(false);
});

test('R15: nobody applies before his real name is verified', () => {
  const applicant = { applicantId: 'a', verifiedAt: null };
  expect(checkRealName(applicant, act.at)).toMatchObject({ code: 'real-name-missing' });
  expect(checkRealName({ ...applicant, verifiedAt: act.at }, act.at)).toBeUndefined();
  expect(checkRealName({ ...applicant, verifiedAt: untilAt }, act.at)).toMatchObject({ code: 'real-name-missing' });
});

test('R16: a matter of personal presence takes no agent, however good the letter', () => {
  expect(checkAgent({ ...act, personalPresence: true })).toMatchObject({ code: 'presence-required', rule: 'R16' });
});

test('R16: a matter of personal presence takes no agent, no remote signing and no e-signature', () => {
  const here = {
    matter: 'CV-01',
    personalPresence: true,
    byAgent: false,
    channel: 'counter',
    signature: 'handwritten',
  } as const;
  expect(checkPresence(here)).toBeUndefined();
  expect(checkPresence({ ...here, signature: 'none' })).toBeUndefined();
  expect(checkPresence({ ...here, byAgent: true })).toMatchObject({ code: 'presence-required' });
  expect(checkPresence({ ...here, channel: 'online' })).toMatchObject({ code: 'remote-signing-barred' });
  expect(checkPresence({ ...here, signature: 'electronic' })).toMatchObject({ code: 'e-signature-barred' });
  const other = {
    ...here,
    personalPresence: false,
    byAgent: true,
    channel: 'online',
    signature: 'electronic',
  } as const;
  expect(checkPresence(other)).toBeUndefined();
});

test('R17: one agent of both sides needs the recorded consent of both principals', () => {
  const seller = { principalIdNo: exampleIdNo(1), agentIdNo: exampleIdNo(5), consented: true };
  const buyer = { principalIdNo: exampleIdNo(2), agentIdNo: exampleIdNo(5), consented: false };
  expect(checkOpposing(seller, buyer)).toMatchObject({ code: 'agent-of-both-sides', rule: 'R17' });
  expect(checkOpposing(buyer, seller)).toMatchObject({ code: 'agent-of-both-sides' });
  expect(checkOpposing(seller, { ...buyer, consented: true })).toBeUndefined();
  expect(checkOpposing(seller, { ...buyer, agentIdNo: exampleIdNo(6) })).toBeUndefined();
  expect(checkOpposing({ ...seller, agentIdNo: undefined }, { ...buyer, agentIdNo: undefined })).toBeUndefined();
});

test('R17: an agent who is the other side needs the consent of both too', () => {
  const seller = { principalIdNo: exampleIdNo(1), agentIdNo: exampleIdNo(2), consented: false };
  const buyer = { principalIdNo: exampleIdNo(2), consented: true };
  expect(checkOpposing(seller, buyer)).toMatchObject({ code: 'agent-is-counterparty', rule: 'R17' });
  expect(checkOpposing(buyer, seller)).toMatchObject({ code: 'agent-is-counterparty' });
  expect(checkOpposing({ ...seller, consented: true }, buyer)).toBeUndefined();
});
