import { isRefusal } from '../kernel/refusal.ts';
import { compileRules, evaluate, getDecisionTable } from './decision-table.ts';
import type { Item } from './item.ts';
import { promiseWithinStatute } from './limit.ts';
import type { CatalogueRefusalCode } from './refusals.ts';

/** One reason why an item may not be published, with every place in the item that shows it. */
export interface PublicationFault {
  readonly code: CatalogueRefusalCode;
  readonly places: readonly string[];
}

/** R3 (北京2024第31条): wording that lets a window ask for anything. */
const VAGUE = /(其他|有关|相关)(的)?(材料|文件|证明|条件|要求)/;

type Check = (item: Item, licenceList: ReadonlySet<string>) => readonly string[];

/** In this order, so that the first fault is the one that the others may follow from. */
const checks = [
  ['rules-do-not-compile', uncompiledPlaces],
  ['not-in-licence-list', unlistedLicence],
  ['vague-requirement', vaguePlaces],
  ['promise-exceeds-statute', (item) => (promiseWithinStatute(item) ? [] : ['promisedLimit'])],
  ['sign-list-membership-wrong', wrongMembership],
  ['adverse-signatures-too-few', (item) => (item.adverseSigns < 2 ? ['adverseSigns'] : [])],
  ['class-zero-needs-verified-sources', humanFindings],
  ['example-fails', failingExamples],
] as const satisfies readonly (readonly [CatalogueRefusalCode, Check])[];

/** Everything that forbids publishing `item`; `licenceList` holds the basic codes of 行政许可事项清单. */
export function publicationFaults(item: Item, licenceList: ReadonlySet<string>): readonly PublicationFault[] {
  return checks
    .map(([code, check]) => ({ code, places: check(item, licenceList) }))
    .filter(({ places }) => places.length > 0);
}

function uncompiledPlaces(item: Item): readonly string[] {
  const compiled = compileRules(item);
  return 'problems' in compiled ? compiled.problems.map(({ place, reason }) => `${place}: ${reason}`) : [];
}

/** R1: a licence (type 01) exists only when it is on the licence list. */
function unlistedLicence(item: Item, licenceList: ReadonlySet<string>): readonly string[] {
  return item.typeCode === '01' && !licenceList.has(item.basicCode) ? [`basicCode ${item.basicCode}`] : [];
}

function vaguePlaces(item: Item): readonly string[] {
  return [
    ...item.materials.flatMap(({ name }, index) => (VAGUE.test(name) ? [`materials[${index}]: ${name}`] : [])),
    ...item.reviewPoints.flatMap((point, index) => (VAGUE.test(point) ? [`reviewPoints[${index}]: ${point}`] : [])),
  ];
}

/** An item decidable on the spot must be in the sign lists; EX items are outside them (domain §1.4). */
function wrongMembership(item: Item): readonly string[] {
  const listed = item.decidableOnTheSpot && item.signClass !== 'EX';
  return item.inSignList === listed ? [] : ['inSignList'];
}

/** R78: what an officer finds is no verified source for a decision without signature. */
function humanFindings(item: Item): readonly string[] {
  if (item.signClass !== 0) return [];
  return item.inputs.filter(({ source }) => source === 'review').map(({ name }) => `inputs.${name}`);
}

function failingExamples(item: Item): readonly string[] {
  if ('problems' in compileRules(item)) return [];
  const table = getDecisionTable(item);
  return item.cases.flatMap(({ inputs, expect }, index) => {
    const result = evaluate(table, inputs);
    const actual = isRefusal(result) ? result.code : result.outcome;
    return actual === expect ? [] : [`cases[${index}]: ${expect}, not ${actual}`];
  });
}
