import { describe, expect, test } from 'vitest';
import { recordObjection, recordOverstep, settleOverstep } from './answerability.ts';
import { liabilityAfterObjection, samplingState } from './supervision-duty.ts';

import { inForce } from './story-of-a-mandate.ts';

describe('supervision and answerability', () => {
  test('R107: a sample 30 days old suffices, older warns, beyond 60 trips; without any, counted from the first day', () => {
    const state = (today: string) => samplingState({ sampledOn: '2025-03-01', activeOn: '2025-01-01' }, today);
    expect(['2025-03-31', '2025-04-01', '2025-04-30', '2025-05-01'].map(state)).toStrictEqual([
      'sampled',
      'warn',
      'warn',
      'trip',
    ]);
    expect(samplingState({ sampledOn: null, activeOn: '2025-01-01' }, '2025-02-01')).toBe('warn');
  });

  test('R109: an overstep found later is logged; keeping, curing or revoking is the head’s, and good faith is protected', () => {
    const story = inForce();
    const overstep = {
      caseNo: 'C1',
      holder: 'mk-officer-1',
      rule: 'T03',
      actedOn: '2025-05-01',
      applicantInGoodFaith: true,
    };
    const settle = { caseNo: 'C1', disposition: 'revoked' as const, reason: '超额', protection: '' };
    expect(story.say(settleOverstep, settle, 'mk-head')).toBe('R109 overstep-unknown');
    expect(story.say(recordOverstep, overstep, { kind: 'robot', id: 'robot/sampling' })).toBe('done');
    expect(story.say(settleOverstep, settle, 'mk-chief')).toBe('R97 not-head');
    expect(story.say(settleOverstep, settle, 'mk-head')).toBe('R109 good-faith-unprotected');
    expect(story.say(settleOverstep, { ...settle, protection: '依法补偿' }, 'mk-head')).toBe('done');
    expect(story.say(settleOverstep, { ...settle, disposition: 'kept' }, 'mk-head')).toBe('R109 overstep-unknown');
  });

  test('R110: a named officer’s objection is recorded and shifts liability; a manifestly unlawful order is not executed', () => {
    const story = inForce();
    const objection = { caseNo: 'C1', order: '立即准予', reason: '材料不齐', isManifestlyUnlawful: false };
    expect(story.say(recordObjection, objection, 'hl-officer-1')).toBe('R110 not-named');
    expect(story.say(recordObjection, objection, 'mk-officer-1')).toBe('done');
    expect(story.events.at(-1)?.data).toStrictEqual({ personId: 'mk-officer-1', ...objection });
    expect(liabilityAfterObjection({ isRecorded: true, isManifestlyUnlawful: false })).toStrictEqual({
      mayExecute: true,
      answers: 'superior',
    });
    expect(liabilityAfterObjection({ isRecorded: false, isManifestlyUnlawful: false }).answers).toBe('officer');
    expect(liabilityAfterObjection({ isRecorded: true, isManifestlyUnlawful: true }).mayExecute).toBe(false);
  });
});
