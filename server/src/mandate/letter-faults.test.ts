import { describe, expect, test } from 'vitest';
import { agreement, amended, authorisation, entrustment, facts as district } from './example-mandates.ts';
import { type MandateLetter } from './letter.ts';
import type { MandateFacts } from './mandate.ts';
import { acceptMandate, draftMandate, reviewMandate, signMandate } from './steps.ts';

import { Story } from './story-of-a-mandate.ts';

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
