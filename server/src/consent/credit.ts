import type { Item, LegalBasis, Words } from '../catalogue/catalogue.ts';
import type { NeededClaim } from './claims.ts';

/**
 * For what the credit library may be asked of an applicant: whether he may apply again (R35), whether his word is enough (R32,
 * R33), and whether a mandate leaves him out (R71). Each use has a norm of its own, and is asked where it decides something.
 */
export type CreditUse = 'bar' | 'promise' | 'mandate';

const SOURCES = ['S-CREDIT'];

/**
 * 北京市优化营商环境条例 (2024) 33 I: promises that were not kept, and false ones, go into the city's public credit platform, whoever the
 * applicant is. That nobody is granted on his word before he has made it good, is what 国办发〔2020〕42号 adds, and what a mandate may
 * leave to the department. The credit supervision of 优化营商环境条例 53 is about market entities alone, so it carries no question about a citizen.
 */
const onPromise: LegalBasis = { law: '北京市优化营商环境条例', article: '第33条第1款', rank: 'localRegulation' };

const labels: Readonly<Record<CreditUse, Words>> = {
  bar: { zh: '信用记录:是否在限制再次申请期内', en: 'Credit record: whether applying again is barred' },
  promise: { zh: '信用记录:是否有未修复的不实承诺', en: 'Credit record: a broken promise that was not made good' },
  mandate: { zh: '信用记录:是否须退出委托范围', en: 'Credit record: whether the mandate leaves the applicant out' },
};

/** The lines of an item's data list that name its uses of the credit library, each with its norm (R20, 个保法34). */
export function creditClaims({ intake: { bars, promise, tolerant } }: Pick<Item, 'intake'>): readonly NeededClaim[] {
  const claim = (code: CreditUse, basis: LegalBasis): NeededClaim => {
    return { kind: 'credit', code, label: labels[code], sources: SOURCES, basis };
  };
  const [bar] = bars;
  return [
    ...(bar === undefined ? [] : [claim('bar', bar.basis)]),
    ...(promise.offered || tolerant ? [claim('promise', promise.createdBy ?? onPromise)] : []),
    claim('mandate', onPromise),
  ];
}
