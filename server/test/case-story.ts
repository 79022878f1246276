import {
  type AcceptanceFacts,
  type AcceptanceOutcome,
  certainAnswer,
  decideAcceptance,
  deemAccepted,
  intakeFacts,
  knownEffects,
  rulesAnswer,
  viewAcceptance,
} from '../src/acceptance/acceptance.ts';
import {
  Application,
  type FetchedMaterial,
  type GatheredFact,
  type ReceiveFacts,
  receiveCase,
} from '../src/application/application.ts';
import {
  inputsFrom,
  type Item,
  itemHash,
  ruleSetHash,
  type ItemVersion,
  signingNeed,
} from '../src/catalogue/catalogue.ts';
import {
  factsOf,
  type SignDecision,
  signDecision,
  type SignerRole,
  type SigningFacts,
  viewDecision,
} from '../src/decision/decision.ts';
import { redFacts } from '../src/decision/red-facts.ts';
import type { Person } from '../src/identity/identity.ts';
import type { Actor, Decided, Recorded, Step } from '../src/journal/journal.ts';
import { sm3Hex } from '../src/kernel/digest.ts';
import { isRefusal, type Refusal } from '../src/kernel/refusal.ts';
import type { Instant } from '../src/kernel/time.ts';
import { type ReviewAct, reviewCase, type ReviewFacts, viewReview } from '../src/review/review.ts';
import { afterOne } from '../src/journal/one-event-act.ts';
import {
  applicant,
  approving,
  authority,
  calendar,
  company,
  findItem,
  handed,
  robot,
  sealedLetter,
  nothingBars,
  littleKnown,
  shownEvidence,
  staff,
} from './story-cast.ts';

export {
  applicant,
  approving,
  authority,
  calendar,
  findItem,
  handed,
  nineOn,
  person,
  robot,
  sealedLetter,
  staff,
} from './story-cast.ts';

interface When {
  readonly at: Instant;
  readonly actor: Actor;
}

/** One case told by its steps, in memory. Every method answers `ok` or the code with which the law said no. */
export interface CaseStory {
  readonly version: ItemVersion;
  readonly events: () => readonly Recorded[];
  /** The last refusal, for its details. */
  readonly refused: () => Refusal | undefined;
  readonly types: () => readonly string[];
  readonly receive: (change: ApplicationChange, when: When, facts?: Partial<ReceiveFacts>) => string;
  readonly settle: (outcome: AcceptanceOutcome, when: When, facts?: Partial<AcceptanceFacts>) => string;
  readonly deem: (at: Instant) => string;
  readonly review: (act: ReviewAct, when: When, facts?: Partial<ReviewFacts>) => string;
  readonly sign: (command: SignCommand, when: When & { readonly role: SignerRole }, facts?: SignChange) => string;
  /** Any other step of the case. */
  readonly take: <Command, View, Facts>(
    step: Step<Command, View, Facts>,
    command: Command,
    facts: Facts,
    when: When,
  ) => string;
}

export interface ApplicationChange {
  readonly application?: Partial<Application>;
  /** Facts that the shares answer otherwise than in the ordinary case. */
  readonly shares?: GatheredFact['value'] extends infer Value ? Readonly<Record<string, Value>> : never;
  readonly unverified?: readonly string[];
  /** Materials that nobody brought and nothing fetched. */
  readonly without?: readonly string[];
  /** Shares that did not answer. */
  readonly silent?: readonly string[];
}

export type SignCommand = Partial<SignDecision> & Pick<SignDecision, 'outcome'>;
export type SignChange = Partial<SigningFacts> & { readonly people?: readonly Person[]; readonly keeper?: Person };

function signedRules(item: Item): NonNullable<ItemVersion['ruleSetSigned']> {
  return { by: 'head-1', at: '2025-01-01T00:00:00.000Z', ruleSetHash: ruleSetHash(item) };
}

/** Begins a story about an item of the demo catalogue, changed where the story needs it. */
export function caseStory(itemId: string, change: Partial<Item> = {}): CaseStory {
  const item = { ...findItem(itemId), ...change };
  const version: ItemVersion = {
    itemId,
    version: 1,
    item,
    hash: itemHash(item),
    effectiveFrom: '2025-01-01T00:00:00.000Z',
    ...(item.signClass === 0 ? { ruleSetSigned: signedRules(item) } : {}),
  };
  const stream = 'case/1';
  let events: readonly Recorded[] = [];
  let refused: Refusal | undefined;

  function keep(decided: Decided | Refusal, { at, actor }: When): string {
    refused = isRefusal(decided) ? decided : undefined;
    if (isRefusal(decided)) return decided.code;
    for (const { type, data, mandate } of decided.events) {
      // As it comes back from the store.
      const kept: unknown = JSON.parse(JSON.stringify(data));
      const place = { stream, requestId: `r${events.length}`, ...(mandate === undefined ? {} : { mandate }) };
      events = afterOne(events, { ...place, type, at, actor, data: kept });
    }
    return 'ok';
  }

  function take<Command, View, Facts>(
    step: Step<Command, View, Facts>,
    command: Command,
    facts: Facts,
    when: When,
  ): string {
    return keep(step.decide(step.view(events), command, facts, { ...when, stream }), when);
  }

  return {
    version,
    events: () => events,
    refused: () => refused,
    types: () => events.map(({ type }) => type),
    receive: (told, when, facts = {}) =>
      take(receiveCase, applicationFor(version, told), { ...receiveFactsFor(version, told, when), ...facts }, when),
    settle: (outcome, when, facts = {}) =>
      take(decideAcceptance, outcome, { ...acceptanceFactsFor(version, events), ...facts }, when),
    deem: (at) =>
      take(
        deemAccepted,
        undefined,
        { version, calendar, letter: undefined },
        { at, actor: robot('robot/deemed-acceptance') },
      ),
    review: (act, when, facts = {}) =>
      take(reviewCase, act, { ...reviewFactsFor(version, events, act), ...facts }, when),
    sign: (command, when, facts = {}) => {
      const { people = [], keeper, ...own } = facts;
      const whole = signCommand(command);
      const base = signingFactsFor(version, events, { whole, when, people, keeper });
      return take(signDecision, whole, { ...base, ...own }, when);
    },
    take,
  };
}

function applicationFor(version: ItemVersion, { application = {}, without = [] }: ApplicationChange): Application {
  const { item } = version;
  const usual = approving(item);
  const form = inputsFrom(item).filter(({ source }) => source === 'form');
  const natural = item.subject.includes('自然人');
  const brought = item.materials.filter(
    ({ code, necessity, replaceableBy, kind }) =>
      necessity !== 'conditional' && replaceableBy.length === 0 && kind !== 'form' && !without.includes(code),
  );
  return Application.parse({
    itemId: item.id,
    applicant: natural ? applicant : company,
    channel: 'window',
    form: Object.fromEntries(form.map(({ name }) => [name, usual[name]])),
    materials: brought.map(({ code }) => ({ code, source: 'paper' })),
    scope: { region: '110198' },
    truthStatement: true,
    ...application,
  });
}

function receiveFactsFor(
  version: ItemVersion,
  { shares = {}, unverified = [], without = [], silent = [] }: ApplicationChange,
  { actor }: When,
): ReceiveFacts {
  const { item } = version;
  const usual = { ...approving(item), ...shares };
  const gathered = inputsFrom(item).flatMap(({ name, source }): readonly GatheredFact[] => {
    const value = usual[name];
    if (
      (source !== 'share' && source !== 'rule' && source !== 'config') ||
      value === undefined ||
      silent.includes(name)
    )
      return [];
    return [{ name, value, source, verified: !unverified.includes(name), receipt: 'receipt' }];
  });
  const fetched = item.materials.flatMap(({ code, replaceableBy, kind }): readonly FetchedMaterial[] => {
    const [reference] = replaceableBy;
    return reference === undefined || kind === 'form' || without.includes(code)
      ? []
      : [{ code, source: 'share', reference }];
  });
  return {
    ...littleKnown(item),
    handed,
    item: { inForce: version, fence: { key: `item/${item.id}`, mode: 'pass' } },
    gathered,
    fetched,
    grounds: [],
    credit: { unrepairedFalsePromise: false },
    authority: actor.kind === 'person' ? authority : undefined,
  };
}

function acceptanceFactsFor(version: ItemVersion, events: readonly Recorded[]): AcceptanceFacts {
  const answer = certainAnswer(version.item, intakeFacts(viewAcceptance(events).application, version.item));
  return {
    version,
    calendar,
    ...nothingBars,
    authority,
    proposed: isRefusal(answer) ? undefined : answer.outcome,
    waitsBeforeAcceptance: !isRefusal(answer) && answer.outcome === 'DEFER' && answer.clock === 'notStarted',
    byWindowClerk: true,
    byHeadOfOrgan: false,
    correctionWaitDays: 30,
    obtainable: [],
    handed,
    letter: undefined,
  };
}

function reviewFactsFor(version: ItemVersion, events: readonly Recorded[], act: ReviewAct): ReviewFacts {
  const effects = knownEffects(version.item, factsOf(viewReview(events), version.item));
  return {
    version,
    calendar,
    authority,
    organOfActor: version.item.dept,
    actorIsHead: false,
    contractStaff: [],
    onDuty: new Set('officers' in act ? act.officers : []),
    effects,
    otherVisits: [],
    statuteSuspends: effects.some(({ kind }) => kind === 'SUSPEND'),
    letter: undefined,
  };
}

function signCommand(command: SignCommand): SignDecision {
  const shown = { documentHash: sm3Hex('document'), evidenceHash: sm3Hex('evidence'), recusal: 'none' } as const;
  return { reason: '符合条件', facts: '', norms: [], forwardToHead: false, ...shown, ...command };
}

/** The facts of a signature as the story has them. */
export function signingFactsFor(
  version: ItemVersion,
  events: readonly Recorded[],
  given: {
    readonly whole: SignDecision;
    readonly when: When & { readonly role: SignerRole };
    readonly people: readonly Person[];
    readonly keeper: Person | undefined;
  },
): SigningFacts {
  const { whole, when, people, keeper } = given;
  const [view, { item }] = [viewDecision(events), version];
  const known = factsOf(view.review, item);
  const rules = rulesAnswer(item, known);
  const effects = isRefusal(rules) ? knownEffects(item, known) : rules.effects;
  const findStaff = (personId: string) =>
    people.find((one) => one.personId === personId) ?? staff(personId, `id-of-${personId}`);
  const red = redFacts({
    view,
    version,
    effects,
    at: when.at,
    outcome: whole.outcome,
    signer: findStaff(when.actor.id),
    declared: whole.recusal,
    people: findStaff,
    keeper,
    otherVisits: [],
    seal: undefined,
  });
  return {
    version,
    role: when.role,
    rules,
    need: signingNeed(item, isRefusal(rules) ? { outcome: 'APPROVE', effects } : rules),
    authority,
    personFence: { key: `person/${when.actor.id}`, mode: 'pass' },
    history: [],
    red,
    quota: undefined,
    calendar,
    documentHash: sm3Hex('document'),
    ...shownEvidence,
    signature: { algorithm: 'test', certificateSerial: '1', value: 'AA==' },
    letter: sealedLetter(sm3Hex('document')),
  };
}
