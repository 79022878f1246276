import type { GivenConsent } from '../api/consent-model.ts';
import type { AskedMaterial, ItemForm } from '../api/model.ts';
import type { HeldAnswer } from '../applicant/steps.ts';
import { type ApplicationFields, keyOf } from '../form/application.ts';

/** What an applicant agrees to, and what he brings himself. */
export interface Agreed {
  readonly claims: readonly { readonly kind: 'material' | 'answer'; readonly code: string }[];
  readonly declined: readonly string[];
}

export type Declined = ApplicationFields['declined'];

export function agreedOf(form: ItemForm, known: readonly HeldAnswer[], declined: Declined): Agreed {
  const fetched = form.materials.filter(({ isFetched }) => isFetched);
  const isDeclined = ({ code }: AskedMaterial): boolean => declined?.[keyOf(code)] === true;
  const materials = fetched.filter((one) => !isDeclined(one)).map(({ code }) => ({ kind: 'material' as const, code }));
  const answers = known.flatMap(({ from, name }) =>
    from === 'source' ? [{ kind: 'answer' as const, code: name }] : [],
  );
  return { claims: [...materials, ...answers], declined: fetched.filter(isDeclined).map(({ code }) => code) };
}

/** The form as it is filled in: what he declined he brings, so that it is asked for like any other paper. */
export function withDeclined(form: ItemForm, declined: Declined): ItemForm {
  const materials = form.materials.map((one) =>
    one.isFetched && declined?.[keyOf(one.code)] === true ? { ...one, isFetched: false } : one,
  );
  return { ...form, materials };
}

/** What needs a consent of its own is not fetched before he says so (R21). */
export function untilAgreed(form: ItemForm): NonNullable<Declined> {
  const alone = form.materials.filter(({ isFetched, needsConsent }) => isFetched && needsConsent);
  return Object.fromEntries(alone.map(({ code }) => [keyOf(code), true]));
}

/** The part of an application that says on which consent it rests. */
export function sharingPart(given: GivenConsent | undefined, { declined }: Agreed): object {
  const consent = given === undefined ? {} : { consentId: given.consentId };
  return given === undefined && declined.length === 0 ? {} : { sharing: { ...consent, declined } };
}
