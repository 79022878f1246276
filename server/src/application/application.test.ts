import { expect, test } from 'vitest';
import { applicant, type ApplicationChange, authority, caseStory, nineOn, person } from '../../test/case-story.ts';
import { company } from '../../test/story-cast.ts';
import type { AgentLetter } from '../identity/identity.ts';
import type { Applicant, Application, WithdrawalProof } from './application.ts';
import {
  Applicant as ApplicantForm,
  holderKey,
  partiesOf,
  viewApplication,
  withdrawApplication,
} from './application.ts';
import { caseEventTypes, caseStateOf, caseStates, requireState } from './case-state.ts';

const at = nineOn('2025-03-03');
const clerk = { at, actor: person('clerk-1') };
const online = { at, actor: { kind: 'applicant', id: 'applicant-1' } } as const;

const letter = { agentName: '蒋敏玉', agentIdNo: '110198198801259147' } as const;

test('R18: receipt is the instant at which the data enter the system, at any hour', () => {
  const story = caseStory('MK-05');
  const night = '2025-03-02T18:30:00.000Z';
  expect(story.receive({ application: { channel: 'online' } }, { ...online, at: night })).toBe('ok');
  expect(viewApplication(story.events())).toMatchObject({
    receivedAt: night,
    completeSinceAt: night,
    state: 'received',
  });
});

test('R19: nobody applies without the statement of truth', () => {
  expect(caseStory('MK-05').receive({ application: { truthStatement: false } }, clerk)).toBe('truth-statement-missing');
});

test('R15: an identity number that does not verify is refused, and a clerk alone may accept a historic one with a reason', () => {
  const wrong: Applicant = { ...applicant, idNo: '110198198601256911' };
  expect(caseStory('MK-05').receive({ application: { applicant: wrong } }, clerk)).toBe('identity-invalid');
  const reasoned = { ...wrong, idOverrideReason: '历史号码,户口簿可证' };
  expect(caseStory('MK-05').receive({ application: { applicant: reasoned } }, clerk)).toBe('ok');
  const own = { application: { applicant: reasoned, channel: 'online' } } as const;
  expect(caseStory('MK-05').receive(own, online)).toBe('channel-not-yours');
});

test('R4, R11: the form and the materials are those of the guide, of the right type and whole', () => {
  const story = (change: Partial<Application>) => caseStory('MK-05').receive({ application: change }, clerk);
  expect(story({ form: { area: 200, chain: false, onlyPrepacked: false } })).toBe('form-invalid');
  expect(story({ form: { area: '200', chain: false, onlyPrepacked: false, hasRawOrCold: true } })).toBe('form-invalid');
  const extra = { area: 200, chain: false, onlyPrepacked: false, hasRawOrCold: true, married: true };
  expect(story({ form: extra })).toBe('form-invalid');
  expect(story({ materials: [{ code: 'm.marriage', source: 'paper' }] })).toBe('material-unknown');
});

test('R90: a licence is changed, renewed or closed by an item that is for that, and by no other', () => {
  const licence = (act: 'change' | 'cancel') => ({ application: { licence: { licenceNo: 'L-1', act } } });
  const renewal = { application: { renewal: { licenceNo: 'L-1', expiresOn: '2025-12-31' } } };
  expect(caseStory('MK-05').receive(licence('change'), clerk)).toBe('ok');
  expect(caseStory('MK-05').receive(renewal, clerk)).toBe('ok');
  expect(caseStory('HL-04').receive(licence('change'), clerk)).not.toBe('licence-act-not-offered');
  expect(caseStory('HL-04').receive(licence('cancel'), clerk)).toBe('licence-act-not-offered');
  expect(caseStory('HL-03').receive(renewal, clerk)).toBe('licence-act-not-offered');
  // An item whose result is no licence changes none.
  expect(caseStory('UM-01').receive(licence('change'), clerk)).toBe('licence-act-not-offered');
});

test('R46: an application that names a licence to change and another to renew is refused: one of them would go unchecked', () => {
  const { dept } = caseStory('MK-05').version.item;
  const own = { isOwn: true, organ: dept, typeId: 'L-FOOD', status: 'valid', validToOn: '2025-12-31' };
  const licence = { licenceNo: 'L-1', act: 'change' } as const;
  const told = (licenceNo: string) =>
    caseStory('MK-05').receive({ application: { licence, renewal: { licenceNo, expiresOn: '2025-12-31' } } }, clerk, {
      licence: own,
    });
  expect([told('L-2'), told('L-1')]).toEqual(['two-licences-named', 'two-licences-named']);
});

test('R46, R90: receipt takes no licence of another, of another type or organ, or one that does not stand', () => {
  const { dept } = caseStory('MK-05').version.item;
  const own = { isOwn: true, organ: dept, typeId: 'L-FOOD', status: 'valid', validToOn: '2026-03-02' };
  const named = { licence: { licenceNo: 'L-1', act: 'change' } } as const;
  const told = (held: Partial<typeof own>, application: Partial<Application> = named) =>
    caseStory('MK-05').receive({ application }, clerk, { licence: { ...own, ...held } });
  expect(told({})).toBe('ok');
  expect(told({ isOwn: false })).toBe('named-licence-of-another');
  expect(told({ typeId: 'L-HYG' })).toBe('named-licence-other-type');
  expect(told({ organ: 'HL' })).toBe('named-licence-other-type');
  for (const status of ['suspended', 'expired', 'withdrawn', 'annulled', 'forfeited', 'cancelled'])
    expect(told({ status })).toBe('named-licence-not-standing');
  const renewal = { licenceNo: 'L-1', expiresOn: '2026-03-02' };
  expect(told({ isOwn: false }, { renewal })).toBe('named-licence-of-another');
  expect(told({ status: 'cancelled' }, { renewal })).toBe('named-licence-not-standing');
});

const PAPER = { kind: '食品经营许可证', licenceNo: '旧证1', issuer: '云河区食品药品监督管理局' };

test('R6, R46: what the library has is never taken on paper, and of what it has not the clerk writes down what he saw', () => {
  const renewal = { licenceNo: '旧证1', expiresOn: '2026-03-02' };
  const told = (
    itemId: string,
    application: Partial<Application>,
    known: { licence?: undefined; inLibraryAs?: string },
  ) => caseStory(itemId).receive({ application }, clerk, known);
  const unknown = { licence: undefined };
  expect(told('MK-05', { renewal }, unknown)).toBe('paper-licence-undescribed');
  expect(told('MK-05', { renewal, paperLicence: PAPER }, unknown)).toBe('ok');
  // Under the number on its paper it is a licence of the library; with or without a description, that is the one to name.
  const known = { ...unknown, inLibraryAs: '1.2.156.3005.2.1' };
  expect(told('MK-05', { renewal }, known)).toBe('paper-licence-in-library');
  expect(told('MK-05', { renewal, paperLicence: PAPER }, known)).toBe('paper-licence-in-library');
  expect(told('MK-05', { renewal, paperLicence: PAPER }, {})).toBe('paper-licence-in-library');
  // It is one licence that an application is about, and what was seen is that one.
  const licence = { licenceNo: 'L-1', act: 'change' } as const;
  expect(told('MK-05', { licence, paperLicence: PAPER }, {})).toBe('two-licences-named');
  expect(told('MK-05', { renewal: { ...renewal, licenceNo: '旧证2' }, paperLicence: PAPER }, unknown)).toBe(
    'two-licences-named',
  );
  // Where the item makes out new ones, a paper that is only changed is none of its business.
  expect(told('MK-05', { paperLicence: PAPER }, unknown)).toBe('named-licence-unknown');
  expect(told('HL-04', { paperLicence: PAPER }, unknown)).not.toMatch(/licence/);
});

test('R46: what the library does not have is renewed into it, but neither changed nor closed', () => {
  const told = (application: Partial<Application>) =>
    caseStory('MK-05').receive({ application }, clerk, { licence: undefined });
  const renewal = { licenceNo: '旧证1', expiresOn: '2026-03-02' };
  expect(told({ renewal, paperLicence: { ...PAPER, licenceNo: '旧证1' } })).toBe('ok');
  expect(told({ licence: { licenceNo: '旧证1', act: 'change' } })).toBe('named-licence-unknown');
  expect(told({ licence: { licenceNo: '旧证1', act: 'cancel' } })).toBe('named-licence-unknown');
});

test('R63: silence renews on the day that the licence gives, not on one that somebody states', () => {
  const { dept } = caseStory('MK-05').version.item;
  const licence = { isOwn: true, organ: dept, typeId: 'L-FOOD', status: 'valid', validToOn: '2025-03-20' };
  const told = (expiresOn: string) =>
    caseStory('MK-05').receive({ application: { renewal: { licenceNo: 'L-1', expiresOn } } }, clerk, { licence });
  expect(told('2026-03-20')).toBe('named-licence-other-day');
  // The day that the licence gives is less than thirty days away.
  expect(told('2025-03-20')).toBe('renewal-late');
});

test('R1, R13: an application on another version of the guide than the one in force is refused', () => {
  expect(caseStory('MK-05').receive({ application: { itemVersion: 2 } }, clerk)).toBe('item-not-in-force');
  const story = caseStory('MK-05');
  story.receive({}, clerk);
  expect(viewApplication(story.events()).received).toMatchObject({ itemVersion: 1, itemHash: story.version.hash });
});

test('R16, R84: a marriage is not registered online nor by an agent', () => {
  expect(caseStory('CV-01').receive({ application: { channel: 'online' } }, online)).not.toBe('ok');
  const agent = { name: letter.agentName, idNo: letter.agentIdNo, letter: agentLetter(['CV-01']) };
  expect(caseStory('CV-01').receive({ application: { agent } }, clerk)).toBe('presence-required');
});

test('R33: the promise route is open only for listed items and to applicants without an unrepaired false promise', () => {
  const promise: ApplicationChange = { application: { route: 'promise' } };
  const bad = { credit: { unrepairedFalsePromise: true } };
  expect(caseStory('FR-01').receive(promise, clerk)).toBe('ok');
  expect(caseStory('FR-01').receive(promise, clerk, bad)).toBe('promise-route-closed');
  expect(caseStory('MK-05').receive(promise, clerk)).toBe('promise-route-closed');
});

test('R33: an excluded field closes the promise route, unless a statute of its own creates it', () => {
  const promise: ApplicationChange = { application: { route: 'promise' } };
  const { intake } = caseStory('FR-01').version.item;
  const told = (change: Partial<typeof intake.promise>) =>
    caseStory('FR-01', { intake: { ...intake, promise: { ...intake.promise, ...change } } }).receive(promise, clerk);
  expect(told({})).toBe('ok');
  expect(told({ createdBy: null })).toBe('promise-route-closed');
  expect(told({ excludedBy: 'none', createdBy: null })).toBe('ok');
  expect(told({ listed: false })).toBe('promise-route-closed');
  expect(told({ offered: false })).toBe('promise-route-closed');
});

test('R32: the applicant promises only what the guide calls deferrable, where it takes applications that way', () => {
  const deferral = (codes: string[], untilOn: string) => ({ application: { deferral: { codes, untilOn } } });
  const { intake } = caseStory('MK-05').version.item;
  expect(caseStory('MK-05').receive(deferral(['m.bl'], '2025-03-10'), clerk)).toBe('ok');
  expect(caseStory('MK-05').receive(deferral(['m.floor'], '2025-03-10'), clerk)).toBe('deferral-not-allowed');
  expect(caseStory('MK-05').receive(deferral(['m.bl'], '2025-03-02'), clerk)).toBe('deferral-not-allowed');
  const strict = caseStory('MK-05', { intake: { ...intake, tolerant: false } });
  expect(strict.receive(deferral(['m.bl'], '2025-03-10'), clerk)).toBe('deferral-not-allowed');
});

test('R33: who ticks the promise in the form has chosen the promise route', () => {
  const ticked: ApplicationChange = { application: { form: { byPromise: true } } };
  const bad = { credit: { unrepairedFalsePromise: true } };
  expect(caseStory('FR-01').receive(ticked, clerk, bad)).toBe('promise-route-closed');
  const normal: ApplicationChange = { application: { form: { byPromise: false } } };
  expect(caseStory('FR-01').receive(normal, clerk, bad)).toBe('ok');
});

test('R35: within the bar nobody applies again, from its last day on he does', () => {
  const credit = { unrepairedFalsePromise: false, barredUntilOn: '2025-03-04', barReason: '提供虚假材料' };
  expect(caseStory('MK-05').receive({}, clerk, { credit })).toBe('re-application-barred');
  expect(caseStory('MK-05').receive({}, { ...clerk, at: nineOn('2025-03-04') }, { credit })).toBe('ok');
});

test('R63: renewal is asked for at least thirty days before expiry', () => {
  const renewal = (expiresOn: string): ApplicationChange => ({
    application: { renewal: { licenceNo: 'X', expiresOn } },
  });
  expect(caseStory('MK-05').receive(renewal('2025-04-02'), clerk)).toBe('ok');
  expect(caseStory('MK-05').receive(renewal('2025-04-01'), clerk)).toBe('renewal-late');
});

test('R30: staff receive at the window under a mandate, and applicants do not stand at the window online', () => {
  expect(caseStory('MK-05').receive({ application: { channel: 'online' } }, clerk)).toBe('channel-not-yours');
  expect(caseStory('MK-05').receive({}, online)).toBe('channel-not-yours');
});

test('R17: one agent for both sides needs the consent of both', () => {
  const agent = { name: letter.agentName, idNo: letter.agentIdNo, letter: agentLetter(['RE-01']) };
  const opposing = (consented: boolean, applicantConsented: boolean): ApplicationChange => ({
    application: {
      agent,
      opposing: {
        principal: { name: '姜桐', idNo: '110198199406138083' },
        agentIdNo: letter.agentIdNo,
        consented,
        applicantConsented,
      },
    },
  });
  expect(caseStory('RE-01').receive(opposing(false, false), clerk)).toBe('agent-of-both-sides');
  expect(caseStory('RE-01').receive(opposing(true, false), clerk)).toBe('agent-of-both-sides');
  expect(caseStory('RE-01').receive(opposing(true, true), clerk)).toBe('ok');
});

test('R15: an agent without a letter for this matter, or with an expired one, is not let in', () => {
  const by = (own: ReturnType<typeof agentLetter>): ApplicationChange => ({
    application: { agent: { name: letter.agentName, idNo: letter.agentIdNo, letter: own } },
  });
  expect(caseStory('MK-05').receive(by(agentLetter(['MK-05'])), clerk)).toBe('ok');
  expect(caseStory('MK-05').receive(by(agentLetter(['MK-06'])), clerk)).toBe('agent-letter-other-matter');
  const later = { ...clerk, at: nineOn('2026-03-03') };
  expect(caseStory('MK-05').receive(by(agentLetter(['MK-05'])), later)).toBe('agent-letter-expired');
});

test('promise 5: a case is received once, and withdrawn only while it is undecided', () => {
  const story = caseStory('MK-05');
  expect(story.take(withdrawApplication, { reason: '' }, undefined, online)).toBe('unknown-case');
  story.receive({}, clerk);
  expect(story.receive({}, clerk)).toBe('wrong-state');
  expect(story.take(withdrawApplication, { reason: '不办了' }, undefined, online)).toBe('ok');
  expect(story.take(withdrawApplication, { reason: '再撤' }, undefined, online)).toBe('wrong-state');
});

test('every event type leads to a known state or leaves the case where it is', () => {
  for (const type of caseEventTypes) expect(caseStates).toContain(caseStateOf([type]));
  expect(() => caseStateOf(['Nonsense'])).toThrow('unknown case event');
});

test('the states after which nothing more happens refuse every act that decides', () => {
  for (const state of ['notAccepted', 'withdrawn', 'terminated', 'delivered'] as const) {
    for (const type of [
      'CaseAccepted',
      'DecisionProposed',
      'DecisionMade',
      'DecisionSealed',
      'CaseDelivered',
    ] as const) {
      expect(requireState(state, type)?.code).toBe('wrong-state');
    }
  }
});

test('R44: applicant, legal representative, shareholders, agent and the other side are parties', () => {
  const story = caseStory('MK-05');
  const representative = { name: '唐若梅', idNo: '110198194003238183' };
  const holder = { name: '王建然', idNo: '110198200003033178' };
  story.receive(
    { application: { applicant: { ...applicant, legalRepresentative: representative, shareholders: [holder] } } },
    clerk,
  );
  const received = viewApplication(story.events()).received;
  expect(received === undefined ? [] : partiesOf(received).map(({ role, name }) => [role, name])).toEqual([
    ['applicant', '常源浩'],
    ['legalRepresentative', '唐若梅'],
    ['shareholder', '王建然'],
  ]);
});

test('R44: an officer who acts for the other side is a party too', () => {
  const story = caseStory('MK-05');
  const { agentIdNo } = letter;
  const opposing = { principal: { name: '赵六', idNo: 'x' }, agentIdNo, consented: true, applicantConsented: true };
  story.receive({ application: { opposing } }, clerk);
  const received = viewApplication(story.events()).received;
  expect(received === undefined ? [] : partiesOf(received)).toContainEqual({
    role: 'agent',
    name: '',
    idNo: agentIdNo,
  });
});

test('one holder has one key however his number is written, and another in another realm', () => {
  expect(holderKey('110198', '11019819960327392x')).toBe(holderKey('110198', '11019819960327392X'));
  expect(holderKey('110199', applicant.idNo)).not.toBe(holderKey('110198', applicant.idNo));
});

test('R20: what the platform asked for is recorded with purpose, basis and the receipt of each answer', () => {
  const story = caseStory('MK-02');
  story.receive({ application: { channel: 'online' } }, online);
  expect(story.events()[1]).toMatchObject({
    type: 'FactsGathered',
    data: {
      purpose: '办理本政务服务事项',
      facts: expect.arrayContaining([expect.objectContaining({ receipt: 'receipt' })]),
    },
  });
});

test('R15: a withdrawal at the window names its proof, and only the applicant, who represents him or his agent can ask', () => {
  const letterNamed = (powers: AgentLetter['powers']): AgentLetter => ({ ...agentLetter(['MK-05']), powers });
  const agentOf = (powers: AgentLetter['powers']) => ({
    agent: { name: letter.agentName, idNo: letter.agentIdNo, letter: letterNamed(powers) },
  });
  const withdrawn = (change: ApplicationChange, proof?: WithdrawalProof, at = clerk): string => {
    const story = caseStory('MK-05');
    expect(story.receive(change, clerk)).toBe('ok');
    const given = proof === undefined ? {} : { proof };
    return story.take(withdrawApplication, { reason: '不办了', ...given }, { authority }, at);
  };
  const shown = (idNo: string): WithdrawalProof => ({ kind: 'identityDocument', idNo, reference: '身份核验001' });
  const signed = (idNo: string): WithdrawalProof => ({ kind: 'signedPaper', idNo, reference: '撤回申请001' });
  expect(withdrawn({})).toBe('withdrawal-unproven');
  expect(withdrawn({}, undefined, online)).toBe('ok');
  expect(withdrawn({}, shown(applicant.idNo))).toBe('ok');
  expect(withdrawn({}, signed(applicant.idNo.toLowerCase()))).toBe('ok');
  expect(withdrawn({}, shown(letter.agentIdNo))).toBe('withdrawal-not-by-party');

  const ofCompany = { application: { applicant: company } };
  expect(withdrawn(ofCompany, signed(company.idNo))).toBe('ok');
  expect(withdrawn(ofCompany, shown(company.idNo))).toBe('withdrawal-not-by-party');
  expect(withdrawn(ofCompany, shown(company.legalRepresentative.idNo))).toBe('ok');

  const mayNot = { application: agentOf(['apply']) };
  const may = { application: agentOf(['apply', 'withdraw']) };
  expect(withdrawn(mayNot, shown(letter.agentIdNo))).toBe('agent-letter-power-missing');
  expect(withdrawn(may, shown(letter.agentIdNo))).toBe('ok');
  const later = { ...clerk, at: nineOn('2026-03-03') };
  expect(withdrawn(may, shown(letter.agentIdNo), later)).toBe('agent-letter-expired');
});

function agentLetter(matters: string[]): AgentLetter {
  return {
    principal: { name: applicant.name, idNo: applicant.idNo },
    agent: { name: letter.agentName, idNo: letter.agentIdNo },
    matters,
    powers: ['apply'],
    fromAt: '2025-01-01T00:00:00.000Z',
    untilAt: '2025-12-31T00:00:00.000Z',
    signedAt: '2025-01-01T00:00:00.000Z',
    withdrawnAt: null,
  };
}

test('R15: a name is one line of letters that show, so that none looks like another and every letter prints', () => {
  const named = (name: string) => ApplicantForm.safeParse({ ...applicant, name }).success;
  expect(named('阿依古丽·买买提')).toBe(true);
  expect(named('云河区禾木餐饮有限公司（北京）')).toBe(true);
  for (const forged of ['常\u202e浩源', '常源浩\n\n准予许可', '常\u200b源浩', '常源浩\u0085', '常\u00ad源浩'])
    expect([forged, named(forged)]).toEqual([forged, false]);
});

test('R25: a name that no letter could print is settled at receipt, and with its pinyin the case is received', () => {
  const dragon: Applicant = { ...applicant, name: '王\u{e000}' };
  const refused = caseStory('MK-05').receive({ application: { applicant: dragon } }, clerk, {
    unprintable: ['\u{e000}'],
  });
  expect(refused).toBe('name-not-printable');
  const story = caseStory('MK-05');
  const spelt = { ...dragon, printedAs: 'WANG Long' };
  expect(story.receive({ application: { applicant: spelt } }, clerk)).toBe('ok');
  expect(story.events()[0]?.data).toMatchObject({ applicant: { name: '王\u{e000}', printedAs: 'WANG Long' } });
});

test('R44: an organisation names its legal representative, a natural person has none', () => {
  const story = caseStory('MK-08');
  const { legalRepresentative: _left, ...unnamed } = company;
  expect(story.receive({ application: { applicant: unnamed } }, clerk)).toBe('legal-representative-missing');
  expect(story.receive({ application: { applicant: { ...unnamed, kind: 'otherOrganisation' } } }, clerk)).toBe(
    'legal-representative-missing',
  );
  expect(story.receive({ application: { applicant: company } }, clerk)).toBe('ok');
});

test('R8: the uploaded report of an intermediary says who made it, whom the applicant chose', () => {
  const story = caseStory('HL-01');
  const report = story.version.item.materials.find(({ intermediary }) => intermediary !== null)?.code ?? '';
  const maker = {
    name: '北京云测检测有限公司',
    idNo: '91110198MAYH0008XD',
    reportNo: '检2025-1',
    issuedOn: '2025-03-01',
  };
  const told = (material: Application['materials'][number]): string =>
    caseStory('HL-01').receive({ application: { materials: [material] } }, clerk);
  expect(told({ code: report, source: 'file', reference: 'f' })).toBe('maker-missing');
  expect(told({ code: report, source: 'file', reference: 'f', maker })).toBe('ok');
  expect(told({ code: report, source: 'file', reference: 'f', maker: { ...maker, idNo: '1' } })).toBe('maker-missing');
  expect(told({ code: report, source: 'paper' })).toBe('ok');
  const other = story.version.item.materials.find(({ intermediary, kind }) => intermediary === null && kind !== 'form');
  expect(told({ code: other?.code ?? '', source: 'paper', maker })).toBe('maker-missing');
});
