import { describe, expect, test } from 'vitest';

import type { Item } from './item.ts';
import { isUnclearDay, legalLimitOf, promisedLimitOf, promiseWithinStatute } from './limit.ts';

function limits(
  value: string,
  unit: 'S' | 'W' | 'N',
  promised: number,
  promisedUnit: 'W' | 'N' = 'W',
): Pick<Item, 'legalLimit' | 'promisedLimit'> {
  return { legalLimit: { value, unit, basis: '法' }, promisedLimit: { value: promised, unit: promisedUnit } };
}

describe('limits', () => {
  test('a statutory limit is read as figures, with conditional wording kept', () => {
    expect(legalLimitOf(limits('20', 'W', 0))).toEqual({ value: 20, unit: 'W' });
    expect(legalLimitOf(limits('60', 'N', 0))).toEqual({ value: 60, unit: 'N' });
    expect(legalLimitOf(limits('当场', 'S', 0))).toEqual({ value: 0, unit: 'S' });
    expect(legalLimitOf(limits('公示20自然日后申请;当场', 'S', 1))).toEqual({
      value: 0,
      unit: 'S',
      qualification: '公示20自然日后申请;当场',
    });
    expect(legalLimitOf(limits('当场/按急难程序', 'S', 5))).toMatchObject({ value: 0, unit: 'S' });
    expect(legalLimitOf(limits('二十日', 'W', 5))).toEqual({ value: 20, unit: 'W', qualification: '二十日' });
  });

  test('a promise of 0 is a decision within the session', () => {
    expect(promisedLimitOf(limits('20', 'W', 0))).toEqual({ value: 0, unit: 'S' });
    expect(promisedLimitOf(limits('20', 'W', 8))).toEqual({ value: 8, unit: 'W' });
  });

  test.each([
    ['20', 'W', 20, 'W', true],
    ['20', 'W', 21, 'W', false],
    ['20', 'W', 28, 'N', true],
    ['20', 'W', 29, 'N', false],
    ['7', 'N', 5, 'W', true],
    ['7', 'N', 6, 'W', false],
    ['当场', 'S', 0, 'W', true],
    ['当场', 'S', 1, 'W', false],
    ['公示20自然日后申请;当场', 'S', 1, 'W', true],
    ['公示20自然日后申请;当场', 'S', 21, 'W', false],
  ] as const)('R5: statute %s %s against a promise of %i %s', (...[value, unit, promised, promisedUnit, allowed]) => {
    expect(promiseWithinStatute(limits(value, unit, promised, promisedUnit))).toBe(allowed);
  });

  test('R65: a figure that the statute gives in 日 alone is unclear, one in working or natural days is not', () => {
    const unclear = (basis: string, value: number, unit: 'S' | 'W' | 'N' = 'W') =>
      isUnclearDay({ legalLimit: { value: String(value), unit, basis } }, { value, unit });
    expect(unclear('居住证暂行条例9条(15日制发)', 15, 'N')).toBe(true);
    expect(unclear('人力资源市场暂行条例19条(自收到申请之日起20日)', 20)).toBe(true);
    expect(unclear('护士条例8条(20个工作日)', 20)).toBe(false);
    expect(unclear('社会救助暂行办法(30工作日)', 30)).toBe(false);
    expect(unclear('公示20自然日', 20, 'N')).toBe(false);
    expect(unclear('市场主体登记管理条例24条(变更后30日内申请)', 3)).toBe(false);
    expect(unclear('房屋条例(30日)', 30, 'S')).toBe(false);
  });
});
