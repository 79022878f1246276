import { expect, test } from 'vitest';
import type { Letter } from '../api/mandate-model.ts';
import { changesOf, fieldsOf, letterOf } from './compose.ts';

const letter: Letter = {
  construct: 'B',
  mandateNo: 'YH-B-MK-2025',
  version: 1,
  grantor: { code: 'MK', name: '云河区市场监督管理局', headName: '卫晓航' },
  grantees: [
    { personId: 'mk-officer-1', name: '魏行阳', role: 'handler' },
    { personId: 'mk-officer-2', name: '萧芳婉', role: 'handler', deputyOf: 'mk-officer-1', activation: ['onLeave'] },
  ],
  items: [
    { itemId: 'MK-02', name: '个体工商户设立登记', guideVersionFrom: 1, list: 0, intakeRoles: [] },
    { itemId: 'MK-06', name: '小餐饮店许可', guideVersionFrom: 1, list: 2, intakeRoles: [] },
  ],
  powers: ['grant'],
  scope: { applicantKinds: ['naturalPerson'], regions: ['110198'], areaMax: 500 },
  exclusions: {},
  limits: {},
  seals: [],
  nonDelegable: [],
  duties: { grantor: [], grantee: [] },
  liability: '',
  responsibility: '',
  supervision: { samplingPercent: 5, plan: '', firstSampleDueOn: '2025-01-31' },
  term: { from: '2024-12-31T16:00:00.000Z', to: '2026-12-31T16:00:00.000Z' },
  termination: { noticeDays: 30, grounds: [], inFlight: '' },
  legalBasis: [],
  publicNotice: { noticeNo: '', channel: '' },
  ruleSets: [{ itemId: 'MK-02', ruleSetHash: 'ab' }],
};

test('a letter that nobody changed comes back as it was', () => {
  expect(letterOf(letter, 1, fieldsOf(letter))).toEqual(letter);
  expect(changesOf(letter, letterOf(letter, 1, fieldsOf(letter)))).toEqual([]);
});

test('the term begins and ends at midnight in China', () => {
  const { term } = letterOf(letter, 1, { ...fieldsOf(letter), to: '2027-03-01' });
  expect(term).toEqual({ from: '2024-12-31T16:00:00.000Z', to: '2027-02-28T16:00:00.000Z' });
});

test('an item that is taken out leaves no rule set behind that could still grant it', () => {
  const made = letterOf(letter, 1, { ...fieldsOf(letter), lists: { 'MK-02': 'out', 'MK-06': '1' } });
  expect(made.items.map(({ itemId, list }) => [itemId, list])).toEqual([['MK-06', 1]]);
  expect(made.ruleSets).toEqual([]);
  expect(changesOf(letter, made)).toEqual([
    { kind: 'removed', what: 'MK-02 个体工商户设立登记' },
    { kind: 'changed', what: 'item MK-06 小餐饮店许可', before: '2', after: '1' },
  ]);
});

test('R101: a deputy keeps the grounds on which he steps in', () => {
  expect(letterOf(letter, 1, fieldsOf(letter)).grantees?.[1]?.activation).toEqual(['onLeave']);
});

test('a limit that was emptied is gone from the letter and told as a change', () => {
  const made = letterOf(letter, 2, { ...fieldsOf(letter), areaMax: null });
  expect(made.scope).not.toHaveProperty('areaMax');
  expect(changesOf(letter, made)).toEqual([{ kind: 'changed', what: 'areaMax', before: '500', after: '' }]);
});
