import { checkELicenceId, composeELicenceId, type ItemVersion } from '../catalogue/catalogue.ts';
import { type ApplicationView, holderKey } from '../application/application.ts';
import { viewDecision } from '../decision/decision.ts';
import type { MandateRef, Recorded, Step } from '../journal/journal.ts';
import { refuse } from '../kernel/refusal.ts';
import { addDays, dateInChina } from '../kernel/time.ts';
import {
  type Licence,
  type LicenceBasis,
  type LicenceClaim,
  type LicenceHolder,
  type LicenceIssued,
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
  /** The item's words for the term, for a renewal that begins later. */
  readonly validity: string;
  /** The mandate of the decision; absent for the head of the organ and for what statute grants by silence. */
  readonly mandate: MandateRef | undefined;
  readonly fences: readonly { readonly key: string; readonly epoch: number; readonly mode: 'pass' }[];
}

/** Issues 颁发: once, under the identifier that follows from its case. */
export const issueLicence: Step<GrantedLicence, Licence | undefined, undefined> = {
  name: 'issueLicence',
  view: viewLicence,
  decide(view, { issued, mandate, fences }) {
    if (view !== undefined) return refuse(licenceRefusals, 'licence-exists', { licenceNo: view.licenceNo });
    if (!checkELicenceId(issued.licenceNo).valid)
      return refuse(licenceRefusals, 'licence-id-wrong', { licenceNo: issued.licenceNo });
    return { events: [{ type: 'LicenceIssued', data: issued, ...(mandate === undefined ? {} : { mandate }) }], fences };
  },
};

/**
 * Renews 延续 (许可法 50): the holder's own licence, live or just run out while its timely renewal was decided; the new term
 * begins when the old one ends.
 */
export const renewLicence: Step<GrantedLicence, Licence | undefined, undefined> = {
  name: 'renewLicence',
  view: viewLicence,
  decide(view, { issued, validity, mandate, fences }, _facts, { at }) {
    if (view === undefined) return refuse(licenceRefusals, 'unknown-licence', { licenceNo: issued.continues ?? '' });
    if (view.holder.key !== issued.holder.key || view.organ.code !== issued.organ.code)
      return refuse(licenceRefusals, 'licence-other-holder', {});
    const todayOn = dateInChina(at);
    const { status } = standingOn(view, todayOn);
    if (status !== 'valid' && status !== 'expired')
      return refuse(licenceRefusals, 'licence-not-live', { status, act: 'renewLicence' });
    const next = view.validToOn === null ? todayOn : addDays(view.validToOn, 1);
    const validFromOn = next > todayOn ? next : todayOn;
    const term = termOf(validity, validFromOn);
    const data = {
      licenceNo: nextLicenceNo(view.licenceNo),
      claims: issued.claims,
      validFromOn: view.validFromOn,
      validToOn: term.kind === 'until' ? term.toOn : null,
      ...(term.kind === 'open' ? { termWords: term.words } : {}),
      basis: issued.basis,
    };
    return { events: [{ type: 'LicenceRenewed', data, ...(mandate === undefined ? {} : { mandate }) }], fences };
  },
};

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
    outcome: decided.outcome,
  };
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
    claims: claimsOf(application, place.version),
    validFromOn,
    validToOn: term.kind === 'until' ? term.toOn : null,
    ...(term.kind === 'open' ? { termWords: term.words } : {}),
    basis,
    ...(received.renewal === undefined ? {} : { continues: received.renewal.licenceNo }),
  };
  const mandate = events.findLast(({ type }) => type === 'DecisionMade')?.mandate;
  return { issued, validity: item.result.validity, mandate };
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

/** What the form collects for the result: nothing else of a case gets onto a licence (R11). */
function claimsOf({ form }: ApplicationView, { item }: ItemVersion): Readonly<Record<string, LicenceClaim>> {
  const onResult = item.form.filter(({ purpose }) => purpose.kind === 'result');
  return Object.fromEntries(
    onResult.flatMap(({ name, label }) => {
      const value = form[name];
      return value === undefined ? [] : [[name, { title: label, value }]];
    }),
  );
}
