import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { type Claim, claimKey, claimsOf, type Grounds, type PaperStatus } from '../consent/consent.ts';
import { Application } from './application.ts';
import { gateFacts } from './gate.ts';
import type { FactSource } from './ports.ts';

const { items } = Catalogue.parse(
  JSON.parse(readFileSync(new URL('../../../db/demo/catalogue.json', import.meta.url), 'utf8')),
);
const applicant = { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' } as const;
const everything = items.flatMap((item) => claimsOf(item));
const at = '2026-03-03T01:00:00.000Z';

/** A source that tells everything that it has, whatever it was asked for. */
function talkative(
  asked: Set<string>,
  state: { readonly status: PaperStatus; readonly holderIdNo: string },
): FactSource {
  const note = (wanted: ReadonlySet<string>) => wanted.forEach((key) => asked.add(key));
  const proof = { source: 'S-POP', sourceName: '', organ: 'PS', receipt: 'r' };
  return {
    async gather({ wanted }) {
      note(wanted);
      return everything.map(({ code }) => {
        return { name: code, value: true, source: 'share', verified: true, receipt: 'r' };
      });
    },
    credit: async () => ({ unrepairedFalsePromise: false }),
    async known({ wanted }) {
      note(wanted);
      return everything.map(({ code }) => ({ name: code, value: 'secret', ...proof }));
    },
    async papers({ wanted }) {
      note(wanted);
      return everything.map(({ code }) => ({ code, validUntilOn: null, ...proof, ...state }));
    },
  };
}

const own = { status: 'valid', holderIdNo: applicant.idNo } as const;
const claim: fc.Arbitrary<Claim> = fc.constantFrom(...everything.map(({ kind, code }) => ({ kind, code })));
const grounds: fc.Arbitrary<Grounds> = fc.oneof(
  fc.constant({ kind: 'self' as const }),
  fc.array(claim, { maxLength: 20 }).map((claims) => ({ kind: 'shown' as const, consent: { consentId: 'c', claims } })),
  fc.record({
    kind: fc.constant('case' as const),
    declined: fc.array(
      claim.map(({ code }) => code),
      { maxLength: 8 },
    ),
    consent: fc.array(claim, { maxLength: 20 }).map((claims) => ({ consentId: 'c', claims })),
  }),
);

test('R20: whatever a source tells, the gate asks for and hands out only what the item needs and its grounds open', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...items), grounds, async (item, on) => {
      const asked = new Set<string>();
      const gate = gateFacts(talkative(asked, own));
      const query = { applicant, item, operator: 'clerk-1', purpose: '', grounds: on, at };
      const application = Application.parse({ ...base, itemId: item.id });
      const found = await gate.gather({ caseNo: '1', item, application, operator: 'clerk-1', grounds: on, at });
      const handed = [
        ...found.facts.map(({ name }) => claimKey({ kind: 'fact', code: name })),
        ...found.materials.map(({ code }) => claimKey({ kind: 'material', code })),
        ...(await gate.known(query)).map(({ name }) => claimKey({ kind: 'answer', code: name })),
        ...(await gate.papers(query)).map(({ code }) => claimKey({ kind: 'material', code })),
        ...(await gate.available(query)).map((code) => claimKey({ kind: 'material', code })),
      ];
      const needed = new Set(claimsOf(item).map(claimKey));
      const agreed = new Set((on.kind === 'self' ? [] : (on.consent?.claims ?? [])).map(claimKey));
      const declined = on.kind === 'case' ? on.declined : [];
      for (const key of [...handed, ...asked]) {
        expect(needed).toContain(key);
        if (on.kind === 'shown') expect(agreed).toContain(key);
        if (!key.startsWith('fact:')) expect(declined).not.toContain(key.slice(key.indexOf(':') + 1));
      }
      const named = found.grounds.flatMap(({ claims }) => claims).map(claimKey);
      if (on.kind !== 'self') expect([...new Set(named)].toSorted()).toEqual(handedIn(found).toSorted());
    }),
    { numRuns: 200 },
  );
});

const base = { applicant, channel: 'online', scope: { region: '110198' }, truthStatement: true };

function handedIn({
  facts,
  materials,
}: Awaited<ReturnType<ReturnType<typeof gateFacts>['gather']>>): readonly string[] {
  const told = [...facts.map(({ name }) => `fact:${name}`), ...materials.map(({ code }) => `material:${code}`)];
  return [...new Set(told)];
}

test.each(['suspended', 'expired', 'withdrawn', 'annulled', 'forfeited', 'cancelled'] as const)(
  'R46: a licence that is %s stands for no material and spares none',
  async (status) => {
    const [item] = items.filter(({ id }) => id === 'PS-01');
    if (item === undefined) throw new Error('the demo has PS-01');
    const open: Grounds = { kind: 'case', declined: [] };
    const application = Application.parse({ ...base, itemId: item.id });
    const query = { item, operator: 'clerk-1', grounds: open, at };
    for (const state of [
      { ...own, status },
      { status: 'valid' as const, holderIdNo: '110198199406138083' },
    ]) {
      const gate = gateFacts(talkative(new Set(), state));
      expect((await gate.gather({ ...query, caseNo: '1', application })).materials).toEqual([]);
      expect(await gate.available({ ...query, applicant, purpose: '' })).toEqual([]);
    }
    const valid = gateFacts(talkative(new Set(), own));
    expect((await valid.gather({ ...query, caseNo: '1', application })).materials).not.toEqual([]);
  },
);

test('R33, R35, R71: credit is asked only for a use that the item lists and that decides something now, each on its own norm', async () => {
  const bad = { unrepairedFalsePromise: true, barredUntilOn: '2027-01-01', barReason: '提供虚假材料' };
  for (const item of items) {
    const asked: string[] = [];
    const gate = gateFacts({
      ...talkative(new Set(), own),
      async credit({ wanted }) {
        asked.push(...wanted);
        return bad;
      },
    });
    const query = { applicant, item, operator: 'clerk-1', purpose: '', at };
    expect(await gate.credit({ ...query, uses: [] })).toEqual({
      credit: { unrepairedFalsePromise: false },
      grounds: [],
    });
    expect(asked).toEqual([]);
    const bar = await gate.credit({ ...query, uses: ['bar'] });
    const hasBar = item.intake.bars.length > 0;
    // What belongs to another use of the library is not handed out, whatever it tells.
    expect(bar.credit).toEqual(
      hasBar
        ? { unrepairedFalsePromise: false, barredUntilOn: bad.barredUntilOn, barReason: bad.barReason }
        : { unrepairedFalsePromise: false },
    );
    const promise = await gate.credit({ ...query, uses: ['promise'] });
    expect(promise.credit).toEqual({ unrepairedFalsePromise: item.intake.promise.offered || item.intake.tolerant });
    for (const { grounds: used } of [bar, promise])
      for (const one of used) expect(one).toMatchObject({ kind: 'statute', basis: expect.stringMatching(/^《.+》/) });
    const listed = claimsOf(item).map(claimKey);
    for (const key of asked) expect(listed).toContain(key);
    expect(asked.length).toBe((hasBar ? 1 : 0) + (promise.credit.unrepairedFalsePromise ? 1 : 0));
  }
});

test('R11, R47: a source is asked for the lines that are of use alone, and comparing names the ground on which it asked', async () => {
  const [item] = items.filter(({ id }) => id === 'PS-01');
  if (item === undefined) throw new Error('the demo has PS-01');
  const asked = new Set<string>();
  const gate = gateFacts(talkative(asked, own));
  const open: Grounds = { kind: 'case', declined: [] };
  const query = { applicant, item, operator: 'clerk-1', purpose: '', grounds: open, at };
  const compared = await gate.compared({ ...query, lines: new Set(['newbornName', 'noSuchLine']) });
  expect([...asked]).toEqual(['answer:newbornName']);
  expect(new Set(compared.answers.map(({ name }) => name))).toEqual(new Set(['newbornName']));
  expect(compared.grounds).toMatchObject([
    { kind: 'statute', basis: expect.stringContaining('《'), claims: [{ kind: 'answer', code: 'newbornName' }] },
  ]);
  asked.clear();
  expect(await gate.compared({ ...query, lines: new Set() })).toEqual({ answers: [], grounds: [] });
  expect(await gate.known({ ...query, lines: new Set(['noSuchLine']) })).toEqual([]);
  const declined: Grounds = { kind: 'case', declined: ['newbornName'] };
  expect(await gate.compared({ ...query, grounds: declined, lines: new Set(['newbornName']) })).toEqual({
    answers: [],
    grounds: [],
  });
  expect([...asked]).toEqual([]);
});
