import { expect, test } from 'vitest';
import type { KnownAnswer } from '../application/application.ts';
import { demoBundle, demoItems } from './example-matters.ts';
import { knownFields } from './known-answers.ts';

function said(name: string, value: string, source: string, sourceName: string): KnownAnswer {
  return { from: 'source', name, value, source, sourceName, organ: 'MK', receipt: 'r' };
}

test('R20, R47: a shared question is prefilled with its source from the first item whose own form lists it', () => {
  const known = new Map([
    [
      'MK-01',
      [said('premisesAddress', '河沿路12号', 'S-ADDR', '标准地址'), said('addressProof', '是', 'S-ADDR', '标准地址')],
    ],
    // Seals list no address: what a source would answer there is not taken.
    ['PS-05', [said('premisesAddress', '别处', 'S-ADDR', '标准地址')]],
  ]);
  expect([...knownFields(demoBundle('B-01'), demoItems, known)]).toEqual([
    ['premisesAddress', { value: '河沿路12号', source: 'licence', of: '标准地址' }],
    // Under the name of the item's own question too, should no shared field fill the line.
    ['MK-01 form.premisesAddress', { value: '河沿路12号', source: 'licence', of: '标准地址' }],
  ]);
});

test('a founder’s own bank account is not the account of his enterprise; a family’s is its own', () => {
  const card = said('bankAccount', '62', 'L-SSC', '社会保障卡');
  expect(knownFields(demoBundle('B-01'), demoItems, new Map([['TX-01', [card]]])).size).toBe(0);
  expect(knownFields(demoBundle('B-03'), demoItems, new Map([['MI-01', [card]]])).get('bankAccount')).toEqual({
    value: '62',
    source: 'licence',
    of: '社会保障卡',
  });
});

test('an earlier case answers with its number', () => {
  const before: KnownAnswer = {
    from: 'case',
    name: 'staffIds',
    value: '1、2',
    caseNo: '1101980001',
    itemName: '参保',
    receivedOn: '2025-01-02',
  };
  expect(knownFields(demoBundle('B-01'), demoItems, new Map([['HR-03', [before]]])).get('staffIds')).toEqual({
    value: '1、2',
    source: 'case',
    of: '1101980001',
  });
});

test('R47: what was answered to one item answers the same line of every other form that lists it', () => {
  const before: KnownAnswer = {
    from: 'case',
    name: 'financeOfficerId',
    value: '110198198601256910',
    caseNo: '1101980002',
    itemName: '发票',
    receivedOn: '2025-01-02',
  };
  const known = new Map([
    ['MK-01', []],
    ['PS-05', []],
    ['TX-01', [before]],
  ]);
  const answer = { value: '110198198601256910', source: 'case', of: '1101980002' };
  expect([...knownFields(demoBundle('B-07'), demoItems, known)]).toEqual([
    ['TX-01 form.financeOfficerId', answer],
    ['MK-01 form.financeOfficerId', answer],
  ]);
});
