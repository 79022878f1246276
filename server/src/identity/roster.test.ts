import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXAMPLE_AT, exampleStaff } from './example-staff.ts';
import type { Person } from './person.ts';
import { type ActingQuestion, FALLBACK, isAvailable, substituteFor, whoMayAct } from './roster.ts';

const people = [
  exampleStaff({ personId: 'o1', n: 1, posts: [{ kind: 'postedOfficer' }] }),
  exampleStaff({ personId: 'o2', n: 2, posts: [{ kind: 'postedOfficer', deputyOf: 'o1' }] }),
  exampleStaff({ personId: 'chief', n: 3, posts: [{ kind: 'chiefRepresentative' }] }),
  exampleStaff({ personId: 'head', n: 4, posts: [{ kind: 'departmentHead' }] }),
  exampleStaff({ personId: 'elsewhere', n: 5, organ: 'HL', posts: [{ kind: 'chiefRepresentative' }] }),
];
const question: ActingQuestion = { post: 'postedOfficer', organ: 'MK', at: EXAMPLE_AT, roster: people };
const away = (ids: readonly string[]) =>
  people.map((person): Person => (ids.includes(person.personId) ? { ...person, status: 'suspended' } : person));

test('promise 6: work falls from the officer to the named deputy, the chief representative, the head, the department', () => {
  const order = ['o1', 'o2', 'chief', 'head'];
  const acting = order.map((_, gone) => whoMayAct({ ...question, roster: away(order.slice(0, gone)) }));
  expect(
    acting.map((answer) => (answer.outcome === 'person' ? [answer.personId, answer.rank] : answer.outcome)),
  ).toEqual([
    ['o1', 'officer'],
    ['o2', 'deputy'],
    ['chief', 'chiefRepresentative'],
    ['head', 'departmentHead'],
  ]);
  const nobody = whoMayAct({ ...question, roster: away(order) });
  expect(nobody).toMatchObject({ outcome: 'department', organ: 'MK' });
  expect(nobody.chain.map(({ cause }) => cause)).toEqual(['suspended', 'suspended', 'suspended', 'suspended']);
});

test('promise 6: an absence is an instant-exact reason to fall back', () => {
  const untilAt = '2025-03-05T00:00:00.000Z';
  const absence = { absenceId: 'a', reason: 'leave' as const, fromAt: '2025-03-04T00:00:00.000Z', untilAt };
  const roster = people.map((person): Person =>
    person.personId === 'o1' ? { ...person, absences: [absence] } : person,
  );
  const acting = (at: string) => substituteFor('o1', { ...question, roster, at });
  expect(acting('2025-03-03T23:59:59.999Z')).toMatchObject({ personId: 'o1' });
  expect(acting(absence.fromAt)).toMatchObject({
    personId: 'o2',
    rank: 'deputy',
    chain: [{ cause: 'absent' }, {}, {}, {}],
  });
  expect(acting(untilAt)).toMatchObject({ personId: 'o1' });
});

test('promise 3: who is barred from the case stays barred after substitution', () => {
  expect(whoMayAct({ ...question, excluded: ['o1', 'o2'] })).toMatchObject({ personId: 'chief' });
  expect(whoMayAct({ ...question, excluded: ['o1', 'o2', 'chief', 'head'] })).toMatchObject({ outcome: 'department' });
});

test('T13: who lost his certificate does not act', () => {
  const roster = people.map((person): Person =>
    person.personId === 'o1' ? { ...person, certificate: 'revoked' } : person,
  );
  expect(whoMayAct({ ...question, roster })).toMatchObject({
    personId: 'o2',
    chain: [{ cause: 'certificate-revoked' }, {}, {}, {}],
  });
});

test('a deputy stands in only for the person whom his post names', () => {
  const other = exampleStaff({ personId: 'o3', n: 6, posts: [{ kind: 'postedOfficer' }] });
  const answer = substituteFor('o3', { ...question, roster: [...away([]), other], excluded: ['o3'] });
  expect(answer).toMatchObject({ personId: 'chief' });
});

test('R105: who left is in no chain, and his deputy still stands in', () => {
  const roster = people.map((person): Person => (person.personId === 'o1' ? { ...person, status: 'left' } : person));
  const answer = substituteFor('o1', { ...question, roster });
  expect(answer).toMatchObject({ personId: 'o2' });
  expect(answer.chain.map(({ personId }) => personId)).toEqual(['o2', 'chief', 'head']);
});

test('promise 6: whoever is away, the answer is an available person of the organ or the department, never a pass', () => {
  fc.assert(
    fc.property(
      fc.subarray(['o1', 'o2', 'chief', 'head']),
      fc.subarray(['o1', 'o2', 'chief', 'head']),
      (gone, excluded) => {
        const roster = away(gone);
        const answer = whoMayAct({ ...question, roster, excluded });
        const ranks = answer.chain.map(({ rank }) => FALLBACK.indexOf(rank));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        const able = ['o1', 'o2', 'chief', 'head'].filter((id) => !gone.includes(id) && !excluded.includes(id));
        const acting = answer.outcome === 'person' ? answer.personId : undefined;
        expect(acting).toBe(able[0]);
        const person = roster.find(({ personId }) => personId === acting);
        expect(person === undefined || isAvailable(person, EXAMPLE_AT)).toBe(true);
      },
    ),
  );
});
