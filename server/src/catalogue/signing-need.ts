import { refuse, type Refusal, type Text } from '../kernel/refusal.ts';
import { evaluate, getDecisionTable, type Evaluation } from './decision-table.ts';
import { inputsFrom, type InputSource, type Item, type Outcome, type SignClass } from './item.ts';
import { catalogueRefusals } from './refusals.ts';

/** Who signs, in order: sign 1 is the officer's decision or proposal, sign 2 the decision (R76). */
export type Signer = 'postedOfficer' | 'chiefRepresentative' | 'department';

export interface SigningNeed {
  readonly signatures: SignClass;
  readonly signers: readonly Signer[];
  readonly reason: Text;
}

/** A fact as the case holds it: `verified` says that its source confirmed it. */
export interface Fact {
  readonly value: unknown;
  readonly source: InputSource;
  /** For a form input: the applicant declared it under the signed truth statement (R19). */
  readonly verified: boolean;
}

export type Facts = Readonly<Record<string, Fact>>;

const signersFor = {
  0: [],
  1: ['postedOfficer'],
  2: ['postedOfficer', 'chiefRepresentative'],
  EX: ['department'],
} as const satisfies Record<SignClass, readonly Signer[]>;

const reasons = {
  class0: { zh: '零签事项:规则集经负责人签署公布,系统准予', en: 'Class 0: a signed rule set grants' },
  class1: { zh: '一签事项', en: 'Class 1 item' },
  class2: { zh: '两签事项', en: 'Class 2 item' },
  classEX: { zh: '不入签批清单,由部门决定', en: 'Outside the sign lists: the department decides' },
  escalated: { zh: '退出签批清单,报部门', en: 'Leaves the sign lists, goes to the department' },
  adverse: { zh: '不利决定至少两签', en: 'An adverse decision carries at least two signatures' },
  raised: { zh: '规则升为两签', en: 'A rule raised it to two signatures' },
  person: { zh: '零签事项只能准予,其余由人一签', en: 'Class 0 only grants: a person signs everything else' },
  intake: { zh: '受理环节结论,由一人作出', en: 'An outcome at intake, by one person' },
} as const satisfies Record<string, Text>;

const classReasons = {
  0: reasons.class0,
  1: reasons.class1,
  2: reasons.class2,
  EX: reasons.classEX,
} as const satisfies Record<SignClass, Text>;

/**
 * Whether an outcome decides the matter (and the item's sign class rules) or only says at intake what happens to the
 * application, at once and by one person (R24, R25; domain §1.4).
 */
const atIntake = {
  APPROVE: false,
  APPROVE_PROMISE: false,
  REJECT: false,
  ESCALATE: false,
  SIGN1: false,
  SIGN2: false,
  CORRECT: true,
  NOT_NEEDED: true,
  NOT_OURS: true,
  ROUTE: true,
  DEFER: true,
} as const satisfies Record<Outcome, boolean>;

/**
 * How many signatures the evaluation needs (R76–R78): the item's class, raised by SIGN1, SIGN2 and refusal, left by
 * ESCALATE. Zero is returned only for APPROVE of a class 0 item; whether its facts are verified is `verifiedOnly`.
 */
export function signingNeed(
  item: Pick<Item, 'signClass' | 'adverseSigns'>,
  evaluation: Pick<Evaluation, 'outcome' | 'effects'>,
): SigningNeed {
  const { outcome } = evaluation;
  if (outcome === 'ESCALATE') return need('EX', reasons.escalated);
  if (atIntake[outcome]) return need(1, reasons.intake);
  if (item.signClass === 'EX') return need('EX', reasons.classEX);
  // R75: at most two in principle; a third needs an exception code and is no matter of the rules.
  if (outcome === 'REJECT') return need(2, reasons.adverse);
  if (outcome === 'SIGN2' || evaluation.effects.some((effect) => effect.kind === 'SIGN2')) {
    return need(2, item.signClass === 2 ? reasons.class2 : reasons.raised);
  }
  if (item.signClass === 0 && outcome !== 'APPROVE') return need(1, reasons.person);
  return need(item.signClass, classReasons[item.signClass]);
}

function need(signatures: SignClass, reason: Text): SigningNeed {
  return { signatures, signers: signersFor[signatures], reason };
}

/**
 * Sources on which the system may grant by itself (R78). A form input counts when it was declared under the truth
 * statement: our choice, since 个体工商户登记 (MK-02) is class 0 and asks the applicant for the scope of business; the
 * applicant answers for its truth (许可法31). An officer's finding never counts: it would be a decision without signature.
 */
const systemMayRelyOn = {
  share: true,
  rule: true,
  config: true,
  joint: true,
  form: true,
  review: false,
} as const satisfies Record<InputSource, boolean>;

/** R78: every input that decided comes, verified, from the source that the item declares for it; else who is missing. */
export function verifiedOnly(item: Item, facts: Facts): true | Refusal<CatalogueEvaluationCode> {
  const evaluation = evaluateFacts(item, facts);
  if ('refused' in evaluation) return evaluation;
  const sources = new Map(inputsFrom(item).map((spec) => [spec.name, spec.source]));
  const unverified = evaluation.reads.filter((name) => {
    const fact = facts[name];
    const source = sources.get(name);
    return (
      fact === undefined || source === undefined || !fact.verified || fact.source !== source || !systemMayRelyOn[source]
    );
  });
  return unverified.length === 0 ? true : refuse(catalogueRefusals, 'unverified-predicate', { inputs: unverified });
}

type CatalogueEvaluationCode =
  | 'unknown-input'
  | 'missing-input'
  | 'wrong-type'
  | 'no-rule-matches'
  | 'unverified-predicate';

/** R78: the evaluation that the system may take by itself, or why a person must sign. */
export function systemGrant(
  item: Item,
  facts: Facts,
): Evaluation | Refusal<CatalogueEvaluationCode | 'system-may-not-decide'> {
  const evaluation = evaluateFacts(item, facts);
  if ('refused' in evaluation) return evaluation;
  const { signatures } = signingNeed(item, evaluation);
  if (signatures !== 0) {
    return refuse(catalogueRefusals, 'system-may-not-decide', { outcome: evaluation.outcome, signatures });
  }
  const verified = verifiedOnly(item, facts);
  return verified === true ? evaluation : verified;
}

function evaluateFacts(item: Item, facts: Facts): ReturnType<typeof evaluate> {
  const inputs = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]));
  return evaluate(getDecisionTable(item), inputs);
}
