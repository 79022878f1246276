import {
  type AuthorizationAnswer,
  type EntityJson,
  preparsePolicySet,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs';
import type { Act } from '../src/mandate/act.ts';
import { check } from '../src/mandate/check.ts';
import { held } from '../src/mandate/example-mandates.ts';
import type { Standing } from '../src/mandate/held.ts';
import { Exclusion, type MandateLetter } from '../src/mandate/letter.ts';
import { createMandateIndex } from '../src/mandate/mandate-index.ts';

/**
 * An independent second opinion on mandates: letters and acts are translated into Cedar, whose engine is formally
 * verified, and the verdicts compared. The translation is written from the law's side (domain.md R71, R75–R81, R104)
 * and shares no code with `check`: policies are fixed text, a letter becomes entities, an act becomes a request.
 */
export interface OracleCase {
  readonly letters: readonly { readonly letter: MandateLetter; readonly standing: OracleStanding }[];
  readonly acts: readonly Act[];
}

export type OracleStanding = Pick<Standing, 'status' | 'acceptedBy' | 'suspendedHolders'>;

/** Where the two engines differ; empty is what is hoped for. */
export interface Disagreement {
  readonly act: Act;
  readonly ours: string;
  readonly cedar: string;
}

/** One decision per letter: a request is allowed when Cedar allows it under one of the mandates. */
export const policies = `
permit (principal, action, resource)
when {
  resource.status == "usable" &&
  context.at >= resource.from && context.at < resource.to &&
  resource.powers.contains(context.power) &&
  resource.items.contains(context.item) &&
  resource.holders.contains(principal) &&
  principal has roles && principal.roles.contains(context.role)
};

// R99, R105: acceptance, and no suspension of the person.
forbid (principal, action, resource)
unless { context.role == "ruleSet" || principal.accepted };
forbid (principal, action, resource)
when { principal.suspended };

// R80.
forbid (principal, action, resource)
when { context.contractStaff && context.role != "clerk" };

// R101: a deputy is no officer until the named condition is met.
forbid (principal, action, resource)
when { principal has deputyOf && context.role != "keeper" }
unless { context has standInFor && context.standInFor == principal.deputyOf && principal.reasons.contains(context.standInBecause) };

// R75–R77, R71: one signature only on lists 0 and 1, only in favour, only under a closed breaker.
forbid (principal, action, resource)
when {
  context.deciding && context.role != "ruleSet" && (context.role == "handler" || context.signatureNo < 2) &&
  (context.adverse || context.power == "refuse" || context.halfOpen || resource.list2.contains(context.item))
};
forbid (principal, action, resource)
when { (context.deciding || context.power == "propose") && context.role != "ruleSet" && context.signatureNo > 2 && !context.hasException };
forbid (principal, action, resource)
when { context.power == "propose" && context.role == "chief" };

// §1.1: the window takes in and never decides.
forbid (principal, action, resource)
when { context.role == "clerk" }
unless { ["receive", "checkForm", "correct", "accept", "refuseAcceptance", "issueReceipt", "forward", "handOut"].contains(context.power) };

// R82: sealing is the keeper's, and the keeper's only power.
forbid (principal, action, resource)
when { context.role == "keeper" && context.power != "applySeal" };
forbid (principal, action, resource)
when { context.power == "applySeal" && context.role != "keeper" };

// R78.
forbid (principal, action, resource)
when { context.role == "ruleSet" }
unless {
  context.power == "grant" && !context.adverse && !context.halfOpen &&
  resource.list0.contains(context.item) && principal has hash && context has ruleSetHash && context.ruleSetHash == principal.hash &&
  principal.forItems.contains(context.item)
};

// T03, T04: a capped figure is known and within the cap.
forbid (principal, action, resource) unless { resource.kinds.contains(context.applicantKind) };
forbid (principal, action, resource) unless { resource.regions.containsAny(context.regionAndAround) };
forbid (principal, action, resource) when { resource has amountMax } unless { context has amount && context.amount <= resource.amountMax };
forbid (principal, action, resource) when { resource has areaMax } unless { context has area && context.area <= resource.areaMax };
forbid (principal, action, resource) when { resource has headcountMax } unless { context has headcount && context.headcount <= resource.headcountMax };
forbid (principal, action, resource) when { resource has riskMax } unless { context has riskGrade && context.riskGrade <= resource.riskMax };
forbid (principal, action, resource) when { resource has sumMax } unless { context has cumulativeAmount && context.cumulativeAmount <= resource.sumMax };
forbid (principal, action, resource) when { resource has countMax } unless { context has cumulativeCount && context.cumulativeCount <= resource.countMax };

// R71: exclusions and limits.
forbid (principal, action, resource) when { resource.exclusions.containsAny(context.flags) };
forbid (principal, action, resource)
when { (context.deciding || context.power == "propose") && context.role != "ruleSet" && resource has perDay }
unless { context has today && context.today < resource.perDay };
forbid (principal, action, resource)
when { (context.deciding || context.power == "propose") && context.role != "ruleSet" && resource has seconds && !context.hasReason }
unless { context has handled && context.handled >= resource.seconds };
forbid (principal, action, resource)
when { resource has openFrom }
unless { context.minute >= resource.openFrom && context.minute < resource.openTo };
`;

/** Compares both engines on every act of `oracleCase`. */
export function disagreements(oracleCase: OracleCase): readonly Disagreement[] {
  const index = createMandateIndex();
  const versions = oracleCase.letters.map(({ letter, standing }) => held(letter, standing));
  for (const [place, version] of versions.entries()) index.put(`${version.ref.mandateNo}/${place}`, [version]);
  const found: Disagreement[] = [];
  for (const act of oracleCase.acts) {
    const cedar = oracleCase.letters.some(({ letter, standing }) => cedarAllows(letter, standing, act))
      ? 'granted'
      : 'refused';
    const alone = versions.some((version) => 'granted' in check(version, act)) ? 'granted' : 'refused';
    const answer = index.find(act);
    const indexed = 'granted' in answer ? 'granted' : 'refused';
    if (alone !== cedar || indexed !== cedar)
      found.push({ act, ours: `${alone}/${indexed} ${'granted' in answer ? '' : answer.code}`, cedar });
  }
  return found;
}

let isPrepared = false;

/** Cedar's verdict on one act under one letter. */
export function cedarAllows(letter: MandateLetter, standing: OracleStanding, act: Act): boolean {
  if (!isPrepared) {
    const prepared = preparsePolicySet('mandates', { staticPolicies: policies });
    if (prepared.type !== 'success') throw new Error(JSON.stringify(prepared.errors));
    isPrepared = true;
  }
  const answer: AuthorizationAnswer = statefulIsAuthorized({
    principal: { type: 'Holder', id: act.holder },
    action: { type: 'Action', id: 'act' },
    resource: { type: 'Mandate', id: letter.mandateNo },
    context: contextOf(act),
    preparsedPolicySetId: 'mandates',
    entities: entitiesOf(letter, standing, act),
  });
  if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors));
  // An error inside a forbid would silently drop it: a broken translation must not look like agreement.
  const errors = answer.response.diagnostics.errors.filter(() => answer.response.decision === 'allow');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return answer.response.decision === 'allow';
}

type Attributes = EntityJson['attrs'];

function entitiesOf(letter: MandateLetter, standing: OracleStanding, act: Act): EntityJson[] {
  return [
    { uid: { type: 'Mandate', id: letter.mandateNo }, attrs: mandateOf(letter, standing), parents: [] },
    { uid: { type: 'Holder', id: act.holder }, attrs: holderOf(letter, standing, act.holder), parents: [] },
  ];
}

function mandateOf(letter: MandateLetter, standing: OracleStanding): Attributes {
  const { scope, limits, exclusions, items } = letter;
  const onList = (list: number) => items.filter((item) => item.list === list).map((item) => item.itemId);
  return {
    ...present({
      amountMax: scope.amountMax,
      areaMax: scope.areaMax,
      headcountMax: scope.headcountMax,
      riskMax: scope.riskGradeMax,
      sumMax: scope.cumulativeCap?.amountMax,
      countMax: scope.cumulativeCap?.countMax,
      perDay: limits.maxDecisionsPerDay,
      seconds: limits.minHandlingSeconds,
      openFrom: minutes(limits.windowFrom),
      openTo: minutes(limits.windowTo),
    }),
    status: standing.status,
    from: Date.parse(letter.term.from),
    to: Date.parse(letter.term.to),
    powers: [...letter.powers],
    items: items.map((item) => item.itemId),
    list0: onList(0),
    list2: onList(2),
    kinds: [...scope.applicantKinds],
    regions: [...scope.regions],
    exclusions: Exclusion.options.filter((flag) => exclusions[flag] !== undefined && exclusions[flag] !== false),
    holders: holdersOf(letter).map((id) => ({ __entity: { type: 'Holder', id } })),
  };
}

function holdersOf(letter: MandateLetter): readonly string[] {
  const persons = letter.construct === 'B' ? letter.grantees.map((person) => person.personId) : [letter.grantee.code];
  return [
    ...persons,
    ...letter.seals.map((seal) => seal.keeperPersonId),
    ...letter.ruleSets.map((ruleSet) => `ruleset/${ruleSet.ruleSetHash}`),
  ];
}

function holderOf(letter: MandateLetter, standing: OracleStanding, holder: string): Attributes {
  const persons = letter.construct === 'B' ? letter.grantees.filter((person) => person.personId === holder) : [];
  const forItems = letter.ruleSets.filter((ruleSet) => `ruleset/${ruleSet.ruleSetHash}` === holder);
  const roles = new Set<string>(persons.map((person) => person.role));
  if (letter.construct !== 'B' && letter.grantee.code === holder)
    roles.add(letter.construct === 'A' ? 'clerk' : 'organ');
  if (letter.seals.some((seal) => seal.keeperPersonId === holder)) roles.add('keeper');
  if (forItems.length > 0) roles.add('ruleSet');
  const deputy = persons.find((person) => person.deputyOf !== undefined);
  return {
    ...present({ deputyOf: deputy?.deputyOf, reasons: deputy?.activation, hash: forItems[0]?.ruleSetHash }),
    roles: [...roles],
    forItems: forItems.map((ruleSet) => ruleSet.itemId),
    accepted: standing.acceptedBy.includes(holder),
    suspended: standing.suspendedHolders.includes(holder),
  };
}

const deciding: readonly string[] = ['grant', 'refuse', 'renew', 'change', 'cancel', 'replaceLicence'];

function contextOf(act: Act): Attributes {
  const { scope } = act;
  const china = new Date(Date.parse(act.at) + 8 * 3_600_000);
  return {
    ...present({
      amount: scope.amount,
      area: scope.area,
      headcount: scope.headcount,
      riskGrade: scope.riskGrade,
      cumulativeAmount: scope.cumulativeAmount,
      cumulativeCount: scope.cumulativeCount,
      ruleSetHash: act.ruleSetHash,
      standInFor: act.standIn?.for,
      standInBecause: act.standIn?.because,
      today: act.decisionsToday,
      handled: act.handlingSeconds,
    }),
    at: Date.parse(act.at),
    minute: china.getUTCHours() * 60 + china.getUTCMinutes(),
    power: act.power,
    item: act.itemId,
    role: act.role,
    adverse: act.adverse,
    deciding: deciding.includes(act.power),
    signatureNo: act.signatureNo,
    hasException: act.exceptionCode !== undefined && act.exceptionCode.trim() !== '',
    hasReason: act.handlingReason !== undefined && act.handlingReason.trim() !== '',
    halfOpen: act.halfOpen === true,
    contractStaff: act.employment === 'contract',
    applicantKind: scope.applicantKind,
    regionAndAround: around(scope.region),
    flags: [...act.flags],
  };
}

/** The codes of a place and of everything that contains it: street, district, city, province. */
function around(region: string): string[] {
  const district = region.slice(0, 6);
  return [region, district, `${district.slice(0, 4)}00`, `${district.slice(0, 2)}0000`];
}

function minutes(wallTime: string | undefined): number | undefined {
  return wallTime === undefined ? undefined : Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3));
}

function present(values: Readonly<Record<string, number | string | readonly string[] | undefined>>): Attributes {
  const known: Attributes = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) known[name] = typeof value === 'object' ? [...value] : value;
  }
  return known;
}
