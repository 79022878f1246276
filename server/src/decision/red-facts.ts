import { effectOf, type Effect, type ItemVersion } from '../catalogue/catalogue.ts';
import { conflictOf, normalIdNo, type Person } from '../identity/identity.ts';
import type { SignFacts } from '../mandate/mandate.ts';
import { partiesOf } from '../application/application.ts';
import { addDays, dateInChina, type Instant } from '../kernel/time.ts';
import type { SiteVisit } from '../review/review.ts';
import type { DecisionOutcome, DecisionView } from './view.ts';

export interface RedQuestion {
  readonly view: DecisionView;
  readonly version: ItemVersion;
  readonly effects: readonly Effect[];
  readonly at: Instant;
  readonly outcome: DecisionOutcome;
  /** Undefined when a rule set decides: a machine has no relatives, but its case still needs papers and procedures. */
  readonly signer: Person | undefined;
  readonly declared: 'none' | string | undefined;
  readonly people: (personId: string) => Person | undefined;
  readonly keeper: Person | undefined;
  readonly otherVisits: readonly SiteVisit[];
  readonly seal: SignFacts['seal'];
}

/** The facts that the red lines T05, T06 and T09–T13 are drawn on, gathered from the case. People are named by id number. */
export function redFacts(question: RedQuestion): SignFacts {
  const { view, at, signer, seal } = question;
  const { acceptance } = view.review;
  const received = acceptance.application.received;
  const idOf = (personId: string): string | null => {
    const person = question.people(personId);
    return person === undefined ? null : normalIdNo(person.idNo);
  };
  const earlier = view.signatures.map((signature) => idOf(signature.personId) ?? signature.personId);
  const own = signer === undefined ? [] : [normalIdNo(signer.idNo)];
  return {
    at,
    signer: { id: signer?.personId ?? 'ruleset', key: signer?.certificate === 'revoked' ? 'compromised' : 'valid' },
    recusal: recusalOf(question),
    materials: question.outcome === 'REFUSE' ? [] : materialsOf(question),
    siteChecks: siteChecksOf(view.review.visits, question.otherVisits),
    procedures: proceduresOf(question),
    parts: {
      acceptor: acceptance.accepted === undefined ? null : idOf(acceptance.accepted.acceptedBy),
      signers: [...earlier, ...own],
      sealKeeper: question.keeper === undefined ? null : normalIdNo(question.keeper.idNo),
      parties: received === undefined ? [] : partiesOf(received).map((party) => normalIdNo(party.idNo)),
    },
    ...(seal === undefined ? {} : { seal }),
  };
}

function recusalOf({ view, signer, declared }: RedQuestion): SignFacts['recusal'] {
  if (signer === undefined) return { isDeclared: true, conflicts: [] };
  const received = view.review.acceptance.application.received;
  const hits = received === undefined ? [] : conflictOf(signer, partiesOf(received));
  // Only the party's role is told: what relation it is stays between the officer and the organ.
  const conflicts = [...new Set(hits.map((hit): string => hit.role))];
  const ownWord = declared === undefined || declared === 'none' ? [] : [`declared:${declared}`];
  return { isDeclared: declared !== undefined, conflicts: [...conflicts, ...ownWord] };
}

/** T06: what the guide requires, and what was tolerated at acceptance, must be there when the case is granted (R32). */
function materialsOf({ view, version, signer, people }: RedQuestion): SignFacts['materials'] {
  const { acceptance } = view.review;
  const { materials } = acceptance.application;
  const given = new Set(materials.map((material) => material.code));
  // R78: where neither a clerk nor an officer has looked, only our own form and what the platform fetched are verified.
  const seen = signer !== undefined || people(acceptance.accepted?.acceptedBy ?? '') !== undefined;
  const sure = new Set(materials.filter(({ source }) => seen || !claimed.has(source)).map(({ code }) => code));
  const stateOf = (code: string) => (sure.has(code) ? 'verified' : given.has(code) ? 'unverified' : 'missing');
  return version.item.materials
    .filter((material) => material.kind !== 'form' && material.necessity !== 'conditional')
    .map(({ code }) => ({ code, isRequired: true, state: stateOf(code) }));
}

/** Sources of which only the applicant’s word is on record until somebody looks. */
const claimed: ReadonlySet<string> = new Set(['file', 'paper']);

function siteChecksOf(visits: readonly SiteVisit[], others: readonly SiteVisit[]): SignFacts['siteChecks'] {
  const check = (ofThisCase: boolean) => (visit: SiteVisit, index: number) => ({
    checkId: `${ofThisCase ? 'own' : 'other'}-${index + 1}`,
    ofThisCase,
    officers: visit.officers,
    fromAt: new Date(visit.fromAt).toISOString(),
    toAt: new Date(visit.toAt).toISOString(),
    place: visit.place,
  });
  return [...visits.map(check(true)), ...others.map(check(false))];
}

/** T10: hearing, publicity, site visit, joint opinion and everything begun must be finished; silence is no consent (R48). */
function proceduresOf({ view, version, effects, at, outcome }: RedQuestion): SignFacts['procedures'] {
  const { review } = view;
  const required = effects.flatMap((effect) => procedureOf(effect, { view, at, outcome }));
  const begun = review.procedures.map((run) => ({
    name: run.procedure,
    isRequired: true,
    isCompleted: run.endedAt !== undefined,
  }));
  const asked = [...review.joint].map(([organ, one]) => ({
    name: `joint:${organ}`,
    isRequired: true,
    isCompleted: one.opinion !== undefined,
  }));
  const heard = [...review.interested].map(([party, one]) => ({
    name: `interestedParty:${party}`,
    isRequired: true,
    isCompleted: one.heard,
  }));
  const hearing =
    review.hearing.requestedAt === undefined
      ? []
      : [{ name: 'hearing', isRequired: true, isCompleted: review.hearing.heldOn !== undefined }];
  const optionalSite = version.item.effects.map(effectOf).some((effect) => effect?.kind === 'SITE' && effect.optional);
  return [
    ...required.filter((one) => !(optionalSite && one.name === 'siteVerification')),
    ...begun,
    ...asked,
    ...heard,
    ...hearing,
  ];
}

/** What one effect of the decision table demands before the case is decided; most demand nothing. */
function procedureOf(
  effect: Effect,
  { view, at, outcome }: Pick<RedQuestion, 'view' | 'at' | 'outcome'>,
): SignFacts['procedures'] {
  const { review } = view;
  switch (effect.kind) {
    case 'HEARING':
      return [{ name: 'hearing', isRequired: effect.compulsory, isCompleted: review.hearing.heldOn !== undefined }];
    case 'SITE':
      return [
        {
          name: 'siteVerification',
          isRequired: !effect.optional && outcome !== 'REFUSE',
          isCompleted: review.visits.length > 0,
        },
      ];
    case 'PUBLICITY':
      return [{ name: 'publicity', isRequired: true, isCompleted: wasPublic(view, effect.value, at) }];
    case 'JOINT':
      return [
        {
          name: `joint:${effect.organ}`,
          isRequired: true,
          isCompleted: review.joint.get(effect.organ)?.opinion !== undefined,
        },
      ];
    case 'SIGN2':
    case 'SUSPEND':
    case 'FEE':
    case 'LIMIT':
    case 'AFTERCHECK':
    case 'QUEUE':
    case 'TAG':
    case 'NOTICE':
      return [];
    default:
      return effect satisfies never;
  }
}

function wasPublic(view: DecisionView, days: number, at: Instant): boolean {
  return view.review.procedures.some(
    (run) =>
      run.procedure === 'publicity' &&
      run.endedAt !== undefined &&
      addDays(dateInChina(run.startedAt), days) <= dateInChina(at),
  );
}
