import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { Catalogue } from './catalogue-file.ts';
import { effectOf, type Effect } from './effect.ts';
import type { EffectKind } from './item.ts';

const demo = new URL('../../../db/demo/catalogue.json', import.meta.url);
const { items } = Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8')));

function read(kind: EffectKind, arg: string): Effect | undefined {
  return effectOf({ when: 'true', kind, arg, why: 'because' });
}

describe('effects of the demo catalogue', () => {
  test('every one of the 35 is read', () => {
    const rows = items.flatMap(({ effects }) => effects);
    expect(rows).toHaveLength(35);
    expect(rows.filter((row) => effectOf(row) === undefined)).toEqual([]);
  });

  test.each([
    ['SITE', '2人', { staff: 2, optional: false, household: false, toVerify: false }],
    ['SITE', '2人,可选', { staff: 2, optional: true }],
    ['SITE', '2人入户', { staff: 2, household: true }],
    ['SITE', '2人,10W', { staff: 2, within: { value: 10, unit: 'W' } }],
    ['LIMIT', '15N', { value: 15, unit: 'N' }],
    ['PUBLICITY', '7N,待核', { value: 7, unit: 'N', toVerify: true }],
    ['AFTERCHECK', '20W,待核', { value: 20, unit: 'W', toVerify: true }],
    ['JOINT', 'PS', { organ: 'PS' }],
    ['HEARING', '公告;法定必须', { announced: true, compulsory: true }],
    ['NOTICE', '环保、公安', { organs: ['环保', '公安'] }],
    ['QUEUE', '按受理时间戳', { by: 'acceptedAt' }],
    ['TAG', '逾期备案线索', { text: '逾期备案线索' }],
    [
      'TAG',
      '先行救助,事后10W补手续,待核',
      { text: '先行救助,事后10W补手续', within: { value: 10, unit: 'W' }, toVerify: true },
    ],
    ['SIGN2', '', { why: 'because' }],
  ] as const)('%s %s', (kind, arg, expected) => {
    expect(read(kind, arg)).toMatchObject({ kind, ...expected });
  });

  test.each([
    ['SITE', ''],
    ['SITE', '两人'],
    ['SITE', '0人'],
    ['SITE', '2人,也许'],
    ['LIMIT', '15'],
    ['LIMIT', '0N'],
    ['LIMIT', '15N,20N'],
    ['JOINT', '公安'],
    ['JOINT', 'PS,MK'],
    ['SIGN2', '2人'],
    ['QUEUE', '先到先得'],
    ['HEARING', '随便'],
    ['TAG', ''],
    ['NOTICE', '待核'],
  ] as const)('%s "%s" cannot be read', (kind, arg) => {
    expect(read(kind, arg)).toBeUndefined();
  });
});
