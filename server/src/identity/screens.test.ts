import { expect, test } from 'vitest';
import { EXAMPLE_AT, exampleStaff } from './example-staff.ts';
import { SCREENS, screensOf, screensOfPost } from './screens.ts';

test('a post opens its screens while it is held', () => {
  const clerk = exampleStaff({ personId: 'c', n: 1, employment: 'contract', posts: [{ kind: 'windowClerk' }] });
  expect(screensOf(clerk, EXAMPLE_AT)).toEqual(['window']);
  expect(screensOf(clerk, '2025-03-03T00:59:59.999Z')).toEqual([]);
});

test('two posts open the screens of both, each once', () => {
  const both = exampleStaff({
    personId: 'c',
    n: 1,
    posts: [{ kind: 'postedOfficer' }, { kind: 'chiefRepresentative' }],
  });
  expect(screensOf(both, EXAMPLE_AT)).toEqual(['officer-desk', 'second-signature', 'seals', 'roster', 'breakers']);
});

test('R105: who left or is suspended sees nothing; who lost a certificate still reads', () => {
  const officer = exampleStaff({ personId: 'c', n: 1, posts: [{ kind: 'postedOfficer' }] });
  expect(screensOf({ ...officer, status: 'suspended' }, EXAMPLE_AT)).toEqual([]);
  expect(screensOf({ ...officer, status: 'left' }, EXAMPLE_AT)).toEqual([]);
  expect(screensOf({ ...officer, certificate: 'revoked' }, EXAMPLE_AT)).toEqual(['officer-desk']);
});

test('every screen belongs to some post', () => {
  expect(new Set(Object.values(screensOfPost).flat())).toEqual(new Set(SCREENS));
});
