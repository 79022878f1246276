import { type Applicant, Application, type SuppliedMaterial } from '../application/application.ts';
import type { InputValue, Item } from '../catalogue/catalogue.ts';
import type { Bundle, BundleField } from './bundle.ts';
import type { SubmittedMatter } from './view.ts';
import type { Values } from './plan.ts';

/**
 * The application of one child: what stands on the item's own list and nothing else (个保法6, R20–R22). Who applies is
 * told to every organ by law (许可法31, and R44 for who stands behind an enterprise).
 */
export function childApplication(matter: SubmittedMatter, bundle: Bundle, item: Item, values: Values): Application {
  const own = matter.own[item.id] ?? { form: {}, materials: [] };
  const given = bundle.fields.flatMap((field) => {
    const target = field.to[item.id];
    return target === undefined ? [] : [{ field, target, value: values[field.name] }];
  });
  const lines = given.filter(({ target, field }) => target.startsWith('m.') && field.type !== 'material');
  const form = {
    ...own.form,
    ...Object.fromEntries(given.flatMap(({ target, value }) => entry(target, 'form.', value))),
  };
  return Application.parse({
    itemId: item.id,
    applicant: applicantOf(matter, bundle, item, values),
    ...agentOf(matter),
    channel: matter.channel,
    form,
    materials: materialsOf(
      matter,
      given.map(({ field, target }) => ({ field, target })),
      own.materials,
    ),
    scope: { region: matter.region, ...(typeof form['area'] === 'number' ? { area: form['area'] } : {}) },
    truthStatement: matter.truthStatement,
    eDelivery: matter.eDelivery,
    matter: {
      matterNo: matter.matterNo,
      fields: Object.fromEntries(
        lines.flatMap(({ field, value }) => (value === undefined ? [] : [[field.standard, value]])),
      ),
    },
  });
}

function entry(target: string, prefix: string, value: InputValue | undefined): [string, InputValue][] {
  return target.startsWith(prefix) && value !== undefined ? [[target.slice(prefix.length), value]] : [];
}

function agentOf({ agent }: SubmittedMatter): Pick<Application, 'agent'> | object {
  return agent === undefined ? {} : { agent };
}

/** Shared papers reach each item that lists them; our own forms are filled in by the answers. */
function materialsOf(
  { papers }: SubmittedMatter,
  given: readonly { readonly field: BundleField; readonly target: string }[],
  own: readonly SuppliedMaterial[],
): readonly SuppliedMaterial[] {
  const shared = given.flatMap(({ field, target }): readonly SuppliedMaterial[] => {
    const paper = papers[field.name];
    return field.type === 'material' && paper !== undefined ? [{ code: target, ...paper }] : [];
  });
  return [...shared, ...own];
}

/** Who applies for the item: whoever began the matter, or the enterprise that its first item brings into being. */
function applicantOf(matter: SubmittedMatter, bundle: Bundle, item: Item, values: Values): Applicant {
  const { founds } = bundle;
  if (founds === null) return { ...bareOf(matter.applicant), ...contactOf(bundle, item, values) };
  const founder = matter.applicant;
  const isFirst = founds.items.includes(item.id);
  if (isFirst && founder.kind === 'naturalPerson' && item.subject.includes('自然人'))
    return { ...bareOf(founder), ...contactOf(bundle, item, values) };
  const enterprise = {
    kind: 'legalPerson' as const,
    name: String(values[founds.name] ?? founder.name),
    legalRepresentative: founder.legalRepresentative ?? { name: founder.name, idNo: founder.idNo },
    ...contactOf(bundle, item, values),
  };
  // Until it is registered an enterprise has no code of its own: it is told by who founds it.
  if (isFirst) return { ...enterprise, idType: founder.idType, idNo: founder.idNo };
  return { ...enterprise, idType: 'uscc', idNo: String(values[founds.code] ?? '') };
}

function bareOf({ phone: _phone, address: _address, shareholders: _others, ...identity }: Applicant): Applicant {
  return identity;
}

function contactOf({ fields }: Bundle, item: Item, values: Values): Pick<Applicant, 'phone' | 'address'> {
  const given = (target: string): string | undefined => {
    const field = fields.find(({ to }) => to[item.id] === target);
    const value = field === undefined ? undefined : values[field.name];
    return value === undefined ? undefined : String(value);
  };
  const phone = given('applicant.phone');
  const address = given('applicant.address');
  return { ...(phone === undefined ? {} : { phone }), ...(address === undefined ? {} : { address }) };
}
