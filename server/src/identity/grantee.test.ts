import { expect, test } from 'vitest';
import { EXAMPLE_AT, exampleStaff } from './example-staff.ts';
import { checkGrantee } from './grantee.ts';

const place = { grantor: 'MK', centre: 'YH-CENTRE', at: EXAMPLE_AT };

test('R99: a mandate of construct B goes to the grantor’s own staff posted to this centre', () => {
  const officer = exampleStaff({ personId: 'p', n: 1, posts: [{ kind: 'postedOfficer' }] });
  expect(checkGrantee(officer, place)).toBeUndefined();
  expect(checkGrantee(officer, { ...place, grantor: 'HL' })).toMatchObject({
    code: 'not-staff-of-grantor',
    rule: 'R99',
  });
  expect(checkGrantee(officer, { ...place, centre: 'OTHER' })).toMatchObject({ code: 'not-posted-to-centre' });
  expect(checkGrantee(officer, { ...place, at: '2025-03-03T00:59:59.999Z' })).toMatchObject({
    code: 'not-posted-to-centre',
  });
  const keeper = exampleStaff({ personId: 'p', n: 1, posts: [{ kind: 'sealKeeper' }] });
  expect(checkGrantee(keeper, place)).toMatchObject({ code: 'not-posted-to-centre' });
});

test('R80: contract staff hold no mandate of construct B', () => {
  const clerk = exampleStaff({ personId: 'p', n: 1, employment: 'contract', posts: [{ kind: 'windowClerk' }] });
  expect(checkGrantee(clerk, place)).toMatchObject({ code: 'contract-staff', rule: 'R80' });
});

test('R105: who is not in office receives no mandate', () => {
  const officer = exampleStaff({ personId: 'p', n: 1, posts: [{ kind: 'chiefRepresentative' }] });
  expect(checkGrantee(officer, place)).toBeUndefined();
  expect(checkGrantee({ ...officer, status: 'suspended' }, place)).toMatchObject({ code: 'person-suspended' });
  expect(checkGrantee({ ...officer, status: 'left' }, place)).toMatchObject({ code: 'person-left' });
});
