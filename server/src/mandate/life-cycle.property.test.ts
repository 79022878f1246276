import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, type Recorded } from '../journal/journal.ts';
import { amended, noonAt } from './example-mandates.ts';
import { resumeMandate, revokeMandate, suspendMandate } from './halting.ts';
import { isUsable, stateAt, viewMandate } from './life-cycle.ts';
import {
  acceptMandate,
  amendMandate,
  draftMandate,
  fileMandate,
  publishMandate,
  reviewMandate,
  signMandate,
} from './steps.ts';

import { everyone, inForce, publish, Story } from './story-of-a-mandate.ts';

describe('properties', () => {
  const actors = ['mk-drafter', 'mk-legal', 'mk-head', ...everyone, 'mk-supervisor', 'zw-filer'];
  const command = fc.record({
    verb: fc.integer({ min: 0, max: 9 }),
    actor: fc.constantFrom(...actors),
    day: fc.integer({ min: 1, max: 28 }),
  });

  function run(story: Story, { verb, actor, day }: { verb: number; actor: string; day: number }): void {
    const at = `2025-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;
    const robot: Actor = { kind: 'robot', id: 'robot' };
    const verbs = [
      () => story.act(draftMandate, { letter: story.letter }, actor, at),
      () => story.act(reviewMandate, { opinion: '意见', passed: day > 3 }, actor, at),
      () => story.act(signMandate, { hash: story.hash }, actor, at),
      () => story.act(acceptMandate, { hash: story.hash }, actor, at),
      () => story.act(fileMandate, { filingNo: '备' }, actor, at),
      () => story.act(publishMandate, publish, actor, at),
      () => story.act(suspendMandate, { kind: 'department', reason: '停', holders: [] }, robot, at),
      () => story.act(resumeMandate, { reason: '复', holders: [] }, actor, at),
      () => (day === 1 ? story.act(revokeMandate, { reason: '撤' }, actor, at) : undefined),
      () => story.act(amendMandate, { letter: amended(story.letter, { version: 2 }) }, actor, at),
    ];
    verbs[verb]?.();
  }

  test('R106: no sequence of commands makes a version active without review, signature, acceptances, filing and publication', () => {
    let actives = 0;
    const lawful: readonly (readonly [verb: number, actor: string])[] = [
      [0, 'mk-drafter'],
      [1, 'mk-legal'],
      [2, 'mk-head'],
      ...everyone.map((person) => [3, person] as const),
      [4, 'zw-filer'],
      [5, 'mk-drafter'],
    ];
    // The lawful way with steps left out now and then, and with anybody doing anything in between.
    const stretch = fc.tuple(fc.integer({ min: 0, max: 19 }), fc.array(command, { maxLength: 2 }));
    fc.assert(
      fc.property(fc.array(stretch, { minLength: lawful.length, maxLength: lawful.length }), (stretches) => {
        const story = new Story();
        for (const [place, [luck, between]] of stretches.entries()) {
          for (const each of between) run(story, each);
          const [verb, actor] = lawful[place] ?? [0, ''];
          if (luck > 0) run(story, { verb, actor, day: 5 });
        }
        const view = viewMandate(story.events);
        for (const version of view.versions) {
          const state = stateAt(view, version, noonAt);
          if (state !== 'active' && state !== 'suspended') continue;
          actives += 1;
          const facts = factsOf(story.events, version.letter.version);
          if (
            !['MandateReviewed', 'MandateSigned', 'MandateAccepted', 'MandateFiled', 'MandatePublished'].every((type) =>
              facts.has(type),
            )
          )
            return false;
          if (!everyone.every((person) => facts.has(`by ${person}`))) return false;
        }
        return story.events.length === 0 || story.open === isUsable(view);
      }),
      { numRuns: 250, seed: 20250603 },
    );
    expect(actives).toBeGreaterThan(20);
  });

  test('T01, R108: whatever follows a revocation, nothing is ever granted again', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const story = inForce();
        story.act(revokeMandate, { reason: '撤' }, 'mk-head');
        for (const each of commands) run(story, each);
        return !story.open && story.verdict() === 'mandate-revoked';
      }),
      { numRuns: 60 },
    );
  });
});

/** Types of the events about version `no`, and who accepted it. */
function factsOf(events: readonly Recorded[], no: number): ReadonlySet<string> {
  const about = events.filter(
    ({ data }) => typeof data === 'object' && data !== null && 'version' in data && data.version === no,
  );
  const by = about.flatMap(({ data }) =>
    typeof data === 'object' && data !== null && 'by' in data ? [`by ${String(data.by)}`] : [],
  );
  return new Set([...about.map(({ type }) => type), ...by]);
}
