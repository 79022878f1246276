import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { type MandateLetter, NonDelegable, powersOfConstruct } from './letter.ts';
import type { MandateFacts, MandateItemFacts } from './mandate.ts';
import { type LifeRefusalCode, lifeRefusals } from './refusals.ts';

type Fault = Refusal<LifeRefusalCode> | undefined;
type Question = (letter: MandateLetter, facts: MandateFacts, at: Instant) => Fault;

/** What stands against giving `letter` effect at `at`: R76, R78, R80, R81, R97–R104. Asked at review, signature and publication. */
export function letterFault(letter: MandateLetter, facts: MandateFacts, at: Instant): Fault {
  for (const question of questions) {
    const fault = question(letter, facts, at);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const questions: readonly Question[] = [
  partsFault,
  termFault,
  partyFault,
  powerFault,
  redelegationFault,
  itemFault,
  listFault,
  granteeFault,
  sealFault,
];

/** R97: everything that an entrustment must say (民法典 165; 行政处罚法 20(2) by analogy). */
function partsFault(letter: MandateLetter): Fault {
  const missing = missingParts(letter);
  return missing.length === 0 ? undefined : refuse(lifeRefusals, 'parts-missing', { parts: missing });
}

function missingParts(letter: MandateLetter): readonly string[] {
  const { scope, duties, supervision, termination, handover, dataProcessing } = letter;
  const every: Readonly<Record<string, boolean>> = {
    grantor: letter.grantor.name !== '' && letter.grantor.headName !== '',
    items: letter.items.length > 0,
    powers: letter.powers.length > 0,
    'scope.applicantKinds': scope.applicantKinds.length > 0,
    'scope.regions': scope.regions.length > 0,
    'duties.grantor': duties.grantor.length > 0,
    'duties.grantee': duties.grantee.length > 0,
    liability: letter.liability !== '',
    'supervision.plan': supervision.plan !== '' && supervision.samplingPercent > 0,
    'termination.grounds': termination.grounds.length > 0,
    'termination.inFlight': termination.inFlight !== '',
    legalBasis: letter.legalBasis.length > 0,
  };
  const own: Readonly<Record<MandateLetter['construct'], () => Readonly<Record<string, boolean>>>> = {
    A: () => ({
      intakeChecklist: letter.items.every((item) =>
        letter.intakeChecklist.some((list) => list.itemId === item.itemId && list.checks.length > 0),
      ),
      'handover.signsFor': handover.signsFor !== '',
      'dataProcessing.purposes': dataProcessing.purposes.length > 0 && dataProcessing.retention !== '',
    }),
    B: () => ({
      grantees:
        letter.construct === 'B' &&
        letter.grantees.some((person) => person.role === 'handler' && person.deputyOf === undefined),
      // Without a chief representative nobody could give the second signature.
      'grantees.chief':
        letter.construct === 'B' &&
        (letter.items.every((item) => item.list !== 2) || letter.grantees.some((person) => person.role === 'chief')),
      'items.list': letter.items.every((item) => item.list !== null),
      seals: letter.seals.length > 0,
      responsibility: letter.responsibility !== '',
      breaker: letter.breaker.length > 0,
    }),
    C: () => ({
      'items.list': letter.items.every((item) => item.list !== null),
      seals: letter.seals.length > 0,
      responsibility: letter.responsibility !== '',
    }),
  };
  return Object.entries({ ...every, ...own[letter.construct]() })
    .filter(([, isThere]) => !isThere)
    .map(([part]) => part);
}

/** R104: a term that still runs and is not longer than two years. */
function termFault({ term }: MandateLetter, _facts: MandateFacts, at: Instant): Fault {
  if (term.from >= term.to || term.to <= at) return refuse(lifeRefusals, 'term-invalid', { ...term });
  return term.to > twoYearsAfter(term.from) ? refuse(lifeRefusals, 'term-too-long', { ...term }) : undefined;
}

function twoYearsAfter(from: Instant): Instant {
  const end = new Date(Date.parse(from) + chinaOffsetMs);
  end.setUTCFullYear(end.getUTCFullYear() + 2);
  return new Date(end.getTime() - chinaOffsetMs).toISOString();
}

/** Two years are counted on the calendar in China. */
const chinaOffsetMs = 8 * 3_600_000;

/** R97: the parties are the registered organs, under their own names and codes, the head being the head now. */
function partyFault(letter: MandateLetter, facts: MandateFacts): Fault {
  const grantor = facts.organ(letter.grantor.code);
  const isGrantor =
    grantor !== undefined &&
    grantor.name === letter.grantor.name &&
    grantor.uscc === letter.grantor.uscc &&
    grantor.level === letter.grantor.level &&
    grantor.headPersonId === letter.grantor.headPersonId;
  if (!isGrantor) return refuse(lifeRefusals, 'party-not-registered', { organ: letter.grantor.code });
  if (letter.construct === 'B') return undefined;
  const grantee = facts.organ(letter.grantee.code);
  const { name, uscc, level, kind } = letter.grantee;
  const isGrantee =
    grantee !== undefined &&
    grantee.name === name &&
    grantee.uscc === uscc &&
    grantee.level === level &&
    grantee.kind === kind;
  return isGrantee && letter.grantee.code !== letter.grantor.code
    ? undefined
    : refuse(lifeRefusals, 'party-not-registered', { organ: letter.grantee.code });
}

/** Constructs are never mixed (domain §1.1); what cannot be delegated is named in every letter that carries decisions (R81). */
function powerFault(letter: MandateLetter): Fault {
  const allowed = powersOfConstruct[letter.construct];
  const outside = letter.powers.filter((power) => !allowed.includes(power));
  if (outside.length > 0)
    return refuse(lifeRefusals, 'power-outside-construct', { construct: letter.construct, powers: outside });
  const unnamed =
    letter.construct === 'A' ? [] : NonDelegable.options.filter((power) => !letter.nonDelegable.includes(power));
  return unnamed.length === 0 ? undefined : refuse(lifeRefusals, 'non-delegable-missing', { powers: unnamed });
}

/** R101: depth one. Whoever holds a power under a mandate can never be its grantor; deputies are named with conditions. */
function redelegationFault(letter: MandateLetter, facts: MandateFacts): Fault {
  const held = facts
    .powersHeldBy(letter.grantor.code)
    .find(
      ({ itemId, power }) =>
        letter.items.some((item) => item.itemId === itemId) && letter.powers.some((given) => given === power),
    );
  if (held !== undefined) return refuse(lifeRefusals, 're-delegation', { ...held });
  if (letter.construct !== 'B') return undefined;
  const principals = letter.grantees.filter((person) => person.deputyOf === undefined);
  const stray = letter.grantees.find((person) => {
    const principal = principals.find(
      (other) => other.personId === person.deputyOf && other.personId !== person.personId,
    );
    return person.deputyOf !== undefined && (principal?.role !== person.role || person.activation === undefined);
  });
  return stray === undefined ? undefined : refuse(lifeRefusals, 'deputy-of-nobody', { personId: stray.personId });
}

/** R102: nobody gives what is not his. */
function itemFault({ items, grantor }: MandateLetter, facts: MandateFacts): Fault {
  for (const { itemId } of items) {
    const item = facts.item(itemId);
    if (item === undefined || item.dept !== grantor.code || item.level !== grantor.level)
      return refuse(lifeRefusals, 'not-implementing-organ', { itemId, organ: grantor.code });
    if (!item.inForce) return refuse(lifeRefusals, 'item-not-in-force', { itemId });
  }
  return undefined;
}

/** R76, R78: an item stands on a list with at least the signatures of its class; EX items stand on none. */
function listFault(letter: MandateLetter, facts: MandateFacts): Fault {
  if (letter.construct === 'A') return undefined;
  for (const { itemId, list } of letter.items) {
    const item = facts.item(itemId);
    if (item === undefined || item.signClass === 'EX') return refuse(lifeRefusals, 'item-reserved', { itemId });
    if (list === null || list < item.signClass)
      return refuse(lifeRefusals, 'list-below-class', { itemId, list, signClass: item.signClass });
    const fault = list === 0 ? ruleSetFault(letter, itemId, item) : undefined;
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function ruleSetFault(letter: MandateLetter, itemId: string, item: MandateItemFacts): Fault {
  const named = letter.ruleSets.find((ruleSet) => ruleSet.itemId === itemId);
  if (named === undefined || named.ruleSetHash !== item.ruleSetHash)
    return refuse(lifeRefusals, 'rule-set-not-signed', { itemId });
  const { samplingPercent } = letter.supervision;
  return samplingPercent < 5 ? refuse(lifeRefusals, 'sampling-too-low', { itemId, samplingPercent }) : undefined;
}

function granteeFault(letter: MandateLetter, facts: MandateFacts): Fault {
  switch (letter.construct) {
    case 'A':
      return serviceBodyFault(letter);
    case 'B':
      return firstFault(letter.grantees.map(({ personId }) => staffFault(personId, letter, facts)));
    case 'C':
      return entrustmentFault(letter);
    default:
      return letter satisfies never;
  }
}

/** R98: a government-service body of the grantor's own level. */
function serviceBodyFault({ grantee, grantor }: Extract<MandateLetter, { construct: 'A' }>): Fault {
  if (grantee.kind !== 'serviceBody') return refuse(lifeRefusals, 'grantee-not-service-body', { organ: grantee.code });
  return grantee.level === grantor.level
    ? undefined
    : refuse(lifeRefusals, 'grantee-other-level', { level: grantee.level, needed: grantor.level });
}

/** R100: only to an administrative organ, on a rule or higher, announced. */
function entrustmentFault({ grantee, legalBasis, publicNotice }: Extract<MandateLetter, { construct: 'C' }>): Fault {
  if (grantee.kind === 'serviceBody')
    return refuse(lifeRefusals, 'grantee-not-administrative', { organ: grantee.code });
  if (legalBasis.every(({ level }) => level === 'normativeDocument'))
    return refuse(lifeRefusals, 'legal-basis-too-low', { levels: legalBasis.map(({ level }) => level) });
  return publicNotice.noticeNo === '' || publicNotice.channel === ''
    ? refuse(lifeRefusals, 'public-notice-missing')
    : undefined;
}

/** R80, R99: established staff of the grantor, in office, posted to this centre. */
export function staffFault(personId: string, { grantor }: MandateLetter, facts: MandateFacts): Fault {
  const person = facts.person(personId);
  if (person?.employment === 'contract') return refuse(lifeRefusals, 'grantee-contract-staff', { personId });
  const isPosted =
    person?.posts.some(
      ({ kind, organ, centre }) => postings.has(kind) && organ === grantor.code && centre === facts.centre,
    ) === true;
  return person?.active === true && person.organ === grantor.code && isPosted
    ? undefined
    : refuse(lifeRefusals, 'grantee-not-posted', { personId });
}

const postings: ReadonlySet<string> = new Set(['postedOfficer', 'chiefRepresentative', 'sealKeeper']);

/** R103: the grantor's own seals; kept by established staff who are not the handler (R80, T11). */
function sealFault(letter: MandateLetter, facts: MandateFacts): Fault {
  const handlers =
    letter.construct === 'B'
      ? letter.grantees.filter(({ role }) => role === 'handler').map(({ personId }) => personId)
      : [];
  for (const { sealId, organCode, keeperPersonId } of letter.seals) {
    if (organCode !== letter.grantor.code)
      return refuse(lifeRefusals, 'seal-of-other-organ', { sealId, organ: organCode });
    if (handlers.includes(keeperPersonId))
      return refuse(lifeRefusals, 'keeper-is-handler', { sealId, personId: keeperPersonId });
    const keeper = facts.person(keeperPersonId);
    if (keeper === undefined || keeper.employment === 'contract')
      return refuse(lifeRefusals, 'grantee-contract-staff', { personId: keeperPersonId });
    const fault = letter.construct === 'B' ? staffFault(keeperPersonId, letter, facts) : undefined;
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function firstFault(faults: readonly Fault[]): Fault {
  return faults.find((fault) => fault !== undefined);
}
