import { expect, test } from 'vitest';
import { authority, type CaseStory, caseStory, nineOn, person, signingFactsFor, staff } from '../../test/case-story.ts';
import { signingNeed } from '../catalogue/catalogue.ts';
import { deliverCase } from '../delivery/delivery.ts';
import { refuse } from '../kernel/refusal.ts';
import { checkRefusals } from '../mandate/refusals.ts';
import { type PaperFacts, type RecordPaperDecision, recordPaperDecision, viewDecision } from './decision.ts';
import { redFacts } from './red-facts.ts';
import { signatureAsked } from './paper.ts';

const monday = { at: nineOn('2025-03-03'), actor: person('clerk-1') };
const officer = { at: '2025-03-03T03:00:00.000Z', actor: person('cv-1'), role: 'handler' } as const;

/** CV-01, reviewed: what is left is the decision. */
function reviewed(itemId = 'CV-01'): CaseStory {
  const story = caseStory(itemId);
  expect(story.receive({}, monday)).toBe('ok');
  expect(story.settle({ outcome: 'ACCEPT', tolerated: [] }, monday, { byWindowClerk: false })).toBe('ok');
  const points = story.version.item.reviewPoints.map((_text, point) => ({
    point,
    result: 'met' as const,
    evidence: '材料',
  }));
  const findings = story.version.item.inputs
    .filter(({ source }) => source === 'review')
    .map(({ name }) => ({ name, value: true, evidence: '当面核对' }));
  expect(story.review({ act: 'recordFindings', findings, points }, officer)).toBe('ok');
  return story;
}

function record(
  story: CaseStory,
  change: Partial<RecordPaperDecision> = {},
  facts: Partial<PaperFacts> & { readonly signing?: never; readonly of?: Partial<PaperFacts['signing']> } = {},
): string {
  const { of = {}, ...own } = facts;
  const command: RecordPaperDecision = {
    reason: '双方符合结婚条件',
    facts: '',
    norms: [],
    recusal: 'none',
    signedBy: 'cv-1',
    paperNo: 'J110198-2025-000123',
    signedOn: '2025-03-03',
    ...change,
  };
  const whole = signatureAsked(command);
  const signing = signingFactsFor(story.version, story.events(), {
    whole,
    when: officer,
    people: [],
    keeper: undefined,
  });
  const base = { signing: { ...signing, ...of }, recorder: undefined, record: undefined };
  return story.take(recordPaperDecision, command, { ...base, ...own }, officer);
}

test('R84: a marriage is decided on paper; the record has one signature and no seal, and the paper is handed over', () => {
  const story = reviewed();
  expect(record(story)).toBe('ok');
  expect(story.types().at(-1)).toBe('PaperDecisionRecorded');
  const view = viewDecision(story.events());
  expect(view.review.acceptance.application.state).toBe('decided');
  expect(view.signatures).toMatchObject([
    { no: 1, kind: 'decide', personId: 'cv-1', outcome: 'GRANT', mandate: authority.ref },
  ]);
  expect(view.decided?.paper).toEqual({
    signedBy: 'cv-1',
    paperNo: 'J110198-2025-000123',
    signedOn: '2025-03-03',
    recordedBy: 'cv-1',
  });
  const electronic = { method: 'electronic', recipient: '常源浩' } as const;
  expect(story.take(deliverCase, electronic, { authority, isHeldByFee: false }, monday)).toBe('paper-is-handed-over');
  expect(story.take(deliverCase, { ...electronic, method: 'direct' }, { authority, isHeldByFee: false }, monday)).toBe(
    'ok',
  );
  expect(viewDecision(story.events()).review.acceptance.application.state).toBe('delivered');
  expect(record(story)).toBe('wrong-state');
});

test('R84: what can be signed on the platform is not recorded from paper', () => {
  expect(record(reviewed('HL-03'))).toBe('not-a-paper-instrument');
});

test('R71: every check of a signature holds for the one on paper: review, mandate, recusal, relation, date', () => {
  const blank = caseStory('CV-01');
  blank.receive({}, monday);
  blank.settle({ outcome: 'ACCEPT', tolerated: [] }, monday, { byWindowClerk: false });
  expect(record(blank)).toBe('review-unfinished');
  const suspended = refuse(checkRefusals, 'mandate-suspended');
  expect(record(reviewed(), {}, { of: { authority: suspended } })).toBe('mandate-suspended');
  expect(record(reviewed(), {}, { recorder: suspended })).toBe('mandate-suspended');
  expect(record(reviewed(), { signedOn: '2025-03-02' })).toBe('paper-date-impossible');
  expect(record(reviewed(), { signedOn: '2025-03-04' })).toBe('paper-date-impossible');
  expect(
    record(
      reviewed(),
      {},
      { of: { need: { ...signingNeed(reviewed().version.item, { outcome: 'APPROVE', effects: [] }), signatures: 2 } } },
    ),
  ).toBe('proposal-needed');
  const story = reviewed();
  const view = viewDecision(story.events());
  const signer = staff('cv-1', '110198198601256910');
  const red = redFacts({
    view,
    version: story.version,
    effects: [],
    at: officer.at,
    outcome: 'GRANT',
    signer,
    declared: 'none',
    people: () => signer,
    keeper: undefined,
    otherVisits: [],
    seal: undefined,
  });
  expect(record(story, {}, { of: { red } })).toBe('conflict-of-interest');
});
