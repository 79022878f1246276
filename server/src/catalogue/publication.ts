import { isRefusal, type Text } from '../kernel/refusal.ts';
import { compileRules, evaluate, getDecisionTable, type RuleProblem } from './decision-table.ts';
import { elementName, type ElementPath, pathText } from './element-name.ts';
import { wrongFormConditions } from './form-condition.ts';
import type { Item } from './item.ts';
import { promiseWithinStatute } from './limit.ts';
import { contradictions, missingElements, type Place, repeatedCodes, wrongCodes } from './publication-elements.ts';
import {
  closedChannels,
  obtainableMaterials,
  purposelessFields,
  secondGuides,
  unfoundedBars,
  unfoundedCertificates,
  unfoundedFees,
  unfoundedLimits,
  unlawfulIntermediaries,
  unlawfulPresence,
  unlawfulPromises,
  unsoundTolerance,
  vagueTexts,
} from './publication-law.ts';
import { type CatalogueRefusalCode, catalogueRefusals } from './refusals.ts';
import { derivedSignClass, isDecidableOnTheSpot } from './sign-class.ts';

/** What the rules of publication need to know beside the item itself. */
export interface PublicationFacts {
  /** Basic codes of the licence list (行政许可事项清单) in force (R1). */
  readonly licenceList: ReadonlySet<string>;
  /** The division that this installation governs, which the standard may not have yet; without it only the form of a region is checked. */
  readonly district?: string;
  /** E-licences and share interfaces of the district by id (R6). */
  readonly sources?: ReadonlyMap<string, string>;
  /** The other items of the library (R10). */
  readonly others?: readonly Pick<Item, 'id' | 'implCode' | 'bizCode'>[];
  /** The version that it would replace (R14). */
  readonly inForce?: Item;
}

/** One reason why an item may not be published: the rule by its code, the element by its path and its names. */
export interface PublicationFault {
  readonly code: CatalogueRefusalCode;
  /** `materials[3].name`. */
  readonly path: string;
  readonly element: Text;
  /** What stands there. */
  readonly found: string;
  readonly rule: string;
  readonly article: string;
  readonly message: Text;
  /** What mends it. */
  readonly remedy: Text;
}

type Check = (item: Item, facts: PublicationFacts) => readonly Place[];

/** In this order, so that the first fault is the one that the others may follow from. */
const checks = [
  ['rules-do-not-compile', uncompiledPlaces],
  ['code-invalid', wrongCodes],
  ['not-in-licence-list', unlistedLicence],
  ['vague-requirement', vagueTexts],
  ['promise-exceeds-statute', longPromise],
  ['sign-list-membership-wrong', wrongMembership],
  ['adverse-signatures-too-few', fewSignatures],
  ['class-zero-needs-verified-sources', humanFindings],
  ['sign-class-deviates', silentDeviation],
  ['on-the-spot-wrong', wrongSpot],
  ['example-fails', failingExamples],
  ['element-missing', missingElements],
  ['code-repeated', repeatedCodes],
  ['obtainable-material-demanded', obtainableMaterials],
  ['certificate-without-basis', unfoundedCertificates],
  ['intermediary-unlawful', unlawfulIntermediaries],
  ['fee-without-basis', unfoundedFees],
  ['second-guide', secondGuides],
  ['field-without-purpose', purposelessFields],
  ['form-condition-wrong', wrongFormConditions],
  ['channel-closed', closedChannels],
  ['promise-route-unlawful', unlawfulPromises],
  ['presence-unfounded', unlawfulPresence],
  ['tolerance-unsound', unsoundTolerance],
  ['quantity-limit-unfounded', unfoundedLimits],
  ['bar-unfounded', unfoundedBars],
  ['elements-contradict', contradictions],
] as const satisfies readonly (readonly [CatalogueRefusalCode, Check])[];

/** Everything that forbids publishing `item`, all at once; empty when it may be published. */
export function publicationFaults(item: Item, facts: PublicationFacts): readonly PublicationFault[] {
  return checks.flatMap(([code, check]) => check(item, facts).map(({ path, found }) => faultAt(code, path, found)));
}

/** The fault `code` at `path`, with the element's names, the rule and the mend. */
export function faultAt(code: CatalogueRefusalCode, path: ElementPath, found: string): PublicationFault {
  const { rule, article, message, remedy } = catalogueRefusals[code];
  return { code, path: pathText(path), element: elementName(path), found, rule, article, message, remedy };
}

function uncompiledPlaces(item: Item): readonly Place[] {
  const compiled = compileRules(item);
  return 'problems' in compiled
    ? compiled.problems.map((problem) => ({ path: pathOf(problem.place), found: problemText(problem) }))
    : [];
}

/** The reason in both languages, with the columns of the text, counted from 1, and the mend. */
function problemText({ text, at, suggestion }: RuleProblem): string {
  const columns = at === undefined ? '' : `[${at.from + 1}–${Math.max(at.to, at.from + 1)}] `;
  return `${columns}${text.zh} / ${text.en}${suggestion === undefined ? '' : ` → ${suggestion}`}`;
}

/** Reads `decide[2].when` back into a path. */
function pathOf(place: string): ElementPath {
  return (place.match(/[A-Za-z]+|\d+/g) ?? []).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** R1: a licence (type 01) exists only when it is on the licence list. */
function unlistedLicence(item: Item, { licenceList }: PublicationFacts): readonly Place[] {
  const isUnlisted = item.typeCode === '01' && !licenceList.has(item.basicCode);
  return isUnlisted ? [{ path: ['basicCode'], found: item.basicCode }] : [];
}

function longPromise(item: Item): readonly Place[] {
  if (promiseWithinStatute(item)) return [];
  const { promisedLimit, legalLimit } = item;
  const found = `${promisedLimit.value}${promisedLimit.unit} > ${legalLimit.value}${legalLimit.unit}`;
  return [{ path: ['promisedLimit'], found }];
}

/** An item decidable on the spot must be in the sign lists; EX items are outside them (domain §1.4). */
function wrongMembership(item: Item): readonly Place[] {
  const listed = item.decidableOnTheSpot && item.signClass !== 'EX';
  return item.inSignList === listed ? [] : [{ path: ['inSignList'], found: String(item.inSignList) }];
}

function fewSignatures(item: Item): readonly Place[] {
  return item.adverseSigns < 2 ? [{ path: ['adverseSigns'], found: String(item.adverseSigns) }] : [];
}

/** R78: what an officer finds is no verified source for a decision without signature. */
function humanFindings(item: Item): readonly Place[] {
  if (item.signClass !== 0) return [];
  return item.inputs.flatMap(({ source, name }, at) =>
    source === 'review' ? [{ path: ['inputs', at, 'source'], found: name }] : [],
  );
}

/** R76: another class than the one that follows from the facts needs a reason that the public reads. */
function silentDeviation(item: Item): readonly Place[] {
  const { signClass, reasons } = derivedSignClass(item);
  if (signClass === item.signClass || (item.signing.deviation ?? '').trim() !== '') return [];
  const why = reasons.map(({ zh }) => zh).join('、');
  return [{ path: ['signClass'], found: `${item.signClass},按事实应为 ${signClass}(${why})` }];
}

function wrongSpot(item: Item): readonly Place[] {
  const computed = isDecidableOnTheSpot(item);
  return computed === item.decidableOnTheSpot
    ? []
    : [{ path: ['decidableOnTheSpot'], found: `${item.decidableOnTheSpot},按程序应为 ${computed}` }];
}

function failingExamples(item: Item): readonly Place[] {
  if ('problems' in compileRules(item)) return [];
  const table = getDecisionTable(item);
  return item.cases.flatMap(({ inputs, expect }, at) => {
    const result = evaluate(table, inputs);
    const actual = isRefusal(result) ? result.code : result.outcome;
    return actual === expect ? [] : [{ path: ['cases', at], found: `${expect}, not ${actual}` }];
  });
}
