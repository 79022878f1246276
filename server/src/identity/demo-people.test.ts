import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkCitizenId } from './citizen-id.ts';
import { DemoPeople } from './demo-people.ts';
import { checkPassword } from './password.ts';
import { checkPost } from './post.ts';
import { checkUscc } from './uscc.ts';

const demo = DemoPeople.parse(
  JSON.parse(readFileSync(new URL('../../../db/demo/people.json', import.meta.url), 'utf8')),
);
const departments = demo.organs.filter((organ) => organ.kind === 'department');
const postsOf = (personId: string) =>
  demo.people.find((person) => person.personId === personId)?.posts.map(({ kind }) => kind);

test('the district has 22 departments, its centre and three streets, each with a valid code of its own', () => {
  expect(departments).toHaveLength(22);
  const others = demo.organs.filter((organ) => organ.kind !== 'department').map(({ code }) => code);
  expect(others).toEqual(['YH-CENTRE', '110198001', '110198002', '110198100']);
  expect(demo.organs.filter(({ uscc }) => !checkUscc(uscc).valid)).toEqual([]);
  for (const key of ['code', 'name', 'uscc', 'abbreviation'] as const) {
    expect(new Set(demo.organs.map((organ) => organ[key])).size).toBe(demo.organs.length);
  }
});

test('every department is staffed with head, officer and deputy, chief, keeper, reviewer and supervisor', () => {
  for (const { code, headPersonId } of departments) {
    const prefix = code.toLowerCase();
    expect(headPersonId).toBe(`${prefix}-head`);
    expect(postsOf(`${prefix}-head`)).toEqual(['departmentHead']);
    expect(postsOf(`${prefix}-officer-1`)).toEqual(['postedOfficer']);
    expect(postsOf(`${prefix}-chief`)).toEqual(['chiefRepresentative']);
    expect(postsOf(`${prefix}-keeper`)).toEqual(['sealKeeper']);
    expect(postsOf(`${prefix}-legal`)).toEqual(['legalReviewer']);
    expect(postsOf(`${prefix}-supervisor`)).toEqual(['supervisor']);
    const deputy = demo.people.find(({ personId }) => personId === `${prefix}-officer-2`);
    expect(deputy?.posts).toMatchObject([{ kind: 'postedOfficer', deputyOf: `${prefix}-officer-1` }]);
  }
});

test('every number is well formed, of the unassigned region 110198 and unique; no phone can ring', () => {
  const naturals = demo.applicants.filter(({ kind }) => kind === 'naturalPerson');
  const numbers = [...demo.people, ...naturals].map(({ idNo }) => idNo);
  expect(numbers.filter((idNo) => !checkCitizenId(idNo).valid || !idNo.startsWith('110198'))).toEqual([]);
  expect(new Set(numbers).size).toBe(numbers.length);
  const phones = [...demo.people, ...demo.applicants].map(({ phone }) => phone);
  // Chinese mobile numbers begin with 13 to 19: 120 is no mobile prefix.
  expect(phones.filter((phone) => !/^1200198\d{4}$/.test(phone))).toEqual([]);
  expect(new Set(phones).size).toBe(phones.length);
  const organisations = demo.applicants.filter(({ kind }) => kind === 'organisation');
  expect(organisations.filter(({ idNo }) => !checkUscc(idNo).valid)).toEqual([]);
  expect([naturals.length, organisations.length]).toEqual([8, 4]);
});

test('names and ids are unique', () => {
  const ids = [
    ...demo.people.map(({ personId }) => personId),
    ...demo.applicants.map(({ applicantId }) => applicantId),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  const names = [...demo.people, ...demo.applicants].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('R80: no demo post breaks the rules, and the clerks are contract staff', () => {
  const broken = demo.people.flatMap((person) =>
    person.posts.map((post) => checkPost(person, post)?.code).filter(Boolean),
  );
  expect(broken).toEqual([]);
  const clerks = demo.people.filter(({ posts }) => posts.some(({ kind }) => kind === 'windowClerk'));
  expect(clerks.map(({ personId, employment }) => [personId, employment])).toEqual(
    [1, 2, 3, 4, 5, 6].map((n) => [`clerk-${n}`, 'contract']),
  );
});

test('R44: one officer has declared a sister-in-law, who is an agent', () => {
  const relations = demo.people.flatMap((person) =>
    person.relations.map((relation) => ({ ...relation, by: person.personId })),
  );
  const agent = demo.applicants.find(({ applicantId }) => applicantId === 'applicant-8');
  expect(relations).toEqual([{ by: 'mk-officer-1', idNo: agent?.idNo, kind: 'affinity', label: '弟媳' }]);
});

test('each demo sign-in belongs to somebody and names him, with the one documented password', () => {
  const names = new Map([
    ...demo.people.map(({ personId, name }) => [`staff ${personId}`, name] as const),
    ...demo.applicants.map(({ applicantId, name }) => [`applicant ${applicantId}`, name] as const),
  ]);
  for (const signIn of demo.demoSignIns) {
    expect(names.get(`${signIn.kind} ${signIn.login}`)).toBe(signIn.name.zh);
    expect(signIn.password).toBe('Liangqian-2026');
    expect(checkPassword(signIn.login, signIn.password)).toBeUndefined();
  }
  const covered = demo.demoSignIns.filter(({ kind }) => kind === 'staff').flatMap(({ login }) => postsOf(login) ?? []);
  expect(new Set(covered).size).toBe(9);
});
