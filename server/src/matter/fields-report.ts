import type { Bundle } from './bundle.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import { askedLines } from '../catalogue/catalogue.ts';
import { planOf, type Values } from './plan.ts';
import { identityTargets, isPersonLine, sharedAnswers } from './own-lines.ts';
import { type Asked, knownValues, type Question, questionsOf } from './questions.ts';

/** How much a matter asks, against the same items applied for one by one. */
export interface FieldsReport {
  readonly bundleId: string;
  readonly name: string;
  readonly items: number;
  /** The sum over the items, each applied for alone: who applies, every required question of its form, and the papers to bring. */
  readonly alone: number;
  /** The same sum with only those lines that this matter fills: the strictest measure. */
  readonly aloneFilled: number;
  /** What is shown in the matter, each thing once. */
  readonly together: number;
  /** Of these, what is known already and only has to be looked at. */
  readonly prefilled: number;
  /** What remains to be answered or handed in. */
  readonly asked: number;
  /** What is only offered, lines that may be left empty and papers of some situations: no question, on either side. */
  readonly optional: number;
  /** Whole per cent fewer to answer than in `alone`, and than in `aloneFilled`. */
  readonly fewerPercent: number;
  readonly fewerPercentFilled: number;
}

/** Name and number. */
const IDENTITY = 2;

/**
 * Counts for one situation. A question is one thing that somebody has to say or hand in: a particular of who applies, an answer,
 * or a paper. Alone, an item asks who applies, its whole form and its papers, and nothing is prefilled. What licences and shares
 * give is asked on neither side, and what nobody is led through, a line that may be left empty or a paper of some
 * situations, is counted on neither.
 */
export function fieldsReport(bundle: Bundle, items: ItemsInForce, identity: Asked, answers: Values): FieldsReport {
  const values = knownValues(bundle, answers, identity);
  const plan = planOf(bundle, values);
  const offered = questionsOf(bundle, items, { plan, values, own: {} }, identity);
  const questions = offered.filter(({ isOptional }) => isOptional !== true);
  const alone = plan.children.reduce((sum, { itemId }) => sum + ofForm(bundle, items, itemId, values), 0);
  const aloneFilled = plan.children.reduce((sum, { itemId }) => sum + ofLines(bundle, questions, items, itemId), 0);
  const particulars = questions.filter(({ name }) => !isIdentity(bundle, name));
  const known = particulars.filter((question) => question.known !== undefined).length;
  const together = particulars.length + IDENTITY;
  const prefilled = known + IDENTITY;
  const asked = together - prefilled;
  return {
    bundleId: bundle.id,
    name: bundle.name,
    items: plan.children.length,
    alone,
    aloneFilled,
    together,
    prefilled,
    asked,
    optional: offered.length - questions.length,
    fewerPercent: fewer(asked, alone),
    fewerPercentFilled: fewer(asked, aloneFilled),
  };
}

function fewer(asked: number, sum: number): number {
  return Math.floor(100 * (1 - asked / sum));
}

/** What the item's published form and list of materials ask of somebody in this situation who applies for it alone. */
function ofForm(bundle: Bundle, items: ItemsInForce, itemId: string, values: Values): number {
  const item = items.get(itemId);
  if (item === undefined) return 0;
  // Who applies is counted once as such, whichever form repeats it.
  const asked = askedLines(item.form, sharedAnswers(bundle, item, values));
  const questions = asked.filter((line) => line.required && !isPersonLine(line));
  const papers = item.materials.filter(
    ({ kind, necessity, replaceableBy }) =>
      (kind === 'provided' || kind === 'commitment') && necessity !== 'conditional' && replaceableBy.length === 0,
  );
  return personOf(bundle, items, itemId) + questions.length + papers.length;
}

/** What the item asks of the lines that this matter fills. */
function ofLines(bundle: Bundle, questions: readonly Question[], items: ItemsInForce, itemId: string): number {
  const lines = bundle.fields.filter(({ to }) => {
    const target = to[itemId];
    return target !== undefined && !identityTargets.includes(target);
  });
  const own = questions.filter(({ name, items: receivers }) => name.includes(' ') && receivers.includes(itemId));
  return personOf(bundle, items, itemId) + lines.length + own.length;
}

/**
 * The particulars of who applies: name and number, and of an enterprise its representative's too. What does not exist yet has no
 * number and no other representative than its founder, who says only its name besides his own two particulars.
 */
function personOf({ founds }: Bundle, items: ItemsInForce, itemId: string): number {
  const item = items.get(itemId);
  if (founds?.items.includes(itemId) === true)
    return (
      IDENTITY + (item?.form.some(({ shared, required }) => required && shared === 'enterprise.name') === true ? 1 : 0)
    );
  const isEnterprise = founds !== null || item?.subject.includes('自然人') === false;
  return IDENTITY + (isEnterprise ? IDENTITY : 0);
}

function isIdentity({ fields }: Bundle, name: string): boolean {
  const field = fields.find((one) => one.name === name);
  return field?.from.kind === 'identity' && field.from.of !== 'phone';
}
