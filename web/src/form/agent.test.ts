import { expect, test } from 'vitest';
import { representationOf } from './agent.ts';

const principal = { name: '唐若梅', idNo: '110198194003238183' };
const agent = {
  isNamed: true,
  name: ' 姜桐 ',
  idNo: '110198199406138083',
  powers: ['apply', 'receive'],
  signedOn: '2026-03-01',
  from: '2026-03-01',
  to: '2026-03-31',
} as const;

test('R15: an agent comes with the letter that names both, the matter, the powers and the term', () => {
  expect(representationOf({ agent }, principal, ['PS-03'])).toEqual({
    agent: {
      name: '姜桐',
      idNo: '110198199406138083',
      letter: {
        principal,
        agent: { name: '姜桐', idNo: '110198199406138083' },
        matters: ['PS-03'],
        powers: ['apply', 'receive'],
        fromAt: '2026-02-28T16:00:00.000Z',
        // The last day counts to its end.
        untilAt: '2026-03-31T16:00:00.000Z',
        signedAt: '2026-02-28T16:00:00.000Z',
        withdrawnAt: null,
      },
    },
  });
});

test('R17: consent to one agent for both sides is said by each of them, and never assumed', () => {
  const opposing = { isNamed: true, name: '何振', idNo: '110198197406238472', agentIdNo: ' ', consented: true };
  expect(representationOf({ opposing }, principal, ['RE-01'])).toEqual({
    opposing: {
      principal: { name: '何振', idNo: '110198197406238472' },
      consented: true,
      applicantConsented: false,
    },
  });
});

test('nobody stands beside the applicant unless the clerk says so', () => {
  expect(representationOf({ agent: { ...agent, isNamed: false } }, principal, ['PS-03'])).toEqual({});
});
