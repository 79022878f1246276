import { expect, test } from 'vitest';
import { scopesOf } from './work-list.ts';

test('the window sees the whole centre, an officer his own organ, and what another organ entrusted to it', () => {
  expect(scopesOf([{ kind: 'windowClerk', organ: 'YH-CENTRE', entrusted: [] }], undefined)).toEqual([
    { waitsFor: 'window' },
    { waitsFor: 'delivery' },
  ]);
  const entrusted = [{ itemId: 'CV-03', organ: 'CV' }];
  expect(scopesOf([{ kind: 'postedOfficer', organ: '110198001', entrusted }], undefined)).toEqual([
    { organ: '110198001', waitsFor: 'handler' },
    { organ: 'CV', itemId: 'CV-03', waitsFor: 'handler' },
    // R48: what other organs ask his own.
    { organ: '110198001', waitsFor: 'opinion' },
  ]);
});

test('asked for a state, a list shows all cases of that state within sight, wherever they wait', () => {
  expect(scopesOf([{ kind: 'chiefRepresentative', organ: 'MK', entrusted: [] }], 'proposed')).toEqual([
    { organ: 'MK', waitsFor: 'chief' },
    { organ: 'MK', waitsFor: 'head' },
  ]);
});

test('an operator runs the machine and has no cases', () => {
  expect(scopesOf([{ kind: 'operator', organ: 'ZW', entrusted: [] }], undefined)).toEqual([]);
  expect(scopesOf([{ kind: 'operator', organ: 'ZW', entrusted: [] }], 'received')).toEqual([]);
});

test('promise 6: what no officer and no chief may sign any more stands on the list of the head', () => {
  const head = { kind: 'departmentHead', organ: 'MK', entrusted: [] } as const;
  expect(scopesOf([head], undefined).map(({ waitsFor }) => waitsFor)).toEqual(['head', 'chief', 'handler', 'opinion']);
});
