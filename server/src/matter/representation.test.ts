import { expect, test } from 'vitest';
import { demoBundle, demoItems, exampleSubmission } from './example-matters.ts';
import { planOf } from './plan.ts';
import { knownValues } from './questions.ts';
import { againstRepresentation } from './representation.ts';

const buyer = { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' } as const;
const agent = { name: '姜桐', idNo: '110198199406138083' };
const at = '2025-03-03T02:00:00.000Z';

/** A flat is bought through an agent, at the window. */
function buying(letter: object = {}, more: object = {}, bundleId = 'B-05') {
  const bundle = demoBundle(bundleId);
  const plain = exampleSubmission(bundle, buyer);
  const planned = planOf(bundle, knownValues(bundle, plain.answers, buyer)).children.map(({ itemId }) => itemId);
  const whole = {
    principal: { name: buyer.name, idNo: buyer.idNo },
    agent,
    matters: planned,
    powers: ['apply' as const],
    fromAt: '2025-03-01T00:00:00.000Z',
    untilAt: '2025-04-01T00:00:00.000Z',
    signedAt: '2025-03-01T00:00:00.000Z',
    withdrawnAt: null,
    ...letter,
  };
  const command = { ...plain, channel: 'window' as const, agent: { ...agent, letter: whole }, ...more };
  return againstRepresentation(command, { bundle, items: demoItems, planned }, at)?.code;
}

test('R15: a matter is not begun with a letter that has run out or leaves an item out', () => {
  expect(buying()).toBeUndefined();
  expect(buying({ untilAt: '2025-03-02T00:00:00.000Z' })).toMatch(/^agent-letter/);
  expect(buying({ matters: ['RE-02'] })).toMatch(/^agent-letter/);
  expect(buying({ powers: ['receive'] })).toMatch(/^agent-letter/);
});

test('R17: whose agent also acts for the seller begins a matter only with the word of both', () => {
  const seller = { principal: { name: '何振', idNo: '110198197406238472' }, agentIdNo: agent.idNo };
  const both = (consented: boolean, applicantConsented: boolean) =>
    buying({}, { opposing: { ...seller, consented, applicantConsented } });
  expect(both(true, true)).toBeUndefined();
  expect(both(false, true)).toBeDefined();
  expect(both(true, false)).toBeDefined();
});
