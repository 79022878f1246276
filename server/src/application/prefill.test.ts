import { expect, test } from 'vitest';
import { caseStory, findItem, nineOn } from '../../test/case-story.ts';
import { intakeFacts } from '../acceptance/acceptance.ts';
import { systemGrant } from '../catalogue/catalogue.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { correctStatement, viewApplication } from './application.ts';
import { answersThatFit, changeOfGuide } from './draft.ts';
import { isAnswerTo } from './form-answers.ts';
import { answersGiven, knownAnswers, type SourceAnswer } from './prefill.ts';

const online = { at: nineOn('2025-03-03'), actor: { kind: 'applicant', id: 'applicant-1' } } as const;
const item = findItem('MK-05');

function answer(source: string, name: string, value: SourceAnswer['value']): SourceAnswer {
  return { name, value, source, sourceName: source, organ: 'MK', receipt: `receipt-${source}` };
}

test('R6: each question is prefilled once, from the first source that the item names', () => {
  const sources = [
    answer('S-CORP', 'enterpriseUscc', '91110198MAYH00012J'),
    answer('L-BL', 'enterpriseUscc', '91110198MAYH00012J'),
    answer('L-BL', 'area', 'a wrong kind of answer'),
  ];
  expect(knownAnswers(item, sources, [])).toEqual([
    { from: 'source', ...answer('L-BL', 'enterpriseUscc', '91110198MAYH00012J') },
  ]);
});

test('R6: an earlier case answers the same question in the same words, and no other', () => {
  const given = answersGiven(item, { seatCount: 40, area: 200, gone: 'x' });
  expect(given.map(({ name, value }) => [name, value])).toEqual(expect.arrayContaining([['area', 200]]));
  const earlier = given.map((one) => ({ ...one, caseNo: '1', itemName: '从前', receivedOn: '2025-01-02' }));
  expect(knownAnswers(item, [], earlier)).toContainEqual({
    from: 'case',
    name: 'area',
    value: 200,
    caseNo: '1',
    itemName: '从前',
    receivedOn: '2025-01-02',
  });
  const otherwise = earlier.map((one) => ({ ...one, label: '另一个问题' }));
  expect(knownAnswers(item, [], otherwise)).toEqual([]);
});

test('R47: a corrected value stands beside that of its source, the organ of the source is told, and nobody believes either', () => {
  const story = caseStory('MK-05');
  const sources = [answer('S-CORP', 'area', 150), answer('S-CORP', 'enterpriseName', '禾木')];
  const form = { area: 200, chain: false, onlyPrepacked: false, hasRawOrCold: true, enterpriseName: '禾木' };
  expect(story.receive({ application: { channel: 'online', form } }, online, { sources })).toBe('ok');
  const view = viewApplication(story.events());
  expect(view.discrepancies).toEqual([{ ...answer('S-CORP', 'area', 150), stated: 200 }]);
  const facts = intakeFacts(view, story.version.item);
  expect(facts['area']).toEqual({ value: 200, source: 'form', verified: false });
  expect(facts['chain']).toEqual({ value: false, source: 'form', verified: true });
  const back = { materials: [], form: { area: 150 } };
  const supply = { version: story.version, owed: [], handed: { files: new Map(), caseBytes: 1 } };
  expect(story.take(correctStatement, back, supply, online)).toBe('ok');
  expect(viewApplication(story.events()).discrepancies).toEqual([]);
});

test('R47: who disputes what a share says of him is neither refused nor granted by a rule', () => {
  const story = caseStory('MK-02');
  const name = story.version.item.inputs.find(({ source, type }) => source === 'share' && type === 'bool')?.name ?? '';
  const before = caseStory('MK-02');
  before.receive({ application: { channel: 'online' } }, online);
  const said = viewApplication(before.events()).gathered.find((one) => one.name === name)?.value;
  const disputes = [{ name, value: said !== true }];
  expect(story.receive({ application: { channel: 'online', disputes } }, online)).toBe('ok');
  const view = viewApplication(story.events());
  expect(view.discrepancies).toMatchObject([{ name, value: said, stated: said !== true }]);
  const facts = intakeFacts(view, story.version.item);
  expect(facts[name]).toMatchObject({ value: said !== true, verified: false });
  expect(isRefusal(systemGrant(story.version.item, facts))).toBe(true);
  const channel = 'online' as const;
  const unknown = { application: { channel, disputes: [{ name: 'nothing', value: true }] } };
  expect(caseStory('MK-02').receive(unknown, online)).toBe('form-invalid');
});

test('R11: an answer is of the kind that its question asks for', () => {
  const kinds = [
    ['date', '2026-02-20', '2026-02-30'],
    ['money', 12.5, -1],
    ['int', 3, 3.5],
    ['bool', false, 'false'],
    ['string', '字', 'x'.repeat(2001)],
    ['choice', 'a', 'b'],
  ] as const;
  const options = [{ value: 'a', label: { zh: '甲', en: 'A' } }];
  for (const [type, good, bad] of kinds) {
    expect([type, isAnswerTo({ type, options }, good), isAnswerTo({ type, options }, bad)]).toEqual([
      type,
      true,
      false,
    ]);
  }
});

test('R13: when the guide has changed, what is new and what is gone is said, and answers that fit are kept', () => {
  const [first, ...rest] = item.form;
  if (first === undefined) throw new Error('a form without questions');
  const added = { ...first, name: 'brandNew', label: { zh: '新问题', en: 'New' } };
  const now = {
    ...item,
    form: [added, ...rest.map((field) => (field.name === 'area' ? { ...field, type: 'string' as const } : field))],
    materials: item.materials.slice(1),
  };
  const form: Record<string, boolean | number | string> = { area: 200, chain: false };
  const change = changeOfGuide(item, now, form);
  expect(change.newQuestions.map(({ zh }) => zh)).toEqual(expect.arrayContaining(['新问题']));
  expect(change.goneMaterials).toEqual([item.materials[0]?.name]);
  expect(change.goneQuestions.map(({ name, answer }) => [name, answer])).toEqual([['area', 200]]);
  const kept = answersThatFit(now, form);
  expect(kept).not.toHaveProperty('area');
  expect(kept).toMatchObject({ chain: false });
});
