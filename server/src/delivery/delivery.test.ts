import { expect, test } from 'vitest';
import { authority, type CaseStory, caseStory, nineOn, person, robot } from '../../test/case-story.ts';
import { refuse } from '../kernel/refusal.ts';
import { checkRefusals } from '../mandate/refusals.ts';
import { Deliver, deliverCase, viewDelivery } from './delivery.ts';

const at = nineOn('2025-03-07');
const clerk = { at, actor: person('clerk-1') };
const robotServes = { at, actor: robot('robot/delivery') };
const direct = Deliver.parse({ method: 'direct', recipient: '常源浩' });
const electronic = Deliver.parse({ method: 'electronic', recipient: '常源浩的政务账户' });

function sealed(eDelivery = true): CaseStory {
  const story = caseStory('HL-03');
  const monday = { at: nineOn('2025-03-03'), actor: person('clerk-1') };
  story.receive({ application: { eDelivery } }, monday);
  story.settle({ outcome: 'ACCEPT', tolerated: [] }, monday);
  const officer = { at: nineOn('2025-03-06'), actor: person('officer-1') };
  const points = story.version.item.reviewPoints.map((_text, point) => ({
    point,
    result: 'met' as const,
    evidence: '材料',
  }));
  story.review(
    { act: 'recordFindings', findings: [{ name: 'healthOk', value: true, evidence: '体检表' }], points },
    officer,
  );
  expect(story.sign({ outcome: 'GRANT' }, { ...officer, role: 'handler' })).toBe('ok');
  return story;
}

test('R87: the window hands out under the agreement, and the day counts', () => {
  const story = sealed();
  expect(story.take(deliverCase, direct, { authority, isHeldByFee: false }, clerk)).toBe('ok');
  expect(viewDelivery(story.events()).delivered).toMatchObject({ at, method: 'direct', recipient: '常源浩' });
  expect(story.events().at(-1)?.mandate).toEqual(authority.ref);
});

test('R87: electronic service needs the applicant’s consent, and is all that a robot can do', () => {
  expect(sealed(false).take(deliverCase, electronic, { authority: undefined, isHeldByFee: false }, robotServes)).toBe(
    'no-consent-to-electronic-service',
  );
  expect(sealed().take(deliverCase, direct, { authority: undefined, isHeldByFee: false }, robotServes)).toBe(
    'service-method-not-for-robot',
  );
  expect(sealed().take(deliverCase, electronic, { authority: undefined, isHeldByFee: false }, robotServes)).toBe('ok');
});

test('promise 1: nothing is handed out without power, before it is sealed, or twice', () => {
  const story = sealed();
  expect(
    story.take(deliverCase, direct, { authority: refuse(checkRefusals, 'mandate-revoked'), isHeldByFee: false }, clerk),
  ).toBe('mandate-revoked');
  expect(story.take(deliverCase, direct, { authority, isHeldByFee: false }, clerk)).toBe('ok');
  expect(story.take(deliverCase, direct, { authority, isHeldByFee: false }, clerk)).toBe('wrong-state');
  expect(caseStory('HL-03').take(deliverCase, direct, { authority, isHeldByFee: false }, clerk)).toBe('unknown-case');
});
