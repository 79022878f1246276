import { renewalLastDayOn } from '../calendar/calendar.ts';
import type { Item } from '../catalogue/catalogue.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant, type PlainDate } from '../kernel/time.ts';
import type { Application } from './application.ts';
import { type ApplicationRefusalCode, applicationRefusals } from './refusals.ts';

type Checked = Refusal<ApplicationRefusalCode> | undefined;

/** What a case does to a licence that its applicant holds already (许可法 49, 50, 70). */
const acts = ['change', 'renew', 'cancel'] as const;
export type LicenceCaseAct = (typeof acts)[number];

/** The licence that an application names, as the library has it in the moment of receipt. */
export interface NamedLicence {
  /** Whether the applicant himself holds it. */
  readonly isOwn: boolean;
  /** Code of the organ that issued it. */
  readonly organ: string;
  readonly typeId: string;
  /** `valid`, or in which way it does not stand. */
  readonly status: string;
  /** Its last day; null where it has none. */
  readonly validToOn: PlainDate | null;
}

/** The library of licences, as receipt asks it; the module that keeps it comes later in the story. */
export interface NamedLicences {
  /** Undefined for a number that the library does not have, such as one on paper from before it. */
  readonly find: (asked: {
    readonly licenceNo: string;
    readonly idNo: string;
    readonly at: Instant;
  }) => Promise<NamedLicence | undefined>;
  /** The number under which the library has a licence with this number on its paper, of this holder; undefined where it has none. */
  readonly numbered: (asked: { readonly paperNo: string; readonly idNo: string }) => Promise<string | undefined>;
}

/** The acts on a licence that the item is for (R90). What says nothing of acts renews whatever it grants; a licence is changed where there is one. */
export function licenceActsOf({ licenceActs, licenceType }: Item['result']): readonly LicenceCaseAct[] {
  return acts.filter((act) => licenceActs?.includes(act) ?? (act === 'renew' || licenceType !== null));
}

/** The number of the licence that an application is about, and the act; undefined for a new one. */
export function namedIn({ licence, renewal }: Pick<Application, 'licence' | 'renewal'>) {
  if (licence !== undefined) return licence;
  return renewal === undefined ? undefined : { licenceNo: renewal.licenceNo, act: 'renew' as const };
}

/** R46, R90: one licence is named, and it is changed, renewed or given back by an item that is for that, and by no other. */
export function checkLicenceAct(application: Pick<Application, 'licence' | 'renewal'>, { result }: Item): Checked {
  // One case does one thing to one licence: of two that are named, one would go unchecked.
  if (application.licence !== undefined && application.renewal !== undefined)
    return refuse(applicationRefusals, 'two-licences-named', { act: application.licence.act });
  const act = namedIn(application)?.act;
  if (act === undefined || licenceActsOf(result).includes(act)) return undefined;
  return refuse(applicationRefusals, 'licence-act-not-offered', { act });
}

/**
 * R46, R90: the named licence is the applicant's own, of the type and organ of the item, and stands; for a renewal its last day is
 * the one stated, on which the silence of R63 runs. What the library does not have may be renewed into it, and nothing else.
 */
export function checkNamedLicence(
  application: Pick<Application, 'licence' | 'renewal'>,
  { dept, result }: Item,
  held: NamedLicence | undefined,
): Checked {
  const named = namedIn(application);
  if (named === undefined) return undefined;
  const { licenceNo, act } = named;
  if (held === undefined)
    return act === 'renew' ? undefined : refuse(applicationRefusals, 'named-licence-unknown', { licenceNo });
  if (!held.isOwn) return refuse(applicationRefusals, 'named-licence-of-another', { licenceNo });
  if (held.typeId !== result.licenceType || held.organ !== dept)
    return refuse(applicationRefusals, 'named-licence-other-type', { licenceNo, typeId: held.typeId });
  if (held.status !== 'valid')
    return refuse(applicationRefusals, 'named-licence-not-standing', { licenceNo, status: held.status });
  const lastOn = application.renewal?.expiresOn;
  const isOtherDay = act === 'renew' && held.validToOn !== null && held.validToOn !== lastOn;
  return isOtherDay
    ? refuse(applicationRefusals, 'named-licence-other-day', { licenceNo, validToOn: held.validToOn })
    : undefined;
}

/**
 * R6, R46: what the library has is looked at there and never taken on paper; of what it does not have, whoever takes the application in
 * writes down what he saw, so that who decides looks at the paper. What the library lacks can be renewed into it, and be dealt with by
 * items that make out no licence.
 */
export function checkPaperLicence(
  { licence, renewal, paperLicence }: Pick<Application, 'licence' | 'renewal' | 'paperLicence'>,
  { result }: Item,
  {
    licence: held,
    inLibraryAs,
  }: { readonly licence: NamedLicence | undefined; readonly inLibraryAs: string | undefined },
): Checked {
  const isOtherThan =
    renewal !== undefined && paperLicence !== undefined && renewal.licenceNo !== paperLicence.licenceNo;
  if (paperLicence !== undefined && (licence !== undefined || isOtherThan))
    return refuse(applicationRefusals, 'two-licences-named', { licenceNo: paperLicence.licenceNo });
  if (inLibraryAs !== undefined)
    return refuse(applicationRefusals, 'paper-licence-in-library', { licenceNo: inLibraryAs });
  if (paperLicence !== undefined && held !== undefined)
    return refuse(applicationRefusals, 'paper-licence-in-library', { licenceNo: paperLicence.licenceNo });
  const isOfLibrary = result.licenceType !== null;
  if (isOfLibrary && renewal !== undefined && held === undefined && paperLicence === undefined)
    return refuse(applicationRefusals, 'paper-licence-undescribed', { licenceNo: renewal.licenceNo });
  if (paperLicence !== undefined && renewal === undefined && isForNew(result))
    return refuse(applicationRefusals, 'named-licence-unknown', { licenceNo: paperLicence.licenceNo });
  return undefined;
}

/** Whether the item makes out a licence where none is named; otherwise an application is about one that is held. */
export function isForNew({ licenceActs }: Item['result']): boolean {
  return licenceActs?.includes('issue') ?? true;
}

/** R63: renewal is asked for at least thirty days before expiry; later it is a new application (许可法50). */
export function checkRenewal({ renewal }: Pick<Application, 'renewal'>, at: Instant): Checked {
  if (renewal === undefined) return undefined;
  const lastOn = renewalLastDayOn(renewal.expiresOn);
  return dateInChina(at) <= lastOn ? undefined : refuse(applicationRefusals, 'renewal-late', { lastOn });
}

/** What the holder could ask for now by this item with this licence: just what receipt would let pass. */
export function actsOpenOn(item: Item, licenceNo: string, held: NamedLicence, at: Instant): readonly LicenceCaseAct[] {
  return licenceActsOf(item.result).filter((act) => {
    if (act !== 'renew') return checkNamedLicence({ licence: { licenceNo, act } }, item, held) === undefined;
    // What has no term is not renewed.
    if (held.validToOn === null) return false;
    const renewal = { licenceNo, expiresOn: held.validToOn };
    return (checkNamedLicence({ renewal }, item, held) ?? checkRenewal({ renewal }, at)) === undefined;
  });
}
