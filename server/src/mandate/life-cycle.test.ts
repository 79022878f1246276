import { describe, expect, test } from 'vitest';
import { type Actor } from '../journal/journal.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { amended, authorisation, noonAt, termTo } from './example-mandates.ts';
import { expireMandate, resumeMandate, revokeMandate, suspendMandate } from './halting.ts';
import { mandateRefOf } from './letter.ts';
import {
  acceptMandate,
  amendMandate,
  draftMandate,
  fileMandate,
  type SignedMandateStep,
  publishMandate,
  reviewMandate,
  signMandate,
} from './steps.ts';
import { expiryWarning, suspensionForLeaver } from './supervision-duty.ts';

import { everyone, inForce, publish, signed, Story } from './story-of-a-mandate.ts';

describe('from draft to force', () => {
  test('R106: only after review, signature, acceptance, filing and publication does a mandate carry acts', () => {
    const story = new Story();
    const seen: string[] = [];
    const go = <C>(step: SignedMandateStep<C>, command: C, actor: string) => {
      expect(story.say(step, command, actor)).toBe('done');
      seen.push(`${story.state} ${story.open} ${story.verdict()}`);
    };
    go(draftMandate, { letter: story.letter }, 'mk-drafter');
    go(reviewMandate, { opinion: '合法', passed: true }, 'mk-legal');
    go(signMandate, { hash: story.hash }, 'mk-head');
    for (const person of everyone) go(acceptMandate, { hash: story.hash }, person);
    go(fileMandate, { filingNo: '备1号' }, 'zw-filer');
    go(publishMandate, publish, 'mk-drafter');
    expect(seen).toStrictEqual([
      'drafted false mandate-not-in-force',
      'reviewed false mandate-not-in-force',
      'signed false mandate-not-in-force',
      'signed false mandate-not-in-force',
      'signed false mandate-not-in-force',
      'accepted false mandate-not-in-force',
      'filed false mandate-not-in-force',
      'active true granted v1',
    ]);
  });

  test('R106: published before its first day, it waits for it; published later, it begins with the publication', () => {
    const early = inForce();
    expect(early.stateAt('2024-12-31T15:59:59.999Z')).toBe('published');
    expect(early.stateAt('2024-12-31T16:00:00.000Z')).toBe('active');
    const late = signed();
    for (const person of everyone) late.act(acceptMandate, { hash: late.hash }, person);
    late.act(fileMandate, { filingNo: '备1号' }, 'zw-filer');
    late.act(publishMandate, publish, 'mk-drafter', '2025-03-01T00:00:00.000Z');
    expect(late.verdict('2025-02-28T23:59:59.999Z')).toBe('mandate-not-yet');
    expect(late.verdict('2025-03-01T00:00:00.000Z')).toBe('granted v1');
  });

  test('R106: no stage is skipped, the web alone is no publication, and only the filing organ files', () => {
    const story = signed();
    expect(story.say(fileMandate, { filingNo: '备1号' }, 'zw-filer')).toBe('R106 wrong-stage');
    expect(story.say(publishMandate, publish, 'mk-drafter')).toBe('R106 wrong-stage');
    for (const person of everyone) story.act(acceptMandate, { hash: story.hash }, person);
    expect(story.say(fileMandate, { filingNo: '备1号' }, 'mk-drafter')).toBe('R106 not-filing-organ');
    story.act(fileMandate, { filingNo: '备1号' }, 'zw-filer');
    expect(story.say(publishMandate, { places: ['web'], noticeNo: '1' }, 'mk-drafter')).toBe('R106 places-missing');
    expect(story.say(publishMandate, publish, 'hl-officer-1')).toBe('R97 not-staff-of-grantor');
  });

  test('R97: the head signs in person and signs exactly this version; the drafter does not review', () => {
    const story = new Story();
    expect(story.say(draftMandate, { letter: story.letter }, 'hl-officer-1')).toBe('R97 not-staff-of-grantor');
    story.act(draftMandate, { letter: story.letter }, 'mk-drafter');
    expect(story.say(signMandate, { hash: story.hash }, 'mk-head')).toBe('R106 wrong-stage');
    expect(story.say(reviewMandate, { opinion: '合法', passed: true }, 'mk-drafter')).toBe('R97 reviewer-is-drafter');
    expect(story.say(reviewMandate, { opinion: '缺条款', passed: false }, 'mk-legal')).toBe('done');
    expect(story.state).toBe('drafted');
    story.act(reviewMandate, { opinion: '合法', passed: true }, 'mk-legal');
    expect(story.say(signMandate, { hash: story.hash }, 'mk-legal')).toBe('R97 not-head');
    expect(story.say(signMandate, { hash: story.hash }, { kind: 'robot', id: 'mk-head' })).toBe('R97 not-head');
    expect(story.say(signMandate, { hash: '00'.repeat(32) }, 'mk-head')).toBe('R97 hash-differs');
    expect(story.say(signMandate, { hash: story.hash }, 'mk-head')).toBe('done');
    expect(story.say(draftMandate, { letter: story.letter }, 'mk-drafter')).toBe('R106 wrong-stage');
  });

  test('R99: each named person accepts for himself, once, and this version; a deputy also later', () => {
    const story = signed();
    expect(story.say(acceptMandate, { hash: story.hash }, 'hl-officer-1')).toBe('R99 not-grantee');
    expect(story.say(acceptMandate, { hash: '00'.repeat(32) }, 'mk-chief')).toBe('R97 hash-differs');
    expect(story.say(acceptMandate, { hash: story.hash }, 'mk-chief')).toBe('done');
    expect(story.say(acceptMandate, { hash: story.hash }, 'mk-chief')).toBe('R99 already-accepted');
    const running = inForce();
    expect(running.say(acceptMandate, { hash: running.hash }, 'mk-deputy')).toBe('done');
    expect(running.state).toBe('active');
  });
});

describe('amendment', () => {
  const second = amended(authorisation, {
    version: 2,
    term: { from: '2025-06-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' },
  });

  test('R104: the next version takes the same way and supersedes at the instant at which it comes into force', () => {
    const story = inForce();
    expect(story.say(amendMandate, { letter: amended(second, { version: 3 }) }, 'mk-drafter')).toBe(
      'R97 version-out-of-order',
    );
    expect(story.say(amendMandate, { letter: second }, 'mk-drafter')).toBe('done');
    expect([story.stateAt(noonAt, 1), story.stateAt(noonAt, 2), story.open]).toStrictEqual(['active', 'drafted', true]);
    story.act(reviewMandate, { opinion: '合法', passed: true }, 'mk-legal');
    story.act(signMandate, { hash: story.hash }, 'mk-head');
    expect(story.say(amendMandate, { letter: second }, 'mk-drafter')).toBe('R97 version-pending');
    for (const person of everyone) story.act(acceptMandate, { hash: story.hash }, person);
    story.act(fileMandate, { filingNo: '备2号' }, 'zw-filer');
    expect(story.verdict()).toBe('granted v1');
    story.act(publishMandate, publish, 'mk-drafter');
    expect(story.verdict('2025-05-31T23:59:59.999Z')).toBe('granted v1');
    expect(story.verdict('2025-06-01T00:00:00.000Z')).toBe('granted v2');
    expect([story.stateAt(noonAt, 1), story.stateAt(noonAt, 2)]).toStrictEqual(['superseded', 'active']);
    expect(story.say(expireMandate, { version: 1 }, { kind: 'robot', id: 'robot/term' }, termTo)).toBe('R104 not-due');
  });

  test('a draft may be written again until somebody has signed', () => {
    const story = new Story();
    expect(story.say(amendMandate, { letter: second }, 'mk-drafter')).toBe('R106 wrong-stage');
    story.act(draftMandate, { letter: amended(authorisation, { liability: '' }) }, 'mk-drafter');
    expect(story.say(draftMandate, { letter: authorisation }, 'mk-drafter')).toBe('done');
    expect(story.hash).toBe(mandateRefOf(authorisation).hash);
    expect(story.say(draftMandate, { letter: amended(authorisation, { mandateNo: 'OTHER-1' }) }, 'mk-drafter')).toBe(
      'house mandate-number-mismatch',
    );
  });
});

describe('suspension, revocation, expiry', () => {
  test('T01, R105: suspension stops everything at once and closes the fence; resumption opens it', () => {
    const story = inForce();
    const command = { kind: 'breaker' as const, reason: 'T14', holders: [] };
    expect(story.say(suspendMandate, command, 'mk-officer-1')).toBe('R107 not-supervisor');
    expect(story.say(suspendMandate, command, { kind: 'robot', id: 'robot/breaker' })).toBe('done');
    expect([story.state, story.open, story.verdict()]).toStrictEqual(['suspended', false, 'mandate-suspended']);
    expect(story.say(suspendMandate, command, 'mk-head')).toBe('R105 already-suspended');
    expect(story.say(resumeMandate, { reason: '复核', holders: [] }, { kind: 'robot', id: 'robot/breaker' })).toBe(
      'R107 not-supervisor',
    );
    expect(story.say(resumeMandate, { reason: '复核', holders: [] }, 'mk-chief')).toBe('R105 own-suspension');
    expect(story.say(resumeMandate, { reason: '复核', holders: [] }, 'mk-supervisor')).toBe('done');
    expect([story.state, story.open, story.verdict()]).toStrictEqual(['active', true, 'granted v1']);
    expect(story.say(resumeMandate, { reason: '复核', holders: [] }, 'mk-head')).toBe('R105 not-suspended');
  });

  test('R105: the officer who leaves loses his power in the same second, the others keep theirs', () => {
    const story = inForce();
    expect(suspensionForLeaver(authorisation, 'mk-nobody', '调离')).toBeUndefined();
    const command = suspensionForLeaver(authorisation, 'mk-officer-1', '调离') ?? {
      kind: 'staffChange',
      reason: '',
      holders: [],
    };
    expect(story.say(suspendMandate, command, { kind: 'robot', id: 'robot/staff' })).toBe('done');
    expect([story.state, story.open, story.verdict()]).toStrictEqual(['active', true, 'holder-suspended']);
    expect(story.say(suspendMandate, command, { kind: 'robot', id: 'robot/staff' })).toBe('R105 already-suspended');
    story.act(resumeMandate, { reason: '调回', holders: ['mk-officer-1'] }, 'mk-head');
    expect(story.verdict()).toBe('granted v1');
  });

  test('R108: the head revokes at once and for ever, and grantees and cases in flight are told', () => {
    const story = inForce();
    expect(story.say(revokeMandate, { reason: '机构调整' }, 'mk-supervisor')).toBe('R97 not-head');
    const answer = story.act(revokeMandate, { reason: '机构调整' }, 'mk-head');
    expect(isRefusal(answer) ? [] : answer.outbox).toStrictEqual([
      {
        topic: 'mandate.revoked',
        payload: {
          mandateNo: 'YH-B-MK',
          grantees: ['mk-officer-1', 'mk-officer-2', 'mk-deputy', 'mk-chief', 'mk-keeper'],
          items: ['MK-02', 'MK-01', 'MK-05'],
          reason: '机构调整',
        },
      },
    ]);
    expect([story.state, story.open, story.verdict()]).toStrictEqual(['revoked', false, 'mandate-revoked']);
    const dead = [
      story.say(resumeMandate, { reason: '恢复', holders: [] }, 'mk-head'),
      story.say(revokeMandate, { reason: '再次' }, 'mk-head'),
      story.say(amendMandate, { letter: amended(authorisation, { version: 2 }) }, 'mk-drafter'),
      story.say(acceptMandate, { hash: story.hash }, 'mk-deputy'),
      story.say(suspendMandate, { kind: 'department', reason: '停', holders: [] }, 'mk-head'),
    ];
    expect(new Set(dead)).toStrictEqual(new Set(['R108 mandate-ended']));
  });

  test('R104: a robot records the end of the term, not before it and nobody else', () => {
    const story = inForce();
    const robot: Actor = { kind: 'robot', id: 'robot/term' };
    expect(story.say(expireMandate, { version: 1 }, robot, '2026-12-31T15:59:59.999Z')).toBe('R104 not-due');
    expect(story.say(expireMandate, { version: 1 }, 'mk-head', termTo)).toBe('R107 not-supervisor');
    expect(story.stateAt(termTo)).toBe('expired');
    expect(story.say(expireMandate, { version: 1 }, robot, termTo)).toBe('done');
    expect([story.stateAt(noonAt), story.open]).toStrictEqual(['expired', false]);
    expect(story.say(expireMandate, { version: 1 }, robot, termTo)).toBe('R106 wrong-stage');
  });

  test('R104: the grantor is warned during the last thirty days', () => {
    expect(expiryWarning(authorisation, '2026-12-01T15:59:59.999Z')).toBeUndefined();
    expect(expiryWarning(authorisation, '2026-12-01T16:00:00.000Z')).toStrictEqual({ daysLeft: 30 });
    expect(expiryWarning(authorisation, termTo)).toBeUndefined();
  });

  test('R104: publishing orders the warning and the end', () => {
    const story = signed();
    for (const person of everyone) story.act(acceptMandate, { hash: story.hash }, person);
    story.act(fileMandate, { filingNo: '备1号' }, 'zw-filer');
    const answer = story.act(publishMandate, publish, 'mk-drafter');
    const payload = { mandateNo: 'YH-B-MK', version: 1 };
    expect(isRefusal(answer) ? [] : answer.outbox).toStrictEqual([
      { topic: 'mandate.expiring', payload, dueAt: '2026-12-01T16:00:00.000Z' },
      { topic: 'mandate.expire', payload, dueAt: termTo },
    ]);
  });
});
