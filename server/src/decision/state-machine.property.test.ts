import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  authority,
  type CaseStory,
  caseStory,
  nineOn,
  person,
  sealedLetter,
  type SignCommand,
  handed,
} from '../../test/case-story.ts';
import { supplyCorrection, supplyTolerated, withdrawApplication } from '../application/application.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { refuse } from '../kernel/refusal.ts';
import { checkRefusals } from '../mandate/refusals.ts';
import type { ReviewAct } from '../review/review.ts';
import { escalateCase, recuseOfficer, returnProposal, type SignerRole, viewDecision } from './decision.ts';

/** Whatever the people of an organ do, in whatever order: few people, so that the same one comes up in several roles. */
type Move = (story: CaseStory) => string;

const at = nineOn('2025-03-06');
const people = ['clerk-1', 'officer-1', 'officer-2', 'chief-1', 'head-1'] as const;
const roles = ['handler', 'chief', 'head'] as const satisfies readonly SignerRole[];
const refusal: SignCommand = {
  outcome: 'REFUSE',
  reason: '不符合',
  facts: '核查',
  norms: ['条例'],
  departure: '另有隐患',
};

const who = fc.constantFrom(...people);
const seldom = fc.nat({ max: 7 }).map((n) => n === 0);
const when = (id: string) => ({ at, actor: person(id) });

const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Move>((story) => story.receive({ without: ['m.bl'] }, when('clerk-1'))) },
  {
    weight: 2,
    arbitrary: fc.tuple(who, fc.boolean()).map(
      ([id, tolerant]): Move =>
        (story) =>
          story.settle(
            {
              outcome: 'ACCEPT',
              tolerated: tolerant ? ['m.bl'] : [],
              toleratedUntilOn: '2025-03-13',
              promiseReference: '承诺书1',
            },
            when(id),
          ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Move>((story) =>
      story.settle({ outcome: 'CORRECT', defects: [{ code: 'm.bl', what: '缺', need: '交' }] }, when('clerk-1')),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Move>((story) =>
      story.take(supplyCorrection, supply, { version: story.version, owed: ['m.bl'], handed }, when('clerk-1')),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constant<Move>((story) =>
      story.take(supplyTolerated, supply, { version: story.version, owed: ['m.bl'], handed }, when('clerk-1')),
    ),
  },
  {
    weight: 2,
    arbitrary: who.map(
      (id): Move =>
        (story) =>
          story.review(visit, when(id)),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(who, fc.boolean()).map(
      ([id, outletOk]): Move =>
        (story) =>
          story.review(findings(outletOk), when(id)),
    ),
  },
  {
    weight: 20,
    arbitrary: fc
      .record({
        id: who,
        role: fc.constantFrom(...roles),
        refuses: seldom,
        powerless: seldom,
        passOn: seldom,
        coded: fc.boolean(),
        other: seldom,
      })
      .map(
        ({ id, role, refuses, powerless, passOn, coded, other }): Move =>
          (story) =>
            story.sign(
              {
                ...(refuses ? refusal : { outcome: 'GRANT' }),
                forwardToHead: passOn,
                ...(coded ? { exceptionCode: 'EX-MAJOR' as const } : {}),
                ...(other ? { documentHash: sm3Hex('other') } : {}),
              },
              { ...when(id), role },
              powerless ? { authority: refuse(checkRefusals, 'mandate-revoked') } : {},
            ),
      ),
  },
  {
    weight: 1,
    arbitrary: who.map(
      (id): Move =>
        (story) =>
          story.take(
            recuseOfficer,
            { personId: id, ground: 'other', note: '' },
            { byHeadOfOrgan: true },
            when('head-1'),
          ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(who, fc.constantFrom(...roles)).map(
      ([id, role]): Move =>
        (story) =>
          story.take(
            returnProposal,
            { reason: '退回' },
            { authority, role, personFence: { key: `person/${id}`, mode: 'pass' } },
            when(id),
          ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Move>((story) =>
      story.take(escalateCase, { reason: '上报' }, { authority }, when('officer-1')),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Move>((story) =>
      story.take(withdrawApplication, { reason: '' }, undefined, { at, actor: { kind: 'applicant', id: 'a' } }),
    ),
  },
);

const supply = { materials: [{ code: 'm.bl', source: 'file' as const, reference: 'f' }], form: {} };
const visit: Extract<ReviewAct, { act: 'recordSiteVisit' }> = {
  act: 'recordSiteVisit',
  address: '云桥街道1号',
  place: { latitude: 39.9, longitude: 116.4 },
  record: '记录',
  findings: [],
  fromAt: '2025-03-06T00:00:00.000Z',
  toAt: '2025-03-06T00:30:00.000Z',
  officers: ['officer-1', 'officer-2'],
  signedBy: ['officer-1', 'officer-2'],
};

function findings(outletOk: boolean) {
  const named = { outletOk, pretreatment: true, waterOk: true, siteChecked: true };
  return {
    act: 'recordFindings' as const,
    findings: Object.entries(named).map(([name, value]) => ({ name, value, evidence: '记录' })),
    points: [0, 1, 2, 3].map((point) => ({ point, result: 'met' as const, evidence: '材料' })),
  };
}

let decided = 0;

test('promises 1 to 3: no sequence of acts decides a case without its signatures, its powers, its materials and its review', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 3 }),
      fc.array(moves, { minLength: 5, maxLength: 40, size: 'max' }),
      (prepared, sequence) => {
        const story = caseStory('WA-01');
        // Most stories begin where signing may begin, the others with nothing.
        if (prepared > 0) prepare(story);
        for (const move of sequence) {
          const before = story.events();
          const answer = move(story);
          // A refusal leaves the stream untouched.
          if (answer !== 'ok') expect(story.events()).toBe(before);
        }
        expectLawful(story);
      },
    ),
    { numRuns: 300 },
  );
  // The property would be worth nothing if no sequence ever came to a decision.
  expect(decided).toBeGreaterThan(30);
});

function prepare(story: CaseStory): void {
  const earlier = { at: nineOn('2025-03-05'), actor: person('clerk-1') };
  story.receive({}, earlier);
  story.settle({ outcome: 'ACCEPT', tolerated: [] }, earlier);
  story.review(visit, when('officer-1'));
  story.review(findings(true), when('officer-1'));
}

function expectLawful(story: CaseStory): void {
  const view = viewDecision(story.events());
  const { review } = view;
  if (view.decided === undefined) return;
  decided += 1;
  const people = view.signatures.map(({ personId }) => personId);
  expect(new Set(people).size).toBe(people.length);
  expect(people).not.toContain(review.acceptance.accepted?.acceptedBy);
  expect(people.some((id) => view.recused.has(id))).toBe(false);
  expect(review.points.size).toBe(4);
  expect(people.length).toBeGreaterThanOrEqual(view.escalated && view.decided.outcome === 'GRANT' ? 1 : 2);
  if (people.length > 2) expect(view.decided.exceptionCode).toBeDefined();
  expect(people.length).toBeLessThanOrEqual(3);
  if (view.decided.outcome === 'GRANT') {
    expect(review.acceptance.owed).toEqual([]);
    expect(review.acceptance.application.materials.map(({ code }) => code)).toContain('m.bl');
    expect(review.visits.length).toBeGreaterThan(0);
    expect(review.findings.get('outletOk')?.value).toBe(true);
  }
  const made = story
    .events()
    .filter(({ type }) => ['DecisionProposed', 'DecisionEndorsed', 'DecisionMade'].includes(type));
  expect(made.every(({ mandate }) => mandate !== undefined)).toBe(true);
  expect(story.types().filter((type) => type === 'DecisionMade')).toHaveLength(1);
  expect(view.decided.documentHash).toBe(sealedLetter(sm3Hex('document')).documentHash);
}
