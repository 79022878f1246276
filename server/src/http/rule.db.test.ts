import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpDistrict, httpDistrict } from '../../test/http.ts';

let district: HttpDistrict;
beforeAll(async () => {
  district = await httpDistrict('2025-03-03T01:00:00.000Z');
}, 60_000);
afterAll(() => district.close());

test('the rules in force are read, tried, and come back sound with the same hash', async () => {
  const head = await district.signIn('mk-head');
  const read = (await head.get('/items/MK-05/rules')).body;
  const checked = await head.post('/rule-checks', read.rules);
  expect(checked.status).toBe(200);
  expect(checked.body).toMatchObject({ hash: read.hash, problems: [], coverage: { unreachable: [] } });
  expect(checked.body.examples).toHaveLength(read.rules.cases.length);
  expect(checked.body.examples[0]).toMatchObject({ kind: 'decided', asExpected: true });
  expect((await head.get('/items/MK-77/rules')).status).toBe(404);
});

test('hostile rules are answered: nested past reading, too many signs, figures that explode', async () => {
  const head = await district.signIn('mk-head');
  const { rules } = (await head.get('/items/MK-05/rules')).body;
  const withRows = (whens: readonly string[]) =>
    head.post('/rule-checks', { ...rules, decide: whens.map((when) => ({ when, outcome: 'REJECT', why: '试' })) });

  const deep = await withRows([`${'('.repeat(499)}true${')'.repeat(497)}`]);
  expect([deep.status, deep.body.problems[0].place]).toEqual([200, 'decide[0].when']);
  const long = await withRows(Array.from({ length: 100 }, () => `true${' '.repeat(500)}`));
  expect([long.status, long.body.paths[0].path]).toEqual([400, 'body.decide']);
  const products = await withRows([`${'area * '.repeat(100)}area > 1`]);
  expect(products.body.problems[0].text.en).toMatch(/multiplies at most/);
  const many = Array.from({ length: 200 }, (_, row) => `area > ${row} && area < ${400 - row} || area == ${row * 7}`);
  expect((await withRows(many)).status).toBe(200);
});

test('who may write a draft may try its rules; a malformed or empty cell is a problem at its place', async () => {
  const officer = await district.signIn('mk-officer-1');
  const { rules } = (await officer.get('/items/MK-05/rules')).body;
  const [input, ...others] = rules.inputs;
  const named = await officer.post('/rule-checks', { ...rules, inputs: [{ ...input, name: '面积' }, ...others] });
  expect([named.status, named.body.problems.map(({ place }: { place: string }) => place)]).toEqual([
    200,
    ['inputs[0].name'],
  ]);
  const [row, ...below] = rules.decide;
  const empty = await officer.post('/rule-checks', { ...rules, decide: [{ ...row, when: '', why: '' }, ...below] });
  expect([empty.status, empty.body.problems.map(({ place }: { place: string }) => place)]).toEqual([
    200,
    ['decide[0].when', 'decide[0].why'],
  ]);
  const applicant = await district.signIn('applicant-1');
  expect((await applicant.post('/rule-checks', rules)).status).toBe(403);
});

test('a draft carries its table for the workshop as long as it has the shape of one', async () => {
  const officer = await district.signIn('mk-officer-1');
  const { hash, rules } = (await officer.get('/items/MK-08/rules')).body;
  await officer.post('/library/items/MK-08/draft', { from: 'inForce' });
  const { draft } = (await officer.get('/library/items/MK-08')).body;
  expect(draft.ruleTable).toMatchObject({ rules, inForce: hash });
  const save = async (revision: number, change: object) => {
    const answer = await officer.post('/library/items/MK-08/draft/content', {
      revision,
      item: { ...draft.item, ...change },
    });
    expect(answer.status).toBe(200);
    return (await officer.get('/library/items/MK-08')).body.draft;
  };
  const [row, ...below] = rules.decide;
  // An empty reason is a fault of publication at its row, and still the workshop's to mend.
  const unfinished = await save(1, { decide: [{ ...row, why: '' }, ...below] });
  expect(unfinished.ruleTable.rules.decide[0].why).toBe('');
  expect(unfinished.faults).toContainEqual(expect.objectContaining({ path: 'decide[0].why' }));
  expect((await save(2, { decide: 'all of them' })).ruleTable).toBeNull();
});
