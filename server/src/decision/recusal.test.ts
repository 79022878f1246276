import { expect, test } from 'vitest';
import { authority, type CaseStory, caseStory, nineOn, person } from '../../test/case-story.ts';
import { refuse } from '../kernel/refusal.ts';
import { checkRefusals } from '../mandate/refusals.ts';
import {
  type Decider,
  type DecideRecusal,
  decideRecusal,
  Recuse,
  recuseOfficer,
  type RequestRecusal,
  requestRecusal,
  returnProposal,
  type SignerRole,
  terminateCase,
  viewDecision,
} from './decision.ts';

const monday = { at: nineOn('2025-03-03'), actor: person('clerk-1') };
const applicant = { at: nineOn('2025-03-04'), actor: { kind: 'applicant', id: 'applicant-1' } } as const;
const officer = by('officer-1', 'handler');
const chief = by('chief-1', 'chief');
const head = by('head-1', 'head');

function by(id: string, role: SignerRole, on = '2025-03-06') {
  return { at: nineOn(on), actor: person(id), role };
}

/** HL-03, class 1, reviewed: one signature is all that is missing. */
function reviewed(itemId = 'HL-03', findings: Readonly<Record<string, boolean>> = { healthOk: true }): CaseStory {
  const story = caseStory(itemId);
  story.receive({}, monday);
  expect(story.settle({ outcome: 'ACCEPT', tolerated: [] }, monday, { byWindowClerk: false })).toBe('ok');
  const points = story.version.item.reviewPoints.map((_text, point) => ({
    point,
    result: 'met' as const,
    evidence: '材料',
  }));
  const named = Object.entries(findings).map(([name, value]) => ({ name, value, evidence: '记录' }));
  expect(story.review({ act: 'recordFindings', findings: named, points }, by('officer-9', 'handler'))).toBe('ok');
  return story;
}

function ask(story: CaseStory, change: Partial<RequestRecusal> = {}, decider: Decider | undefined = 'chief'): string {
  const command: RequestRecusal = {
    personId: 'officer-1',
    ground: 'affinity',
    reason: '与对方当事人有亲属关系',
    ...change,
  };
  return story.take(requestRecusal, command, { decider, authority: undefined }, applicant);
}

function answer(
  story: CaseStory,
  change: Partial<DecideRecusal>,
  { actor, at, role }: ReturnType<typeof by> = chief,
): string {
  const command: DecideRecusal = { personId: 'officer-1', granted: false, reason: '经查无亲属关系', ...change };
  const actorAs = role === 'handler' ? undefined : role;
  const facts = { organ: 'HL', actorAs, personFence: { key: `person/${actor.id}`, mode: 'pass' as const } };
  return story.take(decideRecusal, command, facts, { at, actor });
}

test('R44: until it is decided whether the officer stands aside, he signs nothing, and another may', () => {
  const story = reviewed();
  expect(ask(story)).toBe('ok');
  expect(story.sign({ outcome: 'GRANT' }, officer)).toBe('recusal-pending');
  expect(story.refused()).toMatchObject({ rule: 'R44', detail: { officer: 'officer-1', ground: 'affinity' } });
  expect(story.sign({ outcome: 'GRANT' }, by('officer-2', 'handler'))).toBe('ok');
});

test('R44: refused, the officer signs again, and the reason is on the record for who asked', () => {
  const story = reviewed();
  ask(story);
  expect(answer(story, { granted: false })).toBe('ok');
  expect(viewDecision(story.events()).recusals).toEqual([
    {
      personId: 'officer-1',
      ground: 'affinity',
      reason: '与对方当事人有亲属关系',
      decider: 'chief',
      at: applicant.at,
      answer: { granted: false, reason: '经查无亲属关系', at: chief.at, by: 'chief-1' },
    },
  ]);
  expect(story.sign({ outcome: 'GRANT' }, officer)).toBe('ok');
});

test('R44: granted, the officer is out of the case for good, and what he found is found anew', () => {
  const story = reviewed();
  ask(story, { personId: 'officer-9' });
  expect(answer(story, { personId: 'officer-9', granted: true })).toBe('ok');
  expect(story.types().at(-1)).toBe('OfficerRecused');
  expect(story.sign({ outcome: 'GRANT' }, by('officer-9', 'handler'))).toBe('officer-recused');
  expect(story.sign({ outcome: 'GRANT' }, officer)).toBe('review-unfinished');
  expect(viewDecision(story.events()).recusals[0]?.answer).toMatchObject({ granted: true });
});

test('R44: nobody signs second on the proposal of an officer who may have to stand aside; granted, it falls', () => {
  const good = { outletOk: true, pretreatment: true, waterOk: true, siteChecked: true };
  const story = reviewed('WA-01', good);
  const visit = { fromAt: '2025-03-05T02:00:00.000Z', toAt: '2025-03-05T03:00:00.000Z', officers: ['a', 'b'] };
  const where = { address: '云桥街道1号', place: { latitude: 39.9, longitude: 116.4 }, record: '记录', findings: [] };
  story.review({ act: 'recordSiteVisit', ...where, ...visit, signedBy: ['a', 'b'] }, officer);
  expect(story.sign({ outcome: 'GRANT' }, officer)).toBe('ok');
  expect(ask(story)).toBe('ok');
  expect(story.sign({ outcome: 'GRANT' }, chief)).toBe('recusal-pending');
  expect(answer(story, { granted: true })).toBe('ok');
  expect(story.types().slice(-2)).toEqual(['OfficerRecused', 'ProposalReturned']);
  expect(story.sign({ outcome: 'GRANT' }, chief)).toBe('proposal-needed');
});

test('R44: the officer who is asked to stand aside neither returns a proposal nor ends the case', () => {
  const story = reviewed();
  ask(story, { personId: 'chief-1' }, 'head');
  const ground = { ground: 'objectGone', reason: '标的灭失' } as const;
  const ending = {
    role: 'chief',
    todayOn: '2025-03-06',
    authority,
    letter: undefined,
  } as const;
  expect(story.take(terminateCase, ground, ending, chief)).toBe('recusal-pending');
  const proposed = reviewed('HL-03', { healthOk: false });
  proposed.sign({ outcome: 'REFUSE', reason: '健康不符', facts: '体检不合格', norms: ['《护士条例》第七条'] }, officer);
  ask(proposed, { personId: 'chief-1' }, 'head');
  const facts = { authority, personFence: { key: 'person/chief-1', mode: 'pass' as const }, role: 'chief' as const };
  expect(proposed.take(returnProposal, { reason: '请补充' }, facts, chief)).toBe('recusal-pending');
});

test('R44: the chief decides about officers, the head about the chief, and nobody about himself', () => {
  const story = reviewed();
  ask(story);
  expect(answer(story, {}, by('officer-2', 'handler'))).toBe('recusal-decided-by');
  expect(answer(story, {}, officer)).toBe('recusal-decided-by');
  ask(story, { personId: 'chief-1' }, 'head');
  expect(answer(story, { personId: 'chief-1' }, by('chief-2', 'chief'))).toBe('recusal-decided-by');
  // Whose own standing is open decides about nobody else's.
  expect(answer(story, {}, chief)).toBe('recusal-pending');
  expect(answer(story, { personId: 'chief-1' }, head)).toBe('ok');
  expect(answer(story, {}, chief)).toBe('ok');
});

test('R44: about the head the superior organ decides, and its number is recorded', () => {
  const story = reviewed();
  ask(story, { personId: 'head-1' }, 'superior');
  expect(answer(story, { personId: 'head-1' }, head)).toBe('recusal-decided-by');
  expect(answer(story, { personId: 'head-1' }, chief)).toBe('recusal-decided-by');
  expect(answer(story, { personId: 'head-1', granted: true, superiorNo: '云政回避〔2025〕1号' }, chief)).toBe('ok');
  expect(story.events().at(-1)?.data).toMatchObject({ superiorNo: '云政回避〔2025〕1号', office: 'HL' });
});

test('R44: asked of the head and the only chief at once, the case does not stand still for ever', () => {
  const story = reviewed();
  ask(story, { personId: 'chief-1' }, 'head');
  ask(story, { personId: 'head-1' }, 'superior');
  expect(answer(story, { personId: 'chief-1' }, head)).toBe('recusal-pending');
  expect(answer(story, { personId: 'head-1', superiorNo: '云政回避〔2025〕1号' }, chief)).toBe('ok');
  expect(answer(story, { personId: 'chief-1' }, head)).toBe('ok');
});

test('R44: the same is asked once, of somebody who works on such cases, before the decision', () => {
  const story = reviewed();
  expect(
    story.take(
      requestRecusal,
      { personId: 'x', ground: 'other', reason: '理由' },
      { decider: undefined, authority: undefined },
      applicant,
    ),
  ).toBe('recusal-officer-unknown');
  expect(answer(story, {})).toBe('recusal-not-asked');
  expect(ask(story)).toBe('ok');
  expect(ask(story, { ground: 'spouse' })).toBe('recusal-asked-before');
  answer(story, {});
  expect(ask(story)).toBe('recusal-asked-before');
  expect(ask(story, { ground: 'spouse' })).toBe('ok');
  expect(story.sign({ outcome: 'GRANT' }, by('officer-2', 'handler'))).toBe('ok');
  expect(ask(story, { personId: 'officer-3' })).toBe('wrong-state');
});

test('R44: standing aside of his own accord answers the request', () => {
  const story = reviewed();
  ask(story);
  const own = Recuse.parse({ personId: 'officer-1', ground: 'affinity' });
  expect(story.take(recuseOfficer, own, { byHeadOfOrgan: false }, officer)).toBe('ok');
  expect(viewDecision(story.events()).recusals[0]?.answer).toMatchObject({ granted: true, by: 'officer-1' });
  expect(ask(story, { ground: 'spouse' })).toBe('recusal-asked-before');
});

test('R44: what a clerk takes in for the applicant rests on his mandate', () => {
  const story = reviewed();
  const command: RequestRecusal = { personId: 'officer-1', ground: 'spouse', reason: '配偶' };
  const facts = { decider: 'chief', authority: refuse(checkRefusals, 'mandate-suspended') } as const;
  expect(story.take(requestRecusal, command, facts, monday)).toBe('mandate-suspended');
});
