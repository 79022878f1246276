import { afterAll, beforeAll, expect, test } from 'vitest';
import { inputsFrom, inputsLeadingTo, type Item } from '../../src/catalogue/catalogue.ts';
import { CaseFile } from '../../src/cli/case-file.ts';
import { runCase } from '../../src/cli/case-course.ts';
import { type CaseReport, reportOf } from '../../src/cli/case-summary.ts';
import { readDemoDistrict } from '../../src/demo-district.ts';
import { type TestDistrict, testDistrict } from '../platform.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await testDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

const { items } = readDemoDistrict();
const onPaper = items.filter(({ id }) => id === 'CV-01');
const electronic = items.filter(({ id }) => id !== 'CV-01');

test.each(electronic)('$id $name: an application alone goes to its natural end with class $signClass', async (item) => {
  const { summary, events } = await drive(item);
  expect(summary).toMatchObject({ state: 'delivered', reached: true, differences: [], refusals: [], stopped: null });
  expect(['GRANT', 'GRANT_ON_PROMISE']).toContain(summary.outcome);
  expect(summary.signatures).toHaveLength(signaturesOf(item));
  expect(summary.documents.map(({ verification }) => verification)).toEqual(summary.documents.map(() => 'valid'));
  expect(summary.documents.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['acceptanceNotice', 'grantDecision']),
  );
  expect(summary.history).toMatchObject({ intact: true, events: events.length });
  // R82: what was signed last is what was sealed; T11: nobody signs twice; every signature rests on mandate or office.
  const last = summary.signatures.at(-1);
  const decision = summary.documents.find(({ kind }) => kind === 'grantDecision');
  if (last !== undefined) expect(decision?.signedHash).toBe(last.documentHash);
  const signers = summary.signatures.map(({ personId }) => personId);
  expect(new Set(signers).size).toBe(signers.length);
  for (const signature of summary.signatures)
    expect(signature.mandateNo ?? signature.office).toContain(signature.mandateNo === null ? item.dept : 'YH-');
});

const refusable = electronic.filter((item) => findInputs(item, ['REJECT']) !== undefined);
/** One item of each sign class. */
const ofEachClass = [...Map.groupBy(refusable, ({ signClass }) => signClass).values()].flatMap(
  ([first]) => first ?? [],
);

test.each(ofEachClass)('R77: $id, class $signClass: a refusal carries two signatures', async (item) => {
  const refusing = findInputs(item, ['REJECT']);
  const { summary } = await drive(item, { decide: 'REFUSE' }, refusing);
  expect(summary.signatures).toHaveLength(2);
  expect(summary).toMatchObject({ state: 'delivered', outcome: 'REFUSE', reached: true });
  expect(summary.documents.at(-1)).toMatchObject({ kind: 'refusalDecision', verification: 'valid' });
});

test.each(onPaper)('$id $name ends on paper: no electronic signature stands under a marriage', async (item) => {
  const { summary } = await drive(item);
  expect(summary).toMatchObject({ state: 'accepted', outcome: null, signatures: [], reached: true });
  expect(summary.refusals).toMatchObject([{ code: 'paper-only-instrument', article: '电子签名法第三条第三款' }]);
  expect(summary.stopped?.zh).toContain('不能以电子签名代替');
});

/** Each case on its own day, so that no inspector is in two places at once (T09). */
let day = 0;

async function drive(
  item: Item,
  more: { readonly decide?: 'REFUSE' } = {},
  inputs = findInputs(item, ['APPROVE', 'APPROVE_PROMISE', 'ESCALATE']),
): Promise<CaseReport> {
  day += 1;
  const at = new Date(Date.parse('2025-03-03T01:10:00.000Z') + day * 86_400_000).toISOString();
  const ofSource = (...sources: readonly string[]) =>
    Object.fromEntries(
      inputsFrom(item)
        .filter(({ source }) => sources.includes(source))
        .map(({ name }) => [name, inputs?.[name]]),
    );
  const application = applicationFor(item, ofSource('form'));
  const shares = { facts: ofSource('share', 'rule', 'config') };
  const file = CaseFile.parse({ at, application, shares, review: ofSource('review', 'joint'), ...more });
  return reportOf(await runCase(district, file));
}

function findInputs(item: Item, outcomes: readonly string[]): Item['cases'][number]['inputs'] | undefined {
  const wanted = item.signClass === 'EX' ? outcomes : outcomes.filter((outcome) => outcome !== 'ESCALATE');
  const start = item.cases.find(({ expect: outcome }) => wanted.includes(outcome)) ?? item.cases[0];
  const names = inputsFrom(item).map(({ name }) => name);
  return inputsLeadingTo(item, start?.inputs ?? {}, names, ({ outcome }) => wanted.includes(outcome));
}

function signaturesOf({ signClass }: Item): number {
  // EX: an officer of the organ proposes, its head decides.
  return signClass === 'EX' ? 2 : signClass;
}

function applicationFor(item: Item, form: object): object {
  const person = { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' };
  const { kind: _kind, idType: _idType, ...legalRepresentative } = person;
  const company = {
    kind: 'legalPerson',
    name: '云河区禾木餐饮有限公司',
    idType: 'uscc',
    idNo: '91110198MAYH00012J',
    legalRepresentative,
  };
  const brought = item.materials.filter(
    ({ kind, necessity, replaceableBy }) => kind !== 'form' && necessity === 'required' && replaceableBy.length === 0,
  );
  return {
    itemId: item.id,
    applicant: item.subject.includes('自然人') ? person : company,
    channel: 'window',
    form,
    materials: brought.map(({ code }) => ({ code, source: 'paper' })),
    scope: { region: '110198' },
    truthStatement: true,
  };
}
