import type { Text } from '../kernel/refusal.ts';
import { ruleSetHash } from './decision-table.ts';
import type { Item, SignClass } from './item.ts';

/** The class that follows from the facts of an item, and the facts that led to it. */
export interface DerivedClass {
  readonly signClass: SignClass;
  readonly reasons: readonly Text[];
}

type Facts = Pick<Item, 'signing' | 'inputs' | 'intake'>;

const exceptions = {
  hearing: { zh: '法律要求听证', en: 'statute asks for a hearing' },
  collectiveDecision: { zh: '法律要求集体讨论决定', en: 'statute asks for a collective decision' },
  otherLevel: { zh: '法律要求其他层级决定', en: 'statute leaves it to another level' },
  headApproval: { zh: '法律要求负责人批准', en: 'statute asks for the approval of the head' },
} as const satisfies Record<NonNullable<Facts['signing']['exception']>['kind'], Text>;

const concerns = {
  discretion: { zh: '有裁量', en: 'there is discretion' },
  safety: { zh: '涉及公共安全', en: 'safety is concerned' },
  thirdParty: { zh: '涉及第三人利益', en: 'third parties are concerned' },
  money: { zh: '涉及超限额资金', en: 'money above a cap' },
  quantity: { zh: '有数量限制', en: 'the number is limited' },
  propertyRight: { zh: '涉及产权变动', en: 'a property right changes' },
} as const satisfies Record<Facts['signing']['concerns'][number], Text>;

/**
 * R76–R78: the decision tree of the sign classes. Statute that asks for more than the lists give makes EX; a favourable
 * filing, registration or service without discretion and on verified sources alone is 0; objective conditions are 1;
 * everything else is 2.
 */
export function derivedSignClass(item: Facts): DerivedClass {
  const { exception, favourableService, objectiveOnly } = item.signing;
  if (exception !== null) return { signClass: 'EX', reasons: [exceptions[exception.kind]] };
  const found = [...item.signing.concerns.map((concern) => concerns[concern]), ...limitOf(item)];
  if (found.length > 0) return { signClass: 2, reasons: found };
  if (!objectiveOnly) return { signClass: 2, reasons: [concerns.discretion] };
  const judged = item.inputs.filter(({ source }) => source === 'review');
  const objective = { zh: '条件全部客观', en: 'all conditions are objective' };
  if (favourableService && judged.length === 0) {
    const verified = {
      zh: '有利的备案登记服务,全部事实有核验来源',
      en: 'favourable, every fact from a verified source',
    };
    return { signClass: 0, reasons: [objective, verified] };
  }
  const why = favourableService
    ? { zh: `须人工认定:${judged.map(({ label }) => label).join('、')}`, en: 'an officer must find a fact' }
    : { zh: '不属于有利的备案登记服务', en: 'not a favourable filing, registration or service' };
  return { signClass: 1, reasons: [objective, why] };
}

function limitOf({ intake, signing }: Facts): readonly Text[] {
  return intake.quantityLimit === null || signing.concerns.includes('quantity') ? [] : [concerns.quantity];
}

/**
 * 当场可决 (委托受理和授权审批规则 2020): a complete application is decided in the same session, since statute leaves no
 * special procedure, or only one that a lawful promise replaces (R33).
 */
export function isDecidableOnTheSpot(item: Pick<Item, 'signing' | 'time' | 'intake'>): boolean {
  if (item.signing.exception !== null) return false;
  return item.time.special.length === 0 || item.intake.promise.offered;
}

export interface SignListRow {
  readonly itemId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly dept: string;
  readonly bizCode: string;
  readonly reason: string;
  /** Set for list 0: what the head signs. */
  readonly ruleSetHash?: string;
}

export type SignLists = Readonly<Record<'0' | '1' | '2', readonly SignListRow[]>>;

/** Lists 0, 1 and 2 of the items that can be decided on the spot: the annexes of a mandate (R76). */
export function signLists(items: readonly Item[]): SignLists {
  const rows = (signClass: SignClass): readonly SignListRow[] =>
    items
      .filter((item) => item.signClass === signClass && isDecidableOnTheSpot(item))
      .map((item) => ({
        itemId: item.id,
        name: item.name,
        nameEn: item.nameEn,
        dept: item.dept,
        bizCode: item.bizCode,
        reason: item.signReason,
        ...(signClass === 0 ? { ruleSetHash: ruleSetHash(item) } : {}),
      }))
      .toSorted((a, b) => (a.itemId < b.itemId ? -1 : 1));
  return { '0': rows(0), '1': rows(1), '2': rows(2) };
}
