import { z } from 'zod';
import { checkELicenceId, composeELicenceId, type ItemVersion } from '../catalogue/catalogue.ts';
import { type ApplicationView, holderKey } from '../application/application.ts';
import { viewDecision } from '../decision/decision.ts';
import { checkUscc } from '../identity/identity.ts';
import type { Decided, MandateRef, Recorded, Step } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { addDays, dateInChina, type Instant, instantInChina } from '../kernel/time.ts';
import {
  EXPIRY_TOPIC,
  type Licence,
  type LicenceBasis,
  type LicenceCancelled,
  type LicenceClaim,
  type LicenceHolder,
  type LicenceIssued,
  type LicenceStatus,
  type LicenceType,
  nextLicenceNo,
  standingOn,
  termOf,
  viewLicence,
} from './licence.ts';
import { licenceRefusals } from './refusals.ts';

/** A granted case of an item that ends with a licence: what the licence will say, and the power it rests on. */
export interface GrantedLicence {
  readonly issued: LicenceIssued;
  /** What the case is about: a new licence, or one that the applicant holds. */
  readonly act: 'issue' | 'renew' | 'change' | 'cancel';
  /** The item's words for the term, for a renewal that begins later. */
  readonly validity: string;
  /** The mandate of the decision; absent for the head of the organ and for what statute grants by silence. */
  readonly mandate: MandateRef | undefined;
  /** What a registration founds holds its licence itself; undefined where the applicant does. */
  readonly founds: 'foundedCompany' | 'foundedBusiness' | undefined;
  readonly fences: readonly { readonly key: string; readonly epoch: number; readonly mode: 'pass' }[];
}

/** Issues 颁发: once, under the identifier that follows from its case. */
export const issueLicence: Step<GrantedLicence, Licence | undefined, undefined> = {
  name: 'issueLicence',
  view: viewLicence,
  decide(view, { issued, mandate, fences }, _facts, { stream }) {
    if (view !== undefined) return refuse(licenceRefusals, 'licence-exists', { licenceNo: view.licenceNo });
    if (!checkELicenceId(issued.licenceNo).valid)
      return refuse(licenceRefusals, 'licence-id-wrong', { licenceNo: issued.licenceNo });
    return {
      events: [{ type: 'LicenceIssued', data: issued, ...(mandate === undefined ? {} : { mandate }) }],
      fences,
      ...expiryOf(issued, stream),
    };
  },
};

/**
 * Renews 延续 (许可法 50): the holder's own licence, live or just run out while its timely renewal was decided; the new term
 * begins when the old one ends.
 */
export const renewLicence: Step<GrantedLicence, Licence | undefined, undefined> = {
  name: 'renewLicence',
  view: viewLicence,
  decide(view, granted, _facts, { at, stream }) {
    const { issued, validity, mandate, fences } = granted;
    const held = mayMeet(view, granted, ['valid', 'expired'], at);
    if (isRefusal(held)) return held;
    const todayOn = dateInChina(at);
    const next = held.validToOn === null ? todayOn : addDays(held.validToOn, 1);
    const validFromOn = next > todayOn ? next : todayOn;
    const term = termOf(validity, validFromOn);
    const data = {
      licenceNo: nextLicenceNo(held.licenceNo),
      claims: issued.claims,
      validFromOn: held.validFromOn,
      validToOn: term.kind === 'until' ? term.toOn : null,
      ...(term.kind === 'open' ? { termWords: term.words } : {}),
      basis: issued.basis,
    };
    return {
      events: [{ type: 'LicenceRenewed', data, ...(mandate === undefined ? {} : { mandate }) }],
      fences,
      ...expiryOf(data, stream),
    };
  },
};

/** What a licence from before the library says; its organ answers for it, and no decision of a case stands behind it here. */
export interface TakenOver extends Pick<LicenceIssued, 'claims' | 'holder' | 'organ' | 'validFromOn'> {
  readonly type: LicenceType;
  readonly serial: string;
  readonly validity: string;
}

/** 历史证照入库: an operator enters what an organ issued before the library was there, out of the organ's own register. */
export const takeOverLicence: Step<TakenOver, Licence | undefined, undefined> = {
  name: 'takeOverLicence',
  view: viewLicence,
  decide(view, command, _facts, { actor, at, stream }) {
    if (view !== undefined) return refuse(licenceRefusals, 'licence-exists', { licenceNo: view.licenceNo });
    if (actor.kind !== 'operator') return refuse(licenceRefusals, 'licence-act-not-yours', { act: 'takeOverLicence' });
    const { type, serial, validity, ...said } = command;
    const term = termOf(validity, said.validFromOn);
    const issued: LicenceIssued = {
      ...said,
      licenceNo: composeELicenceId({ type: type.code, issuer: said.organ.uscc, serial, version: '001' }),
      typeId: type.typeId,
      typeCode: type.code,
      typeName: type.name,
      validToOn: term.kind === 'until' ? term.toOn : null,
      ...(term.kind === 'open' ? { termWords: term.words } : {}),
      basis: { caseNo: '', itemId: '', decisionHash: '', decisionNo: '', outcome: 'TAKEN_OVER' },
    };
    const events = [{ type: 'LicenceIssued', data: issued }];
    // A term that was over before leaves nothing to be recorded; who reads it sees that it is.
    const isOver = issued.validToOn !== null && issued.validToOn < dateInChina(at);
    return isOver ? { events } : { events, ...expiryOf(issued, stream) };
  },
};

/** The robot looks at the licence on the day after its last (许可法 70). */
function expiryOf({ validToOn }: Pick<LicenceIssued, 'validToOn'>, stream: string): Pick<Decided, 'outbox'> {
  if (validToOn === null) return {};
  return { outbox: [{ topic: EXPIRY_TOPIC, payload: { stream }, dueAt: instantInChina(addDays(validToOn, 1)) }] };
}

/** 变更 (许可法 49): the granted case of its holder changes what the licence says; the term stays. */
export const changeLicence: Step<GrantedLicence, Licence | undefined, undefined> = {
  name: 'changeLicence',
  view: viewLicence,
  decide(view, granted, _facts, { at }) {
    const { issued, mandate, fences } = granted;
    const held = mayMeet(view, granted, ['valid'], at);
    if (isRefusal(held)) return held;
    const { holder, basis } = issued;
    const data = {
      licenceNo: nextLicenceNo(held.licenceNo),
      holder,
      claims: { ...held.claims, ...issued.claims },
      basis,
    };
    return { events: [{ type: 'LicenceChanged', data, ...(mandate === undefined ? {} : { mandate }) }], fences };
  },
};

/** 注销 on request (许可法 70): the granted case of its holder gives the licence back. */
export const closeLicence: Step<GrantedLicence, Licence | undefined, undefined> = {
  name: 'closeLicence',
  view: viewLicence,
  decide(view, granted, _facts, { at }) {
    const held = mayMeet(view, granted, ['valid'], at);
    if (isRefusal(held)) return held;
    const { mandate, fences, issued } = granted;
    const data: LicenceCancelled = {
      ground: 'onRequest',
      reason: `持证主体申请注销（办件${issued.basis.caseNo}）`,
      basis: '《行政许可法》第七十条',
    };
    return { events: [{ type: 'LicenceCancelled', data, ...(mandate === undefined ? {} : { mandate }) }], fences };
  },
};

/** The licence that a case of its holder is about, where it is his, of the same organ, and in one of these states. */
function mayMeet(
  view: Licence | undefined,
  { issued }: GrantedLicence,
  from: readonly LicenceStatus[],
  at: Instant,
): Licence | Refusal {
  if (view === undefined) return refuse(licenceRefusals, 'unknown-licence', { licenceNo: issued.continues ?? '' });
  if (view.holder.key !== issued.holder.key || view.organ.code !== issued.organ.code || view.typeId !== issued.typeId)
    return refuse(licenceRefusals, 'licence-other-holder', {});
  const { status } = standingOn(view, dateInChina(at));
  return from.includes(status) ? view : refuse(licenceRefusals, 'licence-not-live', { status });
}

/** What was founded is named as it asked to be; a business may go without a name and bear its owner's (市场主体登记管理条例 10). */
export function foundedHolder(
  { issued, founds }: GrantedLicence,
  realm: string,
  { uscc, name }: { readonly uscc: string | undefined; readonly name?: string | undefined },
): LicenceIssued | undefined {
  const { claims, holder } = issued;
  const asked = name ?? String(claims['enterpriseName']?.value ?? '').trim();
  // A company that applies under its future name is called by that; a citizen's own name is never a company's.
  const bears = founds === 'foundedBusiness' || holder.kind !== 'naturalPerson' ? holder.name : '';
  const called = asked === '' ? bears : asked;
  if (uscc === undefined || !checkUscc(uscc).valid || called === '') return undefined;
  const title = { zh: '统一社会信用代码', en: 'Unified social credit code' };
  return {
    ...issued,
    holder: {
      kind: founds === 'foundedBusiness' ? 'otherOrganisation' : 'legalPerson',
      name: called,
      idType: 'uscc',
      idNo: uscc,
      key: holderKey(realm, uscc),
    },
    claims: { ...claims, enterpriseUscc: { title, value: uscc } },
    foundedBy: holder.key,
  };
}

export interface IssuePlace {
  readonly realm: string;
  readonly type: LicenceType;
  readonly organ: LicenceIssued['organ'];
  readonly version: ItemVersion;
}

/** What the licence of a granted case says; undefined where nothing was granted. Pure: the same case gives the same licence. */
export function licenceOf(events: readonly Recorded[], place: IssuePlace): Omit<GrantedLicence, 'fences'> | undefined {
  const view = viewDecision(events);
  const { decided } = view;
  const { application } = view.review.acceptance;
  const { received } = application;
  if (decided === undefined || decided.outcome === 'REFUSE' || received === undefined) return undefined;
  const { item } = place.version;
  const validFromOn = dateInChina(decided.at);
  const term = termOf(item.result.validity, validFromOn);
  const basis: LicenceBasis = {
    caseNo: received.caseNo,
    itemId: received.itemId,
    decisionHash: decided.documentHash,
    decisionNo: decided.paper?.paperNo ?? decisionNoIn(events),
    outcome: decided.outcome,
  };
  const about = received.licence ?? received.renewal;
  const act = received.licence?.act ?? (received.renewal === undefined ? 'issue' : 'renew');
  // An item that changes or closes licences makes out no new one where the applicant named none of the library.
  if (!offers(item, act)) return undefined;
  const issued: LicenceIssued = {
    licenceNo: composeELicenceId({
      type: place.type.code,
      issuer: place.organ.uscc,
      serial: serialOf(received.itemId, received.caseNo),
      version: '001',
    }),
    typeId: place.type.typeId,
    typeCode: place.type.code,
    typeName: place.type.name,
    organ: place.organ,
    holder: holderOf(place.realm, application),
    claims: claimsOf(application, place.version, place.type),
    validFromOn,
    validToOn: term.kind === 'until' ? term.toOn : null,
    ...(term.kind === 'open' ? { termWords: term.words } : {}),
    basis,
    ...(about === undefined ? {} : { continues: about.licenceNo }),
    ...paperOf(decided.paper),
  };
  const mandate = events.findLast(({ type }) => DECIDED.has(type))?.mandate;
  const { holder = 'applicant', validity } = item.result;
  const founds = act === 'issue' && holder !== 'applicant' ? holder : undefined;
  return { issued, act, validity, mandate, founds };
}

/** Whether the item is for this act on a licence (R90); an item that says nothing is for all. */
export function offers({ result }: ItemVersion['item'], act: GrantedLicence['act']): boolean {
  return result.licenceActs?.includes(act) ?? true;
}

/** The events that decide a case: signed on the platform, or recorded from paper (R84). */
export const DECIDED: ReadonlySet<string> = new Set(['DecisionMade', 'PaperDecisionRecorded']);

function paperOf(
  paper: NonNullable<ReturnType<typeof viewDecision>['decided']>['paper'],
): Pick<LicenceIssued, 'paper'> {
  if (paper === undefined) return {};
  const { paperNo, signedBy, signedOn } = paper;
  return { paper: { no: paperNo, signedBy, signedOn } };
}

const Numbered = z.object({ docNo: z.string() });

function decisionNoIn(events: readonly Recorded[]): string {
  const sealed = Numbered.safeParse(events.findLast(({ type }) => type === 'DecisionSealed')?.data);
  return sealed.success ? sealed.data.docNo : '';
}

/** Unique among the licences of an organ, and without a counter: the item, and the day and serial of the case. */
function serialOf(itemId: string, caseNo: string): string {
  return `${itemId.replaceAll('-', '')}${caseNo.slice(-12)}`;
}

function holderOf(realm: string, { received }: ApplicationView): LicenceHolder {
  if (received === undefined) throw new Error('a case that was never received grants nothing');
  const { kind, name, idType, idNo } = received.applicant;
  return { kind, name, idType, idNo, key: holderKey(realm, idNo) };
}

/** What the form collects for the result, and what the type of licence says: nothing else of a case gets onto a licence (R11). */
function claimsOf(
  { form }: ApplicationView,
  { item }: ItemVersion,
  { fields = [] }: LicenceType,
): Readonly<Record<string, LicenceClaim>> {
  const said = new Set(fields.map(({ name }) => name));
  const onResult = item.form.filter(({ name, purpose }) => purpose.kind === 'result' || said.has(name));
  return Object.fromEntries(
    onResult.flatMap(({ name, label }) => {
      const value = form[name];
      return value === undefined ? [] : [[name, { title: label, value }]];
    }),
  );
}
