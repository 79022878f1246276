import { expect, test } from 'vitest';
import {
  authority,
  type CaseStory,
  caseStory,
  findItem,
  nineOn,
  person,
  sealedLetter,
  type SignChange,
  type SignCommand,
  staff,
  handed,
} from '../../test/case-story.ts';
import { correctStatement, supplyTolerated } from '../application/application.ts';
import { relationDigest } from '../identity/person.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { ReviewAct } from '../review/review.ts';
import { checkRefusals } from '../mandate/refusals.ts';
import {
  decideByRules,
  deemRenewed,
  escalateCase,
  recuseOfficer,
  returnProposal,
  type RuleFacts,
  type SignerRole,
  type Terminate,
  terminateCase,
  viewDecision,
} from './decision.ts';
import { redFacts } from './red-facts.ts';
import { decisionRefusals } from './refusals.ts';

const monday = { at: nineOn('2025-03-03'), actor: person('clerk-1') };
const officer = by('officer-1', 'handler');
const chief = by('chief-1', 'chief');
const head = by('head-1', 'head');
const refusal: SignCommand = {
  outcome: 'REFUSE',
  reason: '排水口不符合要求',
  facts: '现场核查发现排水口未设置格栅',
  norms: ['《城镇排水与污水处理条例》第二十二条'],
};

function by(id: string, role: SignerRole, on = '2025-03-06') {
  return { at: nineOn(on), actor: person(id), role };
}

const good = { outletOk: true, pretreatment: true, waterOk: true, siteChecked: true };

/** WA-01, class 2, reviewed and ready for the first signature. */
function reviewed(findings: Readonly<Record<string, boolean | number>> = good, itemId = 'WA-01'): CaseStory {
  const story = caseStory(itemId);
  story.receive({}, monday);
  expect(story.settle({ outcome: 'ACCEPT', tolerated: [] }, monday, { byWindowClerk: false })).toBe('ok');
  finish(story, findings);
  return story;
}

function finish(story: CaseStory, findings: Readonly<Record<string, boolean | number>>): void {
  const named = Object.entries(findings).map(([name, value]) => ({ name, value, evidence: '记录' }));
  const place = { address: '云桥街道1号', place: { latitude: 39.9, longitude: 116.4 }, record: '记录' };
  const time = { fromAt: '2025-03-05T02:00:00.000Z', toAt: '2025-03-05T03:00:00.000Z' };
  const pair = { officers: ['officer-1', 'officer-2'], signedBy: ['officer-1', 'officer-2'] };
  expect(story.review({ act: 'recordSiteVisit', ...place, ...time, ...pair, findings: [] }, officer)).toBe('ok');
  const points = story.version.item.reviewPoints.map((_text, point) => ({
    point,
    result: 'met' as const,
    evidence: '材料',
  }));
  expect(story.review({ act: 'recordFindings', findings: named, points }, officer)).toBe('ok');
}

function grant(story: CaseStory, when = officer, change: SignChange = {}): string {
  return story.sign({ outcome: 'GRANT' }, when, change);
}

/** HL-03, class 1, decidable with one signature. */
function nurse(): CaseStory {
  return reviewed({ healthOk: true }, 'HL-03');
}

test('R38: nobody proposes before every review point has its result and every fact is known', () => {
  const story = caseStory('WA-01');
  story.receive({}, monday);
  story.settle({ outcome: 'ACCEPT', tolerated: [] }, monday);
  expect(grant(story)).toBe('review-unfinished');
  const points = [0, 1, 2, 3].map((point) => ({ point, result: 'met' as const, evidence: '材料' }));
  story.review({ act: 'recordFindings', findings: [], points: points.slice(1) }, officer);
  expect(grant(story)).toBe('review-unfinished');
  expect(story.refused()?.detail).toEqual({ points: ['排放口位置'] });
  story.review({ act: 'recordFindings', findings: [], points: points.slice(0, 1) }, officer);
  expect(grant(story)).toBe('facts-missing');
});

test('R76: one signature decides a class 1 grant, by the officer or by the chief to whom his work fell', () => {
  const story = nurse();
  expect(grant(story)).toBe('ok');
  expect(story.types().slice(-2)).toEqual(['DecisionMade', 'DecisionSealed']);
  expect(grant(nurse(), chief)).toBe('ok');
});

test('R76: in class 2 the officer proposes, and the chief decides on the proposal', () => {
  const story = reviewed();
  expect(grant(story, chief)).toBe('proposal-needed');
  expect(grant(story)).toBe('ok');
  expect(story.types().at(-1)).toBe('DecisionProposed');
  expect(grant(story, by('officer-2', 'handler'))).toBe('wrong-state');
  expect(grant(story, chief)).toBe('ok');
  expect(viewDecision(story.events()).signatures.map(({ kind, personId }) => [kind, personId])).toEqual([
    ['propose', 'officer-1'],
    ['decide', 'chief-1'],
  ]);
});

test('promise 2: the head of the organ stands in for whoever is missing, never with fewer signatures', () => {
  const story = reviewed();
  expect(grant(story, head)).toBe('proposal-needed');
  expect(grant(story)).toBe('ok');
  expect(grant(story, head)).toBe('ok');
});

test('R76: the second signer signs what the first proposed, or returns it', () => {
  const story = reviewed();
  grant(story);
  expect(story.sign({ ...refusal, departure: '另有理由' }, chief)).toBe('differs-from-proposal');
  const facts = { authority, personFence: { key: 'person/chief-1', mode: 'pass' as const } };
  expect(story.take(returnProposal, { reason: '请补充' }, { ...facts, role: 'handler' }, officer)).toBe(
    'not-in-sign-lists',
  );
  expect(story.take(returnProposal, { reason: '请补充' }, { ...facts, role: 'chief' }, chief)).toBe('ok');
  expect(viewDecision(story.events())).toMatchObject({
    signatures: [],
    returned: [{ by: 'chief-1', reason: '请补充' }],
  });
  expect(grant(story, chief)).toBe('proposal-needed');
});

test('R77: an adverse decision carries two signatures, whatever the class', () => {
  const story = reviewed({ healthOk: false }, 'HL-03');
  expect(story.sign(refusal, chief)).toBe('proposal-needed');
  expect(story.sign(refusal, head)).toBe('proposal-needed');
  expect(story.sign(refusal, officer)).toBe('ok');
  expect(story.types().at(-1)).toBe('DecisionProposed');
  expect(story.sign(refusal, chief)).toBe('ok');
});

test('R77: a refusal against the rules is no less adverse: it takes two signatures in class 1 as well', () => {
  const story = nurse();
  expect(story.sign({ ...refusal, departure: '另有隐患' }, chief)).toBe('proposal-needed');
  expect(story.sign({ ...refusal, departure: '另有隐患' }, officer)).toBe('ok');
  expect(story.types().at(-1)).toBe('DecisionProposed');
});

test('R38, R47: what was found before the applicant corrected his statement is looked at anew before anybody signs', () => {
  const story = reviewed();
  const corrected = { materials: [{ code: 'm.sewer', source: 'paper' as const }], form: {} };
  const applicantHimself = { at: officer.at, actor: { kind: 'applicant', id: 'applicant-1' } } as const;
  expect(story.take(correctStatement, corrected, { version: story.version, owed: [], handed }, applicantHimself)).toBe(
    'ok',
  );
  expect(grant(story)).toBe('review-unfinished');
  finish(story, good);
  expect(grant(story)).toBe('ok');
});

test('R45, T11: whoever proposed does not decide, even as another post', () => {
  const story = reviewed();
  grant(story);
  expect(grant(story, by('officer-1', 'chief'))).toBe('same-person-in-case');
  const twin = staff('chief-1', 'id-of-officer-1');
  expect(grant(story, chief, { people: [twin] })).toBe('same-person-in-case');
  // Compared by identity number, and never told by it.
  expect(story.refused()?.detail).toEqual({ parts: ['signer', 'signer'] });
});

test('R45, T11: whoever accepted does not sign, first or second', () => {
  const story = nurse();
  expect(grant(story, by('clerk-1', 'handler'))).toBe('same-person-in-case');
  const two = reviewed();
  grant(two);
  expect(grant(two, by('clerk-1', 'chief'))).toBe('same-person-in-case');
});

test('R45, T11: the keeper of the seal is never the only signer, but may be one of two', () => {
  const keeper = staff('officer-1', 'id-of-officer-1');
  expect(grant(nurse(), officer, { keeper })).toBe('same-person-in-case');
  const story = reviewed();
  grant(story, by('officer-2', 'handler'));
  expect(grant(story, chief, { keeper: staff('chief-1', 'id-of-chief-1') })).toBe('ok');
});

test('R44, T05: a signer declares that nothing ties him to the parties, and a hit outranks his word', () => {
  expect(story44({ recusal: 'spouse' })).toBe('conflict-of-interest');
  const relations = [
    { idDigest: relationDigest('officer-1', '110198198601256910'), kind: 'affinity' as const, label: '弟媳' },
  ];
  expect(story44({}, { people: [staff('officer-1', 'x', { relations })] })).toBe('conflict-of-interest');
  expect(story44({}, { people: [staff('officer-1', '110198198601256910')] })).toBe('conflict-of-interest');
  expect(story44({})).toBe('ok');
});

function story44(command: Partial<SignCommand>, change: SignChange = {}): string {
  return nurse().sign({ outcome: 'GRANT', ...command }, officer, change);
}

test('R44: who stands aside signs no more, and his proposal lapses', () => {
  const story = reviewed();
  grant(story);
  const recusal = { personId: 'officer-1', ground: 'affinity', note: '' } as const;
  expect(story.take(recuseOfficer, recusal, { byHeadOfOrgan: false }, chief)).toBe('not-head-of-organ');
  expect(story.take(recuseOfficer, recusal, { byHeadOfOrgan: true }, head)).toBe('ok');
  expect(viewDecision(story.events()).signatures).toEqual([]);
  expect(grant(story)).toBe('officer-recused');
});

test('R44: an applicant cannot make an officer stand aside by bearing his id', () => {
  const own = { at: officer.at, actor: { kind: 'applicant', id: 'officer-1' } } as const;
  const recusal = { personId: 'officer-1', ground: 'other', note: '' } as const;
  expect(reviewed().take(recuseOfficer, recusal, { byHeadOfOrgan: false }, own)).toBe('not-head-of-organ');
});

test('T06, R32: what was tolerated at acceptance must be in before anything is granted', () => {
  const story = caseStory('WA-01');
  story.receive({ without: ['m.bl'] }, monday);
  story.settle(
    { outcome: 'ACCEPT', tolerated: ['m.bl'], toleratedUntilOn: '2025-03-13', promiseReference: '承诺书1' },
    monday,
  );
  finish(story, good);
  expect(grant(story)).toBe('material-missing');
  const bl = { code: 'm.bl', source: 'file', reference: 'f' } as const;
  expect(
    story.take(
      supplyTolerated,
      { materials: [bl], form: {} },
      { version: story.version, owed: ['m.bl'], handed },
      officer,
    ),
  ).toBe('ok');
  expect(grant(story)).toBe('ok');
});

test('T06: a refusal needs no materials', () => {
  const story = caseStory('WA-01');
  story.receive({ without: ['m.bl'] }, monday);
  story.settle(
    { outcome: 'ACCEPT', tolerated: ['m.bl'], toleratedUntilOn: '2025-03-13', promiseReference: '承诺书1' },
    monday,
  );
  finish(story, { ...good, outletOk: false });
  expect(story.sign(refusal, officer)).toBe('ok');
});

test('T09: a grant that rests on substance needs its site visit', () => {
  const story = caseStory('WA-01');
  story.receive({}, monday);
  story.settle({ outcome: 'ACCEPT', tolerated: [] }, monday);
  const points = [0, 1, 2, 3].map((point) => ({ point, result: 'met' as const, evidence: '材料' }));
  const findings = Object.entries(good).map(([name, value]) => ({ name, value, evidence: '记录' }));
  story.review({ act: 'recordFindings', findings, points }, officer);
  expect(grant(story)).toBe('procedure-skipped');
});

test('T10, R43: entertainment venues are not decided without their hearing; everything begun is finished first', () => {
  const venue = reviewed({ banSite: false, hearingDone: true, siteOk: true }, 'CT-02');
  expect(grant(venue)).toBe('procedure-skipped');
  expect(venue.refused()?.detail).toEqual({ procedures: ['hearing'] });
  const plan = { act: 'scheduleHearing', onDate: '2025-03-17', place: '会议室', presider: 'presider-1' } as const;
  venue.review(plan, officer);
  const held: ReviewAct = {
    act: 'recordHearing',
    heldOn: '2025-03-17',
    presider: 'presider-1',
    transcript: '听证笔录1',
    signedBy: ['甲'],
  };
  expect(venue.review(held, by('officer-1', 'handler', '2025-03-17'))).toBe('ok');
  expect(grant(venue, by('officer-1', 'handler', '2025-03-18'))).toBe('transcript-not-cited');
  const cited = { outcome: 'GRANT', reason: '根据听证笔录,符合条件' } as const;
  expect(venue.sign(cited, by('presider-1', 'handler', '2025-03-18'))).toBe('hearing-presider-reviewed');
  expect(venue.sign(cited, by('officer-1', 'handler', '2025-03-18'))).toBe('ok');

  const running = reviewed();
  const start = {
    act: 'startSpecialProcedure',
    procedure: 'testing',
    workingDays: 5,
    stopsClock: true,
    basis: '标准',
  } as const;
  running.review(start, officer);
  expect(grant(running)).toBe('procedure-skipped');
});

test('R42: nobody decides while a hearing may still be asked for, nor after it was asked for and not held', () => {
  const story = reviewed();
  story.review({ act: 'tellHearingRight', to: '邻居甲' }, officer);
  expect(grant(story, by('officer-1', 'handler', '2025-03-13'))).toBe('hearing-may-be-asked');
  expect(grant(story, by('officer-1', 'handler', '2025-03-14'))).toBe('ok');
  const asked = reviewed();
  asked.review({ act: 'tellHearingRight', to: '邻居甲' }, officer);
  asked.review({ act: 'requestHearing', by: '邻居甲' }, officer);
  expect(grant(asked, by('officer-1', 'handler', '2025-03-20'))).toBe('procedure-skipped');
});

test('R41: who was notified of his interest is heard before the decision', () => {
  const story = reviewed();
  story.review({ act: 'notifyInterestedParty', party: '邻居甲', matter: '排水' }, officer);
  expect(grant(story)).toBe('procedure-skipped');
  story.review({ act: 'hearInterestedParty', party: '邻居甲', statement: '逾期未陈述' }, officer);
  expect(grant(story)).toBe('ok');
});

test('R48: the silence of an organ that was asked is no consent', () => {
  const story = caseStory('UM-01');
  story.receive({}, monday);
  story.settle({ outcome: 'ACCEPT', tolerated: [] }, monday);
  story.review({ act: 'askJointOpinion', organ: 'PS', dueInDays: 5 }, officer);
  finish(story, { planOk: true });
  expect(grant(story, by('officer-1', 'handler', '2025-04-30'))).toBe('facts-missing');
});

test('R40: a refusal after testing names the technical standard', () => {
  const story = reviewed({ ...good, outletOk: false });
  const start = {
    act: 'startSpecialProcedure',
    procedure: 'testing',
    workingDays: 5,
    stopsClock: true,
    basis: '标准',
  } as const;
  story.review(start, officer);
  story.review({ act: 'endSpecialProcedure', procedure: 'testing', result: '不合格' }, officer);
  expect(story.sign(refusal, officer)).toBe('standard-missing');
  expect(story.sign({ ...refusal, norms: ['GB/T 31962 污水排入城镇下水道水质标准'] }, officer)).toBe('ok');
});

test('R67: a refusal states the facts found, the norms applied and the reason', () => {
  const story = reviewed({ ...good, outletOk: false });
  expect(story.sign({ ...refusal, facts: '' }, officer)).toBe('refusal-without-reasons');
  expect(story.sign({ ...refusal, norms: [] }, officer)).toBe('refusal-without-reasons');
  expect(story.sign(refusal, officer)).toBe('ok');
});

test('R50: what the rules refuse nobody grants; a refusal against the rules says why it departs', () => {
  expect(grant(reviewed({ ...good, outletOk: false }))).toBe('rules-forbid-grant');
  expect(reviewed().sign(refusal, officer)).toBe('departure-without-reason');
  expect(reviewed().sign({ ...refusal, departure: '另有安全隐患' }, officer)).toBe('ok');
});

test('R33: what is granted on a promise is granted as such', () => {
  const place = (form: { byPromise: boolean }) => {
    const story = caseStory('FR-01');
    const commit = { code: 'm.commit', source: 'file', reference: 'c' } as const;
    const usual = ['m.floor', 'm.fire'].map((code) => ({ code, source: 'paper' as const }));
    const route = form.byPromise ? 'promise' : 'normal';
    story.receive({ application: { route, form, materials: [...usual, ...(form.byPromise ? [commit] : [])] } }, monday);
    expect(story.settle({ outcome: 'ACCEPT', tolerated: [] }, monday)).toBe('ok');
    finish(story, { complete: true, siteOk: true });
    return story;
  };
  expect(grant(place({ byPromise: true }))).toBe('rules-forbid-grant');
  expect(place({ byPromise: true }).sign({ outcome: 'GRANT_ON_PROMISE' }, officer)).toBe('ok');
  expect(place({ byPromise: false }).sign({ outcome: 'GRANT_ON_PROMISE' }, officer)).toBe('rules-forbid-grant');
});

test('R71, T01: a signature needs the mandate that carries it, now', () => {
  const story = nurse();
  const before = story.events();
  for (const code of [
    'mandate-revoked',
    'mandate-suspended',
    'mandate-expired',
    'amount-over',
    'item-not-listed',
  ] as const) {
    expect(grant(story, officer, { authority: refuse(checkRefusals, code) })).toBe(code);
  }
  expect(story.events()).toBe(before);
  expect(grant(story)).toBe('ok');
  expect(story.events().at(-1)?.mandate).toEqual(authority.ref);
});

test('R71: a signature is for the document that the signer was shown', () => {
  expect(nurse().sign({ outcome: 'GRANT', documentHash: sm3Hex('another') }, officer)).toBe('document-changed');
  expect(nurse().sign({ outcome: 'GRANT', evidenceHash: sm3Hex('another') }, officer)).toBe('evidence-changed');
});

test('R82: a letter that came out otherwise than it was signed is not sealed', () => {
  expect(grant(nurse(), officer, { letter: sealedLetter(sm3Hex('changed')) })).toBe('document-changed');
});

test('T13, R74: a revoked certificate signs nothing', () => {
  const stopped = staff('officer-1', 'id-of-officer-1', { certificate: 'revoked' });
  expect(grant(nurse(), officer, { people: [stopped] })).toBe('key-compromised');
});

test('T12: a seal is used in its hours, for a case, on the signed document', () => {
  const story = nurse();
  const documentHash = sm3Hex('document');
  const red = (seal: Parameters<typeof redFacts>[0]['seal']) =>
    redFacts({
      view: viewDecision(story.events()),
      version: story.version,
      effects: [],
      at: officer.at,
      outcome: 'GRANT',
      signer: staff('officer-1', 'x'),
      declared: 'none',
      people: () => undefined,
      keeper: undefined,
      otherVisits: [],
      seal,
    });
  const hours = { from: '09:00', to: '17:00' };
  const fine = { caseNo: '1', documentHash, signedHash: documentHash, hours };
  expect(grant(story, officer, { red: red({ ...fine, hours: { from: '10:00', to: '17:00' } }) })).toBe(
    'seal-after-hours',
  );
  expect(grant(story, officer, { red: red({ ...fine, hours: null }) })).toBe('seal-after-hours');
  expect(grant(story, officer, { red: red({ ...fine, signedHash: sm3Hex('x') }) })).toBe('sealed-document-differs');
  expect(grant(story, officer, { red: red(fine) })).toBe('ok');
});

test('R75: at most two signatures; the third, by the head, has its exception code, and there is no fourth', () => {
  const story = reviewed();
  grant(story);
  expect(story.sign({ outcome: 'GRANT', forwardToHead: true }, chief)).toBe('third-signature-uncoded');
  const passedOn = { outcome: 'GRANT', forwardToHead: true, exceptionCode: 'EX-MAJOR' } as const;
  expect(story.sign(passedOn, chief)).toBe('ok');
  expect(story.types().at(-1)).toBe('DecisionEndorsed');
  expect(story.sign(passedOn, by('chief-2', 'chief'))).toBe('not-in-sign-lists');
  expect(grant(story, head)).toBe('third-signature-uncoded');
  expect(story.sign({ outcome: 'GRANT', exceptionCode: 'EX-MAJOR' }, head)).toBe('ok');
  expect(viewDecision(story.events())).toMatchObject({
    signatures: [{}, {}, {}],
    decided: { exceptionCode: 'EX-MAJOR' },
  });
});

test('R76, R81: what leaves the lists is prepared by the officer and decided by the head, not by the chief', () => {
  const story = reviewed();
  expect(story.take(escalateCase, { reason: '超出授权' }, { authority }, officer)).toBe('ok');
  expect(grant(story, chief)).toBe('not-in-sign-lists');
  expect(grant(story)).toBe('ok');
  expect(story.types().at(-1)).toBe('DecisionProposed');
  expect(grant(story, head, { authority: { office: 'WA', fences: [] } })).toBe('ok');
  expect(story.events().at(-1)?.mandate).toBeUndefined();
  expect(story.events().at(-2)?.data).toMatchObject({ signature: { office: 'WA', role: 'head' } });
});

test('R34: a limited licence goes by the order of acceptance, and nothing goes beyond the last place', () => {
  const quota = (earlierUndecided: number, placesLeft: number) => ({
    quota: { fence: { key: 'quota/TB-01', mode: 'bump' as const }, earlierUndecided, placesLeft },
  });
  const tobacco = () => reviewed({ premises: true }, 'TB-01');
  expect(grant(tobacco(), officer, quota(0, 0))).toBe('quota-full');
  expect(grant(tobacco(), officer, quota(1, 1))).toBe('quota-order');
  expect(grant(tobacco(), officer, quota(1, 2))).toBe('ok');
  expect(grant(tobacco(), officer, quota(0, 1))).toBe('ok');
  expect(tobacco().sign({ ...refusal, departure: '数量已满' }, officer, quota(0, 0))).toBe('ok');
});

test('R78: a rule set only grants, under its own authority, and its record names rules, version and inputs', () => {
  const story = caseStory('MK-02');
  story.receive({}, monday);
  story.settle({ outcome: 'ACCEPT', tolerated: [] }, monday);
  const robot = { at: monday.at, actor: { kind: 'robot', id: 'robot/rules' } } as const;
  const red = redOfMachine(story);
  const evaluation = { outcome: 'APPROVE', why: '全部符合', row: 4, effects: [], reads: [] } as const;
  const facts: RuleFacts = {
    version: story.version,
    grant: evaluation,
    ruleSetHash: 'r',
    inputHash: 'i',
    authority,
    red,
    humanAsked: false,
    documentHash: 'd',
    letter: sealedLetter('d'),
  };
  const decide = (change: Partial<RuleFacts>) => story.take(decideByRules, undefined, { ...facts, ...change }, robot);
  expect(decide({ humanAsked: true })).toBe('human-asked');
  expect(decide({ grant: refuse(checkRefusals, 'no-mandate') })).toBe('no-mandate');
  expect(decide({ authority: refuse(checkRefusals, 'rule-set-differs') })).toBe('rule-set-differs');
  const { ruleSetSigned: _signed, ...unsigned } = story.version;
  expect(decide({ version: unsigned })).toBe('rule-set-unsigned');
  expect(decide({})).toBe('ok');
  expect(story.events().at(-2)).toMatchObject({
    type: 'DecisionMade',
    actor: { kind: 'robot', id: 'robot/rules' },
    data: { outcome: 'GRANT', ruleSetHash: 'r', inputHash: 'i', itemVersion: 1 },
  });
  expect(viewDecision(story.events()).signatures).toEqual([]);
});

test('R78: papers of which only the applicant has said a word are no verified predicate of a machine’s decision', () => {
  const story = caseStory('MK-02', { materials: findItem('MK-05').materials });
  story.receive({}, monday);
  story.settle({ outcome: 'ACCEPT', tolerated: [] }, monday);
  expect(redOfMachine(story).materials).toContainEqual({ code: 'm.floor', isRequired: true, state: 'unverified' });
  const looked = redOfMachine(story, [monday.actor.id]).materials;
  expect(looked).toContainEqual({ code: 'm.floor', isRequired: true, state: 'verified' });
});

/** The red-line facts of a rule set's grant; `people` are the staff whom the platform knows. */
function redOfMachine(story: CaseStory, people: readonly string[] = []) {
  return redFacts({
    view: viewDecision(story.events()),
    version: story.version,
    effects: [],
    at: monday.at,
    outcome: 'GRANT',
    signer: undefined,
    declared: undefined,
    people: (personId) => (people.includes(personId) ? staff(personId, `id-of-${personId}`) : undefined),
    keeper: undefined,
    otherVisits: [],
    seal: undefined,
  });
}

test('R63: a timely renewal that nobody decided is granted by silence, on no power at all', () => {
  const robot = { at: nineOn('2025-04-03'), actor: { kind: 'robot', id: 'robot/renewal' } } as const;
  const story = reviewed();
  expect(story.take(deemRenewed, undefined, { due: false, documentHash: '', letter: undefined }, robot)).toBe(
    'not-a-renewal',
  );
  expect(story.take(deemRenewed, undefined, { due: true, documentHash: 'd', letter: sealedLetter('d') }, robot)).toBe(
    'ok',
  );
  expect(viewDecision(story.events()).decided).toMatchObject({ outcome: 'DEEMED_RENEWED' });
  expect(story.events().at(-1)?.mandate).toBeUndefined();
  expect(grant(story)).toBe('wrong-state');
});

test('R63, R9: a renewal by silence leaves its fee to be reckoned, with its letter or without', () => {
  const robot = { at: nineOn('2025-04-03'), actor: { kind: 'robot', id: 'robot/renewal' }, stream: 'case/1' } as const;
  const view = viewDecision(reviewed().events());
  const owed = (letter: ReturnType<typeof sealedLetter> | Refusal, isCharged: boolean) => {
    const facts = { due: true, documentHash: 'd', letter, isCharged };
    const decided = deemRenewed.decide(view, undefined, facts, robot);
    return isRefusal(decided) ? decided.code : (decided.outbox ?? []).map(({ topic }) => topic);
  };
  const unprintable = refuse(decisionRefusals, 'not-a-renewal');
  expect(owed(sealedLetter('d'), true)).toContain('fee.assess');
  expect(owed(unprintable, true)).toEqual(['fee.assess']);
  expect(owed(unprintable, false)).toEqual([]);
});

test('an unanswered correction notice ends the case after the time that we allow, and not before', () => {
  const story = caseStory('WA-01');
  story.receive({ without: ['m.sewer'] }, monday);
  const defect = { code: 'm.sewer', what: '缺', need: '交' };
  expect(story.settle({ outcome: 'CORRECT', defects: [defect] }, monday)).toBe('ok');
  const end = (todayOn: string) =>
    story.take(
      terminateCase,
      { ground: 'correctionNotSupplied', reason: '逾期未补正' },
      { role: 'handler', authority, letter: undefined, todayOn },
      { at: nineOn(todayOn), actor: person('officer-1') },
    );
  expect(end('2025-04-02')).toBe('ground-missing');
  expect(story.refused()?.detail).toMatchObject({ untilOn: '2025-04-02' });
  expect(end('2025-04-03')).toBe('ok');
});

test('promise 2: a case is not ended for the death of a company or the dissolution of a person', () => {
  const facts = { role: 'chief', authority, letter: undefined, todayOn: '2025-03-06' } as const;
  const end = (story: CaseStory, ground: 'applicantDied' | 'applicantDissolved') =>
    story.take(terminateCase, { ground, reason: '查明' }, facts, officer);
  expect(end(nurse(), 'applicantDissolved')).toBe('ground-missing');
  expect(end(nurse(), 'applicantDied')).toBe('ok');
  const company = () => {
    const story = caseStory('MK-04');
    story.receive({}, monday);
    return story;
  };
  expect(end(company(), 'applicantDied')).toBe('ground-missing');
  expect(end(company(), 'applicantDissolved')).toBe('ok');
});

test('house: nobody at the window ends a case alone for a death or a lost object; the chief or the head does', () => {
  const end = (ground: Terminate['ground'], role: SignerRole) =>
    nurse().take(
      terminateCase,
      { ground, reason: '查明' },
      { role, authority, letter: undefined, todayOn: '2025-03-06' },
      officer,
    );
  for (const ground of ['applicantDied', 'objectGone'] as const) {
    expect(end(ground, 'handler')).toBe('termination-needs-chief');
    expect([end(ground, 'chief'), end(ground, 'head')]).toEqual(['ok', 'ok']);
  }
});

test('R32: an unkept promise of tolerated materials ends the case only when its date has passed', () => {
  const story = caseStory('WA-01');
  story.receive({ without: ['m.bl'] }, monday);
  story.settle(
    { outcome: 'ACCEPT', tolerated: ['m.bl'], toleratedUntilOn: '2025-03-13', promiseReference: '承诺书1' },
    monday,
  );
  const end = (todayOn: string) =>
    story.take(
      terminateCase,
      { ground: 'deferredMaterialsOverdue', reason: '逾期' },
      { role: 'handler', authority, letter: undefined, todayOn },
      { at: nineOn(todayOn), actor: person('officer-1') },
    );
  expect(end('2025-03-13')).toBe('ground-missing');
  expect(end('2025-03-14')).toBe('ok');
});

test('R83: what is decided stays: no second decision, proposal, return or termination', () => {
  const story = nurse();
  grant(story);
  const before = story.events();
  expect(grant(story, chief)).toBe('wrong-state');
  expect(story.sign(refusal, by('officer-2', 'handler'))).toBe('wrong-state');
  expect(story.take(escalateCase, { reason: '再议' }, { authority }, officer)).toBe('wrong-state');
  const facts = { role: 'chief', authority, letter: undefined, todayOn: '2025-03-06' } as const;
  expect(story.take(terminateCase, { ground: 'objectGone', reason: '灭失' }, facts, officer)).toBe('wrong-state');
  expect(story.events()).toBe(before);
});
