import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import {
  append,
  contextOf,
  decideOn,
  EXAMPLE_AT,
  after,
  exampleHistory,
  exampleIdNo,
  exampleOrgan,
  getPerson,
} from './example-staff.ts';
import { appointHead, dissolveOrgan, establishOrgan, type Organ, viewOrgan } from './organ.ts';
import { checkCertificate, checkInOffice, holdsPost, isAbsentAt, type Person, postsAt } from './person.ts';
import {
  assignPost,
  declareAbsence,
  declareRelation,
  endAbsence,
  endPost,
  enrolPerson,
  issueCertificate,
  PERSON_BARRED_TOPIC,
  recordLeaving,
  reinstatePerson,
  revokeCertificate,
  suspendPerson,
} from './person-steps.ts';
import { PostKind, postRules } from './post.ts';

const LATER = '2025-03-04T01:00:00.000Z';
const LATEST = '2025-03-05T01:00:00.000Z';
const stream = 'person/p-1';
const officer = { personId: 'p-1', n: 1, posts: [{ kind: 'postedOfficer' as const }] };
const serving = exampleHistory(officer);
const act = <C>(command: C, at = LATER, actorId = 'operator-1') => ({
  command,
  facts: undefined,
  context: contextOf(stream, at, actorId),
});

test('R80: contract staff hold no post of officer, chief, keeper, head, reviewer or supervisor', () => {
  const events = exampleHistory({ personId: 'p-1', n: 1, employment: 'contract' });
  const refused = PostKind.options.filter((kind) => {
    const post = { postId: 'x', kind, organ: 'MK', centre: 'YH-CENTRE', fromAt: EXAMPLE_AT };
    const decided = decideOn(assignPost, events, {
      command: { post },
      facts: { organ: exampleOrgan() },
      context: contextOf(stream),
    });
    return isRefusal(decided) && decided.code === 'contract-staff';
  });
  expect(refused).toEqual([
    'postedOfficer',
    'chiefRepresentative',
    'sealKeeper',
    'departmentHead',
    'legalReviewer',
    'supervisor',
  ]);
});

test('R99: a post of decision, seal or command goes only to the organ’s own staff', () => {
  for (const kind of PostKind.options) {
    const post = { postId: 'x', kind, organ: 'HL', centre: 'YH-CENTRE', fromAt: EXAMPLE_AT };
    const decided = decideOn(assignPost, exampleHistory({ personId: 'p-1', n: 1 }), {
      command: { post },
      facts: { organ: exampleOrgan('HL') },
      context: contextOf(stream),
    });
    expect(isRefusal(decided) ? decided.code : 'assigned').toBe(
      postRules[kind].ownStaffOnly ? 'post-outside-organ' : 'assigned',
    );
  }
});

test('R99: a posted post names the centre', () => {
  const post = { postId: 'x', kind: 'postedOfficer' as const, organ: 'MK', fromAt: EXAMPLE_AT };
  const decided = decideOn(assignPost, exampleHistory({ personId: 'p-1', n: 1 }), {
    command: { post },
    facts: { organ: exampleOrgan() },
    context: contextOf(stream),
  });
  expect(decided).toMatchObject({ code: 'post-without-centre' });
});

test('a post counts from its first instant and no longer at its last', () => {
  const untilAt = '2025-06-01T00:00:00.000Z';
  const person = getPerson(exampleHistory({ ...officer, posts: [{ kind: 'postedOfficer', untilAt }] }));
  expect(holdsPost(person, 'postedOfficer', 'MK', '2025-03-03T00:59:59.999Z')).toBe(false);
  expect(holdsPost(person, 'postedOfficer', 'MK', EXAMPLE_AT)).toBe(true);
  expect(holdsPost(person, 'postedOfficer', 'MK', '2025-05-31T23:59:59.999Z')).toBe(true);
  expect(holdsPost(person, 'postedOfficer', 'MK', untilAt)).toBe(false);
});

test('a post that ends counts no longer from that instant', () => {
  const person = getPerson(after(endPost, serving, act({ postId: 'p-1/postedOfficer', reason: '轮岗' })));
  expect(postsAt(person, LATER)).toEqual([]);
  expect(holdsPost(person, 'postedOfficer', 'MK', EXAMPLE_AT)).toBe(true);
  const events = after(endPost, serving, act({ postId: 'p-1/postedOfficer', reason: '轮岗' }));
  expect(decideOn(endPost, events, act({ postId: 'p-1/postedOfficer', reason: '轮岗' }, LATEST))).toMatchObject({
    code: 'post-unknown',
  });
});

test.each(['resigned', 'transferred', 'retired', 'dismissed', 'died'] as const)(
  'R105: one who is %s loses every post and his fence in the same commit',
  (reason) => {
    const decided = decideOn(recordLeaving, serving, act({ reason }));
    expect(decided).toMatchObject({ sets: [{ key: stream, open: false }], outbox: [{ topic: PERSON_BARRED_TOPIC }] });
    const person = getPerson(after(recordLeaving, serving, act({ reason })));
    expect(postsAt(person, LATER)).toEqual([]);
    expect(checkInOffice(person)).toMatchObject({ code: 'person-left', rule: 'R105' });
  },
);

test('R105: one who left cannot be reinstated, appointed or certified again', () => {
  const left = after(recordLeaving, serving, act({ reason: 'retired' }));
  const post = { postId: 'y', kind: 'postedOfficer' as const, organ: 'MK', centre: 'YH-CENTRE', fromAt: LATEST };
  expect(decideOn(reinstatePerson, left, act({ reason: '返聘' }, LATEST))).toMatchObject({ code: 'person-left' });
  expect(decideOn(issueCertificate, left, act({ serial: '2' }, LATEST))).toMatchObject({ code: 'person-left' });
  expect(decideOn(recordLeaving, left, act({ reason: 'died' }, LATEST))).toMatchObject({ code: 'person-left' });
  expect(decideOn(assignPost, left, { ...act({ post }, LATEST), facts: { organ: exampleOrgan() } })).toMatchObject({
    code: 'person-left',
  });
});

test('T13: a revoked certificate closes the fence in the same commit, and only a new one opens it', () => {
  const certified = after(issueCertificate, serving, act({ serial: 'A' }));
  expect(checkCertificate(getPerson(certified))).toBeUndefined();
  const suspected = { reason: 'compromised' as const, suspectedSinceAt: EXAMPLE_AT };
  expect(decideOn(revokeCertificate, certified, act(suspected))).toMatchObject({
    events: [{ type: 'CertificateRevoked', data: suspected }],
    sets: [{ key: stream, open: false }],
    outbox: [{ topic: PERSON_BARRED_TOPIC, payload: { cause: 'CertificateRevoked' } }],
  });
  const revoked = after(revokeCertificate, certified, act(suspected));
  expect(checkInOffice(getPerson(revoked))).toMatchObject({ code: 'certificate-revoked', rule: 'T13' });
  const suspended = after(suspendPerson, revoked, act({ reason: '调查' }));
  expect(decideOn(reinstatePerson, suspended, act({ reason: '查清' }))).toMatchObject({ sets: [{ open: false }] });
  expect(decideOn(issueCertificate, revoked, act({ serial: 'B' }, LATEST))).toMatchObject({ sets: [{ open: true }] });
});

test('R73: a signature needs a certificate; there is none before it is issued', () => {
  expect(checkCertificate(getPerson(serving))).toMatchObject({ code: 'certificate-missing' });
  expect(decideOn(revokeCertificate, serving, act({ reason: 'lost' as const }))).toMatchObject({
    code: 'certificate-missing',
  });
});

test('nobody enrols, appoints or reinstates himself', () => {
  const post = { postId: 'y', kind: 'chiefRepresentative' as const, organ: 'MK', centre: 'YH-CENTRE', fromAt: LATER };
  const own = { ...act({ post }, LATER, 'p-1'), facts: { organ: exampleOrgan() } };
  expect(decideOn(assignPost, serving, own)).toMatchObject({ code: 'post-of-oneself' });
  const suspended = after(suspendPerson, serving, act({ reason: '调查' }));
  expect(decideOn(reinstatePerson, suspended, act({ reason: '查清' }, LATER, 'p-1'))).toMatchObject({
    code: 'post-of-oneself',
  });
});

test('a person is enrolled once, with a well-formed number, in an organ that exists', () => {
  const command = {
    personId: 'p-1',
    name: '某',
    idNo: exampleIdNo(1),
    phone: '1',
    employment: 'civilServant' as const,
    organ: 'MK',
  };
  const enrol = (events: typeof serving, given: Partial<typeof command>, organ: Organ | 'none' = exampleOrgan()) =>
    decideOn(enrolPerson, events, {
      command: { ...command, ...given },
      facts: { organ: organ === 'none' ? undefined : organ, servesAs: undefined },
      context: contextOf(stream),
    });
  expect(enrol(serving, {})).toMatchObject({ code: 'person-taken' });
  expect(enrol([], { idNo: '110198199001010011' })).toMatchObject({ code: 'citizen-id-invalid' });
  expect(enrol([], {}, 'none')).toMatchObject({ code: 'organ-unknown' });
  const dissolved = { ...exampleOrgan(), status: 'dissolved' as const };
  expect(enrol([], {}, dissolved)).toMatchObject({ code: 'organ-dissolved' });
});

test('an absence counts in [from, until) and ends early when the person is back', () => {
  const absence = { absenceId: 'a', reason: 'leave' as const, fromAt: LATER, untilAt: LATEST };
  const events = after(declareAbsence, serving, act({ absence }));
  expect([EXAMPLE_AT, LATER, LATEST].map((at) => isAbsentAt(getPerson(events), at))).toEqual([false, true, false]);
  const backAt = '2025-03-04T05:00:00.000Z';
  const back = getPerson(after(endAbsence, events, act({ absenceId: 'a' }, backAt)));
  expect(isAbsentAt(back, '2025-03-04T04:59:59.999Z')).toBe(true);
  expect(isAbsentAt(back, backAt)).toBe(false);
  expect(decideOn(declareAbsence, events, act({ absence }))).toMatchObject({ code: 'absence-taken' });
  expect(decideOn(endAbsence, events, act({ absenceId: 'b' }))).toMatchObject({ code: 'absence-unknown' });
});

test('the number of a relative never enters the journal', () => {
  const events = after(declareRelation, serving, act({ idNo: exampleIdNo(9), kind: 'affinity', label: '弟媳' }));
  expect(JSON.stringify(events)).not.toContain(exampleIdNo(9));
  expect(
    decideOn(declareRelation, events, act({ idNo: exampleIdNo(9), kind: 'affinity', label: '弟媳' })),
  ).toMatchObject({
    code: 'relation-taken',
  });
});

test('a head is somebody who holds that post of the organ, and his fence is passed', () => {
  const history = exampleHistory({ personId: 'p-1', n: 1, posts: [{ kind: 'departmentHead' }] });
  const events = after(establishOrgan, [], {
    command: exampleOrganCommand(),
    facts: undefined,
    context: contextOf('organ/MK'),
  });
  const context = contextOf('organ/MK', LATER);
  const appoint = (person: Person | undefined) =>
    decideOn(appointHead, events, { command: { personId: 'p-1' }, facts: { person }, context });
  expect(appoint(getPerson(serving))).toMatchObject({ code: 'head-not-in-post' });
  expect(appoint(undefined)).toMatchObject({ code: 'head-not-in-post' });
  const decided = appoint(getPerson(history));
  expect(decided).toMatchObject({ fences: [{ key: stream, epoch: 2, mode: 'pass' }] });
  if (isRefusal(decided)) throw new Error(decided.code);
  const appointed = append(events, decided, context);
  expect(viewOrgan(appointed)?.headPersonId).toBe('p-1');
  const dissolving = decideOn(dissolveOrgan, appointed, {
    command: { reason: '机构改革', successor: null },
    facts: undefined,
    context,
  });
  expect(dissolving).toMatchObject({ sets: [{ key: 'organ/MK', open: false }] });
});

test('R97: an organ has a well-formed social credit code', () => {
  const command = { ...exampleOrganCommand(), uscc: '11110198YH00010021' };
  expect(decideOn(establishOrgan, [], { command, facts: undefined, context: contextOf('organ/MK') })).toMatchObject({
    code: 'uscc-invalid',
  });
});

function exampleOrganCommand() {
  const { headPersonId: _head, status: _status, seq: _seq, ...details } = exampleOrgan();
  return details;
}

test('R105: after any history the fence is open exactly while the person is in office', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 12 }), (choices) => {
      let events = serving;
      for (const choice of choices) {
        const decided = decideNth(choice, events);
        if (isRefusal(decided)) continue;
        const before = checkInOffice(getPerson(events))?.code;
        events = append(events, decided, contextOf(stream, LATER));
        const barred = checkInOffice(getPerson(events))?.code;
        expect(decided.sets).toEqual([{ key: stream, open: barred === undefined }]);
        expect(decided.outbox?.length ?? 0).toBe(barred !== undefined && barred !== before ? 1 : 0);
      }
    }),
  );
});

function decideNth(choice: number, events: typeof serving) {
  switch (choice) {
    case 0:
      return decideOn(suspendPerson, events, act({ reason: 'x' }));
    case 1:
      return decideOn(reinstatePerson, events, act({ reason: 'x' }));
    case 2:
      return decideOn(issueCertificate, events, act({ serial: 'x' }));
    case 3:
      return decideOn(revokeCertificate, events, act({ reason: 'lost' }));
    case 4:
      return decideOn(recordLeaving, events, act({ reason: 'died' }));
    default:
      return decideOn(endPost, events, act({ postId: 'p-1/postedOfficer', reason: 'x' }));
  }
}
