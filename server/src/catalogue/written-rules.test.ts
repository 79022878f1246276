import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { Catalogue } from './catalogue-file.ts';
import { checkRuleSet } from './rule-check.ts';
import { checkWrittenRules, WrittenRules } from './written-rules.ts';

const demo = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8')));

const rules = WrittenRules.parse({
  id: 'MK-05',
  signClass: 1,
  adverseSigns: 2,
  inputs: [{ name: 'area', type: 'int', source: 'form', label: '面积' }],
  effects: [],
  decide: [
    { when: 'area > 100', outcome: 'REJECT', why: '过大' },
    { when: 'true', outcome: 'APPROVE', why: '合格' },
  ],
  cases: [{ inputs: { area: 5 }, expect: 'APPROVE' }],
});

function placesOf(written: WrittenRules): readonly string[] {
  return checkWrittenRules(written).problems.map(({ place }) => place);
}

test('sound rules are tried as they stand: every item of the demonstration district', () => {
  expect(items).toHaveLength(54);
  for (const { id, signClass, adverseSigns, inputs, effects, decide, cases } of items) {
    const written = WrittenRules.parse({ id, signClass, adverseSigns, inputs, effects, decide, cases });
    expect(checkWrittenRules(written)).toEqual(checkRuleSet(written));
    expect(checkWrittenRules(written).problems).toEqual([]);
  }
});

test.each(['', '面积', '1area', 'area size', 'area_1'])('an input may not be called %j', (name) => {
  const [input] = rules.inputs;
  if (input === undefined) throw new Error('no input');
  expect(placesOf({ ...rules, inputs: [{ ...input, name }] })).toEqual(['inputs[0].name']);
});

test.each(['enum()', 'enum(甲,乙)', 'enum(a b)', 'date', ''])('an input may not be of type %j', (type) => {
  const [input] = rules.inputs;
  if (input === undefined) throw new Error('no input');
  const { problems, examples, coverage } = checkWrittenRules({ ...rules, inputs: [{ ...input, type }] });
  expect(problems).toMatchObject([{ place: 'inputs[0].type', text: { zh: expect.stringContaining('类型有误') } }]);
  expect(examples).toEqual([{ kind: 'not-run' }]);
  expect(coverage).toBeUndefined();
});

test('empty conditions and reasons are told at their cells, beside what is wrong in other rows', () => {
  const decide: WrittenRules['decide'] = [
    { when: '', outcome: 'REJECT', why: '' },
    { when: 'areaa > 1', outcome: 'ROUTE', why: '转', to: '别处' },
    { when: 'true', outcome: 'APPROVE', why: '合格' },
  ];
  const effects: WrittenRules['effects'] = [{ when: '', kind: 'TAG', arg: '注', why: '因' }];
  expect(placesOf({ ...rules, effects, decide })).toEqual([
    'effects[0].when',
    'decide[0].when',
    'decide[0].why',
    'decide[1].to',
    'decide[1].when',
  ]);
});

test('an effect that cannot be read and an input named twice keep their places', () => {
  const effects: WrittenRules['effects'] = [{ when: 'true', kind: 'LIMIT', arg: '若干', why: '因' }];
  expect(placesOf({ ...rules, effects })).toEqual(['effects[0].arg']);
  expect(placesOf({ ...rules, inputs: rules.inputs.flatMap((one) => [one, one]) })).toEqual(['inputs[1].name']);
});
