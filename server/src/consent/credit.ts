import type { Item, LegalBasis, Words } from '../catalogue/catalogue.ts';
import type { NeededClaim } from './claims.ts';

/**
 * For what the credit library may be asked of an applicant: whether he may apply again (R35), whether his word is enough (R32,
 * R33), and whether a mandate leaves him out (R71). Each use has a norm of its own, and is asked where it decides something.
 */
export type CreditUse = 'bar' | 'promise' | 'mandate';

const SOURCES = ['S-CREDIT'];

/** 北京市优化营商环境条例33: who broke a promise and has not made it good, is not granted on his word. */
const onPromise: LegalBasis = { law: '北京市优化营商环境条例', article: '第33条', rank: 'localRegulation' };
/** 优化营商环境条例53: supervision by credit; on it a letter leaves applicants of bad credit to the department. */
const onSupervision: LegalBasis = { law: '优化营商环境条例', article: '第53条', rank: 'adminRegulation' };

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
    claim('mandate', onSupervision),
  ];
}
