import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, type Decided, type Recorded, seal } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { recordObjection, recordOverstep, settleOverstep } from './answerability.ts';
import { check } from './check.ts';
import {
  agreement,
  amended,
  authorisation,
  entrustment,
  facts as district,
  grantAct,
  noonAt,
  termTo,
} from './example-mandates.ts';
import { expireMandate, resumeMandate, revokeMandate, suspendMandate } from './halting.ts';
import { type MandateLetter, mandateRefOf, mandateStream } from './letter.ts';
import { heldVersions, isUsable, stateAt, viewMandate } from './life-cycle.ts';
import type { MandateFacts } from './mandate.ts';
import {
  acceptMandate,
  amendMandate,
  draftMandate,
  fileMandate,
  type MandateStep,
  publishMandate,
  reviewMandate,
  signMandate,
} from './steps.ts';
import { expiryWarning, liabilityAfterObjection, samplingState, suspensionForLeaver } from './supervision-duty.ts';

/** A mandate's stream without a database: acts append what the steps decide, refusals leave it alone. */
class Story {
  readonly facts: MandateFacts;
  readonly letter: MandateLetter;
  events: readonly Recorded[] = [];
  open = false;

  constructor(letter: MandateLetter = authorisation, facts: MandateFacts = district) {
    this.letter = letter;
    this.facts = facts;
  }

  act<C>(step: MandateStep<C>, command: C, actor: string | Actor, at = '2024-12-01T02:00:00.000Z'): Refusal | Decided {
    const stream = mandateStream(this.letter.mandateNo);
    const by: Actor = typeof actor === 'string' ? { kind: 'person', id: actor } : actor;
    const answer = step.decide(step.view(this.events), command, this.facts, { actor: by, at, stream });
    if (isRefusal(answer)) return answer;
    for (const event of answer.events) {
      const { recorded } = seal({
        realm: '110198',
        stream,
        seq: this.events.length + 1,
        at,
        actor: by,
        requestId: 'r',
        prev: '',
        type: event.type,
        data: event.data,
      });
      this.events = [...this.events, recorded];
    }
    this.open = answer.sets?.[0]?.open ?? this.open;
    return answer;
  }

  /** The code of the refusal, or `done`. */
  say<C>(step: MandateStep<C>, command: C, actor: string | Actor, at?: string): string {
    const answer = this.act(step, command, actor, at);
    return isRefusal(answer) ? `${answer.rule} ${answer.code}` : 'done';
  }

  get hash(): string {
    return viewMandate(this.events).versions.at(-1)?.hash ?? '';
  }

  get state(): string {
    return this.stateAt(noonAt);
  }

  stateAt(at: string, no = 1): string {
    const view = viewMandate(this.events);
    const version = view.versions.find(({ letter }) => letter.version === no);
    return version === undefined ? 'none' : stateAt(view, version, at);
  }

  verdict(at = noonAt): string {
    const codes = heldVersions(viewMandate(this.events), this.events.length).map((version) => {
      const answer = check(version, { ...grantAct, at });
      return 'granted' in answer ? `granted v${answer.ref.version}` : answer.code;
    });
    return codes.find((code) => code.startsWith('granted')) ?? codes.at(-1) ?? 'none';
  }
}

const publish = { places: ['web', 'window'] as ('web' | 'window')[], noticeNo: '公示1号' };
const everyone = ['mk-officer-1', 'mk-officer-2', 'mk-chief'];

function signed(letter?: MandateLetter): Story {
  const story = new Story(letter);
  story.act(draftMandate, { letter: story.letter }, 'mk-drafter');
  story.act(reviewMandate, { opinion: '合法', passed: true }, 'mk-legal');
  story.act(signMandate, { hash: story.hash }, 'mk-head');
  return story;
}

function inForce(letter?: MandateLetter): Story {
  const story = signed(letter);
  for (const person of [...everyone, 'mk-keeper']) story.act(acceptMandate, { hash: story.hash }, person);
  story.act(fileMandate, { filingNo: '备1号' }, 'zw-filer');
  story.act(publishMandate, publish, 'mk-drafter');
  return story;
}

describe('from draft to force', () => {
  test('R106: only after review, signature, acceptance, filing and publication does a mandate carry acts', () => {
    const story = new Story();
    const seen: string[] = [];
    const go = <C>(step: MandateStep<C>, command: C, actor: string) => {
      expect(story.say(step, command, actor)).toBe('done');
      seen.push(`${story.state} ${story.open} ${story.verdict()}`);
    };
    go(draftMandate, { letter: story.letter }, 'mk-drafter');
    go(reviewMandate, { opinion: '合法', passed: true }, 'mk-legal');
    go(signMandate, { hash: story.hash, signature: 'MEUC' }, 'mk-head');
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

describe('what a letter must be', () => {
  function review(letter: MandateLetter, change: object = {}, facts: Partial<MandateFacts> = {}): string {
    const story = new Story(amended(letter, change), { ...district, ...facts });
    story.act(draftMandate, { letter: story.letter }, 'mk-drafter');
    return story.say(reviewMandate, { opinion: '合法', passed: true }, 'mk-legal');
  }

  test('lawful letters of all three constructs pass', () => {
    expect([authorisation, agreement, entrustment].map((letter) => review(letter))).toStrictEqual([
      'done',
      'done',
      'done',
    ]);
  });

  test.each([
    ['items', { items: [] }],
    ['powers', { powers: [] }],
    ['region', { scope: { applicantKinds: ['naturalPerson'], regions: [] } }],
    ['duties', { duties: { grantor: [], grantee: [] } }],
    ['liability', { liability: '' }],
    ['supervision', { supervision: { ...authorisation.supervision, plan: '' } }],
    ['termination', { termination: { ...authorisation.termination, grounds: [] } }],
    ['legal basis', { legalBasis: [] }],
    ['seals', { seals: [] }],
    ['responsibility', { responsibility: '' }],
    ['breaker annex', { breaker: [] }],
    [
      'handler',
      {
        grantees: authorisation.construct === 'B' ? authorisation.grantees.filter(({ role }) => role === 'chief') : [],
      },
    ],
    [
      'chief for list 2',
      {
        grantees:
          authorisation.construct === 'B' ? authorisation.grantees.filter(({ role }) => role === 'handler') : [],
      },
    ],
  ])('R97: a letter without %s is not complete', (_name, change) => {
    expect(review(authorisation, change)).toBe('R97 parts-missing');
  });

  test('R97: an agreement lists what the window checks for every item, who signs for what and why data are used', () => {
    expect(review(agreement, { intakeChecklist: [] })).toBe('R97 parts-missing');
    expect(review(agreement, { handover: { ...agreement.handover, signsFor: '' } })).toBe('R97 parts-missing');
    expect(review(agreement, { dataProcessing: { ...agreement.dataProcessing, purposes: [] } })).toBe(
      'R97 parts-missing',
    );
  });

  test('R97: the parties are the registered organs and the head is the head now', () => {
    expect(review(authorisation, { grantor: { ...authorisation.grantor, uscc: '11110198YH000107XT' } })).toBe(
      'R97 party-not-registered',
    );
    expect(review(authorisation, { grantor: { ...authorisation.grantor, headPersonId: 'mk-chief' } })).toBe(
      'R97 party-not-registered',
    );
  });

  test('R98: an agreement goes to a government-service body of the same level and hands over no decision', () => {
    const centre = agreement.construct === 'A' ? agreement.grantee : undefined;
    const asOrgan = (change: object) => ({
      organ: (code: string) => {
        const organ = district.organ(code);
        return organ === undefined || code !== 'YH-CENTRE' ? organ : { ...organ, ...change };
      },
    });
    expect(review(agreement, { grantee: { ...centre, kind: 'department' } }, asOrgan({ kind: 'department' }))).toBe(
      'R98 grantee-not-service-body',
    );
    expect(review(agreement, { grantee: { ...centre, level: 'municipal' } }, asOrgan({ level: 'municipal' }))).toBe(
      'R98 grantee-other-level',
    );
    expect(review(agreement, { powers: ['accept', 'grant'] })).toBe('R98 power-outside-construct');
    expect(review(authorisation, { powers: ['accept', 'receive'] })).toBe('R98 power-outside-construct');
  });

  test('R98, R97: both heads sign an agreement and the grantee’s head accepts it', () => {
    const story = new Story(agreement);
    story.act(draftMandate, { letter: story.letter }, 'mk-drafter');
    story.act(reviewMandate, { opinion: '合法', passed: true }, 'mk-legal');
    expect(story.say(signMandate, { hash: story.hash }, 'mk-head')).toBe('done');
    expect(story.state).toBe('reviewed');
    expect(story.say(signMandate, { hash: story.hash }, 'mk-head')).toBe('R97 already-signed');
    expect(story.say(signMandate, { hash: story.hash }, 'centre-head')).toBe('done');
    expect(story.state).toBe('signed');
    expect(story.say(acceptMandate, { hash: story.hash }, 'centre-head')).toBe('done');
    expect(story.state).toBe('accepted');
  });

  const person = (personId: string) => ({
    grantees: [
      { personId, name: '某', role: 'handler' },
      { personId: 'mk-chief', name: '丁', role: 'chief' },
    ],
  });

  test('R99: the grantee is the grantor’s own staff, in office, posted to this centre', () => {
    expect(review(authorisation, person('hl-officer-1'))).toBe('R99 grantee-not-posted');
    expect(review(authorisation, person('mk-legal'))).toBe('R99 grantee-not-posted');
    expect(review(authorisation, person('stranger'))).toBe('R99 grantee-not-posted');
    expect(review(authorisation, {}, { centre: 'OTHER-CENTRE' })).toBe('R99 grantee-not-posted');
    const left = {
      person: (id: string) => (id === 'mk-chief' ? { ...authorisationChief, active: false } : district.person(id)),
    };
    expect(review(authorisation, {}, left)).toBe('R99 grantee-not-posted');
  });
  const authorisationChief = district.person('mk-chief') ?? {
    organ: '',
    employment: 'contract' as const,
    posts: [],
    active: false,
  };

  test('R80: contract staff are neither grantees nor keepers', () => {
    expect(review(authorisation, person('mk-contract'))).toBe('R80 grantee-contract-staff');
    expect(
      review(authorisation, { seals: authorisation.seals.map((each) => ({ ...each, keeperPersonId: 'mk-contract' })) }),
    ).toBe('R80 grantee-contract-staff');
  });

  test('R100: entrusted licensing needs an administrative organ, a rule or higher, and a public notice', () => {
    const grantee = agreement.construct === 'A' ? agreement.grantee : undefined;
    expect(review(entrustment, { grantee })).toBe('R100 grantee-not-administrative');
    expect(review(entrustment, { legalBasis: [{ level: 'normativeDocument', citation: '通知' }] })).toBe(
      'R100 legal-basis-too-low',
    );
    expect(review(entrustment, { legalBasis: [{ level: 'rule', citation: '规章' }] })).toBe('done');
    expect(review(entrustment, { publicNotice: { noticeNo: '', channel: '' } })).toBe('R100 public-notice-missing');
  });

  test('R101: nobody passes on a power that he holds under a mandate, and a deputy has a principal in the letter', () => {
    const held = {
      powersHeldBy: (holder: string) =>
        holder === 'MK' ? [{ mandateNo: 'CITY-C-1', itemId: 'MK-01', power: 'grant' as const }] : [],
    };
    expect(review(authorisation, {}, held)).toBe('R101 re-delegation');
    const other = { powersHeldBy: () => [{ mandateNo: 'CITY-C-1', itemId: 'MK-77', power: 'grant' as const }] };
    expect(review(authorisation, {}, other)).toBe('done');
    const deputy = { personId: 'mk-deputy', name: '丙', role: 'handler', deputyOf: 'nobody', activation: ['onLeave'] };
    expect(review(authorisation, { grantees: [...person('mk-officer-1').grantees, deputy] })).toBe(
      'R101 deputy-of-nobody',
    );
    expect(
      review(authorisation, { grantees: [...person('mk-officer-1').grantees, { ...deputy, deputyOf: 'mk-chief' }] }),
    ).toBe('R101 deputy-of-nobody');
    expect(
      review(authorisation, {
        grantees: [
          ...person('mk-officer-1').grantees,
          { personId: 'mk-deputy', name: '丙', role: 'handler', deputyOf: 'mk-officer-1' },
        ],
      }),
    ).toBe('R101 deputy-of-nobody');
  });

  const items = (itemId: string, list: number) => ({
    items: [{ itemId, name: itemId, guideVersionFrom: 1, list, intakeRoles: [] }],
    ruleSets: authorisation.ruleSets,
  });

  test('R102: the grantor implements every item, at its level, and the item is in force', () => {
    expect(review(authorisation, items('HL-01', 1))).toBe('R102 not-implementing-organ');
    expect(review(authorisation, items('XX-01', 1))).toBe('R102 not-implementing-organ');
    expect(review(authorisation, items('MK-10', 1))).toBe('R102 item-not-in-force');
    const municipal = {
      item: (id: string) => {
        const item = district.item(id);
        return item === undefined ? item : { ...item, level: 'municipal' as const };
      },
    };
    expect(review(authorisation, {}, municipal)).toBe('R102 not-implementing-organ');
  });

  test('R76: a list never asks for fewer signatures than the class, and EX items stand on none', () => {
    expect(review(authorisation, items('MK-05', 1))).toBe('R76 list-below-class');
    expect(review(authorisation, items('MK-01', 2))).toBe('done');
    expect(review(authorisation, items('MK-09', 2))).toBe('R76 item-reserved');
  });

  test('R78: list 0 names the published rule set and is sampled at 5 % or more', () => {
    expect(review(authorisation, { ruleSets: [] })).toBe('R78 rule-set-not-signed');
    expect(review(authorisation, { ruleSets: [{ itemId: 'MK-02', ruleSetHash: 'cd'.repeat(32) }] })).toBe(
      'R78 rule-set-not-signed',
    );
    expect(review(authorisation, { supervision: { ...authorisation.supervision, samplingPercent: 4.9 } })).toBe(
      'R78 sampling-too-low',
    );
  });

  test('R81: what cannot be delegated is named in every letter that carries decisions', () => {
    expect(review(authorisation, { nonDelegable: ['penalise'] })).toBe('R81 non-delegable-missing');
  });

  test('R103, T11: the seal is the grantor’s own and its keeper is no handler', () => {
    const [own] = authorisation.seals;
    expect(review(authorisation, { seals: [{ ...own, organCode: 'YH-CENTRE' }] })).toBe('R103 seal-of-other-organ');
    expect(review(authorisation, { seals: [{ ...own, keeperPersonId: 'mk-officer-1' }] })).toBe(
      'T11 keeper-is-handler',
    );
  });

  test('R104: the term is not empty, not over and at most two years', () => {
    const term = (from: string, to: string) => review(authorisation, { term: { from, to } });
    expect(term('2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z')).toBe('R104 term-invalid');
    expect(term('2023-01-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z')).toBe('R104 term-invalid');
    expect(term('2024-12-31T16:00:00.000Z', '2026-12-31T16:00:00.001Z')).toBe('R104 term-too-long');
    expect(term('2024-12-31T16:00:00.000Z', '2026-12-31T16:00:00.000Z')).toBe('done');
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
