import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase, type TestDatabase } from '../../test/database.ts';
import { Catalogue, ruleSetHash } from '../catalogue/catalogue.ts';
import { Employment, OrganKind, OrganLevel, PostKind } from '../identity/identity.ts';
import { openJournal } from '../journal/actions.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { enactLetter, type MandateBook, type MandateRoom, mandates, openMandateBook } from './actions.ts';
import type { Act } from './act.ts';
import { requiredSigners } from './life-cycle.ts';
import { MandateLetter, namedPersons } from './letter.ts';
import type { MandateFacts } from './mandate.ts';

const catalogue = Catalogue.parse(readDemo('catalogue.json'));
const { letters } = z
  .strictObject({ realm: z.string(), letters: z.array(MandateLetter) })
  .parse(readDemo('mandates.json'));
const People = z.object({
  organs: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      uscc: z.string(),
      level: OrganLevel,
      kind: OrganKind,
      headPersonId: z.string(),
    }),
  ),
  people: z.array(
    z.object({
      personId: z.string(),
      organ: z.string(),
      employment: Employment,
      posts: z.array(z.object({ kind: PostKind, organ: z.string(), centre: z.string().exactOptional() })),
    }),
  ),
});
const { organs, people } = People.parse(readDemo('people.json'));
const realm = '110198';
const draftedAt = '2024-12-20T02:00:00.000Z';

let db: TestDatabase;
let book: MandateBook;
let room: MandateRoom;

beforeAll(async () => {
  db = await testDatabase();
  const journal = openJournal(db.database);
  book = openMandateBook(journal, realm);
  await book.register.catchUp();
  room = { journal, realm, facts: factsOf(book) };
});
afterAll(() => db.drop());

const act: Act = {
  at: '2025-06-03T04:00:00.000Z',
  holder: 'mk-officer-1',
  role: 'handler',
  power: 'grant',
  itemId: 'MK-01',
  adverse: false,
  scope: { applicantKind: 'naturalPerson', region: '110198' },
  flags: [],
  signatureNo: 1,
};

function verdict(change: Partial<Act> = {}): string {
  const answer = book.find({ ...act, ...change });
  return 'granted' in answer ? answer.ref.mandateNo : answer.code;
}

test('R97–R106: all letters of the demo district go the whole way into force', async () => {
  const answers = [];
  for (const letter of letters) answers.push(await enact(letter));
  expect(answers.filter((answer) => answer !== undefined)).toStrictEqual([]);
  expect(book.list()).toHaveLength(43);
  expect(await enact(letters[0])).toBeUndefined();
  expect(book.list()).toHaveLength(43);
});

test('the demo letters carry window, officer, chief representative, rule set, street and keeper as the catalogue classes say', () => {
  for (const item of catalogue.items) {
    const dept = item.dept.toLowerCase();
    const officer = verdict({ holder: `${dept}-officer-1`, itemId: item.id });
    const expected = {
      0: `YH-B-${item.dept}-2025`,
      1: `YH-B-${item.dept}-2025`,
      2: 'only-propose',
      EX: 'item-not-listed',
    }[item.signClass];
    // A holder of so few items that none is left has no letter at all.
    expect([item.id, officer]).toStrictEqual([item.id, expected]);
    expect(verdict({ holder: 'YH-CENTRE', role: 'clerk', power: 'accept', itemId: item.id })).toBe(
      `YH-A-${item.dept}-2025`,
    );
    if (item.signClass !== 0) continue;
    const hash = ruleSetHash(item);
    expect(verdict({ holder: `ruleset/${hash}`, role: 'ruleSet', ruleSetHash: hash, itemId: item.id })).toBe(
      `YH-B-${item.dept}-2025`,
    );
  }
  expect(verdict({ holder: 'mk-chief', role: 'chief', itemId: 'MK-05', signatureNo: 2 })).toBe('YH-B-MK-2025');
  expect(
    verdict({
      holder: 'mk-keeper',
      role: 'keeper',
      power: 'applySeal',
      sealId: '11019801020001',
      documentKind: 'grantDecision',
    }),
  ).toBe('YH-B-MK-2025');
  const street = (amount: number) =>
    verdict({
      holder: '110198001',
      role: 'organ',
      itemId: 'CV-03',
      scope: { applicantKind: 'naturalPerson', region: '110198001', amount },
    });
  expect([street(3_000), street(30_000)]).toStrictEqual(['YH-C-CV-110198001-2025', 'amount-over']);
});

test('R101: what the street holds it cannot give, and the book knows who holds what', () => {
  expect(book.powersHeldBy('110198001').map(({ itemId }) => itemId)).toContain('CV-03');
  expect(book.powersHeldBy('nobody')).toStrictEqual([]);
});

test('T01, R108: a revocation is seen by the next act, here and in another process, and moves the fence', async () => {
  const before = book.find(act);
  expect(before).toMatchObject({ fence: { key: 'mandate/YH-B-MK-2025' } });
  const other = openMandateBook(openJournal(db.database), realm);
  await other.register.catchUp();
  const errand = {
    mandateNo: 'YH-B-MK-2025',
    actor: { kind: 'person', id: 'mk-head' },
    at: '2025-06-03T04:00:00.000Z',
    requestId: 'revoke MK',
  } as const;
  expect(isRefusal(await mandates.revoke(room, errand, { reason: '机构调整' }))).toBe(false);
  expect(verdict()).toBe('mandate-revoked');
  await other.register.catchUp();
  expect(other.find(act)).toMatchObject({ code: 'mandate-revoked' });
  expect(await mandates.revoke(room, { ...errand, requestId: 'again' }, { reason: '再次' })).toMatchObject({
    code: 'mandate-ended',
  });
});

async function enact(letter: MandateLetter | undefined) {
  if (letter === undefined) return undefined;
  const dept = letter.grantor.code.toLowerCase();
  const signers = requiredSigners(letter).map(
    (code) => organs.find((organ) => organ.code === code)?.headPersonId ?? '',
  );
  const accepters = letter.construct === 'B' ? namedPersons(letter) : signers.slice(1);
  return enactLetter(
    room,
    letter,
    { drafter: `${dept}-officer-1`, reviewer: `${dept}-legal`, signers, accepters, filer: 'zw-legal' },
    draftedAt,
  );
}

function factsOf({ powersHeldBy }: MandateBook): MandateFacts {
  return {
    person(personId) {
      const person = people.find((each) => each.personId === personId);
      return person === undefined
        ? undefined
        : { organ: person.organ, employment: person.employment, posts: person.posts, active: true };
    },
    organ: (code) => organs.find((organ) => organ.code === code),
    item(itemId) {
      const item = catalogue.items.find((each) => each.id === itemId);
      if (item === undefined) return undefined;
      const { dept, signClass, decidableOnTheSpot } = item;
      return {
        dept,
        level: 'district',
        signClass,
        ruleSetHash: signClass === 0 ? ruleSetHash(item) : null,
        decidableOnTheSpot,
        inForce: true,
      };
    },
    powersHeldBy,
    centre: 'YH-CENTRE',
    filingOrgans: ['ZW', 'YH-CENTRE'],
  };
}

function readDemo(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../db/demo/${name}`, import.meta.url), 'utf8'));
}
