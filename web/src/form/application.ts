import type { HeldFile } from './FileField.tsx';
import type { Applicant, Guide, ItemMaterial, Maker, SuppliedMaterial, Value } from '../api/model.ts';

/** What the fields of an application hold. */
export interface ApplicationFields {
  readonly form?: Readonly<Record<string, Value | null | undefined>>;
  readonly materials?: Readonly<Record<string, boolean>>;
  /** Files uploaded for a material. */
  readonly files?: Readonly<Record<string, readonly HeldFile[] | undefined>>;
  /** Materials that are promised for later, and the day (R32). */
  readonly later?: Readonly<Record<string, boolean>>;
  readonly laterOn?: string;
  /** Who made the reports of intermediaries (R8). */
  readonly makers?: Readonly<Record<string, Maker | undefined>>;
  readonly byPromise?: boolean;
  /** A person, not a rule set, is to decide (R79). */
  readonly humanDecision?: boolean;
  /** The licence that is to be renewed (R63). */
  readonly renewal?: { readonly licenceNo?: string; readonly expiresOn?: string };
  /** The licence that the case is about and what is to be done to it; `none` for a new one (R90). */
  readonly onLicence?: {
    readonly act?: 'none' | 'change' | 'renew' | 'cancel';
    readonly licenceNo?: string;
    readonly expiresOn?: string;
    readonly onPaper?: boolean;
  };
  /** What stands on a licence that the library does not have (R46). */
  readonly paperLicence?: { readonly kind?: string; readonly licenceNo?: string; readonly issuer?: string };
  /** Materials that he would rather bring than have fetched. */
  readonly declined?: Readonly<Record<string, boolean | undefined>>;
  readonly eDelivery?: boolean;
  readonly truthStatement?: boolean;
}

/** The figures that the server knows by these names both as answers and as measures of a mandate's scope. */
const figures = ['area', 'amount', 'headcount'] as const;

/** The application as the server takes it. */
export function applicationOf(
  guide: Guide,
  applicant: Applicant,
  channel: 'online' | 'window',
  fields: ApplicationFields,
): object {
  const form = answersOf(fields.form);
  const scope = Object.fromEntries(
    figures.flatMap((name) => (typeof form[name] === 'number' ? [[name, form[name]]] : [])),
  );
  return {
    itemId: guide.itemId,
    itemVersion: guide.version,
    applicant,
    channel,
    route: fields.byPromise === true ? 'promise' : 'normal',
    form: formOf(guide, form, fields.byPromise),
    materials: suppliedOf(guide.materials, fields),
    scope: { region: guide.district, ...scope },
    truthStatement: fields.truthStatement === true,
    eDelivery: fields.eDelivery === true,
    ...(fields.humanDecision === true ? { humanDecision: true } : {}),
    ...aboutLicence(fields),
    ...deferralOf(guide.materials, fields),
  };
}

/** The promise route is chosen once: where a rule asks for it too, it is the same answer (R33). */
function formOf(guide: Guide, form: Record<string, Value>, byPromise = false): Record<string, Value> {
  const isAsked = guide.inputs.some(({ name, source }) => name === 'byPromise' && source === 'form');
  return isAsked ? { byPromise, ...form } : form;
}

/** What is promised for later, with the day. */
function deferralOf(materials: readonly ItemMaterial[], { later, laterOn = '' }: ApplicationFields): object {
  const codes = materials.filter(({ code }) => later?.[keyOf(code)] === true).map(({ code }) => code);
  return codes.length === 0 ? {} : { deferral: { codes, untilOn: laterOn } };
}

/** What the case is to do to a licence that its applicant holds; a renewal may also be of one on paper. */
function aboutLicence({ onLicence = {}, renewal, paperLicence }: ApplicationFields): object {
  const { act = 'none', licenceNo = '', expiresOn = '', onPaper = false } = onLicence;
  if (act === 'none' || licenceNo === 'none')
    return { ...renewalOf(renewal), ...paperOf({ licenceNo: renewal?.licenceNo ?? '', ...paperLicence }) };
  if (act !== 'renew') return { licence: { licenceNo: licenceNo.trim(), act } };
  const paper = onPaper ? paperOf({ ...paperLicence, licenceNo }) : {};
  return { ...renewalOf({ licenceNo, expiresOn }), ...paper };
}

/** What was seen on the paper; nothing where nobody filled it in. */
function paperOf({ kind = '', licenceNo = '', issuer = '' }: NonNullable<ApplicationFields['paperLicence']>): object {
  const seen = { kind: kind.trim(), licenceNo: licenceNo.trim(), issuer: issuer.trim() };
  return seen.kind === '' && seen.issuer === '' ? {} : { paperLicence: seen };
}

/** A renewal names the licence and its last day; half of that is told to the applicant by the server. */
function renewalOf({ licenceNo = '', expiresOn = '' }: NonNullable<ApplicationFields['renewal']> = {}): object {
  return licenceNo.trim() === '' && expiresOn === '' ? {} : { renewal: { licenceNo, expiresOn } };
}

/** The answers given; a field left empty is no answer. */
export function answersOf(form: ApplicationFields['form']): Record<string, Value> {
  const given = Object.entries(form ?? {}).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, value] as const],
  );
  return Object.fromEntries(given);
}

/** The materials given: uploaded files, a promise made in the form itself, a paper that is shown at the window. */
export function suppliedOf(
  materials: readonly ItemMaterial[],
  { materials: ticked, files, makers }: Pick<ApplicationFields, 'materials' | 'files' | 'makers'>,
): readonly SuppliedMaterial[] {
  return materials.flatMap(({ code, kind }): readonly SuppliedMaterial[] => {
    const uploaded = filesOf(code, files);
    const maker = makers?.[keyOf(code)];
    if (uploaded.length > 0) return maker === undefined ? uploaded : uploaded.map((one) => ({ ...one, maker }));
    if (kind !== 'form' && ticked?.[keyOf(code)] !== true) return [];
    return [{ code, source: kind === 'form' || kind === 'commitment' ? 'form' : 'paper' }];
  });
}

/** The files uploaded for one material, as the server takes them. */
export function filesOf(code: string, files: ApplicationFields['files']): readonly SuppliedMaterial[] {
  return (files?.[keyOf(code)] ?? []).map(({ uploadId }) => ({ code, source: 'file', reference: uploadId }));
}

/** A dot in a field's name would be read as a path. */
export function keyOf(code: string): string {
  return code.replaceAll('.', '_');
}
